//! From any text to a legal identifier.

use std::hash::Hasher as _;

use heck::{ToKebabCase, ToSnakeCase, ToUpperCamelCase};

/// A function, field or argument: `loanId` → `loan_id`, `type` → `type_`, `3ds` → `_3ds`.
pub fn snake(text: &str) -> String {
    legal(spell(text).to_snake_case())
}

/// What cargo has names for, a crate or a feature: `Git Hub/Apps` → `git-hub-apps`; may be empty.
pub fn kebab(text: &str) -> String {
    let ascii = deunicode::deunicode(text);
    let plain: String = ascii.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    plain.to_kebab_case()
}

/// A type or variant: `loan_status` → `LoanStatus`, `self` → `SelfValue`, `-1` → `Minus1`.
pub fn pascal(text: &str) -> String {
    pascal_words([text])
}

/// A type that is named by several texts. A text that repeats the end of those before it is said once.
pub(super) fn pascal_words<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut name = String::new();
    for text in texts {
        let word = spell(text).to_upper_camel_case();
        if !name.ends_with(&word) {
            name.push_str(&word);
        }
    }
    match legal(name) {
        keyword if keyword == "Self_" => "SelfValue".to_owned(),
        name => name,
    }
}

/// The longest name that is written out. Beyond it a digest of the whole stands for what is cut off, so that two long
/// names which begin alike stay two.
const LONGEST: usize = 100;

fn legal(mut name: String) -> String {
    if name.len() > LONGEST {
        let mut hash = fnv::FnvHasher::default();
        hash.write(name.as_bytes());
        let separator = if name.starts_with(|c: char| c.is_ascii_uppercase()) { "X" } else { "_x" };
        // Whatever the alphabet, the words are ASCII by now.
        name.truncate(LONGEST);
        let kept = name.trim_end_matches('_').len();
        name.truncate(kept);
        name.push_str(&format!("{separator}{:08x}", hash.finish() & 0xffff_ffff));
    }
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name.insert(0, '_');
    }
    if KEYWORDS.contains(&name.as_str()) || name == "_" {
        name.push('_');
    }
    name
}

/// The text in words of ASCII: a leading sign keeps its meaning, other punctuation only separates, and a text that
/// is nothing but punctuation is spelled out. Identifiers beyond ASCII are legal, but a few of them set off lints
/// that only a whole crate can allow; so `größe` becomes `grosse`, and an emoji its name.
fn spell(text: &str) -> String {
    if text.is_empty() {
        return "empty".to_owned();
    }
    let ascii = deunicode::deunicode_with_tofu(text, " ");
    let is_word = |c: char| c.is_ascii_alphanumeric();
    if !ascii.contains(is_word) {
        return text.chars().map(spell_char).collect::<Vec<_>>().join(" ");
    }
    let text = ascii.as_str();
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => ("plus ", rest),
        None => text.strip_prefix('-').map_or(("", text), |rest| ("minus ", rest)),
    };
    let words: String = rest.chars().map(|c| if is_word(c) { c } else { ' ' }).collect();
    format!("{sign}{words}")
}

fn spell_char(c: char) -> String {
    let word = match c {
        ' ' => "space",
        '_' => "underscore",
        '-' => "minus",
        '+' => "plus",
        '*' => "star",
        '/' => "slash",
        '\\' => "backslash",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less",
        '>' => "greater",
        '=' => "equals",
        '!' => "bang",
        '?' => "question",
        '@' => "at",
        '#' => "hash",
        '$' => "dollar",
        '%' => "percent",
        '&' => "and",
        '|' => "pipe",
        '~' => "tilde",
        '^' => "caret",
        '(' | ')' => "paren",
        '[' | ']' => "bracket",
        '{' | '}' => "brace",
        '\'' | '"' | '`' => "quote",
        other => return format!("u{:x}", u32::from(other)),
    };
    word.to_owned()
}

/// The strict and reserved keywords of edition 2024.
const KEYWORDS: [&str; 52] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
    "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield",
];

//! Descriptions as rustdoc. A description is CommonMark by a stranger: it must neither break the build nor become
//! a doctest, a link to one of our items, or HTML.

use proc_macro2::TokenStream;
use quote::quote;

/// One paragraph after the other, as `#[doc]` attributes; empty ones are left out.
pub(super) fn docs<'a>(paragraphs: impl IntoIterator<Item = &'a str>) -> TokenStream {
    let text: Vec<_> = paragraphs.into_iter().map(str::trim).filter(|text| !text.is_empty()).collect();
    let text = text.join("\n\n");
    let lines = text.lines().map(|line| match visible(line) {
        line if line.is_empty() => String::new(),
        line => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}

/// A line without what cannot stand in a comment: control characters, and those that turn the direction of a text,
/// by which code could be made to look like another.
fn visible(line: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let line = line.chars().filter(|&c| !turns(c));
    line.map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim_end().to_owned()
}

/// A description, made safe; `fallback` if there is none.
pub(super) fn description(text: Option<&str>, fallback: &str) -> String {
    match text.map(str::trim) {
        Some(text) if !text.is_empty() => tame(text),
        _ => fallback.to_owned(),
    }
}

/// A description with a sentence behind it: on the same line, if it is one line, or else as a paragraph.
pub(super) fn with_sentence(description: String, sentence: &str) -> String {
    match description.chars().last() {
        None => sentence.to_owned(),
        Some(_) if sentence.is_empty() => description,
        Some(last) if is_prose(&description) => {
            let end = if last.is_alphanumeric() || "`)*".contains(last) { "." } else { "" };
            format!("{description}{end} {sentence}")
        }
        Some(_) => format!("{description}\n\n{sentence}"),
    }
}

/// Whether a text is a line to which words can be added.
fn is_prose(text: &str) -> bool {
    let is_mark = |c: char| "#>|-*+=~".contains(c) || c.is_ascii_digit();
    !text.contains('\n') && !text.starts_with(is_mark)
}

/// The first line that says something, made safe; empty if there is none.
pub(super) fn first_line(text: &str) -> String {
    text.lines().map(str::trim).find(|line| !line.is_empty()).map(tame).unwrap_or_default()
}

/// Whether a name of the wire is one of Rust's but for its case and what stands between its words.
pub(super) fn is_spelled(wire: &str, name: &str) -> bool {
    let letters = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    letters(wire) == letters(name) && !wire.is_empty()
}

/// A text of the wire as code, whatever it holds.
pub(super) fn code(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    if words.is_empty() { "` `".to_owned() } else { format!("`{}`", words.join(" ").replace('`', "'")) }
}

/// The first paragraph as a single line, for a cell of a table.
pub(super) fn line(text: &str) -> String {
    let paragraph: Vec<_> = text.trim().lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    let line = tame(&paragraph.join(" ")).replace('\n', " ");
    line.replace("\\|", "|").replace('|', "\\|")
}

/// Makes CommonMark safe: code blocks become text, so that none is a doctest; brackets and angles are escaped
/// unless they are a link to the web; and what is longer than a page or two of a book ends there.
pub(super) fn tame(text: &str) -> String {
    let (text, cut) = shortened(text);
    let text = &text.replace('\r', "\n");
    let mut out = String::with_capacity(text.len() + 16);
    let mut fence: Option<&str> = None;
    for line in text.lines() {
        let trimmed = line.trim_start();
        let marker = ["```", "~~~"].into_iter().find(|marker| trimmed.starts_with(marker));
        match (fence, marker) {
            (Some(open), Some(marker)) if open == marker => {
                out.push_str(marker);
                fence = None;
            }
            (Some(_), _) => out.push_str(line.trim_end()),
            (None, Some(marker)) if !trimmed[3..].contains(marker) => {
                out.push_str(marker);
                out.push_str("text");
                fence = Some(marker);
            }
            _ => {
                // Four spaces would be a code block, and so a doctest.
                let indent = (line.len() - trimmed.len()).min(3);
                out.push_str(&"   "[..indent]);
                tame_line(trimmed.trim_end(), &mut out);
            }
        }
        out.push('\n');
    }
    if let Some(marker) = fence {
        out.push_str(marker);
        out.push('\n');
    }
    if cut {
        out.push_str("\n…\n");
    }
    out.truncate(out.trim_end().len());
    out
}

/// How much of one description is kept, in bytes.
const LONGEST: usize = 16 * 1024;

/// The text up to the last line that fits, and whether there was more.
fn shortened(text: &str) -> (&str, bool) {
    if text.len() <= LONGEST {
        return (text, false);
    }
    let end = (0..=LONGEST).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    let fits = &text[..end];
    (fits.rfind('\n').map_or(fits, |end| &fits[..end]), true)
}

fn tame_line(line: &str, out: &mut String) {
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '`' => match code_span(rest) {
                (length, true) => length,
                (run, false) => {
                    // Escaped, they find no partner in another line either.
                    out.push_str(&"\\`".repeat(run));
                    rest = &rest[run..];
                    continue;
                }
            },
            // What the author has escaped stays so.
            '\\' => 1 + rest[1..].chars().next().filter(char::is_ascii_punctuation).map_or(0, |_| 1),
            '<' => {
                let link = rest.find('>').filter(|&end| is_web(&rest[1..]) && is_solid(&rest[1..end]));
                if link.is_none() {
                    out.push('\\');
                }
                link.map_or(1, |end| end + 1)
            }
            '[' => {
                let link = web_link(rest);
                if link.is_none() {
                    out.push('\\');
                }
                link.unwrap_or(1)
            }
            ']' => {
                out.push('\\');
                1
            }
            'h' if is_web(rest) => {
                let end = rest
                    .find(|c: char| c.is_whitespace() || "<>()[]`\"'\\".contains(c))
                    .unwrap_or(rest.len());
                let end = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_']).len();
                out.push('<');
                out.push_str(&rest[..end]);
                out.push('>');
                rest = &rest[end..];
                continue;
            }
            // A wide gap behind the mark of a list or a quotation would make a code block of the rest.
            c if c.is_whitespace() => {
                out.push(' ');
                rest = rest.trim_start();
                continue;
            }
            other => other.len_utf8(),
        };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
}

/// The length of the code span at the start of a line's rest, or that of the backticks, if they have no partner.
fn code_span(rest: &str) -> (usize, bool) {
    let run = rest.len() - rest.trim_start_matches('`').len();
    let mut at = run;
    while let Some(next) = rest[at..].find('`') {
        at += next;
        let length = rest[at..].len() - rest[at..].trim_start_matches('`').len();
        at += length;
        if length == run {
            return (at, true);
        }
    }
    (run, false)
}

fn is_solid(text: &str) -> bool {
    !text.contains(|c: char| c.is_whitespace() || c == '<')
}

fn is_web(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// The length of `[text](https://…)` at the start of a line's rest.
fn web_link(rest: &str) -> Option<usize> {
    let close = rest.find(']')?;
    if rest[1..close].contains(['[', '`', '<', '\\']) {
        return None;
    }
    let target = rest[close + 1..].strip_prefix('(')?;
    let end = target.find(')')?;
    (is_web(target) && is_solid(&target[..end])).then_some(close + 3 + end)
}

#[cfg(test)]
mod tests {
    use super::{docs, tame};

    #[test]
    fn description_cannot_break_out() {
        for (text, expected) in [
            ("plain `code` text", "plain `code` text"),
            ("see [Book] and [x](y)", "see \\[Book\\] and \\[x\\](y)"),
            ("see [page](https://example.com/a)", "see [page](https://example.com/a)"),
            ("at https://example.com/a.", "at <https://example.com/a>."),
            ("at <https://example.com>", "at <https://example.com>"),
            ("<b>bold</b>", "\\<b>bold\\</b>"),
            ("`<b>` stays", "`<b>` stays"),
            ("a ` alone [x]", "a \\` alone \\[x\\]"),
            ("``a ` <b>`` and ```", "``a ` <b>`` and \\`\\`\\`"),
            ("\\[x\\] \\<b> \\` \\z", "\\[x\\] \\<b> \\` \\z"),
            ("-      code\n>      code\n1.\tcode", "- code\n> code\n1. code"),
            ("- ```\n  x\n  ```", "- \\`\\`\\`\n  x\n```text\n```"),
            ("```one line```", "```one line```"),
            ("<https://a b>", "\\<<https://a> b>"),
            ("a\r\nb\rc", "a\n\nb\nc"),
            ("```rust\nlet x = [1];\n```", "```text\nlet x = [1];\n```"),
            ("```\nnever closed", "```text\nnever closed\n```"),
            ("para\n\n    let code = 1;", "para\n\n   let code = 1;"),
        ] {
            assert_eq!(tame(text), expected, "{text}");
        }
    }

    #[test]
    fn description_of_any_length_ends() {
        let tamed = tame(&"word\n".repeat(1_000_000));
        assert!(tamed.len() < 20_000 && tamed.ends_with("word\n\n…"));
        assert_eq!(tame(&"ä".repeat(1_000_000)).chars().last(), Some('…'));
        // In one line, the search for partners must not start anew at each backtick.
        assert!(tame(&"` ``".repeat(100_000)).len() < 40_000);
    }

    #[test]
    fn comment_shows_what_it_holds() {
        let found = docs(["a\u{202e}b\u{2066}c\0d\u{7}e\tf"]).to_string();
        assert_eq!(found, quote::quote!(#[doc = " abc d e f"]).to_string());
    }
}

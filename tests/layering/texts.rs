//! What is said about files as texts: their words, their first line, their length.

use super::Source;

/// Words of one product, compared without case.
const WORDS: [&str; 3] = ["enkash", "clientid", "response_code"];

/// The names of crates, which hold one of the words.
const CRATES: [&str; 5] = ["enkash_gen", "enkash-gen", "enkash_api", "enkash_tests", "enkash_macros"];

const LONGEST: usize = 500;

/// The places of [`WORDS`] in a file.
pub(super) fn words(file: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for (number, line) in (1..).zip(file.text.lines()) {
        let folded = CRATES.iter().fold(line.to_lowercase(), |line, name| line.replace(name, ""));
        for word in WORDS.iter().filter(|word| folded.contains(*word)) {
            found.push(format!("{}:{number}: the word `{word}`", file.path));
        }
    }
    found
}

/// What is wrong with the outer form of a file. Generated code and snippets for the compiler have their own.
pub(super) fn form(file: &Source) -> Vec<String> {
    if ["tests/golden/", "tests/samples/golden/", "tests/ui/", "enkash-macros/tests/expansions/"]
        .iter()
        .any(|folder| file.path.starts_with(folder))
    {
        return Vec::new();
    }
    let mut found = Vec::new();
    if !file.text.starts_with("//! ") {
        found.push(format!("{}:1: a file opens with `//!` and a sentence of purpose", file.path));
    }
    let lines = file.text.lines().count();
    if lines > LONGEST {
        found.push(format!("{}:{LONGEST}: {lines} lines; a file has at most {LONGEST}", file.path));
    }
    found
}

#[test]
fn a_word_is_found_and_a_crate_is_not() {
    let text = "//! Of enkash_gen.\nconst A: &str = \"EnKash\";\nlet id = \"clientId\"; // response_code\n";
    let file = Source { path: "a.rs".to_owned(), text: text.to_owned() };
    assert_eq!(
        words(&file),
        ["a.rs:2: the word `enkash`", "a.rs:3: the word `clientid`", "a.rs:3: the word `response_code`"]
    );
}

#[test]
fn a_long_or_nameless_file_is_found() {
    let long = format!("//! Long.\n{}", "\n".repeat(LONGEST));
    for (path, text, expected) in [
        ("a.rs", "//! Short.\n", &[][..]),
        (
            "a.rs",
            "// Not its documentation.\n",
            &["a.rs:1: a file opens with `//!` and a sentence of purpose"],
        ),
        ("a.rs", long.as_str(), &["a.rs:500: 501 lines; a file has at most 500"]),
        ("tests/golden/zoo/mod.rs", "// @generated", &[]),
    ] {
        assert_eq!(form(&Source { path: path.to_owned(), text: text.to_owned() }), expected);
    }
}

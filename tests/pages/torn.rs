//! Pages that are cut, shuffled, in another encoding, or none at all: a reason or a description, never a panic.
//!
//! `PROPTEST_CASES=5000 cargo test -p enkash-tests --test pages torn` tries harder.

use enkash_tests::torn::imported;
use proptest::prelude::*;

use super::import::{import, import_bytes, text};

fn pages() -> Vec<String> {
    let renderings = ["full", "collapsed", "mojibake", "dash", "data-schema", "stripped"];
    let mut pages: Vec<String> =
        renderings.iter().map(|name| text(&format!("tests/pages/render/{name}.txt"))).collect();
    pages.push(text("spec/pages/expense-token.txt"));
    pages.push(text("spec/pages/rewards-token.txt"));
    pages
}

#[test]
fn a_page_may_be_cut_at_the_end_of_any_line() {
    // The copies differ little in their lines; all of all of them take minutes.
    for (page, every) in pages().into_iter().zip([3, 11, 11, 11, 11, 5, 11, 11]) {
        for (at, _) in page.match_indices('\n').step_by(every) {
            imported(&page.as_bytes()[..at]);
            imported(&page.as_bytes()[at..]);
        }
    }
}

#[test]
fn what_is_no_page_is_refused_with_a_reason() {
    for (name, bytes, code) in [
        ("empty", b"".as_slice(), "not-a-page"),
        ("blank", b"\n\n  \n", "not-a-page"),
        ("prose", b"Payments\nare made by people.\n", "not-a-page"),
        ("image", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "encoding"),
        ("archive", b"PK\x03\x04\x14\0\0\0", "encoding"),
        ("openapi", b"openapi: 3.0.3\npaths: {}\n", "not-a-page"),
        ("menu", b"  \xe2\x80\xa2 Orders\n    POST\n  \xe2\x80\xa2 Payments\n    GET\n", "not-a-page"),
    ] {
        let imported = import_bytes(&[(name, bytes)]);
        assert!(imported.import.is_none(), "{name}");
        assert_eq!(imported.codes(), [code], "{name}");
    }
}

#[test]
fn every_encoding_of_one_page_says_the_same() {
    let page = text("tests/pages/render/full.txt");
    let expected = import(&[("page.txt", &page)]);
    let sixteen = |bytes: fn(u16) -> [u8; 2]| page.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    for (name, bytes) in [
        ("marked", [b"\xef\xbb\xbf".as_slice(), page.as_bytes()].concat()),
        ("little", [b"\xff\xfe".to_vec(), sixteen(u16::to_le_bytes)].concat()),
        ("big", sixteen(u16::to_be_bytes)),
        ("windows", page.replace('\n', "\r\n").into_bytes()),
    ] {
        let found = import_bytes(&[("page.txt", &bytes)]);
        assert_eq!(found.document(), expected.document(), "{name}");
    }
}

#[test]
fn an_old_encoding_is_read_and_said() {
    let page = "B\u{fc}cher\nPOST\n/v0/books\nRequest\nResponses\n";
    let latin: Vec<u8> = page.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
    let found = import_bytes(&[("page.txt", &latin)]);
    assert_eq!(found.at("op/summary"), "Bücher");
    assert_eq!(found.codes(), ["page-encoding"]);
}

#[test]
fn an_endless_page_takes_no_time_out_of_proportion() {
    let fields = "thing\nobject {1}\nrequired\n".repeat(20_000);
    let dashes = "curl --".repeat(20_000);
    let braces = "{\"a\":".repeat(20_000);
    for rest in [fields, format!("Example\n{braces}"), format!("Request samples\n{dashes}")] {
        imported(format!("A\nPOST\n/a\nRequest\nBody Params application/json\n{rest}").as_bytes());
    }
}

/// The few cases of every run, if `PROPTEST_CASES` does not say.
pub(crate) fn cases() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn cuts_at_any_byte_are_survived(page in 0_usize..8, at in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        let page = &pages()[page];
        let (from, to) = (at.index(page.len()), to.index(page.len()));
        imported(&page.as_bytes()[from.min(to)..from.max(to)]);
        imported(&[&page.as_bytes()[..from.min(to)], &page.as_bytes()[from.max(to)..]].concat());
    }

    #[test]
    fn lines_in_another_order_are_survived(page in 0_usize..8, swaps in prop::collection::vec(any::<[prop::sample::Index; 2]>(), 1..30)) {
        let page = &pages()[page];
        let mut lines: Vec<&str> = page.lines().collect();
        for [one, two] in swaps {
            lines.swap(one.index(page.lines().count()), two.index(page.lines().count()));
        }
        imported(lines.join("\n").as_bytes());
    }

    #[test]
    fn other_bytes_in_some_places_are_survived(page in 0_usize..8, changes in prop::collection::vec(any::<(prop::sample::Index, u8)>(), 1..30)) {
        let mut page = pages()[page].clone().into_bytes();
        for (at, byte) in changes {
            let at = at.index(page.len());
            page[at] = byte;
        }
        imported(&page);
    }

    #[test]
    fn any_bytes_and_any_text_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..300), text in "\\PC{0,200}") {
        imported(&bytes);
        imported(text.as_bytes());
        imported(format!("A\nPOST\n/a\nRequest\nBody Params x/y\n{text}").as_bytes());
        imported(format!("<html>{text}").as_bytes());
    }

    #[test]
    fn words_of_pages_in_any_order_are_survived(words in prop::collection::vec(prop::sample::select(WORDS), 0..60)) {
        imported(words.join("\n").as_bytes());
    }
}

const WORDS: &[&str] = &[
    "POST",
    "/a/{b}",
    "Request",
    "Responses",
    "Body Params application/json",
    "Header Params",
    "Path Params",
    "Query Params",
    "Authorization",
    "Provide your bearer token in the",
    "string",
    "required",
    "optional",
    "object",
    "object {2}",
    "object (A) {1}",
    "array [object {1}]",
    "enum<string>",
    "name",
    "name2",
    "Additional properties",
    "Allowed values:",
    "AB",
    "Example:",
    "Example",
    "Examples",
    "Default:",
    "Match pattern:",
    ">= 1<= 2",
    "{",
    "}",
    "\"name\": {",
    "\"name2\": 1,",
    "]",
    "[",
    "🟢200OK",
    "🟠401",
    "application/json",
    "Body",
    "Data Schema",
    "HTTP Code: 200",
    "Success(200)",
    "Modified at",
    "Next",
    "Previous",
    "Built with",
    "curl -X POST '/a'",
    "\\",
    "--data-raw '{",
    "'",
    "Request samples",
    "  1. Crumb",
    "• item",
    "- itemPOST",
    "PageRequest",
    "AResponse",
    "1.",
];

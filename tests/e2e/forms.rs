//! The forms in which a secret can stand in a text, and a search for all of them.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

/// Finds a word of capital letters in a text: raw, whatever the case; in base64, also amid other bytes, such as the
/// pair of a Basic header; percent-encoded, in hexadecimal, or as a list of bytes. Gives the form and its surroundings.
pub(crate) fn find(text: &str, word: &str) -> Option<(&'static str, String)> {
    let lower = text.to_ascii_lowercase();
    // A list of bytes is printed on one line, or on one each.
    let dense: String = text.chars().filter(|char| !char.is_whitespace()).collect();
    for (form, needle, within) in forms(word) {
        let (text, at) = match within {
            Within::Text => (text, text.find(&needle)),
            Within::AnyCase => (text, lower.find(&needle.to_ascii_lowercase())),
            Within::Dense => (dense.as_str(), dense.find(&needle)),
        };
        if let Some(at) = at {
            let start = text[..at].char_indices().rev().take(200).last().map_or(0, |(start, _)| start);
            return Some((form, text[start..].chars().take(500).collect()));
        }
    }
    None
}

/// What a form is looked for in.
enum Within {
    Text,
    AnyCase,
    /// The text without white space.
    Dense,
}

/// Each form's name and text, and what it is looked for in.
fn forms(word: &str) -> Vec<(&'static str, String, Within)> {
    let each = |form: fn(u8) -> String, between: &str| -> String {
        word.bytes().map(form).collect::<Vec<_>>().join(between)
    };
    let mut forms = vec![
        ("raw", word.to_owned(), Within::AnyCase),
        ("percent-encoded", each(|byte| format!("%{byte:02x}"), ""), Within::AnyCase),
        ("in hexadecimal", each(|byte| format!("{byte:02x}"), ""), Within::AnyCase),
        ("as escapes", each(|byte| format!("\\x{byte:02x}"), ""), Within::AnyCase),
        ("as a list of bytes", each(|byte| byte.to_string(), ","), Within::Dense),
    ];
    // Where the word begins within a group of three bytes is not known; what depends on its neighbours is cut off.
    for before in 0..3 {
        let bytes = [&b"\0\0"[..before], word.as_bytes()].concat();
        let whole = bytes.len() / 3 * 4;
        let cut = |text: String| text[(before * 8).div_ceil(6)..whole].to_owned();
        forms.push(("in base64", cut(STANDARD_NO_PAD.encode(&bytes)), Within::Text));
        forms.push(("in url-safe base64", cut(URL_SAFE_NO_PAD.encode(&bytes)), Within::Text));
    }
    forms
}

#[test]
fn every_form_is_found_amid_other_text() {
    let word = "CANARYCLIENTSECRET";
    let basic: Vec<String> = ["", "i", "id", "id:"]
        .map(|id| base64::prelude::BASE64_STANDARD.encode(format!("{id}{word}é&")))
        .into();
    for text in [
        word.to_owned(),
        format!("é{}é", word.to_lowercase()),
        format!("{:?}", word.as_bytes()),
        format!("{:#?}", [word.as_bytes()]),
        word.bytes().map(|byte| format!("%{byte:02X}")).collect(),
        word.bytes().map(|byte| format!("{byte:02x}")).collect(),
    ]
    .iter()
    .chain(&basic)
    {
        assert!(find(&format!("a {text} b"), word).is_some(), "{text}");
    }
    assert_eq!(find("CANARYCLIENTID, CANARYCLIENTSECRE T", word), None);
}

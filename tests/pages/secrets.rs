//! No sample of a page that may be somebody's reaches anything that is written or shown.

use enkash_gen::{
    page::{self, print},
    report::{Report, Sources, render},
};

use super::{import::text, owners::original};

/// Everything that an import writes or shows.
fn written(name: &str, text: &str) -> String {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let opened = page::open_bytes(name, text.as_bytes(), &mut sources, &mut report).expect("a page");
    let import = page::import(std::slice::from_ref(&opened), &mut report).expect("an operation");
    let mut out = print(&import.document).expect("a description");
    out.push_str(&render(&report, &sources, false));
    for source in sources.iter() {
        out.push_str(&source.text);
    }
    for line in &opened.page.coverage {
        out.push_str(&line.text);
        out.push('\n');
    }
    out.push_str(&format!("{:?}", opened.page));
    out
}

/// The values behind labels and in samples that belong to somebody, and the parts of them that say so alone.
pub(crate) fn secrets(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut found: Vec<String> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if *line == "Example:" {
            found.extend(lines.get(at + 1).map(|value| (*value).to_owned()));
        }
        for piece in line.split(['\'', '"']) {
            let value =
                piece.split_once('=').or_else(|| piece.split_once(": ")).map_or(piece, |(_, value)| value);
            found.push(value.to_owned());
        }
    }
    let parts: Vec<String> = found
        .iter()
        .flat_map(|value| value.split([';', ' ', '=']))
        .map(|part| part.trim().to_owned())
        .collect();
    found.extend(parts);
    let is_secret = |value: &String| {
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        value.len() >= 8
            && digits >= 2
            && value.chars().any(char::is_alphanumeric)
            && value.is_ascii()
            && !value.contains("made")
            && !value.contains(['/', ':'])
            && !value.contains(char::is_whitespace)
            && !value.starts_with("20")
            && value != "base64-encoded"
    };
    found.retain(is_secret);
    found.sort();
    found.dedup();
    found
}

#[test]
fn no_credential_of_the_owners_pages_is_written_or_shown() {
    for name in ["000-token-api", "001-user-authentication"] {
        let Some(text) = original(name) else { continue };
        let secrets = secrets(&text);
        assert!(secrets.len() >= 6, "the test finds the samples");
        let written = written(name, &text);
        for secret in &secrets {
            assert!(
                !written.contains(secret.as_str()),
                "{name}: {} characters of a sample are left",
                secret.len()
            );
        }
    }
}

#[test]
fn credentials_of_any_shape_are_masked_wherever_they_stand() {
    let page = text("spec/pages/rewards-token.txt");
    for (stands_for, secret) in [
        ("bWFkZS11cC1jbGllbnQ6bWFkZS11cC1zZWNyZXQtMDAwMDAwMDAwMDAwMDA=", "UzNjcjN0OlMzY3IzdFMzY3IzdA=="),
        ("Made-Up@0000000", "hunter2!Q"),
        ("made-up_access-token-000002", "zzTOKENzz123"),
        ("made-up_refresh-token-00002", "9.8~7_6-5"),
        ("1234567890", "+91 98765 01234"),
        ("1234567890", "ada.l@bank.example"),
        ("CEK0000000", "CEKQ9W8E7R"),
    ] {
        let page = page.replace(stands_for, secret);
        assert!(page.contains(secret));
        assert!(!written("page.txt", &page).contains(secret), "`{secret}`");
    }
}

#[test]
fn a_secret_in_a_line_that_is_not_understood_is_masked_as_well() {
    let page = text("spec/pages/rewards-token.txt");
    let page =
        page.replace("Request samples\n", "Made-Up@0000000 and Zm9vOmJhcjpiYXo6cXV4MTIz\nRequest samples\n");
    let page = page.replace("Made-Up@0000000", "hunter2!Q");
    let written = written("page.txt", &page);
    assert!(!written.contains("hunter2") && !written.contains("Zm9vOmJhcjpiYXo6cXV4MTIz"));
}

//! Transcriptions: what is kept of a page says the same as the page, and holds nothing that is somebody's.

use enkash_gen::{
    load::tree,
    page::{self, Opened},
    report::{Report, Sources},
};
use proptest::prelude::*;
use serde_json::Value;

use super::{import::text, owners::original, secrets::secrets};

fn opened(name: &str, bytes: &[u8]) -> Option<Opened> {
    page::open_bytes(name, bytes, &mut Sources::new(), &mut Report::new())
}

fn description(opened: &Opened) -> Value {
    page::import(std::slice::from_ref(opened), &mut Report::new())
        .map_or(Value::Null, |import| import.document)
}

/// What a page comes to, and what its transcription comes to.
fn both(name: &str, text: &str) -> (Value, Value, String) {
    let page = opened(name, text.as_bytes()).expect("a page");
    let again = opened(name, page.transcription.as_bytes()).expect("a transcription is a page");
    assert_eq!(
        again.transcription, page.transcription,
        "{name}: a transcription of a transcription is the same"
    );
    assert_eq!(again.page.rendering, page.page.rendering, "{name}");
    (description(&page), description(&again), page.transcription)
}

fn fixtures() -> Vec<(String, String)> {
    let renderings = ["full", "collapsed", "mojibake", "dash", "data-schema", "stripped"];
    let mut all: Vec<String> =
        renderings.iter().map(|name| format!("tests/pages/render/{name}.txt")).collect();
    all.extend(["expense", "rewards"].map(|name| format!("spec/pages/{name}-token.txt")));
    all.into_iter().map(|path| (path.clone(), text(&path))).collect()
}

#[test]
fn a_transcription_says_the_same_as_its_page() {
    let mut pages = fixtures();
    for name in ["000-token-api", "001-user-authentication"] {
        pages.extend(original(name).map(|text| (format!("{name}.txt"), text)));
    }
    for (name, text) in pages {
        let (page, transcription, _) = both(&name, &text);
        assert_eq!(page, transcription, "{name}");
    }
}

#[test]
fn a_transcription_of_a_text_keeps_its_lines() {
    for (name, text) in fixtures() {
        let (_, _, transcription) = both(&name, &text);
        assert_eq!(transcription.lines().count(), text.lines().count(), "{name}");
    }
}

#[test]
fn no_credential_of_the_owners_pages_is_in_a_transcription() {
    for name in ["000-token-api", "001-user-authentication"] {
        let Some(text) = original(name) else { continue };
        let (_, _, transcription) = both(name, &text);
        for secret in secrets(&text) {
            assert!(!transcription.contains(secret.as_str()), "{name}: {} characters are left", secret.len());
        }
    }
}

/// A page of which every value is at the place of one of these.
const PAGE: &str = "Create Login
POST
/v0/login/{id}
Request
Path Params
id
string
required
Example:
7
Header Params
Cookie
string
optional
Example:
JSESSIONID={cookie}
Body Params application/json
password
string
required
Example:{password}
mobile
string
required
Default:
{mobile}
about
string
requiredCall {mobile} and say {password}
otp
integer
optional
nested
object
optional
pan
string
required
Example
{
  \"password\": \"{password}\", \"mobile\": {mobile},
  \"otp\": {otp},
  \"nested\": {
    \"pan\":
      \"{pan}\"
  }
}
Request samples
curl --location --request POST 'https://api.bank.example/v0/login/1?token={cookie}' \\
--user '{pan}:{password}' \\
--header 'Cookie: JSESSIONID={cookie}' \\
--data-raw '{
  \"password\": \"{password}\",
  \"mobile\": {mobile}, \"otp\": {otp}
}'
Responses
🟢200OK
application/json
Body
token
string
required
Example
{\"token\": \"{cookie}\"}
Modified at 2025-01-08 07:53:39
";

/// The page with values, which may be quoted wherever they stand.
fn filled(otp: u32, cookie: &str, password: &str, mobile: u64, pan: &str) -> String {
    PAGE.replace("{otp}", &otp.to_string())
        .replace("{cookie}", cookie)
        .replace("{password}", password)
        .replace("{mobile}", &mobile.to_string())
        .replace("{pan}", pan)
}

#[test]
fn short_values_and_plain_words_are_made_up_where_they_stand() {
    let (page, transcription, kept) =
        both("page.txt", &filled(4821, "hush", "pony", 9_876_501_234, "ABCPD1234E"));
    assert_eq!(page, transcription);
    for secret in ["4821", "hush", "9876501234", "ABCPD1234E"] {
        assert!(!kept.contains(secret), "{secret}\n{kept}");
    }
    // In prose a word is a word; everywhere else it is gone.
    assert_eq!(kept.matches("pony").count(), 1, "{kept}");
    assert!(kept.contains("requiredCall 1234567890 and say pony\n"), "{kept}");
    assert!(kept.contains("  \"password\": \"Made-Up@0000000\", \"mobile\": 1234567890,\n"), "{kept}");
    assert!(
        kept.contains("--user 'made-up:made-up' \\\n--header 'Cookie: JSESSIONID=made-up' \\\n"),
        "{kept}"
    );
}

#[test]
fn html_becomes_its_text_and_keeps_its_address() {
    let html = "<!DOCTYPE html><html><head><link rel=\"canonical\" href=\"https://docs.example/api-1\"></head><body>\
        <h1>Create Login</h1><div>POST</div><div>/v0/login</div><div>Request</div>\
        <div>Body Params application/json</div><div><span>password</span><span>string</span><span>required</span></div>\
        <div>Example:</div><div>hunter2!Q</div><div>Responses</div><div>🟢200OK</div></body></html>";
    let (page, transcription, kept) = both("page.html", html);
    let expected = "https://docs.example/api-1\nCreate Login\nPOST\n/v0/login\nRequest\nBody Params application/json\n\
        password\nstring\nrequired\nExample:\nMade-Up@0000000\nResponses\n🟢200OK\n";
    assert_eq!(kept, expected);
    assert_eq!(page.pointer("/info/x-source/address"), transcription.pointer("/info/x-source/address"));
    assert_eq!(page.pointer("/info/x-source/address"), Some(&"https://docs.example/api-1".into()));
    assert_eq!(without_lines(page), without_lines(transcription));
}

fn without_lines(document: Value) -> Value {
    match document {
        Value::Object(members) => members
            .into_iter()
            .filter(|(key, _)| key != "line")
            .map(|(key, value)| (key, without_lines(value)))
            .collect(),
        Value::Array(items) => items.into_iter().map(without_lines).collect(),
        other => other,
    }
}

#[test]
fn a_transcribed_description_is_printed_alike() {
    let page = opened("page.txt", filled(1, "a", "b", 2, "c").as_bytes()).expect("a page");
    let text = page::print(&description(&page)).expect("YAML");
    assert_eq!(tree(&text), Some(description(&page)));
}

proptest! {
    #![proptest_config(crate::torn::cases())]

    #[test]
    fn whatever_the_values_are_they_are_gone_and_the_rest_is_said(
        otp in 100_000_u32..1_000_000,
        cookie in "[A-Za-z0-9_.~-]{2,8}[A-Z][0-9][a-z]",
        password in "[A-Za-z0-9!@#%*]{2,8}[0-9][A-Z]",
        mobile in 6_000_000_000_u64..10_000_000_000,
        pan in "[A-Z]{5}[0-9]{4}[A-Z]",
    ) {
        prop_assume!(!["made", "Made", "MADE"].iter().any(|word| cookie.contains(word) || password.contains(word)));
        prop_assume!(otp != 123_456 && mobile != 1_234_567_890);
        let (page, transcription, kept) = both("page.txt", &filled(otp, &cookie, &password, mobile, &pan));
        prop_assert_eq!(page, transcription);
        for secret in [&otp.to_string(), &cookie, &password, &mobile.to_string(), &pan] {
            let found = kept.lines().find(|line| line.contains(secret.as_str()) && !line.starts_with("requiredCall"));
            prop_assert_eq!(found, None, "{}", secret);
        }
    }

    #[test]
    fn a_torn_page_has_a_transcription_that_is_a_page(page in 0_usize..8, at in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        let (name, text) = &fixtures()[page];
        let (from, to) = (at.index(text.len()), to.index(text.len()));
        if let Some(page) = opened(name, &text.as_bytes()[from.min(to)..from.max(to)]) {
            prop_assert!(opened(name, page.transcription.as_bytes()).is_some());
        }
    }
}

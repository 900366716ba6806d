//! What a curl command sends, read by its words alone, and what a client has sent.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use enkash_api::testing::Exchange;

/// A request, its headers in small letters and in order.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Request {
    method: String,
    url: String,
    headers: Vec<(String, String)>,
    body: String,
}

impl Request {
    /// Reads the options that are printed, and refuses all others.
    pub(crate) fn parse(command: &str) -> Result<Self, String> {
        let mut words = words(command)?.into_iter();
        if words.next().as_deref() != Some("curl") {
            return Err("this is not curl".to_owned());
        }
        let (mut method, mut url, mut headers, mut body) = (None, None, Vec::new(), String::new());
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("`{word}` has no value"));
            match word.as_str() {
                "--globoff" => {}
                "--head" => method = Some("HEAD".to_owned()),
                "--request" => method = Some(value()?),
                "--user" => {
                    headers
                        .push(("authorization".to_owned(), format!("Basic {}", STANDARD.encode(value()?))));
                }
                "--header" => {
                    let header = value()?;
                    let (name, value) = match header.split_once(": ") {
                        Some(pair) => pair,
                        None => (header.strip_suffix(';').ok_or(format!("`{header}` is no header"))?, ""),
                    };
                    headers.push((name.to_ascii_lowercase(), value.to_owned()));
                }
                "--data-raw" => body = value()?,
                option if option.starts_with('-') => return Err(format!("`{option}` is not known")),
                address => url = Some(address.to_owned()),
            }
        }
        headers.sort();
        Ok(Self { method: method.ok_or("no method")?, url: url.ok_or("no address")?, headers, body })
    }

    /// What was sent, but for what says who sends it.
    pub(crate) fn of(exchange: &Exchange) -> Self {
        let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let mut headers: Vec<_> = exchange
            .headers()
            .iter()
            .filter(|(name, _)| *name != http::header::USER_AGENT)
            .map(|(name, value)| (name.as_str().to_owned(), text(value)))
            .collect();
        headers.sort();
        let body = String::from_utf8_lossy(exchange.body().expect("it is no stream")).into_owned();
        Self { method: exchange.method().to_string(), url: exchange.uri().to_string(), headers, body }
    }
}

/// The words of a command of a POSIX shell without expansions: plain, in single quotes, and escaped by a backslash.
fn words(command: &str) -> Result<Vec<String>, String> {
    let (mut words, mut word) = (Vec::new(), None::<String>);
    let mut chars = command.chars();
    while let Some(c) = chars.next() {
        match c {
            ' ' | '\n' => words.extend(word.take()),
            '\\' => match chars.next() {
                Some('\n') => {}
                Some(c) => word.get_or_insert_default().push(c),
                None => return Err("a backslash at the end".to_owned()),
            },
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next() {
                        Some('\'') => break,
                        Some(c) => word.push(c),
                        None => return Err("a quote without an end".to_owned()),
                    }
                }
            }
            '"' | '$' | '`' | '&' | '|' | ';' | '<' | '>' | '(' | ')' | '*' | '?' | '[' | '#' | '~' => {
                return Err(format!("`{c}` means something to a shell"));
            }
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    Ok(words)
}

#[test]
fn words_are_those_of_a_shell() {
    assert_eq!(
        words("curl 'a b' \\\n  'it'\\''s' '' c").as_deref(),
        Ok(["curl", "a b", "it's", "", "c"].map(str::to_owned).as_slice())
    );
    assert!(words("curl $a").is_err() && words("curl 'a").is_err());
}

//! Samples as the page prints them: the same values are replaced as in what was read of them, and nothing else moves.
//!
//! Invariant: a sample keeps its lines.

use serde_json::Value;

use super::Masks;
use crate::page::{curl, json, skeleton};

/// A sample of a body or of a request, masked where it stands.
pub(in crate::page) fn sample(masks: &mut Masks, text: &str) -> String {
    if skeleton::is_curl(text) { command(masks, text) } else { body(masks, text) }
}

/// JSON, however broken.
fn body(masks: &mut Masks, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    let mut at = 0;
    for leaf in json::leaves(text) {
        out.extend(chars.by_ref().take(leaf.chars.start - at));
        let printed: String = chars.by_ref().take(leaf.chars.len()).collect();
        at = leaf.chars.end;
        let masked = match &leaf.value {
            Value::String(text) => {
                let masked = masks.whole(&leaf.name, text);
                (masked != *text).then(|| Value::from(masked).to_string())
            }
            Value::Number(number) => {
                let text = number.to_string();
                let masked = masks.masked_number(&leaf.name, &text);
                masked.or_else(|| masks.known(&text).map(str::to_owned)).filter(|masked| *masked != text)
            }
            _ => None,
        };
        out.push_str(&masked.unwrap_or(printed));
    }
    out.extend(chars);
    out
}

/// A command line.
fn command(masks: &mut Masks, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut end = 0;
    let mut option = String::new();
    for word in curl::words(text, &mut Vec::new()) {
        let masked = argument(masks, &option, &word.text);
        out.push_str(&text[end..word.at.start]);
        if masked == word.text {
            out.push_str(&text[word.at.clone()]);
        } else {
            out.push_str(&quoted(&masked, &text[word.at.clone()]));
        }
        end = word.at.end;
        option = word.text;
    }
    out.push_str(&text[end..]);
    out
}

/// A word behind an option.
fn argument(masks: &mut Masks, option: &str, word: &str) -> String {
    let pair = |masks: &mut Masks, sign: char| match word.split_once(sign) {
        Some((name, value)) => {
            let (space, value) = value.split_at(value.len() - value.trim_start().len());
            format!("{name}{sign}{space}{}", masks.whole(name.trim(), value))
        }
        None => masks.text(word).into_owned(),
    };
    match option {
        "--header" | "-H" => pair(masks, ':'),
        "--data-urlencode" | "--form" | "-F" => pair(masks, '='),
        "--data-raw" | "--data" | "--data-binary" | "-d" => body(masks, word),
        "--user" | "-u" => "made-up:made-up".to_owned(),
        _ => match word.split_once('?') {
            Some((address, query)) if !word.starts_with('-') => {
                let pairs = query.split('&').map(|pair| match pair.split_once('=') {
                    Some((name, value)) => format!("{name}={}", masks.whole(name, value)),
                    None => pair.to_owned(),
                });
                let query = pairs.collect::<Vec<_>>().join("&");
                format!("{}?{query}", masks.text(address))
            }
            _ => masks.text(word).into_owned(),
        },
    }
}

/// A word in quotes, on as many lines as before.
fn quoted(word: &str, before: &str) -> String {
    let lines = |text: &str| text.matches('\n').count();
    let missing = lines(before).saturating_sub(lines(word));
    format!("'{}'{}", word.replace('\'', "'\\''"), "\n".repeat(missing))
}

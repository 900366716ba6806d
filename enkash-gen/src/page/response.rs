//! The answers of a page: `🟢200Success`, or `Success(200)` on the oldest ones, and what stands below.

use std::ops::Range;

use super::{Became, Confidence, Response, Schema, body, field, line::Line, reader::Reader};
use crate::report::Code;

/// Reads a heading: the status, and what it is called.
pub(super) fn heading(text: &str) -> Option<(u16, &str)> {
    if let Some((name, status)) = text.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        let is_name = name.chars().all(|c| c.is_alphanumeric() || " -_'".contains(c));
        return is_name.then(|| Some((self::status(status)?, name.trim())))?;
    }
    let rest = text.trim_start_matches(|c: char| !c.is_alphanumeric() && !c.is_ascii() || c == ' ');
    let status = self::status(rest.get(..3)?)?;
    let name = &rest[3..];
    (!name.starts_with(|c: char| c.is_ascii_digit() || ".,:-/".contains(c))).then(|| (status, name.trim()))
}

fn status(text: &str) -> Option<u16> {
    let is_status = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|status| is_status && (100..600).contains(status))
}

/// Whether a line that reads like a heading is one: a number alone may as well belong to a sample.
pub(super) fn is_heading(lines: &[Line], at: usize) -> bool {
    let text = |at: usize| lines.get(at).map_or("", |line| line.text.as_str());
    let is_marked = text(at).starts_with(|c: char| !c.is_ascii()) || text(at).ends_with(')');
    let next = text(at + 1);
    heading(text(at)).is_some()
        && (is_marked || media_type(next).is_some() || matches!(next, "Body" | "Data Schema"))
        && (!text(at).ends_with(')') || next.starts_with("HTTP Code") || media_type(next).is_some())
}

/// Reads `application/json`, or `Content Type : JSONapplication/json`.
pub(super) fn media_type(text: &str) -> Option<&str> {
    let text = match text.strip_prefix("Content Type") {
        Some(rest) => {
            let rest = rest.trim_start_matches([' ', ':']);
            ["JSON", "XML", "HTML", "Raw", "Binary", "Text"]
                .iter()
                .find_map(|word| rest.strip_prefix(word))
                .unwrap_or(rest)
                .trim()
        }
        None => text,
    };
    let (kind, rest) = text.split_once('/')?;
    let is_token = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "-+.*_".contains(c))
    };
    let known = ["application", "text", "multipart", "image", "audio", "video", "font", "message", "*"]
        .contains(&kind);
    (known && is_token(rest.split(';').next()?.trim())).then_some(text)
}

/// Reads all answers.
pub(super) fn read(reader: &mut Reader, range: Range<usize>) -> Vec<Response> {
    let starts: Vec<usize> = range.clone().filter(|at| is_heading(&reader.lines, *at)).collect();
    let mut responses: Vec<Response> = Vec::new();
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(range.end);
        let Some((status, name)) = heading(reader.text(*start)) else { continue };
        let name = name.to_owned();
        let response = one(reader, *start, end, status, name);
        match responses.iter().any(|known| known.status == status) {
            true => reader.find(
                Code::PageLine,
                *start,
                format!("status {status} is there twice; the first is taken"),
            ),
            false => responses.push(response),
        }
    }
    responses
}

fn one(reader: &mut Reader, start: usize, end: usize, status: u16, name: String) -> Response {
    reader.mark(start, Became::Fact);
    let source = reader.source(start, Confidence::High);
    let mut at = start + 1;
    let mut media = None;
    let mut is_body = false;
    while at < end {
        let text = reader.text(at);
        if text.starts_with("HTTP Code") {
            reader.mark(at, Became::Label);
        } else if let Some(found) = media_type(text) {
            media = Some(found.to_owned());
            reader.mark(at, Became::Fact);
        } else if matches!(text, "Body" | "Data Schema" | "Headers" | "Header") {
            is_body = true;
            reader.mark(at, Became::Label);
        } else {
            break;
        }
        at += 1;
    }
    let list = field::read(reader, at..end);
    let body =
        (media.is_some() || is_body || !list.fields.is_empty() || !list.example.is_empty()).then(|| {
            let mut body = body::assemble(reader, list, source.clone());
            body.media_type = media;
            if !is_body && body.schema == Schema::Unknown && body.example.is_none() {
                body.note = None;
            }
            body
        });
    Response { status, name, body, source }
}

#[cfg(test)]
mod tests {
    use super::{heading, media_type};

    #[test]
    fn a_heading_is_read_in_every_form() {
        for (text, expected) in [
            ("🟢200Success", Some((200, "Success"))),
            ("🟢200OK", Some((200, "OK"))),
            ("🟢200", Some((200, ""))),
            ("🟠401Unauthorized", Some((401, "Unauthorized"))),
            ("🔴 500 Server Error", Some((500, "Server Error"))),
            ("Success(200)", Some((200, "Success"))),
            ("OK(200)", Some((200, "OK"))),
            ("200", Some((200, ""))),
            ("2008-01-01", None),
            ("200.5", None),
            ("99", None),
            ("700", None),
            ("{\"code\":200}", None),
        ] {
            assert_eq!(heading(text), expected, "{text}");
        }
    }

    #[test]
    fn a_media_type_is_read_in_every_form() {
        assert_eq!(media_type("*/*"), Some("*/*"));
        assert_eq!(media_type("Content Type : JSONapplication/json"), Some("application/json"));
        assert_eq!(media_type("read/write"), None);
    }
}

//! What the key of a request's media type comes to.

use crate::ir::Media;

/// How a body of a media type is written; `None` for a range that leaves it to the schema.
pub(super) fn media(name: &str) -> Option<Media> {
    let essence = essence(name);
    let (kind, subtype) = essence.split_once('/').unwrap_or(("", essence.as_str()));
    Some(match (kind, subtype) {
        _ if is_json(name) => Media::Json,
        ("application", "x-www-form-urlencoded") => Media::Form,
        ("multipart", _) => Media::Multipart,
        ("*" | "application", "*") | ("", _) => return None,
        _ if is_text(kind, subtype) => Media::Text,
        _ => Media::Bytes,
    })
}

/// Whether a media type is JSON by its name or by its structured suffix (RFC 6839).
pub(super) fn is_json(name: &str) -> bool {
    let essence = essence(name);
    let plain = ["application/json", "text/json", "application/x-json", "text/x-json", "json"];
    plain.contains(&essence.as_str()) || essence.ends_with("+json")
}

/// Whether a media type is XML.
pub(super) fn is_xml(name: &str) -> bool {
    let essence = essence(name);
    essence == "application/xml" || essence == "text/xml" || essence.ends_with("+xml")
}

/// Types beside `text/*` whose content is text that a caller writes.
const TEXTS: [&str; 14] = [
    "xml",
    "x-ndjson",
    "ndjson",
    "jsonl",
    "json-seq",
    "x-jsonlines",
    "yaml",
    "x-yaml",
    "graphql",
    "javascript",
    "sql",
    "csv",
    "jwt",
    "jose",
];

fn is_text(kind: &str, subtype: &str) -> bool {
    let suffix = |suffix: &str| subtype.ends_with(suffix);
    kind == "text" || kind == "application" && (TEXTS.contains(&subtype) || suffix("+xml") || suffix("+yaml"))
}

/// The type that is sent for a key: the key itself, but for a range or what could stand in no header.
pub(super) fn sent(name: &str, media: Media) -> String {
    let name = name.trim();
    let legal = name.contains('/') && name.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    let range = name.contains('*') && media != Media::Bytes;
    if legal && !range { name.to_owned() } else { media.usual().to_owned() }
}

pub(super) fn essence(name: &str) -> String {
    name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::{media, sent};
    use crate::ir::Media::{Bytes, Form, Json, Multipart, Text};

    #[test]
    fn media_types_are_told_apart_by_how_they_are_written() {
        for (name, expected, as_sent) in [
            ("application/json", Json, "application/json"),
            ("Application/JSON; charset=utf-8", Json, "Application/JSON; charset=utf-8"),
            ("application/merge-patch+json", Json, "application/merge-patch+json"),
            ("application/*+json", Json, "application/json"),
            ("text/json", Json, "text/json"),
            ("json", Json, "application/json"),
            ("application/x-www-form-urlencoded", Form, "application/x-www-form-urlencoded"),
            ("multipart/form-data", Multipart, "multipart/form-data"),
            ("multipart/mixed", Multipart, "multipart/mixed"),
            ("multipart/*", Multipart, "multipart/form-data"),
            ("text/plain", Text, "text/plain"),
            ("text/*", Text, "text/plain"),
            ("application/xml", Text, "application/xml"),
            ("application/atom+xml", Text, "application/atom+xml"),
            ("application/x-ndjson", Text, "application/x-ndjson"),
            ("application/octet-stream", Bytes, "application/octet-stream"),
            ("image/*", Bytes, "image/*"),
            ("application/zip", Bytes, "application/zip"),
            ("application/\u{e9}", Bytes, "application/octet-stream"),
        ] {
            assert_eq!(media(name), Some(expected), "{name}");
            assert_eq!(sent(name, expected), as_sent, "{name}");
        }
        for range in ["*/*", "application/*", "", "string"] {
            assert_eq!(media(range), None, "{range}");
            assert_eq!(sent(range, Json), "application/json");
        }
        assert_eq!(sent("*/*", Bytes), "*/*");
    }
}

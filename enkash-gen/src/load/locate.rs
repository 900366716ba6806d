//! From a JSON pointer to the bytes to underline: done late, for the few diagnostics that are printed.

use std::{cell::LazyCell, ops::Range};

use super::{
    json, narrow,
    yaml::{Lines, Spot, Spots},
};
use crate::report::Pointer;

/// Whether a node itself is meant or the key at which it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// The key, if it has one.
    Key,
    /// A scalar itself, or the key of anything larger.
    Value,
}

/// So few nodes are looked for by themselves, each in its part of a YAML text.
const FEW: usize = 8;

/// The bytes of the nodes that pointers name; many of them in one pass over a YAML text.
///
/// If a node is not there (the diagnostic may be about what is missing) it is the nearest parent that is. A range lies
/// on one line and on character boundaries; for a text that does not parse it is the start.
pub fn locate(text: &str, wanted: &[(&Pointer, Aim)]) -> Vec<Range<usize>> {
    let tokens: Vec<Vec<_>> = wanted.iter().map(|(pointer, _)| pointer.tokens().collect()).collect();
    let tokens: Vec<Vec<&str>> =
        tokens.iter().map(|tokens| tokens.iter().map(AsRef::as_ref).collect()).collect();
    let like_json = text.trim_start().starts_with(['{', '[']);
    let yaml = LazyCell::new(|| {
        let mut spots = Spots::new();
        tokens.iter().for_each(|tokens| spots.want(tokens));
        let lines = Lines::find(text, &spots);
        (spots, lines)
    });
    let place = |tokens: &[&str], aim| {
        let json = if like_json { json::find(text, tokens, aim) } else { None };
        json.map(|range| first_line(text, range)).or_else(|| {
            let (spots, lines) = &*yaml;
            in_yaml(text, spots.get(tokens)?, lines, aim)
        })
    };
    let nearest =
        |tokens: &[&str], aim| (0..=tokens.len()).rev().find_map(|length| place(&tokens[..length], aim));
    let by_itself = |tokens: &[&str], aim| {
        if like_json || wanted.len() > FEW { None } else { in_part(text, tokens, aim) }
    };
    wanted
        .iter()
        .zip(&tokens)
        .map(|((_, aim), tokens)| {
            let found = by_itself(tokens, *aim).or_else(|| nearest(tokens, *aim));
            found.unwrap_or(0..first_token(text, 0))
        })
        .collect()
}

/// The node, or its nearest parent, in the part of a YAML text in which it stands; `None` if there is no such part, or it
/// cannot be read by itself.
fn in_part(text: &str, tokens: &[&str], aim: Aim) -> Option<Range<usize>> {
    let part = narrow::narrow(text, tokens)?;
    let (start, text, tokens) = (part.bytes.start, &text[part.bytes], &tokens[part.above..]);
    let mut spots = Spots::new();
    spots.want(tokens);
    let lines = Lines::find(text, &spots);
    let place = |length: usize| in_yaml(text, spots.get(&tokens[..length])?, &lines, aim);
    let found = (1..=tokens.len()).rev().find_map(place)?;
    Some(start + found.start..start + found.end)
}

fn in_yaml(text: &str, spot: Spot, lines: &Lines, aim: Aim) -> Option<Range<usize>> {
    let itself = spot.start.filter(|_| aim == Aim::Value && spot.scalar);
    let (mark, scalar) = match (itself, spot.key) {
        (Some(mark), _) => (mark, true),
        (None, Some(key)) => (key, false),
        (None, None) => (spot.start?, spot.scalar),
    };
    let offset = lines.offset(text, mark);
    Some(offset..if scalar { scalar_end(text, offset) } else { first_token(text, offset) })
}

/// The bytes to underline at a line and a column, both counted from 1, the column in characters.
pub fn span_at(text: &str, line: usize, column: usize) -> Range<usize> {
    let start = offset_of(text, line, column);
    let line = line_from(text, start);
    let word = line.find(|c: char| !(c.is_alphanumeric() || "_-".contains(c))).unwrap_or(line.len());
    start..if word > 0 { start + word } else { first_token(text, start) }
}

/// Line and column of a byte offset, both counted from 1, the column in characters.
pub fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..boundary(text, offset)];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.bytes().filter(|byte| *byte == b'\n').count() + 1, before[start..].chars().count() + 1)
}

/// The byte offset of a line and a column; the nearest that exists.
pub(super) fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start = match line.checked_sub(2) {
        Some(breaks) => text.match_indices('\n').nth(breaks).map_or(text.len(), |(at, _)| at + 1),
        None => 0,
    };
    let line = text[start..].split('\n').next().unwrap_or_default();
    start + line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(at, _)| at)
}

/// The nearest character boundary at or before an offset that came from elsewhere.
pub(super) fn boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// The end of the key or word that starts at `start`.
fn first_token(text: &str, start: usize) -> usize {
    let line = line_from(text, start);
    if let Some(end) = quoted_end(line) {
        return start + end;
    }
    let flow = in_flow(text, start);
    let end = line
        .char_indices()
        .find(|(at, c)| {
            let next = line[at + c.len_utf8()..].chars().next();
            (*c == ':' && next.is_none_or(char::is_whitespace)) || (flow && matches!(c, ',' | ']' | '}'))
        })
        .map_or(line.len(), |(at, _)| at);
    let end = line[..end].trim_end().len();
    start + if end == 0 { line.chars().next().map_or(0, char::len_utf8) } else { end }
}

/// The end of the scalar that starts at `start`, on its first line.
fn scalar_end(text: &str, start: usize) -> usize {
    let line = line_from(text, start);
    if let Some(end) = quoted_end(line) {
        return start + end;
    }
    let comment = line.find(" #").unwrap_or(line.len());
    let end = if in_flow(text, start) { line.find([',', ']', '}']).unwrap_or(comment) } else { comment };
    start + line[..end.min(comment)].trim_end().len()
}

/// Whether a bracket is open on this line in front of `start`: only then does a comma end a scalar. A guess that
/// costs a longer underline where it is wrong.
fn in_flow(text: &str, start: usize) -> bool {
    let before = text[..start].rsplit('\n').next().unwrap_or_default();
    before.matches(['[', '{']).count() > before.matches([']', '}']).count()
}

fn quoted_end(line: &str) -> Option<usize> {
    let quote = line.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut escaped = false;
    let end = line.char_indices().skip(1).find(|(_, c)| {
        let ends = *c == quote && !escaped;
        escaped = quote == '"' && *c == '\\' && !escaped;
        ends
    });
    Some(end.map_or(line.len(), |(at, _)| at + 1))
}

fn line_from(text: &str, start: usize) -> &str {
    text[start..].split(['\n', '\r']).next().unwrap_or_default()
}

fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    range.start..range.end.min(range.start + line_from(text, range.start).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const YAML: &str = "\
openapi: 3.0.3
info:
  title: \"Bücherei: Ü\"   # the title
paths:
  /books/{id}:
    get:
      tags: [é, loans]
      parameters:
        - name: id
          in: path
      description: |
        two
        lines
      deprecated:
";

    fn range(text: &str, pointer: &str, aim: Aim) -> Range<usize> {
        locate(text, &[(&Pointer::parse(pointer).unwrap(), aim)]).remove(0)
    }

    /// Line, column and underlined text.
    fn at<'t>(text: &'t str, pointer: &str) -> (usize, usize, &'t str) {
        let range = range(text, pointer, Aim::Value);
        let (line, column) = line_column(text, range.start);
        (line, column, &text[range])
    }

    #[test]
    fn a_yaml_scalar_is_underlined_itself_and_anything_larger_by_its_key() {
        for (pointer, expected) in [
            ("", (1, 1, "openapi")),
            ("/openapi", (1, 10, "3.0.3")),
            ("/info", (2, 1, "info")),
            ("/info/title", (3, 10, "\"Bücherei: Ü\"")),
            ("/paths/~1books~1{id}", (5, 3, "/books/{id}")),
            ("/paths/~1books~1{id}/get/tags", (7, 7, "tags")),
            ("/paths/~1books~1{id}/get/tags/1", (7, 17, "loans")),
            ("/paths/~1books~1{id}/get/parameters/0", (9, 11, "name")),
            ("/paths/~1books~1{id}/get/parameters/0/in", (10, 15, "path")),
            ("/paths/~1books~1{id}/get/description", (11, 20, "|")),
            ("/paths/~1books~1{id}/get/deprecated", (14, 7, "deprecated")),
        ] {
            assert_eq!(at(YAML, pointer), expected, "{pointer}");
        }
    }

    #[test]
    fn a_node_is_found_alike_by_itself_and_among_many() {
        for name in ["library", "shapes", "obstacle", "uploads"] {
            let path = format!("{}/../tests/golden/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(&path).expect("a golden");
            let tree = crate::load::tree(&text).expect("it is YAML");
            let mut pointers = Vec::new();
            nodes(&tree, Pointer::root(), &mut pointers);
            let wanted: Vec<_> = pointers.iter().map(|pointer| (pointer, Aim::Value)).collect();
            let among_many = locate(&text, &wanted);
            let mut narrowed = 0;
            for (wanted, range) in wanted.iter().zip(among_many).step_by(7) {
                let tokens: Vec<_> = wanted.0.tokens().collect();
                let tokens: Vec<&str> = tokens.iter().map(AsRef::as_ref).collect();
                narrowed += usize::from(in_part(&text, &tokens, wanted.1).is_some());
                assert_eq!(locate(&text, &[*wanted]), [range], "{name}: {}", wanted.0);
            }
            assert!(narrowed > 10, "{name}: {narrowed}");
        }
    }

    /// Every node of a tree.
    fn nodes(value: &serde_json::Value, at: Pointer, found: &mut Vec<Pointer>) {
        match value {
            serde_json::Value::Object(members) => {
                members.iter().for_each(|(key, value)| nodes(value, at.child(key), found));
            }
            serde_json::Value::Array(items) => {
                let items = items.iter().enumerate();
                items.for_each(|(index, value)| nodes(value, at.index(index), found));
            }
            _ => {}
        }
        found.push(at);
    }

    #[test]
    fn a_json_node_is_found_exactly() {
        let text = "{\n  \"info\": {\"title\": \"\\\"ü\\\"\", \"a/b\" : [1, {\"x\": null}, \"z\"]},\n  \"l\\u0069st\": []\n}";
        for (pointer, expected) in [
            ("", (1, 1, "{")),
            ("/info", (2, 3, "\"info\"")),
            ("/info/title", (2, 21, "\"\\\"ü\\\"\"")),
            ("/info/a~1b", (2, 30, "\"a/b\"")),
            ("/info/a~1b/0", (2, 39, "1")),
            ("/info/a~1b/1", (2, 42, "{")),
            ("/info/a~1b/1/x", (2, 48, "null")),
            ("/info/a~1b/2", (2, 55, "\"z\"")),
            ("/list", (3, 3, "\"l\\u0069st\"")),
        ] {
            assert_eq!(at(text, pointer), expected, "{pointer}");
        }
    }

    #[test]
    fn a_key_is_found_where_only_the_key_is_wrong() {
        let key = |text: &'static str, pointer| {
            let range = range(text, pointer, Aim::Key);
            (line_column(text, range.start), &text[range])
        };
        assert_eq!(key(YAML, "/info/title"), ((3, 3), "title"));
        assert_eq!(key(YAML, "/paths/~1books~1{id}/get/tags/1"), ((7, 17), "loans"));
        assert_eq!(key("{\"a\": {\"b\": 1}}", "/a/b"), ((1, 8), "\"b\""));
        assert_eq!(key("{\"a\": [1]}", "/a/0"), ((1, 8), "1"));
    }

    #[test]
    fn a_node_that_is_not_there_is_shown_at_its_nearest_parent() {
        assert_eq!(at(YAML, "/info/version"), (2, 1, "info"));
        assert_eq!(at(YAML, "/paths/~1books~1{id}/get/tags/9/x"), (7, 7, "tags"));
        assert_eq!(at(YAML, "/info/title/deeper/still"), (3, 10, "\"Bücherei: Ü\""));
        assert_eq!(at("{\"a\": [1]}", "/a/1"), (1, 2, "\"a\""));
        assert_eq!(at("{\"a\": [1]}", "/b"), (1, 1, "{"));
    }

    #[test]
    fn no_text_and_no_pointer_make_it_panic() {
        for text in [
            "",
            "\u{feff}",
            "{",
            "[1",
            "{\"a\"",
            "a: [",
            "é",
            "\r\n",
            "\"",
            "{\"a\\",
            "- é:\n\t- x",
            "{a: 1, b: [2]}",
        ] {
            for pointer in ["", "/", "/a", "/0", "/a/0", "/b/0"] {
                let range = range(text, pointer, Aim::Value);
                assert!(text.get(range).is_some(), "{text:?} {pointer}");
            }
            for (line, column) in [(0, 0), (1, 1), (1, 2), (9, 9)] {
                assert!(text.get(span_at(text, line, column)).is_some(), "{text:?} {line}:{column}");
            }
        }
    }
}

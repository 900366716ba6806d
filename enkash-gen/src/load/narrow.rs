//! The part of a YAML text in which a node stands, by indentation alone: a diagnostic or two need not cost another parse
//! of megabytes.
//!
//! A guess, and used as one: whoever asks parses the part, and the whole text if the node is not found in it.

use std::ops::Range;

/// A part of a text that is a mapping, whose first key is the one that is wanted.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) bytes: Range<usize>,
    /// How many tokens of the pointer lead to the mapping.
    pub(super) above: usize,
}

/// The smallest part for a pointer; `None` if it is not much less than the whole.
pub(super) fn narrow(text: &str, tokens: &[&str]) -> Option<Part> {
    let mut inside = 0..text.len();
    let mut part = None;
    for (above, token) in tokens.iter().enumerate() {
        let Some((bytes, value)) = entry(text, inside, token) else { break };
        part = Some(Part { bytes, above });
        inside = value;
    }
    part.filter(|part| part.bytes.len() < text.len() / 2)
}

/// The bytes of an entry of the mapping that fills a part of a text, and those of its value below the line of its key.
fn entry(text: &str, inside: Range<usize>, wanted: &str) -> Option<(Range<usize>, Range<usize>)> {
    let mut level = None;
    let mut found: Option<(usize, usize)> = None;
    let mut at = inside.start;
    for line in text[inside.clone()].split_inclusive('\n') {
        let (start, content) = (at, line.trim_start_matches(' '));
        at += line.len();
        if content.trim_end().is_empty() || content.starts_with('#') || line.starts_with("---") {
            continue;
        }
        let depth = line.len() - content.len();
        // The items of a list may stand as far left as the key that they belong to.
        if depth > *level.get_or_insert(depth) || (found.is_some() && content.starts_with('-')) {
            continue;
        }
        if let Some((key, value)) = found {
            return Some((key..start, value.min(start)..start));
        }
        if let Some((name, rest)) = key(content)
            && name == wanted
        {
            let is_below = rest.is_empty() || rest.starts_with('#');
            found = Some((start, if is_below { at } else { inside.end }));
        }
    }
    found.map(|(key, value)| (key..inside.end, value..inside.end)).filter(|(bytes, _)| !bytes.is_empty())
}

/// The key of a line, and what follows its colon.
fn key(content: &str) -> Option<(&str, &str)> {
    let (name, rest) = match content.chars().next()? {
        quote @ ('"' | '\'') => content[1..].split_once(quote)?,
        _ => content
            .split_at(content.find(": ").or_else(|| content.trim_end().strip_suffix(':').map(str::len))?),
    };
    Some((name, rest.trim_start().strip_prefix(':')?.trim()))
}

#[cfg(test)]
mod tests {
    use super::{entry, narrow};

    const TEXT: &str = "\
# a comment
---
info:
  description: |
    paths:
  title: x   # said
tags:
- name: a
  description: b
\"paths\":
  '/a b':
    get: # the first
      x: 1

    put: {x: 2}
  /c: &c
    get:
      x: 3
end: 1
";

    fn of(tokens: &[&str]) -> Option<&'static str> {
        let mut inside = 0..TEXT.len();
        let mut found = None;
        for token in tokens {
            let (bytes, value) = entry(TEXT, inside, token)?;
            found = Some(&TEXT[bytes]);
            inside = value;
        }
        found
    }

    #[test]
    fn an_entry_ends_where_the_next_begins() {
        assert_eq!(of(&["info", "title"]), Some("  title: x   # said\n"));
        assert_eq!(of(&["tags"]), Some("tags:\n- name: a\n  description: b\n"));
        assert_eq!(of(&["paths", "/a b", "get"]), Some("    get: # the first\n      x: 1\n\n"));
        assert_eq!(of(&["paths", "/a b", "get", "x"]), Some("      x: 1\n\n"));
        assert_eq!(of(&["end"]), Some("end: 1\n"));
    }

    #[test]
    fn what_does_not_stand_below_its_key_is_not_looked_into() {
        for tokens in
            [&["tags", "0"][..], &["paths", "/a b", "put", "x"], &["paths", "/c", "get"], &["nothing"]]
        {
            assert_eq!(of(tokens), None, "{tokens:?}");
        }
        let part = narrow(TEXT, &["paths", "/c", "get"]).expect("the nearest");
        assert_eq!((&TEXT[part.bytes], part.above), ("  /c: &c\n    get:\n      x: 3\n", 1));
    }
}

//! What stands between the path and the request: a tag, a description, and schemas in clear.

use std::ops::Range;

use super::{Became, Confidence, Fact, Field, Source, field, reader::Reader};
use crate::report::Code;

/// What the prose says.
#[derive(Debug, Default)]
pub(super) struct Prose {
    pub(super) tag: Option<Fact<String>>,
    pub(super) description: Option<Fact<String>>,
    pub(super) blocks: Vec<Listed>,
}

/// A schema of the prose, before its fields are put into their places.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) fields: Vec<Field>,
    pub(super) source: Source,
}

/// Reads the prose. `glued` is what stands on the line of the path.
pub(super) fn read(reader: &mut Reader, range: Range<usize>, glued: &str) -> Prose {
    let mut prose = Prose::default();
    let mut lines: Vec<String> = Vec::new();
    let mut first = None;
    let mut lost = None;
    if !glued.is_empty() {
        first = Some(range.start.saturating_sub(1));
        lines.push(glued.to_owned());
    }
    let mut at = range.start;
    while at < range.end {
        let text = reader.text(at).to_owned();
        if is_block(reader, at, &range) {
            reader.mark(at, Became::Label);
            at = block(reader, &mut prose, at, range.end);
            continue;
        }
        if at == range.start && glued.is_empty() && is_tag(&text) {
            reader.mark(at, Became::Fact);
            prose.tag = Some(Fact::new(text, reader.source(at, Confidence::Medium)));
        } else if !text.chars().any(char::is_alphanumeric) {
            reader.mark(at, Became::Label);
        } else {
            reader.mark(at, Became::Description);
            let is_lost =
                is_bare_number(&text) && (at + 1 >= range.end || is_bare_number(reader.text(at + 1)));
            if is_lost {
                lost = lost.or(Some(at));
            } else {
                first = first.or(Some(at));
                lines.push(text);
            }
        }
        at += 1;
    }
    if let Some(at) = lost {
        reader.find(
            Code::LostValue,
            at,
            "of a list in the description, only the numbers are left in this copy",
        );
    }
    if let Some(first) = first.filter(|_| !lines.is_empty()) {
        let text = joined(&lines);
        prose.description = Some(Fact::new(text, reader.source(first, Confidence::High)));
    }
    prose
}

/// Lines, with the numbers of a list in front of their texts.
fn joined(lines: &[String]) -> String {
    let mut text = String::new();
    let mut before: Option<&str> = None;
    for line in lines {
        match before {
            Some(number) if is_bare_number(number) => text.push(' '),
            Some(_) => text.push('\n'),
            None => {}
        }
        text.push_str(line);
        before = Some(line);
    }
    text
}

fn is_bare_number(text: &str) -> bool {
    text.strip_suffix('.')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a line is the tag of an operation, as generated descriptions name them.
fn is_tag(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let is_controller = words == 1 && text.ends_with("-controller");
    let is_group = words <= 5 && (text.ends_with(" Apis") || text.ends_with(" APIs"));
    is_controller || is_group
}

/// Whether a schema begins here: a heading, and a field below it.
fn is_block(reader: &Reader, at: usize, range: &Range<usize>) -> bool {
    at + 3 < range.end && field::starts(&reader.lines, at + 1) && !field::starts(&reader.lines, at)
}

/// Whether a line is the heading of a further schema.
fn is_heading(reader: &Reader, at: usize) -> bool {
    let text = reader.text(at);
    let is_named = text.ends_with("Request") || text.ends_with("Response");
    is_named && field::starts(&reader.lines, at + 1)
}

fn block(reader: &mut Reader, prose: &mut Prose, heading: usize, end: usize) -> usize {
    let end = (heading + 1..end).find(|at| is_heading(reader, *at)).unwrap_or(end);
    let name = reader.text(heading).to_owned();
    let source = reader.source(heading, Confidence::High);
    let list = field::read(reader, heading + 1..end);
    reader.find(
        Code::SchemaInProse,
        heading,
        format!("`{name}` describes the body in clear; the body itself may be an envelope around it"),
    );
    prose.blocks.push(Listed { name, fields: list.fields, source });
    end
}

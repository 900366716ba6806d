//! One block of a list of fields: name, type, requiredness, and what else is said of it, each on its line.

mod attribute;

use std::ops::Range;

use serde_json::Value;

use super::{
    Became, Confidence, Source,
    kind::{Base, Kind},
    limit::Limit,
    line::Line,
    reader::Reader,
    skeleton,
};
use crate::report::Code;

/// The name under which a page says what members of any name hold.
pub(super) const ADDITIONAL: &str = "Additional properties";

/// One field, as the page lists it: without its place among the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its name on the wire; `None` for a body that is one value.
    pub name: Option<String>,
    /// What it holds.
    pub kind: Kind,
    /// Whether it must be there; `None` if that is not known.
    pub required: Option<bool>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Whether it may be `null`.
    pub nullable: bool,
    /// What is said of it, line by line.
    pub description: Vec<String>,
    /// Its bounds.
    pub limits: Vec<Limit>,
    /// The regular expression that its text matches.
    pub pattern: Option<String>,
    /// The values that it may have, as they are printed.
    pub values: Option<Printed>,
    /// The value that is taken if there is none.
    pub default: Option<String>,
    /// A value that it may have.
    pub example: Option<String>,
    /// Where its name stands.
    pub source: Source,
}

/// The allowed values as a page prints them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed {
    /// One after the other, with nothing in between.
    Glued(String),
    /// One by one.
    Apart(Vec<String>),
}

/// What a list holds.
#[derive(Debug, Default)]
pub(super) struct List {
    pub(super) fields: Vec<Field>,
    /// Lines in front of the first field.
    pub(super) note: Vec<String>,
    /// The lines of the example of the whole.
    pub(super) example: Range<usize>,
}

/// Whether a line names a field: a type follows, and after that whether it is required.
pub(super) fn starts(lines: &[Line], at: usize) -> bool {
    let text = |at: usize| lines.get(at).map_or("", |line| line.text.as_str());
    !skeleton::is_list_label(text(at))
        && Kind::parse(text(at + 1)).is_some()
        && requiredness(text(at + 2)).is_some()
}

/// Whether a field begins here that has lost its name, or that is a value without one.
pub(super) fn is_nameless(lines: &[Line], at: usize) -> bool {
    let text = |at: usize| lines.get(at).map_or("", |line| line.text.as_str());
    Kind::parse(text(at)).is_some() && requiredness(text(at + 1)).is_some()
}

/// Reads `required` or `optional`, and what may be glued to it.
fn requiredness(text: &str) -> Option<(bool, &str)> {
    [("required", true), ("optional", false)].into_iter().find_map(|(word, required)| {
        let rest = text.strip_prefix(word)?;
        let is_apart = rest.chars().next().is_none_or(|c| c.is_uppercase() || "><≥≤:".contains(c));
        is_apart.then_some((required, rest))
    })
}

/// Whether a line is the heading of an example of the whole.
pub(super) fn is_example(text: &str) -> bool {
    matches!(text, "Example" | "Examples")
}

/// Reads a list of fields.
pub(super) fn read(reader: &mut Reader, range: Range<usize>) -> List {
    let mut list = List { example: range.end..range.end, ..List::default() };
    let mut at = range.start;
    while at < range.end {
        if starts(&reader.lines, at) && at + 2 < range.end {
            let (field, next) = block(reader, Some(at), at + 1, range.end);
            list.fields.push(field);
            at = next;
        } else if is_nameless(&reader.lines, at) && at + 1 < range.end {
            let (field, next) = block(reader, None, at, range.end);
            if list.fields.is_empty() && !is_lost(reader) {
                list.fields.push(field);
            } else {
                reader.find(Code::LostValue, at, "the name of a field is lost in this copy of the page");
            }
            at = next;
        } else if is_example(reader.text(at)) {
            reader.mark(at, Became::Label);
            list.example = at + 1..range.end;
            break;
        } else {
            if list.fields.is_empty() {
                reader.mark(at, Became::Description);
                list.note.push(reader.text(at).to_owned());
            }
            at += 1;
        }
    }
    list
}

/// Whether names of fields are lost as a matter of course.
fn is_lost(reader: &Reader) -> bool {
    reader.rendering == super::Rendering::Stripped
}

/// Reads a block whose type stands at `kind`; gives the index behind it.
fn block(reader: &mut Reader, name: Option<usize>, kind: usize, end: usize) -> (Field, usize) {
    let first = name.unwrap_or(kind);
    let (required, glued) = requiredness(reader.text(kind + 1)).unwrap_or((false, ""));
    let glued = glued.to_owned();
    let called = name.map(|at| reader.text(at).to_owned());
    let parsed = Kind::parse(reader.text(kind)).unwrap_or(Kind::of(Base::Any));
    let source = reader.source(first, Confidence::High);
    let mut field = Field { required: Some(required), ..Field::bare(called, parsed, None, source) };
    reader.mark_all(first..kind + 2, Became::Fact);
    let mut at = kind + 2;
    // What is glued to the requiredness stands on its line, and is read like a line of its own.
    let mut glued = Some(glued).filter(|glued| !glued.is_empty());
    loop {
        let (text, here) = match glued.take() {
            Some(glued) => (glued, at - 1),
            None if at < end && !ends(reader, at) => {
                at += 1;
                (reader.text(at - 1).to_owned(), at - 1)
            }
            None => return (field, at),
        };
        at = attribute::read(reader, &mut field, &text, here, at, end);
    }
}

/// Whether a block ends in front of this line.
fn ends(reader: &Reader, at: usize) -> bool {
    let text = reader.text(at);
    starts(&reader.lines, at)
        || is_nameless(&reader.lines, at)
        || is_example(text)
        || skeleton::is_list_label(text)
        || skeleton::is_samples_label(text)
}

impl Field {
    /// A field of which nothing else is known yet; all that there is of one that only a sample shows.
    pub(super) fn bare(name: Option<String>, kind: Kind, example: Option<String>, source: Source) -> Self {
        Self {
            name,
            kind,
            required: None,
            deprecated: false,
            nullable: false,
            description: Vec::new(),
            limits: Vec::new(),
            pattern: None,
            values: None,
            default: None,
            example,
            source,
        }
    }

    /// A text of the page as a value of this field.
    pub(super) fn value(&self, text: &str) -> Value {
        let typed = match self.kind.base {
            Base::Integer => text.parse::<i64>().ok().map(Value::from),
            Base::Number => text.parse::<f64>().ok().and_then(|_| serde_json::from_str(text).ok()),
            Base::Boolean => text.parse::<bool>().ok().map(Value::from),
            Base::Object | Base::Array | Base::Null | Base::Any => serde_json::from_str(text).ok(),
            Base::String => None,
        };
        typed.unwrap_or_else(|| text.into())
    }
}

//! A list of fields and a sample, put together to a body.

use std::ops::Range;

use serde_json::Value;

use super::{
    Became, Body, Confidence, Fact, Field, Members, Node, Rendering, Schema, Source, field::List, json, nest,
    reader::Reader,
};
use crate::report::Code;

/// The body that a list and its sample describe.
pub(super) fn assemble(reader: &mut Reader, list: List, source: Source) -> Body {
    let example = sample(reader, list.example.clone());
    let is_listed = !list.fields.is_empty();
    let schema = match (&example, is_listed) {
        (Some(example), true) if reader.rendering == Rendering::Stripped => {
            pinned(list.fields, Schema::inferred(&example.value, &example.source))
        }
        (_, true) => {
            let nested = nest::nest(list.fields, example.as_ref().map(|example| &example.value));
            for (line, message) in nested.misfits {
                reader.find_at(Code::PageNesting, line, message);
            }
            nested.schema
        }
        (Some(example), false) => Schema::inferred(&example.value, &example.source),
        (None, false) => Schema::Unknown,
    };
    let note = (!list.note.is_empty()).then(|| list.note.join("\n"));
    Body { media_type: None, required: None, note, schema, is_listed, example, source }
}

/// The fields of a list that has lost names: each in the place that the sample has for its name, if there is one.
fn pinned(fields: Vec<Field>, mut schema: Schema) -> Schema {
    let Schema::Object(members) = &mut schema else { return schema };
    for field in fields {
        let mut places = Vec::new();
        find(members, field.name.as_deref(), &mut Vec::new(), &mut places);
        match places.as_slice() {
            [place] => {
                if let Some(node) = at(members, place) {
                    node.field = field;
                }
            }
            _ => members.fields.push(Node::of(field)),
        }
    }
    schema
}

/// The places of a name, as indexes from the outermost object on.
fn find(members: &Members, name: Option<&str>, path: &mut Vec<usize>, places: &mut Vec<Vec<usize>>) {
    for (index, node) in members.fields.iter().enumerate() {
        path.push(index);
        if node.field.name.as_deref() == name {
            places.push(path.clone());
        }
        find(&node.members, name, path, places);
        path.pop();
    }
}

fn at<'m>(members: &'m mut Members, place: &[usize]) -> Option<&'m mut Node> {
    let (first, rest) = place.split_first()?;
    let node = members.fields.get_mut(*first)?;
    if rest.is_empty() { Some(node) } else { at(&mut node.members, rest) }
}

/// Reads the sample that stands on some lines.
pub(super) fn sample(reader: &mut Reader, range: Range<usize>) -> Option<Fact<Value>> {
    let mut start = range.start;
    let opens = |text: &str| text.starts_with(['{', '[', '"']) || text.parse::<f64>().is_ok();
    let is_word = |text: &str| matches!(text, "true" | "false" | "null");
    if range.len() > 1 && !opens(reader.text(start)) && opens(reader.text(start + 1)) {
        // Where there are several samples, the name of the one that is shown stands above it.
        reader.mark(start, Became::Label);
        start += 1;
    }
    if range.is_empty() {
        return None;
    }
    if reader.text(start) == "Not configured" {
        reader.mark(start, Became::Sample);
        return None;
    }
    let first = reader.text(start);
    if !opens(first) && !is_word(first) {
        return None;
    }
    let text: Vec<&str> = (start..range.end).map(|at| reader.text(at)).collect();
    let sample = json::read(&text.join("\n"))?;
    reader.mark_all(start..range.end, Became::Sample);
    for (line, fault) in sample.faults.into_iter().take(5) {
        reader.find(Code::PageSample, (start + line).min(range.end - 1), fault);
    }
    Some(Fact::new(sample.value, reader.source(start, Confidence::High)))
}

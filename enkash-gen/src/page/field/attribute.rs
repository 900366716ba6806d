//! What is said of a field below its type: bounds, patterns, values, prose.

use std::ops::Range;

use super::{Field, Printed, ends};
use crate::{
    page::{Became, damage, limit, reader::Reader},
    report::Code,
};

/// Reads one line of a block, which stands at `here`, and the lines that belong to it, from `at` on.
pub(super) fn read(
    reader: &mut Reader,
    field: &mut Field,
    text: &str,
    here: usize,
    at: usize,
    end: usize,
) -> usize {
    let labelled = |label: &str| text.strip_prefix(label).map(|rest| rest.trim().to_owned());
    if let Some(rest) = labelled("Match pattern:") {
        let (value, next) = value(reader, rest, here, at, end, 1);
        field.pattern = value.into_iter().next();
        return next;
    }
    if let Some(rest) = labelled("Allowed values:") {
        let (values, next) = value(reader, rest, here, at, end, usize::MAX);
        let printed = match values.as_slice() {
            [one] => Printed::Glued(one.clone()),
            _ => Printed::Apart(values),
        };
        field.values = Some(printed);
        return next;
    }
    if let Some(rest) = labelled("Allowed value:") {
        let (values, next) = value(reader, rest, here, at, end, 1);
        field.values = Some(Printed::Apart(values));
        return next;
    }
    if let Some(rest) = labelled("Default:") {
        let (value, next) = value(reader, rest, here, at, end, 1);
        field.default = value.into_iter().next();
        if let Some(text) = field.default.clone() {
            reader.show(field.name.as_deref(), text, lines(here, at, next));
        }
        return next;
    }
    if let Some(rest) = labelled("Example:") {
        let (value, next) = value(reader, rest, here, at, end, usize::MAX);
        field.example = Some(value.join("\n")).filter(|value| !value.is_empty());
        if let Some(text) = field.example.clone() {
            reader.show(field.name.as_deref(), text, lines(here, at, next));
        }
        if field.example.as_deref().is_some_and(|value| value.contains(damage::HIDDEN_MAIL)) {
            field.example = None;
            reader.find(
                Code::LostValue,
                next.saturating_sub(1),
                "a mail address is hidden in this copy of the page",
            );
        }
        return next;
    }
    if let Some(limits) = limit::parse(text) {
        field.limits.extend(limits);
        reader.mark(here, Became::Fact);
    } else if text.eq_ignore_ascii_case("deprecated") {
        field.deprecated = true;
        reader.mark(here, Became::Fact);
    } else if text.eq_ignore_ascii_case("nullable") {
        field.nullable = true;
        reader.mark(here, Became::Fact);
    } else {
        field.description.push(text.to_owned());
        if reader.text(here) == text {
            reader.mark(here, Became::Description);
        }
    }
    at
}

/// Where a value stands: behind its label, or glued to it.
fn lines(here: usize, at: usize, next: usize) -> Range<usize> {
    if next > at { at..next } else { here..here + 1 }
}

/// The lines that belong to a label: what is glued to it, or at most so many of the lines behind it.
fn value(
    reader: &mut Reader,
    glued: String,
    here: usize,
    mut at: usize,
    end: usize,
    most: usize,
) -> (Vec<String>, usize) {
    if !glued.is_empty() {
        reader.mark(here, Became::Fact);
        return (vec![glued], at);
    }
    if reader.text(here).ends_with(':') {
        reader.mark(here, Became::Label);
    }
    let mut lines = Vec::new();
    let is_label = |text: &str| {
        ["Match pattern:", "Allowed values:", "Allowed value:", "Default:", "Example:"]
            .iter()
            .any(|label| text.starts_with(label))
    };
    while at < end && lines.len() < most && !ends(reader, at) && !is_label(reader.text(at)) {
        reader.mark(at, Became::Fact);
        lines.push(reader.text(at).to_owned());
        at += 1;
    }
    (lines, at)
}

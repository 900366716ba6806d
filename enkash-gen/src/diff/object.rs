//! Types: the members of objects and the values of enums.

use std::collections::{HashMap, HashSet};

use super::{
    limits::limits,
    rule::Direction,
    rules::Rule,
    union,
    value::slots,
    walk::{At, Walk},
    words,
};
use crate::ir::{Access, Choice, EnumDef, Field, StructDef, TypeDef, TypeKind};

/// Compares two types of the same kind.
pub(super) fn types<'a>(walk: &mut Walk<'a>, mut at: At<'_, 'a>, old: &'a TypeDef, new: &'a TypeDef) {
    at.texts(Rule::Description, old.description.as_deref(), new.description.as_deref());
    if old.deprecated != new.deprecated {
        at.add(Rule::FieldDeprecated, deprecation(old.deprecated), deprecation(new.deprecated));
    }
    match (&old.kind, &new.kind) {
        (TypeKind::Struct(old), TypeKind::Struct(new)) => members(walk, &mut at, old, new, &MEMBERS),
        (TypeKind::Enum(old), TypeKind::Enum(new)) => values(&mut at, old, new),
        (TypeKind::Union(old), TypeKind::Union(new)) => union::unions(walk, &mut at, old, new),
        _ => {}
    }
}

/// What members are called where they come and go: those of a body, or headers.
pub(super) struct Called {
    added: Rule,
    removed: Rule,
    removed_optional: Rule,
    ignores_case: bool,
}

const MEMBERS: Called = Called {
    added: Rule::ResponseFieldAdded,
    removed: Rule::ResponseFieldRemoved,
    removed_optional: Rule::ResponseFieldRemovedOptional,
    ignores_case: false,
};

pub(super) const HEADERS: Called = Called {
    added: Rule::HeaderAdded,
    removed: Rule::HeaderRemoved,
    removed_optional: Rule::HeaderRemoved,
    ignores_case: true,
};

/// Compares the members of two objects.
pub(super) fn members<'a>(
    walk: &mut Walk<'a>,
    at: &mut At<'_, 'a>,
    old: &'a StructDef,
    new: &'a StructDef,
    called: &Called,
) {
    let key = |field: &Field| {
        if called.ignores_case { field.wire_name.to_ascii_lowercase() } else { field.wire_name.clone() }
    };
    let mut open: HashMap<String, &'a Field> = new.fields.iter().map(|field| (key(field), field)).collect();
    let mut gone = Vec::new();
    for field in &old.fields {
        match open.remove(&key(field)) {
            Some(other) => both(walk, at, field, other),
            None => gone.push(field),
        }
    }
    let mut come: Vec<&Field> = new.fields.iter().filter(|field| open.contains_key(&key(field))).collect();
    for field in gone {
        if !is_present(field, at.direction) {
            continue;
        }
        let twin = come.iter().position(|other| {
            is_present(other, at.direction) && fold(&other.wire_name) == fold(&field.wire_name)
        });
        if let Some(twin) = twin {
            let other = come.remove(twin);
            need(walk, at, field, other);
            let rule = at.pick(Rule::RequestFieldRenamed, Rule::ResponseFieldRenamed);
            let mut at = at.below(&step(other)).from(&field.origin, &other.origin);
            at.turn(rule, field.wire_name.as_str(), other.wire_name.as_str());
            member(walk, &mut at, field, other);
            continue;
        }
        let received = if field.required { called.removed } else { called.removed_optional };
        let rule = at.pick(Rule::RequestFieldRemoved, received);
        let mut at = at.below(&step(field));
        at.unless_unknown(walk, "members", false);
        (at.old, at.new) = (Some(&field.origin), at.new);
        at.gone(rule, describe(walk.old, field));
    }
    let direction = at.direction;
    for field in come.into_iter().filter(|field| is_present(field, direction)) {
        let sent = if field.required { Rule::RequestFieldAddedRequired } else { Rule::RequestFieldAdded };
        let rule = at.pick(sent, called.added);
        let mut at = at.below(&step(field));
        at.unless_unknown(walk, "members", true);
        at.new = Some(&field.origin);
        at.come(rule, describe(walk.new, field));
    }
    match (&old.rest, &new.rest) {
        (None, None) => {}
        (None, Some(rest)) => {
            let rule = at.pick(Rule::RequestRestAdded, Rule::ResponseRestAdded);
            at.come(rule, words::slot(walk.new, rest));
        }
        (Some(rest), None) => {
            let rule = at.pick(Rule::RequestRestRemoved, Rule::ResponseRestRemoved);
            at.gone(rule, words::slot(walk.old, rest));
        }
        (Some(was), Some(is)) => {
            let at = &mut at.below(".*");
            slots(walk, at, was, is, false);
            limits(at, &old.rest_limits, &new.rest_limits);
        }
    }
}

fn step(field: &Field) -> String {
    format!(".{}", field.wire_name)
}

/// A name without case and separators.
fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a member travels that way.
fn is_present(field: &Field, direction: Direction) -> bool {
    match field.access {
        Access::Both => true,
        Access::Read => direction != Direction::Sent,
        Access::Write => direction != Direction::Received,
    }
}

fn describe(side: super::walk::Side<'_>, field: &Field) -> String {
    let need = if field.required { "required" } else { "optional" };
    format!("{}, {need}", words::slot(side, &field.slot))
}

/// A member that both objects have.
fn both<'a>(walk: &mut Walk<'a>, at: &mut At<'_, 'a>, old: &'a Field, new: &'a Field) {
    let presence = (is_present(old, at.direction), is_present(new, at.direction));
    if presence == (true, true) {
        need(walk, at, old, new);
    }
    let mut at = at.below(&step(new)).from(&old.origin, &new.origin);
    let rule = match presence {
        (false, false) => return,
        (true, true) => return member(walk, &mut at, old, new),
        (true, false) => at.pick(Rule::RequestFieldReadOnly, Rule::ResponseFieldWriteOnly),
        (false, true) if new.required => {
            at.pick(Rule::RequestFieldAddedRequired, Rule::ResponseFieldReadable)
        }
        (false, true) => at.pick(Rule::RequestFieldWritable, Rule::ResponseFieldReadable),
    };
    at.add(rule, None, None);
}

/// Whether a member must be there; the object knows, or does not.
fn need<'a>(walk: &Walk<'a>, at: &mut At<'_, 'a>, old: &'a Field, new: &'a Field) {
    if old.required == new.required {
        return;
    }
    let mut at = at.below(&step(new));
    at.unless_unknown(walk, "required", new.required);
    let rule = if new.required {
        at.pick(Rule::RequestFieldRequired, Rule::ResponseFieldRequired)
    } else {
        at.pick(Rule::RequestFieldOptional, Rule::ResponseFieldOptional)
    };
    at.from(&old.origin, &new.origin).add(rule, None, None);
}

/// A member that travels on both sides.
fn member<'a>(walk: &mut Walk<'a>, at: &mut At<'_, 'a>, old: &'a Field, new: &'a Field) {
    match (&old.only, &new.only) {
        (Some(was), Some(is)) if was != is => {
            let rule = at.pick(Rule::RequestConstant, Rule::ResponseConstant);
            at.turn(rule, was.to_string(), is.to_string());
        }
        _ => slots(walk, at, &old.slot, &new.slot, false),
    }
    limits(at, &old.limits, &new.limits);
    if old.deprecated != new.deprecated {
        at.add(Rule::FieldDeprecated, deprecation(old.deprecated), deprecation(new.deprecated));
    }
    at.flag(old.masked, new.masked, Rule::MaskAdded, Rule::MaskRemoved);
    at.texts(Rule::Description, old.description.as_deref(), new.description.as_deref());
    at.texts(Rule::Example, old.example.as_deref(), new.example.as_deref());
}

fn deprecation(is_deprecated: bool) -> Option<String> {
    is_deprecated.then(|| "deprecated".to_owned())
}

/// Compares the values of two enums.
fn values(at: &mut At<'_, '_>, old: &EnumDef, new: &EnumDef) {
    if old.base != new.base {
        let rule = at.pick(Rule::RequestType, Rule::ResponseType);
        at.add(rule, Some(all(&old.choices)), Some(all(&new.choices)));
        return;
    }
    let missing = |of: &EnumDef, among: &EnumDef| {
        let known: HashSet<String> =
            among.choices.iter().map(|choice| choice.wire_value.to_string()).collect();
        let missing: Vec<Choice> = of
            .choices
            .iter()
            .filter(|choice| !known.contains(&choice.wire_value.to_string()))
            .cloned()
            .collect();
        (!missing.is_empty()).then(|| all(&missing))
    };
    if let Some(gone) = missing(old, new) {
        at.gone(at.pick(Rule::RequestValueRemoved, Rule::ResponseValueRemoved), gone);
    }
    if let Some(come) = missing(new, old) {
        at.come(at.pick(Rule::RequestValueAdded, Rule::ResponseValueAdded), come);
    }
}

fn all(choices: &[Choice]) -> String {
    choices.iter().map(|choice| choice.wire_value.to_string()).collect::<Vec<_>>().join(", ")
}

//! The table of a struct: the line per member by which the run time writes and reads it.

use std::fmt::Write as _;

use proc_macro2::Literal;

use super::{Input, checks, enumeration, flow::flow, style};
use crate::{
    ir::{Constant, Field, StructDef, Usage},
    names::TypeNames,
};

/// Expands to
///
/// ```text
/// rt::object!(TokenRequest {
///     0 username: required.masked() [at_least(1)], const: fixed("grant_type", "password")
/// });
/// ```
pub(super) fn struct_table(input: Input<'_>, def: &StructDef, usage: Usage, names: &TypeNames) -> String {
    let is_checked = input.checks && usage.sent;
    let mut entries: Vec<String> = Vec::with_capacity(def.fields.len() + 1);
    for (index, (field, name)) in def.fields.iter().zip(&names.members).enumerate() {
        let wire_name = Literal::string(&field.wire_name);
        let mut entry = match field.only.as_ref().filter(|_| field.is_filled_in(usage)) {
            Some(value) => format!("const: {}", fixed(&wire_name, value)),
            None if *name == field.wire_name => format!("{index} {name}: {}", presence(field)),
            None => format!("{index} {name} as {wire_name}: {}", presence(field)),
        };
        let composite = !field.slot.shape.is_scalar() && !input.api.is_enum(&field.slot.shape);
        for modifier in style::modifiers(field.location, field.style, field.explode, composite) {
            _ = write!(entry, ".{modifier}()");
        }
        if field.masked {
            entry.push_str(".masked()");
        }
        if is_checked && !field.is_filled_in(usage) {
            entry.extend(checks::in_table(&field.limits));
        }
        entries.push(entry);
    }
    if def.rest.is_some() {
        let limits = checks::in_table(&def.rest_limits).filter(|_| is_checked);
        entries.push(format!("..{}{}", names.rest, limits.unwrap_or_default()));
    }
    flow(&format!("rt::object!({}", names.ident), &entries, ");")
}

/// Expands to `fixed("kind", "cat")`, `fixed_int("version", 1)` and the like.
fn fixed(wire_name: &Literal, value: &Constant) -> String {
    let constructor = match value {
        Constant::Text(_) => "fixed",
        Constant::Int(_) => "fixed_int",
        Constant::Float(_) => "fixed_float",
        Constant::Bool(_) => "fixed_bool",
    };
    format!("{constructor}({wire_name}, {})", enumeration::literal(value))
}

fn presence(field: &Field) -> &'static str {
    match (field.required, field.slot.nullable) {
        (false, _) => "optional",
        (true, false) => "required",
        (true, true) => "nullable",
    }
}

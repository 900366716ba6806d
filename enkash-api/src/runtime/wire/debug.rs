//! `Debug` of every generated struct: wire names, members that are absent left out, secrets hidden.

use super::{Object, View};
use std::fmt;

/// Formats a struct by its table. A secret prints as `[REDACTED]`, a masked member as `[masked]`.
///
/// # Errors
/// As the formatter says.
pub fn debug(object: &dyn Object, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let table = object.table();
    let mut out = f.debug_struct(table.name);
    for (index, field) in table.fields.iter().enumerate() {
        if let Some(value) = field.fixed {
            out.field(field.name, &Shown(value.view()));
            continue;
        }
        match object.get(index).map_or(View::Absent, super::Wire::view) {
            View::Absent => {}
            _ if field.masked => _ = out.field(field.name, &format_args!("[masked]")),
            view => _ = out.field(field.name, &Shown(view)),
        }
    }
    if let Some(rest) = object.rest() {
        rest.each(&mut |name, value| _ = out.field(name, &Shown(value.view())));
    }
    out.finish()
}

pub(super) fn shown(view: View<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Debug::fmt(&Shown(view), f)
}

struct Shown<'a>(View<'a>);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            View::Absent => f.write_str("absent"),
            View::Null => f.write_str("null"),
            View::Bool(value) => value.fmt(f),
            View::Int(value) => value.fmt(f),
            View::Uint(value) => value.fmt(f),
            View::Float(value) => value.fmt(f),
            View::Text(value) => value.fmt(f),
            View::Secret(_) => f.write_str("[REDACTED]"),
            View::List(list) => f
                .debug_list()
                .entries((0..).map_while(|index| list.at(index)).map(|item| Shown(item.view())))
                .finish(),
            View::Map(map) => {
                let mut out = f.debug_map();
                map.each(&mut |name, value| _ = out.entry(&name, &Shown(value.view())));
                out.finish()
            }
            View::Object(object) => debug(object, f),
            View::Any(value) => value.fmt(f),
            View::File(file) => file.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests;

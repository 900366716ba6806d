//! The way to the value that breaks a rule: through members, items and entries, as deep as they go.

use super::Limits;
use crate::runtime::wire::{Field, Location, Map, View, Wire};
use std::fmt::{self, Write as _};

impl Field {
    /// The first rule that a value of this field breaks, at its path or at that of a value inside.
    ///
    /// # Errors
    /// If it breaks one: `` `lines[0].note` must have at most 64 characters ``.
    pub(super) fn check(&self, value: &dyn Wire) -> Result<(), String> {
        let mut path = self.name.to_owned();
        match broken(self.limits, value.view(), &mut path) {
            Some(rule) => Err(format!("`{path}` {rule}")),
            None => Ok(()),
        }
    }

    /// The same of a parameter, which is called one.
    pub(in super::super::super) fn check_param(&self, value: &dyn Wire) -> Result<(), String> {
        let what = match self.location {
            Location::Path => "path parameter",
            Location::Query => "query parameter",
            Location::Header => "header",
            Location::Cookie => "cookie",
            Location::Body => "member",
        };
        self.check(value).map_err(|rule| format!("the {what} {rule}"))
    }
}

/// The first rule that a body breaks: of itself as a whole, or of a value inside.
///
/// # Errors
/// If one is, as [`Field::check`].
pub(in super::super::super) fn check_body(limits: Option<&Limits>, value: &dyn Wire) -> Result<(), String> {
    let mut path = String::new();
    match broken(limits, value.view(), &mut path) {
        Some(rule) if path.is_empty() => Err(format!("the body {rule}")),
        Some(rule) => Err(format!("in the body, `{path}` {rule}")),
        None => Ok(()),
    }
}

/// Leaves in `path` the way to what breaks the rule. The name of a map's entry is data, and so shown as `*`.
fn broken(limits: Option<&Limits>, view: View<'_>, path: &mut String) -> Option<String> {
    let own = limits.and_then(|limits| limits.broken(view));
    if own.is_some() {
        return own;
    }
    let each = limits.and_then(|limits| limits.each);
    match view {
        View::Secret(value) => broken(limits, value.view(), path),
        View::List(list) => (0..).map_while(|index| list.at(index)).enumerate().find_map(|(index, item)| {
            step(format_args!("[{index}]"), path, |path| broken(each, item.view(), path))
        }),
        View::Map(map) => entries(each, map, path),
        View::Object(object) => {
            let dot = if path.is_empty() { "" } else { "." };
            let mut fields = object.table().fields.iter().enumerate();
            fields
                .find_map(|(index, field)| {
                    let value = object.get(index)?;
                    step(format_args!("{dot}{}", field.name), path, |path| {
                        broken(field.limits, value.view(), path)
                    })
                })
                .or_else(|| entries(object.rest_limits(), object.rest()?, path))
        }
        _ => None,
    }
}

fn entries(each: Option<&Limits>, map: &dyn Map, path: &mut String) -> Option<String> {
    let dot = if path.is_empty() { "" } else { "." };
    let mut rule = None;
    map.each(&mut |_, value| {
        if rule.is_none() {
            rule = step(format_args!("{dot}*"), path, |path| broken(each, value.view(), path));
        }
    });
    rule
}

/// Goes one step further, and back again if there is nothing.
fn step(
    step: fmt::Arguments<'_>,
    path: &mut String,
    look: impl FnOnce(&mut String) -> Option<String>,
) -> Option<String> {
    let length = path.len();
    _ = path.write_fmt(step);
    let rule = look(path);
    if rule.is_none() {
        path.truncate(length);
    }
    rule
}

//! Limits of what is sent, where the client was generated to hold requests against them.
//!
//! Invariants: a refusal names the member and the rule, never the value; what cannot be told exactly, such as a number
//! beyond 2^53 beside its bound, is let through, because the server is the judge. Patterns are not looked at: they are
//! in the dialect of another language.

use super::{Field, Location, Map, View, Wire, json_text};
use std::collections::HashSet;
use std::fmt::{self, Write as _};

/// The rules of one member.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    minimum: f64,
    above: bool,
    maximum: f64,
    below: bool,
    step: f64,
    least: u32,
    most: u32,
    distinct: bool,
}

impl Limits {
    /// No rules.
    pub(super) const NONE: Self = Self {
        minimum: f64::NEG_INFINITY,
        above: false,
        maximum: f64::INFINITY,
        below: false,
        step: 0.0,
        least: 0,
        most: u32::MAX,
        distinct: false,
    };

    /// The first rule that a value breaks; what is absent breaks none.
    fn broken(&self, view: View<'_>) -> Option<String> {
        #[allow(clippy::cast_precision_loss)] // rounding keeps the order: no legal number is refused
        match view {
            View::Int(value) => {
                self.range(value as f64).or_else(|| self.step_of(value as f64, Some(value.into())))
            }
            View::Uint(value) => {
                self.range(value as f64).or_else(|| self.step_of(value as f64, Some(value.into())))
            }
            View::Float(value) if value.is_finite() => {
                self.range(value).or_else(|| self.step_of(value, None))
            }
            View::Text(text) => self.length(|| text.chars().count(), "characters"),
            View::List(list) => {
                let items = || (0..).map_while(|index| list.at(index));
                self.length(|| items().count(), "items").or_else(|| {
                    let mut seen = HashSet::new();
                    let mut repeats = || {
                        items().filter_map(|item| json_text(item.view()).ok()).any(|text| !seen.insert(text))
                    };
                    (self.distinct && repeats()).then(|| "must not have two equal items".to_owned())
                })
            }
            View::Map(map) => {
                let members = || {
                    let mut count = 0;
                    map.each(&mut |_, _| count += 1);
                    count
                };
                self.length(members, "members")
            }
            _ => None,
        }
    }

    fn range(&self, value: f64) -> Option<String> {
        let Self { minimum, above, maximum, below, .. } = *self;
        // Two whole numbers beyond this may be one double.
        let exact = value.abs() < 9_007_199_254_740_992.0;
        if value < minimum || (above && value == minimum && exact) {
            return Some(format!("must be {} {minimum}", if above { "more than" } else { "at least" }));
        }
        if value > maximum || (below && value == maximum && exact) {
            return Some(format!("must be {} {maximum}", if below { "less than" } else { "at most" }));
        }
        None
    }

    fn step_of(&self, value: f64, whole: Option<i128>) -> Option<String> {
        let step = self.step;
        if step <= 0.0 {
            return None;
        }
        #[allow(clippy::cast_possible_truncation)] // whole and below 2^53, as just checked
        let fits = match whole {
            Some(value) if step.fract() == 0.0 && step < 9_007_199_254_740_992.0 => value % step as i128 == 0,
            // Neither 0.3 nor 0.1 is what it is called; their quotient is whole but for the last bits.
            _ => {
                let times = value / step;
                (times - times.round()).abs() <= 16.0 * f64::EPSILON * times.abs()
            }
        };
        (!fits).then(|| format!("must be a multiple of {step}"))
    }

    fn length(&self, count: impl Fn() -> usize, things: &str) -> Option<String> {
        let Self { least, most, .. } = *self;
        if (least, most) == (0, u32::MAX) {
            return None;
        }
        let count = u32::try_from(count()).unwrap_or(u32::MAX);
        if count < least {
            Some(format!("must have at least {least} {things}"))
        } else if count > most {
            Some(format!("must have at most {most} {things}"))
        } else {
            None
        }
    }
}

impl Field {
    /// The same, a number being at least this.
    pub const fn minimum(self, minimum: f64) -> Self {
        Self { limits: Limits { minimum, ..self.limits }, ..self }
    }

    /// The same, a number being more than this.
    pub const fn above(self, minimum: f64) -> Self {
        Self { limits: Limits { minimum, above: true, ..self.limits }, ..self }
    }

    /// The same, a number being at most this.
    pub const fn maximum(self, maximum: f64) -> Self {
        Self { limits: Limits { maximum, ..self.limits }, ..self }
    }

    /// The same, a number being less than this.
    pub const fn below(self, maximum: f64) -> Self {
        Self { limits: Limits { maximum, below: true, ..self.limits }, ..self }
    }

    /// The same, a number being a multiple of this.
    pub const fn multiple_of(self, step: f64) -> Self {
        Self { limits: Limits { step, ..self.limits }, ..self }
    }

    /// The same, of at least so many characters, items or members.
    pub const fn at_least(self, least: u32) -> Self {
        Self { limits: Limits { least, ..self.limits }, ..self }
    }

    /// The same, of at most so many characters, items or members.
    pub const fn at_most(self, most: u32) -> Self {
        Self { limits: Limits { most, ..self.limits }, ..self }
    }

    /// The same, no two items of a list being equal.
    pub const fn distinct(self) -> Self {
        Self { limits: Limits { distinct: true, ..self.limits }, ..self }
    }

    /// The first rule that a value of this field breaks, at its path or at that of a member inside.
    ///
    /// # Errors
    /// If it breaks one: `` `lines[0].note` must have at most 64 characters ``.
    fn check(&self, value: &dyn Wire) -> Result<(), String> {
        let mut path = self.name.to_owned();
        match member(self, value.view(), &mut path) {
            Some(rule) => Err(format!("`{path}` {rule}")),
            None => Ok(()),
        }
    }

    /// The same of a parameter, which is called one.
    pub(in super::super) fn check_param(&self, value: &dyn Wire) -> Result<(), String> {
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

/// The first rule that a member somewhere in a value breaks.
///
/// # Errors
/// If one is broken, as [`Field::check`].
pub(in super::super) fn check(value: &dyn Wire) -> Result<(), String> {
    let mut path = String::new();
    match inside(value.view(), &mut path) {
        Some(rule) => Err(format!("`{path}` {rule}")),
        None => Ok(()),
    }
}

fn member(field: &Field, view: View<'_>, path: &mut String) -> Option<String> {
    match view {
        View::Secret(value) => member(field, value.view(), path),
        view => field.limits.broken(view).or_else(|| inside(view, path)),
    }
}

/// Leaves in `path` the way to the member. The name of a map's entry is data, and so shown as `*`.
fn inside(view: View<'_>, path: &mut String) -> Option<String> {
    match view {
        View::Secret(value) => inside(value.view(), path),
        View::List(list) => (0..).map_while(|index| list.at(index)).enumerate().find_map(|(index, item)| {
            step(format_args!("[{index}]"), path, |path| inside(item.view(), path))
        }),
        View::Map(map) => entries(map, path),
        View::Object(object) => {
            let dot = if path.is_empty() { "" } else { "." };
            let mut fields = object.table().fields.iter().enumerate();
            fields
                .find_map(|(index, field)| {
                    let value = object.get(index)?;
                    step(format_args!("{dot}{}", field.name), path, |path| member(field, value.view(), path))
                })
                .or_else(|| entries(object.rest()?, path))
        }
        _ => None,
    }
}

fn entries(map: &dyn Map, path: &mut String) -> Option<String> {
    let dot = if path.is_empty() { "" } else { "." };
    let mut rule = None;
    map.each(&mut |_, value| {
        if rule.is_none() {
            rule = step(format_args!("{dot}*"), path, |path| inside(value.view(), path));
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

#[cfg(test)]
mod tests;

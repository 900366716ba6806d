//! Limits of what is sent, where the client was generated to hold requests against them.
//!
//! Invariants: a refusal names the place and the rule, never the value; what cannot be told exactly, such as a number
//! beyond 2^53 beside its bound, is let through, because the server is the judge. Patterns are not looked at: they are
//! in the dialect of another language.

mod check;

use super::{View, json_text};
use std::collections::HashSet;

pub(in super::super) use self::check::check_body;

/// The rules of one value; made by [`limits!`](crate::runtime::limits).
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
    each: Option<&'static Self>,
}

impl Limits {
    /// No rules.
    pub const NONE: Self = Self {
        minimum: f64::NEG_INFINITY,
        above: false,
        maximum: f64::INFINITY,
        below: false,
        step: 0.0,
        least: 0,
        most: u32::MAX,
        distinct: false,
        each: None,
    };

    /// The same, a number being at least this.
    pub const fn minimum(self, minimum: f64) -> Self {
        Self { minimum, ..self }
    }

    /// The same, a number being more than this.
    pub const fn above(self, minimum: f64) -> Self {
        Self { minimum, above: true, ..self }
    }

    /// The same, a number being at most this.
    pub const fn maximum(self, maximum: f64) -> Self {
        Self { maximum, ..self }
    }

    /// The same, a number being less than this.
    pub const fn below(self, maximum: f64) -> Self {
        Self { maximum, below: true, ..self }
    }

    /// The same, a number being a multiple of this.
    pub const fn multiple_of(self, step: f64) -> Self {
        Self { step, ..self }
    }

    /// The same, of at least so many characters, items or members.
    pub const fn at_least(self, least: u32) -> Self {
        Self { least, ..self }
    }

    /// The same, of at most so many characters, items or members.
    pub const fn at_most(self, most: u32) -> Self {
        Self { most, ..self }
    }

    /// The same, no two items of a list being equal.
    pub const fn distinct(self) -> Self {
        Self { distinct: true, ..self }
    }

    /// The same, each item of a list, or value of a map, keeping to rules of its own.
    pub const fn each(self, each: &'static Self) -> Self {
        Self { each: Some(each), ..self }
    }

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

/// Rules that a table can refer to.
///
/// ```text
/// limits!(at_least(1).each(limits!(at_most(64))))
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __limits {
    ($($rule:ident $value:tt).+) => {
        const { &$crate::runtime::wire::Limits::NONE $(.$rule $value)+ }
    };
}

pub use crate::__limits as limits;

#[cfg(test)]
mod tests;

//! Limits of a value as one line of documentation, whether they are checked or not.

use crate::ir::{Limits, Shape};

/// Longer texts say more than a line of documentation should.
const LONGEST: usize = 80;

/// The line; empty if there is nothing to say.
pub(super) fn line(limits: &Limits, shape: &Shape) -> String {
    sentence(&parts(limits, shape).join("; "))
}

/// The same of each of several values.
pub(super) fn line_of_each(limits: &Limits, shape: &Shape) -> String {
    sentence(&each(limits, shape).unwrap_or_default())
}

fn sentence(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| format!("{}{}.", first.to_ascii_uppercase(), rest.as_str()))
}

fn each(limits: &Limits, shape: &Shape) -> Option<String> {
    let parts = parts(limits, shape);
    (!parts.is_empty()).then(|| format!("each {}", parts.join(", ")))
}

fn parts(limits: &Limits, shape: &Shape) -> Vec<String> {
    let things = match shape {
        Shape::List(_) => "items",
        Shape::Map(_) => "members",
        _ => "characters",
    };
    let mut parts = Vec::new();
    if let Some(minimum) = limits.minimum {
        parts.push(format!(
            "{} {}",
            if limits.above_minimum { "more than" } else { "at least" },
            number(minimum)
        ));
    }
    if let Some(maximum) = limits.maximum {
        parts.push(format!(
            "{} {}",
            if limits.below_maximum { "less than" } else { "at most" },
            number(maximum)
        ));
    }
    if let Some(step) = limits.multiple_of {
        parts.push(format!("a multiple of {}", number(step)));
    }
    match (limits.min_length, limits.max_length) {
        (Some(least), Some(most)) if least == most => parts.push(format!("exactly {least} {things}")),
        (Some(least), Some(most)) => parts.push(format!("{least} to {most} {things}")),
        (Some(least), None) => parts.push(format!("at least {least} {things}")),
        (None, Some(most)) => parts.push(format!("at most {most} {things}")),
        (None, None) => {}
    }
    if limits.unique {
        parts.push("no two equal".to_owned());
    }
    if let Some(pattern) = limits.pattern.as_deref().and_then(code) {
        parts.push(format!("matches {pattern}"));
    }
    if let (Some(limits), Shape::List(slot) | Shape::Map(slot)) = (&limits.each, shape) {
        parts.extend(each(limits, &slot.shape));
    }
    if let Some(default) = limits.default.as_deref().and_then(code) {
        parts.push(format!("{default} if left out"));
    }
    parts
}

/// A number as short as it can be said.
fn number(value: f64) -> String {
    if value != 0.0 && !(1e-6..1e15).contains(&value.abs()) {
        format!("{value:e}")
    } else {
        value.to_string()
    }
}

/// A text in backticks, if it can stand there.
fn code(text: &str) -> Option<String> {
    let fits = text.len() <= LONGEST && !text.trim().is_empty();
    (fits && !text.contains(['`', '\n', '\r'])).then(|| format!("`{text}`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::Slot;

    #[test]
    fn limits_are_one_line() {
        let list = Shape::List(Box::new(Slot::of(Shape::Text)));
        let map = Shape::Map(Box::new(Slot::of(list.clone())));
        let none = Limits::default;
        let each = |limits| Some(Box::new(limits));
        let five = || Limits { minimum: Some(1.0), max_length: Some(5), ..none() };
        for (limits, shape, expected) in [
            (none(), Shape::Text, ""),
            (
                Limits { minimum: Some(1.0), maximum: Some(100.0), ..none() },
                Shape::Float,
                "At least 1; at most 100.",
            ),
            (
                Limits { minimum: Some(0.0), above_minimum: true, multiple_of: Some(0.01), ..none() },
                Shape::Float,
                "More than 0; a multiple of 0.01.",
            ),
            (
                Limits { maximum: Some(1e300), below_maximum: true, ..none() },
                Shape::Float,
                "Less than 1e300.",
            ),
            (
                Limits { min_length: Some(2), max_length: Some(2), ..none() },
                Shape::Text,
                "Exactly 2 characters.",
            ),
            (Limits { min_length: Some(1), unique: true, ..none() }, list, "At least 1 items; no two equal."),
            (
                Limits {
                    max_length: Some(3),
                    each: each(Limits { unique: true, each: each(five()), ..none() }),
                    ..none()
                },
                map,
                "At most 3 members; each no two equal, each at least 1, at most 5 characters.",
            ),
            (
                Limits { pattern: Some("^a+$".to_owned()), default: Some("\"aa\"".to_owned()), ..none() },
                Shape::Text,
                "Matches `^a+$`; `\"aa\"` if left out.",
            ),
            // What would break out of the backticks is left out.
            (
                Limits { pattern: Some("`".to_owned()), default: Some("\"\n\"".to_owned()), ..none() },
                Shape::Text,
                "",
            ),
        ] {
            assert_eq!(line(&limits, &shape), expected);
        }
        assert_eq!(line_of_each(&none(), &Shape::Text), "");
        assert_eq!(line_of_each(&five(), &Shape::Text), "Each at least 1, at most 5 characters.");
    }
}

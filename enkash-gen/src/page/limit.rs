//! Bounds as a page writes them, glued: `>= 1<= 1000000000`, `>= 10 characters<= 10 characters`.

use serde_json::Number;

/// What a bound counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The value.
    Value,
    /// The characters of a text.
    Characters,
    /// The items of a list.
    Items,
}

/// One bound.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// Whether it is the least that is allowed, and not the most.
    pub is_least: bool,
    /// Whether the bound itself is not allowed.
    pub is_exclusive: bool,
    /// What it counts.
    pub measure: Measure,
    /// The bound.
    pub bound: Number,
}

/// Reads a line of bounds; `None` if it is none.
pub(super) fn parse(text: &str) -> Option<Vec<Limit>> {
    let mut limits = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let is_least = rest.starts_with(['>', '≥']);
        if !is_least && !rest.starts_with(['<', '≤']) {
            return None;
        }
        let equal = rest.starts_with(['≥', '≤']);
        rest = &rest[rest.chars().next()?.len_utf8()..];
        let is_exclusive = !equal && !rest.starts_with('=');
        rest = rest.strip_prefix('=').unwrap_or(rest).trim_start();
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-' | '+' | 'e' | 'E'))
            .unwrap_or(rest.len());
        let bound = number(&rest[..end])?;
        rest = rest[end..].trim_start();
        let word = rest.find(['<', '>', '≤', '≥']).unwrap_or(rest.len());
        let measure = match rest[..word].trim() {
            "" => Measure::Value,
            "characters" | "character" => Measure::Characters,
            "items" | "item" => Measure::Items,
            _ => return None,
        };
        rest = &rest[word..];
        limits.push(Limit { is_least, is_exclusive, measure, bound });
    }
    (!limits.is_empty()).then_some(limits)
}

fn number(text: &str) -> Option<Number> {
    let text = text.trim_start_matches('+');
    match text.parse::<i64>() {
        Ok(whole) => Some(whole.into()),
        Err(_) => Number::from_f64(text.parse().ok()?),
    }
}

#[cfg(test)]
mod tests {
    use super::{Measure, parse};

    #[test]
    fn bounds_are_read_one_by_one() {
        for (text, expected) in [
            (">= 0.01", "≥0.01 Value"),
            ("<= 5000", "≤5000 Value"),
            (">= 1<= 1000000000", "≥1 Value, ≤1000000000 Value"),
            (">= 10 characters<= 10 characters", "≥10 Characters, ≤10 Characters"),
            (">= 1 items<= 100 items", "≥1 Items, ≤100 Items"),
            (">= 0 characters", "≥0 Characters"),
            ("> 0", ">0 Value"),
        ] {
            let shown: Vec<String> = parse(text)
                .unwrap()
                .iter()
                .map(|limit| {
                    let sign = match (limit.is_least, limit.is_exclusive) {
                        (true, false) => "≥",
                        (true, true) => ">",
                        (false, false) => "≤",
                        (false, true) => "<",
                    };
                    format!("{sign}{} {:?}", limit.bound, limit.measure)
                })
                .collect();
            assert_eq!(shown.join(", "), expected);
        }
        assert_eq!(parse(">= 1 items").unwrap()[0].measure, Measure::Items);
    }

    #[test]
    fn prose_is_no_bound() {
        for text in ["> see below", "<b>", ">=", ">= 3 of them", "- 1", ""] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}

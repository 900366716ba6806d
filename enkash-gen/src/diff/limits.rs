//! Bounds, patterns, formats that are only words, and defaults of a value.

use super::{
    rules::Rule,
    walk::At,
    words::{self, number, quote},
};
use crate::ir::Limits;

/// Compares what two descriptions say about a value beyond its shape.
pub(super) fn limits(at: &mut At<'_, '_>, old: &Limits, new: &Limits) {
    if old == new {
        return;
    }
    let key = |limit: Option<f64>, open: bool| limit.map(|limit| (limit, open));
    bound(
        at,
        (key(old.minimum, old.above_minimum), words::least(old)),
        (key(new.minimum, new.above_minimum), words::least(new)),
        |(old, was_open), (new, is_open)| new > old || (new >= old && is_open && !was_open),
    );
    bound(
        at,
        (key(old.maximum, old.below_maximum), words::greatest(old)),
        (key(new.maximum, new.below_maximum), words::greatest(new)),
        |(old, was_open), (new, is_open)| new < old || (new <= old && is_open && !was_open),
    );
    let multiple = |of: Option<f64>| (of, of.map(|of| format!("multiple of {}", number(of))));
    bound(at, multiple(old.multiple_of), multiple(new.multiple_of), |old, new| old % new != 0.0);
    let length =
        |sign: &str, length: Option<u64>| (length, length.map(|length| format!("length {sign} {length}")));
    bound(at, length(">=", old.min_length), length(">=", new.min_length), |old, new| new > old);
    bound(at, length("<=", old.max_length), length("<=", new.max_length), |old, new| new < old);
    let unique = |unique: bool| (unique.then_some(()), unique.then(|| "no two equal".to_owned()));
    bound(at, unique(old.unique), unique(new.unique), |(), ()| false);
    pattern(at, old.pattern.as_deref(), new.pattern.as_deref());
    format(at, old.format.as_deref(), new.format.as_deref());
    default(at, old.default.as_deref(), new.default.as_deref());
    if old.each.is_some() || new.each.is_some() {
        let none = Limits::default();
        let (old, new) = (old.each.as_deref().unwrap_or(&none), new.each.as_deref().unwrap_or(&none));
        limits(&mut at.below("[]"), old, new);
    }
}

/// Compares one bound; `is_tighter` says of two whether the second allows less.
fn bound<T: PartialEq + Copy>(
    at: &mut At<'_, '_>,
    (old, before): (Option<T>, Option<String>),
    (new, after): (Option<T>, Option<String>),
    is_tighter: impl Fn(T, T) -> bool,
) {
    if old == new {
        return;
    }
    let rule = match (old, new) {
        (None, _) => at.pick(Rule::RequestBoundAdded, Rule::ResponseBoundTightened),
        (_, None) => at.pick(Rule::RequestBoundRemoved, Rule::ResponseBoundLoosened),
        (Some(old), Some(new)) if is_tighter(old, new) => {
            at.pick(Rule::RequestBoundNarrowed, Rule::ResponseBoundTightened)
        }
        (Some(_), Some(_)) => at.pick(Rule::RequestBoundWidened, Rule::ResponseBoundLoosened),
    };
    at.add(rule, before, after);
}

fn pattern(at: &mut At<'_, '_>, old: Option<&str>, new: Option<&str>) {
    let sent = match (old, new) {
        _ if old == new => return,
        (None, _) => Rule::RequestPatternAdded,
        (_, None) => Rule::RequestPatternRemoved,
        (Some(_), Some(_)) => Rule::RequestPattern,
    };
    let rule = at.pick(sent, Rule::ResponsePattern);
    at.add(rule, old.map(quote), new.map(quote));
}

fn format(at: &mut At<'_, '_>, old: Option<&str>, new: Option<&str>) {
    if old != new {
        let rule = at.pick(Rule::RequestFormat, Rule::ResponseFormat);
        at.add(rule, old.map(str::to_owned), new.map(str::to_owned));
    }
}

fn default(at: &mut At<'_, '_>, old: Option<&str>, new: Option<&str>) {
    let sent = match (old, new) {
        _ if old == new => return,
        (None, _) => Rule::RequestDefaultAdded,
        (_, None) => Rule::RequestDefaultRemoved,
        (Some(_), Some(_)) => Rule::RequestDefault,
    };
    let rule = at.pick(sent, Rule::ResponseDefault);
    at.add(rule, old.map(str::to_owned), new.map(str::to_owned));
}

//! Parameters, by place and name.

use super::{
    limits::limits,
    rule::Direction,
    rules::Rule,
    value::slots,
    walk::{At, Side, Walk},
    words,
};
use crate::ir::{Location, Operation, Param};

pub(super) fn params<'a>(walk: &mut Walk<'a>, at: &mut At<'_, 'a>, old: &'a Operation, new: &'a Operation) {
    let mut come: Vec<&'a Param> = new.params.iter().collect();
    let take = |wanted: &dyn Fn(&Param) -> bool, come: &mut Vec<&'a Param>| {
        come.iter().position(|param| wanted(param)).map(|found| come.remove(found))
    };
    // What a path parameter is called is no matter of the wire: they are told apart by their order.
    let in_order =
        |operation: &Operation, name: &str| operation.path.params().position(|known| known == name);
    let same_path = old.path.params().count() == new.path.params().count();
    let mut gone = Vec::new();
    for param in &old.params {
        let place = in_order(old, &param.wire_name).filter(|_| same_path);
        let twin = take(
            &|other| {
                other.location == param.location
                    && match param.location {
                        Location::Path if place.is_some() => in_order(new, &other.wire_name) == place,
                        Location::Header => other.wire_name.eq_ignore_ascii_case(&param.wire_name),
                        _ => other.wire_name == param.wire_name,
                    }
            },
            &mut come,
        );
        match twin {
            Some(twin) => both(walk, at, param, twin),
            None => gone.push(param),
        }
    }
    for param in gone {
        if let Some(twin) = take(&|other| other.wire_name == param.wire_name, &mut come) {
            let mut place = at.below(&step(twin));
            place.direction = Direction::Sent;
            let mut place = place.from(&param.origin, &twin.origin);
            place.turn(Rule::ParameterMoved, param.location.as_str(), twin.location.as_str());
            both(walk, at, param, twin);
            continue;
        }
        let mut at = at.below(&step(param));
        at.old = Some(&param.origin);
        at.gone(Rule::ParameterRemoved, describe(walk.old, param));
    }
    for param in come {
        let needed = param.required && !param.transport;
        let rule = if needed { Rule::ParameterAddedRequired } else { Rule::ParameterAdded };
        let mut at = at.below(&step(param));
        at.new = Some(&param.origin);
        at.come(rule, describe(walk.new, param));
    }
}

fn step(param: &Param) -> String {
    format!("{}.{}", param.location.as_str(), param.wire_name)
}

fn describe(side: Side<'_>, param: &Param) -> String {
    let need = if param.required { "required" } else { "optional" };
    format!("{}, {need}", words::slot(side, &param.slot))
}

fn both<'a>(walk: &mut Walk<'a>, at: &mut At<'_, 'a>, old: &'a Param, new: &'a Param) {
    let mut at = at.below(&step(new)).from(&old.origin, &new.origin);
    at.direction = Direction::Sent;
    if old.required != new.required {
        let rule = if new.required { Rule::ParameterRequired } else { Rule::ParameterOptional };
        let mut at = at.below("");
        at.unless_unknown(walk, "required", new.required);
        at.add(rule, None, None);
    }
    let is_same_place = old.location == new.location;
    if is_same_place && (old.style != new.style || old.explode != new.explode) {
        let style = |param: &Param| {
            let explode = if param.explode { ", exploded" } else { "" };
            let reserved = if param.style.reserved { ", reserved characters as they are" } else { "" };
            format!("{:?}{explode}{reserved}", param.style.notation).to_lowercase()
        };
        at.turn(Rule::ParameterStyle, style(old), style(new));
    }
    slots(walk, &mut at, &old.slot, &new.slot, false);
    limits(&mut at, &old.limits, &new.limits);
    if old.deprecated != new.deprecated {
        let rule = if new.deprecated { Rule::ParameterDeprecated } else { Rule::FieldDeprecated };
        at.add(rule, None, None);
    }
    at.flag(old.masked, new.masked, Rule::MaskAdded, Rule::MaskRemoved);
    at.flag(old.transport, new.transport, Rule::TransportAdded, Rule::TransportRemoved);
    at.texts(Rule::Description, old.description.as_deref(), new.description.as_deref());
    at.texts(Rule::Example, old.example.as_deref(), new.example.as_deref());
}

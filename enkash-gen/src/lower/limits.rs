//! Limits: what a schema says about a value beyond its shape.

use serde_json::Value;

use super::context::Context;
use crate::{
    ir::{Limits, Shape, Slot},
    load::Node,
};

/// The limits of a member or a parameter. A named type documents itself, and so leaves nothing but the default.
pub(super) fn limits<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>, slot: &Slot) -> Limits {
    let Ok(target) = cx.target(node) else { return Limits::default() };
    let Some(schema) = target.value().as_object() else { return Limits::default() };
    let default = schema.get("default").filter(|value| !value.is_null()).map(Value::to_string);
    let number = |key: &str| schema.get(key).and_then(Value::as_f64).filter(|number| number.is_finite());
    let flag = |key: &str| schema.get(key) == Some(&Value::Bool(true));
    let count = |key: &str| schema.get(key).and_then(Value::as_u64);
    let text = |key: &str| schema.get(key).and_then(Value::as_str).map(str::to_owned);
    let own = Limits { default, ..Limits::default() };
    match &slot.shape {
        Shape::Int(_) | Shape::Float => Limits {
            minimum: number("minimum"),
            above_minimum: flag("exclusiveMinimum"),
            maximum: number("maximum"),
            below_maximum: flag("exclusiveMaximum"),
            multiple_of: number("multipleOf"),
            ..own
        },
        Shape::Text => Limits {
            min_length: count("minLength").filter(|length| *length > 0),
            max_length: count("maxLength"),
            pattern: text("pattern"),
            format: text("format"),
            ..own
        },
        Shape::List(item) => Limits {
            min_length: count("minItems").filter(|length| *length > 0),
            max_length: count("maxItems"),
            unique: flag("uniqueItems"),
            // Beside a tuple, `items` is about what follows it.
            each: if schema.contains_key("x-prefix-items") {
                None
            } else {
                each(cx, target.get("items"), item)
            },
            ..own
        },
        Shape::Map(value) => Limits {
            min_length: count("minProperties").filter(|length| *length > 0),
            max_length: count("maxProperties"),
            each: each(cx, target.get("additionalProperties"), value),
            ..own
        },
        // The value of a secret is not for a documentation.
        Shape::Secret => Limits { format: text("format"), ..Limits::default() },
        _ => own,
    }
}

/// The limits of each of several values. What the server assumes for a missing one is none of these.
pub(super) fn limits_of_each<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>, slot: &Slot) -> Limits {
    Limits { default: None, ..limits(cx, node, slot) }
}

fn each<'d>(cx: &mut Context<'d, '_>, node: Option<Node<'d>>, slot: &Slot) -> Option<Box<Limits>> {
    let limits = limits_of_each(cx, &node?, slot);
    (limits != Limits::default()).then(|| Box::new(limits))
}

//! Enums of any scalars. The type decides how a value is read that is listed in another spelling, so that
//! `type: string, enum: [1, 2]`, as YAML without quotes has it, lists texts.

use serde_json::{Number, Value};

use super::{context::Context, kind::Word, schema::Definition};
use crate::{
    ir::{Choice, Constant, EnumBase, EnumDef, Shape, Slot, TypeKind},
    report::{Code, Diagnostic},
};

/// An enum; `null` among its values makes it nullable, and a value that stands twice stands once.
pub(super) fn lower_enum<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>, of: Option<Word>) -> Slot {
    let list = this.node.value().get("enum").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let nullable = list.iter().any(Value::is_null);
    let values: Vec<&Value> = list.iter().filter(|value| !value.is_null()).collect();
    if values.is_empty() {
        return Slot { shape: Shape::Any, nullable };
    }
    let Some(listed) = values.iter().map(|value| constant(value)).collect::<Option<Vec<_>>>() else {
        warn(cx, this, "the enum lists values that are no scalars; any JSON is taken");
        return Slot { shape: Shape::Any, nullable };
    };
    let read =
        |as_type: fn(&Constant) -> Option<Constant>| listed.iter().map(as_type).collect::<Option<Vec<_>>>();
    let typed = match of {
        Some(Word::String) => read(as_text),
        Some(Word::Integer) => read(as_integer),
        Some(Word::Number) => read(as_number),
        Some(Word::Boolean) => read(as_boolean),
        Some(Word::Object | Word::Array) | None => Some(listed.clone()),
    };
    match &typed {
        None => warn(cx, this, "the enum lists values that are not of its type; they are taken as listed"),
        Some(typed) if *typed != listed => {
            warn(cx, this, "the enum lists values in another type than its own; its type is believed");
        }
        Some(_) => {}
    }
    let values = typed.unwrap_or(listed);
    let all = |is: fn(&Constant) -> bool| values.iter().all(is);
    // Nothing is gained by a type for `true` and `false`.
    if all(|value| matches!(value, Constant::Bool(_))) {
        return Slot { shape: Shape::Bool, nullable };
    }
    let base = if all(|value| matches!(value, Constant::Text(_))) {
        EnumBase::Text
    } else if of != Some(Word::Number) && all(|value| matches!(value, Constant::Int(_))) {
        EnumBase::Integer
    } else {
        EnumBase::Mixed
    };
    let def = EnumDef { choices: choices(values), base };
    let shape = cx.define(this.component, this.typedef(TypeKind::Enum(def)));
    Slot { shape, nullable }
}

fn choices(values: Vec<Constant>) -> Vec<Choice> {
    let mut seen = std::collections::HashSet::new();
    values
        .into_iter()
        .filter(|value| seen.insert((value.text().is_some(), value.to_string())))
        .map(|wire_value| Choice { wire_value })
        .collect()
}

fn warn<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>, message: &str) {
    let node = this.node.get("enum").unwrap_or_else(|| this.node.clone());
    cx.push(Diagnostic::new(Code::EnumValue, message).at(node.key_origin()));
}

fn constant(value: &Value) -> Option<Constant> {
    match value {
        Value::Bool(value) => Some(Constant::Bool(*value)),
        Value::Number(number) => number_constant(number),
        Value::String(text) => Some(Constant::Text(text.clone())),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn number_constant(number: &Number) -> Option<Constant> {
    number.as_i64().map(Constant::Int).or_else(|| number.as_f64().map(Constant::Float))
}

fn as_text(value: &Constant) -> Option<Constant> {
    Some(Constant::Text(value.to_string()))
}

fn as_integer(value: &Constant) -> Option<Constant> {
    match value {
        Constant::Int(value) => Some(Constant::Int(*value)),
        #[allow(clippy::cast_possible_truncation)] // whole and below 2^53
        Constant::Float(value) if value.fract() == 0.0 && value.abs() < 9.0e15 => {
            Some(Constant::Int(*value as i64))
        }
        Constant::Text(text) => text.trim().parse().ok().map(Constant::Int),
        Constant::Float(_) | Constant::Bool(_) => None,
    }
}

fn as_number(value: &Constant) -> Option<Constant> {
    match value {
        Constant::Int(_) | Constant::Float(_) => Some(value.clone()),
        Constant::Text(text) => {
            let text = text.trim();
            let float = || text.parse().ok().filter(|value: &f64| value.is_finite()).map(Constant::Float);
            text.parse().ok().map(Constant::Int).or_else(float)
        }
        Constant::Bool(_) => None,
    }
}

fn as_boolean(value: &Constant) -> Option<Constant> {
    match value {
        Constant::Bool(_) => Some(value.clone()),
        Constant::Text(text) => text.to_ascii_lowercase().parse().ok().map(Constant::Bool),
        Constant::Int(_) | Constant::Float(_) => None,
    }
}

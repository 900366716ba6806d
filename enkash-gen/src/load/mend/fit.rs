//! Any object against its table: values of a kind that can be read as the right one are, others are left out.

use serde_json::{Number, Value};

use super::{Mender, Object};
use crate::{
    load::typed::{Field, Noun, Rule, kind_of},
    report::Code,
};

/// What becomes of a value.
enum Fit {
    Fine,
    /// It has been put right, for this reason.
    Mended(Code),
    /// It says nothing, and goes in silence.
    Blank,
    /// It cannot be put right.
    Unfit,
}

impl Mender<'_> {
    /// Brings every key that the table knows into shape, and adds what the table demands if there is an empty form
    /// of it. What remains wrong costs what needs it, and is said there.
    pub(super) fn fit(&mut self, map: &mut Object, noun: &Noun) {
        let mut dropped: Vec<&'static str> = Vec::new();
        for field in noun.fields {
            let Some(value) = map.get_mut(field.key) else {
                if let Some(empty) = empty(field).filter(|_| field.required) {
                    self.repair(Code::MissingPart, format!("{} has no `{}`", noun.name, field.key));
                    map.insert(field.key.to_owned(), empty);
                }
                continue;
            };
            let found = kind_of(value);
            let fit = self.within(field.key, |this| this.fit_value(value, field.rule));
            match fit {
                Fit::Fine => {}
                Fit::Mended(code) => {
                    let message = format!("`{}` of {} is {found}", field.key, noun.name);
                    self.within(field.key, |this| this.repair(code, message));
                }
                Fit::Blank if !field.required => dropped.push(field.key),
                Fit::Blank | Fit::Unfit => match empty(field).filter(|_| field.required) {
                    Some(empty) => {
                        *value = empty;
                        let message = format!("`{}` of {} is {found}", field.key, noun.name);
                        self.within(field.key, |this| this.repair(Code::MissingPart, message));
                    }
                    None if field.required => {}
                    None => {
                        let message = format!("`{}` of {} is {found}", field.key, noun.name);
                        self.within(field.key, |this| this.repair(Code::WrongKind, message));
                        dropped.push(field.key);
                    }
                },
            }
        }
        for key in dropped {
            map.shift_remove(key);
        }
    }

    fn fit_value(&mut self, value: &mut Value, rule: Rule) -> Fit {
        match rule {
            Rule::Any | Rule::Skipped | Rule::Child => Fit::Fine,
            _ if value.is_null() => Fit::Blank,
            Rule::Text => text(value),
            Rule::Bool => flag(value),
            Rule::ChildOrBool => match value {
                Value::Bool(_) | Value::Object(_) => Fit::Fine,
                value => flag(value),
            },
            Rule::Number => number(value),
            Rule::Count => count(value),
            Rule::Word(words) => word(value, words),
            Rule::List => match value {
                Value::Array(_) => Fit::Fine,
                Value::Object(_) => Fit::Unfit,
                value => one(value),
            },
            Rule::Texts => match value {
                Value::Array(items) => each_text(items),
                Value::String(_) => one(value),
                _ => Fit::Unfit,
            },
            Rule::TextMap => match value {
                Value::Object(map) => {
                    let mended =
                        map.values_mut().map(text).filter(|fit| matches!(fit, Fit::Mended(_))).count();
                    map.retain(|_, value| value.is_string());
                    if mended > 0 { Fit::Mended(Code::ReadAsText) } else { Fit::Fine }
                }
                _ => Fit::Unfit,
            },
            Rule::Security => security(value),
            Rule::Object(noun) => match value {
                Value::Object(map) => {
                    self.fit(map, noun);
                    Fit::Fine
                }
                _ => Fit::Unfit,
            },
            Rule::ObjectMap(noun) => match value {
                Value::Object(map) => {
                    map.retain(|_, value| value.is_object());
                    for (key, value) in map {
                        if let Value::Object(entry) = value {
                            self.within(key, |this| this.fit(entry, noun));
                        }
                    }
                    Fit::Fine
                }
                _ => Fit::Unfit,
            },
            Rule::Children | Rule::SkippedList => match value {
                Value::Array(_) => Fit::Fine,
                Value::Object(_) => one(value),
                _ => Fit::Unfit,
            },
            Rule::ChildMap | Rule::BareMap | Rule::Responses | Rule::SkippedObject | Rule::SkippedMap => {
                if value.is_object() {
                    Fit::Fine
                } else {
                    Fit::Unfit
                }
            }
        }
    }
}

/// What stands for a part that is missing; `None` if there is nothing that says nothing.
fn empty(field: &Field) -> Option<Value> {
    match field.rule {
        Rule::Text => Some(Value::String(String::new())),
        Rule::TextMap
        | Rule::ObjectMap(_)
        | Rule::Responses
        | Rule::BareMap
        | Rule::ChildMap
        | Rule::SkippedMap
        | Rule::SkippedObject => Some(Value::Object(Object::new())),
        _ => None,
    }
}

fn text(value: &mut Value) -> Fit {
    let text = match value {
        Value::String(_) => return Fit::Fine,
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        _ => return Fit::Unfit,
    };
    *value = Value::String(text);
    Fit::Mended(Code::ReadAsText)
}

fn flag(value: &mut Value) -> Fit {
    let flag = match value {
        Value::Bool(_) => return Fit::Fine,
        Value::String(text) => match text.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" => true,
            "false" | "no" => false,
            _ => return Fit::Unfit,
        },
        _ => return Fit::Unfit,
    };
    *value = Value::Bool(flag);
    Fit::Mended(Code::ReadAsFlag)
}

fn number(value: &mut Value) -> Fit {
    match value {
        Value::Number(number) if number.as_f64().is_some_and(f64::is_finite) => Fit::Fine,
        Value::String(text) => match parse(text.trim()) {
            Some(number) => {
                *value = Value::Number(number);
                Fit::Mended(Code::ReadAsNumber)
            }
            None => Fit::Unfit,
        },
        _ => Fit::Unfit,
    }
}

fn parse(text: &str) -> Option<Number> {
    let whole = text.parse::<i64>().map(Number::from).or_else(|_| text.parse::<u64>().map(Number::from));
    whole.ok().or_else(|| text.parse::<f64>().ok().and_then(Number::from_f64))
}

// Lossless: the fraction is zero and the range is checked.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn count(value: &mut Value) -> Fit {
    let number = match value {
        Value::Number(number) => Some(number.clone()),
        Value::String(text) => parse(text.trim()),
        _ => None,
    };
    let Some(number) = number else { return Fit::Unfit };
    let count = number.as_u64().or_else(|| {
        let float = number.as_f64().filter(|float| float.fract() == 0.0 && (0.0..9e15).contains(float));
        float.map(|float| float as u64)
    });
    match count {
        Some(_) if value.is_u64() => Fit::Fine,
        Some(count) => {
            *value = count.into();
            Fit::Mended(Code::ReadAsNumber)
        }
        None => Fit::Unfit,
    }
}

/// A word that differs from a known one in case and blanks is that one; any other is for later stages to judge.
fn word(value: &mut Value, words: &[&'static str]) -> Fit {
    let Value::String(found) = value else { return Fit::Unfit };
    if words.contains(&found.as_str()) {
        return Fit::Fine;
    }
    match words.iter().find(|word| word.eq_ignore_ascii_case(found.trim())) {
        Some(word) => {
            (*word).clone_into(found);
            Fit::Mended(Code::MisspeltWord)
        }
        None => Fit::Fine,
    }
}

fn one(value: &mut Value) -> Fit {
    *value = Value::Array(vec![value.take()]);
    Fit::Mended(Code::ReadAsList)
}

fn each_text(items: &mut Vec<Value>) -> Fit {
    let mut fit = Fit::Fine;
    if items.iter().all(Value::is_string) {
        return fit;
    }
    for item in items.iter_mut() {
        if let Fit::Mended(code) = text(item) {
            fit = Fit::Mended(code);
        }
    }
    let length = items.len();
    items.retain(Value::is_string);
    if items.len() < length { Fit::Mended(Code::WrongKind) } else { fit }
}

/// Alternatives of schemes, each with the list of its scopes.
fn security(value: &mut Value) -> Fit {
    let mut fit = Fit::Fine;
    if value.is_object() {
        fit = one(value);
    }
    let Value::Array(alternatives) = value else { return Fit::Unfit };
    let length = alternatives.len();
    alternatives.retain(|alternative| alternative.is_object() || alternative.is_string());
    if alternatives.len() < length {
        fit = Fit::Mended(Code::WrongKind);
    }
    for alternative in alternatives {
        if let Value::String(scheme) = alternative {
            let scheme = std::mem::take(scheme);
            *alternative = Value::Object([(scheme, Value::Array(Vec::new()))].into_iter().collect());
            fit = Fit::Mended(Code::ReadAsList);
        }
        let Value::Object(schemes) = alternative else { continue };
        for scopes in schemes.values_mut() {
            match scopes {
                Value::Array(items) if items.iter().all(Value::is_string) => {}
                Value::String(_) => fit = one(scopes),
                scopes => {
                    *scopes = Value::Array(Vec::new());
                    fit = Fit::Mended(Code::WrongKind);
                }
            }
        }
    }
    fit
}

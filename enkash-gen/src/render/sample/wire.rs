//! A made-up value as it is sent, whatever it is written as.

use crate::{
    ir::{Constant, Field, Format, TypeId, TypeKind},
    render::{
        Input,
        made_up::{MadeUp, format_sample},
    },
};

/// A value on the wire.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Wire {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    List(Vec<Wire>),
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) value: Wire,
    /// Whether it is sent as an empty text where it is `null` and that cannot be said.
    pub(super) empty: bool,
}

impl Wire {
    pub(super) fn of(input: Input<'_>, value: &MadeUp) -> Self {
        match value {
            MadeUp::Null | MadeUp::Any => Self::Null,
            MadeUp::Bool(value) => Self::Bool(*value),
            MadeUp::Int(value) => Self::Int(*value),
            MadeUp::Float(value) => Self::Float(*value),
            MadeUp::Text(value) => Self::Text(value.clone()),
            MadeUp::Formatted(Format::DecimalNumber) => {
                Self::Float(format_sample(Format::DecimalNumber).parse().unwrap_or_default())
            }
            MadeUp::Formatted(format) => Self::Text(format_sample(*format).to_owned()),
            MadeUp::List(items) => Self::List(items.iter().map(|item| Self::of(input, item)).collect()),
            MadeUp::Map => Self::Object(Vec::new()),
            MadeUp::Boxed(value) => Self::of(input, value),
            MadeUp::Variant(id, value) => {
                value.as_ref().map_or(Self::Null, |value| tagged(input, *id, value, Self::of(input, value)))
            }
            MadeUp::Choice(id) => match &input.api.ty(*id).kind {
                TypeKind::Enum(inner) => {
                    inner.choices.first().map_or(Self::Null, |choice| constant(&choice.wire_value))
                }
                _ => Self::Null,
            },
            MadeUp::Struct(..) => {
                let member = |(field, value): (&Field, Self)| Member {
                    name: field.wire_name.clone(),
                    value,
                    empty: field.style.empty || field.slot.nullable,
                };
                Self::Object(members(input, value).into_iter().map(member).collect())
            }
        }
    }

    /// The value as compact JSON.
    pub(super) fn json(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.to_string(),
            Self::Int(value) => value.to_string(),
            Self::Float(value) => format!("{value:?}"),
            Self::Text(text) => json_text(text),
            Self::List(items) => {
                let items: Vec<_> = items.iter().map(Self::json).collect();
                format!("[{}]", items.join(","))
            }
            Self::Object(members) => {
                let pair = |member: &Member| format!("{}:{}", json_text(&member.name), member.value.json());
                let members: Vec<_> = members.iter().map(pair).collect();
                format!("{{{}}}", members.join(","))
            }
        }
    }

    /// The value as text where it stands inside of another: a scalar as it is, anything deeper as JSON.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Float(value) => value.to_string(),
            value => value.json(),
        }
    }
}

/// The members of a struct that are sent, in their order: those that are given, and those that are filled in.
pub(super) fn members<'a>(input: Input<'a>, value: &MadeUp) -> Vec<(&'a Field, Wire)> {
    let MadeUp::Struct(id, given) = value else { return Vec::new() };
    let def = input.api.ty(*id);
    let TypeKind::Struct(inner) = &def.kind else { return Vec::new() };
    let sent = |(index, field): (usize, &'a Field)| {
        let fixed = field.only.as_ref().filter(|_| field.is_filled_in(def.usage));
        let given =
            || given.iter().find(|(given, _)| *given == index).map(|(_, value)| Wire::of(input, value));
        Some((field, fixed.map(constant).or_else(given)?))
    };
    inner.fields.iter().enumerate().filter_map(sent).collect()
}

/// The first variant of a union, an object with its tag where it has to have one: in the place of the member that is
/// declared, or behind all others.
fn tagged(input: Input<'_>, union: TypeId, value: &MadeUp, wire: Wire) -> Wire {
    let TypeKind::Union(inner) = &input.api.ty(union).kind else { return wire };
    let tags = inner.variants.first().map(|variant| variant.tags.as_slice()).unwrap_or_default();
    let (Wire::Object(mut members), Some(tag), [first, more @ ..]) =
        (wire.clone(), inner.tag.as_ref().filter(|tag| tag.strict), tags)
    else {
        return wire;
    };
    let fields = fields(input, value);
    let place = fields.iter().position(|field| field.wire_name == tag.wire_name);
    let known = members.iter().position(|member| member.name == tag.wire_name);
    let text = Wire::Text(first.clone());
    match known {
        // Where several tags stand for it, the value says which.
        Some(_) if !more.is_empty() => {}
        Some(at) => members[at].value = text,
        None => {
            let before = |member: &Member| {
                let index = fields.iter().position(|field| field.wire_name == member.name);
                place.is_none_or(|place| index.is_some_and(|index| index < place))
            };
            let at = members.iter().take_while(|member| before(member)).count();
            members.insert(at, Member { name: tag.wire_name.clone(), value: text, empty: false });
        }
    }
    Wire::Object(members)
}

/// The fields that an object may have; none of a map.
fn fields<'a>(input: Input<'a>, value: &MadeUp) -> &'a [Field] {
    match value {
        MadeUp::Boxed(value) | MadeUp::Variant(_, Some(value)) => fields(input, value),
        MadeUp::Struct(id, _) => match &input.api.ty(*id).kind {
            TypeKind::Struct(inner) => &inner.fields,
            _ => &[],
        },
        _ => &[],
    }
}

fn constant(value: &Constant) -> Wire {
    match value {
        Constant::Bool(value) => Wire::Bool(*value),
        Constant::Int(value) => Wire::Int(*value),
        Constant::Float(value) => Wire::Float(*value),
        Constant::Text(value) => Wire::Text(value.clone()),
    }
}

/// A text in quotes (RFC 8259 §7), escaped where it must be and nowhere else.
fn json_text(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if u32::from(c) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

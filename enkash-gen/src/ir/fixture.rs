//! An IR written by hand, and a short notation for comparing one. Only for tests.
//!
//! The notation: `text`, `i64`, `[text]`, `{*: f64}`, `any`; `?` behind what may be `null`; `Book` for a named type
//! and `^Book` for one behind a pointer; `(a|b)` for an enum; `{a!: text, b: text}` for a struct, whose required
//! members have a `!`; `<Cat=cat | Dog=dog by kind!>` for a union
//! with its tags; `!code` for what is not supported.

use super::{
    Access, Api, Body, Choice, Constant, EnumBase, EnumDef, Field, Format, IntWidth, Limits, Location, Media,
    Method, NameHint, Operation, Outcome, Param, PathTemplate, Reading, Reply, Shape, Slot, Status,
    StructDef, Style, TypeDef, TypeId, TypeKind, Usage, Variant,
};
use crate::report::{Origin, Sources};

pub(crate) fn origin() -> Origin {
    Origin::line_column(Sources::new().add("by hand", ""), 1, 1)
}

pub(crate) fn text() -> Slot {
    Slot::of(Shape::Text)
}

pub(crate) fn named(id: usize) -> Slot {
    Slot::of(Shape::named(TypeId(id)))
}

pub(crate) fn list(item: Slot) -> Slot {
    Slot::of(Shape::List(Box::new(item)))
}

pub(crate) fn inline(def: TypeDef) -> Slot {
    Slot::of(Shape::Inline(Box::new(def)))
}

pub(crate) fn required(wire_name: &str, slot: Slot) -> Field {
    Field { required: true, ..optional(wire_name, slot) }
}

pub(crate) fn optional(wire_name: &str, slot: Slot) -> Field {
    Field {
        wire_name: wire_name.to_owned(),
        location: Location::Body,
        required: false,
        slot,
        explode: true,
        style: Style::default(),
        description: None,
        deprecated: false,
        masked: false,
        access: Access::Both,
        only: None,
        example: None,
        limits: super::Limits::default(),
        origin: origin(),
    }
}

pub(crate) fn param(wire_name: &str, location: Location, slot: Slot) -> Param {
    Param {
        wire_name: wire_name.to_owned(),
        location,
        required: location == Location::Path,
        slot,
        explode: location == Location::Query,
        style: Style::default(),
        description: None,
        deprecated: false,
        masked: false,
        transport: false,
        example: None,
        limits: super::Limits::default(),
        origin: origin(),
    }
}

pub(crate) fn typedef(hint: &[&str], kind: TypeKind) -> TypeDef {
    TypeDef {
        hint: NameHint(hint.iter().map(|&word| word.to_owned()).collect()),
        kind,
        description: None,
        deprecated: false,
        usage: Usage::default(),
        received_as: None,
        origin: origin(),
    }
}

pub(crate) fn structure(hint: &[&str], fields: Vec<Field>) -> TypeDef {
    typedef(hint, TypeKind::Struct(StructDef { fields, ..StructDef::default() }))
}

pub(crate) fn enumeration(hint: &[&str], values: &[&str]) -> TypeDef {
    let choices =
        values.iter().map(|&value| Choice { wire_value: Constant::Text(value.to_owned()) }).collect();
    typedef(hint, TypeKind::Enum(EnumDef { choices, base: EnumBase::Text }))
}

pub(crate) fn operation(id: &str, path: &str) -> Operation {
    Operation {
        id: Some(id.to_owned()),
        method: Method::Post,
        path: PathTemplate::parse(path),
        summary: None,
        description: None,
        deprecated: false,
        tags: Vec::new(),
        params: Vec::new(),
        params_type: None,
        params_alias: None,
        body: None,
        other_bodies: Vec::new(),
        replies: Vec::new(),
        success: Outcome::Undeclared,
        failure: Outcome::Undeclared,
        security: Vec::new(),
        server: None,
        safe: None,
        business_error: None,
        gives_tokens: false,
        origin: origin(),
    }
}

pub(crate) fn body(slot: Slot) -> Body {
    Body {
        required: true,
        media: Media::Json,
        media_types: vec![Media::Json.usual().to_owned()],
        encoding: Vec::new(),
        slot,
        limits: Limits::default(),
        description: None,
        origin: origin(),
    }
}

pub(crate) fn reply(status: Status, body: Option<Slot>) -> Reply {
    let media = if body.is_some() { "application/json".to_owned() } else { String::new() };
    Reply {
        status,
        body,
        reading: Reading::Json,
        media,
        others: Vec::new(),
        events: None,
        headers: None,
        description: String::new(),
        origin: origin(),
    }
}

/// A slot in the notation; inline types are written out, named ones are not.
pub(crate) fn sketch(api: &Api, slot: &Slot) -> String {
    let shape = match &slot.shape {
        Shape::Bool => "bool".to_owned(),
        Shape::Int(IntWidth::I32) => "i32".to_owned(),
        Shape::Int(IntWidth::I64) => "i64".to_owned(),
        Shape::Int(IntWidth::U32) => "u32".to_owned(),
        Shape::Int(IntWidth::U64) => "u64".to_owned(),
        Shape::Float => "f64".to_owned(),
        Shape::Text => "text".to_owned(),
        Shape::Secret => "secret".to_owned(),
        Shape::Format(Format::Date) => "date".to_owned(),
        Shape::Format(Format::DateTime) => "date-time".to_owned(),
        Shape::Format(Format::Base64) => "base64".to_owned(),
        Shape::Format(Format::Decimal) => "decimal".to_owned(),
        Shape::Format(Format::DecimalNumber) => "decimal number".to_owned(),
        Shape::Binary => "binary".to_owned(),
        Shape::File => "file".to_owned(),
        Shape::List(item) => format!("[{}]", sketch(api, item)),
        Shape::Map(item) => format!("{{*: {}}}", sketch(api, item)),
        Shape::Any => "any".to_owned(),
        Shape::Bytes => "bytes".to_owned(),
        Shape::Events(item) => format!("events of {}", sketch(api, item)),
        Shape::Lines(item) => format!("lines of {}", sketch(api, item)),
        Shape::Named { id, boxed } => {
            format!("{}{}", if *boxed { "^" } else { "" }, api.ty(*id).hint.0.join("."))
        }
        Shape::Inline(def) => sketch_type(api, def),
        Shape::Unsupported(code) => format!("!{code}"),
    };
    if slot.nullable { shape + "?" } else { shape }
}

/// A type in the notation.
pub(crate) fn sketch_type(api: &Api, def: &TypeDef) -> String {
    match &def.kind {
        TypeKind::Struct(def) => {
            let member = |field: &Field| {
                let mark = if field.required { "!" } else { "" };
                format!("{}{mark}: {}", field.wire_name, sketch(api, &field.slot))
            };
            let rest = def.rest.iter().map(|rest| format!("*: {}", sketch(api, rest)));
            format!("{{{}}}", def.fields.iter().map(member).chain(rest).collect::<Vec<_>>().join(", "))
        }
        TypeKind::Enum(def) => {
            let values: Vec<_> = def.choices.iter().map(|choice| choice.wire_value.to_string()).collect();
            format!("({})", values.join("|"))
        }
        TypeKind::Union(def) => {
            let variant = |variant: &Variant| {
                let tags = if variant.tags.is_empty() {
                    String::new()
                } else {
                    format!("={}", variant.tags.join("="))
                };
                format!("{}{tags}", sketch(api, &variant.slot))
            };
            let tag = def.tag.as_ref().map_or(String::new(), |tag| {
                format!(" by {}{}", tag.wire_name, if tag.strict { "!" } else { "" })
            });
            format!("<{}{tag}>", def.variants.iter().map(variant).collect::<Vec<_>>().join(" | "))
        }
        TypeKind::Cases(cases) => {
            let case = |(status, slot): &(Status, Option<Slot>)| {
                format!("{status}: {}", slot.as_ref().map_or("nothing".to_owned(), |slot| sketch(api, slot)))
            };
            format!("<{}>", cases.iter().map(case).collect::<Vec<_>>().join(", "))
        }
        TypeKind::Alias(alias) => format!("= {}", sketch(api, &alias.of)),
        TypeKind::Unsupported(code) => format!("!{code}"),
    }
}

/// Every named type: `Name = …`.
pub(crate) fn sketch_types(api: &Api) -> Vec<String> {
    api.types.iter().map(|def| format!("{} = {}", def.hint.0.join("."), sketch_type(api, def))).collect()
}

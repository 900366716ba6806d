//! Schemas: what kind of value one describes.

use openapiv3::{
    AnySchema, IntegerFormat, Schema, SchemaKind, StringFormat, Type, VariantOrUnknownOrEmpty as Format,
};

use super::{
    combined::{self, Made},
    context::Context,
    extension, family, object, parts, reference,
};
use crate::{
    ir::{Choice, EnumDef, IntWidth, NameHint, Shape, Slot, TypeDef, TypeKind, Usage},
    load::{Node, typed},
    report::{Code, Diagnostic, Pointer, did_you_mean},
};

/// Lowers a schema or a reference to one; `hint` names what it defines, if it defines anything.
pub(super) fn lower_schema<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>, hint: &NameHint) -> Slot {
    if node.reference().is_some() {
        reference::lower_reference(cx, node)
    } else {
        lower_definition(cx, node, hint, None)
    }
}

/// Lowers a schema that is no reference. `component` is its pointer if others refer to it by that.
pub(super) fn lower_definition<'d>(
    cx: &mut Context<'d, '_>,
    node: &Node<'d>,
    hint: &NameHint,
    component: Option<&Pointer>,
) -> Slot {
    let schema = match typed::schema(node) {
        Ok(schema) => schema,
        Err(diagnostic) => return cx.refuse(diagnostic),
    };
    extension::check_extensions(cx, node, extension::Noun::Schema);
    if node.get("not").is_some() {
        let message = "`not` says what a value is not, which a type cannot";
        cx.push(Diagnostic::new(Code::IgnoredConstraint, message).at(node.origin()));
    }
    let this = Definition { node, hint, component, schema: &schema };
    let mut slot = if parts::is_combined(node) {
        combined::lower_combined(cx, &this)
    } else if let Some(slot) = family::lower_family(cx, Made { node, hint, component }) {
        slot
    } else {
        lower_kind(cx, &this)
    };
    slot.nullable |= schema.schema_data.nullable;
    slot
}

/// Lowers what a schema says beside the others that it is made of.
pub(super) fn lower_plain<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>, hint: &NameHint) -> Slot {
    match typed::schema(node) {
        Ok(schema) => lower_kind(cx, &Definition { node, hint, component: None, schema: &schema }),
        Err(diagnostic) => cx.refuse(diagnostic),
    }
}

fn lower_kind<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>) -> Slot {
    let Definition { node, schema, .. } = *this;
    match classify(&schema.schema_kind) {
        Kind::Object => object::lower_object(cx, this),
        Kind::Array => lower_array(cx, this),
        Kind::Text { choices } if choices.is_empty() => Slot::of(text_shape(schema)),
        Kind::Text { choices } => lower_enum(cx, this, &choices),
        Kind::Integer(width) => Slot::of(Shape::Int(width)),
        Kind::Number => Slot::of(Shape::Float),
        Kind::Boolean => Slot::of(Shape::Bool),
        Kind::Anything => Slot::of(Shape::Any),
        Kind::Unsupported(what) => {
            cx.unsupported(node, Code::UnsupportedSchema, format!("{what} cannot be expressed yet"))
        }
        Kind::UnknownType(word) => {
            let diagnostic = Diagnostic::new(Code::UnknownType, format!("`{word}` is no type"))
                .at(node.get("type").unwrap_or_else(|| node.clone()).origin());
            cx.refuse(match did_you_mean(&word, TYPES) {
                Some(help) => diagnostic.help(help),
                None => diagnostic
                    .help("the types are `object`, `array`, `string`, `integer`, `number` and `boolean`"),
            })
        }
    }
}

const TYPES: [&str; 6] = ["object", "array", "string", "integer", "number", "boolean"];

/// A schema on its way into the IR.
pub(super) struct Definition<'a, 'd> {
    pub(super) node: &'a Node<'d>,
    pub(super) hint: &'a NameHint,
    pub(super) component: Option<&'a Pointer>,
    pub(super) schema: &'a Schema,
}

impl Definition<'_, '_> {
    /// The type that this schema defines.
    pub(super) fn typedef(&self, kind: TypeKind) -> TypeDef {
        let data = &self.schema.schema_data;
        TypeDef {
            hint: self.hint.clone(),
            kind,
            description: data.description.clone().or_else(|| data.title.clone()),
            deprecated: data.deprecated,
            usage: Usage::default(),
            origin: self.node.origin(),
        }
    }
}

/// What a schema comes to.
enum Kind {
    Object,
    Array,
    Text { choices: Vec<Option<String>> },
    Integer(IntWidth),
    Number,
    Boolean,
    Anything,
    Unsupported(&'static str),
    UnknownType(String),
}

fn classify(kind: &SchemaKind) -> Kind {
    match kind {
        SchemaKind::Type(Type::Object(_)) => Kind::Object,
        SchemaKind::Type(Type::Array(_)) => Kind::Array,
        SchemaKind::Type(Type::String(text)) => match &text.format {
            Format::Item(StringFormat::Binary) => Kind::Unsupported("`format: binary`"),
            _ => Kind::Text { choices: text.enumeration.clone() },
        },
        SchemaKind::Type(Type::Integer(integer)) if !integer.enumeration.is_empty() => {
            Kind::Unsupported("an enum of integers")
        }
        SchemaKind::Type(Type::Integer(integer)) => Kind::Integer(match &integer.format {
            Format::Item(IntegerFormat::Int32) => IntWidth::I32,
            Format::Item(IntegerFormat::Int64) | Format::Empty => IntWidth::I64,
            Format::Unknown(format) => width(format),
        }),
        SchemaKind::Type(Type::Number(number)) if !number.enumeration.is_empty() => {
            Kind::Unsupported("an enum of numbers")
        }
        SchemaKind::Type(Type::Number(_)) => Kind::Number,
        SchemaKind::Type(Type::Boolean(boolean)) if !boolean.enumeration.is_empty() => {
            Kind::Unsupported("an enum of booleans")
        }
        SchemaKind::Type(Type::Boolean(_)) => Kind::Boolean,
        SchemaKind::AllOf { .. }
        | SchemaKind::OneOf { .. }
        | SchemaKind::AnyOf { .. }
        | SchemaKind::Not { .. } => Kind::Anything,
        SchemaKind::Any(any) => classify_any(any),
    }
}

/// A schema with keywords of several types, or without a `type`: the type it names decides, else its keywords do.
fn classify_any(any: &AnySchema) -> Kind {
    let object =
        !any.properties.is_empty() || any.additional_properties.is_some() || !any.required.is_empty();
    match any.typ.as_deref() {
        Some("object") => Kind::Object,
        Some("array") => Kind::Array,
        Some("boolean") if any.enumeration.is_empty() => Kind::Boolean,
        Some("integer") if any.enumeration.is_empty() => {
            Kind::Integer(any.format.as_deref().map_or(IntWidth::I64, width))
        }
        Some("number") if any.enumeration.is_empty() => Kind::Number,
        Some("string") | None if !any.enumeration.is_empty() => text_choices(any),
        Some("string") if any.format.as_deref() == Some("binary") => Kind::Unsupported("`format: binary`"),
        Some("string") => Kind::Text { choices: Vec::new() },
        Some(typ) if TYPES.contains(&typ) => {
            Kind::Unsupported("an `enum` whose values are not of its `type`")
        }
        Some(word) => Kind::UnknownType(word.to_owned()),
        None if object => Kind::Object,
        None if any.items.is_some() => Kind::Array,
        None if any.pattern.is_some() || any.min_length.is_some() || any.max_length.is_some() => {
            Kind::Text { choices: Vec::new() }
        }
        None if any.minimum.is_some() || any.maximum.is_some() || any.multiple_of.is_some() => Kind::Number,
        None => Kind::Anything,
    }
}

fn text_choices(any: &AnySchema) -> Kind {
    let choices: Option<Vec<Option<String>>> = any
        .enumeration
        .iter()
        .map(|value| match value {
            serde_json::Value::String(text) => Some(Some(text.clone())),
            serde_json::Value::Null => Some(None),
            _ => None,
        })
        .collect();
    choices.map_or(Kind::Unsupported("an enum of mixed values"), |choices| Kind::Text { choices })
}

fn width(format: &str) -> IntWidth {
    match format {
        "int32" => IntWidth::I32,
        "uint32" => IntWidth::U32,
        "uint64" => IntWidth::U64,
        _ => IntWidth::I64,
    }
}

fn text_shape(schema: &Schema) -> Shape {
    let password = match &schema.schema_kind {
        SchemaKind::Type(Type::String(text)) => matches!(text.format, Format::Item(StringFormat::Password)),
        SchemaKind::Any(any) => any.format.as_deref() == Some("password"),
        _ => false,
    };
    if password || extension::flag(&schema.schema_data.extensions, "x-secret") {
        Shape::Secret
    } else {
        Shape::Text
    }
}

fn lower_array<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>) -> Slot {
    let Some(items) = this.node.get("items") else {
        return cx.refuse(
            Diagnostic::new(Code::InvalidNode, "an array without `items`")
                .at(this.node.origin())
                .help("say what the array holds; `items: {}` stands for anything"),
        );
    };
    let hint = this.hint.then("item");
    let item = lower_schema(cx, &items, &hint);
    Slot::of(Shape::List(Box::new(item)))
}

/// An enum of texts; `null` among its values makes it nullable, and a value that stands twice stands once.
fn lower_enum<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>, values: &[Option<String>]) -> Slot {
    let mut choices: Vec<Choice> = Vec::new();
    for value in values.iter().flatten() {
        if !choices.iter().any(|choice| choice.wire_value == *value) {
            choices.push(Choice { wire_value: value.clone() });
        }
    }
    let nullable = values.contains(&None);
    if choices.is_empty() {
        return Slot { shape: Shape::Any, nullable };
    }
    let shape = cx.define(this.component, this.typedef(TypeKind::Enum(EnumDef { choices })));
    Slot { shape, nullable }
}

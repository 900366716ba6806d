//! Formats: the shape of a text or a number by its `format`.
//!
//! Only formats that change what a program does with the value have a shape of their own. The others – of the
//! hundreds that real documents use nearly each belongs to one document – leave a plain type.

use serde_json::Value;

use super::{extension, kind::Word, schema::Definition};
use crate::{
    ir::{Format, IntWidth, Shape},
    load::Node,
};

/// The type that a format belongs to, where a schema names no type.
pub(super) fn type_of(format: &str) -> Option<Word> {
    Some(match format {
        "date" | "date-time" | "byte" | "binary" | "password" | "uuid" | "uri" | "email" | "hostname"
        | "ipv4" | "ipv6" => Word::String,
        "int32" | "int64" | "uint32" | "uint64" => Word::Integer,
        "float" | "double" => Word::Number,
        _ => return None,
    })
}

fn written<'d>(node: &Node<'d>) -> &'d str {
    node.value().get("format").and_then(Value::as_str).unwrap_or_default()
}

/// The shape of a text.
pub(super) fn text(this: &Definition<'_, '_>) -> Shape {
    if extension::flag(&this.schema.schema_data.extensions, "x-secret") {
        return Shape::Secret;
    }
    match written(this.node) {
        "password" => Shape::Secret,
        "binary" => Shape::Binary,
        "date" => Shape::Format(Format::Date),
        "date-time" => Shape::Format(Format::DateTime),
        "byte" => Shape::Format(Format::Base64),
        "decimal" => Shape::Format(Format::Decimal),
        _ => Shape::Text,
    }
}

/// The shape of a number.
pub(super) fn number(this: &Definition<'_, '_>) -> Shape {
    match written(this.node) {
        "decimal" => Shape::Format(Format::DecimalNumber),
        // Beyond 2^53 a double would lose digits of what the format says is whole.
        "int64" | "long" => Shape::Int(IntWidth::I64),
        "uint64" => Shape::Int(IntWidth::U64),
        _ => Shape::Float,
    }
}

/// How large a whole number may be. A format that the schema itself exceeds, in a bound or an example, is not
/// believed; a narrower one than 32 bits is documentation.
pub(super) fn integer(this: &Definition<'_, '_>) -> IntWidth {
    let (low, high) = range(this.node);
    match written(this.node) {
        "int8" | "int16" | "int32" if fits::<i32>(low) && fits::<i32>(high) => IntWidth::I32,
        "uint8" | "uint16" | "uint32" if fits::<u32>(low) && fits::<u32>(high) => IntWidth::U32,
        "uint64" if low >= 0 => IntWidth::U64,
        _ if high > i128::from(i64::MAX) && low >= 0 => IntWidth::U64,
        _ => IntWidth::I64,
    }
}

fn fits<T: TryFrom<i128>>(value: i128) -> bool {
    T::try_from(value).is_ok()
}

/// The least and the greatest whole number that the schema itself mentions.
fn range(node: &Node<'_>) -> (i128, i128) {
    let mentioned = ["minimum", "maximum", "default", "example"]
        .into_iter()
        .filter_map(|key| whole(node.value().get(key)?));
    mentioned.fold((0, 0), |(low, high), value| (low.min(value), high.max(value)))
}

fn whole(value: &Value) -> Option<i128> {
    let number = value.as_number()?;
    number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from)).or_else(|| {
        // Saturates, which is all that a comparison needs.
        #[allow(clippy::cast_possible_truncation)]
        number.as_f64().map(|value| value as i128)
    })
}

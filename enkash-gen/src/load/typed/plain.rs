//! Plain schemas, read by hand: what the table and openapiv3 would make of them, in a tenth of the time.
//!
//! Nearly every node of a document is such a schema, and a macro reads documents in an unoptimised build, where
//! deserialising a flattened, untagged type is by far the dearest step. Invariant: what is read here is equal to what
//! the long way gives; anything out of the ordinary, and anything wrong, is left to it, and so are all messages.

use oas::{AdditionalProperties, AnySchema, ReferenceOr, SchemaData, SchemaKind, Type};
use openapiv3 as oas;
use serde_json::{Map, Value};

use super::SCHEMA;

/// The schema, children stubbed; `None` if it is not plain.
pub(super) fn schema(value: &Value) -> Option<oas::Schema> {
    let map = value.as_object()?;
    let (mut schema_data, mut schema_kind) = (SchemaData::default(), empty(map)?);
    for (key, value) in map {
        let taken = take_data(&mut schema_data, key, value)? || take(&mut schema_kind, key, value)?;
        if !taken && key.starts_with("x-") {
            schema_data.extensions.insert(key.clone(), value.clone());
        } else if !taken && SCHEMA.field(key).is_some() {
            // A keyword of another kind of schema: openapiv3 keeps such mixtures apart.
            return None;
        }
    }
    Some(oas::Schema { schema_data, schema_kind })
}

/// The kind without its keywords.
fn empty(map: &Map<String, Value>) -> Option<SchemaKind> {
    let Some(word) = map.get("type") else {
        return Some(if map.contains_key("allOf") {
            SchemaKind::AllOf { all_of: Vec::new() }
        } else if map.contains_key("oneOf") {
            SchemaKind::OneOf { one_of: Vec::new() }
        } else if map.contains_key("anyOf") {
            SchemaKind::AnyOf { any_of: Vec::new() }
        } else {
            SchemaKind::Any(AnySchema::default())
        });
    };
    Some(SchemaKind::Type(match word.as_str()? {
        "string" => Type::String(oas::StringType::default()),
        "number" => Type::Number(oas::NumberType::default()),
        "integer" => Type::Integer(oas::IntegerType::default()),
        "boolean" => Type::Boolean(oas::BooleanType::default()),
        "object" => Type::Object(oas::ObjectType::default()),
        "array" => {
            Type::Array(oas::ArrayType { items: None, min_items: None, max_items: None, unique_items: false })
        }
        _ => return None,
    }))
}

/// Takes a keyword that any kind may have; `None` if its value is out of the ordinary.
fn take_data(data: &mut SchemaData, key: &str, value: &Value) -> Option<bool> {
    match key {
        // `empty` has read the first, and nothing is generated from the others.
        "type" | "example" | "externalDocs" | "xml" => {}
        "description" => data.description = Some(text(value)?),
        "title" => data.title = Some(text(value)?),
        "nullable" => data.nullable = value.as_bool()?,
        "readOnly" => data.read_only = value.as_bool()?,
        "writeOnly" => data.write_only = value.as_bool()?,
        "deprecated" => data.deprecated = value.as_bool()?,
        "default" if !value.is_null() => data.default = Some(value.clone()),
        _ => return Some(false),
    }
    Some(true)
}

/// Takes a keyword of the kind; `None` if its value is out of the ordinary.
fn take(kind: &mut SchemaKind, key: &str, value: &Value) -> Option<bool> {
    match kind {
        SchemaKind::Type(Type::String(string)) => match key {
            "format" => string.format = Some(text(value)?).into(),
            "enum" => string.enumeration = choices(value)?,
            "pattern" => string.pattern = Some(text(value)?),
            "minLength" => string.min_length = Some(count(value)?),
            "maxLength" => string.max_length = Some(count(value)?),
            _ => return Some(false),
        },
        SchemaKind::Type(Type::Number(number)) => match key {
            "format" => number.format = Some(text(value)?).into(),
            "minimum" => number.minimum = Some(finite(value)?),
            "maximum" => number.maximum = Some(finite(value)?),
            "multipleOf" => number.multiple_of = Some(finite(value)?),
            "exclusiveMinimum" => number.exclusive_minimum = value.as_bool()?,
            "exclusiveMaximum" => number.exclusive_maximum = value.as_bool()?,
            _ => return Some(false),
        },
        SchemaKind::Type(Type::Integer(integer)) => match key {
            "format" => integer.format = Some(text(value)?).into(),
            "minimum" => integer.minimum = Some(value.as_i64()?),
            "maximum" => integer.maximum = Some(value.as_i64()?),
            "multipleOf" => integer.multiple_of = Some(value.as_i64()?),
            "exclusiveMinimum" => integer.exclusive_minimum = value.as_bool()?,
            "exclusiveMaximum" => integer.exclusive_maximum = value.as_bool()?,
            _ => return Some(false),
        },
        SchemaKind::Type(Type::Object(object)) => match key {
            "properties" => object.properties = children(value)?,
            "required" => object.required = texts(value)?,
            "additionalProperties" => object.additional_properties = Some(additional(value)?),
            "minProperties" => object.min_properties = Some(count(value)?),
            "maxProperties" => object.max_properties = Some(count(value)?),
            _ => return Some(false),
        },
        SchemaKind::Type(Type::Array(array)) => match key {
            "items" => array.items = Some(child(value)?),
            "minItems" => array.min_items = Some(count(value)?),
            "maxItems" => array.max_items = Some(count(value)?),
            "uniqueItems" => array.unique_items = value.as_bool()?,
            _ => return Some(false),
        },
        SchemaKind::Any(any) => match key {
            "properties" => any.properties = children(value)?,
            "required" => any.required = texts(value)?,
            "additionalProperties" => any.additional_properties = Some(additional(value)?),
            _ => return Some(false),
        },
        SchemaKind::AllOf { all_of: list } if key == "allOf" => *list = members(value)?,
        SchemaKind::OneOf { one_of: list } if key == "oneOf" => *list = members(value)?,
        SchemaKind::AnyOf { any_of: list } if key == "anyOf" => *list = members(value)?,
        _ => return Some(false),
    }
    Some(true)
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn count(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|count| usize::try_from(count).ok())
}

fn finite(value: &Value) -> Option<f64> {
    value.as_f64().filter(|number| number.is_finite())
}

fn texts(value: &Value) -> Option<Vec<String>> {
    value.as_array()?.iter().map(text).collect()
}

/// The texts of an enum, in which `null` may stand.
fn choices(value: &Value) -> Option<Vec<Option<String>>> {
    let choice = |value: &Value| if value.is_null() { Some(None) } else { text(value).map(Some) };
    value.as_array()?.iter().map(choice).collect()
}

fn child<T>(value: &Value) -> Option<ReferenceOr<T>> {
    value.is_object().then(|| ReferenceOr::ref_("#"))
}

fn children<T, M: FromIterator<(String, ReferenceOr<T>)>>(value: &Value) -> Option<M> {
    value.as_object()?.iter().map(|(key, value)| Some((key.clone(), child(value)?))).collect()
}

fn members(value: &Value) -> Option<Vec<ReferenceOr<oas::Schema>>> {
    value.as_array()?.iter().map(child).collect()
}

fn additional(value: &Value) -> Option<AdditionalProperties> {
    match value {
        Value::Bool(any) => Some(AdditionalProperties::Any(*any)),
        value => Some(AdditionalProperties::Schema(Box::new(child(value)?))),
    }
}

//! The typed view of a document, taken one node at a time.
//!
//! openapiv3 takes exponential time in the depth of a bad leaf, and one bad leaf costs it the whole document. So
//! nothing here ever hands it a subtree: each function reads **this node only**. Typed children (schemas,
//! parameters, responses …) are replaced by a stub before openapiv3 sees the node, and are to be visited on the raw
//! value by their pointers. Where a reference is legal the stub is the reference `#`, elsewhere an empty object; a
//! child that cannot be stubbed is missing. Thus reading a document stays linear, and each fault names its node.
//!
//! Each node is first checked against a table of its keys (`nouns.rs`), because the errors of untagged and flattened
//! types say neither what was expected nor where. What the table does not know is in [`unknown_keys`].

mod check;
mod fault;
mod noun;
mod nouns;
mod plain;
mod rules;

use openapiv3 as oas;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub(super) use self::noun::{Field, Rule};
pub use self::{check::unknown_keys, noun::Noun, nouns::*};
use super::Node;
use crate::report::{Code, Diagnostic};

/// Checks the outermost layers: that `paths`, `components` and the lists are what they should be.
///
/// Fails at the first part that has the wrong kind. Nothing inside them is looked at.
pub fn root(node: &Node<'_>) -> Result<(), Diagnostic> {
    check::stubbed(node, &ROOT).map(drop)
}

/// Reads `info`. Fails if it is no legal Info Object.
pub fn info(node: &Node<'_>) -> Result<oas::Info, Diagnostic> {
    read(node, &INFO)
}

/// Reads a server. Fails if it is no legal Server Object.
pub fn server(node: &Node<'_>) -> Result<oas::Server, Diagnostic> {
    read(node, &SERVER)
}

/// Reads a tag. Fails if it is no legal Tag Object.
pub fn tag(node: &Node<'_>) -> Result<oas::Tag, Diagnostic> {
    read(node, &TAG)
}

/// Reads a path item: only its texts and extensions. Operations, parameters and servers are visited on their own.
///
/// Fails if it is no legal Path Item Object.
pub fn path_item(node: &Node<'_>) -> Result<oas::PathItem, Diagnostic> {
    read(node, &PATH_ITEM)
}

/// Reads an operation. Parameters, body and responses are stubs, of which there are as many as in the document;
/// callbacks and servers are missing.
///
/// Fails if it is no legal Operation Object, has a status key that is no status, or a child that is no object.
pub fn operation(node: &Node<'_>) -> Result<oas::Operation, Diagnostic> {
    read(node, &OPERATION)
}

/// Reads a parameter; its schema or content is a stub.
///
/// Fails if it is no legal Parameter Object, has a style that its place does not allow, or has not exactly one of
/// `schema` and `content`.
pub fn parameter(node: &Node<'_>) -> Result<oas::Parameter, Diagnostic> {
    let value = check::stubbed(node, &PARAMETER)?;
    rules::parameter_style(node)?;
    rules::schema_or_content(node, &PARAMETER)?;
    typed(node, &PARAMETER, value)
}

/// Reads a response header; its schema or content is a stub.
///
/// Fails if it is no legal Header Object, or has not exactly one of `schema` and `content`.
pub fn header(node: &Node<'_>) -> Result<oas::Header, Diagnostic> {
    let value = check::stubbed(node, &HEADER)?;
    rules::schema_or_content(node, &HEADER)?;
    typed(node, &HEADER, value)
}

/// Reads a request body; its media types are stubs. Fails if it is no legal Request Body Object.
pub fn request_body(node: &Node<'_>) -> Result<oas::RequestBody, Diagnostic> {
    read(node, &REQUEST_BODY)
}

/// Reads a response; its media types and headers are stubs, links are missing. Fails if it is no legal Response
/// Object.
pub fn response(node: &Node<'_>) -> Result<oas::Response, Diagnostic> {
    read(node, &RESPONSE)
}

/// Reads a media type; its schema and encodings are stubs. Fails if it is no legal Media Type Object.
pub fn media_type(node: &Node<'_>) -> Result<oas::MediaType, Diagnostic> {
    read(node, &MEDIA_TYPE)
}

/// Reads the encoding of one part; its headers are stubs. Fails if it is no legal Encoding Object.
///
/// openapiv3 cannot tell `explode: false` from an absent one; the raw value can.
pub fn encoding(node: &Node<'_>) -> Result<oas::Encoding, Diagnostic> {
    read(node, &ENCODING)
}

/// Reads a schema; properties, items, members and the like are stubs. A reference must have been resolved before.
///
/// Fails if it is no legal Schema Object of OpenAPI 3.0.
pub fn schema(node: &Node<'_>) -> Result<oas::Schema, Diagnostic> {
    match plain::schema(node.value()) {
        Some(schema) => Ok(schema),
        None => any_schema(node),
    }
}

/// The long way, for a schema that is not plain.
fn any_schema(node: &Node<'_>) -> Result<oas::Schema, Diagnostic> {
    rules::schema_of_other_versions(node)?;
    read(node, &SCHEMA)
}

/// Reads a security scheme. Fails if it is no legal Security Scheme Object.
pub fn security_scheme(node: &Node<'_>) -> Result<oas::SecurityScheme, Diagnostic> {
    check::stubbed(node, &SECURITY_SCHEME)?;
    let noun = match node.get("type").and_then(|kind| kind.str()) {
        Some("apiKey") => &API_KEY,
        Some("http") => &HTTP,
        Some("oauth2") => &OAUTH2,
        _ => &OPEN_ID_CONNECT,
    };
    read(node, noun)
}

/// What a value is, in words, with an article: `a list`, `nothing`.
pub fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

fn read<T: DeserializeOwned>(node: &Node<'_>, noun: &Noun) -> Result<T, Diagnostic> {
    typed(node, noun, check::stubbed(node, noun)?)
}

/// The table has accepted the node, so this fails only where the table is wider than openapiv3.
fn typed<T: DeserializeOwned>(node: &Node<'_>, noun: &Noun, value: Value) -> Result<T, Diagnostic> {
    serde_json::from_value(value).map_err(|error| {
        let words = error.to_string();
        let message = if words.contains("did not match any variant") {
            format!("this is not {} as the specification describes it", noun.name)
        } else {
            format!("this is not {} as the specification describes it: {words}", noun.name)
        };
        Diagnostic::new(Code::InvalidNode, message).at(node.origin())
    })
}

#[cfg(test)]
mod tests;

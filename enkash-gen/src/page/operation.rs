//! What a page says of an operation: parameters, bodies, answers, each with its place.

use serde_json::Value;

use super::{Fact, Field, Schema, Source};

/// Where a parameter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A segment of the path.
    Path,
    /// The query of the address.
    Query,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
}

impl Place {
    /// Every place, in the order in which pages list them.
    pub const ALL: [Self; 4] = [Self::Path, Self::Query, Self::Header, Self::Cookie];

    /// `path`, `query`, `header`, `cookie`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
        }
    }

    /// The place that a heading such as `Header Params` names.
    pub(super) fn of_label(label: &str) -> Option<Self> {
        let word = label.strip_suffix(" Params")?;
        Self::ALL.into_iter().find(|place| place.as_str().eq_ignore_ascii_case(word))
    }
}

/// A parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Where it goes.
    pub place: Place,
    /// What the page says of it.
    pub field: Field,
    /// Its allowed values, if they are known one by one.
    pub values: Option<Vec<String>>,
}

/// The body of a request or of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    /// The media type; `None` if the page does not show it.
    pub media_type: Option<String>,
    /// Whether it must be there; `None` if that is not known.
    pub required: Option<bool>,
    /// What is said of the whole.
    pub note: Option<String>,
    /// What it holds.
    pub schema: Schema,
    /// Whether its fields were listed; else they are concluded from a sample.
    pub is_listed: bool,
    /// A sample of the whole.
    pub example: Option<Fact<Value>>,
    /// Where its heading stands.
    pub source: Source,
}

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// What the status is called; empty if it is not.
    pub name: String,
    /// The body, if there is one.
    pub body: Option<Body>,
    /// Where its heading stands.
    pub source: Source,
}

/// A schema that stands in the prose, in clear, where the body itself is an envelope.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The name of the schema.
    pub name: String,
    /// Whether it is an answer.
    pub is_response: bool,
    /// What it holds.
    pub schema: Schema,
    /// Where its heading stands.
    pub source: Source,
}

/// What a rendering cannot show of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unseen {
    /// Which parameters there are.
    Parameters,
    /// What the body of the request holds.
    RequestBody,
    /// What the answers hold.
    Responses,
    /// Which credentials are asked for.
    Security,
}

impl Unseen {
    /// `parameters`, `requestBody`, `responses`, `security`: as the part of an operation is called.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Parameters => "parameters",
            Self::RequestBody => "requestBody",
            Self::Responses => "responses",
            Self::Security => "security",
        }
    }
}

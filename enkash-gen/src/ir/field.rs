//! One member of an object.

use super::{Constant, Limits, Shape, Slot, Style};
use crate::report::Origin;

/// A member of a struct, or a parameter once it has become one.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The name on the wire.
    pub wire_name: String,
    /// Where in a request it goes.
    pub location: Location,
    /// Whether it must be there.
    pub required: bool,
    /// What it holds.
    pub slot: Slot,
    /// Whether the items of a list, and the members of an object, stand apart where they are no JSON.
    pub explode: bool,
    /// How it is written where it is no JSON.
    pub style: Style,
    /// What it means, in CommonMark.
    pub description: Option<String>,
    /// Whether the document advises against it.
    pub deprecated: bool,
    /// Whether `Debug` hides it.
    pub masked: bool,
    /// Whether it travels in one direction only.
    pub access: Access,
    /// The only value that the document allows, if there is only one.
    pub only: Option<Constant>,
    /// What the document says about the value beyond its shape.
    pub limits: Limits,
    /// A text that the document gives as an example.
    pub example: Option<String>,
    /// Where it stands in the document.
    pub origin: Origin,
}

impl Field {
    /// An optional text of a body.
    pub fn text(wire_name: &str, origin: Origin) -> Self {
        Self {
            wire_name: wire_name.to_owned(),
            location: Location::Body,
            required: false,
            slot: Slot::of(Shape::Text),
            explode: true,
            style: Style::default(),
            description: None,
            deprecated: false,
            masked: false,
            access: Access::Both,
            only: None,
            example: None,
            limits: Limits::default(),
            origin,
        }
    }

    /// Whether the generated code fills it in: a required scalar with a single value, in a type that is only sent.
    /// Nobody can choose it, and nobody receives it.
    pub fn is_filled_in(&self, usage: super::Usage) -> bool {
        self.required && self.only.is_some() && usage.sent && !usage.received
    }

    /// Whether a value of the struct cannot be made without one for this field.
    pub fn is_demanded(&self, usage: super::Usage) -> bool {
        self.required && !self.is_filled_in(usage)
    }
}

/// Where in a request a value goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Location {
    /// A member of the body.
    Body,
    /// A segment of the path, or a part of one.
    Path,
    /// A pair of the query.
    Query,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
}

impl Location {
    /// The word of OpenAPI.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
        }
    }
}

/// In which direction a member travels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Access {
    /// In both.
    #[default]
    Both,
    /// Only in answers (`readOnly`).
    Read,
    /// Only in requests (`writeOnly`).
    Write,
}

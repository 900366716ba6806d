//! One parameter of an operation.

use super::{Limits, Location, Slot, Style};
use crate::report::Origin;

/// A parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct Param {
    /// The name on the wire.
    pub wire_name: String,
    /// Where it goes; never [`Location::Body`].
    pub location: Location,
    /// Whether it must be sent.
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
    /// Whether it belongs to the transport: never an argument, sent by hand if at all.
    pub transport: bool,
    /// A text that the document gives as an example.
    pub example: Option<String>,
    /// What the document says about the value beyond its shape.
    pub limits: Limits,
    /// Where it stands in the document.
    pub origin: Origin,
}

//! What a document says about a value beyond its shape.

/// Limits of a value. They are documentation; nothing that is received is held against them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Limits {
    /// What the server assumes where the value is left out, as JSON.
    pub default: Option<String>,
    /// The least number.
    pub minimum: Option<f64>,
    /// Whether the least number itself is too small.
    pub above_minimum: bool,
    /// The greatest number.
    pub maximum: Option<f64>,
    /// Whether the greatest number itself is too great.
    pub below_maximum: bool,
    /// What the number is a multiple of.
    pub multiple_of: Option<f64>,
    /// The least length: of a text in characters, of a list in items, of an object in members.
    pub min_length: Option<u64>,
    /// The greatest length.
    pub max_length: Option<u64>,
    /// A regular expression (ECMA-262) that a text matches somewhere.
    pub pattern: Option<String>,
    /// Whether no two items of a list are equal.
    pub unique: bool,
    /// The limits of each item of a list, or of each value of a map, where there are any.
    pub each: Option<Box<Limits>>,
}

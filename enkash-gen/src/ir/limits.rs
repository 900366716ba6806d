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
    /// The `format` of a text for which there is no type of its own, so that it is only a word.
    pub format: Option<String>,
    /// Whether no two items of a list are equal.
    pub unique: bool,
    /// The limits of each item of a list, or of each value of a map, where there are any.
    pub each: Option<Box<Limits>>,
}

impl Limits {
    /// What both say of one value.
    #[must_use]
    pub fn common(&self, other: &Self) -> Self {
        fn same<T: PartialEq + Clone>(one: &Option<T>, other: &Option<T>) -> Option<T> {
            one.clone().filter(|_| one == other)
        }
        let minimum =
            same(&self.minimum, &other.minimum).filter(|_| self.above_minimum == other.above_minimum);
        let maximum =
            same(&self.maximum, &other.maximum).filter(|_| self.below_maximum == other.below_maximum);
        let each = self.each.as_deref().zip(other.each.as_deref()).map(|(one, other)| one.common(other));
        Self {
            default: same(&self.default, &other.default),
            above_minimum: minimum.is_some() && self.above_minimum,
            minimum,
            below_maximum: maximum.is_some() && self.below_maximum,
            maximum,
            multiple_of: same(&self.multiple_of, &other.multiple_of),
            min_length: same(&self.min_length, &other.min_length),
            max_length: same(&self.max_length, &other.max_length),
            pattern: same(&self.pattern, &other.pattern),
            format: same(&self.format, &other.format),
            unique: self.unique && other.unique,
            each: each.filter(|each| *each != Self::default()).map(Box::new),
        }
    }
}

//! The vocabulary of the tables: what may stand at a key.

/// One kind of object of the specification: its name, and its keys.
#[derive(Debug)]
pub struct Noun {
    /// With its article, as messages use it: `an operation`.
    pub(super) name: &'static str,
    pub(super) fields: &'static [Field],
}

impl Noun {
    /// The keys that the specification knows, extensions aside.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.fields.iter().map(|field| field.key)
    }

    pub(super) fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// One key.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) key: &'static str,
    pub(super) required: bool,
    pub(super) rule: Rule,
}

pub(super) const fn need(key: &'static str, rule: Rule) -> Field {
    Field { key, required: true, rule }
}

pub(super) const fn may(key: &'static str, rule: Rule) -> Field {
    Field { key, required: false, rule }
}

/// What a value must be, and what becomes of it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Rule {
    // kept as it is
    Text,
    Bool,
    /// Finite.
    Number,
    /// Not negative, whole.
    Count,
    Any,
    List,
    Texts,
    TextMap,
    /// One of these texts.
    Word(&'static [&'static str]),
    /// Alternatives of the named security schemes.
    Security,
    // kept, and checked by its own table
    Object(&'static Noun),
    ObjectMap(&'static Noun),
    // replaced by the reference `#`
    Child,
    ChildOrBool,
    Children,
    ChildMap,
    /// By status code.
    Responses,
    // replaced by an empty object
    BareMap,
    // left out
    /// Not looked at at all.
    Skipped,
    SkippedObject,
    SkippedList,
    SkippedMap,
}

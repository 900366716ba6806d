//! The vocabulary of the tables: what may stand at a key.

/// One kind of object of the specification: its name, and its keys.
#[derive(Debug)]
pub struct Noun {
    /// With its article, as messages use it: `an operation`.
    pub(in crate::load) name: &'static str,
    pub(in crate::load) fields: &'static [Field],
}

impl Noun {
    /// The keys that the specification knows, extensions aside.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.fields.iter().map(|field| field.key)
    }

    pub(in crate::load) fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// One key.
#[derive(Debug)]
pub(in crate::load) struct Field {
    pub(in crate::load) key: &'static str,
    pub(in crate::load) required: bool,
    pub(in crate::load) rule: Rule,
}

pub(in crate::load) const fn need(key: &'static str, rule: Rule) -> Field {
    Field { key, required: true, rule }
}

pub(in crate::load) const fn may(key: &'static str, rule: Rule) -> Field {
    Field { key, required: false, rule }
}

/// What a value must be, and what becomes of it.
#[derive(Debug, Clone, Copy)]
pub(in crate::load) enum Rule {
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

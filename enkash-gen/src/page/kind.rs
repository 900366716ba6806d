//! What a field holds, as a page writes it: `string`, `string <date>`, `enum<string>`, `array[object (Name) {3}]`.

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// The kind of value.
    pub base: Base,
    /// What stands in `<…>` behind it: `date`, `int32`.
    pub format: Option<String>,
    /// Whether only some values are allowed: `enum<…>`.
    pub is_enum: bool,
    /// The name of an object's schema: what stands in `(…)`.
    pub name: Option<String>,
    /// How many members the object has: what stands in `{…}`.
    pub count: Option<usize>,
    /// What an array holds, if that is said.
    pub items: Option<Box<Kind>>,
}

/// The kinds of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// Text.
    String,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Members by name.
    Object,
    /// A list.
    Array,
    /// Nothing but `null`.
    Null,
    /// Anything.
    Any,
}

impl Base {
    /// As it is written in a schema; `None` for what has no type there.
    pub const fn as_str(self) -> Option<&'static str> {
        match self {
            Self::String => Some("string"),
            Self::Integer => Some("integer"),
            Self::Number => Some("number"),
            Self::Boolean => Some("boolean"),
            Self::Object => Some("object"),
            Self::Array => Some("array"),
            Self::Null | Self::Any => None,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "string" => Self::String,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "boolean" => Self::Boolean,
            "object" => Self::Object,
            "array" => Self::Array,
            "null" => Self::Null,
            "any" => Self::Any,
            _ => return None,
        })
    }
}

impl Kind {
    /// A kind of which nothing more is known.
    pub(super) fn of(base: Base) -> Self {
        Self { base, format: None, is_enum: false, name: None, count: None, items: None }
    }

    /// Reads a line; `None` if it is no type.
    pub(super) fn parse(text: &str) -> Option<Self> {
        Self::nested(text, 0)
    }

    fn nested(text: &str, depth: usize) -> Option<Self> {
        let text = text.trim();
        if depth > 8 {
            return None;
        }
        if let Some(rest) = text.strip_prefix("array") {
            let rest = rest.trim_start();
            let mut kind = Self::of(Base::Array);
            if !rest.is_empty() {
                let inner = rest.strip_prefix('[')?.strip_suffix(']')?;
                kind.items = Some(Box::new(Self::nested(inner, depth + 1)?));
            }
            return Some(kind);
        }
        if let Some(inner) = text.strip_prefix("enum<").and_then(|rest| rest.strip_suffix('>')) {
            return Some(Self { is_enum: true, ..Self::of(Base::parse(inner.trim())?) });
        }
        let end = text.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(text.len());
        let (word, mut rest) = text.split_at(end);
        let mut kind = Self::of(Base::parse(word)?);
        loop {
            rest = rest.trim_start();
            let Some(open) = rest.chars().next() else { return Some(kind) };
            let (close, slot) = match open {
                '<' => ('>', 0),
                '(' => (')', 1),
                '{' => ('}', 2),
                _ => return None,
            };
            let end = rest.find(close)?;
            let inner = rest[1..end].trim();
            match slot {
                0 if !inner.is_empty() => kind.format = Some(inner.to_owned()),
                1 if !inner.is_empty() => kind.name = Some(inner.to_owned()),
                2 => kind.count = Some(inner.parse().ok()?),
                _ => return None,
            }
            rest = &rest[end + 1..];
        }
    }

    /// The object that it is or holds.
    pub(super) fn object(&self) -> Option<&Self> {
        match self.base {
            Base::Object => Some(self),
            Base::Array => self.items.as_deref().and_then(Self::object),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Base, Kind};

    #[test]
    fn every_type_of_the_portal_is_read() {
        let kind = |text| Kind::parse(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(kind("string").base, Base::String);
        assert_eq!(kind("string <date-time>").format.as_deref(), Some("date-time"));
        assert_eq!(kind("integer <int32>").format.as_deref(), Some("int32"));
        assert!(kind("enum<string>").is_enum);
        assert_eq!(kind("array[string]").items.map(|items| items.base), Some(Base::String));
        let object = kind("array[object (Item) {9}]");
        let object = object.object().unwrap();
        assert_eq!((object.name.as_deref(), object.count), (Some("Item"), Some(9)));
        assert_eq!(kind("array [object {2}]").object().unwrap().count, Some(2));
        assert_eq!(kind("object {0}").count, Some(0));
        assert_eq!(kind("object (Amount)").name.as_deref(), Some("Amount"));
        assert_eq!(kind("null").base, Base::Null);
    }

    #[test]
    fn a_word_that_only_begins_like_a_type_is_none() {
        for text in
            ["stringent", "string of letters", "numbers", "array of strings", "object {many}", "", "<date>"]
        {
            assert_eq!(Kind::parse(text), None, "{text}");
        }
    }
}

//! Unions: a value that is one of several members. A union is open: what fits no member is kept as it came, and
//! can be sent back.
//!
//! Invariant: of a union whose members are told apart by a tag, the tag on the wire is that of the member that is
//! sent, whatever the member itself holds or does not hold under that name.

use super::{Limits, Map, Members, Object, OfKind, OneOf, Table, View, Wire};
use std::fmt;

/// A value that is one of several members; written by [`union!`](crate::runtime::union).
pub trait Union {
    /// The members, and what tells them apart.
    fn choices(&self) -> &'static Choices;
    /// The index of the member that the value is, and the member; an index past the end is a value that fits none.
    fn chosen(&self) -> (usize, &dyn Wire);
    /// Makes the value a blank one of the member at an index, to be filled; past the end, one that fits no member.
    fn choose(&mut self, index: usize) -> &mut dyn Wire;
    /// A blank value that fits no member.
    fn unknown() -> Self
    where
        Self: Sized;
}

/// The members of a union, and what tells them apart.
#[derive(Debug)]
pub struct Choices {
    /// The name of the member of an object that says which one it is.
    pub tag: Option<&'static str>,
    /// Whether an object whose tag is missing or not listed fits no member; else it is tried which one it fits.
    pub strict: bool,
    /// The tags of each member.
    pub members: &'static [&'static [&'static str]],
}

impl Choices {
    /// Members that are told apart by trying them.
    pub const fn new(members: &'static [&'static [&'static str]]) -> Self {
        Self { tag: None, strict: false, members }
    }

    /// The same, told apart by a tag that is always there.
    pub const fn by(self, tag: &'static str) -> Self {
        Self { tag: Some(tag), strict: true, ..self }
    }

    /// The same, told apart by a tag where it is there.
    pub const fn near(self, tag: &'static str) -> Self {
        Self { tag: Some(tag), strict: false, ..self }
    }

    /// The member that a tag stands for.
    pub(super) fn tagged(&self, value: &str) -> Option<usize> {
        self.members.iter().position(|values| values.contains(&value))
    }
}

/// What the value of a union looks like: its member, with the right tag.
pub(super) fn view<T: Union + OfKind<Kind = OneOf>>(union: &T) -> View<'_> {
    let (_, member) = union.chosen();
    match member.view() {
        View::Object(_) if tag(union).is_some() => View::Object(union),
        View::Map(_) if tag(union).is_some() => View::Map(union),
        view => view,
    }
}

/// The tag of the member that a union is, and whether it may also have others.
fn tag<T: Union>(union: &T) -> Option<(&'static str, &'static &'static str, bool)> {
    let choices = union.choices();
    let values = *choices.members.get(union.chosen().0)?;
    Some((choices.tag.filter(|_| choices.strict)?, values.first()?, values.len() > 1))
}

/// A union as the object that its member is, under its tag.
impl<T: Union + OfKind<Kind = Self>> Members<T> for OneOf {
    fn table(value: &T) -> &'static Table {
        static NONE: Table = Table { name: "", fields: &[] };
        match value.chosen().1.view() {
            View::Object(object) => object.table(),
            _ => &NONE,
        }
    }

    fn get(value: &T, index: usize) -> Option<&dyn Wire> {
        let View::Object(object) = value.chosen().1.view() else { return None };
        let member = object.get(index);
        match (tag(value), object.table().fields.get(index)) {
            (Some((name, tag, several)), Some(field)) if field.name == name => {
                // Where several tags stand for the member, the value says which, if it says anything.
                let said = member.filter(|member| several && !matches!(member.view(), View::Absent));
                said.or(Some(tag))
            }
            _ => member,
        }
    }

    /// A union is filled through its member.
    fn slot(_: &mut T, _: usize) -> Option<&mut dyn Wire> {
        None
    }

    fn rest(value: &T) -> Option<&dyn Map> {
        let View::Object(object) = value.chosen().1.view() else { return None };
        let declared = tag(value).is_none_or(|(name, ..)| lists(object, name));
        if declared { object.rest() } else { Some(value) }
    }

    fn rest_mut(_: &mut T) -> Option<&mut dyn Map> {
        None
    }

    fn rest_limits(value: &T) -> Option<&'static Limits> {
        let View::Object(object) = value.chosen().1.view() else { return None };
        // Not where the tag is among the rest: no rule is about it.
        let declared = tag(value).is_none_or(|(name, ..)| lists(object, name));
        if declared { object.rest_limits() } else { None }
    }
}

fn lists(object: &dyn Object, name: &str) -> bool {
    object.table().fields.iter().any(|field| field.name == name)
}

/// The tag of a member that has no place for it, and what else is not listed.
impl<T: Union> Map for T {
    fn each(&self, visit: &mut dyn FnMut(&str, &dyn Wire)) {
        let Some((tag, value, several)) = tag(self) else { return };
        let mut said = false;
        let mut other = |name: &str, entry: &dyn Wire| {
            if name != tag || (several && !std::mem::replace(&mut said, true)) {
                visit(name, entry);
            }
        };
        match self.chosen().1.view() {
            View::Object(object) => object.rest().into_iter().for_each(|rest| rest.each(&mut other)),
            View::Map(map) => map.each(&mut other),
            _ => {}
        }
        if !said {
            visit(tag, value);
        }
    }

    fn insert(&mut self, _: String) -> &mut dyn Wire {
        self.choose(usize::MAX)
    }
}

/// Formats a union as its member.
///
/// # Errors
/// As the formatter says.
#[doc(hidden)]
pub fn debug<T: Union + OfKind<Kind = OneOf>>(union: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    super::debug::shown(view(union), f)
}

/// Makes an enum with a member per variant a union; the name behind that of the type is the variant that keeps what
/// fits no member.
///
/// A line of the table is an index, a variant and the tags that stand for it. `by "kind"` says that the member `kind`
/// of every object holds one of them, `near "kind"` that it may.
///
/// ```text
/// union!(Pet, Unknown by "kind" { 0 Cat "cat", 1 Dog "dog" "puppy" });
/// union!(Id, Unknown { 0 Integer, 1 Text });
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    ($type:ident, $unknown:ident $($rule:ident $tag:literal)? { $($index:literal $variant:ident $($value:literal)*),* $(,)? }) => {
        impl $crate::runtime::wire::OfKind for $type {
            type Kind = $crate::runtime::wire::OneOf;
        }
        impl $crate::runtime::wire::Union for $type {
            fn choices(&self) -> &'static $crate::runtime::wire::Choices {
                static CHOICES: $crate::runtime::wire::Choices =
                    $crate::runtime::wire::Choices::new(&[$(&[$($value),*]),*])$(.$rule($tag))?;
                &CHOICES
            }
            fn chosen(&self) -> (usize, &dyn $crate::runtime::wire::Wire) {
                match self {
                    $(Self::$variant(member) => ($index, member),)*
                    Self::$unknown(value) => (usize::MAX, value),
                }
            }
            fn choose(&mut self, index: usize) -> &mut dyn $crate::runtime::wire::Wire {
                *self = match index {
                    $($index => Self::$variant($crate::runtime::wire::Blank::blank()),)*
                    _ => Self::$unknown($crate::runtime::wire::Blank::blank()),
                };
                match self {
                    $(Self::$variant(member) => member,)*
                    Self::$unknown(value) => value,
                }
            }
            fn unknown() -> Self {
                Self::$unknown($crate::runtime::wire::Blank::blank())
            }
        }
        impl ::core::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::wire::union_debug(self, f)
            }
        }
        $crate::__serde!($type);
    };
}

pub use crate::__union as union;

#[cfg(test)]
mod tests;

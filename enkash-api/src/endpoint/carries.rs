//! Which types can carry which inputs.

use crate::runtime::Value;
use crate::runtime::wire::{Leaf, List, Map, Place, Scalar, View, Wire};
use std::borrow::Cow;

/// A type that can carry an input that expects `W`.
///
/// It is implemented for the types that anybody would try, for every generated type (as its own `W`), and through
/// references, `Box`, `Vec` and maps. For a newtype of yours, derive it:
///
/// ```
/// #[derive(enkash_api::Carries)]
/// struct Mobile(String);
/// ```
///
/// For a type that you cannot derive it for, put `#[enkash(display)]` on the field; its `Display` is sent.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent where the description expects `{W}`",
    label = "this input expects `{W}`",
    note = "use a type that carries it: `#[derive(Carries)]` makes a newtype one, `#[enkash(display)]` on the field sends the text of any type where text is expected, and a secret is carried by `Secret<String>`"
)]
pub trait Carries<W> {
    /// The value as it goes on the wire.
    fn carry(&self) -> Carried<'_>;
}

/// A value on its way to the wire.
#[derive(Clone)]
#[non_exhaustive]
pub enum Carried<'a> {
    /// Nothing; an optional input that is left out.
    Absent,
    /// An explicit `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A whole number that may be above `i64::MAX`.
    Uint(u64),
    /// A number.
    Float(f64),
    /// Text.
    Text(Cow<'a, str>),
    /// A sequence.
    List(Vec<Self>),
    /// Values by name.
    Map(Vec<(Cow<'a, str>, Self)>),
    /// Any JSON.
    Json(&'a Value),
    /// A generated value, or a secret, which writes itself.
    Wire(&'a dyn Wire),
}

impl Carried<'_> {
    /// The value as something to be written, unless it is absent.
    #[doc(hidden)]
    pub fn given(&self) -> Option<&dyn Wire> {
        if matches!(self, Self::Absent) { None } else { Some(self) }
    }
}

/// Without the value, which may be a secret.
impl std::fmt::Debug for Carried<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Carried")
    }
}

impl Wire for Carried<'_> {
    fn view(&self) -> View<'_> {
        match self {
            Self::Absent => View::Absent,
            Self::Null => View::Null,
            Self::Bool(value) => View::Bool(*value),
            Self::Int(value) => View::Int(*value),
            Self::Uint(value) => View::Uint(*value),
            Self::Float(value) => View::Float(*value),
            Self::Text(value) => View::Text(value),
            Self::List(items) => View::List(items),
            Self::Map(entries) => View::Map(entries),
            Self::Json(value) => View::Any(value),
            Self::Wire(value) => value.view(),
        }
    }
    fn place(&mut self) -> Place<'_> {
        Place::Leaf(self)
    }
}

/// A carried value is only ever sent.
impl Leaf for Carried<'_> {
    fn put(&mut self, _: Scalar<'_>) -> bool {
        false
    }
    fn expects(&self) -> &'static str {
        "nothing: the value is only sent"
    }
}

impl List for Vec<Carried<'_>> {
    fn at(&self, index: usize) -> Option<&dyn Wire> {
        self.get(index).map(|item| item as &dyn Wire)
    }
    fn push(&mut self) -> &mut dyn Wire {
        let index = self.len();
        self.push(Carried::Absent);
        &mut self[index]
    }
}

impl Map for Vec<(Cow<'_, str>, Carried<'_>)> {
    fn each(&self, visit: &mut dyn FnMut(&str, &dyn Wire)) {
        for (name, value) in self {
            visit(name, value);
        }
    }
    fn insert(&mut self, name: String) -> &mut dyn Wire {
        let index = self.len();
        self.push((Cow::Owned(name), Carried::Absent));
        &mut self[index].1
    }
}

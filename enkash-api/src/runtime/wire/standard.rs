//! How the types of the standard library look on the wire.

use super::{Blank, Leaf, List, Map, Place, Scalar, View, Wire};
use serde_json::Value;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

macro_rules! integers {
    ($($type:ident $view:ident as $wide:ident),*) => {$(
        impl Wire for $type {
            fn view(&self) -> View<'_> {
                View::$view($wide::from(*self))
            }
            fn place(&mut self) -> Place<'_> {
                Place::Leaf(self)
            }
        }
        impl Leaf for $type {
            fn put(&mut self, scalar: Scalar<'_>) -> bool {
                let Some(value) = scalar.integer().and_then(|wide| $type::try_from(wide).ok()) else {
                    return false;
                };
                *self = value;
                true
            }
            fn expects(&self) -> &'static str {
                concat!("an integer that fits `", stringify!($type), "`")
            }
        }
        impl Blank for $type {
            fn blank() -> Self {
                0
            }
        }
    )*};
}

integers!(i32 Int as i64, i64 Int as i64, u32 Int as i64, u64 Uint as u64);

impl Wire for f64 {
    fn view(&self) -> View<'_> {
        View::Float(*self)
    }
    fn place(&mut self) -> Place<'_> {
        Place::Leaf(self)
    }
}

impl Leaf for f64 {
    fn put(&mut self, scalar: Scalar<'_>) -> bool {
        // A JSON number is a double to most of its writers; the nearest double is what they meant.
        #[allow(clippy::cast_precision_loss)]
        let value = match scalar {
            Scalar::Float(value) => value,
            Scalar::Int(value) => value as f64,
            Scalar::Uint(value) => value as f64,
            Scalar::Bool(_) | Scalar::Text(_) => return false,
        };
        *self = value;
        true
    }
    fn expects(&self) -> &'static str {
        "a number"
    }
}

impl Blank for f64 {
    fn blank() -> Self {
        0.0
    }
}

impl Wire for bool {
    fn view(&self) -> View<'_> {
        View::Bool(*self)
    }
    fn place(&mut self) -> Place<'_> {
        Place::Leaf(self)
    }
}

impl Leaf for bool {
    fn put(&mut self, scalar: Scalar<'_>) -> bool {
        let Scalar::Bool(value) = scalar else { return false };
        *self = value;
        true
    }
    fn expects(&self) -> &'static str {
        "a boolean"
    }
}

impl Blank for bool {
    fn blank() -> Self {
        false
    }
}

impl Wire for String {
    fn view(&self) -> View<'_> {
        View::Text(self)
    }
    fn place(&mut self) -> Place<'_> {
        Place::Leaf(self)
    }
}

impl Leaf for String {
    fn put(&mut self, scalar: Scalar<'_>) -> bool {
        let Scalar::Text(value) = scalar else { return false };
        // Not `clone_into`: a blank text has nothing to reuse, and would grow to more than it needs.
        *self = value.to_owned();
        true
    }
    fn expects(&self) -> &'static str {
        "text"
    }
}

impl Blank for String {
    fn blank() -> Self {
        Self::new()
    }
}

/// Text that is only looked at, so that a call can be made from a borrowed argument.
impl Wire for &str {
    fn view(&self) -> View<'_> {
        View::Text(self)
    }
    fn place(&mut self) -> Place<'_> {
        Place::Leaf(self)
    }
}

impl Leaf for &str {
    fn put(&mut self, _: Scalar<'_>) -> bool {
        false
    }
    fn expects(&self) -> &'static str {
        "nothing: borrowed text cannot be filled"
    }
}

impl<T: Wire + Blank> Wire for Option<T> {
    fn view(&self) -> View<'_> {
        self.as_ref().map_or(View::Absent, T::view)
    }
    fn place(&mut self) -> Place<'_> {
        self.insert(T::blank()).place()
    }
    fn clear(&mut self) -> bool {
        *self = None;
        true
    }
    fn forget(&mut self) -> bool {
        *self = None;
        true
    }
}

impl<T> Blank for Option<T> {
    fn blank() -> Self {
        None
    }
}

impl<T: Wire + Blank> Wire for Vec<T> {
    fn view(&self) -> View<'_> {
        View::List(self)
    }
    fn place(&mut self) -> Place<'_> {
        self.clear();
        Place::List(self)
    }
}

impl<T: Wire + Blank> List for Vec<T> {
    fn at(&self, index: usize) -> Option<&dyn Wire> {
        self.get(index).map(|item| item as &dyn Wire)
    }
    fn push(&mut self) -> &mut dyn Wire {
        let index = self.len();
        self.push(T::blank());
        &mut self[index]
    }
}

impl<T> Blank for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }
}

impl<T: Wire + Blank> Wire for BTreeMap<String, T> {
    fn view(&self) -> View<'_> {
        View::Map(self)
    }
    fn place(&mut self) -> Place<'_> {
        self.clear();
        Place::Map(self)
    }
}

impl<T: Wire + Blank> Map for BTreeMap<String, T> {
    fn each(&self, visit: &mut dyn FnMut(&str, &dyn Wire)) {
        for (name, value) in self {
            visit(name, value);
        }
    }
    fn insert(&mut self, name: String) -> &mut dyn Wire {
        match self.entry(name) {
            Entry::Occupied(mut entry) => {
                // Of two entries of one name the second counts, and nothing of the first.
                entry.insert(T::blank());
                entry.into_mut()
            }
            Entry::Vacant(entry) => entry.insert(T::blank()),
        }
    }
    fn empty(&mut self) {
        self.clear();
    }
}

impl<T> Blank for BTreeMap<String, T> {
    fn blank() -> Self {
        Self::new()
    }
}

impl Wire for Value {
    fn view(&self) -> View<'_> {
        View::Any(self)
    }
    fn place(&mut self) -> Place<'_> {
        Place::Any(self)
    }
    fn clear(&mut self) -> bool {
        *self = Self::Null;
        true
    }
}

impl Blank for Value {
    fn blank() -> Self {
        Self::Null
    }
}

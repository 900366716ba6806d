//! What the types that anybody would try can carry.

use super::wire::{
    Base64, Boolean, Date, DateTime, Decimal, DecimalNumber, Int32, Int64, Json, List, Map, Nullable, Number,
    SecretText, Text, Uint32, Uint64,
};
use super::{Carried, Carries};
use crate::runtime::wire::Wire;
use crate::runtime::{self, File, Secret, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::BuildHasher;
use std::rc::Rc;
use std::sync::Arc;
use zeroize::Zeroize;

/// A line is a type, how its value is carried, and every input that it fits into without loss.
macro_rules! scalars {
    ($($type:ty as $value:ident => $carried:expr, $($marker:ident)+;)*) => {$($(
        impl Carries<$marker> for $type {
            fn carry(&self) -> Carried<'_> {
                let $value = self;
                $carried
            }
        }
    )+)*};
}

scalars! {
    bool as value => Carried::Bool(*value), Boolean;
    i8 as value => Carried::Int((*value).into()), Int32 Int64 Number;
    i16 as value => Carried::Int((*value).into()), Int32 Int64 Number;
    i32 as value => Carried::Int((*value).into()), Int32 Int64 Number;
    i64 as value => Carried::Int(*value), Int64;
    u8 as value => Carried::Int((*value).into()), Int32 Int64 Uint32 Uint64 Number;
    u16 as value => Carried::Int((*value).into()), Int32 Int64 Uint32 Uint64 Number;
    u32 as value => Carried::Int((*value).into()), Int64 Uint32 Uint64 Number;
    u64 as value => Carried::Uint(*value), Uint64;
    f32 as value => Carried::Float((*value).into()), Number;
    f64 as value => Carried::Float(*value), Number;
    str as value => Carried::Text(Cow::Borrowed(value)), Text;
    String as value => Carried::Text(Cow::Borrowed(value)), Text;
    char as value => Carried::Text(Cow::Owned(value.to_string())), Text;
    Cow<'_, str> as value => Carried::Text(Cow::Borrowed(value)), Text;
    Value as value => Carried::Json(value), Json;
    runtime::Date as value => Carried::Wire(value), Date Text;
    runtime::DateTime as value => Carried::Wire(value), DateTime Text;
    runtime::Base64 as value => Carried::Wire(value), Base64 Text;
    runtime::Decimal as value => Carried::Wire(value), Decimal Text;
    runtime::DecimalNumber as value => Carried::Wire(value), DecimalNumber Number;
}

/// A secret stays one. It also fits where the description expects plain text.
impl<T: Wire + Zeroize> Carries<SecretText> for Secret<T> {
    fn carry(&self) -> Carried<'_> {
        Carried::Wire(self)
    }
}

impl<T: Wire + Zeroize> Carries<Text> for Secret<T> {
    fn carry(&self) -> Carried<'_> {
        Carried::Wire(self)
    }
}

/// The content of a part.
impl Carries<File> for File {
    fn carry(&self) -> Carried<'_> {
        Carried::Wire(self)
    }
}

/// A line is a pointer, through which a value carries what it carries.
macro_rules! pointers {
    ($($type:ty),*) => {$(
        impl<W, T: Carries<W> + ?Sized> Carries<W> for $type {
            fn carry(&self) -> Carried<'_> {
                T::carry(self)
            }
        }
    )*};
}

pointers!(&T, Box<T>, Rc<T>, Arc<T>);

/// Inside of a list or a map, where leaving out is impossible. As a field, an `Option` is the macro's business.
impl<W, T: Carries<W>> Carries<Nullable<W>> for Option<T> {
    fn carry(&self) -> Carried<'_> {
        self.as_ref().map_or(Carried::Null, T::carry)
    }
}

/// A line is a sequence.
macro_rules! lists {
    ($($type:ty),*) => {$(
        impl<W, T: Carries<W>> Carries<List<W>> for $type {
            fn carry(&self) -> Carried<'_> {
                Carried::List(self.iter().map(T::carry).collect())
            }
        }
    )*};
}

lists!(Vec<T>, [T], BTreeSet<T>);

impl<W, T: Carries<W>, const N: usize> Carries<List<W>> for [T; N] {
    fn carry(&self) -> Carried<'_> {
        Carried::List(self.iter().map(T::carry).collect())
    }
}

impl<W, K: AsRef<str>, T: Carries<W>> Carries<Map<W>> for BTreeMap<K, T> {
    fn carry(&self) -> Carried<'_> {
        Carried::Map(self.iter().map(|(name, value)| (Cow::Borrowed(name.as_ref()), value.carry())).collect())
    }
}

/// In the order of the names, so that the same map always gives the same bytes.
impl<W, K: AsRef<str>, T: Carries<W>, S: BuildHasher> Carries<Map<W>> for HashMap<K, T, S> {
    fn carry(&self) -> Carried<'_> {
        let mut entries: Vec<_> =
            self.iter().map(|(name, value)| (Cow::Borrowed(name.as_ref()), value.carry())).collect();
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        Carried::Map(entries)
    }
}

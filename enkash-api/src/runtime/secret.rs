//! A value that nothing prints: passwords, tokens, keys.
//!
//! Deliberately absent: `Display`, `Serialize`, `PartialEq` and `Deref`. The only way to the value is
//! [`Secret::expose`], so that every place that takes a secret out can be found by that word.

use super::wire::{Blank, Place, View, Wire};
use serde::{Deserialize, Deserializer};
use std::fmt;
use zeroize::Zeroize;

/// A value that is redacted in `Debug` and wiped from memory when it is dropped.
///
/// What is wiped is this value. Copies that the way to the network makes (a header, a body, a TLS record)
/// are not.
#[derive(Clone)]
pub struct Secret<T: Zeroize = String>(T);

impl<T: Zeroize> Secret<T> {
    /// Takes a value into keeping.
    pub fn new(value: impl Into<T>) -> Self {
        Self(value.into())
    }

    /// The value itself, to be handed on and not to be printed.
    pub fn expose(&self) -> &T {
        &self.0
    }
}

impl<T: Zeroize> Drop for Secret<T> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<T: Zeroize> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[REDACTED]")
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl From<&str> for Secret {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

/// Reading a secret is fine (a configuration file holds one); writing it is not.
impl<'de, T: Deserialize<'de> + Zeroize> Deserialize<'de> for Secret<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}

impl<T: Wire + Zeroize> Wire for Secret<T> {
    fn view(&self) -> View<'_> {
        View::Secret(&self.0)
    }
    fn place(&mut self) -> Place<'_> {
        // A value that a document repeats replaces one that nobody would wipe any more.
        self.0.zeroize();
        self.0.place()
    }
    fn clear(&mut self) -> bool {
        self.0.clear()
    }
}

impl<T: Blank + Zeroize> Blank for Secret<T> {
    fn blank() -> Self {
        Self(T::blank())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::wire::{decode_json, encode_json, serialize};

    /// Counts its own wiping, which the memory of a dropped value could not be asked about.
    struct Witness(std::sync::Arc<std::sync::atomic::AtomicUsize>);

    impl Zeroize for Witness {
        fn zeroize(&mut self) {
            self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        }
    }

    #[test]
    fn debug_hides_the_value_also_inside_other_types() {
        let secret: Secret = Secret::new("canary");
        assert_eq!(format!("{:?} {:#?}", secret, Some(&secret)), "[REDACTED] Some(\n    [REDACTED],\n)");
    }

    #[test]
    fn value_is_wiped_on_drop() {
        let wiped = std::sync::Arc::default();
        drop(Secret(Witness(std::sync::Arc::clone(&wiped))));
        assert_eq!(wiped.load(std::sync::atomic::Ordering::Relaxed), 1);
    }

    #[test]
    fn own_encoder_reads_it_and_own_decoder_fills_it() {
        let secret: Secret = decode_json(br#""abc""#).expect("text is a secret");
        assert_eq!(secret.expose(), "abc");
        assert_eq!(encode_json(&secret).expect("text has a form"), br#""abc""#);
    }

    #[test]
    fn other_encoders_are_refused() {
        let secret: Secret = Secret::new("canary");
        let mut out = Vec::new();
        let refused = serialize(&secret, &mut serde_json::Serializer::new(&mut out));
        assert!(refused.is_err_and(|error| !error.to_string().contains("canary")));
        assert!(out.is_empty());
    }

    #[test]
    fn configuration_can_be_read() {
        let secret: Secret = serde_json::from_str(r#""abc""#).expect("text is a secret");
        assert_eq!(secret.expose(), "abc");
    }
}

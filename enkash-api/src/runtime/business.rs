//! Answers that HTTP calls a success and their body a failure.

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Where the body of a success says whether it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Business {
    /// The way to the code, from the root of the body.
    pub code: &'static [&'static str],
    /// The codes that are a success, as text; so is an answer that has no code.
    pub success: &'static [&'static str],
}

impl Business {
    /// The code of a failure, as text; `None` of a success.
    pub(super) fn failure(&self, body: &[u8]) -> Option<String> {
        let mut deserializer = serde_json::Deserializer::from_slice(body);
        let code = Find(self.code).deserialize(&mut deserializer).ok()??;
        (!self.success.contains(&code.as_str())).then_some(code)
    }
}

/// Reads the scalar at the end of a way, and nothing else.
struct Find(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Find {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<String>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Find {
    fn scalar(&self, value: impl fmt::Display) -> Option<String> {
        self.0.is_empty().then(|| value.to_string())
    }
}

impl<'de> Visitor<'de> for Find {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Option<String>, E> {
        Ok(self.scalar(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Option<String>, E> {
        Ok(self.scalar(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Option<String>, E> {
        Ok(self.scalar(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Option<String>, E> {
        Ok(self.scalar(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Option<String>, E> {
        Ok(self.scalar(value))
    }

    fn visit_unit<E>(self) -> Result<Option<String>, E> {
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<String>, A::Error> {
        let mut found = None;
        while let Some(name) = map.next_key::<String>()? {
            match self.0.split_first() {
                Some((first, rest)) if *first == name => found = map.next_value_seed(Find(rest))?,
                _ => _ = map.next_value::<IgnoredAny>()?,
            }
        }
        Ok(found)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Option<String>, A::Error> {
        let wanted: Option<(usize, _)> =
            self.0.split_first().and_then(|(first, rest)| Some((first.parse().ok()?, rest)));
        let mut found = None;
        for index in 0.. {
            let item = match wanted {
                Some((at, rest)) if at == index => {
                    list.next_element_seed(Find(rest))?.map(|code| found = code)
                }
                _ => list.next_element::<IgnoredAny>()?.map(drop),
            };
            if item.is_none() {
                break;
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_decides_and_none_is_a_success() {
        const FLAT: Business = Business { code: &["code"], success: &["0", "ok"] };
        const DEEP: Business = Business { code: &["results", "1", "code"], success: &["0"] };
        for (business, body, expected) in [
            (FLAT, r#"{"code":0}"#, None),
            (FLAT, r#"{"code":"0","payload":{"code":1}}"#, None),
            (FLAT, r#"{"code":"ok"}"#, None),
            (FLAT, r#"{"payload":[{}],"code":1}"#, Some("1")),
            (FLAT, r#"{"code":"1"}"#, Some("1")),
            (FLAT, r#"{"code":-7}"#, Some("-7")),
            (FLAT, r#"{"code":true}"#, Some("true")),
            (FLAT, r#"{"code":null}"#, None),
            (FLAT, r#"{"code":{}}"#, None),
            (FLAT, "{}", None),
            (FLAT, "[1]", None),
            (FLAT, "1", None),
            (FLAT, "", None),
            (FLAT, "{", None),
            (DEEP, r#"{"results":[{"code":5},{"code":6},{"code":0}]}"#, Some("6")),
            (DEEP, r#"{"results":[{"code":5}]}"#, None),
        ] {
            assert_eq!(business.failure(body.as_bytes()).as_deref(), expected, "{body}");
        }
    }
}

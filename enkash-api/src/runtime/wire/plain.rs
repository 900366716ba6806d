//! Scalars and lists of them from and to bare text: the body of a text answer, and the value of a header.

use super::text::scalar_text;
use super::{DecodeError, Leaf, Place, Scalar, Wire};

/// Reads bare text into a value: as text where the value takes text, else as the number or the truth value that
/// it spells.
///
/// # Errors
/// If the value takes none of them.
pub fn decode_plain(text: &str, into: &mut dyn Wire) -> Result<(), DecodeError> {
    match into.place() {
        Place::Leaf(leaf) => match put(leaf, text) {
            true => Ok(()),
            false => Err(DecodeError::new(&format!("found text, expected {}", leaf.expects()))),
        },
        Place::Any(value) => {
            *value = text.into();
            Ok(())
        }
        // A list, a map or an object has no text of its own.
        _ => Err(DecodeError::new("found text, expected a list or an object")),
    }
}

/// Reads the value of a header: a scalar, or a list joined by commas (OpenAPI style `simple`).
///
/// # Errors
/// If the value is neither, or an item is not of its type.
pub(in super::super) fn decode_header(text: &str, into: &mut dyn Wire) -> Result<(), DecodeError> {
    if let Place::List(list) = into.place() {
        let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
        return items.into_iter().try_for_each(|item| decode_plain(item, list.push()));
    }
    decode_plain(text.trim(), into)
}

/// A scalar as bare text; `None` for what is none.
pub(in super::super) fn encode_plain(value: &dyn Wire) -> Option<String> {
    scalar_text(value.view()).map(std::borrow::Cow::into_owned)
}

fn put(leaf: &mut dyn Leaf, text: &str) -> bool {
    if leaf.put(Scalar::Text(text)) {
        return true;
    }
    let text = text.trim();
    let scalar = match text {
        "true" => Some(Scalar::Bool(true)),
        "false" => Some(Scalar::Bool(false)),
        _ => text
            .parse()
            .map(Scalar::Int)
            .or_else(|_| text.parse().map(Scalar::Uint))
            .ok()
            .or_else(|| text.parse().ok().filter(|value: &f64| value.is_finite()).map(Scalar::Float)),
    };
    scalar.is_some_and(|scalar| leaf.put(scalar))
}

#[cfg(test)]
mod tests {
    use super::super::Blank;
    use super::*;

    fn header<T: Wire + Blank>(text: &str) -> Result<T, String> {
        let mut value = T::blank();
        decode_header(text, &mut value).map(|()| value).map_err(|error| error.to_string())
    }

    #[test]
    fn header_is_a_scalar_or_a_list_joined_by_commas() {
        assert_eq!(header::<String>(" a, b "), Ok("a, b".to_owned()));
        assert_eq!(
            header::<Vec<String>>("a, b,,c"),
            Ok(vec!["a".to_owned(), "b".to_owned(), "c".to_owned()])
        );
        assert_eq!(header::<Vec<i64>>("1,2"), Ok(vec![1, 2]));
        assert_eq!(header::<Vec<i64>>(""), Ok(Vec::new()));
        assert_eq!(header::<Option<i32>>("7"), Ok(Some(7)));
        assert_eq!(
            header::<i32>("2147483648"),
            Err("found text, expected an integer that fits `i32`".to_owned())
        );
        assert_eq!(header::<Vec<bool>>("true,x"), Err("found text, expected a boolean".to_owned()));
        assert!(header::<Vec<Vec<bool>>>("true").is_err());
        for text in ["NaN", "inf", "1e999", ""] {
            assert!(header::<f64>(text).is_err(), "{text}");
        }
    }
}

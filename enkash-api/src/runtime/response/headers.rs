//! Declared headers, read through the table of a generated type.

use crate::runtime::wire::{DecodeError, Location, Place, Presence, Wire, decode_header};
use http::HeaderMap;

/// Fills an object whose members are headers.
pub(super) fn read(headers: &HeaderMap, into: &mut dyn Wire) -> Result<(), DecodeError> {
    let Place::Object(object) = into.place() else { return Err(not_headers()) };
    for (index, field) in object.table().fields.iter().enumerate() {
        if field.location != Location::Header {
            return Err(not_headers());
        }
        let mut lines = headers.get_all(field.name).iter().map(|value| value.to_str().unwrap_or_default());
        match (lines.next(), object.slot(index)) {
            (Some(first), Some(slot)) => {
                // RFC 9110 §5.3: several lines of one name are one list.
                let whole = lines.fold(first.to_owned(), |whole, line| whole + "," + line);
                decode_header(&whole, slot).map_err(|error| error.inside(field.name))?;
            }
            (None, _) if field.presence != Presence::Optional => {
                return Err(DecodeError::new(&format!("the required header `{}` is missing", field.name)));
            }
            _ => {}
        }
    }
    Ok(())
}

fn not_headers() -> DecodeError {
    DecodeError::new("the type is not one of headers")
}

#[cfg(test)]
mod tests {
    use crate::runtime::fixture::Animal;
    use crate::runtime::{Parts, object};
    use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

    struct Limits {
        left: i64,
        window: Option<f64>,
        tags: Option<Vec<String>>,
        open: Option<bool>,
    }
    object!(Limits {
        0 left as "X-Left": required.header(),
        1 window as "x-window": optional.header(),
        2 tags as "x-tags": optional.header(),
        3 open as "x-open": optional.header(),
    });

    fn parts(headers: &[(&'static str, &'static str)]) -> Parts {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        Parts::new(StatusCode::OK, map)
    }

    #[test]
    fn declared_headers_arrive_in_their_types() {
        let parts = parts(&[("x-left", "7"), ("x-tags", "a, b"), ("x-tags", "c"), ("x-open", "true")]);
        let limits: Limits = parts.headers_as().expect("of their types");
        assert_eq!((limits.left, limits.window, limits.open), (7, None, Some(true)));
        assert_eq!(limits.tags.expect("it is there"), ["a", "b", "c"]);
    }

    #[test]
    fn missing_or_misshapen_header_is_named_and_not_shown() {
        for (headers, expected) in [
            (&[][..], "the required header `X-Left` is missing"),
            (&[("x-left", "canary")], "found text, expected an integer that fits `i64` at `X-Left`"),
            (&[("x-left", "1"), ("x-open", "canary")], "found text, expected a boolean at `x-open`"),
        ] {
            let error = parts(headers).headers_as::<Limits>().expect_err("not as declared");
            assert_eq!(error.to_string(), expected);
        }
    }

    #[test]
    fn type_of_a_body_is_refused() {
        let error = parts(&[("name", "Lion")]).headers_as::<Animal>().expect_err("no headers");
        assert_eq!(error.to_string(), "the type is not one of headers");
        assert!(parts(&[]).headers_as::<String>().is_err());
    }
}

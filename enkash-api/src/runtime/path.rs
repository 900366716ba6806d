//! A path template and the values that fill it.
//!
//! Invariant: no value leaves its segment. Everything but unreserved characters is percent-encoded by the
//! encoder; the segments `.` and `..`, which URL parsers resolve, are refused here, where the segment is
//! whole.

use super::wire::{Field, Wire, encode_path, holds_nul};

/// A template on its way to becoming a path.
pub(super) struct Path {
    template: &'static str,
    /// One per parameter of the template, in its order.
    values: Vec<Option<String>>,
}

impl Path {
    pub(super) fn new(template: &'static str) -> Self {
        let is_open = template.as_bytes().contains(&b'{');
        let values = if is_open { names(template).map(|_| None).collect() } else { Vec::new() };
        Self { template, values }
    }

    /// Whether every request has the same path.
    pub(super) fn is_fixed(&self) -> bool {
        self.values.is_empty()
    }

    /// Fills the first parameter that is still open, and every other of its name.
    pub(super) fn fill_next(&mut self, value: &dyn Wire) -> Result<(), String> {
        let open = self.values.iter().position(Option::is_none);
        let name = open.and_then(|index| names(self.template).nth(index));
        let name = name.ok_or("there are more path parameters than the path has")?;
        self.fill(&Field::required(name).path(), value)
    }

    /// Fills every parameter of a name, in its style.
    pub(super) fn fill(&mut self, field: &Field, value: &dyn Wire) -> Result<(), String> {
        let name = field.name;
        let mut text = String::new();
        encode_path(field, value, &mut text)
            .map_err(|error| format!("the path parameter `{name}`: {error}"))?;
        if holds_nul(&text) {
            return Err(format!("the path parameter `{name}` holds a NUL"));
        }
        let mut found = false;
        for (candidate, place) in names(self.template).zip(&mut self.values) {
            if candidate == name {
                found = true;
                *place = Some(text.clone());
            }
        }
        if found { Ok(()) } else { Err(format!("the path has no parameter `{name}`")) }
    }

    /// The path with all its values.
    pub(super) fn finish(&self) -> Result<String, String> {
        let mut path = String::with_capacity(self.template.len() + 32);
        let mut values = self.values.iter();
        for piece in pieces(self.template) {
            match piece {
                Piece::Text(text) => path.push_str(text),
                Piece::Parameter(name) => {
                    let value = values.next().and_then(Option::as_deref);
                    path.push_str(value.ok_or_else(|| format!("the path parameter `{name}` has no value"))?);
                }
            }
        }
        if !path.starts_with('/') {
            path.insert(0, '/');
        }
        if path.split('/').any(|segment| segment == "." || segment == "..") {
            return Err(
                "a path parameter makes the segment `.` or `..`, which would be another path".to_owned()
            );
        }
        Ok(path)
    }
}

enum Piece {
    Text(&'static str),
    Parameter(&'static str),
}

fn pieces(template: &'static str) -> impl Iterator<Item = Piece> {
    let mut rest = template;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((name, after)) = rest.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
            rest = after;
            return Some(Piece::Parameter(name));
        }
        // A brace that is never closed is text.
        let end = rest.char_indices().skip(1).find(|(_, char)| *char == '{').map_or(rest.len(), |(at, _)| at);
        let (text, after) = rest.split_at(end);
        rest = after;
        Some(Piece::Text(text))
    })
}

fn names(template: &'static str) -> impl Iterator<Item = &'static str> {
    pieces(template).filter_map(|piece| match piece {
        Piece::Parameter(name) => Some(name),
        Piece::Text(_) => None,
    })
}

/// Whether a path and a query, such as a server saw, are made from a template. What a base URL adds in front of the
/// path is skipped, and so are the pairs of the query that the template does not have.
#[cfg(feature = "testing")]
pub(super) fn matches(template: &'static str, path: &str, query: Option<&str>) -> bool {
    let (template, fixed) = split_query(template);
    let mut pairs = fixed.split('&').filter(|pair| !pair.is_empty());
    let given = || query.into_iter().flat_map(|query| query.split('&'));
    path_matches(template, path) && pairs.all(|fixed| given().any(|pair| segment_matches(fixed, pair)))
}

/// A template without the query that some have behind their path, and that query.
#[cfg(feature = "testing")]
pub(super) fn split_query(template: &'static str) -> (&'static str, &'static str) {
    template.split_once('?').unwrap_or((template, ""))
}

#[cfg(feature = "testing")]
fn path_matches(template: &'static str, path: &str) -> bool {
    let template: Vec<&str> = template.split('/').filter(|segment| !segment.is_empty()).collect();
    let path: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let Some(skipped) = path.len().checked_sub(template.len()) else { return false };
    template.iter().zip(&path[skipped..]).all(|(template, segment)| segment_matches(template, segment))
}

#[cfg(feature = "testing")]
fn segment_matches(template: &'static str, mut segment: &str) -> bool {
    let mut open = false;
    for piece in pieces(template) {
        match piece {
            Piece::Parameter(_) => open = true,
            Piece::Text(text) => {
                let at = if open {
                    segment.find(text).filter(|at| *at > 0)
                } else {
                    segment.starts_with(text).then_some(0)
                };
                let Some(at) = at else { return false };
                segment = &segment[at + text.len()..];
                open = false;
            }
        }
    }
    segment.is_empty() != open
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(template: &'static str, values: &[&str]) -> Result<String, String> {
        let mut path = Path::new(template);
        for value in values {
            path.fill_next(&(*value).to_owned())?;
        }
        path.finish()
    }

    #[test]
    fn no_value_leaves_its_segment() {
        for (template, values, expected) in [
            ("/loans", &[][..], "/loans"),
            ("loans", &[], "/loans"),
            ("/loans/{id}", &["7"], "/loans/7"),
            ("/a/{x}/b/{y}", &["1", "2"], "/a/1/b/2"),
            ("/a/{x}-{y}.json", &["1", "2"], "/a/1-2.json"),
            ("/a/{x}", &["../b"], "/a/..%2Fb"),
            ("/a/{x}", &["..\\b"], "/a/..%5Cb"),
            ("/a/{x}", &["b?c#d&e=f;g:h@i"], "/a/b%3Fc%23d%26e%3Df%3Bg%3Ah%40i"),
            ("/a/{x}", &["%2e%2e"], "/a/%252e%252e"),
            ("/a/{x}", &["é \n"], "/a/%C3%A9%20%0A"),
            ("/a/{x}", &["..."], "/a/..."),
            ("/a/{x}", &["{y}"], "/a/%7By%7D"),
            ("/a/{x}.json", &["."], "/a/..json"),
            ("/a/{open", &[], "/a/{open"),
            ("/é{x}", &["1"], "/é1"),
        ] {
            assert_eq!(fill(template, values).as_deref(), Ok(expected), "{template} {values:?}");
        }
    }

    #[test]
    fn value_that_would_change_the_path_is_refused() {
        for (template, values) in [
            ("/a/{x}", &[""][..]),
            ("/a/{x}", &["."]),
            ("/a/{x}", &[".."]),
            ("/a/{x}/b", &[".."]),
            ("/a/{x}{y}", &[".", "."]),
            ("/a/.{x}", &["."]),
            ("/a/{x}", &["a\0b"]),
            ("/a/{x}", &[]),
            ("/a/{x}", &["1", "2"]),
        ] {
            assert!(fill(template, values).is_err(), "{template} {values:?}");
        }
    }

    #[test]
    fn named_parameter_is_filled_wherever_it_stands() {
        let mut path = Path::new("/a/{x}/b/{y}/{x}");
        path.fill(&Field::required("y").path(), &2_i64).expect("the path has it");
        path.fill_next(&"1".to_owned()).expect("the first is open");
        assert_eq!(path.finish().as_deref(), Ok("/a/1/b/2/1"));
        path.fill(&Field::required("x").path().label(), &3_i64).expect("the path has it");
        assert_eq!(path.finish().as_deref(), Ok("/a/.3/b/2/.3"));
        assert_eq!(
            path.fill(&Field::required("z").path(), &1_i64),
            Err("the path has no parameter `z`".to_owned())
        );
    }

    #[cfg(feature = "testing")]
    #[test]
    fn template_matches_its_paths_below_any_base() {
        for (template, path, expected) in [
            ("/oauth/token", "/oauth/token", true),
            ("/oauth/token", "/v1/oauth/token", true),
            ("/oauth/token", "/oauth/tokens", false),
            ("/loans/{id}", "/loans/7", true),
            ("/loans/{id}", "/loans", false),
            ("/loans/{id}", "/loans/7/renewals", false),
            ("/a/{x}-{y}.json", "/a/1-2.json", true),
            ("/a/{x}-{y}.json", "/a/1-.json", false),
            ("/", "/v1", true),
        ] {
            assert_eq!(matches(template, path, None), expected, "{template} {path}");
            assert_eq!(matches(template, path, Some("a=b")), expected, "{template} {path}");
        }
    }

    #[cfg(feature = "testing")]
    #[test]
    fn template_with_a_query_matches_where_all_its_pairs_are() {
        for (template, query, expected) in [
            ("/search?type=book", Some("type=book"), true),
            ("/search?type=book", Some("page=2&type=book"), true),
            ("/search?type=book&sort", Some("sort&type=book"), true),
            ("/search?type=book", Some("type=books"), false),
            ("/search?type=book", Some("type=film&page=2"), false),
            ("/search?type=book", None, false),
            ("/search?type={type}", Some("type=film"), true),
            ("/search?type={type}", Some("type="), false),
            ("/search?", None, true),
        ] {
            assert_eq!(matches(template, "/v1/search", query), expected, "{template} {query:?}");
        }
        assert!(!matches("/search?type=book", "/find", Some("type=book")));
    }
}

//! Which version of the specification a document follows.

use serde_json::{Map, Value};

use super::typed::kind_of;
use crate::report::{Code, Diagnostic, Origin, Pointer, SourceId};

const READ: &str = "read are Swagger 2.0, OpenAPI 3.0 and OpenAPI 3.1";

/// A version that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Version {
    V2,
    V30,
    V31,
}

impl Version {
    /// Its name, for messages.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::V2 => "Swagger 2.0",
            Self::V30 => "OpenAPI 3.0",
            Self::V31 => "OpenAPI 3.1",
        }
    }
}

/// The version that the root names, and what was assumed if it is a later one than any that is read.
///
/// Fails, naming what is read, for what is no OpenAPI document and for earlier versions.
pub(super) fn version(source: SourceId, root: &Value) -> Result<(Version, Option<Diagnostic>), Diagnostic> {
    let Value::Object(root) = root else {
        let found = kind_of(root);
        return Err(Diagnostic::new(
            Code::NotOpenapi,
            format!("an OpenAPI document is an object, this one is {found}"),
        )
        .at(Origin::pointer(source, Pointer::root()))
        .help(format!("it starts with `openapi: 3.0.3`; {READ}")));
    };
    let Some((key, text)) = ["openapi", "swagger"].into_iter().find_map(|key| Some((key, named(root, key)?)))
    else {
        return Err(Diagnostic::new(
            Code::NotOpenapi,
            "the document has no `openapi` key, so it is no OpenAPI description",
        )
        .at(Origin::pointer(source, Pointer::root()))
        .help(format!("start it with `openapi: 3.0.3`; {READ}")));
    };
    let at = Origin::pointer(source, Pointer::root().child(key));
    let mut numbers = text.trim().trim_start_matches(['v', 'V']).split('.').map(str::parse::<u32>);
    let (major, minor) = (numbers.next(), numbers.next().unwrap_or(Ok(0)));
    match (major, minor) {
        (Some(Ok(2)), Ok(0)) => Ok((Version::V2, None)),
        (Some(Ok(3)), Ok(0)) => Ok((Version::V30, None)),
        (Some(Ok(3)), Ok(1)) => Ok((Version::V31, None)),
        (Some(Ok(3)), Ok(_)) => {
            let assumed =
                Diagnostic::new(Code::LaterVersion, format!("OpenAPI {text} is read as OpenAPI 3.1"));
            Ok((Version::V31, Some(assumed.at(at))))
        }
        _ => {
            let name = if key == "swagger" { "Swagger" } else { "OpenAPI" };
            Err(Diagnostic::new(Code::UnsupportedVersion, format!("{name} {text} is not read"))
                .at(at)
                .help(READ))
        }
    }
}

/// The text at a key that names a version; a number, as JSON may have it, is its digits.
fn named(root: &Map<String, Value>, key: &str) -> Option<String> {
    match root.get(key)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::report::Sources;

    #[test]
    fn the_versions_that_are_read_are_told_from_all_others() {
        let source = Sources::new().add("x", "");
        for (root, expected) in [
            (json!({"openapi": "3.0.3"}), Ok((Version::V30, false))),
            (json!({"openapi": "3.0"}), Ok((Version::V30, false))),
            (json!({"openapi": 3.0}), Ok((Version::V30, false))),
            (json!({"openapi": " v3.0.1 "}), Ok((Version::V30, false))),
            (json!({"openapi": 3}), Ok((Version::V30, false))),
            (json!({"openapi": "3.1.1"}), Ok((Version::V31, false))),
            (json!({"openapi": 3.1}), Ok((Version::V31, false))),
            (json!({"openapi": "3.2.0"}), Ok((Version::V31, true))),
            (json!({"swagger": "2.0"}), Ok((Version::V2, false))),
            (json!({"swagger": 2.0}), Ok((Version::V2, false))),
            (json!({"openapi": "3.1.0", "swagger": "2.0"}), Ok((Version::V31, false))),
            (json!({"openapi": null, "swagger": "2.0"}), Ok((Version::V2, false))),
            (json!({"openapi": "30.0"}), Err((Code::UnsupportedVersion, "OpenAPI 30.0 is not read"))),
            (json!({"swagger": "1.2"}), Err((Code::UnsupportedVersion, "Swagger 1.2 is not read"))),
            (json!({"openapi": "three"}), Err((Code::UnsupportedVersion, "OpenAPI three is not read"))),
            (
                json!({"type": "object"}),
                Err((Code::NotOpenapi, "the document has no `openapi` key, so it is no OpenAPI description")),
            ),
            (json!(null), Err((Code::NotOpenapi, "an OpenAPI document is an object, this one is nothing"))),
        ] {
            let found = version(source, &root)
                .map(|(version, later)| (version, later.is_some()))
                .map_err(|diagnostic| (diagnostic.code, diagnostic.message));
            assert_eq!(found, expected.map_err(|(code, message)| (code, message.to_owned())), "{root}");
        }
    }
}

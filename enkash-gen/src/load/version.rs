//! Which versions of the specification are read. Deliberately absent: lowering one into another.

use serde_json::Value;

use super::Document;
use crate::report::{Code, Diagnostic};

const READ: &str = "OpenAPI 3.0.x is read";

/// Accepts OpenAPI 3.0.x; anything else is a diagnostic that names what is read.
pub(super) fn check(document: &Document) -> Result<(), Diagnostic> {
    let root = document.root();
    if !root.value().is_object() {
        let found = super::typed::kind_of(root.value());
        return Err(Diagnostic::new(
            Code::NotOpenapi,
            format!("an OpenAPI document is an object, this one is {found}"),
        )
        .at(root.origin())
        .help(format!("it starts with `openapi: 3.0.3`; {READ}")));
    }
    if let Some(node) = root.get("openapi") {
        let Some(version) = node.str() else {
            return Err(Diagnostic::new(Code::InvalidNode, "`openapi` must be text such as \"3.0.3\"")
                .at(node.origin())
                .help("put it into quotes"));
        };
        let minor = version.split('.').take(2).collect::<Vec<_>>();
        return if minor == ["3", "0"] {
            Ok(())
        } else {
            Err(unsupported(&format!("OpenAPI {version}")).at(node.origin()))
        };
    }
    if let Some(node) = root.get("swagger") {
        let version = match node.value() {
            Value::String(version) => version.clone(),
            other => other.to_string(),
        };
        return Err(unsupported(&format!("Swagger {version}")).at(node.origin()));
    }
    Err(Diagnostic::new(
        Code::NotOpenapi,
        "the document has no `openapi` key, so it is no OpenAPI description",
    )
    .at(root.origin())
    .help(format!("start it with `openapi: 3.0.3`; {READ}")))
}

fn unsupported(found: &str) -> Diagnostic {
    Diagnostic::new(Code::UnsupportedVersion, format!("{found} is not read yet")).help(READ)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::report::Sources;

    #[test]
    fn only_three_zero_is_read_and_the_refusal_says_so() {
        for (root, expected) in [
            (json!({"openapi": "3.0.3"}), None),
            (json!({"openapi": "3.0"}), None),
            (json!({"openapi": "3.1.0"}), Some((Code::UnsupportedVersion, "OpenAPI 3.1.0 is not read yet"))),
            (json!({"openapi": "30.0"}), Some((Code::UnsupportedVersion, "OpenAPI 30.0 is not read yet"))),
            (json!({"swagger": "2.0"}), Some((Code::UnsupportedVersion, "Swagger 2.0 is not read yet"))),
            (json!({"swagger": 2.0}), Some((Code::UnsupportedVersion, "Swagger 2.0 is not read yet"))),
            (json!({"openapi": 3.0}), Some((Code::InvalidNode, "`openapi` must be text such as \"3.0.3\""))),
            (
                json!({"type": "object"}),
                Some((
                    Code::NotOpenapi,
                    "the document has no `openapi` key, so it is no OpenAPI description",
                )),
            ),
            (json!(null), Some((Code::NotOpenapi, "an OpenAPI document is an object, this one is nothing"))),
        ] {
            let document = Document::new(Sources::new().add("x", ""), root.clone());
            let found = check(&document).err().map(|diagnostic| (diagnostic.code, diagnostic.message));
            assert_eq!(found, expected.map(|(code, message)| (code, message.to_owned())), "{root}");
        }
    }
}

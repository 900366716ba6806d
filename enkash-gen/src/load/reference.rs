//! Following `$ref` inside one document.

use std::collections::HashSet;

use super::{Document, Node};
use crate::report::{Code, Diagnostic, Pointer};

pub(super) fn resolve<'d>(document: &'d Document, start: &Node<'d>) -> Result<Node<'d>, Diagnostic> {
    let mut node = start.clone();
    let mut passed = HashSet::new();
    while let Some(target) = node.get("$ref") {
        let Some(reference) = target.str() else {
            return Err(Diagnostic::new(Code::InvalidNode, "`$ref` must be text")
                .at(target.origin())
                .help("a reference looks like `#/components/schemas/Name`"));
        };
        if !passed.insert(node.pointer().clone()) {
            let message = format!("`{reference}` leads back to itself");
            return Err(Diagnostic::new(Code::RefCycle, message)
                .at(start.get("$ref").unwrap_or_else(|| start.clone()).origin())
                .help("let one of the references on the way be the definition itself"));
        }
        node = follow(document, &target, reference)?;
    }
    Ok(node)
}

/// One step, to the node that `reference` names.
fn follow<'d>(document: &'d Document, at: &Node<'d>, reference: &str) -> Result<Node<'d>, Diagnostic> {
    let Some(fragment) = reference.strip_prefix('#') else {
        return Err(Diagnostic::new(
            Code::ExternalRef,
            format!("`{reference}` points into another document"),
        )
        .at(at.origin())
        .help("put what it points to into this document, under `components`"));
    };
    let fragment = percent_decoded(fragment);
    let Some(pointer) = Pointer::parse(&fragment) else {
        return Err(Diagnostic::new(
            Code::UnresolvedRef,
            format!("`{reference}` is not a path in this document"),
        )
        .at(at.origin())
        .help("a reference looks like `#/components/schemas/Name`"));
    };
    let mut node = document.root();
    for token in pointer.tokens() {
        let next = match token.parse::<usize>() {
            Ok(index) => node.get(token).or_else(|| node.items().nth(index)),
            Err(_) => node.get(token),
        };
        node = match next {
            Some(next) => next,
            None => {
                let holder = format!("#{}", node.pointer());
                let diagnostic = Diagnostic::new(
                    Code::UnresolvedRef,
                    format!("`{reference}` points to nothing: `{holder}` has no `{token}`"),
                )
                .at(at.origin());
                let help = document.suggestions().did_you_mean(token, node.entries().map(|(key, _)| key));
                return Err(diagnostic.help(help.unwrap_or_else(|| format!("add `{token}` to `{holder}`"))));
            }
        };
    }
    Ok(node)
}

/// A fragment is part of a URI, so `%20` in it is a space; what is no valid escape stays as it is.
pub(super) fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escape = (byte == b'%')
            .then(|| bytes.get(at + 1..at + 3))
            .flatten()
            .filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        decoded.push(escape.unwrap_or(byte));
        at += if escape.is_some() { 3 } else { 1 };
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::report::Sources;

    fn document() -> Document {
        let root = json!({
            "components": {"schemas": {
                "Book": {"type": "object"},
                "Reading List": {"$ref": "#/components/schemas/Book"},
                "a/b": {"$ref": "#/components/schemas/Reading%20List"},
                "One": {"$ref": "#/components/schemas/Two"},
                "Two": {"$ref": "#/components/schemas/One"},
                "Selfish": {"$ref": "#/components/schemas/Selfish"},
                "Away": {"$ref": "authors.yaml#/Author"},
                "Typo": {"$ref": "#/components/schemas/Bok"},
                "Anchor": {"$ref": "#Book"},
                "Number": {"$ref": 3},
                "List": {"oneOf": [{"type": "string"}]},
                "Item": {"$ref": "#/components/schemas/List/oneOf/0"},
            }}
        });
        Document::new(Sources::new().add("library.json", ""), root)
    }

    fn resolved(name: &str) -> Result<String, (Code, String, Option<String>)> {
        let document = document();
        let pointer = ["components", "schemas", name].iter().fold(Pointer::root(), |p, token| p.child(token));
        document
            .resolve(&document.at(&pointer).unwrap())
            .map(|node| node.pointer().to_string())
            .map_err(|diagnostic| (diagnostic.code, diagnostic.message, diagnostic.help))
    }

    #[test]
    fn a_chain_is_followed_to_what_is_no_reference() {
        for (name, target) in [
            ("Book", "/components/schemas/Book"),
            ("Reading List", "/components/schemas/Book"),
            ("a/b", "/components/schemas/Book"),
            ("Item", "/components/schemas/List/oneOf/0"),
        ] {
            assert_eq!(resolved(name).as_deref(), Ok(target), "{name}");
        }
    }

    #[test]
    fn what_leads_nowhere_says_why() {
        for (name, code, message, help) in [
            (
                "One",
                Code::RefCycle,
                "`#/components/schemas/Two` leads back to itself",
                Some("let one of the references on the way be the definition itself"),
            ),
            (
                "Selfish",
                Code::RefCycle,
                "`#/components/schemas/Selfish` leads back to itself",
                Some("let one of the references on the way be the definition itself"),
            ),
            (
                "Away",
                Code::ExternalRef,
                "`authors.yaml#/Author` points into another document",
                Some("put what it points to into this document, under `components`"),
            ),
            (
                "Typo",
                Code::UnresolvedRef,
                "`#/components/schemas/Bok` points to nothing: `#/components/schemas` has no `Bok`",
                Some("did you mean `Book`?"),
            ),
            (
                "Anchor",
                Code::UnresolvedRef,
                "`#Book` is not a path in this document",
                Some("a reference looks like `#/components/schemas/Name`"),
            ),
            (
                "Number",
                Code::InvalidNode,
                "`$ref` must be text",
                Some("a reference looks like `#/components/schemas/Name`"),
            ),
        ] {
            let expected = (code, message.to_owned(), help.map(str::to_owned));
            assert_eq!(resolved(name), Err(expected), "{name}");
        }
    }

    #[test]
    fn escapes_of_a_uri_are_undone_and_broken_ones_are_left() {
        for (text, decoded) in
            [("a%20b", "a b"), ("%C3%BC", "ü"), ("50%", "50%"), ("%zz%2", "%zz%2"), ("%ff", "%ff")]
        {
            assert_eq!(percent_decoded(text), decoded);
        }
    }
}

//! Credentials: from a section in prose, or a header among the parameters, to a security scheme.

use serde_json::{Map, Value, json};

use super::provenance;
use crate::page::{Page, Parameter, Scheme, Source, read::is_authorization};

/// What an operation asks for.
pub(super) struct Asked {
    /// The name of the scheme under `components`.
    name: &'static str,
    is_required: bool,
    source: Source,
}

/// What a page asks for; `None` if it asks for nothing.
pub(super) fn asked(page: &Page) -> Option<Asked> {
    let header = page.parameters.iter().find(|parameter| is_authorization(parameter));
    let section = page.authorization.as_ref();
    let source = section.map(|section| &section.source).or(header.map(|header| &header.field.source))?;
    let scheme = section
        .map(|section| section.value)
        .or_else(|| header.and_then(scheme))
        .or_else(|| Scheme::of_value(page.sample.as_ref()?.value.header("Authorization")?));
    Some(Asked {
        name: scheme.map_or("authorization", Scheme::as_str),
        is_required: header.is_none_or(|header| header.field.required != Some(false)),
        source: source.clone(),
    })
}

/// The scheme that a header is described as.
fn scheme(header: &Parameter) -> Option<Scheme> {
    let sample = header.field.example.as_deref().and_then(Scheme::of_value);
    sample.or_else(|| {
        let words = header.field.description.join(" ").to_ascii_lowercase();
        if words.contains("basic") || words.contains("base64") {
            Some(Scheme::Basic)
        } else if words.contains("bearer") {
            Some(Scheme::Bearer)
        } else {
            None
        }
    })
}

impl Asked {
    /// `security` of the operation; an optional header is an alternative to none.
    pub(super) fn requirement(&self) -> Value {
        let mut alternatives = vec![json!({ self.name: [] })];
        if !self.is_required {
            alternatives.push(json!({}));
        }
        Value::Array(alternatives)
    }

    /// Adds the scheme to those of the document.
    pub(super) fn declare(&self, schemes: &mut Map<String, Value>) {
        let source = provenance::of_fact(&self.source);
        let scheme = match self.name {
            "authorization" => {
                json!({ "type": "apiKey", "in": "header", "name": "Authorization", "x-source": source })
            }
            scheme => json!({ "type": "http", "scheme": scheme, "x-source": source }),
        };
        schemes.entry(self.name.to_owned()).or_insert(scheme);
    }
}

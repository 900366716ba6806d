//! What nothing but the sample request shows, on pages whose lists are folded away.

use super::{
    Body, Confidence, Fact, Field, Page, Parameter, Place, Schema, Source, Unseen,
    curl::{self, Request},
    endpoint, json,
    kind::{Base, Kind},
    schema::{Members, Node},
};

/// Headers that every client sends by itself.
const PLAIN: [&str; 5] = ["content-type", "accept", "authorization", "host", "connection"];

/// Adds parameters and the fields of a body where the page has folded them away.
pub(super) fn from_request(page: &mut Page, sample: &Fact<Request>) {
    let source = Source { confidence: Confidence::Low, ..sample.source.clone() };
    if page.unseen.contains(&Unseen::Parameters) {
        let text = |name: &str, value: Option<&str>| {
            let value = value.filter(|value| !value.is_empty()).map(str::to_owned);
            Field::bare(Some(name.to_owned()), Kind::of(Base::String), value, source.clone())
        };
        let mut found = Vec::new();
        for name in page.path.iter().flat_map(|path| endpoint::template_names(&path.value)) {
            found.push((Place::Path, text(name, None)));
        }
        for (name, value) in sample.value.query() {
            found.push((Place::Query, text(name, Some(value))));
        }
        for (name, value) in &sample.value.headers {
            if !PLAIN.contains(&name.to_ascii_lowercase().as_str()) {
                found.push((Place::Header, text(name, value.as_deref())));
            }
        }
        for (place, field) in found {
            let name = field.name.clone().unwrap_or_default();
            let is_known = page.parameters.iter().any(|known| {
                known.place == place
                    && known.field.name.as_deref().is_some_and(|known| known.eq_ignore_ascii_case(&name))
            });
            if !is_known {
                page.parameters.push(Parameter { place, field, values: None });
            }
        }
    }
    let is_open = page
        .body
        .as_ref()
        .map_or(page.unseen.contains(&Unseen::RequestBody), |body| body.schema == Schema::Unknown);
    if is_open && let Some(body) = body(&sample.value, &source) {
        let known = page.body.take();
        let media_type = known.as_ref().and_then(|body| body.media_type.clone()).or(body.media_type.clone());
        let required = known.as_ref().and_then(|body| body.required);
        page.body = Some(Body { media_type, required, ..body });
    }
}

fn body(request: &Request, source: &Source) -> Option<Body> {
    let media_type = request.header("Content-Type").map(str::to_owned);
    let named = |pairs: Vec<(&str, &str)>| {
        let fields = pairs.into_iter().map(|(name, value)| {
            let value = (!value.is_empty()).then(|| value.to_owned());
            Node::of(Field::bare(Some(name.to_owned()), Kind::of(Base::String), value, source.clone()))
        });
        Schema::Object(Members { fields: fields.collect(), additional: None, are_known: false })
    };
    let (schema, example) = match &request.body {
        curl::Body::None => return None,
        curl::Body::Form(pairs) => {
            let pairs = pairs.iter().filter_map(|(name, value)| Some((name.as_deref()?, value.as_str())));
            (named(pairs.collect()), None)
        }
        curl::Body::Parts(parts) => {
            (named(parts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()), None)
        }
        curl::Body::Raw(text) => {
            let value = json::read(text)?.value;
            (Schema::inferred(&value, source), Some(Fact::new(value, source.clone())))
        }
    };
    Some(Body {
        media_type,
        required: None,
        note: None,
        schema,
        is_listed: false,
        example,
        source: source.clone(),
    })
}

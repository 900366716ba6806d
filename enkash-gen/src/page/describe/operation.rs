//! One operation: parameters, bodies, answers.

use serde_json::{Map, Value, json};

use super::{provenance, registry::Registry, schema, security};
use crate::page::{
    Block, Body, Page, Parameter, Place, Response, Schema, Unseen, endpoint,
    kind::{Base, Kind},
    name::Names,
    read::is_authorization,
};

/// Headers that belong to the transport, or follow from the body.
const TRANSPORT: [&str; 4] = ["cookie", "content-type", "user-agent", "accept"];

/// The order of the parts of an operation.
const ORDER: [&str; 12] = [
    "operationId",
    "summary",
    "tags",
    "deprecated",
    "description",
    "x-source",
    "x-unknown",
    "servers",
    "security",
    "parameters",
    "requestBody",
    "responses",
];

/// The parts in their order.
pub(super) fn ordered(mut parts: Map<String, Value>) -> Map<String, Value> {
    ORDER.iter().filter_map(|key| Some(((*key).to_owned(), parts.remove(*key)?))).collect()
}

/// The names of the schemas of an operation: of its request, and of its answers.
pub(super) fn schema_names(page: &Page, names: &Names) -> Vec<String> {
    let mut all = vec![format!("{}Request", names.noun)];
    let mut is_first = true;
    all.extend(page.responses.iter().map(|response| response_name(response, names, &mut is_first)));
    all
}

/// The first success is the answer; others have their status in their names.
fn response_name(response: &Response, names: &Names, is_first: &mut bool) -> String {
    let is_answer = *is_first && (200..300).contains(&response.status);
    if is_answer {
        *is_first = false;
        return format!("{}Response", names.noun);
    }
    format!("{}Response{}", names.noun, response.status)
}

/// What is needed to describe one operation.
pub(super) struct Describer<'d> {
    pub(super) page: &'d Page,
    pub(super) names: &'d Names,
    pub(super) registry: &'d mut Registry,
    pub(super) schemes: &'d mut Map<String, Value>,
}

impl Describer<'_> {
    pub(super) fn describe(&mut self) -> Map<String, Value> {
        let page = self.page;
        let mut out = Map::new();
        out.insert("operationId".to_owned(), self.names.operation.as_str().into());
        if let Some(title) = &page.title {
            out.insert("summary".to_owned(), title.value.as_str().into());
        }
        if let Some(tag) = &page.tag {
            out.insert("tags".to_owned(), json!([tag.value]));
        }
        if page
            .status
            .as_ref()
            .is_some_and(|status| matches!(status.value.as_str(), "Deprecated" | "Obsolete"))
        {
            out.insert("deprecated".to_owned(), true.into());
        }
        if let Some(description) = &page.description {
            out.insert("description".to_owned(), description.value.as_str().into());
        }
        let asked = security::asked(page);
        if let Some(asked) = &asked {
            out.insert("security".to_owned(), asked.requirement());
            asked.declare(self.schemes);
        }
        let unknown = self.unknown(asked.is_some());
        if !unknown.is_empty() {
            out.insert("x-unknown".to_owned(), unknown.into());
        }
        let parameters = self.parameters();
        if !parameters.is_empty() {
            out.insert("parameters".to_owned(), parameters.into());
        }
        if let Some(body) = self.request_body() {
            out.insert("requestBody".to_owned(), body);
        }
        out.insert("responses".to_owned(), self.responses());
        out
    }

    fn unknown(&self, is_asked: bool) -> Vec<Value> {
        let mut unknown: Vec<&str> = self.page.unseen.iter().map(|unseen| unseen.as_str()).collect();
        if !is_asked && self.page.unseen.contains(&Unseen::Parameters) {
            unknown.push(Unseen::Security.as_str());
        }
        if !self.page.blocks.is_empty() {
            unknown.push("envelope");
        }
        unknown.into_iter().map(Value::from).collect()
    }

    fn parameters(&mut self) -> Vec<Value> {
        let listed = self.page.parameters.iter().filter(|parameter| !is_authorization(parameter));
        let mut out: Vec<Value> = Vec::new();
        for parameter in listed {
            out.push(self.parameter(parameter));
        }
        let path = self.page.path.as_ref();
        for name in path.iter().flat_map(|path| endpoint::template_names(&path.value)) {
            let is_listed = self.page.parameters.iter().any(|parameter| {
                parameter.place == Place::Path && parameter.field.name.as_deref() == Some(name)
            });
            if let Some(path) = path.filter(|_| !is_listed) {
                out.push(json!({
                    "name": name,
                    "in": "path",
                    "required": true,
                    "schema": { "type": "string" },
                    "x-source": provenance::of_fact(&path.source),
                }));
            }
        }
        out
    }

    fn parameter(&mut self, parameter: &Parameter) -> Value {
        let field = &parameter.field;
        let name = field.name.as_deref().unwrap_or_default();
        let mut out = Map::new();
        out.insert("name".to_owned(), name.into());
        out.insert("in".to_owned(), parameter.place.as_str().into());
        let required = parameter.place == Place::Path || field.required == Some(true);
        out.insert("required".to_owned(), required.into());
        if parameter.place == Place::Header && TRANSPORT.contains(&name.to_ascii_lowercase().as_str()) {
            out.insert("x-transport".to_owned(), true.into());
        }
        if field.required.is_none() && parameter.place != Place::Path {
            out.insert("x-unknown".to_owned(), json!(["required"]));
        }
        let node = crate::page::schema::Node {
            values: parameter.values.clone(),
            ..crate::page::schema::Node::of(field.clone())
        };
        let mut schema = match schema::node(&node, &self.names.noun, self.registry) {
            Value::Object(schema) => schema,
            other => return other,
        };
        // What is said of the parameter stands on it, and not on its schema.
        for key in ["deprecated", "description"] {
            if let Some(value) = schema.remove(key) {
                out.insert(key.to_owned(), value);
            }
        }
        let (example, source) = (schema.remove("example"), schema.remove("x-source"));
        out.insert("schema".to_owned(), Value::Object(schema));
        out.extend(example.map(|example| ("example".to_owned(), example)));
        out.extend(source.map(|source| ("x-source".to_owned(), source)));
        Value::Object(out)
    }

    fn request_body(&mut self) -> Option<Value> {
        let block = self.page.blocks.iter().find(|block| !block.is_response);
        let body = self.page.body.as_ref();
        let source = body.map(|body| &body.source).or(block.map(|block| &block.source))?;
        let name = format!("{}Request", self.names.noun);
        let media = match (block, body) {
            (Some(block), _) => self.clear(block, &name),
            (None, Some(body)) => self.media(body, &name),
            (None, None) => return None,
        };
        let media_type = body.and_then(|body| body.media_type.as_deref()).unwrap_or("application/json");
        let mut out = Map::new();
        if let Some(note) = body.and_then(|body| body.note.as_deref()) {
            out.insert("description".to_owned(), note.into());
        }
        // A body of which a member is required is required itself, whatever the page leaves out.
        let has_required = body
            .into_iter()
            .filter_map(|body| body.schema.members())
            .any(|members| members.fields.iter().any(|node| node.field.required == Some(true)))
            || block.is_some();
        let required = body.and_then(|body| body.required).unwrap_or(has_required);
        out.insert("required".to_owned(), required.into());
        out.insert("content".to_owned(), json!({ media_type: media }));
        out.insert("x-source".to_owned(), provenance::of_fact(source));
        Some(Value::Object(out))
    }

    fn responses(&mut self) -> Value {
        let mut out = Map::new();
        let mut is_first = true;
        for response in &self.page.responses {
            let is_success = (200..300).contains(&response.status);
            let name = response_name(response, self.names, &mut is_first);
            out.insert(response.status.to_string(), self.response(response, &name, is_success));
        }
        if out.is_empty() {
            out.insert(
                "default".to_owned(),
                json!({ "description": "This copy of the page shows no answer." }),
            );
        }
        Value::Object(out)
    }

    fn response(&mut self, response: &Response, name: &str, is_success: bool) -> Value {
        let mut out = Map::new();
        let described = if response.name.is_empty() {
            format!("Status {}", response.status)
        } else {
            response.name.clone()
        };
        out.insert("description".to_owned(), described.into());
        let block = self.page.blocks.iter().find(|block| block.is_response).filter(|_| is_success);
        let media = match (block, &response.body) {
            (Some(block), _) => Some(self.clear(block, name)),
            (None, Some(body)) => Some(self.media(body, name)),
            (None, None) => None,
        };
        if let Some(media) = media {
            let media_type = response.body.as_ref().and_then(|body| body.media_type.as_deref());
            let media_type = media_type.unwrap_or("application/json");
            out.insert("content".to_owned(), json!({ media_type: media }));
        }
        out.insert("x-source".to_owned(), provenance::of_fact(&response.source));
        Value::Object(out)
    }

    /// A schema that stands in the prose.
    fn clear(&mut self, block: &Block, name: &str) -> Value {
        let body = Body {
            media_type: None,
            required: None,
            note: None,
            schema: block.schema.clone(),
            is_listed: true,
            example: None,
            source: block.source.clone(),
        };
        self.media(&body, name)
    }

    fn media(&mut self, body: &Body, name: &str) -> Value {
        let mut out = Map::new();
        let schema = match &body.schema {
            Schema::Object(members) => {
                let mut schema = schema::object(members, &self.names.noun, self.registry);
                schema.insert("x-source".to_owned(), provenance::of_fact(&inner(body)));
                self.registry.fill(name, Value::Object(schema))
            }
            Schema::Value(node) => {
                let mut node = node.clone();
                if node.field.kind.base == Base::Null {
                    node.field.kind = Kind::of(Base::Any);
                }
                schema::node(&node, &self.names.noun, self.registry)
            }
            Schema::Unknown => json!({ "x-unknown": ["members"] }),
        };
        out.insert("schema".to_owned(), schema);
        if let Some(example) = &body.example {
            out.insert("example".to_owned(), example.value.clone());
        }
        Value::Object(out)
    }
}

/// The place of a schema: that of its list, or of the sample that it is concluded from.
fn inner(body: &Body) -> crate::page::Source {
    match (&body.example, body.is_listed) {
        (Some(example), false) => {
            crate::page::Source { confidence: crate::page::Confidence::Low, ..example.source.clone() }
        }
        _ => body.source.clone(),
    }
}

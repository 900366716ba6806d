//! Everything of a page that holds samples, one by one.

use serde_json::Value;

use super::Masks;
use crate::page::{
    Body, Field, Page, Schema, curl, json,
    schema::{Members, Node},
};

/// Replaces the samples of a page; gives what was replaced, for texts that stand beside it.
pub(in crate::page) fn mask(page: &mut Page) -> Masks {
    let mut masks = Masks::default();
    for parameter in &mut page.parameters {
        field(&mut masks, &mut parameter.field);
    }
    let bodies =
        page.body.iter_mut().chain(page.responses.iter_mut().filter_map(|answer| answer.body.as_mut()));
    bodies.for_each(|found| body(&mut masks, found));
    page.blocks.iter_mut().for_each(|block| schema(&mut masks, &mut block.schema));
    if let Some(sample) = &mut page.sample {
        request(&mut masks, &mut sample.value);
    }
    // Only now is all known that may occur in prose.
    if let Some(description) = &mut page.description {
        description.value = masks.text(&description.value).into_owned();
    }
    for parameter in &mut page.parameters {
        prose(&masks, &mut parameter.field);
    }
    let bodies =
        page.body.iter_mut().chain(page.responses.iter_mut().filter_map(|answer| answer.body.as_mut()));
    for body in bodies {
        if let Some(note) = &mut body.note {
            *note = masks.text(note).into_owned();
        }
        proses(&masks, &mut body.schema);
        if let Some(example) = &mut body.example {
            texts(&masks, &mut example.value);
        }
    }
    page.blocks.iter_mut().for_each(|block| proses(&masks, &mut block.schema));
    for finding in &mut page.findings {
        finding.message = masks.text(&finding.message).into_owned();
    }
    for covered in &mut page.coverage {
        covered.text = masks.text(&covered.text).into_owned();
    }
    masks
}

fn field(masks: &mut Masks, field: &mut Field) {
    let name = field.name.clone().unwrap_or_default();
    for text in field.example.iter_mut().chain(&mut field.default) {
        *text = masks.value(&name, text);
    }
}

fn body(masks: &mut Masks, body: &mut Body) {
    schema(masks, &mut body.schema);
    if let Some(example) = &mut body.example {
        masks.json("", &mut example.value);
    }
}

fn schema(masks: &mut Masks, schema: &mut Schema) {
    match schema {
        Schema::Object(found) => members(masks, found),
        Schema::Value(found) => node(masks, found),
        Schema::Unknown => {}
    }
}

fn members(masks: &mut Masks, members: &mut Members) {
    members.fields.iter_mut().chain(members.additional.as_deref_mut()).for_each(|found| node(masks, found));
}

fn node(masks: &mut Masks, node: &mut Node) {
    field(masks, &mut node.field);
    members(masks, &mut node.members);
}

fn proses(masks: &Masks, schema: &mut Schema) {
    fn all(masks: &Masks, members: &mut Members) {
        for node in members.fields.iter_mut().chain(members.additional.as_deref_mut()) {
            prose(masks, &mut node.field);
            all(masks, &mut node.members);
        }
    }
    match schema {
        Schema::Object(members) => all(masks, members),
        Schema::Value(node) => {
            prose(masks, &mut node.field);
            all(masks, &mut node.members);
        }
        Schema::Unknown => {}
    }
}

fn prose(masks: &Masks, field: &mut Field) {
    for text in field.description.iter_mut().chain(&mut field.example).chain(&mut field.default) {
        *text = masks.text(text).into_owned();
    }
}

fn texts(masks: &Masks, value: &mut Value) {
    match value {
        Value::String(text) => *text = masks.text(text).into_owned(),
        Value::Array(items) => items.iter_mut().for_each(|item| texts(masks, item)),
        Value::Object(members) => members.values_mut().for_each(|value| texts(masks, value)),
        // The same number may stand under another name.
        Value::Number(number) => {
            if let Some(masked) =
                masks.known(&number.to_string()).and_then(|masked| masked.parse::<u64>().ok())
            {
                *value = masked.into();
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

fn request(masks: &mut Masks, request: &mut curl::Request) {
    for (name, value) in &mut request.headers {
        if let Some(value) = value {
            *value = masks.value(name, value);
        }
    }
    match &mut request.body {
        curl::Body::None => {}
        curl::Body::Form(pairs) => {
            for (name, value) in pairs {
                *value = masks.value(name.as_deref().unwrap_or("password"), value);
            }
        }
        curl::Body::Parts(parts) => {
            parts.iter_mut().for_each(|(name, value)| *value = masks.value(name, value));
        }
        curl::Body::Raw(text) => match json::read(text) {
            Some(sample) => {
                let mut value = sample.value;
                masks.json("", &mut value);
                *text = value.to_string();
            }
            None => text.clear(),
        },
    }
    if let Some((address, query)) = request.url.split_once('?') {
        let pairs = query.split('&').map(|pair| match pair.split_once('=') {
            Some((name, value)) => format!("{name}={}", masks.value(name, value)),
            None => pair.to_owned(),
        });
        request.url = format!("{address}?{}", pairs.collect::<Vec<_>>().join("&"));
    }
}

//! The API as a whole: its texts, its servers, and what the server sends on its own.

use super::{
    rule::Direction,
    rules::Rule,
    security,
    value::slots,
    walk::{At, Spot, Walk},
    words::{self, list},
};
use crate::ir::{Server, Webhook};

/// Compares everything that belongs to no operation.
pub(super) fn apis<'a>(walk: &mut Walk<'a>) -> Spot<'a> {
    let mut spot = Spot::default();
    let (old, new) = (walk.old.api, walk.new.api);
    let mut at = At::new(&mut spot, "", Direction::Either);
    at.texts(Rule::ApiTitle, Some(&old.title), Some(&new.title));
    at.texts(Rule::ApiVersion, Some(&old.version), Some(&new.version));
    at.texts(Rule::ApiDescription, old.description.as_deref(), new.description.as_deref());
    servers(&mut at, &old.servers, &new.servers);
    security::schemes(&mut at, old, new);
    webhooks(walk, &mut at, &old.webhooks, &new.webhooks);
    spot
}

fn servers(at: &mut At<'_, '_>, old: &[Server], new: &[Server]) {
    let at = &mut at.below("servers");
    let is_same = |one: &Server, other: &Server| match (&one.wire_name, &other.wire_name) {
        (Some(one), Some(other)) => one == other,
        _ => one.url == other.url,
    };
    let mut come: Vec<&Server> = new.iter().collect();
    let mut gone = Vec::new();
    let mut firsts = Vec::new();
    for (index, server) in old.iter().enumerate() {
        let Some(twin) = come.iter().position(|other| is_same(server, other)) else {
            gone.push(server);
            continue;
        };
        let twin = come.remove(twin);
        firsts.push((index == 0, new.first().is_some_and(|first| std::ptr::eq(first, twin))));
        both(at, server, twin);
    }
    // One for one: it has moved.
    if let ([was], [is]) = (gone.as_slice(), come.as_slice()) {
        at.turn(Rule::ServerChanged, was.url.as_str(), is.url.as_str());
    } else {
        gone.iter().for_each(|server| at.gone(Rule::ServerRemoved, server.url.as_str()));
        come.iter().for_each(|server| at.come(Rule::ServerAdded, server.url.as_str()));
    }
    // The one that was first is still there, and another one has taken its place.
    if firsts.contains(&(true, false))
        && let (Some(was), Some(is)) = (old.first(), new.first())
    {
        at.turn(Rule::ServerFirst, was.url.as_str(), is.url.as_str());
    }
}

fn both(at: &mut At<'_, '_>, old: &Server, new: &Server) {
    if old.url != new.url {
        at.turn(Rule::ServerChanged, old.url.as_str(), new.url.as_str());
    }
    at.texts(Rule::Description, old.description.as_deref(), new.description.as_deref());
    for variable in &new.variables {
        let Some(was) = old.variables.iter().find(|other| other.wire_name == variable.wire_name) else {
            continue;
        };
        if (&was.default, &was.choices) != (&variable.default, &variable.choices) {
            let text = |variable: &crate::ir::Variable| {
                let choices = list(variable.choices.iter().map(String::as_str));
                format!("{} of {choices}", variable.default.as_deref().unwrap_or("nothing"))
            };
            at.below(&format!(".{}", variable.wire_name)).turn(
                Rule::ServerVariable,
                text(was),
                text(variable),
            );
        }
    }
}

fn webhooks<'a>(walk: &mut Walk<'a>, at: &mut At<'_, 'a>, old: &'a [Webhook], new: &'a [Webhook]) {
    at.direction = Direction::Received;
    for webhook in old {
        let mut at = at.below(&format!("webhook.{}", webhook.wire_name));
        let Some(twin) = new.iter().find(|other| other.wire_name == webhook.wire_name) else {
            at.old = Some(&webhook.origin);
            at.add(Rule::WebhookRemoved, None, None);
            continue;
        };
        let mut at = at.from(&webhook.origin, &twin.origin);
        at.texts(Rule::Description, webhook.description.as_deref(), twin.description.as_deref());
        match (&webhook.body, &twin.body) {
            (Some(was), Some(is)) => slots(walk, &mut at.below(".body"), was, is, true),
            (None, Some(body)) => {
                at.below(".body").come(Rule::ResponseBodyAdded, words::slot(walk.new, body));
            }
            (Some(body), None) => {
                at.below(".body").gone(Rule::ResponseBodyRemoved, words::slot(walk.old, body));
            }
            (None, None) => {}
        }
    }
    for webhook in new {
        if old.iter().all(|other| other.wire_name != webhook.wire_name) {
            let mut at = at.below(&format!("webhook.{}", webhook.wire_name));
            at.new = Some(&webhook.origin);
            at.add(Rule::WebhookAdded, None, None);
        }
    }
}

//! Several pages of one operation: the copy that shows most is believed, the others fill its gaps.

use std::collections::BTreeMap;

use super::{
    Body, Fact, Finding, Page, Parameter, Place, Rendering, Schema, Unseen, endpoint,
    schema::{Members, Node},
};
use crate::report::Code;

/// One operation, and the pages that it was read from, as indexes; the one that is believed first.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Everything that the pages say together.
    pub page: Page,
    /// The pages.
    pub pages: Vec<usize>,
}

/// A finding, and the page that it is about.
pub(super) type Found = (usize, Finding);

/// Puts the pages of each operation together, in the order of the first page of each.
pub(super) fn merge(pages: &[Page]) -> (Vec<Operation>, Vec<Found>) {
    let mut groups: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    let mut order = Vec::new();
    let mut nameless = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let (Some(method), Some(path)) = (&page.method, &page.path) else {
            nameless.push(index);
            continue;
        };
        let key = (endpoint::normalised(&path.value), method.value.clone());
        if !groups.contains_key(&key) {
            order.push(key.clone());
        }
        groups.entry(key).or_default().push(index);
    }
    let mut found = Vec::new();
    if let [only] = order.as_slice() {
        // A copy without method and path adds to the one operation that there is.
        groups.entry(only.clone()).or_default().append(&mut nameless);
    }
    for index in nameless {
        let message =
            "the page shows neither method nor path, and it is not clear to which operation it adds";
        found.push((index, Finding { code: Code::NotAPage, line: 0, message: message.to_owned() }));
    }
    let operations =
        order.iter().filter_map(|key| Some(one(pages, groups.remove(key)?, &mut found))).collect();
    (operations, found)
}

fn one(pages: &[Page], mut group: Vec<usize>, found: &mut Vec<Found>) -> Operation {
    let rank = |index: &usize| {
        let page = &pages[*index];
        let date =
            page.modified.as_ref().map(|date| date.value.clone()).filter(|date| date.starts_with("20"));
        (page.rendering, date, std::cmp::Reverse(page.name.clone()))
    };
    group.sort_by_key(|index| std::cmp::Reverse(rank(index)));
    let mut merged = pages[group[0]].clone();
    for index in &group[1..] {
        let mut merger = Merger { best: group[0], found, other: &pages[*index] };
        merger.add(&mut merged);
    }
    Operation { page: merged, pages: group }
}

struct Merger<'p> {
    best: usize,
    found: &'p mut Vec<Found>,
    other: &'p Page,
}

impl Merger<'_> {
    fn disagree(&mut self, line: usize, message: &str) {
        let message = format!("{message} on the page `{}` ({})", self.other.name, self.other.rendering);
        self.found.push((self.best, Finding { code: Code::PagesDisagree, line, message }));
    }

    fn add(&mut self, page: &mut Page) {
        let other = self.other;
        fill(&mut page.status, &other.status);
        fill(&mut page.tag, &other.tag);
        fill(&mut page.description, &other.description);
        fill(&mut page.sample, &other.sample);
        if let (Some(one), Some(two)) = (&page.server, &other.server)
            && one.value != two.value
        {
            let message = format!("the server is `{}` here, and `{}`", one.value, two.value);
            self.disagree(one.source.line, &message);
        }
        fill(&mut page.server, &other.server);
        let authorization = page.parameters.iter().any(super::read::is_authorization);
        if !authorization {
            fill(&mut page.authorization, &other.authorization);
        }
        self.parameters(page);
        self.body(&mut page.body, other.body.as_ref(), "the request");
        for response in &other.responses {
            match page.responses.iter_mut().find(|known| known.status == response.status) {
                Some(known) => {
                    let what = format!("the answer {}", response.status);
                    self.body(&mut known.body, response.body.as_ref(), &what);
                }
                None => page.responses.push(response.clone()),
            }
        }
        if page.blocks.is_empty() {
            page.blocks.clone_from(&other.blocks);
        }
        page.unseen.retain(|unseen| match unseen {
            Unseen::RequestBody => !page.body.as_ref().is_some_and(|body| body.is_listed),
            Unseen::Responses => {
                page.responses.is_empty()
                    || page
                        .responses
                        .iter()
                        .filter_map(|answer| answer.body.as_ref())
                        .any(|body| !body.is_listed)
            }
            Unseen::Parameters | Unseen::Security => other.unseen.contains(unseen),
        });
    }

    fn parameters(&mut self, page: &mut Page) {
        let is_open = page.unseen.contains(&Unseen::Parameters);
        let is_sure = !self.other.unseen.contains(&Unseen::Parameters);
        for parameter in &self.other.parameters {
            let name = parameter.field.name.as_deref().unwrap_or_default();
            match page.parameters.iter_mut().find(|known| is_same(known, parameter)) {
                Some(known) => {
                    let what = format!("{} parameter `{name}`", parameter.place.as_str());
                    let mut node = Node { values: known.values.take(), ..Node::of(known.field.clone()) };
                    let with = Node { values: parameter.values.clone(), ..Node::of(parameter.field.clone()) };
                    self.node(&mut node, &with, &what);
                    (known.field, known.values) = (node.field, node.values);
                }
                None if is_open => page.parameters.push(parameter.clone()),
                None => {
                    let line = page.path.as_ref().map_or(0, |path| path.source.line);
                    let place = parameter.place.as_str();
                    self.disagree(
                        line,
                        &format!("the {place} parameter `{name}` is not listed here, and is"),
                    );
                }
            }
        }
        if is_sure && !is_open {
            for known in &page.parameters {
                if !self.other.parameters.iter().any(|parameter| is_same(known, parameter)) {
                    let name = known.field.name.as_deref().unwrap_or_default();
                    let place = known.place.as_str();
                    let message = format!("the {place} parameter `{name}` is listed here, and not");
                    self.disagree(known.field.source.line, &message);
                }
            }
        }
    }

    fn body(&mut self, body: &mut Option<Body>, with: Option<&Body>, what: &str) {
        let Some(with) = with else { return };
        let Some(known) = body else {
            *body = Some(with.clone());
            return;
        };
        known.media_type = known.media_type.take().or(with.media_type.clone());
        known.required = known.required.or(with.required);
        known.note = known.note.take().or(with.note.clone());
        if !known.is_listed && (with.is_listed || known.schema == Schema::Unknown) {
            let example = known.example.take();
            *known = Body { example: example.or(with.example.clone()), ..with.clone() };
            return;
        }
        fill(&mut known.example, &with.example);
        if !with.is_listed || !known.is_listed {
            return;
        }
        match (&mut known.schema, &with.schema) {
            (Schema::Object(one), Schema::Object(two)) => self.members(one, two, what, known.source.line),
            (Schema::Value(one), Schema::Value(two)) => self.node(one, two, what),
            (Schema::Unknown, _) | (_, Schema::Unknown) => {}
            _ => {
                self.disagree(
                    known.source.line,
                    &format!("{what} holds one value on one page, and an object"),
                );
            }
        }
    }

    fn members(&mut self, members: &mut Members, with: &Members, what: &str, line: usize) {
        for node in &mut members.fields {
            let name = node.field.name.clone();
            match with.fields.iter().find(|other| other.field.name == name) {
                Some(other) => self.node(node, other, &format!("`{}` of {what}", name.unwrap_or_default())),
                None if self.other.rendering > Rendering::Stripped && with.are_known => {
                    let message = format!("`{}` of {what} is listed here, and not", name.unwrap_or_default());
                    self.disagree(node.field.source.line, &message);
                }
                None => {}
            }
        }
        for other in &with.fields {
            if !members.fields.iter().any(|node| node.field.name == other.field.name) {
                let name = other.field.name.as_deref().unwrap_or_default();
                self.disagree(line, &format!("`{name}` of {what} is not listed here, and is"));
            }
        }
    }

    fn node(&mut self, node: &mut Node, with: &Node, what: &str) {
        let line = node.field.source.line;
        let (one, two) = (&mut node.field, &with.field);
        if let (Some(here), Some(there)) = (one.required, two.required)
            && here != there
        {
            let word = |required| if required { "required" } else { "optional" };
            self.disagree(line, &format!("{what} is {} here, and {}", word(here), word(there)));
        }
        one.required = one.required.or(two.required);
        if one.kind.base != two.kind.base {
            let word = |field: &super::Field| field.kind.base.as_str().unwrap_or("anything");
            let message = format!("{what} is `{}` here, and `{}`", word(one), word(two));
            self.disagree(line, &message);
        }
        if one.description.is_empty() {
            one.description.clone_from(&two.description);
        }
        one.pattern = one.pattern.take().or(two.pattern.clone());
        one.example = one.example.take().or(two.example.clone());
        one.default = one.default.take().or(two.default.clone());
        if one.limits.is_empty() {
            one.limits.clone_from(&two.limits);
        }
        node.values = node.values.take().or(with.values.clone());
        if !with.members.fields.is_empty() {
            if node.members.fields.is_empty() {
                node.members.clone_from(&with.members);
            } else {
                self.members(&mut node.members, &with.members, what, line);
            }
        }
    }
}

fn fill<T: Clone>(fact: &mut Option<Fact<T>>, with: &Option<Fact<T>>) {
    if fact.is_none() {
        fact.clone_from(with);
    }
}

fn is_same(one: &Parameter, two: &Parameter) -> bool {
    let (Some(a), Some(b)) = (&one.field.name, &two.field.name) else { return false };
    one.place == two.place && if one.place == Place::Header { a.eq_ignore_ascii_case(b) } else { a == b }
}

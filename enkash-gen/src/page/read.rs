//! One page: from its lines to everything that it says.

use std::sync::Arc;

use serde_json::Value;

use super::{
    Became, Block, Body, Confidence, Covered, Fact, Finding, Parameter, Place, Rendering, Response, Scheme,
    Unseen, authorization, contradiction, curl, endpoint, head,
    line::Line,
    nest,
    prose::{self, Listed},
    reader::{Finished, Reader, Shown},
    rendering, request, response, samples,
    skeleton::Skeleton,
    tail, values,
};
use crate::report::Code;

/// Everything that a page says of its operation, without secrets.
#[derive(Debug, Clone)]
pub struct Page {
    /// What it is called in the provenance: its title, or the name of its file.
    pub name: Arc<str>,
    /// How it was saved.
    pub rendering: Rendering,
    /// The address of the page itself, if it says so.
    pub address: Option<String>,
    /// The title.
    pub title: Option<Fact<String>>,
    /// How far the operation is: `Developing`.
    pub status: Option<Fact<String>>,
    /// When the page was changed, as it says so; the oldest renderings say it from the day of the copy.
    pub modified: Option<Fact<String>>,
    /// The method, in capitals; `None` if it is lost.
    pub method: Option<Fact<String>>,
    /// The path, without its host.
    pub path: Option<Fact<String>>,
    /// The server, without a slash at its end.
    pub server: Option<Fact<String>>,
    /// The tag.
    pub tag: Option<Fact<String>>,
    /// The description.
    pub description: Option<Fact<String>>,
    /// What the section about credentials says.
    pub authorization: Option<Fact<Scheme>>,
    /// The parameters, in the order of the page.
    pub parameters: Vec<Parameter>,
    /// The body of the request.
    pub body: Option<Body>,
    /// The answers.
    pub responses: Vec<Response>,
    /// Schemas that stand in the prose.
    pub blocks: Vec<Block>,
    /// The sample on the command line.
    pub sample: Option<Fact<curl::Request>>,
    /// What this copy cannot show.
    pub unseen: Vec<Unseen>,
    /// What there is to say about it.
    pub findings: Vec<Finding>,
    /// What became of each line.
    pub coverage: Vec<Covered>,
}

/// Reads the lines of a page, and gives what it shows for fields. `file` names it if its title is lost.
///
/// Fails if the page describes no operation; `false` if it looks like a page of another kind, such as a guide.
pub(super) fn read(
    lines: Vec<Line>,
    file: &str,
    address: Option<String>,
) -> Result<(Page, Vec<Shown>), bool> {
    let rendering = rendering::classify(&lines).ok_or(lines.is_empty())?;
    let skeleton = Skeleton::of(&lines);
    let title = skeleton.title.map(|at| lines[at].text.clone());
    let name: Arc<str> = title.as_deref().unwrap_or(file).into();
    let mut reader = Reader::new(lines, rendering, name.clone());
    let reader = &mut reader;
    let mut page = Page {
        name,
        rendering,
        address,
        title: None,
        status: None,
        modified: None,
        method: None,
        path: None,
        server: None,
        tag: None,
        description: None,
        authorization: None,
        parameters: Vec::new(),
        body: None,
        responses: Vec::new(),
        blocks: Vec::new(),
        sample: None,
        unseen: Vec::new(),
        findings: Vec::new(),
        coverage: Vec::new(),
    };
    let glued = head::read(reader, &skeleton, &mut page);
    if let Some(at) = skeleton.request_label.filter(|_| glued != "Request") {
        reader.mark(at, Became::Label);
    }
    let prose = prose::read(reader, skeleton.prose.clone(), if glued == "Request" { "" } else { &glued });
    (page.tag, page.description) = (prose.tag, prose.description);
    let request = request::read(reader, skeleton.request.clone());
    page.authorization = request.authorization;
    (page.parameters, page.body, page.unseen) = (request.parameters, request.body, request.unseen);
    page.sample = samples::read(reader, skeleton.samples.clone());
    if let Some(at) = skeleton.responses_label {
        reader.mark(at, Became::Label);
    }
    page.responses = response::read(reader, skeleton.responses.clone());
    page.modified = tail::read(reader, skeleton.tail.clone());
    page.blocks = blocks(reader, prose.blocks, &page);
    unseen(&mut page);
    split_values(reader, &mut page);
    from_sample(reader, &mut page);
    contradictions(reader, &page);
    super::compare::compare(reader, &page);
    reader.find_unread();
    Ok(finish(reader, page))
}

fn finish(reader: &mut Reader, mut page: Page) -> (Page, Vec<Shown>) {
    let done = std::mem::replace(reader, Reader::new(Vec::new(), page.rendering, page.name.clone()));
    let Finished { lines, marks, mut findings, shown } = done.finish();
    findings.sort_by_key(|finding| finding.line);
    page.findings = findings;
    let covered = lines.into_iter().zip(marks);
    page.coverage =
        covered.map(|(line, became)| Covered { line: line.number, became, text: line.text }).collect();
    (page, shown)
}

/// Puts the fields of schemas in the prose into their places, by the sample that has their names.
fn blocks(reader: &mut Reader, listed: Vec<Listed>, page: &Page) -> Vec<Block> {
    let samples: Vec<&Value> = page
        .body
        .iter()
        .chain(page.responses.iter().filter_map(|response| response.body.as_ref()))
        .filter_map(|body| body.example.as_ref().map(|example| &example.value))
        .collect();
    let mut blocks = Vec::new();
    for Listed { name, fields, source } in listed {
        let shares = |sample: &&&Value| {
            fields.iter().filter_map(|field| field.name.as_ref()).any(|name| sample.get(name).is_some())
        };
        let sample = samples.iter().find(shares).copied();
        let nested = nest::nest(fields, sample);
        for (line, message) in nested.misfits {
            reader.find_at(Code::PageNesting, line, message);
        }
        let is_response = name.ends_with("Response");
        blocks.push(Block { name, is_response, schema: nested.schema, source });
    }
    blocks
}

/// What a copy cannot show besides the lists that are folded away.
fn unseen(page: &mut Page) {
    let mut add = |unseen: Unseen| {
        if !page.unseen.contains(&unseen) {
            page.unseen.push(unseen);
        }
    };
    let folded =
        page.responses.iter().filter_map(|response| response.body.as_ref()).any(|body| !body.is_listed);
    if folded {
        add(Unseen::Responses);
    }
    if page.responses.is_empty() {
        add(Unseen::Responses);
    }
    if page.rendering == Rendering::Stripped {
        add(Unseen::Parameters);
        add(Unseen::RequestBody);
    }
    page.unseen.sort_unstable();
}

fn split_values(reader: &mut Reader, page: &mut Page) {
    let mut known = values::Known::new();
    // Twice, since what tells values apart may stand behind them.
    for _ in 0..2 {
        values::of_parameters(&mut page.parameters, &mut known);
        let bodies =
            page.body.iter_mut().chain(page.responses.iter_mut().filter_map(|answer| answer.body.as_mut()));
        for body in bodies {
            let sample = body.example.as_ref().map(|example| &example.value);
            values::of_schema(&mut body.schema, sample, &mut known);
        }
        for block in &mut page.blocks {
            values::of_schema(&mut block.schema, None, &mut known);
        }
    }
    let mut found: Vec<_> = page
        .parameters
        .iter()
        .filter_map(|parameter| values::still_glued(&parameter.field, parameter.values.is_some()))
        .collect();
    let bodies = page.body.iter().chain(page.responses.iter().filter_map(|answer| answer.body.as_ref()));
    for schema in bodies.map(|body| &body.schema).chain(page.blocks.iter().map(|block| &block.schema)) {
        values::unsplit(schema, &mut found);
    }
    for (line, name, text) in found {
        let message = format!(
            "the values of `{name}` are printed without separators, and nothing tells them apart: `{}`",
            crate::report::brief(&text)
        );
        reader.find_at(Code::GluedValues, line, message);
    }
}

fn contradictions(reader: &mut Reader, page: &Page) {
    if page.rendering == Rendering::Stripped {
        // What has lost names contradicts everything.
        return;
    }
    let bodies = page.body.iter().chain(page.responses.iter().filter_map(|answer| answer.body.as_ref()));
    for body in bodies.filter(|body| body.is_listed) {
        let Some(example) = &body.example else { continue };
        for found in contradiction::find(&body.schema, &example.value).into_iter().take(50) {
            let quoted = found.key.map(|key| format!("\"{key}\""));
            let start = reader.lines.iter().position(|line| line.number == example.source.line).unwrap_or(0);
            let at =
                quoted.and_then(|key| (start..reader.lines.len()).find(|at| reader.text(*at).contains(&key)));
            reader.find(Code::SampleContradicts, at.unwrap_or(start), found.message);
        }
    }
}

/// What only the sample request shows: the server, and where the rest is lost also method, path and fields.
fn from_sample(reader: &mut Reader, page: &mut Page) {
    let Some(sample) = page.sample.clone() else { return };
    let (host, path) = endpoint::split_host(sample.value.address());
    let source = |confidence| super::Source { confidence, ..sample.source.clone() };
    if page.server.is_none()
        && let Some(host) = host.filter(|host| !is_placeholder(host))
    {
        page.server = Some(Fact::new(host.to_owned(), source(Confidence::Medium)));
    }
    if page.method.is_none() {
        page.method = Some(Fact::new(sample.value.method.clone(), source(Confidence::Low)));
        page.path = Some(Fact::new(path.to_owned(), source(Confidence::Low)));
        let message = "method and path are taken from the sample request";
        reader.find_at(Code::PagePath, sample.source.line, message);
    }
    super::infer::from_request(page, &sample);
    if page.authorization.is_none()
        && !page.parameters.iter().any(is_authorization)
        && page.unseen.contains(&Unseen::Parameters)
        && let Some(scheme) = sample.value.header("Authorization").and_then(authorization::Scheme::of_value)
    {
        page.authorization = Some(Fact::new(scheme, source(Confidence::Low)));
    }
}

/// Whether a parameter is the header that carries credentials.
pub(super) fn is_authorization(parameter: &Parameter) -> bool {
    parameter.place == Place::Header
        && parameter.field.name.as_deref().is_some_and(|name| name.eq_ignore_ascii_case("authorization"))
}

/// Whether a host is the one that a portal prints where none is set up.
pub(super) fn is_placeholder(host: &str) -> bool {
    host.contains("your-api-server.") || host.contains("example.com") || host.contains("://localhost")
}

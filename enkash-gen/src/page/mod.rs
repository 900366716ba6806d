//! Documentation pages to OpenAPI: from a saved page of an Apidog portal to a description, each fact with its place.
//!
//! ```text
//! bytes -> text -> lines -> sections -> Page -> Operation -> OpenAPI 3.0
//! ```
//!
//! A page is read as it was saved: as HTML, or as text in one of six [`Rendering`]s, each of which loses something
//! else. What a rendering cannot show is unknown, and said to be (`x-unknown`); it is never absent. Every line of a
//! page is accounted for ([`Covered`]). No sample value of a page that may be somebody's is kept.
//!
//! # Names
//! A page gives no names, so these are made of method and path, and depend on nothing else:
//! * The *segment* is the last literal one of the path; versions, `api` and numbers do not count.
//! * If it begins with a verb, it names the operation: `/biller/addBill` is `addBill`. A segment that is nothing but a
//!   verb takes the one in front of it along: `/cardAccount/get` is `getCardAccount`.
//! * Else the verb follows from the method (`POST` create, `GET` get, `PUT` replace, `PATCH` update, `DELETE` delete):
//!   `POST /oauth/token` is `createToken`.
//! * The *noun* is the segment, or the whole name where the segment begins with a verb. The request is
//!   `<Noun>Request`, the first success `<Noun>Response`, other answers `<Noun>Response<status>`.
//! * Operations that would have the same name take the segments in front along, one by one, until they differ
//!   (`getCardOrders`), then the parameters of the path (`getCardOrdersById`), then a number in the order of path and
//!   method. Nouns that are still alike become the whole names of their operations (`CreateTokenRequest`). The same
//!   pages get the same names in any order.
//! * A named object (`object (Amount)`) is the schema of that name; where two differ, the later one has the noun of its
//!   operation in front.
//!
//! Deliberately absent: the network, and any knowledge of one company's pages.

mod authorization;
mod body;
mod compare;
mod contradiction;
mod coverage;
mod curl;
mod damage;
mod describe;
mod encoding;
mod endpoint;
mod field;
mod glued;
mod head;
mod html;
mod infer;
mod json;
mod kind;
mod limit;
mod line;
mod mask;
mod merge;
mod name;
mod nest;
mod open;
mod operation;
mod prose;
mod read;
mod reader;
mod rendering;
mod replace;
mod request;
mod response;
mod samples;
mod schema;
mod skeleton;
mod source;
mod tail;
mod transcribe;
mod values;

use serde_json::Value;

pub use self::{
    authorization::Scheme,
    coverage::{Became, Covered},
    curl::{Body as SampleBody, Request},
    endpoint::normalised,
    field::{Field, Printed},
    kind::{Base, Kind},
    limit::{Limit, Measure},
    merge::Operation,
    open::{open, open_bytes},
    operation::{Block, Body, Parameter, Place, Response, Unseen},
    read::Page,
    reader::Finding,
    rendering::Rendering,
    replace::replace,
    schema::{Members, Node, Schema},
    source::{Confidence, Fact, Source},
};
use crate::report::{Diagnostic, Origin, Report, SourceId};

/// The first line of a description that was imported. A file that carries it is ours to replace.
pub const HEADER: &str = "# Imported from documentation pages. Corrections belong into an overlay: another import replaces this file.";

/// A page, and the text that its findings are shown in.
#[derive(Debug, Clone)]
pub struct Opened {
    /// What it says.
    pub page: Page,
    /// Its text, without secrets.
    pub source: SourceId,
    /// The page as it may be kept: text, with made-up values in the place of those that may be somebody's. An import
    /// of it gives the same description; of HTML, only the numbers of lines differ.
    pub transcription: String,
}

/// What some pages come to.
#[derive(Debug, Clone)]
pub struct Import {
    /// The description.
    pub document: Value,
    /// The operations, in the order of the first page of each.
    pub operations: Vec<Operation>,
}

/// Puts pages together to one description; what they disagree on is pushed to the report.
///
/// `None` if no page holds an operation.
pub fn import(opened: &[Opened], report: &mut Report) -> Option<Import> {
    let pages: Vec<Page> = opened.iter().map(|opened| opened.page.clone()).collect();
    let (operations, found) = merge::merge(&pages);
    for (page, finding) in found {
        report.push(diagnostic(&finding, opened[page].source));
    }
    (!operations.is_empty()).then(|| {
        let document = describe::describe(&operations, &pages);
        Import { document, operations }
    })
}

/// A description as text: YAML with [`HEADER`], the same bytes for the same description.
pub fn print(document: &Value) -> Result<String, Diagnostic> {
    Ok(format!("{HEADER}\n{}", crate::load::to_yaml(document)?))
}

fn diagnostic(finding: &Finding, source: SourceId) -> Diagnostic {
    Diagnostic::new(finding.code, finding.message.clone()).at(Origin::line_column(
        source,
        finding.line.max(1),
        1,
    ))
}

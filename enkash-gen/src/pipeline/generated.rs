//! What becomes of a document.

use crate::{emit::FileSet, ir::Api, names::Names, render::Example, report::Code};

/// What became of a document.
#[derive(Debug, Default)]
pub struct Generated {
    /// The title of the API.
    pub title: String,
    /// The files of the module.
    pub files: FileSet,
    /// A call of one of its operations, if one can be written down.
    pub example: Option<Example>,
    /// Whether its client gets its tokens by itself.
    pub login: bool,
    /// The cargo features of tags, for a crate that has them.
    pub features: Vec<String>,
    /// Its operations: those that were generated, then those that were left out.
    pub operations: Vec<OperationRow>,
    /// How many types it has.
    pub types: usize,
    /// How many lines of Rust it has.
    pub lines: usize,
}

/// One operation of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationRow {
    /// The HTTP method, in capitals.
    pub method: String,
    /// The path template.
    pub path: String,
    /// The `operationId`, if the document has one.
    pub id: Option<String>,
    /// The Rust method; empty if there is none.
    pub function: String,
    /// The summary, if the document has one.
    pub summary: Option<String>,
    /// Whether there is code for it.
    pub status: OperationStatus,
}

impl OperationRow {
    /// Why there is no code for it; `None` if there is.
    pub fn skipped(&self) -> Option<Code> {
        match self.status {
            OperationStatus::Generated => None,
            OperationStatus::Skipped(code) => Some(code),
        }
    }
}

/// Whether there is code for an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationStatus {
    /// There is.
    Generated,
    /// It was left out, for this reason.
    Skipped(Code),
}

/// The operations of an API: those that are generated, then those that were left out.
pub(super) fn rows(api: &Api, names: &Names) -> Vec<OperationRow> {
    let generated = api.operations.iter().zip(&names.operations).map(|(operation, names)| OperationRow {
        method: operation.method.to_string(),
        path: operation.path.raw().to_owned(),
        id: operation.id.clone(),
        function: names.method.clone(),
        summary: operation.summary.clone(),
        status: OperationStatus::Generated,
    });
    let skipped = api.skipped.iter().map(|skipped| OperationRow {
        method: skipped.method.to_string(),
        path: skipped.path.clone(),
        id: skipped.id.clone(),
        function: String::new(),
        summary: None,
        status: OperationStatus::Skipped(skipped.code),
    });
    generated.chain(skipped).collect()
}

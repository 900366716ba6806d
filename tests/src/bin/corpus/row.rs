//! What became of a document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One document.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Row {
    pub(crate) document: String,
    /// The digest of the document and the generator: with another one the row is stale.
    pub(crate) key: String,
    pub(crate) bytes: u64,
    pub(crate) generated: Generated,
    /// What generating cost; also if it failed.
    pub(crate) cost: Cost,
    /// Why there is no crate.
    pub(crate) failure: Option<String>,
    /// What the compiler said of the crate, if it was asked.
    pub(crate) check: Option<Check>,
}

/// What came out.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Generated {
    /// Operations below `paths`, counted in the tree, apart from the generator.
    pub(crate) declared: usize,
    pub(crate) operations: usize,
    pub(crate) skipped: BTreeMap<String, usize>,
    pub(crate) diagnostics: BTreeMap<String, usize>,
    pub(crate) types: usize,
    /// Of generated code, the run time aside.
    pub(crate) lines: usize,
}

impl Generated {
    /// Operations that are in the document and are neither generated nor named as skipped.
    pub(crate) fn lost(&self) -> usize {
        self.declared.saturating_sub(self.operations + self.skipped.values().sum::<usize>())
    }
}

/// Seconds on the wall, and megabytes of memory at the peak.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct Cost {
    pub(crate) seconds: f64,
    pub(crate) user_seconds: f64,
    pub(crate) megabytes: u64,
}

impl From<enkash_tests::cost::Cost> for Cost {
    fn from(cost: enkash_tests::cost::Cost) -> Self {
        Self {
            seconds: cost.wall.as_secs_f64(),
            user_seconds: cost.user.as_secs_f64(),
            megabytes: cost.memory >> 20,
        }
    }
}

/// What the compiler said.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Check {
    pub(crate) passed: bool,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    /// The first few, as the compiler prints them.
    pub(crate) messages: Vec<String>,
    pub(crate) cost: Cost,
}

impl Row {
    /// `clean`, `warnings`, `broken`, `no crate`, or `generated` if it was not checked.
    pub(crate) fn result(&self) -> &'static str {
        match &self.check {
            _ if self.failure.is_some() => "no crate",
            None => "generated",
            Some(check) if !check.passed => "broken",
            Some(check) if check.warnings > 0 => "warnings",
            Some(_) => "clean",
        }
    }
}

//! Overlays: corrections that are kept apart from the document that they correct.
//!
//! An overlay is a list of actions ([Overlay 1.0](https://spec.openapis.org/overlay/v1.0.0.html)): each names nodes of
//! the document by a `JSONPath` query, and merges something into them or removes them. They are applied to the tree as
//! it was read, one after the other, before anything in it is brought into shape. What an action has put there keeps
//! its place in the text of the overlay, for diagnostics.
//!
//! Invariant: an action that matches nothing is an error, since then the document has changed under it; all such
//! actions are found in one run.

mod apply;
mod merge;
mod nearest;
mod places;
mod read;

use std::path::Path;

use serde_json::Value;

pub(super) use self::places::Places;
use super::{jsonpath::Query, reference::percent_decoded};
use crate::report::{Code, Diagnostic, Origin, Pointer, Report, Severity, SourceId};

/// An overlay that was read.
///
/// `update` is merged into each node that `target` names: objects member by member, a list grows by the elements of
/// another list or by one that is none, and anything else takes the place of what is there, which Overlay 1.1 allows of
/// scalars too. `null` in the place of an object, and anything but a list in that of a list inside of an `update`, is
/// most likely a slip and refused. `remove: true` takes the nodes away, be they objects, lists or, as in 1.1, scalars.
#[derive(Debug)]
pub struct Overlay {
    source: SourceId,
    extends: Option<String>,
    actions: Vec<Action>,
}

/// One correction.
#[derive(Debug)]
struct Action {
    /// Where it stands in the list.
    index: usize,
    target: String,
    query: Query,
    reason: Option<String>,
    change: Change,
}

#[derive(Debug)]
enum Change {
    Update(Value),
    Remove,
    /// It says neither.
    Nothing,
}

/// An action that matches nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmatched {
    /// Where it stands in the list of its overlay, counted from 0.
    pub action: usize,
    /// The nodes that it is about, as the overlay writes them.
    pub target: String,
    /// Its `description`, if it has one.
    pub reason: Option<String>,
    /// What is there of the way to its nodes, and what is not.
    pub nearest: String,
    /// Its target in the text of the overlay.
    pub origin: Origin,
}

impl Unmatched {
    /// The same as an error.
    pub fn diagnostic(&self) -> Diagnostic {
        let message =
            format!("`{}` matches nothing: the document has changed under this action", self.target);
        Diagnostic::new(Code::OverlayUnmatched, message).at(self.origin.clone()).help(&self.nearest)
    }
}

impl Overlay {
    /// The text of the overlay.
    pub fn source(&self) -> SourceId {
        self.source
    }

    /// The document that the overlay says it is for.
    pub fn extends(&self) -> Option<&str> {
        self.extends.as_deref()
    }

    /// A warning, if the overlay at a path says that it is for another document than the one at the other path.
    ///
    /// Only a relative `extends` says so; addresses are not fetched, and not compared.
    pub(super) fn meant_for_another(&self, overlay: &Path, document: &Path) -> Option<Diagnostic> {
        let extends = self.extends.as_ref().filter(|extends| !extends.contains(':'))?;
        let meant = overlay.parent().unwrap_or(Path::new("")).join(percent_decoded(extends));
        let same = meant.canonicalize().ok() == document.canonicalize().ok();
        (!same).then(|| {
            let message = format!("the overlay is for `{extends}`, and applied to `{}`", document.display());
            let at = Origin::pointer(self.source, Pointer::root().child("extends"));
            let severity = Severity::Warning;
            Diagnostic { severity, ..Diagnostic::new(Code::InvalidOverlay, message).at(at) }
        })
    }

    /// Applies every action to a tree, and gives those that matched nothing; `report` has an error for each.
    ///
    /// An action that cannot be applied, because what it merges does not fit what is there, is an error as well and
    /// changes nothing at that node.
    pub fn apply(&self, root: &mut Value, report: &mut Report) -> Vec<Unmatched> {
        self.apply_to(root, &mut Places::default(), report)
    }

    /// A part of an action, in the text of the overlay.
    fn place(&self, action: usize, key: &str) -> Pointer {
        Pointer::root().child("actions").index(action).child(key)
    }
}

#[cfg(test)]
mod tests;

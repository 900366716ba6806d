//! What was read otherwise than it was written, and where.

use std::cell::OnceCell;

use crate::report::{Code, Diagnostic, Origin, Pointer, SourceId};

/// Something that was read otherwise than it was written.
#[derive(Debug)]
pub(in crate::load) struct Note {
    pointer: Pointer,
    code: Code,
    message: String,
}

impl Note {
    pub(super) fn new(at: &Step<'_>, code: Code, message: String) -> Self {
        Self { pointer: at.pointer(), code, message }
    }

    pub(in crate::load) fn diagnostic(self, source: SourceId) -> Diagnostic {
        let origin = match self.code {
            Code::DuplicateKey => Origin::key(source, self.pointer),
            _ => Origin::pointer(source, self.pointer),
        };
        Diagnostic::new(self.code, self.message).at(origin)
    }
}

/// Where a node stands, step by step back to the root. The steps live on the stack: most nodes are never named. The
/// pointer of one that is named is shared by all that are named below it.
#[derive(Debug)]
pub(super) enum Step<'p> {
    Root,
    Key(&'p Step<'p>, &'p str, OnceCell<Pointer>),
    Index(&'p Step<'p>, usize, OnceCell<Pointer>),
}

impl<'p> Step<'p> {
    pub(super) fn key(above: &'p Step<'p>, key: &'p str) -> Self {
        Self::Key(above, key, OnceCell::new())
    }

    pub(super) fn index(above: &'p Step<'p>, index: usize) -> Self {
        Self::Index(above, index, OnceCell::new())
    }

    pub(super) fn pointer(&self) -> Pointer {
        match self {
            Self::Root => Pointer::root(),
            Self::Key(above, key, made) => made.get_or_init(|| above.pointer().child(key)).clone(),
            Self::Index(above, index, made) => made.get_or_init(|| above.pointer().index(*index)).clone(),
        }
    }
}

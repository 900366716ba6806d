//! What was read otherwise than it was written, and where.

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

/// Where a node stands, step by step back to the root. The steps live on the stack: most nodes are never named.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step<'p> {
    Root,
    Key(&'p Step<'p>, &'p str),
    Index(&'p Step<'p>, usize),
}

impl Step<'_> {
    fn pointer(&self) -> Pointer {
        match self {
            Self::Root => Pointer::root(),
            Self::Key(above, key) => above.pointer().child(key),
            Self::Index(above, index) => above.pointer().index(*index),
        }
    }
}

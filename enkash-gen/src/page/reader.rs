//! The lines of one page while they are read: what each has become, and what was found on the way.

use std::{ops::Range, sync::Arc};

use super::{Became, Confidence, Rendering, Source, line::Line};
use crate::report::Code;

/// Something to say about a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub code: Code,
    /// The line, counted from 1; 0 for the page as a whole.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

/// A value that a page shows for a field, and the lines on which it stands, as indexes.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) lines: Range<usize>,
}

/// A page while it is read. Indexes count the lines that are not blank, from 0.
pub(super) struct Reader {
    pub(super) lines: Vec<Line>,
    pub(super) rendering: Rendering,
    pub(super) page: Arc<str>,
    marks: Vec<Became>,
    findings: Vec<Finding>,
    shown: Vec<Shown>,
}

impl Reader {
    pub(super) fn new(lines: Vec<Line>, rendering: Rendering, page: Arc<str>) -> Self {
        let marks = vec![Became::Unknown; lines.len()];
        Self { lines, rendering, page, marks, findings: Vec::new(), shown: Vec::new() }
    }

    /// The text of a line; nothing behind the last one.
    pub(super) fn text(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", |line| &line.text)
    }

    /// The number that a line has in the file; of the last one, if there is no such line.
    pub(super) fn number(&self, at: usize) -> usize {
        self.lines.get(at).or(self.lines.last()).map_or(0, |line| line.number)
    }

    pub(super) fn mark(&mut self, at: usize, became: Became) {
        if let Some(mark) = self.marks.get_mut(at) {
            *mark = became;
        }
    }

    pub(super) fn mark_all(&mut self, range: Range<usize>, became: Became) {
        for at in range {
            self.mark(at, became);
        }
    }

    pub(super) fn source(&self, at: usize, confidence: Confidence) -> Source {
        let most = if self.rendering == Rendering::Stripped { Confidence::Medium } else { Confidence::High };
        let confidence = confidence.min(most);
        Source { page: self.page.clone(), line: self.number(at), rendering: self.rendering, confidence }
    }

    pub(super) fn find(&mut self, code: Code, at: usize, message: impl Into<String>) {
        let line = self.number(at);
        self.findings.push(Finding { code, line, message: message.into() });
    }

    /// Like [`find`](Self::find), for a line by the number that it has in the file.
    pub(super) fn find_at(&mut self, code: Code, line: usize, message: impl Into<String>) {
        self.findings.push(Finding { code, line, message: message.into() });
    }

    /// Notes where a sample value stands.
    pub(super) fn show(&mut self, name: Option<&str>, text: String, lines: Range<usize>) {
        self.shown.push(Shown { name: name.unwrap_or_default().to_owned(), text, lines });
    }

    /// Says of lines that nothing is known of that they were not understood; of the first of each run.
    pub(super) fn find_unread(&mut self) {
        let mut before = false;
        for at in 0..self.lines.len() {
            let unread = self.marks[at] == Became::Unknown;
            if unread && !before {
                let run = self.marks[at..].iter().take_while(|mark| **mark == Became::Unknown).count();
                let message = match run {
                    1 => "this line is nothing that a page has here".to_owned(),
                    _ => format!("this line and {} more are nothing that a page has here", run - 1),
                };
                self.find(Code::PageLine, at, message);
            }
            before = unread;
        }
    }

    pub(super) fn finish(self) -> Finished {
        Finished { lines: self.lines, marks: self.marks, findings: self.findings, shown: self.shown }
    }
}

/// What is left of a page that was read.
pub(super) struct Finished {
    pub(super) lines: Vec<Line>,
    pub(super) marks: Vec<Became>,
    pub(super) findings: Vec<Finding>,
    pub(super) shown: Vec<Shown>,
}

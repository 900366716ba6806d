//! The samples of a request in program text: of the many languages a page offers, the command line is shown.

use std::ops::Range;

use super::{
    Became, Confidence, Fact,
    curl::{self, Request},
    reader::Reader,
    skeleton,
};
use crate::report::Code;

/// The languages that a page offers, of which only one is shown.
const LANGUAGES: [&str; 15] = [
    "Shell",
    "JavaScript",
    "Java",
    "Swift",
    "Go",
    "PHP",
    "Python",
    "HTTP",
    "C",
    "C#",
    "Objective-C",
    "Ruby",
    "OCaml",
    "Dart",
    "R",
];

/// Reads the section.
pub(super) fn read(reader: &mut Reader, range: Range<usize>) -> Option<Fact<Request>> {
    let start = range.clone().find(|at| skeleton::is_curl(reader.text(*at)));
    for at in range.start..start.unwrap_or(range.end) {
        let text = reader.text(at);
        if skeleton::is_samples_label(text) || LANGUAGES.contains(&text) || is_menu(text) {
            reader.mark(at, Became::Label);
        }
    }
    let start = start?;
    let text: Vec<&str> = (start..range.end).map(|at| reader.text(at)).collect();
    let parsed = curl::parse(&text.join("\n"));
    reader.mark_all(start..range.end, Became::Sample);
    let Some((request, faults)) = parsed else {
        reader.find(Code::PageSample, start, "the sample request names no address");
        return None;
    };
    for fault in faults.into_iter().take(3) {
        reader.find(Code::PageSample, start, fault);
    }
    Some(Fact::new(request, reader.source(start, Confidence::High)))
}

/// Whether a line is several of the languages, with spaces in between.
fn is_menu(text: &str) -> bool {
    text.split_whitespace().all(|word| LANGUAGES.contains(&word) || word == "Request" || word == "Example")
}

//! The end of a page: when it was changed, and links to its neighbours.

use std::ops::Range;

use super::{Became, Confidence, Fact, reader::Reader};

/// Reads the section; gives when the page was changed.
pub(super) fn read(reader: &mut Reader, range: Range<usize>) -> Option<Fact<String>> {
    let mut modified = None;
    let mut at = range.start;
    while at < range.end {
        let text = reader.text(at).to_owned();
        let mut here = at;
        if let Some(rest) = text.strip_prefix("Modified at").or_else(|| text.strip_prefix("Last modified")) {
            let mut date = rest.trim_start_matches(':').trim().to_owned();
            if date.is_empty() && at + 1 < range.end {
                reader.mark(at, Became::Label);
                here = at + 1;
                date = reader.text(here).to_owned();
            }
            reader.mark(here, Became::Fact);
            modified = modified.or_else(|| {
                (!date.is_empty()).then(|| Fact::new(date, reader.source(here, Confidence::High)))
            });
        } else if text == "Previous" || text == "Next" {
            reader.mark(at, Became::Navigation);
            here = (at + 1).min(range.end - 1);
            reader.mark(here, Became::Navigation);
        } else if text == "Built with" {
            reader.mark_all(at..range.end, Became::Navigation);
            break;
        } else if text.starts_with("Previous") || text.starts_with("Next") {
            reader.mark(at, Became::Navigation);
        }
        at = here + 1;
    }
    modified
}

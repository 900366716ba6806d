//! The lines of a page, without what damages characters, and with the numbers that they had.
//!
//! Blank lines are gone; every other line is kept, so that each can be accounted for.

use unicode_normalization::UnicodeNormalization;

use super::damage;

/// One line that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Counted from 1, in the file.
    pub(super) number: usize,
    /// How many spaces stood in front of it.
    pub(super) indent: usize,
    /// Its text, normalised, without spaces around it.
    pub(super) text: String,
    /// Whether a space that breaks no line was read in another encoding at its end.
    pub(super) damaged: bool,
}

impl Line {
    /// Whether it is an item of a list or of a menu. Masked values are made of the same dots, without a space.
    pub(super) fn is_item(&self) -> bool {
        ["• ", "- ", "* "].iter().any(|sign| self.text.starts_with(sign))
    }

    /// Whether it is the name of a folder above the page: `  1. Payments`.
    pub(super) fn is_crumb(&self) -> bool {
        self.indent >= 2 && self.text.starts_with("1. ")
    }
}

/// The lines of a text that are not blank.
pub(super) fn lines<'t>(text: impl IntoIterator<Item = (usize, &'t str)>) -> Vec<Line> {
    text.into_iter().filter_map(|(number, text)| line(number, text)).collect()
}

/// Whether the end of a line is damaged; `None` if it is blank.
pub(super) fn damaged(raw: &str) -> Option<bool> {
    line(0, raw).map(|line| line.damaged)
}

fn line(number: usize, raw: &str) -> Option<Line> {
    let indent = raw.chars().take_while(|c| c.is_whitespace()).count();
    let mended = damage::mend(raw);
    let mut text: String = mended
        .nfc()
        .map(|c| if c == '\u{a0}' || c == '\t' { ' ' } else { c })
        .filter(|c| {
            !matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') && (*c == ' ' || !c.is_control())
        })
        .collect();
    let mut damaged = false;
    loop {
        text.truncate(text.trim_end().len());
        // A word of another language may end in it, but no label, type or value here does.
        if text.pop_if_ends_with('Â') {
            damaged = true;
        } else {
            break;
        }
    }
    let text = text.trim_start();
    (!text.is_empty()).then(|| Line { number, indent, text: text.to_owned(), damaged })
}

/// Cutting a character off an end.
trait PopIf {
    fn pop_if_ends_with(&mut self, c: char) -> bool;
}

impl PopIf for String {
    fn pop_if_ends_with(&mut self, c: char) -> bool {
        let ends = self.ends_with(c);
        if ends {
            self.pop();
        }
        ends
    }
}

//! Texts of a document as they are shown: in full, unless they are longer than a reader takes in.

use std::borrow::Cow;

/// So many characters of a text are shown.
const MOST_SHOWN: usize = 200;

/// The text, or its beginning and `…`: for what comes up in many messages and may be of any length, as the path of
/// an operation may.
pub fn brief(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_SHOWN, brief};

    #[test]
    fn a_long_text_is_shown_in_part() {
        let long = "ü".repeat(MOST_SHOWN);
        assert_eq!(brief(&long), long);
        assert_eq!(brief(&format!("{long}!")), format!("{long}…"));
    }
}

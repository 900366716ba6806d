//! Characters that were read in another encoding than they were written in, put right where that is certain.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

/// What the first byte of an emoji, `F0`, becomes in the single-byte encodings of Europe.
const LEADS: [char; 6] = ['ð', 'š', 'π', 'đ', 'ğ', 'р'];

/// What a mail address has become where a page hides it from robots.
pub(super) const HIDDEN_MAIL: &str = "[email protected]";

/// The text with damaged emojis, and spaces that have got an `Â`, as they were.
pub(super) fn mend(text: &str) -> Cow<'_, str> {
    let spaced: Cow<'_, str> =
        if text.contains("Â\u{a0}") { text.replace("Â\u{a0}", " ").into() } else { text.into() };
    if !spaced.contains(LEADS) {
        return spaced;
    }
    let mut out = String::with_capacity(spaced.len());
    let mut rest = &*spaced;
    while let Some(at) = rest.find(LEADS) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match emoji(rest) {
            Some((emoji, length)) => {
                out.push(emoji);
                rest = &rest[length..];
            }
            None => {
                let length = rest.chars().next().map_or(rest.len(), char::len_utf8);
                out.push_str(&rest[..length]);
                rest = &rest[length..];
            }
        }
    }
    out.push_str(rest);
    out.into()
}

/// The emoji that four characters were, and how many bytes they take.
fn emoji(text: &str) -> Option<(char, usize)> {
    let end = text.char_indices().nth(4).map_or(text.len(), |(at, _)| at);
    let tail = text[..end].char_indices().nth(1).map(|(at, _)| &text[at..end])?;
    let (bytes, _, failed) = WINDOWS_1252.encode(tail);
    if failed || bytes.len() != 3 {
        return None;
    }
    let bytes = [0xf0, bytes[0], bytes[1], bytes[2]];
    std::str::from_utf8(&bytes).ok()?.chars().next().map(|c| (c, end))
}

#[cfg(test)]
mod tests {
    use super::mend;

    #[test]
    fn an_emoji_read_in_another_encoding_is_put_right() {
        assert_eq!(mend("šŸ“Œ"), "📌");
        assert_eq!(mend("ðŸŸ¢200Success"), "🟢200Success");
        assert_eq!(mend("Modified atÂ\u{a0}2025"), "Modified at 2025");
    }

    #[test]
    fn a_letter_of_a_language_stays() {
        assert_eq!(mend("štěstí, ğ, π"), "štěstí, ğ, π");
    }
}

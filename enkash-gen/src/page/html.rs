//! A saved page of HTML, reduced to the lines that a browser shows.
//!
//! The tags are read by a tokenizer that follows the standard; what is added here is where lines end.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// The lines of a page, each with the number of the line that it begins on in the file, and its address.
#[derive(Debug, Default)]
pub(super) struct Reduced {
    pub(super) lines: Vec<(usize, String)>,
    pub(super) address: Option<String>,
}

/// Elements whose content is not shown.
const HIDDEN: [&[u8]; 8] =
    [b"script", b"style", b"template", b"noscript", b"svg", b"head", b"iframe", b"textarea"];

/// Elements that do not begin a line.
const INLINE: [&[u8]; 20] = [
    b"a", b"abbr", b"b", b"bdi", b"code", b"em", b"font", b"i", b"kbd", b"label", b"mark", b"q", b"s",
    b"small", b"span", b"strong", b"sub", b"sup", b"u", b"var",
];

/// Elements that hold menus.
const MENUS: [&[u8]; 2] = [b"nav", b"aside"];

/// Whether a text is a page of HTML.
pub(super) fn is_html(text: &str) -> bool {
    let start = text.trim_start();
    let begins = |tag: &str| start.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    begins("<!doctype html") || begins("<html") || begins("<body") || begins("<div") || begins("<main")
}

/// Reduces a page.
pub(super) fn reduce(text: &str) -> Reduced {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let number = |at: usize| starts.partition_point(|start| *start <= at);
    let mut page = Page::default();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.start(&tag),
            Token::EndTag(tag) => page.end(&tag.name),
            Token::String(string) => {
                let value = String::from_utf8_lossy(&string.value);
                page.text(&value, number(string.span.start));
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.flush();
    page.out
}

/// A page while it is read.
#[derive(Default)]
struct Page {
    out: Reduced,
    line: String,
    number: usize,
    /// How many elements are open whose content is not shown, that keep their lines, that hold menus, that are lists.
    hidden: usize,
    kept: usize,
    menus: usize,
    lists: usize,
    is_item: bool,
    /// Whether an inline element has ended, with nothing behind it yet.
    ended: bool,
}

impl Page {
    fn start(&mut self, tag: &StartTag<usize>) {
        let name: &[u8] = &tag.name;
        if name == b"link" || name == b"meta" {
            self.address(tag);
        }
        if HIDDEN.contains(&name) && !tag.self_closing {
            self.hidden += 1;
        }
        if INLINE.contains(&name) {
            // Two elements side by side, with no space between them, are boxes of their own.
            if self.ended && self.kept == 0 {
                self.flush();
            }
            return;
        }
        self.flush();
        match name {
            b"pre" => self.kept += 1,
            b"ul" | b"ol" => self.lists += 1,
            b"li" => self.is_item = true,
            _ if MENUS.contains(&name) => self.menus += 1,
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        if HIDDEN.contains(&name) {
            self.hidden = self.hidden.saturating_sub(1);
        }
        if INLINE.contains(&name) {
            self.ended = !self.line.is_empty();
            return;
        }
        self.flush();
        match name {
            b"pre" => self.kept = self.kept.saturating_sub(1),
            b"ul" | b"ol" => self.lists = self.lists.saturating_sub(1),
            b"li" => self.is_item = false,
            // A head that is never closed ends where the body begins.
            b"html" => self.hidden = 0,
            _ if MENUS.contains(&name) => self.menus = self.menus.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, number: usize) {
        if self.hidden > 0 {
            return;
        }
        let keeps = self.kept > 0;
        for (line, piece) in (number..).zip(text.split('\n')) {
            if keeps && line > number {
                self.flush();
            }
            let spaced = piece.starts_with(char::is_whitespace) || line > number;
            let words: Vec<&str> = piece.split_whitespace().collect();
            if keeps {
                self.push(piece.trim_end_matches('\r'), line);
                continue;
            }
            if spaced && !self.line.is_empty() && !self.line.ends_with(' ') {
                self.line.push(' ');
            }
            if !words.is_empty() {
                self.push(&words.join(" "), line);
                if piece.ends_with(char::is_whitespace) {
                    self.line.push(' ');
                }
            }
        }
        if !text.trim().is_empty() || text.contains(char::is_whitespace) {
            self.ended = false;
        }
    }

    fn push(&mut self, text: &str, number: usize) {
        if self.line.trim().is_empty() {
            self.number = number;
        }
        self.line.push_str(text);
    }

    fn flush(&mut self) {
        self.ended = false;
        let line = std::mem::take(&mut self.line);
        if line.trim().is_empty() {
            return;
        }
        let line = if self.is_item || self.menus > 0 {
            format!("{}• {}", "  ".repeat(self.lists.max(1)), line.trim())
        } else {
            line
        };
        self.out.lines.push((self.number, line));
    }

    /// The address that a page gives for itself.
    fn address(&mut self, tag: &StartTag<usize>) {
        let value = |name: &[u8]| {
            let found = tag.attributes.iter().find(|(key, _)| ***key == *name);
            found.map(|(_, value)| String::from_utf8_lossy(&value.value).into_owned())
        };
        let is_canonical = value(b"rel").is_some_and(|rel| rel == "canonical");
        let is_own = value(b"property").is_some_and(|property| property == "og:url");
        let found = if is_canonical { value(b"href") } else { value(b"content").filter(|_| is_own) };
        let found = found.filter(|address| address.starts_with("https://") || address.starts_with("http://"));
        self.out.address = self.out.address.take().or(found);
    }
}

#[cfg(test)]
mod tests {
    use super::reduce;

    #[test]
    fn boxes_are_lines_with_the_numbers_of_the_file() {
        let page = reduce(
            "<!DOCTYPE html><html><head><title>x</title>\n\
             <link rel=\"canonical\" href=\"https://docs.example/api-1\"></head><body>\n\
             <nav><ul><li>Orders <span>POST</span></li></ul></nav>\n\
             <h1>Create &amp; pay</h1><div>POST</div>\n\
             <p>Two <b>bold</b>\nwords.</p>\n\
             <div><span>amount</span><span>number</span><span>required</span></div>\n\
             <pre>{\n  <span>\"a\"</span>: 1\n}</pre><script>var x = '<p>no</p>';</script></body></html>",
        );
        let lines: Vec<(usize, &str)> =
            page.lines.iter().map(|(number, line)| (*number, line.as_str())).collect();
        assert_eq!(
            lines,
            [
                (3, "  • Orders POST"),
                (4, "Create & pay"),
                (4, "POST"),
                (5, "Two bold words."),
                (7, "amount"),
                (7, "number"),
                (7, "required"),
                (8, "{"),
                (9, "  \"a\": 1"),
                (10, "}"),
            ]
        );
        assert_eq!(page.address.as_deref(), Some("https://docs.example/api-1"));
    }
}

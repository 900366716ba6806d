//! The only file that names `serde_yaml`, so that it can be replaced in one place: it is no longer maintained.
//!
//! It was kept because it reads `y`, `no`, `08` and dates the way authors of API documents mean them (as text),
//! bounds aliases and nesting, and gives positions.

mod seek;

pub(super) use self::seek::{Mark, Spot, Spots};
use super::{
    SyntaxError, TOO_DEEP,
    locate::line_column,
    tree::{Builder, Language, Tree},
};
use crate::report::Code;

/// Parses one YAML document.
///
/// Fails on what is not YAML, on more than one document, on nesting beyond 128 and on aliases
/// that multiply.
pub(super) fn parse(text: &str) -> Result<Tree, SyntaxError> {
    if let Some(offset) = bottomless(text) {
        let (line, column) = line_column(text, offset);
        return Err(SyntaxError {
            code: Code::Syntax,
            message: TOO_DEEP.to_owned(),
            help: None,
            line,
            column,
        });
    }
    let builder = Builder::new(Language::Yaml);
    let tree = builder.read(serde_yaml::Deserializer::from_str(text));
    tree.map_err(|error| syntax_error(text, &error))
}

/// Prints a tree in block style; fails, with the reason, if it is nested too deep.
#[cfg(feature = "cli")]
pub(super) fn print(tree: &serde_json::Value) -> Result<String, String> {
    serde_yaml::to_string(tree).map_err(|error| error.to_string())
}

fn syntax_error(text: &str, error: &serde_yaml::Error) -> SyntaxError {
    let mut message = error.to_string();
    if let Some(at) = message.find(" at line ").or_else(|| message.find(" at position ")) {
        // The parser repeats the place in words, and may add the place of the context after a comma.
        let rest = message.split_off(at);
        if let Some((_, context)) = rest.split_once(", ") {
            let context = context.split(" at line ").next().unwrap_or(context);
            message.push_str(", ");
            message.push_str(context);
        }
    }
    let (mut line, mut column) = position(text, error);
    let mut help = None;
    if message.contains("more than one document") {
        message = "the file holds more than one YAML document".to_owned();
        help = Some("give each description a file of its own".to_owned());
        (line, column) = (second_document(text), 1);
    } else if message.contains("repetition limit") {
        message = "the aliases of this document multiply beyond any use".to_owned();
    } else if message.contains("recursion limit") {
        message = TOO_DEEP.to_owned();
    } else if message.contains("cannot start any token") && tab_on(text, line) {
        help = Some("YAML is indented with spaces, not with tabs".to_owned());
    }
    SyntaxError { code: Code::Syntax, message, help, line, column }
}

/// Where the brackets of a text are open so deep that the scanner, whose time grows with the square of that depth,
/// must not see it. Quotes and comments are not understood, hence a bound far above any document's.
fn bottomless(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > 10_000
    })
}

fn position(text: &str, error: &serde_yaml::Error) -> (usize, usize) {
    if let Some(location) = error.location().filter(|location| location.index() > 0) {
        return line_column(text, location.index());
    }
    // The reader, which runs before the scanner, knows only the offset, and says it only in words.
    let words = error.to_string();
    let offset = words.split(" at position ").nth(1).and_then(|rest| {
        rest.split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse::<usize>().ok())
    });
    offset.map_or((1, 1), |offset| line_column(text, offset))
}

/// The line of the first `---` that has content before it.
fn second_document(text: &str) -> usize {
    let mut content = false;
    for (index, line) in text.lines().enumerate() {
        if line.starts_with("---") && content {
            return index + 1;
        }
        content |= !(line.trim().is_empty() || line.starts_with(['#', '%']) || line.starts_with("---"));
    }
    1
}

fn tab_on(text: &str, line: usize) -> bool {
    text.lines().nth(line - 1).is_some_and(|line| line.contains('\t'))
}

/// Where nodes stand in a text: the byte offset at which a line of it begins, as the parser counts lines.
#[derive(Debug)]
pub(super) struct Lines(Vec<usize>);

impl Lines {
    /// Finds what is wanted, in one pass.
    pub(super) fn find(text: &str, spots: &Spots) -> Self {
        // What goes wrong on the way costs the nodes behind it their places, and no more.
        _ = spots.seek(serde_yaml::Deserializer::from_str(text));
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        starts.extend((0..bytes.len()).filter_map(|at| {
            // A line feed, a carriage return alone, and the separators of Unicode.
            let ends = match bytes[at] {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                0x85 => at > 0 && bytes[at - 1] == 0xc2,
                0xa8 | 0xa9 => at > 1 && bytes[at - 2..at] == [0xe2, 0x80],
                _ => false,
            };
            ends.then_some(at + 1)
        }));
        Self(starts)
    }

    /// The byte offset of a place.
    pub(super) fn offset(&self, text: &str, (line, column): Mark) -> usize {
        let start = self.0.get(line.saturating_sub(1)).copied().unwrap_or(text.len());
        let rest = &text[start..];
        start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
    }
}

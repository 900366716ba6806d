//! JSON texts: the parser, and where a pointer leads in the text.

use std::ops::Range;

use super::{
    SyntaxError, TOO_DEEP,
    locate::{Aim, boundary, line_column, offset_of},
    tree::{Builder, Language, Tree},
};
use crate::report::Code;

/// Parses one JSON document.
///
/// Fails on what is not JSON, on anything after the document and on nesting beyond 128.
pub(super) fn parse(text: &str) -> Result<Tree, SyntaxError> {
    let builder = Builder::new(Language::Json);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let tree = builder.read(&mut deserializer).and_then(|tree| deserializer.end().map(|()| tree));
    tree.map_err(|error| {
        // serde_json counts bytes from the line start and stands on the last byte that it read.
        let line = error.line().max(1);
        let after = byte_of(text, line, error.column());
        let words = error.to_string();
        let message = words.split(" at line ").next().unwrap_or(&words);
        let message = match message {
            "recursion limit exceeded" => TOO_DEEP,
            other => other,
        };
        let (line, column) = line_column(text, after.saturating_sub(1));
        SyntaxError { code: Code::Syntax, message: message.to_owned(), help: None, line, column }
    })
}

/// The offset just behind `column` bytes of the line.
fn byte_of(text: &str, line: usize, column: usize) -> usize {
    boundary(text, offset_of(text, line, 1) + column)
}

/// The bytes to underline for the node that `tokens` lead to: with [`Aim::Value`] a scalar itself, otherwise its key
/// if it has one. `None` if they lead nowhere, or the text is not JSON.
pub(super) fn find(text: &str, tokens: &[&str], aim: Aim) -> Option<Range<usize>> {
    let mut scan = Scan { text, at: 0 };
    scan.blank();
    let mut key = None;
    for token in tokens {
        key = match scan.peek()? {
            b'{' => Some(scan.entry(token)?),
            b'[' => {
                scan.element(token.parse().ok()?)?;
                None
            }
            _ => return None,
        };
    }
    let start = scan.at;
    Some(match (scan.peek()?, key) {
        (b'{' | b'[', Some(key)) => key,
        (_, Some(key)) if aim == Aim::Key => key,
        (b'{' | b'[', None) => start..start + 1,
        _ => {
            scan.skip()?;
            start..scan.at
        }
    })
}

/// A cursor over a text that is known to be JSON; on anything else it gives up, and never loops or panics.
struct Scan<'t> {
    text: &'t str,
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blank(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| {
            self.at += 1;
            self.blank();
        })
    }

    /// From `{` to the value of the entry `token`; gives the bytes of the key.
    fn entry(&mut self, token: &str) -> Option<Range<usize>> {
        self.take(b'{')?;
        loop {
            let start = self.at;
            let end = self.string()?;
            let key: String = serde_json::from_str(&self.text[start..end]).ok()?;
            self.blank();
            self.take(b':')?;
            if key == token {
                return Some(start..end);
            }
            self.skip()?;
            self.blank();
            self.take(b',')?;
        }
    }

    /// From `[` to the element `index`.
    fn element(&mut self, index: usize) -> Option<()> {
        self.take(b'[')?;
        for _ in 0..index {
            self.skip()?;
            self.blank();
            self.take(b',')?;
        }
        (self.peek()? != b']').then_some(())
    }

    /// Past a string; gives its end.
    fn string(&mut self) -> Option<usize> {
        if self.peek()? != b'"' {
            return None;
        }
        self.at += 1;
        loop {
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(self.at);
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    /// Past one value, counting brackets instead of recursing.
    fn skip(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => {
                    self.string()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' | b':' => self.at += 1,
                byte if byte.is_ascii_whitespace() => self.at += 1,
                _ => {
                    while self
                        .peek()
                        .is_some_and(|byte| !byte.is_ascii_whitespace() && !b",:]}".contains(&byte))
                    {
                        self.at += 1;
                    }
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }
}

//! JSON as pages print it: what a careless hand has broken is read all the same, and named.

use std::ops::Range;

use serde_json::{Map, Value};

/// A sample that was read, and what is wrong with it.
#[derive(Debug)]
pub(super) struct Sample {
    pub(super) value: Value,
    /// The line within the sample, from 0, and what is wrong there.
    pub(super) faults: Vec<(usize, String)>,
}

/// So deep are samples read: what they come to is nested twice as deep, and has to be read back.
const DEEPEST: usize = 40;

/// Reads a sample, which stands on some lines; `None` for no text at all.
pub(super) fn read(text: &str) -> Option<Sample> {
    if text.trim().is_empty() {
        return None;
    }
    if let Ok(value) = serde_json::from_str::<Value>(text)
        && depth(&value) <= DEEPEST
    {
        return Some(Sample { value, faults: Vec::new() });
    }
    let mut parser = Parser::new(text);
    let value = parser.value(0);
    parser.skip();
    if parser.at < parser.chars.len() {
        parser.fault("text follows the sample");
    }
    Some(Sample { value, faults: parser.faults })
}

fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Object(members) => 1 + members.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

/// A value in a sample that holds no others.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Leaf {
    /// The innermost name above it.
    pub(super) name: String,
    pub(super) value: Value,
    /// Where it stands, in characters.
    pub(super) chars: Range<usize>,
}

/// The values of a sample that hold no others, in their order.
pub(super) fn leaves(text: &str) -> Vec<Leaf> {
    let mut parser = Parser::new(text);
    parser.value(0);
    parser.leaves
}

struct Parser {
    chars: Vec<char>,
    at: usize,
    line: usize,
    faults: Vec<(usize, String)>,
    name: String,
    leaves: Vec<Leaf>,
}

impl Parser {
    fn new(text: &str) -> Self {
        let (name, faults, leaves) = (String::new(), Vec::new(), Vec::new());
        Self { chars: text.chars().collect(), at: 0, line: 0, faults, name, leaves }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += 1;
        if c == '\n' {
            self.line += 1;
        }
        Some(c)
    }

    fn skip(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.next();
        }
    }

    fn fault(&mut self, message: impl Into<String>) {
        self.faults.push((self.line, message.into()));
    }

    fn value(&mut self, depth: usize) -> Value {
        self.skip();
        match self.peek() {
            Some('{' | '[') if depth >= DEEPEST => {
                self.fault(format!("the sample is nested deeper than {DEEPEST} levels"));
                self.at = self.chars.len();
                Value::Null
            }
            Some('{') => self.object(depth),
            Some('[') => self.array(depth),
            first => {
                let start = self.at;
                let value = if first == Some('"') { Value::String(self.string()) } else { self.bare() };
                let end = self.at
                    - self.chars[start..self.at].iter().rev().take_while(|c| c.is_whitespace()).count();
                self.leaves.push(Leaf { name: self.name.clone(), value: value.clone(), chars: start..end });
                value
            }
        }
    }

    fn object(&mut self, depth: usize) -> Value {
        self.next();
        let mut members = Map::new();
        loop {
            self.skip();
            match self.peek() {
                None => {
                    self.fault("the sample ends inside of an object");
                    break;
                }
                Some('}') => {
                    self.next();
                    break;
                }
                Some(',' | ']' | ':') => {
                    self.fault("a sign stands where a name belongs");
                    self.next();
                    continue;
                }
                _ => {}
            }
            let key =
                if self.peek() == Some('"') { self.string() } else { self.word(&[':', '}', ',', '\n']) };
            self.skip();
            let value = if self.peek() == Some(':') {
                self.next();
                let above = std::mem::replace(&mut self.name, key.clone());
                let value = self.value(depth + 1);
                self.name = above;
                value
            } else {
                self.fault(format!("`{key}` has no value"));
                Value::Null
            };
            if members.insert(key.clone(), value).is_some() {
                self.fault(format!("`{key}` is there twice"));
            }
            self.separator('}');
        }
        Value::Object(members)
    }

    fn array(&mut self, depth: usize) -> Value {
        self.next();
        let mut items = Vec::new();
        loop {
            self.skip();
            match self.peek() {
                None => {
                    self.fault("the sample ends inside of a list");
                    break;
                }
                Some(']') => {
                    self.next();
                    break;
                }
                Some(',' | '}' | ':') => {
                    self.fault("a sign stands where a value belongs");
                    self.next();
                    continue;
                }
                _ => {}
            }
            items.push(self.value(depth + 1));
            self.separator(']');
        }
        Value::Array(items)
    }

    /// Takes the comma between two members.
    fn separator(&mut self, close: char) {
        let line = self.line;
        self.skip();
        match self.peek() {
            Some(',') => {
                self.next();
                self.skip();
                if self.peek() == Some(close) {
                    self.fault("a comma stands behind the last member");
                }
            }
            Some(c) if c != close => self.faults.push((line, "a comma is missing".to_owned())),
            _ => {}
        }
    }

    fn string(&mut self) -> String {
        self.next();
        let mut raw = String::new();
        let mut escaped = false;
        loop {
            match self.peek() {
                None | Some('\n') => {
                    self.fault("a text has no closing quote");
                    break;
                }
                Some('"') if !escaped => {
                    self.next();
                    break;
                }
                Some(c) => {
                    escaped = c == '\\' && !escaped;
                    raw.push(c);
                    self.next();
                }
            }
        }
        serde_json::from_str(&format!("\"{raw}\"")).unwrap_or(raw)
    }

    fn bare(&mut self) -> Value {
        let line = self.line;
        let word = self.word(&[',', '}', ']', '\n']);
        serde_json::from_str(&word).unwrap_or_else(|_| {
            self.faults
                .push((line, "a value is neither a number nor a word of JSON, nor in quotes".to_owned()));
            Value::String(word)
        })
    }

    fn word(&mut self, ends: &[char]) -> String {
        let mut word = String::new();
        while let Some(c) = self.peek().filter(|c| !ends.contains(c)) {
            word.push(c);
            self.next();
        }
        if word.is_empty() && self.peek().is_some_and(|c| c != '}' && c != ']') {
            self.next();
        }
        word.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use serde_json::json;

    #[test]
    fn what_is_sound_is_read_as_it_is() {
        for text in [r#"{"a": 1, "b": ["x"]}"#, "\"string\"", "{}", "0.01"] {
            let sample = read(text).unwrap();
            assert_eq!((sample.value, sample.faults.len()), (serde_json::from_str(text).unwrap(), 0));
        }
        assert!(read("  \n").is_none());
    }

    #[test]
    fn what_is_broken_is_read_and_named_with_its_line() {
        for (text, value, line, fault) in [
            ("{\n\"a\": 1\n\"b\": 2\n}", json!({"a": 1, "b": 2}), 1, "a comma is missing"),
            ("{\"a\": 1,}", json!({"a": 1}), 0, "a comma stands behind the last member"),
            (
                "{\n\"rule\": EXACT | MAX\n}",
                json!({"rule": "EXACT | MAX"}),
                1,
                "a value is neither a number nor a word of JSON, nor in quotes",
            ),
            ("{\"a\": [1, 2", json!({"a": [1, 2]}), 0, "the sample ends inside of a list"),
            ("{\"a\": \"x", json!({"a": "x"}), 0, "a text has no closing quote"),
            ("{a: 1} b", json!({"a": 1}), 0, "text follows the sample"),
        ] {
            let sample = read(text).unwrap();
            assert_eq!(sample.value, value, "{text}");
            assert_eq!(sample.faults.first(), Some(&(line, fault.to_owned())), "{text}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        assert!(!read(&"[".repeat(100_000)).unwrap().faults.is_empty());
        assert!(!read(&"{\"a\":".repeat(100_000)).unwrap().faults.is_empty());
    }
}

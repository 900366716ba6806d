//! The parser of `text/event-stream`, fed with bytes that may end anywhere.
//!
//! Invariant: each byte is looked at once, and what is held is one unfinished event.

use super::Queue;
use std::borrow::Cow;
use std::fmt::Write as _;
use std::time::Duration;

/// An event as it came.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Raw {
    pub(super) event: String,
    pub(super) id: String,
    pub(super) data: String,
}

#[derive(Default)]
pub(super) struct Parser {
    /// The line whose end has not come yet.
    line: Vec<u8>,
    /// Whether the last byte was a carriage return, whose line feed may follow.
    after_return: bool,
    /// Whether a first line has been seen, before which a byte order mark may stand.
    begun: bool,
    event: String,
    data: String,
    id: String,
    retry: Option<Duration>,
    queue: Queue,
}

impl Parser {
    pub(super) fn next(&mut self) -> Option<Raw> {
        self.queue.pop_front()
    }

    pub(super) fn last_id(&self) -> &str {
        &self.id
    }

    pub(super) fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// How many bytes are held of an event that has not ended.
    pub(super) fn held(&self) -> usize {
        self.line.len() + self.data.len() + self.event.len()
    }

    pub(super) fn feed(&mut self, mut bytes: &[u8]) {
        while let Some(&first) = bytes.first() {
            if std::mem::take(&mut self.after_return) && first == b'\n' {
                bytes = &bytes[1..];
                continue;
            }
            let Some(end) = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
                self.line.extend_from_slice(bytes);
                return;
            };
            self.after_return = bytes[end] == b'\r';
            if self.line.is_empty() {
                self.end_of_line(&bytes[..end]);
            } else {
                let mut line = std::mem::take(&mut self.line);
                line.extend_from_slice(&bytes[..end]);
                self.end_of_line(&line);
            }
            bytes = &bytes[end + 1..];
        }
    }

    fn end_of_line(&mut self, line: &[u8]) {
        let first = !std::mem::replace(&mut self.begun, true);
        let line = if first { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line) } else { line };
        if line.is_empty() {
            return self.dispatch();
        }
        let line: Cow<'_, str> = String::from_utf8_lossy(line);
        let (name, value) = line.split_once(':').unwrap_or((&line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match name {
            "event" => value.clone_into(&mut self.event),
            "data" => {
                self.data.push_str(value);
                self.data.push('\n');
            }
            "id" if !value.contains('\0') => value.clone_into(&mut self.id),
            "retry" if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) => {
                // Only too many digits can fail here, and a wait that long is none to keep.
                self.retry = value.parse().map(Duration::from_millis).ok().or(self.retry);
            }
            // A comment, which begins with the colon, or a field of another standard.
            _ => {}
        }
    }

    fn dispatch(&mut self) {
        let event = std::mem::take(&mut self.event);
        if self.data.is_empty() {
            return;
        }
        let mut data = std::mem::take(&mut self.data);
        data.pop();
        let event = if event.is_empty() { "message".to_owned() } else { event };
        self.queue.push_back(Raw { event, id: self.id.clone(), data });
    }
}

/// Appends an event as a server would write it.
pub(super) fn write(raw: &Raw, out: &mut String) {
    if raw.event != "message" {
        _ = writeln!(out, "event: {}", raw.event);
    }
    if !raw.id.is_empty() {
        _ = writeln!(out, "id: {}", raw.id);
    }
    for line in raw.data.split('\n') {
        _ = writeln!(out, "data: {line}");
    }
    out.push('\n');
}

//! The only file that names `serde_yaml`, so that it can be replaced in one place: it is no longer maintained.
//!
//! It was kept because it reads `y`, `no`, `08` and dates the way authors of API documents mean them (as text),
//! bounds aliases and nesting, and gives positions.

use std::{cell::Cell, fmt};

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};

use super::{
    SyntaxError, TOO_DEEP,
    locate::{Aim, boundary, line_column},
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

/// What stands at a pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// A scalar with text, whose own place is the best one to show.
    Scalar,
    /// A mapping, a sequence or nothing at all: its key says more than its first line.
    Container,
}

/// The byte offset of the node that `tokens` lead to; `None` if they lead nowhere.
///
/// The parser keeps no positions, but an error raised while it stands at the node carries one.
pub(super) fn find(text: &str, tokens: &[&str], aim: Aim) -> Option<(usize, Found)> {
    let found = Cell::new(None);
    let seek = Seek { tokens, aim, found: &found };
    let error = seek.deserialize(serde_yaml::Deserializer::from_str(text)).err()?;
    let index = error.location().map_or(0, |location| location.index());
    found.get().map(|found| (boundary(text, index), found))
}

#[derive(Clone, Copy)]
struct Seek<'t> {
    tokens: &'t [&'t str],
    aim: Aim,
    found: &'t Cell<Option<Found>>,
}

impl<'de> DeserializeSeed<'de> for Seek<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.tokens.is_empty() {
            self.found.set(Some(Found::Scalar));
            deserializer.deserialize_any(Target(self.found))
        } else {
            deserializer.deserialize_any(self)
        }
    }
}

impl<'de> Visitor<'de> for Seek<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mapping or a sequence")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let [token, rest @ ..] = self.tokens else { return Ok(()) };
        let fail = rest.is_empty() && self.aim == Aim::Key;
        while let Some(here) = access.next_key_seed(SeekKey { token, fail, found: self.found })? {
            if here {
                access.next_value_seed(Seek { tokens: rest, ..self })?;
            } else {
                access.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let [token, rest @ ..] = self.tokens else { return Ok(()) };
        let Ok(index) = token.parse::<usize>() else { return Err(A::Error::custom("not an index")) };
        for _ in 0..index {
            if access.next_element::<IgnoredAny>()?.is_none() {
                return Ok(());
            }
        }
        access.next_element_seed(Seek { tokens: rest, ..self })?;
        Err(A::Error::custom("not found"))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        let (IgnoredAny, value) = access.variant()?;
        value.newtype_variant_seed(self)
    }
}

struct SeekKey<'t> {
    token: &'t str,
    fail: bool,
    found: &'t Cell<Option<Found>>,
}

impl<'de> DeserializeSeed<'de> for SeekKey<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for SeekKey<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<bool, E> {
        if key == self.token && self.fail {
            self.found.set(Some(Found::Scalar));
            return Err(E::custom("found"));
        }
        Ok(key == self.token)
    }
}

/// Refuses whatever comes, since every method that is not written out does: the error is the answer.
struct Target<'t>(&'t Cell<Option<Found>>);

impl<'de> Visitor<'de> for Target<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.set(Some(Found::Container));
        Err(E::custom("found"))
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        self.0.set(Some(Found::Container));
        Err(A::Error::custom("found"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        self.0.set(Some(Found::Container));
        Err(A::Error::custom("found"))
    }
}

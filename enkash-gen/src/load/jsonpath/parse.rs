//! From text to query: the grammar of RFC 9535, by recursive descent.

use super::{
    Query, Segment, Selector,
    filter::{Operand, Probe, Relation, Test},
};

/// Filters within filters, and parentheses, are read so deep.
const MOST_NESTED: usize = 32;

/// Why a text is no query that is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::load) struct Fault {
    /// What is wrong, with its place.
    pub(in crate::load) message: String,
    pub(in crate::load) help: Option<String>,
}

pub(super) type Parsed<T> = Result<T, Fault>;

impl Query {
    /// Reads a query, which starts with `$`.
    pub(in crate::load) fn parse(text: &str) -> Parsed<Self> {
        let mut parser = Parser { text, at: 0, nested: 0 };
        if !parser.take("$") {
            return Err(parser.fault("a query starts with `$`").help("`$` is the whole document"));
        }
        let query = parser.segments()?;
        if parser.at < text.len() {
            return Err(parser.unexpected());
        }
        Ok(query)
    }
}

impl Fault {
    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

pub(super) struct Parser<'t> {
    pub(super) text: &'t str,
    /// The byte that is next.
    pub(super) at: usize,
    nested: usize,
}

impl<'t> Parser<'t> {
    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn take(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }

    pub(super) fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    pub(super) fn fault(&self, message: &str) -> Fault {
        let character = self.text[..self.at].chars().count() + 1;
        Fault { message: format!("{message} (character {character})"), help: None }
    }

    pub(super) fn unexpected(&self) -> Fault {
        match self.peek() {
            Some(found) if found.is_control() => {
                self.fault(&format!("`{}` is unexpected", found.escape_default()))
            }
            Some(found) => self.fault(&format!("`{found}` is unexpected")),
            None => self.fault("it ends too early"),
        }
    }

    fn expect(&mut self, word: &str) -> Parsed<()> {
        if self.take(word) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// The steps of a query; white space before a step belongs to it, and what is behind the last one is left.
    fn segments(&mut self) -> Parsed<Query> {
        let mut segments = Vec::new();
        loop {
            let before = self.at;
            self.blanks();
            let is_descendant = self.rest().starts_with("..");
            let selectors = if is_descendant {
                self.at += 2;
                if self.peek() == Some('[') { self.bracketed()? } else { vec![self.shorthand()?] }
            } else if self.take(".") {
                vec![self.shorthand()?]
            } else if self.peek() == Some('[') {
                self.bracketed()?
            } else {
                self.at = before;
                return Ok(Query { segments });
            };
            segments.push(Segment { is_descendant, selectors, end: self.at });
        }
    }

    /// `*`, or a name without quotes.
    fn shorthand(&mut self) -> Parsed<Selector> {
        if self.take("*") {
            return Ok(Selector::Wildcard);
        }
        let (first, start) = (self.peek(), self.at);
        let letter = |c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii();
        if !first.is_some_and(letter) {
            return Err(self.unexpected());
        }
        let length = self.rest().find(|c: char| !letter(c) && !c.is_ascii_digit());
        self.at += length.unwrap_or(self.rest().len());
        if self.peek() == Some('-') {
            let odd = |c: char| !(letter(c) || c.is_ascii_digit() || c == '-');
            let whole = &self.text[start..];
            let name = &whole[..whole.find(odd).unwrap_or(whole.len())];
            return Err(self.unexpected().help(format!("put the name in quotes: `['{name}']`")));
        }
        Ok(Selector::Name(self.text[start..self.at].to_owned()))
    }

    /// `[…, …]`
    fn bracketed(&mut self) -> Parsed<Vec<Selector>> {
        self.at += 1;
        let mut selectors = Vec::new();
        loop {
            self.blanks();
            selectors.push(self.selector()?);
            self.blanks();
            if self.take("]") {
                return Ok(selectors);
            }
            self.expect(",")?;
        }
    }

    fn selector(&mut self) -> Parsed<Selector> {
        match self.peek() {
            Some('*') => {
                self.at += 1;
                Ok(Selector::Wildcard)
            }
            Some('\'' | '"') => Ok(Selector::Name(self.quoted()?)),
            Some('?') => {
                self.at += 1;
                self.blanks();
                Ok(Selector::Filter(self.deeper(Self::either)?))
            }
            Some(':' | '-' | '0'..='9') => self.numbered(),
            Some(c) if c.is_alphabetic() || c == '_' => {
                Err(self.unexpected().help("a name in brackets stands in quotes"))
            }
            _ => Err(self.unexpected()),
        }
    }

    /// An index, or a slice.
    fn numbered(&mut self) -> Parsed<Selector> {
        let start = self.integer()?;
        let after = self.at;
        self.blanks();
        if !self.take(":") {
            self.at = after;
            return start.map(Selector::Index).ok_or_else(|| self.unexpected());
        }
        self.blanks();
        let end = self.integer()?;
        let after = self.at;
        self.blanks();
        let mut step = None;
        if self.take(":") {
            let after = self.at;
            self.blanks();
            step = self.integer()?;
            if step.is_none() {
                self.at = after;
            }
        } else {
            self.at = after;
        }
        Ok(Selector::Slice { start, end, step: step.unwrap_or(1) })
    }

    fn deeper<T>(&mut self, parse: fn(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.nested == MOST_NESTED {
            return Err(self.fault("it is nested too deep"));
        }
        self.nested += 1;
        let result = parse(self);
        self.nested -= 1;
        result
    }

    /// Tests with `||` between them.
    fn either(&mut self) -> Parsed<Test> {
        let mut tests = vec![self.both()?];
        while self.operator("||") {
            tests.push(self.both()?);
        }
        Ok(if tests.len() == 1 { tests.swap_remove(0) } else { Test::Any(tests) })
    }

    /// Tests with `&&` between them.
    fn both(&mut self) -> Parsed<Test> {
        let mut tests = vec![self.test()?];
        while self.operator("&&") {
            tests.push(self.test()?);
        }
        Ok(if tests.len() == 1 { tests.swap_remove(0) } else { Test::All(tests) })
    }

    fn operator(&mut self, word: &str) -> bool {
        let before = self.at;
        self.blanks();
        let found = self.take(word);
        if found {
            self.blanks();
        } else {
            self.at = before;
        }
        found
    }

    fn test(&mut self) -> Parsed<Test> {
        let negated = self.take("!");
        if negated {
            self.blanks();
        }
        let test = if self.take("(") {
            self.blanks();
            let test = self.deeper(Self::either)?;
            self.blanks();
            self.expect(")")?;
            test
        } else {
            let left = self.operand()?;
            match (self.relation(), left) {
                (Some(relation), left) if !negated => {
                    let left = self.single(left)?;
                    let right = self.operand().and_then(|right| self.single(right))?;
                    Test::Compare(left, relation, right)
                }
                (None, Operand::Query(probe)) => Test::Exists(probe),
                _ => return Err(self.unexpected()),
            }
        };
        Ok(if negated { Test::Not(Box::new(test)) } else { test })
    }

    fn relation(&mut self) -> Option<Relation> {
        Relation::ALL.into_iter().find(|(word, _)| self.operator(word)).map(|(_, relation)| relation)
    }

    /// What is compared is one value.
    fn single(&self, operand: Operand) -> Parsed<Operand> {
        match operand {
            Operand::Query(probe) if !probe.query.is_singular() => {
                Err(self.fault("what is compared may be several values before this place"))
            }
            operand => Ok(operand),
        }
    }

    fn operand(&mut self) -> Parsed<Operand> {
        for (sign, from_root) in [("@", false), ("$", true)] {
            if self.take(sign) {
                let query = self.deeper(Self::segments)?;
                return Ok(Operand::Query(Probe { from_root, query }));
            }
        }
        self.literal().map(Operand::Literal)
    }
}

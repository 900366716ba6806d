//! The literals of a query: texts in quotes, numbers, and words.

use serde_json::Value;

use super::parse::{Fault, Parsed, Parser};

/// The largest number that is exact in every implementation of JSON (RFC 7493).
const LARGEST: i64 = (1 << 53) - 1;

impl Parser<'_> {
    /// A text in single or double quotes.
    pub(super) fn quoted(&mut self) -> Parsed<String> {
        let Some(quote) = self.peek() else { return Err(self.unexpected()) };
        self.at += quote.len_utf8();
        let mut out = String::new();
        loop {
            let Some(next) = self.peek() else { return Err(self.unexpected()) };
            match next {
                '\\' => {
                    self.at += 1;
                    out.push(self.escaped(quote)?);
                    continue;
                }
                next if next == quote => {
                    self.at += 1;
                    return Ok(out);
                }
                next if u32::from(next) < 0x20 => return Err(self.unexpected()),
                next => out.push(next),
            }
            self.at += next.len_utf8();
        }
    }

    /// What stands behind a backslash.
    fn escaped(&mut self, quote: char) -> Parsed<char> {
        let Some(next) = self.peek() else { return Err(self.unexpected()) };
        let plain = match next {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '/' | '\\' => next,
            _ if next == quote => next,
            'u' => return self.unicode(),
            _ => return Err(self.unexpected()),
        };
        self.at += 1;
        Ok(plain)
    }

    /// `u` and four digits, or two of those for a pair of surrogates.
    fn unicode(&mut self) -> Parsed<char> {
        let first = self.hexadecimal()?;
        let code = match first {
            0xd800..=0xdbff => {
                if !self.take("\\") || self.peek() != Some('u') {
                    return Err(self.surrogate());
                }
                let second = self.hexadecimal()?;
                if !(0xdc00..=0xdfff).contains(&second) {
                    return Err(self.surrogate());
                }
                0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)
            }
            code => code,
        };
        char::from_u32(code).ok_or_else(|| self.surrogate())
    }

    fn surrogate(&self) -> Fault {
        self.fault("half of a pair of surrogates stands alone")
    }

    fn hexadecimal(&mut self) -> Parsed<u32> {
        self.at += 1;
        let digits = self.rest().get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let code = code.ok_or_else(|| self.fault("an escape needs four hexadecimal digits"))?;
        self.at += 4;
        Ok(code)
    }

    /// An index, or a part of a slice, if there is one.
    pub(super) fn integer(&mut self) -> Parsed<Option<i64>> {
        let digits = self.rest().strip_prefix('-').unwrap_or(self.rest());
        let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let sign = self.rest().len() - digits.len();
        if sign + length == 0 {
            return Ok(None);
        }
        let (text, digits) = (&self.rest()[..sign + length], &digits[..length]);
        let odd = digits.is_empty() || (digits.starts_with('0') && text != "0");
        match text.parse::<i64>() {
            Ok(number) if !odd && number.abs() <= LARGEST => {
                self.at += text.len();
                Ok(Some(number))
            }
            _ => Err(self.fault(&format!("`{text}` is no index"))),
        }
    }

    /// A value to compare with.
    pub(super) fn literal(&mut self) -> Parsed<Value> {
        match self.peek() {
            Some('\'' | '"') => self.quoted().map(Value::String),
            Some('-' | '0'..='9') => self.number(),
            Some(c) if c.is_ascii_lowercase() => self.word(),
            _ => Err(self.unexpected()),
        }
    }

    fn number(&mut self) -> Parsed<Value> {
        let odd = |c: char| !(c.is_ascii_digit() || "+-.eE".contains(c));
        let text = &self.rest()[..self.rest().find(odd).unwrap_or(self.rest().len())];
        match serde_json::from_str::<Value>(text) {
            Ok(number) => {
                self.at += text.len();
                Ok(number)
            }
            Err(_) => Err(self.fault(&format!("`{text}` is no number"))),
        }
    }

    fn word(&mut self) -> Parsed<Value> {
        let odd = |c: char| !(c.is_ascii_alphanumeric() || c == '_');
        let word = &self.rest()[..self.rest().find(odd).unwrap_or(self.rest().len())];
        let value = match word {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" => Value::Null,
            _ if self.rest()[word.len()..].starts_with('(') => {
                let fault =
                    self.fault(&format!("it calls the function `{word}`, and functions are not evaluated"));
                return Err(
                    fault.help("compare with `==`, `!=`, `<` and so on, or name the nodes one by one")
                );
            }
            _ => return Err(self.fault(&format!("`{word}` means nothing")).help("a text stands in quotes")),
        };
        self.at += word.len();
        Ok(value)
    }
}

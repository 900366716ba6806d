//! Sample values that may be somebody's: each is replaced by one that is made up, everywhere it occurs.
//!
//! What a sample is comes from its name and from its shape. Words of the protocol (`password` as a kind of grant,
//! `bearer`), placeholders, dates, flags and amounts stay as they are.

mod page;
mod sample;
mod shape;

use std::{borrow::Cow, collections::BTreeMap};

use serde_json::Value;

use self::shape::{Personal, Secret};
pub(super) use self::{page::mask, sample::sample};

/// The made-up values, by those that they stand for.
#[derive(Debug, Default)]
pub(super) struct Masks(BTreeMap<String, String>);

/// Shorter values are not searched for in other texts, where they would be found by chance.
const SHORTEST: usize = 6;

impl Masks {
    /// A sample value of this name, or what stands for it.
    pub(super) fn value(&mut self, name: &str, text: &str) -> String {
        let masked = self.pairs(name, text).unwrap_or_else(|| self.masked(name, text));
        if masked != text {
            self.note(text, &masked);
        }
        masked
    }

    /// A sample value, and what is known inside of it.
    pub(super) fn whole(&mut self, name: &str, text: &str) -> String {
        let masked = self.value(name, text);
        self.text(&masked).into_owned()
    }

    /// A value inside of another one.
    fn noted(&mut self, name: &str, text: &str) -> String {
        let masked = self.masked(name, text);
        if masked != text {
            self.note(text, &masked);
        }
        masked
    }

    /// What stands for a sample that is known, if this is one.
    fn known(&self, text: &str) -> Option<&str> {
        self.0.get(text).map(String::as_str)
    }

    fn note(&mut self, text: &str, masked: &str) {
        // A word of small letters may be any word of the page.
        let is_word = text.chars().all(|c| c.is_ascii_lowercase());
        if text.len() >= SHORTEST && !is_word && !shape::is_placeholder(text) {
            self.0.entry(text.to_owned()).or_insert_with(|| masked.to_owned());
        }
    }

    fn masked(&mut self, name: &str, text: &str) -> String {
        if text.trim().is_empty() || shape::is_placeholder(text) {
            return text.to_owned();
        }
        match Secret::of(name) {
            Some(Secret::Password) => return "Made-Up@0000000".to_owned(),
            Some(Secret::Credentials) => return self.credentials(text),
            Some(Secret::Cookie) => return self.cookies(text),
            Some(Secret::Digits) => return shape::zeros(text),
            Some(Secret::Token) => return format!("made-up_{}-000001", shape::kebab(name)),
            None => {}
        }
        if let Some(masked) = shape::personal(text) {
            return masked;
        }
        match Personal::of(name) {
            Some(Personal::Name) if shape::is_proper(text) => "Made Up".to_owned(),
            Some(Personal::Address) if shape::is_proper(text) => "1 Made-Up Street".to_owned(),
            Some(Personal::Digits) => shape::zeros(text),
            _ => text.to_owned(),
        }
    }

    /// A form that is written as one text: `username=ada&password=s3cr3t`.
    fn pairs(&mut self, name: &str, text: &str) -> Option<String> {
        if !text.contains('=') || Secret::of(name).is_some() {
            return None;
        }
        let is_name = |name: &str| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.[]".contains(c))
        };
        let pairs: Option<Vec<(&str, &str)>> =
            text.split('&').map(|pair| pair.split_once('=').filter(|(name, _)| is_name(name))).collect();
        let pairs = pairs?.into_iter();
        let masked: Vec<String> =
            pairs.map(|(name, value)| format!("{name}={}", self.noted(name, value))).collect();
        Some(masked.join("&")).filter(|masked| masked != text)
    }

    /// The value of an `Authorization` header.
    fn credentials(&mut self, text: &str) -> String {
        let (scheme, value) = text.split_once(' ').unwrap_or(("", text));
        let masked = match scheme.to_ascii_lowercase().as_str() {
            // `made-up:made-up`
            "basic" => "bWFkZS11cDptYWRlLXVw",
            _ => "made-up_token-000001",
        };
        self.note(value.trim(), masked);
        if scheme.is_empty() { masked.to_owned() } else { format!("{scheme} {masked}") }
    }

    /// The value of a `Cookie` header: the names stay.
    fn cookies(&mut self, text: &str) -> String {
        let cookies = text.split(';').map(|cookie| match cookie.trim().split_once('=') {
            Some((name, value)) => {
                self.note(value, "made-up");
                format!("{name}=made-up")
            }
            None => "made-up".to_owned(),
        });
        cookies.collect::<Vec<_>>().join("; ")
    }

    /// A sample of a whole body.
    pub(super) fn json(&mut self, name: &str, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.value(name, text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.json(name, item)),
            Value::Object(members) => members.iter_mut().for_each(|(name, value)| self.json(name, value)),
            Value::Number(number) => {
                let text = number.to_string();
                let masked = self.masked_number(name, &text);
                if let Some(masked) = masked {
                    self.note(&text, &masked);
                    *value = masked.parse::<u64>().unwrap_or(0).into();
                }
            }
            Value::Null | Value::Bool(_) => {}
        }
    }

    fn masked_number(&mut self, name: &str, text: &str) -> Option<String> {
        let is_whole = text.bytes().all(|byte| byte.is_ascii_digit());
        let is_secret = matches!(Secret::of(name), Some(Secret::Digits | Secret::Password | Secret::Token));
        if is_secret {
            return Some("0".to_owned());
        }
        (is_whole && text.len() >= 8 && Personal::of(name).is_some()).then(|| shape::digits(text))
    }

    /// The text with what is known replaced, once: what stands for a sample may hold another one.
    fn replaced<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.0.keys().any(|known| text.contains(known.as_str())) {
            return text.into();
        }
        // Longer ones first: they may hold shorter ones.
        let mut known: Vec<(&String, &String)> = self.0.iter().collect();
        known.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            match known.iter().find(|(original, _)| rest.starts_with(original.as_str())) {
                Some((original, masked)) => {
                    out.push_str(masked);
                    rest = &rest[original.len()..];
                }
                None => {
                    out.push(c);
                    rest = &rest[c.len_utf8()..];
                }
            }
        }
        out.into()
    }

    /// A text in which samples may occur: what is known is replaced, and what looks like a secret.
    pub(super) fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let out = self.replaced(text);
        match shape::prose(&out) {
            Some(masked) => masked.into(),
            None => out,
        }
    }
}

#[cfg(test)]
mod tests;

//! The sample of a request as a command line, taken apart.

use std::ops::Range;

/// What a sample sends.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Request {
    /// The method; the one that `curl` takes by itself, if none is named.
    pub method: String,
    /// The address, or only its path.
    pub url: String,
    /// The headers; one without a value is named, but not sent.
    pub headers: Vec<(String, Option<String>)>,
    /// The body.
    pub body: Body,
}

/// What a sample sends as its body.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Body {
    /// Nothing.
    #[default]
    None,
    /// Names and values; a name that the page hides is `None`.
    Form(Vec<(Option<String>, String)>),
    /// Parts, by name and value.
    Parts(Vec<(String, String)>),
    /// Text as it is.
    Raw(String),
}

impl Request {
    /// The header of this name, whatever its case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers.find(|(header, _)| header.eq_ignore_ascii_case(name)).and_then(|(_, value)| value.as_deref())
    }

    /// The names in the query of the address.
    pub fn query(&self) -> impl Iterator<Item = (&str, &str)> {
        let query = self.url.split_once('?').map_or("", |(_, query)| query);
        query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
    }

    /// The address without its query.
    pub fn address(&self) -> &str {
        self.url.split(['?', '#']).next().unwrap_or_default()
    }
}

/// Takes a command line apart. `None` if it does not name an address; a quote that is left open closes at the end,
/// and is named.
pub(super) fn parse(text: &str) -> Option<(Request, Vec<&'static str>)> {
    let mut faults = Vec::new();
    let mut words = words(text, &mut faults).into_iter().map(|word| word.text);
    let mut request = Request::default();
    let mut fields: Vec<(Option<String>, String)> = Vec::new();
    let mut parts = Vec::new();
    let mut raw: Option<String> = None;
    if words.next().as_deref() != Some("curl") {
        return None;
    }
    while let Some(word) = words.next() {
        match word.as_str() {
            "--request" | "-X" => request.method = words.next().unwrap_or_default().to_ascii_uppercase(),
            "--header" | "-H" => request.headers.extend(words.next().and_then(|word| header(&word))),
            "--data-urlencode" => fields.extend(words.next().map(|word| pair(&word))),
            "--form" | "-F" => {
                let (name, value) = words.next().map(|word| pair(&word)).unwrap_or_default();
                parts.push((name.unwrap_or_default(), value));
            }
            "--data-raw" | "--data" | "--data-binary" | "-d" => raw = words.next(),
            "--url" => request.url = words.next().unwrap_or_default(),
            "--user" | "-u" => {
                words.next();
            }
            flag if flag.starts_with('-') => {}
            address if request.url.is_empty() => request.url = address.to_owned(),
            _ => faults.push("a word of the sample belongs to no option"),
        }
    }
    request.body = match (fields.is_empty(), parts.is_empty(), raw.filter(|raw| !raw.is_empty())) {
        (false, _, _) => Body::Form(fields),
        (_, false, _) => Body::Parts(parts),
        (_, _, Some(raw)) => Body::Raw(raw),
        _ => Body::None,
    };
    if request.method.is_empty() {
        request.method = if request.body == Body::None { "GET" } else { "POST" }.to_owned();
    }
    (!request.url.is_empty()).then_some((request, faults))
}

/// `Name: value`, or `Name;` for one without a value.
fn header(word: &str) -> Option<(String, Option<String>)> {
    if let Some((name, value)) = word.split_once(':') {
        let value = value.trim();
        let value = (!value.is_empty()).then(|| value.to_owned());
        return Some((name.trim().to_owned(), value));
    }
    let name = word.trim().trim_end_matches(';').trim();
    (!name.is_empty()).then(|| (name.to_owned(), None))
}

/// `name=value`; where a page hides mail addresses, it may hide the name with them.
fn pair(word: &str) -> (Option<String>, String) {
    match word.split_once('=') {
        Some((name, value)) => (Some(name.to_owned()), value.to_owned()),
        None if word.contains(super::damage::HIDDEN_MAIL) => (None, word.to_owned()),
        None => (Some(word.to_owned()), String::new()),
    }
}

/// A word of a command line, and where it stands, in bytes.
pub(super) struct Word {
    pub(super) text: String,
    pub(super) at: Range<usize>,
}

/// The words of a command line. Spaces may be lost: an option begins a word, and so does a quote behind one.
pub(super) fn words(text: &str, faults: &mut Vec<&'static str>) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut open = false;
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    let flush = |word: &mut String, open: &mut bool, start: usize, end: usize, words: &mut Vec<Word>| {
        if *open || !word.is_empty() {
            words.push(Word { text: std::mem::take(word), at: start..end });
        }
        *open = false;
    };
    while let Some((at, c)) = chars.next() {
        if word.is_empty() && !open {
            start = at;
        }
        match c {
            '\\' => match chars.next() {
                None => {}
                Some((_, next)) if next.is_whitespace() => flush(&mut word, &mut open, start, at, &mut words),
                Some((_, next)) => word.push(next),
            },
            '\'' | '"' => {
                if !open && (word == "curl" || word.starts_with('-') || is_method(&word)) {
                    flush(&mut word, &mut open, start, at, &mut words);
                    start = at;
                }
                open = true;
                loop {
                    match chars.next() {
                        None => {
                            faults.push("a quote of the sample is not closed");
                            break;
                        }
                        Some((_, '\\')) if c == '"' => word.extend(chars.next().map(|(_, c)| c)),
                        Some((_, next)) if next == c => break,
                        Some((_, next)) => word.push(next),
                    }
                }
            }
            c if c.is_whitespace() => flush(&mut word, &mut open, start, at, &mut words),
            '-' if !open && chars.peek().is_some_and(|(_, c)| *c == '-') && is_over(&word) => {
                flush(&mut word, &mut open, start, at, &mut words);
                start = at;
                word.push_str("--");
                chars.next();
            }
            c => word.push(c),
        }
    }
    flush(&mut word, &mut open, start, text.len(), &mut words);
    words
}

/// Whether an option may follow such a word without a space.
fn is_over(word: &str) -> bool {
    word == "curl" || word.starts_with("--") || is_method(word)
}

fn is_method(word: &str) -> bool {
    word.len() > 2 && word.chars().all(|c| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests;

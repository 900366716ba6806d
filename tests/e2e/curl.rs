//! Reads the curl samples of pages: a strict reader of exactly the commands that the pages show, which
//! refuses whatever it does not know rather than guess.

use std::fmt::Write as _;

/// What a curl command sends.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sample {
    pub(crate) method: String,
    /// The address as it stands there, which may be a path alone.
    pub(crate) address: String,
    pub(crate) headers: Vec<(String, String)>,
    /// Names and values in their order, before encoding.
    pub(crate) form: Vec<(String, String)>,
}

impl Sample {
    /// Reads one command, behind lines of comment.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let command: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        let mut words = words(&command.join("\n"))?.into_iter();
        if words.next().as_deref() != Some("curl") {
            return Err("the command is not curl".to_owned());
        }
        let mut method = None;
        let mut address = None;
        let mut sample =
            Self { method: String::new(), address: String::new(), headers: Vec::new(), form: Vec::new() };
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("`{word}` has no value"));
            let fresh = match word.as_str() {
                // Follows redirects, which says nothing about the request.
                "--location" => true,
                "--request" => method.replace(value()?).is_none(),
                "--header" => {
                    let header = value()?;
                    let (name, value) = header.split_once(": ").ok_or(format!("`{header}` is no header"))?;
                    sample.headers.push((name.to_owned(), value.to_owned()));
                    true
                }
                "--data-urlencode" => {
                    let pair = value()?;
                    // Without `=`, or with `@` before it, curl means something else.
                    let (name, value) = pair
                        .split_once('=')
                        .filter(|(name, _)| !name.is_empty() && !name.contains('@'))
                        .ok_or(format!("`{pair}` is no pair"))?;
                    if value.contains(' ') {
                        return Err(format!("`{name}`: what curl makes of a space depends on its version"));
                    }
                    sample.form.push((name.to_owned(), value.to_owned()));
                    true
                }
                word if word.starts_with('-') => return Err(format!("the option `{word}` is not known")),
                word => address.replace(word.to_owned()).is_none(),
            };
            if !fresh {
                return Err(format!("`{word}` comes twice"));
            }
        }
        sample.method = method.ok_or("there is no method")?;
        sample.address = address.ok_or("there is no address")?;
        Ok(sample)
    }

    /// The path of the address.
    pub(crate) fn path(&self) -> &str {
        match self.address.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
            None => &self.address,
        }
    }

    /// A header, its name compared without case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| &**value)
    }

    /// A field of the form.
    pub(crate) fn field(&self, name: &str) -> String {
        let found = self.form.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone()).unwrap_or_else(|| panic!("the sample has no `{name}`"))
    }

    /// The body as curl sends it: names as they are, values escaped but for RFC 3986's unreserved characters.
    pub(crate) fn body(&self) -> String {
        let mut body = String::new();
        for (name, value) in &self.form {
            if !body.is_empty() {
                body.push('&');
            }
            _ = write!(body, "{name}=");
            for byte in value.bytes() {
                if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                    body.push(char::from(byte));
                } else {
                    _ = write!(body, "%{byte:02X}");
                }
            }
        }
        body
    }
}

/// Splits a shell command of plain and single-quoted words, over lines that end with a backslash.
fn words(command: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut chars = command.trim().chars().peekable();
    while let Some(&first) = chars.peek() {
        match first {
            ' ' => _ = chars.next(),
            '\\' => {
                chars.next();
                if chars.next() != Some('\n') {
                    return Err("a backslash that does not end its line".to_owned());
                }
            }
            '\'' => {
                chars.next();
                let word: String = chars.by_ref().take_while(|char| *char != '\'').collect();
                if chars.peek().is_some_and(|next| !next.is_whitespace()) {
                    return Err(format!("something follows the quoted `{word}`"));
                }
                words.push(word);
            }
            '\n' => return Err("a line that does not continue the one before".to_owned()),
            _ => {
                let mut word = String::new();
                while let Some(char) = chars.next_if(|char| !char.is_whitespace()) {
                    if "'\"$`\\;&|<>*?()".contains(char) {
                        return Err(format!("`{char}` in a bare word means something to a shell"));
                    }
                    word.push(char);
                }
                words.push(word);
            }
        }
    }
    Ok(words)
}

#[test]
fn sample_is_what_curl_sends() {
    let text = "# a note\ncurl --location --request PUT 'https://a.example/b/c' \\\n--header 'X-One: a: b' \\\n\
                --data-urlencode 'one=a@b=c' --data-urlencode 'two=ä~'";
    let sample = Sample::parse(text).expect("a plain command");
    assert_eq!((sample.method.as_str(), sample.path()), ("PUT", "/b/c"));
    assert_eq!(sample.header("x-one"), Some("a: b"));
    assert_eq!(sample.body(), "one=a%40b%3Dc&two=%C3%A4~");
}

#[test]
fn what_is_not_known_is_refused() {
    for text in [
        "",
        "wget 'https://a.example'",
        "curl --request POST",
        "curl 'https://a.example'",
        "curl --request POST --request PUT '/a'",
        "curl --request POST '/a' '/b'",
        "curl --request POST '/a' --data 'a=b'",
        "curl --request POST '/a' --header 'a'",
        "curl --request POST '/a' --header",
        "curl --request POST '/a' --data-urlencode 'a@b'",
        "curl --request POST '/a' --data-urlencode 'a@b=c'",
        "curl --request POST '/a' --data-urlencode '=b'",
        "curl --request POST '/a' --data-urlencode 'a=b c'",
        "curl --request POST '/a'\n--header 'a: b'",
        "curl --request POST '/a' \\ --header 'a: b'",
        "curl --request POST '/a''b'",
        "curl --request POST $a",
    ] {
        assert!(Sample::parse(text).is_err(), "{text}");
    }
}

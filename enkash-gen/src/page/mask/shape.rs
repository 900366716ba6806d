//! What names and texts of samples look like.

/// What a name says that its value is a secret for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Secret {
    Password,
    /// The value of an `Authorization` header.
    Credentials,
    Cookie,
    /// A short code: one-time, or of a card.
    Digits,
    Token,
}

/// What a name says that its value tells about a person or a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Personal {
    Name,
    Address,
    Digits,
}

fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The last word of a name in any spelling: `Type` in `token_type` and `tokenType`.
fn ends(name: &str, words: &[&str]) -> bool {
    let folded = folded(name);
    words.iter().any(|word| folded.ends_with(word))
}

impl Secret {
    pub(super) fn of(name: &str) -> Option<Self> {
        let folded = folded(name);
        let holds = |words: &[&str]| words.iter().any(|word| folded.contains(word));
        if ends(name, &["type", "expiry", "expiresin", "required", "medium", "name", "date", "status"]) {
            return None;
        }
        if holds(&["password", "passwd", "passphrase", "secret", "pwd"]) {
            return Some(Self::Password);
        }
        if folded == "authorization" || folded == "proxyauthorization" {
            return Some(Self::Credentials);
        }
        if folded == "cookie" || folded == "setcookie" {
            return Some(Self::Cookie);
        }
        if matches!(folded.as_str(), "pin" | "otp" | "cvv" | "cvc" | "cvv2")
            || ends(name, &["otp", "cvv", "cvc", "mpin", "pinblock", "mfacode"])
        {
            return Some(Self::Digits);
        }
        let is_token =
            holds(&["accesskey", "apikey", "privatekey", "signature", "checksum", "sessionid", "jsessionid"])
                || ends(
                    name,
                    &["token", "jwt", "merchantaccesskey", "credential", "credentials", "sslcertificate"],
                );
        is_token.then_some(Self::Token)
    }
}

impl Personal {
    pub(super) fn of(name: &str) -> Option<Self> {
        let folded = folded(name);
        let holds = |words: &[&str]| words.iter().any(|word| folded.contains(word));
        if holds(&["amount", "limit", "balance", "date", "time", "expir", "count", "type", "status", "mode"])
        {
            return None;
        }
        if holds(&[
            "mobile",
            "phone",
            "accountn",
            "cardnumber",
            "maskedn",
            "pincode",
            "zip",
            "pan",
            "gstin",
            "vpa",
        ]) {
            return Some(Self::Digits).filter(|_| !holds(&["company"]));
        }
        if holds(&["address", "street"]) {
            return Some(Self::Address);
        }
        let is_name =
            ["firstname", "middlename", "lastname", "fullname", "username", "holdername", "companyname"]
                .iter()
                .any(|word| folded.ends_with(word))
                || holds(&["customername", "beneficiaryname", "consumername", "cardholder"])
                || folded == "name"
                || folded == "email";
        is_name.then_some(Self::Name)
    }
}

/// Whether a value is one that a portal makes up by itself, or a mask already.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    matches!(
        text,
        "string" | "stringstri" | "stringst" | "true" | "false" | "null" | "password" | "bearer" | "Bearer"
    ) || text.chars().all(|c| "*•.-_ ".contains(c))
        || (text.starts_with('<') && text.ends_with('>'))
        || text.starts_with("made-up")
        || text.starts_with("Made-Up")
}

/// Whether a text is a name of something, and not one of a few words in capitals.
pub(super) fn is_proper(text: &str) -> bool {
    text.chars().any(char::is_lowercase) || text.contains(' ')
}

/// What stands for a text that is somebody's by its shape; `None` for one that is not.
pub(super) fn personal(text: &str) -> Option<String> {
    if is_mail(text) {
        return Some("made.up@example.com".to_owned());
    }
    if is_date(text) {
        return None;
    }
    if is_address(text) {
        return text.split_once('?').map(|(address, _)| address.to_owned());
    }
    let count = |is: fn(&char) -> bool| text.chars().filter(is).count();
    let (digits, upper) = (count(char::is_ascii_digit), count(char::is_ascii_uppercase));
    let letters = count(char::is_ascii_alphabetic);
    let length = text.chars().count();
    if digits >= 8 && length - digits <= 5 && text.chars().all(|c| c.is_ascii_digit() || "+-() ".contains(c))
    {
        return Some(self::digits(text));
    }
    if text.contains(char::is_whitespace) {
        return None;
    }
    if length >= 6 && digits >= 1 && upper >= 2 && digits + upper == length {
        return Some(identifier(text));
    }
    let is_dense = length >= 16 && digits >= 2 && letters >= 4 && !text.contains(['/', ':']);
    (is_dense || is_base64(text)).then(|| "made-up_value-000001".to_owned())
}

/// Characters of base64 with padding, or so many of them that they are no word.
fn is_base64(text: &str) -> bool {
    let is_plain = text.chars().all(|c| c.is_ascii_alphanumeric() || "+/=-_".contains(c));
    let mixed = text.chars().any(|c| c.is_ascii_lowercase())
        && text.chars().any(|c| c.is_ascii_uppercase())
        && text.chars().any(|c| c.is_ascii_digit());
    is_plain && mixed && text.len() >= 16 && !text.contains("://") && !text.starts_with('/')
}

fn is_mail(text: &str) -> bool {
    let Some((user, host)) = text.split_once('@') else { return false };
    !user.is_empty() && host.contains('.') && !text.contains(char::is_whitespace) && !user.contains('/')
}

fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// `2019-08-24`, `02-09-2001`, `Jan 23, 2025 4:38:36 PM`, and what follows the like.
fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits =
        |from: usize, to: usize| bytes.get(from..to).is_some_and(|part| part.iter().all(u8::is_ascii_digit));
    let sign = |at: usize| matches!(bytes.get(at), Some(b'-' | b'/' | b'.'));
    (digits(0, 4) && sign(4) && digits(5, 7) && sign(7) && digits(8, 10))
        || (digits(0, 2) && sign(2) && digits(3, 5) && sign(5) && digits(6, 10))
}

/// Other digits in the place of digits.
pub(super) fn digits(text: &str) -> String {
    let mut next = "1234567890".chars().cycle();
    text.chars().map(|c| if c.is_ascii_digit() { next.next().unwrap_or('0') } else { c }).collect()
}

/// Zeros in the place of digits, and `X` in that of letters.
pub(super) fn zeros(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            c if c.is_numeric() => '0',
            c if c.is_alphabetic() => 'X',
            c => c,
        })
        .collect()
}

/// `CEK1GZBO6A` becomes `CEK0000000`: what an identifier begins with says what it is of.
fn identifier(text: &str) -> String {
    let prefix = text.chars().take_while(char::is_ascii_alphabetic).take(3).count();
    let prefix = if prefix == text.len() { 0 } else { prefix };
    text.chars().enumerate().map(|(at, c)| if at < prefix { c } else { '0' }).collect()
}

/// `access_token` and `accessToken` become `access-token`.
pub(super) fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_alphanumeric() {
            if c.is_uppercase() && !out.is_empty() && !out.ends_with('-') {
                out.push('-');
            }
            out.extend(c.to_lowercase());
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out
}

/// A text whose words that look like secrets are made up; `None` if there are none.
pub(super) fn prose(text: &str) -> Option<String> {
    let is_edge = |c: char| !c.is_alphanumeric() && !"@._-+/=".contains(c);
    let mut out = String::with_capacity(text.len());
    let mut changed = false;
    for piece in text.split_inclusive(is_edge) {
        let word = piece.trim_end_matches(is_edge).trim_end_matches(['.', '=']);
        let masked = (word.len() >= 10).then(|| secret_word(word)).flatten();
        match masked {
            Some(masked) => {
                out.push_str(&masked);
                out.push_str(&piece[word.len()..]);
                changed = true;
            }
            None => out.push_str(piece),
        }
    }
    changed.then_some(out)
}

fn secret_word(word: &str) -> Option<String> {
    if is_mail(word) {
        return personal(word);
    }
    if is_date(word) || word.contains("made-up") || word.contains("://") || word.starts_with('/') {
        return None;
    }
    if word.len() >= 10 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(digits(word)).filter(|masked| masked != word);
    }
    let dense = word.len() >= 20 && is_base64(word) && word.bytes().filter(u8::is_ascii_digit).count() >= 3;
    dense.then(|| "made-up_value-000001".to_owned())
}

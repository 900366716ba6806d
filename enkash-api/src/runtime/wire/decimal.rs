//! Exact decimal numbers (`format: decimal`), as text or as a number on the wire.

use super::kept_text::{Malformed, kept_text};
use super::{Blank, Leaf, Place, Scalar, View, Wire};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// An exact decimal number, such as an amount of money, that travels as text.
///
/// The digits are kept as they came. Numbers that are equal are equal however they are written: `1.5` and `1.50`.
///
/// ```text
/// let price: Decimal = "12.50".parse()?;
/// assert_eq!(price.as_str(), "12.50");
/// assert!(price == "12.5".parse()? && price < "13".parse()?);
/// ```
#[derive(Clone)]
pub struct Decimal(String);

kept_text!(
    Decimal,
    is_well_formed = is_decimal,
    takes = is_decimal,
    expected = "a decimal number such as `12.50`"
);

/// A number apart: what it takes to compare two.
#[derive(PartialEq, Eq, Hash)]
struct Parts<'a> {
    negative: bool,
    /// The value is `0.digits` times ten to this power.
    exponent: i64,
    /// Without zeros in front or behind; none for zero.
    whole: &'a str,
    fraction: &'a str,
}

fn is_decimal(text: &str) -> bool {
    parts(text).is_some()
}

fn parts(text: &str) -> Option<Parts<'_>> {
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mantissa, power) = match unsigned.split_once(['e', 'E']) {
        // An exponent beyond 32 bits is a number that nobody means.
        Some((mantissa, power)) => (mantissa, i64::from(power.parse::<i32>().ok()?)),
        None => (unsigned, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) || whole.len() + fraction.len() == 0 {
        return None;
    }
    let (whole, mut fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let mut exponent = i64::try_from(whole.len()).ok()? + power;
    let mut digits = whole;
    if whole.is_empty() {
        let significant = fraction.trim_start_matches('0');
        exponent -= i64::try_from(fraction.len() - significant.len()).ok()?;
        fraction = significant;
    } else if fraction.is_empty() {
        digits = whole.trim_end_matches('0');
    }
    let is_zero = digits.is_empty() && fraction.is_empty();
    Some(Parts {
        negative: negative && !is_zero,
        exponent: if is_zero { 0 } else { exponent },
        whole: digits,
        fraction,
    })
}

impl Parts<'_> {
    fn digits(&self) -> impl Iterator<Item = u8> + '_ {
        self.whole.bytes().chain(self.fraction.bytes())
    }

    fn is_zero(&self) -> bool {
        self.whole.is_empty() && self.fraction.is_empty()
    }

    /// -1, 0 or 1.
    fn sign(&self) -> i8 {
        match (self.is_zero(), self.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let magnitude = || self.exponent.cmp(&other.exponent).then_with(|| self.digits().cmp(other.digits()));
        match self.sign().cmp(&other.sign()) {
            Ordering::Equal if self.negative => magnitude().reverse(),
            Ordering::Equal => magnitude(),
            unequal => unequal,
        }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match (parts(&self.0), parts(&other.0)) {
            (Some(one), Some(other)) => one.compare(&other),
            // Only a blank value has no parts, which nobody is given.
            _ => self.0.cmp(&other.0),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        if let Some(parts) = parts(&self.0) {
            (parts.sign(), parts.exponent).hash(state);
            parts.digits().for_each(|digit| digit.hash(state));
        }
    }
}

macro_rules! from_integers {
    ($($type:ty),*) => {$(
        impl From<$type> for Decimal {
            fn from(value: $type) -> Self {
                Self(value.to_string())
            }
        }
    )*};
}

from_integers!(i32, i64, u32, u64);

/// An exact decimal number that travels as a JSON number.
///
/// JSON numbers are doubles to most of their readers, so only a number is accepted that a double carries: any with
/// 15 digits, and whole numbers of 64 bits. What was read is what the shortest spelling of the double says, which is
/// what the server wrote, up to 15 digits.
///
/// ```text
/// let price: DecimalNumber = "12.50".parse()?;
/// assert_eq!(price.get(), &"12.5".parse()?);
/// assert!("0.12345678901234567890".parse::<DecimalNumber>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DecimalNumber(Decimal);

const EXPECTED: &str = "a decimal number that a JSON number carries exactly";

impl DecimalNumber {
    /// The number.
    pub fn get(&self) -> &Decimal {
        &self.0
    }

    /// The number as JSON writes it; `None` if that would be another.
    fn scalar(&self) -> Option<Scalar<'static>> {
        let text = self.0.as_str();
        if let Ok(value) = text.parse() {
            return Some(Scalar::Int(value));
        }
        if let Ok(value) = text.parse() {
            return Some(Scalar::Uint(value));
        }
        let value: f64 = text.parse().ok().filter(|value: &f64| value.is_finite())?;
        (Decimal(value.to_string()) == self.0).then_some(Scalar::Float(value))
    }
}

impl TryFrom<Decimal> for DecimalNumber {
    type Error = Malformed;
    fn try_from(value: Decimal) -> Result<Self, Malformed> {
        let number = Self(value);
        if number.scalar().is_some() { Ok(number) } else { Err(Malformed { expected: EXPECTED }) }
    }
}

impl TryFrom<&str> for DecimalNumber {
    type Error = Malformed;
    fn try_from(text: &str) -> Result<Self, Malformed> {
        Decimal::try_from(text)?.try_into()
    }
}

impl std::str::FromStr for DecimalNumber {
    type Err = Malformed;
    fn from_str(text: &str) -> Result<Self, Malformed> {
        text.try_into()
    }
}

impl From<DecimalNumber> for Decimal {
    fn from(number: DecimalNumber) -> Self {
        number.0
    }
}

impl fmt::Display for DecimalNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for DecimalNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str())
    }
}

impl Wire for DecimalNumber {
    fn view(&self) -> View<'_> {
        // Only a blank value is no number, which nobody is given.
        self.scalar().map_or(View::Null, Scalar::view)
    }
    fn place(&mut self) -> Place<'_> {
        Place::Leaf(self)
    }
}

impl Leaf for DecimalNumber {
    fn put(&mut self, scalar: Scalar<'_>) -> bool {
        self.0 = Decimal(match scalar {
            Scalar::Int(value) => value.to_string(),
            Scalar::Uint(value) => value.to_string(),
            Scalar::Float(value) if value.is_finite() => value.to_string(),
            Scalar::Float(_) | Scalar::Bool(_) | Scalar::Text(_) => return false,
        });
        true
    }
    fn expects(&self) -> &'static str {
        "a number"
    }
}

impl Blank for DecimalNumber {
    fn blank() -> Self {
        Self(Decimal::blank())
    }
}

impl Serialize for DecimalNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        super::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for DecimalNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::deserialize(deserializer)
    }
}

#[cfg(test)]
mod tests;

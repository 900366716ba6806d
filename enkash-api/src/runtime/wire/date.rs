//! Days and moments (RFC 3339), kept as the text that came.

use super::kept_text::{Malformed, kept_text};

#[cfg(feature = "jiff")]
mod jiff;

/// A day, such as `2026-01-31` (RFC 3339, `full-date`).
///
/// One that a program makes is checked; one that a server sent is kept as it came, whatever it is. Well-formed days
/// are in the order of time.
///
/// ```text
/// let day: Date = "2026-01-31".parse()?;
/// assert_eq!(day.as_str(), "2026-01-31");
/// assert!("2026-02-31".parse::<Date>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(String);

kept_text!(Date, is_well_formed = is_date, takes = |_| true, expected = "a date such as `2026-01-31`");

/// A moment, such as `2026-01-31T12:00:00Z` (RFC 3339, `date-time`).
///
/// One that a program makes is checked; one that a server sent is kept as it came, whatever it is. Two are equal if
/// their texts are; for their order in time, convert them to a type that counts time: with the feature `jiff`,
/// `jiff::Timestamp::try_from(&moment)` does.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct DateTime(String);

kept_text!(
    DateTime,
    is_well_formed = is_date_time,
    takes = |_| true,
    expected = "a date and time such as `2026-01-31T12:00:00Z`"
);

/// The digits at a place as a number.
fn digits(text: &[u8], from: usize, to: usize) -> Option<u32> {
    let digits = text.get(from..to)?;
    digits
        .iter()
        .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
}

fn is_date(text: &str) -> bool {
    text.len() == 10 && starts_with_date(text.as_bytes()).is_some()
}

fn starts_with_date(text: &[u8]) -> Option<()> {
    let (year, month, day) = (digits(text, 0, 4)?, digits(text, 5, 7)?, digits(text, 8, 10)?);
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (text[4] == b'-' && text[7] == b'-' && (1..=days).contains(&day)).then_some(())
}

fn is_date_time(text: &str) -> bool {
    let text = text.as_bytes();
    let time = || {
        starts_with_date(text)?;
        let (hour, minute, second) = (digits(text, 11, 13)?, digits(text, 14, 16)?, digits(text, 17, 19)?);
        let separated = matches!(text[10], b'T' | b't') && text[13] == b':' && text[16] == b':';
        // The 61st second of a minute is a leap second.
        (separated && hour < 24 && minute < 60 && second <= 60).then_some(())?;
        let rest = match text[19..].strip_prefix(b".") {
            Some(fraction) => {
                let length = fraction.iter().take_while(|digit| digit.is_ascii_digit()).count();
                (length > 0).then(|| &fraction[length..])?
            }
            None => &text[19..],
        };
        is_offset(rest).then_some(())
    };
    time().is_some()
}

fn is_offset(text: &[u8]) -> bool {
    match text {
        [b'Z' | b'z'] => true,
        [b'+' | b'-', _, _, b':', _, _] => {
            digits(text, 1, 3).is_some_and(|hours| hours < 24)
                && digits(text, 4, 6).is_some_and(|minutes| minutes < 60)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::wire::{decode_json, encode_json};

    #[test]
    fn only_days_that_exist_are_made() {
        for (text, legal) in [
            ("2026-01-31", true),
            ("2024-02-29", true),
            ("2000-02-29", true),
            ("2026-02-29", false),
            ("1900-02-29", false),
            ("2026-04-31", false),
            ("2026-00-01", false),
            ("2026-13-01", false),
            ("2026-01-00", false),
            ("2026-1-01", false),
            ("2026/01/01", false),
            ("2026-01-01Z", false),
            ("２026-01-1", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<Date>().is_ok(), legal, "{text}");
        }
    }

    #[test]
    fn only_moments_of_rfc_3339_are_made() {
        for (text, legal) in [
            ("2026-01-31T12:00:00Z", true),
            ("2026-01-31t12:00:00z", true),
            ("2026-01-31T23:59:60.123456789+05:30", true),
            ("2026-01-31T12:00:00-00:00", true),
            ("2026-01-31 12:00:00Z", false),
            ("2026-01-31T12:00:00", false),
            ("2026-01-31T12:00Z", false),
            ("2026-01-31T24:00:00Z", false),
            ("2026-01-31T12:60:00Z", false),
            ("2026-01-31T12:00:00.Z", false),
            ("2026-01-31T12:00:00+0530", false),
            ("2026-01-31T12:00:00+24:00", false),
            ("2026-02-30T12:00:00Z", false),
            ("2026-01-31", false),
            ("", false),
        ] {
            assert_eq!(text.parse::<DateTime>().is_ok(), legal, "{text}");
        }
    }

    #[test]
    fn odd_date_of_a_server_is_kept_and_can_be_sent_back() {
        for json in [r#""31.01.2026""#, r#""""#, r#""2026-01-31T12:00:00""#] {
            let date: Date = decode_json(json.as_bytes()).expect("any text");
            let moment: DateTime = decode_json(json.as_bytes()).expect("any text");
            assert_eq!(encode_json(&date).expect("text has a form"), json.as_bytes());
            assert_eq!(encode_json(&moment).expect("text has a form"), json.as_bytes());
        }
        let error = decode_json::<Date>(b"7").expect_err("a number");
        assert_eq!(
            error.to_string(),
            "found an integer, expected a date such as `2026-01-31`, line 1 column 1"
        );
    }

    #[test]
    fn days_are_in_the_order_of_time() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        assert!(day("2025-12-31") < day("2026-01-01") && day("2026-01-09") < day("2026-01-10"));
    }

    #[test]
    fn refusal_says_what_was_expected_and_not_what_was_given() {
        let error = "canary".parse::<Date>().expect_err("no date");
        assert_eq!(error.to_string(), "expected a date such as `2026-01-31`");
    }
}

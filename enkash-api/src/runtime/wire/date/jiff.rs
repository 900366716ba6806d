//! Days and moments to and from those of the crate `jiff`, behind the feature of that name.
//!
//! No direction is total: a server may have sent any text, and `jiff` counts years that RFC 3339 cannot write.

use super::{Date, DateTime};
use crate::runtime::wire::Malformed;
use ::jiff::{Timestamp, civil};

impl TryFrom<&Date> for civil::Date {
    type Error = Malformed;
    fn try_from(day: &Date) -> Result<Self, Malformed> {
        day.as_str().parse().map_err(|_| Malformed { expected: "a date such as `2026-01-31`" })
    }
}

impl TryFrom<civil::Date> for Date {
    type Error = Malformed;
    fn try_from(day: civil::Date) -> Result<Self, Malformed> {
        day.to_string().try_into()
    }
}

impl TryFrom<&DateTime> for Timestamp {
    type Error = Malformed;
    fn try_from(moment: &DateTime) -> Result<Self, Malformed> {
        let expected = "a date and time such as `2026-01-31T12:00:00Z`";
        moment.as_str().parse().map_err(|_| Malformed { expected })
    }
}

/// The moment in UTC, with as many digits of the second as it takes.
impl TryFrom<Timestamp> for DateTime {
    type Error = Malformed;
    fn try_from(moment: Timestamp) -> Result<Self, Malformed> {
        moment.to_string().try_into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::wire::decode_json;

    #[test]
    fn day_is_the_same_day_in_both_types() {
        for (text, day) in [
            ("2026-01-31", civil::date(2026, 1, 31)),
            ("2024-02-29", civil::date(2024, 2, 29)),
            ("0000-01-01", civil::date(0, 1, 1)),
            ("9999-12-31", civil::date(9999, 12, 31)),
        ] {
            let ours: Date = text.parse().expect("a day");
            assert_eq!(civil::Date::try_from(&ours), Ok(day));
            assert_eq!(Date::try_from(day), Ok(ours));
        }
        assert!(Date::try_from(civil::date(-1, 1, 1)).is_err());
    }

    #[test]
    fn moment_is_the_same_moment_in_both_types() {
        for (text, seconds, nanoseconds, utc) in [
            ("1970-01-01T00:00:00Z", 0, 0, "1970-01-01T00:00:00Z"),
            ("2026-01-31T17:30:00.25+05:30", 1_769_860_800, 250_000_000, "2026-01-31T12:00:00.25Z"),
            ("2026-01-31t12:00:00z", 1_769_860_800, 0, "2026-01-31T12:00:00Z"),
            ("2026-01-31T12:00:00-00:00", 1_769_860_800, 0, "2026-01-31T12:00:00Z"),
            // The leap second is the one before it, which is as near as a count of seconds comes.
            ("2016-12-31T23:59:60Z", 1_483_228_799, 0, "2016-12-31T23:59:59Z"),
        ] {
            let ours: DateTime = text.parse().expect("a moment");
            let moment = Timestamp::new(seconds, nanoseconds).expect("in range");
            assert_eq!(Timestamp::try_from(&ours), Ok(moment), "{text}");
            assert_eq!(DateTime::try_from(moment).map(String::from), Ok(utc.to_owned()));
        }
        assert!(DateTime::try_from(Timestamp::MIN).is_err());
    }

    #[test]
    fn odd_text_of_a_server_is_an_error_that_does_not_repeat_it() {
        let day: Date = decode_json(br#""31.01.2026""#).expect("any text");
        let error = civil::Date::try_from(&day).expect_err("no day");
        assert_eq!(error.to_string(), "expected a date such as `2026-01-31`");
        // Without an offset nobody knows when it was.
        let moment: DateTime = decode_json(br#""2026-01-31T12:00:00""#).expect("any text");
        let error = Timestamp::try_from(&moment).expect_err("no moment");
        assert_eq!(error.to_string(), "expected a date and time such as `2026-01-31T12:00:00Z`");
    }
}

//! When a token is renewed, and what is believed of its life.

use super::super::retry::fraction_of;
use super::cell::NEVER;
use super::source::{SPACING, nanos};
use std::time::Duration;

/// When a token is renewed, when it ends, and when the next may be fetched.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) renew_at: u64,
    pub(super) ends_at: u64,
    pub(super) not_before: u64,
}

impl Times {
    /// `same` is the end of the present token, if the server has given that one again; `refused` says that it is one
    /// that a server has refused.
    pub(super) fn of(
        start: u64,
        now: u64,
        lifetime: Option<Duration>,
        max_age: Option<Duration>,
        same: Option<u64>,
        refused: bool,
    ) -> Self {
        let life = match (lifetime, max_age) {
            (Some(lifetime), Some(max_age)) => Some(lifetime.min(max_age)),
            (lifetime, max_age) => lifetime.or(max_age),
        };
        // From the request on, not the answer: the server has counted since some time between.
        let mut ends_at = life.map_or(NEVER, |life| start.saturating_add(nanos(life)));
        let spacing = now.saturating_add(nanos(SPACING));
        if refused {
            // Those who wait for it may try it once.
            return Self { renew_at: now, ends_at: now, not_before: spacing };
        }
        let renew_at = match same {
            // Servers that give one token to all who ask do not prolong it, so there is nothing to be had before it
            // ends.
            Some(same) => {
                ends_at = ends_at.min(same);
                let late = ends_at.saturating_sub(nanos(SPACING));
                if ends_at == NEVER || late <= now { NEVER } else { late }
            }
            None => life.map_or(NEVER, |life| ends_at.saturating_sub(nanos(window(life)))),
        };
        Self { renew_at, ends_at, not_before: if ends_at <= now { spacing } else { 0 } }
    }
}

/// How long before its end a token is renewed: a tenth of its life, at most 30 s, and up to half as much again, so that
/// processes that started together do not ask together.
fn window(life: Duration) -> Duration {
    let window = (life / 10).min(Duration::from_secs(30));
    window + fraction_of(window / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const S: u64 = 1_000_000_000;

    fn seconds(seconds: u64) -> Option<Duration> {
        Some(Duration::from_secs(seconds))
    }

    #[test]
    fn token_is_renewed_in_the_last_part_of_its_life_and_never_later() {
        for (life, earliest, latest) in [(100, 85, 90), (10, 8, 9), (1, 0, 1), (86_400, 86_355, 86_370)] {
            for _ in 0..50 {
                let times = Times::of(5 * S, 5 * S, seconds(life), None, None, false);
                assert_eq!((times.ends_at, times.not_before), ((5 + life) * S, 0));
                let renewed = times.renew_at - 5 * S;
                assert!((earliest * S..=latest * S).contains(&renewed), "{life}: {renewed}");
            }
        }
    }

    #[test]
    fn life_is_the_shorter_of_what_the_server_says_and_the_user_believes() {
        for (server, user, ends) in [
            (None, None, NEVER),
            (seconds(9), None, 14 * S),
            (None, seconds(3), 8 * S),
            (seconds(9), seconds(3), 8 * S),
            (seconds(2), seconds(3), 7 * S),
            (Some(Duration::MAX), None, NEVER),
        ] {
            assert_eq!(
                Times::of(5 * S, 5 * S, server, user, None, false).ends_at,
                ends,
                "{server:?} {user:?}"
            );
        }
    }

    #[test]
    fn token_that_is_given_again_keeps_its_end_and_is_renewed_just_before_it() {
        let same = |end: u64, life| Times::of(50 * S, 50 * S, seconds(life), None, Some(end * S), false);
        let expected = |renew_at, ends_at| Times { renew_at, ends_at, not_before: 0 };
        assert_eq!(same(60, 11), expected(59 * S, 60 * S));
        assert_eq!(same(60, 9), expected(58 * S, 59 * S));
        // Nothing is to be had in the second before it ends.
        assert_eq!(same(51, 1), expected(NEVER, 51 * S));
    }

    #[test]
    fn token_without_a_life_is_for_those_who_wait_and_the_next_is_a_second_later() {
        let once = Times { renew_at: 7 * S, ends_at: 7 * S, not_before: 8 * S };
        assert_eq!(Times::of(6 * S, 7 * S, seconds(90), None, None, true), once);
        let times = Times::of(6 * S, 7 * S, seconds(0), None, None, false);
        assert_eq!((times.ends_at, times.not_before), (6 * S, 8 * S));
    }
}

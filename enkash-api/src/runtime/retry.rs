//! Second tries: which failure of which operation is tried again, how long after, and how often at most.
//!
//! Invariant: an operation that is not safe is sent again only if no byte of it can have been carried out – it was not
//! sent, or (where repeating it makes no difference anyway) the server has turned it away for being busy.

use super::{Error, ErrorKind, Parts, Sent};
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// What it means to send an operation twice (RFC 9110, section 9.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// It changes nothing: it is a question.
    Safe,
    /// Sent twice it does what it does once.
    Idempotent,
    /// Sent twice it may do twice what it does.
    Neither,
}

impl Class {
    /// The class of a method.
    pub const fn of(method: &str) -> Self {
        match method.as_bytes() {
            b"GET" | b"HEAD" | b"OPTIONS" | b"TRACE" | b"QUERY" => Self::Safe,
            b"PUT" | b"DELETE" => Self::Idempotent,
            _ => Self::Neither,
        }
    }
}

/// How often, and after which pause, a request is sent again that may be.
///
/// | what happened | safe | idempotent | neither |
/// |---|---|---|---|
/// | no connection came about | yes | yes | yes |
/// | status 429 or 503 | yes | yes | no |
/// | status 502 or 504 | yes | no | no |
/// | the connection broke, or the server was silent | yes | no | no |
/// | anything else | no | no | no |
///
/// The pause is what the server asks for (`retry-after`), or a random one that doubles. A request whose body is a
/// stream is never sent again.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a policy does nothing until a client builder gets it"]
pub struct RetryPolicy {
    retries: u32,
    first_pause: Duration,
    longest_pause: Duration,
    longest_wait: Duration,
}

impl RetryPolicy {
    /// What holds unless something else is said: two second tries, after at most 200 ms and 400 ms, or as long as the
    /// server asks for, up to 60 s.
    pub fn new() -> Self {
        Self {
            retries: 2,
            first_pause: Duration::from_millis(200),
            longest_pause: Duration::from_secs(5),
            longest_wait: Duration::from_secs(60),
        }
    }

    /// Sends nothing twice.
    pub fn never() -> Self {
        Self::new().retries(0)
    }

    /// Sets how often a request may be sent again.
    pub fn retries(self, retries: u32) -> Self {
        Self { retries, ..self }
    }

    /// Sets the longest pause before the first second try, and the longest of all.
    pub fn pauses(self, first: Duration, longest: Duration) -> Self {
        Self { first_pause: first, longest_pause: longest, ..self }
    }

    /// Sets how long a server may ask to wait; of one that asks for more the answer stands.
    pub fn longest_wait(self, longest_wait: Duration) -> Self {
        Self { longest_wait, ..self }
    }

    /// The pause before the next attempt; `None` if the server asks for one that is too long.
    pub(super) fn pause(&self, attempt: u32, asked: Option<Duration>) -> Option<Duration> {
        let doubled = self.first_pause.saturating_mul(1_u32.checked_shl(attempt).unwrap_or(u32::MAX));
        let random = fraction_of(doubled.min(self.longest_pause));
        match asked {
            Some(wait) if wait > self.longest_wait => None,
            // All who were told the same would come back at once.
            Some(wait) => Some(wait + random / 4),
            None => Some(random),
        }
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

/// The policy of a client and what is left of its budget.
pub(super) struct Retries {
    pub(super) policy: RetryPolicy,
    budget: Budget,
}

/// How one attempt ended.
#[derive(Clone, Copy)]
pub(super) enum Ended<'a> {
    Answered(&'a Parts),
    Failed(&'a Error),
}

impl Retries {
    pub(super) fn new(policy: RetryPolicy) -> Self {
        Self { policy, budget: Budget::new() }
    }

    /// A call begins.
    pub(super) fn begin(&self) {
        self.budget.earn();
    }

    /// The pause before the next attempt; `None` if the outcome stands. `attempt` counts from 0.
    pub(super) fn pause(&self, class: Class, ended: Ended<'_>, attempt: u32) -> Option<Duration> {
        if attempt >= self.policy.retries || !is_worth_it(class, ended) {
            return None;
        }
        let asked = match ended {
            Ended::Answered(parts) => parts.retry_after(),
            Ended::Failed(_) => None,
        };
        let pause = self.policy.pause(attempt, asked)?;
        self.budget.spend().then_some(pause)
    }
}

fn is_worth_it(class: Class, ended: Ended<'_>) -> bool {
    match ended {
        Ended::Answered(parts) => match parts.status.as_u16() {
            429 | 503 => class != Class::Neither,
            502 | 504 => class == Class::Safe,
            _ => false,
        },
        Ended::Failed(error) => {
            match (error.kind(), error.sent()) {
                (ErrorKind::Connect | ErrorKind::Timeout, Sent::No) => true,
                // What fails before it is sent, and not for want of a connection, fails again.
                (ErrorKind::Transport, Sent::No) => false,
                (ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport, _) => class == Class::Safe,
                _ => false,
            }
        }
    }
}

/// Keeps second tries to a fifth of all calls, so that a server in trouble is not given more of it.
struct Budget(AtomicU32);

/// In fifths of a second try.
const FULL: u32 = 50;
const PRICE: u32 = 5;

impl Budget {
    fn new() -> Self {
        Self(AtomicU32::new(FULL))
    }

    fn earn(&self) {
        let more = |left: u32| (left < FULL).then(|| left + 1);
        _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
    }

    fn spend(&self) -> bool {
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(PRICE)).is_ok()
    }
}

/// A random part of a time.
pub(super) fn fraction_of(time: Duration) -> Duration {
    // Each state of the standard library's hash maps is random; nothing here must be unguessable.
    let random = RandomState::new().build_hasher().finish();
    #[allow(clippy::cast_precision_loss)] // a fraction
    time.mul_f64((random >> 11) as f64 / (1_u64 << 53) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderMap, HeaderValue, StatusCode};

    fn answer(status: u16, retry_after: Option<&'static str>) -> Parts {
        let mut headers = HeaderMap::new();
        if let Some(value) = retry_after {
            headers.insert("retry-after", HeaderValue::from_static(value));
        }
        Parts::new(StatusCode::from_u16(status).expect("a status"), headers)
    }

    #[test]
    fn what_may_have_been_carried_out_is_sent_again_only_if_it_is_a_question() {
        use Class::{Idempotent, Neither, Safe};
        let failed = |kind, sent| Error::new(kind, "x").with_sent(sent);
        for (error, expected) in [
            (failed(ErrorKind::Connect, Sent::No), &[Safe, Idempotent, Neither][..]),
            (failed(ErrorKind::Timeout, Sent::No), &[Safe, Idempotent, Neither]),
            (failed(ErrorKind::Transport, Sent::No), &[]),
            (failed(ErrorKind::Transport, Sent::Maybe), &[Safe]),
            (failed(ErrorKind::Timeout, Sent::Maybe), &[Safe]),
            (failed(ErrorKind::Transport, Sent::Yes), &[Safe]),
            (failed(ErrorKind::BodyTooLarge, Sent::Yes), &[]),
            (failed(ErrorKind::Config, Sent::No), &[]),
            (failed(ErrorKind::Decode, Sent::Yes), &[]),
        ] {
            for class in [Safe, Idempotent, Neither] {
                let expected = expected.contains(&class);
                assert_eq!(is_worth_it(class, Ended::Failed(&error)), expected, "{error:?} {class:?}");
            }
        }
        for (status, expected) in [
            (429, &[Safe, Idempotent][..]),
            (503, &[Safe, Idempotent]),
            (502, &[Safe]),
            (504, &[Safe]),
            (500, &[]),
            (401, &[]),
            (200, &[]),
        ] {
            for class in [Safe, Idempotent, Neither] {
                let expected = expected.contains(&class);
                let found = is_worth_it(class, Ended::Answered(&answer(status, None)));
                assert_eq!(found, expected, "{status} {class:?}");
            }
        }
    }

    #[test]
    fn pause_is_what_the_server_asks_for_or_random_and_bounded() {
        let retries = Retries::new(RetryPolicy::new());
        let pause = |value| retries.pause(Class::Safe, Ended::Answered(&answer(503, value)), 0);
        let seconds = |asked: u64, pause: Option<Duration>| {
            pause.is_some_and(|pause| (asked..=asked + 1).contains(&pause.as_secs()))
        };
        assert!(
            seconds(2, pause(Some("2"))) && seconds(0, pause(Some("0"))) && seconds(60, pause(Some("60")))
        );
        assert_eq!((pause(Some("61")), pause(Some("99999999999999999999"))), (None, None));
        for attempt in 0..40 {
            let pause = retries.policy.pause(attempt, None).expect("a pause");
            assert!(
                pause <= Duration::from_secs(5).min(Duration::from_millis(200) * 2_u32.pow(attempt.min(10)))
            );
        }
    }

    #[test]
    fn budget_keeps_second_tries_to_a_part_of_all_calls() {
        let retries = Retries::new(RetryPolicy::new());
        let mut sent_again = 0;
        for _ in 0..1_000 {
            retries.begin();
            let answered = answer(503, Some("0"));
            sent_again += u32::from(retries.pause(Class::Safe, Ended::Answered(&answered), 0).is_some());
        }
        assert!((200..=211).contains(&sent_again), "{sent_again}");
    }

    #[test]
    fn number_of_second_tries_is_bounded() {
        let answered = answer(503, None);
        let pause = |policy, attempt| {
            Retries::new(policy).pause(Class::Safe, Ended::Answered(&answered), attempt).is_some()
        };
        assert_eq!([0, 1, 2].map(|attempt| pause(RetryPolicy::new(), attempt)), [true, true, false]);
        assert!(!pause(RetryPolicy::never(), 0));
    }
}

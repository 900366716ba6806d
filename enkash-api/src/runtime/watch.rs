//! The two limits of waiting – for the end of a call, and for the next sign of its server – kept by one timer.
//!
//! Invariant: what is awaited is asked first, so that a limit never takes away what has come in time.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::Poll;
use std::time::Duration;
use tokio::task::unconstrained;
use tokio::time::{Instant, Sleep, sleep_until};

/// What those who wait for the server tell the one who keeps the timer. One task does both, so that nothing here is
/// ever contended.
pub(super) struct Watch {
    /// How long the server may be silent from now on, in nanoseconds, or one of the two below.
    asked: AtomicU64,
    /// Whether it has been silent for too long.
    is_over: AtomicBool,
}

/// Nobody waits for the server.
const FOR_EVER: u64 = u64::MAX;

/// Nothing is new.
const AS_BEFORE: u64 = u64::MAX - 1;

/// A limit that is further away than this is none.
const LONGEST: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);

impl Watch {
    pub(super) fn new() -> Self {
        Self { asked: AtomicU64::new(AS_BEFORE), is_over: AtomicBool::new(false) }
    }

    /// Does the work of a call, for no longer than `timeout`; `None` if that has passed. The work may wait by
    /// [`sign`](Self::sign).
    pub(super) async fn call<F: Future>(
        &self,
        timeout: Duration,
        mut work: Pin<&mut F>,
    ) -> Option<F::Output> {
        let end = Instant::now() + timeout.min(LONGEST);
        let mut timer = pin!(None::<Sleep>);
        let mut until = end;
        poll_fn(move |context| {
            loop {
                if let Poll::Ready(output) = work.as_mut().poll(context) {
                    return Poll::Ready(Some(output));
                }
                match self.asked.load(Ordering::Relaxed) {
                    AS_BEFORE => {}
                    FOR_EVER => until = end,
                    silence => until = end.min(Instant::now() + Duration::from_nanos(silence)),
                }
                self.asked.store(AS_BEFORE, Ordering::Relaxed);
                if timer.as_ref().as_pin_ref().is_none() {
                    timer.set(Some(sleep_until(until)));
                }
                let Some(mut sleep) = timer.as_mut().as_pin_mut() else { return Poll::Pending };
                if sleep.deadline() != until {
                    sleep.as_mut().reset(until);
                }
                // Work that is never done with what it is given must not keep the timer from being asked.
                if pin!(unconstrained(sleep)).poll(context).is_pending() {
                    return Poll::Pending;
                }
                if until == end {
                    return Poll::Ready(None);
                }
                self.is_over.store(true, Ordering::Relaxed);
                until = end;
            }
        })
        .await
    }

    /// Takes what came of asking for the next sign of the server, which may be silent for so long; `None` if it was for
    /// longer. `is_waiting` belongs to this wait, and is `false` at first. Only inside the work of [`call`](Self::call),
    /// but where the server may be silent for ever.
    pub(super) fn sign<T>(
        &self,
        is_waiting: &mut bool,
        longest: Duration,
        polled: Poll<T>,
    ) -> Poll<Option<T>> {
        match polled {
            Poll::Ready(sign) => {
                if std::mem::take(is_waiting) {
                    self.rest();
                }
                Poll::Ready(Some(sign))
            }
            Poll::Pending if !std::mem::replace(is_waiting, true) => {
                self.is_over.store(false, Ordering::Relaxed);
                if longest < LONGEST {
                    let silence = u64::try_from(longest.as_nanos()).unwrap_or(FOR_EVER);
                    self.asked.store(silence, Ordering::Relaxed);
                }
                Poll::Pending
            }
            Poll::Pending if self.is_over.load(Ordering::Relaxed) => {
                *is_waiting = false;
                self.rest();
                Poll::Ready(None)
            }
            Poll::Pending => Poll::Pending,
        }
    }

    /// Nobody waits for the server any more.
    fn rest(&self) {
        self.asked.store(FOR_EVER, Ordering::Relaxed);
        self.is_over.store(false, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests;

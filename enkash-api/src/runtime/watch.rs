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
    start: Instant,
    /// When the server will have been silent for too long, in nanoseconds from the start; [`NEVER`] if it may be.
    until: AtomicU64,
    /// Whether it has been.
    is_over: AtomicBool,
}

const NEVER: u64 = u64::MAX;

/// A limit that is further away than this is none.
const LONGEST: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);

impl Watch {
    pub(super) fn new() -> Self {
        Self { start: Instant::now(), until: AtomicU64::new(NEVER), is_over: AtomicBool::new(false) }
    }

    /// Does the work of a call, for no longer than `timeout`; `None` if that has passed. The work may wait by
    /// [`sign`](Self::sign).
    pub(super) async fn call<F: Future>(&self, timeout: Duration, mut work: Pin<&mut F>) -> Option<F::Output> {
        let end = self.start + timeout.min(LONGEST);
        let mut timer = pin!(None::<Sleep>);
        poll_fn(|context| {
            loop {
                if let Poll::Ready(output) = work.as_mut().poll(context) {
                    return Poll::Ready(Some(output));
                }
                let until = match self.until.load(Ordering::Relaxed) {
                    NEVER => end,
                    until => end.min(self.start + Duration::from_nanos(until)),
                };
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
            }
        })
        .await
    }

    /// Waits for the server, which may be silent for so long; `None` if it is for longer. Only inside the work of
    /// [`call`](Self::call).
    pub(super) async fn sign<F: Future + Unpin>(&self, longest: Duration, mut sign: F) -> Option<F::Output> {
        let mut is_waiting = false;
        poll_fn(|context| {
            let polled = Pin::new(&mut sign).poll(context).map(Some);
            if polled.is_ready() {
                if is_waiting {
                    self.rest();
                }
                return polled;
            }
            if !is_waiting {
                is_waiting = true;
                if longest < LONGEST {
                    let until = (self.start.elapsed() + longest).as_nanos();
                    self.until.store(u64::try_from(until).unwrap_or(NEVER), Ordering::Relaxed);
                }
            } else if self.is_over.load(Ordering::Relaxed) {
                self.rest();
                return Poll::Ready(None);
            }
            Poll::Pending
        })
        .await
    }

    /// Nobody waits for the server any more.
    fn rest(&self) {
        self.until.store(NEVER, Ordering::Relaxed);
        self.is_over.store(false, Ordering::Relaxed);
    }
}

//! The clock that the run time measures and waits by, so that a test need not wait.

use super::transport::BoxFuture;
use std::time::{Duration, Instant, SystemTime};

/// Tells the time, and waits.
///
/// What is measured by it: how long a token lives, when it is renewed, and the pauses between attempts. Time-outs are
/// tokio's.
pub trait Clock: Send + Sync + 'static {
    /// The time since some moment that stays the same. It never goes back, and need not advance while the machine
    /// sleeps.
    fn elapsed(&self) -> Duration;

    /// The time of the calendar. It may jump.
    fn now(&self) -> SystemTime;

    /// Waits that long.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock {
    start: Instant,
}

impl SystemClock {
    /// A clock that starts now.
    pub fn new() -> Self {
        Self { start: Instant::now() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

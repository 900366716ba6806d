//! A clock that goes on only when a test says so.

use crate::runtime::Clock;
use crate::runtime::transport::BoxFuture;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

/// A clock that stands still until it is advanced. Clones are one clock.
///
/// Time-outs are tokio's, and go on by themselves.
#[derive(Clone)]
pub struct ManualClock(Arc<Mutex<State>>);

struct State {
    elapsed: Duration,
    calendar: SystemTime,
    sleepers: Vec<(Duration, Waker)>,
}

impl ManualClock {
    /// A clock that stands at the present time.
    pub fn new() -> Self {
        let state = State { elapsed: Duration::ZERO, calendar: SystemTime::now(), sleepers: Vec::new() };
        Self(Arc::new(Mutex::new(state)))
    }

    /// Lets time pass, on the calendar as well, and wakes who has slept long enough.
    pub fn advance(&self, time: Duration) {
        let mut state = self.lock();
        state.elapsed += time;
        state.calendar += time;
        let now = state.elapsed;
        let (awake, asleep) =
            std::mem::take(&mut state.sleepers).into_iter().partition(|(until, _)| *until <= now);
        state.sleepers = asleep;
        drop(state);
        let awake: Vec<(Duration, Waker)> = awake;
        awake.into_iter().for_each(|(_, waker)| waker.wake());
    }

    /// Sets the calendar, while no time passes.
    pub fn set_calendar(&self, now: SystemTime) {
        self.lock().calendar = now;
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for ManualClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for ManualClock {
    fn elapsed(&self) -> Duration {
        self.lock().elapsed
    }

    fn now(&self) -> SystemTime {
        self.lock().calendar
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let until = self.lock().elapsed.saturating_add(duration);
        Box::pin(Sleep { clock: self.clone(), until })
    }
}

struct Sleep {
    clock: ManualClock,
    until: Duration,
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let mut state = self.clock.lock();
        if state.elapsed >= self.until {
            return Poll::Ready(());
        }
        state.sleepers.push((self.until, context.waker().clone()));
        Poll::Pending
    }
}

impl fmt::Debug for ManualClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.lock();
        f.debug_struct("ManualClock")
            .field("elapsed", &state.elapsed)
            .field("calendar", &state.calendar)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn sleeper_wakes_when_its_time_has_passed_and_not_before() {
        let clock = ManualClock::new();
        let sleeper = tokio::spawn(clock.sleep(Duration::from_secs(10)));
        tokio::task::yield_now().await;
        clock.advance(Duration::from_secs(9));
        tokio::task::yield_now().await;
        assert!(!sleeper.is_finished());
        let before = clock.now();
        clock.advance(Duration::from_secs(1));
        sleeper.await.expect("no panic");
        assert_eq!(clock.now().duration_since(before).expect("later"), Duration::from_secs(1));
        clock.sleep(Duration::ZERO).await;
    }

    #[test]
    fn calendar_jumps_alone() {
        let clock = ManualClock::new();
        clock.set_calendar(SystemTime::UNIX_EPOCH);
        assert_eq!((clock.elapsed(), clock.now()), (Duration::ZERO, SystemTime::UNIX_EPOCH));
    }
}

//! The state machine of a token: who fetches, who waits, what is served, and what is never tried again.
//!
//! Invariants: at most one flight per epoch is under way; whoever waits for a flight gets its outcome, also when the
//! flight is dropped; an entry that was invalidated is not handed out again; a latched refusal starts no flight.
//! Nothing here knows HTTP, a clock, or how tasks are run: times are nanoseconds since whatever the caller counts from.

use super::flight::{Flight, Waiter};
use super::sync::{Arc, ArcSwapOption, AtomicBool, AtomicU64, Mutex, MutexGuard, Ordering, PoisonError};

/// No time at all.
pub(super) const NEVER: u64 = u64::MAX;

/// What is served until it ends.
pub(super) struct Entry<T> {
    pub(super) value: T,
    /// Of two entries of a cell, the later one has the greater.
    pub(super) generation: u64,
    /// From when on a newer one is fetched; [`NEVER`] while that is under way.
    renew_at: AtomicU64,
    pub(super) ends_at: u64,
    /// Whether a server has taken it at least once.
    accepted: AtomicBool,
}

impl<T> Entry<T> {
    pub(super) fn is_accepted(&self) -> bool {
        self.accepted.load(Ordering::Relaxed)
    }

    pub(super) fn accept(&self) {
        if !self.is_accepted() {
            self.accepted.store(true, Ordering::Relaxed);
        }
    }
}

/// The present entry, and the way to the next. `E` is what a flight fails with, cheap to clone.
pub(super) struct Cell<T, E> {
    current: ArcSwapOption<Entry<T>>,
    state: Mutex<State<T, E>>,
    /// What those get whose flight was dropped.
    lost: fn() -> E,
}

struct State<T, E> {
    /// That of the newest entry.
    generation: u64,
    /// Changes with the credentials; a flight of an earlier one installs nothing.
    epoch: u64,
    flight: Option<Arc<Flight<T, E>>>,
    /// The refusal that is remembered.
    latch: Option<E>,
    /// No flight fetches earlier.
    not_before: u64,
    /// How many flights in a row have failed.
    failures: u32,
    /// The last entry that was invalidated.
    refused: Option<Arc<Entry<T>>>,
}

/// What a caller gets at once.
pub(super) enum Got<T, E: Clone> {
    /// An entry that can be used; whoever also gets a ticket flies it in the background.
    Entry(Arc<Entry<T>>, Option<Ticket<T, E>>),
    /// The outcome of a flight, which whoever gets the ticket has to fly.
    Awaited(Waiter<T, E>, Option<Ticket<T, E>>),
    /// What the latch remembers.
    Refused(E),
}

/// What becomes of a latched refusal when someone asks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Latched {
    /// It is the answer.
    Holds,
    /// A flight is to find out whether the credentials have changed.
    IsAsked,
}

/// How a flight ends.
pub(super) enum Landing<T, E> {
    /// With a value, which is renewed from `renew_at` on, served until `ends_at`, and followed by no fetch before
    /// `not_before`.
    Value { value: T, renew_at: u64, ends_at: u64, not_before: u64 },
    /// With a refusal that is latched.
    Refused(E),
    /// With an error that says nothing about the next attempt; what there is is renewed at `again_at`.
    Failed { error: E, again_at: u64 },
}

impl<T, E: Clone> Cell<T, E> {
    pub(super) fn new(lost: fn() -> E) -> Self {
        let state = State {
            generation: 0,
            epoch: 0,
            flight: None,
            latch: None,
            not_before: 0,
            failures: 0,
            refused: None,
        };
        Self { current: ArcSwapOption::empty(), state: Mutex::new(state), lost }
    }

    // A panic while the lock is held leaves no half-made state: every change below is a plain assignment.
    fn lock(&self) -> MutexGuard<'_, State<T, E>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the present entry if nothing has to be done about it: no lock, no allocation, no waiting.
    pub(super) fn hit<R>(&self, now: u64, read: impl FnOnce(&Entry<T>) -> R) -> Option<R> {
        let current = self.current.load();
        let entry = current.as_ref()?;
        (now < entry.renew_at.load(Ordering::Relaxed) && now < entry.ends_at).then(|| read(entry))
    }

    /// A server has taken the entry of a generation.
    pub(super) fn accept(&self, generation: u64) {
        if let Some(entry) = self.current.load().as_ref().filter(|entry| entry.generation == generation) {
            entry.accept();
        }
    }

    /// The present entry, whatever its age.
    pub(super) fn current(&self) -> Option<Arc<Entry<T>>> {
        self.current.load_full()
    }

    /// The entry that was invalidated last.
    pub(super) fn refused(&self) -> Option<Arc<Entry<T>>> {
        self.lock().refused.clone()
    }

    /// The entry to use at this time, or what to wait for.
    pub(super) fn get(self: &Arc<Self>, now: u64, latched: Latched) -> Got<T, E> {
        let mut state = self.lock();
        if let Some(entry) = self.current.load_full().filter(|entry| now < entry.ends_at) {
            let due = now >= entry.renew_at.load(Ordering::Relaxed);
            let may_fly = state.flight.is_none() && state.latch.is_none();
            let ticket = (due && may_fly).then(|| {
                entry.renew_at.store(NEVER, Ordering::Relaxed);
                self.take_off(&mut state)
            });
            return Got::Entry(entry, ticket);
        }
        if let Some(flight) = &state.flight {
            return Got::Awaited(Waiter::new(Arc::clone(flight)), None);
        }
        if let Some(refusal) = state.latch.as_ref().filter(|_| latched == Latched::Holds) {
            return Got::Refused(refusal.clone());
        }
        let ticket = self.take_off(&mut state);
        Got::Awaited(Waiter::new(Arc::clone(&ticket.flight)), Some(ticket))
    }

    fn take_off(self: &Arc<Self>, state: &mut State<T, E>) -> Ticket<T, E> {
        let flight = Arc::new(Flight::new());
        state.flight = Some(Arc::clone(&flight));
        Ticket {
            cell: Arc::clone(self),
            flight,
            epoch: state.epoch,
            not_before: state.not_before,
            failures: state.failures,
            landed: false,
        }
    }

    /// Forgets the entry of a generation, because a server has refused it; a newer one stays. No fetch starts before
    /// `not_before`.
    pub(super) fn invalidate(&self, generation: u64, not_before: u64) -> bool {
        let mut state = self.lock();
        let current = self.current.load_full().filter(|entry| entry.generation == generation);
        let Some(entry) = current else { return false };
        self.current.store(None);
        state.refused = Some(entry);
        state.not_before = state.not_before.max(not_before);
        true
    }

    /// Forgets a remembered refusal, so that the next caller tries again.
    pub(super) fn reset(&self) {
        let mut state = self.lock();
        state.latch = None;
        state.failures = 0;
        state.not_before = 0;
        if let Some(entry) = self.current.load_full().filter(|_| state.flight.is_none()) {
            let due = entry.renew_at.load(Ordering::Relaxed);
            entry.renew_at.store(if due == NEVER { 0 } else { due }, Ordering::Relaxed);
        }
    }

    /// Starts anew for other credentials. A flight of the old ones ends for those who wait for it, and for nobody
    /// else.
    pub(super) fn start_over(&self) {
        let mut state = self.lock();
        state.epoch += 1;
        state.flight = None;
        state.latch = None;
        state.failures = 0;
        state.not_before = 0;
        state.refused = None;
        self.current.store(None);
    }

    fn land(&self, ticket: &Ticket<T, E>, landing: Landing<T, E>) {
        let mut state = self.lock();
        let is_present = state.epoch == ticket.epoch;
        if is_present {
            state.flight = None;
        }
        let outcome = match landing {
            Landing::Value { value, renew_at, ends_at, not_before } => {
                state.generation += 1;
                let entry = Arc::new(Entry {
                    value,
                    generation: state.generation,
                    renew_at: AtomicU64::new(renew_at),
                    ends_at,
                    accepted: AtomicBool::new(false),
                });
                if is_present {
                    state.latch = None;
                    state.failures = 0;
                    state.not_before = state.not_before.max(not_before);
                    self.current.store(Some(Arc::clone(&entry)));
                }
                Ok(entry)
            }
            Landing::Refused(error) => {
                if is_present {
                    state.latch = Some(error.clone());
                }
                Err(error)
            }
            Landing::Failed { error, again_at } => {
                if is_present {
                    state.failures = state.failures.saturating_add(1);
                    if let Some(entry) = self.current.load_full() {
                        entry.renew_at.store(again_at, Ordering::Relaxed);
                    }
                }
                Err(error)
            }
        };
        drop(state);
        ticket.flight.end(outcome);
    }
}

/// The right and the duty to fetch. Dropped without having landed, it ends the flight with an error.
pub(super) struct Ticket<T, E: Clone> {
    cell: Arc<Cell<T, E>>,
    flight: Arc<Flight<T, E>>,
    epoch: u64,
    /// The fetch waits until then.
    pub(super) not_before: u64,
    /// How many flights before this one have failed in a row.
    pub(super) failures: u32,
    landed: bool,
}

impl<T, E: Clone> Ticket<T, E> {
    /// Ends the flight.
    pub(super) fn land(mut self, landing: Landing<T, E>) {
        self.landed = true;
        self.cell.land(&self, landing);
    }
}

impl<T, E: Clone> Drop for Ticket<T, E> {
    fn drop(&mut self) {
        if !self.landed {
            // The next caller tries at once.
            let error = (self.cell.lost)();
            self.cell.land(self, Landing::Failed { error, again_at: 0 });
        }
    }
}

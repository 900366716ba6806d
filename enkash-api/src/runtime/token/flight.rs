//! One fetch under way: an outcome that any number of callers wait for.

use super::cell::Entry;
use super::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// A fetch that ends once, for all who wait for it.
pub(super) struct Flight<T, E>(Mutex<State<T, E>>);

enum State<T, E> {
    /// Who waits; a place stays empty when its waiter is gone.
    Waited(Vec<Option<Waker>>),
    Ended(Outcome<T, E>),
}

type Outcome<T, E> = Result<Arc<Entry<T>>, E>;

impl<T, E: Clone> Flight<T, E> {
    pub(super) fn new() -> Self {
        Self(Mutex::new(State::Waited(Vec::new())))
    }

    fn lock(&self) -> MutexGuard<'_, State<T, E>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives the outcome to all who wait, and to those who will.
    pub(super) fn end(&self, outcome: Outcome<T, E>) {
        let before = std::mem::replace(&mut *self.lock(), State::Ended(outcome));
        // Woken without the lock, which each of them will take.
        if let State::Waited(wakers) = before {
            wakers.into_iter().flatten().for_each(Waker::wake);
        }
    }
}

/// Waits for the end of a flight. It may be dropped at any time.
pub(super) struct Waiter<T, E: Clone> {
    flight: Arc<Flight<T, E>>,
    /// Its index among those who wait, once it does.
    place: Option<usize>,
}

impl<T, E: Clone> Waiter<T, E> {
    pub(super) fn new(flight: Arc<Flight<T, E>>) -> Self {
        Self { flight, place: None }
    }
}

impl<T, E: Clone> Future for Waiter<T, E> {
    type Output = Outcome<T, E>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let flight = Arc::clone(&self.flight);
        let wakers = match &mut *flight.lock() {
            State::Ended(outcome) => return Poll::Ready(outcome.clone()),
            State::Waited(wakers) => {
                let waker = Some(context.waker().clone());
                match self.place.and_then(|place| wakers.get_mut(place)) {
                    Some(place) => *place = waker,
                    None => wakers.push(waker),
                }
                wakers.len()
            }
        };
        self.place.get_or_insert(wakers - 1);
        Poll::Pending
    }
}

impl<T, E: Clone> Drop for Waiter<T, E> {
    fn drop(&mut self) {
        if let Some(place) = self.place
            && let State::Waited(wakers) = &mut *self.flight.lock()
            && let Some(waker) = wakers.get_mut(place)
        {
            *waker = None;
        }
    }
}

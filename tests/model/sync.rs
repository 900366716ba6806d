//! The primitives of the state machine, each of whose steps the model checker may put another thread's before.

use std::ops::Deref;

pub(super) use shuttle::sync::atomic::{AtomicBool, AtomicU64, Ordering};
pub(super) use shuttle::sync::{Arc, Mutex, MutexGuard};
pub(super) use std::sync::PoisonError;

/// What `arc_swap` does, as one step.
pub(super) struct ArcSwapOption<T>(Mutex<Option<Arc<T>>>);

impl<T> ArcSwapOption<T> {
    pub(super) fn empty() -> Self {
        Self(Mutex::new(None))
    }

    pub(super) fn load_full(&self) -> Option<Arc<T>> {
        self.0.lock().expect("no panic").clone()
    }

    pub(super) fn load(&self) -> Loaded<T> {
        Loaded(self.load_full())
    }

    pub(super) fn store(&self, value: Option<Arc<T>>) {
        *self.0.lock().expect("no panic") = value;
    }
}

/// What was there when it was loaded.
pub(super) struct Loaded<T>(Option<Arc<T>>);

impl<T> Deref for Loaded<T> {
    type Target = Option<Arc<T>>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

//! What the cell is made of. A model checker tries the same cell over primitives of its own.

pub(super) use arc_swap::ArcSwapOption;
pub(super) use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
pub(super) use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

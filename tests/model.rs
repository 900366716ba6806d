//! The state machine of a token under a model checker: the same files as in the run time, over primitives that try
//! one order of threads after the other. (34)
//!
//! `MODEL_ROUNDS=100000 cargo test -p enkash-tests --test model` tries more orders than every run does.

/// What the run time has under this name, as far as the state machine knows it.
mod model {
    #![allow(dead_code, unreachable_pub)] // not everything of it is tried here

    #[path = "../../enkash-api/src/runtime/token/cell.rs"]
    mod cell;
    #[path = "../../enkash-api/src/runtime/token/flight.rs"]
    mod flight;
    mod orders;
    mod sync;
}

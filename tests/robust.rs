//! No document panics, loops, or takes memory out of proportion; and what a generated type writes, it reads back.
//!
//! `PROPTEST_CASES=5000 cargo test -p enkash-tests --test robust` tries harder than the few cases of every run.
//! `ROBUST_SCALE=10` makes the monsters ten times as large, which takes a release build.

#[path = "robust/count.rs"]
mod count;
#[path = "robust/cycles.rs"]
mod cycles;
#[path = "robust/differ.rs"]
mod differ;
#[path = "robust/monsters.rs"]
mod monsters;
#[path = "robust/mutate.rs"]
mod mutate;
#[path = "robust/mutations.rs"]
mod mutations;
// The goldens are not there while they are blessed.
#[cfg(not(blessing))]
#[path = "robust/roundtrip.rs"]
mod roundtrip;
#[path = "robust/run.rs"]
mod run;
#[cfg(not(blessing))]
#[path = "robust/sample.rs"]
mod sample;
#[path = "robust/shared.rs"]
mod shared;

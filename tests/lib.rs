//! The goldens, compiled: that generated code builds and that the examples in its documentation do is tested by
//! this library being one. `tests/golden.rs` says how they are made.

/// Code generated from the documents in `tests/golden` and `spec`.
#[cfg(not(blessing))]
#[rustfmt::skip]
pub mod golden {
    #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
    #[doc = include_str!("golden/answers/mod.md")]
    pub mod answers;

    #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
    #[doc = include_str!("golden/bank/mod.md")]
    pub mod bank;

    #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
    #[doc = include_str!("golden/bills/mod.md")]
    pub mod bills;

    #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
    #[doc = include_str!("golden/doors/mod.md")]
    pub mod doors;

    #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
    #[doc = include_str!("golden/expense/mod.md")]
    pub mod expense;

    #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
    #[doc = include_str!("golden/library/mod.md")]
    pub mod library;

    /// The types of the library once more, with serde derives: see [`twin`](crate::twin).
    #[allow(clippy::all, clippy::pedantic, missing_docs, rustdoc::all)]
    pub mod library_twin;

    #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
    #[doc = include_str!("golden/limits/mod.md")]
    pub mod limits;

    #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
    #[doc = include_str!("golden/obstacle/mod.md")]
    pub mod obstacle;

    #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
    #[doc = include_str!("golden/peers/mod.md")]
    pub mod peers;

    #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
    #[doc = include_str!("golden/rewards/mod.md")]
    pub mod rewards;

    #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
    #[doc = include_str!("golden/shapes/mod.md")]
    pub mod shapes;

    #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
    #[doc = include_str!("golden/theatre/mod.md")]
    pub mod theatre;

    #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
    #[doc = include_str!("golden/unions/mod.md")]
    pub mod unions;

    #[allow(clippy::all, clippy::pedantic, deprecated, missing_docs, rustdoc::all)]
    #[doc = include_str!("golden/uploads/mod.md")]
    pub mod uploads;
}

#[path = "e2e/loopback.rs"]
pub mod loopback;

#[path = "src/corpus_files.rs"]
mod corpus_files;
pub use corpus_files::corpus_files;

#[path = "src/chain.rs"]
mod chain;
pub use chain::chain;

#[path = "src/memory.rs"]
mod memory;
pub use memory::resident;

#[cfg(unix)]
#[path = "src/cost.rs"]
pub mod cost;

#[path = "src/gate.rs"]
pub mod gate;

#[path = "src/twin.rs"]
pub mod twin;

#[path = "src/torn.rs"]
pub mod torn;

/// The programs of the README, compiled.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

#[cfg(not(blessing))]
pub mod noise;

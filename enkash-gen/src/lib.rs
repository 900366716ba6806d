//! Generates typed Rust API clients from OpenAPI documents.
#![forbid(unsafe_code)]

pub mod builder;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "cli")]
pub mod diff;
pub mod emit;
pub mod ir;
pub mod load;
pub mod lower;
pub mod names;
#[cfg(feature = "cli")]
pub mod page;
pub mod passes;
pub mod pipeline;
pub mod project;
pub mod render;
pub mod report;
#[cfg(feature = "cli")]
pub mod standalone;
#[cfg(feature = "cli")]
pub mod update;

pub use builder::{BuildError, Builder};

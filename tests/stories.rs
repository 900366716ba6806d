//! Stories of people who build: a newcomer who runs the examples, a maintainer whose input was renamed, and a stranger
//! with a document of their own.
//!
//! The latter two work on copies below cargo's folder for test data, with the real cargo. The copies stay there, so that the
//! next run compiles little.
#![cfg(unix)] // the products' descriptions are reached through symbolic links

#[path = "stories/cargo.rs"]
mod cargo;
#[path = "stories/copy.rs"]
mod copy;
#[path = "stories/examples.rs"]
mod examples;
#[path = "stories/rename.rs"]
mod rename;
#[path = "stories/stranger.rs"]
mod stranger;

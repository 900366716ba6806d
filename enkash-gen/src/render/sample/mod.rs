//! A call of one operation as others see it: a command for a shell, and a whole program.
//!
//! Invariant: the command sends the bytes that the program sends. The values are made up once
//! ([`made_up`](super::made_up)); how they are written follows the run time's encoders, and a test compares the two for
//! every operation of several documents.

mod credential;
mod curl;
mod program;
mod request;
mod server;
mod style;
mod wire;

pub use self::curl::quoted;
use super::{Input, example};

/// What is sent to, where the document names no server.
const NOWHERE: &str = "https://host.example";

/// A call of one operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// A command for a shell; `None` of a body of parts, of which no two are the same bytes.
    pub curl: Option<String>,
    /// A program in Rust.
    pub program: String,
}

pub(super) fn sample(input: Input<'_>, index: usize) -> Option<Sample> {
    let (operation, names) = (input.api.operations.get(index)?, input.names.operations.get(index)?);
    let example = example::of(input, operation, names)?;
    let server = server::choose(input, operation);
    let credentials = credential::of(input, operation);
    let request = request::request(input, operation, &server, &credentials);
    Some(Sample {
        curl: request.as_ref().map(curl::command),
        program: program::program(input, operation, &example, &server, &credentials),
    })
}

#[cfg(test)]
mod tests;

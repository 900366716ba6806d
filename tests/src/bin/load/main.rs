//! Many callers of one client against a server that ends its tokens after 50 ms, closes connections, and answers 401,
//! 429 and 503 at random.
//!
//! ```sh
//! cargo run -p enkash-tests --bin load -- SECONDS
//! ```
//!
//! It fails if a caller sees an error about a token, if a token is fetched that nobody needed, if anything is sent
//! after a login was refused, or if memory grows.

#[cfg(not(blessing))]
mod trial;

#[cfg(not(blessing))]
fn main() -> std::process::ExitCode {
    trial::main()
}

/// The goldens are not there while they are blessed.
#[cfg(blessing)]
fn main() {}

//! Generates and checks a crate of every OpenAPI document of a folder.
//!
//! `cargo run --release -p enkash-tests --bin corpus -- <folder>` looks for documents in the folder and below, generates
//! the crate of each, has the compiler check it, prints a table and totals, and fails if a document gives no crate, or a
//! crate does not pass without warnings. Documents that are done are not done again, unless they or the generator have
//! changed. Dependencies are compiled once.
//!
//! A document counts as OpenAPI if it parses and its root has `openapi: 3.0.x` or `3.1.x` or `swagger: "2.0"` and an
//! object of paths. Each is generated in a process of its own, so that one that takes too long or too much memory
//! costs only itself. For Unix, where a process can be asked what its children cost.

#[cfg(unix)]
mod arguments;
#[cfg(unix)]
mod check;
#[cfg(unix)]
mod documents;
#[cfg(unix)]
mod generate;
#[cfg(unix)]
mod print;
#[cfg(unix)]
mod row;
#[cfg(unix)]
mod run;
#[cfg(unix)]
mod state;

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    if let Some(code) = generate::in_child() {
        return code;
    }
    let result =
        arguments::Arguments::parse(std::env::args().skip(1)).and_then(|arguments| run::run(&arguments));
    enkash_tests::cost::exit(result)
}

#[cfg(not(unix))]
fn main() {
    eprintln!("this measures on Unix only");
    std::process::exit(2);
}

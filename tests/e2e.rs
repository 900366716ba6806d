//! End to end: the generated clients against HTTP servers on loopback that record every byte.
//!
//! What a single module of the run time does is tested beside it; here stands what only the whole can show.
#![allow(clippy::redundant_closure_for_method_calls)] // `|client| client.operation(…)` reads alike in every row

#[path = "e2e/answers.rs"]
mod answers;
#[path = "e2e/blocking.rs"]
mod blocking;
#[path = "e2e/bound.rs"]
mod bound;
#[path = "e2e/cookies.rs"]
mod cookies;
#[path = "e2e/curl.rs"]
mod curl;
#[path = "e2e/directions.rs"]
mod directions;
#[path = "e2e/doors.rs"]
mod doors;
#[path = "e2e/formats.rs"]
mod formats;
#[path = "e2e/forms.rs"]
mod forms_of_secrets;
#[path = "e2e/hooks.rs"]
mod hooks;
#[path = "e2e/library.rs"]
mod library;
#[path = "e2e/limits.rs"]
mod limits;
#[path = "e2e/own_client.rs"]
mod own_client;
#[path = "e2e/proxy.rs"]
mod proxy;
#[path = "e2e/receiver.rs"]
mod receiver;
#[path = "e2e/refusals.rs"]
mod refusals;
#[path = "e2e/requests.rs"]
mod requests;
#[path = "e2e/samples.rs"]
mod samples;
#[path = "e2e/simulator.rs"]
mod simulator;
#[path = "e2e/tls.rs"]
mod tls;
#[path = "e2e/tracing.rs"]
mod tracing;
#[path = "e2e/transport.rs"]
mod transport;
#[path = "e2e/unions.rs"]
mod unions;
#[path = "e2e/uploads.rs"]
mod uploads;

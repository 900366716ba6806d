//! What must not happen: each test is named after the promise that it holds, and its number is that of the list in the
//! README.
//!
//! The server is the simulator, the client the one that is generated from `golden/bank.yaml`.

#[path = "faults/answers.rs"]
mod answers;
#[path = "faults/bank.rs"]
mod bank;
#[path = "faults/bodies.rs"]
mod bodies;
#[path = "faults/business.rs"]
mod business;
#[path = "faults/credentials.rs"]
mod credentials;
#[path = "faults/flights.rs"]
mod flights;
#[path = "faults/lives.rs"]
mod lives;
#[path = "faults/noise.rs"]
mod noise;
#[path = "faults/redirects.rs"]
mod redirects;
#[path = "faults/refresh.rs"]
mod refresh;
#[path = "faults/replay.rs"]
mod replay;
#[path = "faults/resets.rs"]
mod resets;
#[path = "faults/shared.rs"]
mod shared;
#[path = "faults/waits.rs"]
mod waits;

//! What a generated call costs beside the same call written by hand over reqwest, in counts that repeat: allocations,
//! and instructions as callgrind counts them.
//!
//! `cargo bench -p enkash-cost --bench call` fails if a call of ours makes more than three allocations more, or runs
//! more than 3 % more instructions, if what a call waits in grows, or if a token that is there costs an allocation. Without valgrind it says so, and
//! fails where `CI` is set.

#[path = "call/by_hand.rs"]
mod by_hand;
#[path = "../benches/count.rs"]
mod count;
#[path = "call/instructions.rs"]
mod instructions;
#[path = "call/server.rs"]
mod server;
#[path = "call/token.rs"]
mod token;

use enkash_api::BaseUrl;
use enkash_api::rewards::{Client, TokenRequest, TokenRequired};
use std::hint::black_box;
use std::process::ExitCode;

/// How many allocations more than by hand are allowed.
const MOST_ALLOCATIONS: f64 = 3.0;

/// How many times the instructions.
const MOST_INSTRUCTIONS: f64 = 1.03;

/// The bytes of what a call waits in: the largest piece that allocators hand out from what a thread has ready.
const MOST_WAITING: usize = 1_032;

/// Calls that are counted, after as many that are not.
const CALLS: u32 = 500;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["--server"] => server::serve(),
        ["--calls", who, count, url] => {
            let count = count.parse().expect("a number of calls");
            run(who, url, count);
            ExitCode::SUCCESS
        }
        _ if words.contains(&"--test") || words.contains(&"--list") => ExitCode::SUCCESS,
        _ => compare(),
    }
}

/// Makes calls one after the other on this thread.
fn run(who: &str, url: &str, count: u32) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(one(who, url, count));
}

fn prepared(url: &str) -> (Client, TokenRequest) {
    let base = BaseUrl::parse(url).expect("loopback may be plain");
    let client = Client::builder(base).basic("app", "s3cret").build().expect("good settings");
    let request = TokenRequest::new(TokenRequired {
        username: "1234567890".to_owned(),
        password: "Made-Up@0000000".into(),
        client_id: "CEK0000000".to_owned(),
    });
    (client, request)
}

/// The bytes of what a call waits in.
fn waiting(url: &str) -> usize {
    let (client, request) = prepared(url);
    size_of_val(&*client.create_token(&request).into_future())
}

async fn ours(url: &str, count: u32) {
    let (client, request) = prepared(url);
    for _ in 0..count {
        black_box(client.create_token(&request).await.expect("a token"));
    }
}

fn compare() -> ExitCode {
    let server = server::Process::start();
    let allocations = |who: &str| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            // Of a run twice as long the second half: what is made once is not counted.
            let before = count::asked();
            one(who, &server.url, CALLS).await;
            let first = count::asked() - before;
            one(who, &server.url, 2 * CALLS).await;
            let both = count::asked() - before - first;
            f64::from(u32::try_from(both - first).expect("few")) / f64::from(CALLS)
        })
    };
    let (ours, by_hand) = (allocations("ours"), allocations("by hand"));
    let mut kept = report("allocations per call", ours, by_hand, by_hand + MOST_ALLOCATIONS);
    match (instructions::per_call("ours", &server.url), instructions::per_call("by hand", &server.url)) {
        (Some(ours), Some(by_hand)) => {
            kept &= report("instructions per call", ours, by_hand, by_hand * MOST_INSTRUCTIONS);
        }
        _ => {
            eprintln!("!! valgrind is not installed: INSTRUCTIONS WERE NOT COUNTED");
            kept &= std::env::var_os("CI").is_none();
        }
    }
    let waiting = waiting(&server.url);
    kept &= waiting <= MOST_WAITING;
    let verdict = if waiting <= MOST_WAITING { "kept" } else { "MISSED" };
    println!("bytes that a call waits in: {waiting}, limit {MOST_WAITING} {verdict}");
    kept &= token::report();
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn one(who: &str, url: &str, count: u32) {
    match who {
        "ours" => ours(url, count).await,
        _ => by_hand::Caller::new(url).calls(count).await,
    }
}

/// Prints a line, and says whether the limit is kept.
fn report(what: &str, ours: f64, by_hand: f64, limit: f64) -> bool {
    let kept = ours <= limit;
    let verdict = if kept { "kept" } else { "MISSED" };
    println!("{what}: {ours:.1} against {by_hand:.1} by hand, limit {limit:.1} {verdict}");
    kept
}

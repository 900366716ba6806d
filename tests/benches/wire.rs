//! Decoding and encoding through the tables of the run time, and through serde derives of the same types.
//!
//! `cargo bench -p enkash-tests --bench wire` measures both with criterion, then prints how they compare, and fails
//! if decoding takes more than 1.2 times, or encoding more than 3 times, as long as the derives'.

mod page;

use std::{
    hint::black_box,
    process::ExitCode,
    time::{Duration, Instant},
};

use criterion::{Criterion, Throughput};
use enkash_api::runtime::wire::{decode_json, encode_json};
use enkash_tests::golden::{library, library_twin};

const MAX_DECODE: f64 = 1.2;
const MAX_ENCODE: f64 = 3.0;

/// How many pairs of batches are compared.
const PAIRS: usize = 201;

/// How long a batch takes, about: long against the clock's resolution, short against the machine's moods.
const BATCH: Duration = Duration::from_millis(4);

fn main() -> ExitCode {
    let json = page::book_page();
    let ours: library::BookPage = decode_json(&json).expect("the page is of our type");
    let theirs: library_twin::BookPage =
        serde_json::from_slice(&json).expect("the page is of the derived type");

    let mut decode_ours = || drop(black_box(decode_json::<library::BookPage>(black_box(&json))));
    let mut decode_theirs =
        || drop(black_box(serde_json::from_slice::<library_twin::BookPage>(black_box(&json))));
    let mut encode_ours = || drop(black_box(encode_json(black_box(&ours))));
    let mut encode_theirs = || drop(black_box(serde_json::to_vec(black_box(&theirs))));

    let mut criterion = Criterion::default().configure_from_args();
    let bytes = u64::try_from(json.len()).expect("a page is small");
    for (name, ours, theirs) in [
        ("decode", &mut decode_ours as &mut dyn FnMut(), &mut decode_theirs as &mut dyn FnMut()),
        ("encode", &mut encode_ours, &mut encode_theirs),
    ] {
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(bytes));
        group.bench_function("tables", |bencher| bencher.iter(&mut *ours));
        group.bench_function("derives", |bencher| bencher.iter(&mut *theirs));
        group.finish();
    }
    criterion.final_summary();

    // `cargo test --benches` asks for one round of each, and a profile is of one of them.
    if std::env::args().any(|argument| matches!(argument.as_str(), "--test" | "--list" | "--profile-time")) {
        return ExitCode::SUCCESS;
    }
    println!("\n{} bytes, {PAIRS} pairs of batches, the median of their ratios", json.len());
    let decode = compare("decode", MAX_DECODE, &mut decode_ours, &mut decode_theirs);
    let encode = compare("encode", MAX_ENCODE, &mut encode_ours, &mut encode_theirs);
    if decode && encode { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Compares batch by batch, so that whatever else the machine does meets both alike; `true` if the limit is kept.
fn compare(name: &str, limit: f64, ours: &mut dyn FnMut(), theirs: &mut dyn FnMut()) -> bool {
    let mut rounds = 1;
    while time(rounds, theirs) < BATCH {
        rounds *= 2;
    }
    let mut pairs: Vec<_> = (0..PAIRS)
        .map(|_| {
            let (ours, theirs) = (time(rounds, ours), time(rounds, theirs));
            (ours.as_secs_f64() / theirs.as_secs_f64(), ours, theirs)
        })
        .collect();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (ratio, ours, theirs) = pairs[PAIRS / 2];
    let verdict = if ratio <= limit { "kept" } else { "MISSED" };
    println!(
        "{name}: tables {:.1?}, derives {:.1?}, ratio {ratio:.2}, limit {limit} {verdict}",
        ours / rounds,
        theirs / rounds
    );
    ratio <= limit
}

fn time(rounds: u32, work: &mut dyn FnMut()) -> Duration {
    let start = Instant::now();
    for _ in 0..rounds {
        work();
    }
    start.elapsed()
}

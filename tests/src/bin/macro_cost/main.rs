//! What the macro costs a build, against the same structs without it.
//!
//! `cargo run -p enkash-tests --bin macro_cost -- <folder>` makes up a document of 450 kB, writes three crates into the
//! folder (a module of the document and twenty plain structs; the same with the structs bound to operations, once of
//! the document in JSON and once in YAML), builds what they depend on, builds each of them three times without
//! optimisation, and prints the lowest figures. On a busy machine say `-- <folder> 10` for ten times.
//!
//! It fails if binding costs half a second of processor time or more with JSON, or if a document is not worked out
//! exactly once per crate. For Unix, where a process can be asked what its children cost: the macro runs on one thread,
//! so that nobody waits longer for it than that, and what else the machine does counts for less.

#[cfg(unix)]
mod crates;
#[cfg(unix)]
mod document;
#[cfg(unix)]
mod measure;

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    unix::main()
}

#[cfg(not(unix))]
fn main() {
    eprintln!("this measures on Unix only");
    std::process::exit(2);
}

#[cfg(unix)]
mod unix {
    use std::{
        env,
        path::{self, Path},
        process::ExitCode,
    };

    use enkash_tests::cost::Cost;

    use crate::{
        crates::{self, CRATES},
        measure,
    };

    const BYTES: usize = 450_000;
    const STRUCTS: usize = 20;
    /// Unless the command line says otherwise.
    const RUNS: usize = 3;
    /// For the document in JSON, in seconds of processor time.
    const LIMIT: f64 = 0.5;

    pub(crate) fn main() -> ExitCode {
        let mut arguments = env::args_os().skip(1);
        let (folder, runs) = (arguments.next(), arguments.next());
        let runs = runs.map_or(Some(RUNS), |runs| runs.to_str()?.parse().ok().filter(|runs| *runs > 0));
        let (Some(folder), Some(runs), None) = (folder, runs, arguments.next()) else {
            eprintln!("usage: macro_cost <folder to write to> [number of runs]");
            return ExitCode::from(2);
        };
        enkash_tests::cost::exit(run(Path::new(&folder), runs))
    }

    /// `true` if the limits are kept.
    fn run(folder: &Path, runs: usize) -> Result<bool, String> {
        let text = |error| format!("{}: {error}", folder.display());
        let folder = path::absolute(folder).map_err(text)?;
        let [json, yaml] = crates::write(&folder, BYTES, STRUCTS).map_err(text)?;
        measure::prepare(&folder)?;
        let mut lowest = [Cost::MAX; CRATES.len()];
        for _ in 0..runs {
            // In turns, so that whatever else the machine does meets all of them.
            for (krate, lowest) in CRATES.into_iter().zip(&mut lowest) {
                *lowest = lowest.min(measure::cost(&folder, krate)?);
            }
        }
        println!("cargo build of a module and {STRUCTS} structs, the lowest of {runs} runs\n");
        println!("| crate | document | kB | wall s | added | processor s | added | worked out |");
        println!("|---|---|---:|---:|---:|---:|---:|---:|");
        let mut kept = true;
        for ((index, krate), cost) in CRATES.into_iter().enumerate().zip(lowest) {
            let size = if krate.document == "api.json" { json } else { yaml };
            let count = measure::count(&folder, krate)?;
            let [wall, processor] = [cost.wall, cost.processor()].map(|time| time.as_secs_f64());
            let added_wall = wall - lowest[0].wall.as_secs_f64();
            let added = processor - lowest[0].processor().as_secs_f64();
            println!(
                "| {} | {} | {} | {wall:.2} | {added_wall:.2} | {processor:.2} | {added:.2} | {count} |",
                krate.name,
                krate.document,
                size / 1000,
            );
            kept &= count == usize::from(index > 0) && (krate.name != "bound_json" || added < LIMIT);
        }
        println!(
            "\nlimits (less than {LIMIT} s of processor time with JSON, worked out once) {}",
            if kept { "kept" } else { "MISSED" }
        );
        Ok(kept)
    }
}

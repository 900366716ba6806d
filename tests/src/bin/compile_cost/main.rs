//! What generated types cost the compiler, against serde derives of the same types.
//!
//! `cargo run --release -p enkash-tests --bin compile_cost -- <folder>` makes up a document of 500 types, writes it
//! as three crates (definitions only, our tables, serde derives) into the folder, builds what they depend on, checks
//! each of them three times, and prints the lowest figures. It fails if our tables cost more than a fifth of the
//! derives, above the definitions or in all. For Unix, where a process can be asked what its children cost.

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
    use std::{env, path::Path, process::ExitCode, time::Duration};

    use crate::{
        crates::{Crates, NAMES},
        document,
        measure::{self, Cost},
    };

    const TYPES: usize = 500;
    const RUNS: usize = 3;
    /// Ours against the derives'.
    const LIMIT: f64 = 0.2;

    pub(crate) fn main() -> ExitCode {
        if let Some(code) = measure::wrap() {
            return code;
        }
        let mut arguments = env::args_os().skip(1);
        let (Some(folder), None) = (arguments.next(), arguments.next()) else {
            eprintln!("usage: compile_cost <folder to write to>");
            return ExitCode::from(2);
        };
        enkash_tests::cost::exit(run(Path::new(&folder)))
    }

    /// `true` if the limit is kept.
    fn run(folder: &Path) -> Result<bool, String> {
        let folder = std::path::absolute(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let crates = Crates::write(&document::document(TYPES), &folder)?;
        if crates.types != TYPES {
            return Err(format!("the document has {} types, not {TYPES}", crates.types));
        }
        measure::prepare(&crates)?;
        let mut lowest = [Cost { user: Duration::MAX, memory: u64::MAX }; NAMES.len()];
        for _ in 0..RUNS {
            // In turns, so that whatever else the machine does meets all of them.
            for (name, lowest) in NAMES.iter().zip(&mut lowest) {
                let cost = measure::check(&crates, name)?;
                lowest.user = lowest.user.min(cost.user);
                lowest.memory = lowest.memory.min(cost.memory);
            }
        }
        print(&crates, &lowest)
    }

    fn print(crates: &Crates, costs: &[Cost; NAMES.len()]) -> Result<bool, String> {
        let [floor, tables, derives] = *costs;
        let above = |cost: Cost| cost.user.saturating_sub(floor.user).as_secs_f64();
        let types = f64::from(u32::try_from(TYPES).unwrap_or(u32::MAX));
        println!(
            "cargo check of {TYPES} types, the lowest of {RUNS} runs; per type: above the bare definitions\n"
        );
        println!("| crate | lines | user s | RSS MB | ms/type | KB/type |");
        println!("|---|---:|---:|---:|---:|---:|");
        for (name, cost) in NAMES.iter().zip(costs) {
            let lines = crates.lines(name).map_err(|error| format!("{name}: {error}"))?;
            println!(
                "| {name} | {lines} | {:.2} | {} | {:.2} | {:.0} |",
                cost.user.as_secs_f64(),
                cost.memory >> 20,
                above(*cost) * 1e3 / types,
                cost.memory.saturating_sub(floor.memory) as f64 / 1024.0 / types,
            );
        }
        let in_all = tables.user.as_secs_f64() / derives.user.as_secs_f64();
        let above = above(tables) / above(derives);
        let kept = in_all <= LIMIT && above <= LIMIT;
        println!(
            "\ntables against derives: {in_all:.3} in all, {above:.3} above the definitions, limit {LIMIT} {}",
            if kept { "kept" } else { "MISSED" }
        );
        Ok(kept)
    }
}

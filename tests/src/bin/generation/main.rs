//! What generating costs: the ten largest documents of a folder, beside openapi-to-rust if it is there.
//!
//! `cargo run --release -p enkash-tests --bin generation -- <folder of documents> [<path of openapi-to-rust>]` generates
//! a stand-alone crate of each, three times, in turns, and prints the lowest processor time and peak memory of either
//! program, then the share of each of our stages and what parsing alone takes. It fails if we take more than half of
//! the other's time or memory on a document that it gets through. For Unix, where a program can be asked what another
//! one cost.

#[cfg(unix)]
mod programs;
#[cfg(unix)]
mod stages;

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
        path::{Path, PathBuf},
        process::ExitCode,
    };

    use enkash_tests::{corpus_files, cost::Cost};

    use crate::{
        programs::{self, Peer},
        stages,
    };

    const DOCUMENTS: usize = 10;
    const RUNS: usize = 3;
    /// Ours against the other's.
    const LIMIT: f64 = 0.5;

    pub(crate) fn main() -> ExitCode {
        if let Some(code) = programs::stand_in() {
            return code;
        }
        let mut arguments = env::args_os().skip(1).map(PathBuf::from);
        let (Some(folder), peer, None) = (arguments.next(), arguments.next(), arguments.next()) else {
            eprintln!("usage: generation <folder of documents> [<path of openapi-to-rust>]");
            return ExitCode::from(2);
        };
        enkash_tests::cost::exit(run(&folder, peer))
    }

    /// `true` if the limit is kept.
    fn run(folder: &Path, peer: Option<PathBuf>) -> Result<bool, String> {
        let documents: Vec<_> = corpus_files(folder)?.into_iter().take(DOCUMENTS).collect();
        let peer = peer.map(Peer::new).transpose()?;
        if peer.is_none() {
            println!("openapi-to-rust was not named: nothing is compared\n");
        }
        println!("the lowest of {RUNS} runs: processor seconds and peak MB of the whole program\n");
        println!("| document | MB | s | theirs | ratio | peak MB | theirs | ratio |");
        println!("|---|---:|---:|---:|---:|---:|---:|---:|");
        let mut kept = true;
        for document in &documents {
            let (mut ours, mut theirs) = (Cost::MAX, peer.as_ref().map(|_| Cost::MAX));
            for _ in 0..RUNS {
                ours = ours.min(programs::ours(document)?);
                if let (Some(peer), Some(lowest)) = (&peer, theirs) {
                    theirs = peer.generate(document)?.map(|cost| lowest.min(cost));
                }
            }
            kept &= row(document, ours, theirs);
        }
        println!("\nlimit: {LIMIT} of either {}\n", if kept { "kept" } else { "MISSED" });
        stages::print(&documents)?;
        Ok(kept)
    }

    fn row(document: &Path, ours: Cost, theirs: Option<Cost>) -> bool {
        let name = document.file_stem().unwrap_or_default().to_string_lossy();
        let size = std::fs::metadata(document).map_or(0, |metadata| metadata.len());
        let [seconds, memory] = figures(ours);
        let (Some(theirs), megabytes) = (theirs.map(figures), size as f64 / 1e6) else {
            println!("| {name} | {:.1} | {seconds:.2} | - | - | {memory:.0} | - | - |", size as f64 / 1e6);
            return true;
        };
        let ratios = [seconds / theirs[0], memory / theirs[1]];
        println!(
            "| {name} | {megabytes:.1} | {seconds:.2} | {:.2} | {:.2} | {memory:.0} | {:.0} | {:.2} |",
            theirs[0], ratios[0], theirs[1], ratios[1]
        );
        ratios.iter().all(|ratio| *ratio <= LIMIT)
    }

    /// Processor seconds and peak megabytes.
    fn figures(cost: Cost) -> [f64; 2] {
        [cost.processor().as_secs_f64(), cost.memory as f64 / 1e6]
    }
}

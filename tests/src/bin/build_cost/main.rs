//! What generated crates cost those who build them: five well-known documents, beside other generators.
//!
//! `cargo run --release -p enkash-tests --bin build_cost -- <folder of documents> <folder to write to> [name=path …]`
//! generates a stand-alone crate of each document, and one with each of the other programs that are named
//! (`openapi-to-rust=…`, `oas3-gen=…`, `ploidy=…`), builds what they depend on, and then checks the crate alone,
//! twice unless that takes long, without incremental compilation; the lower figures are printed. Then it builds a
//! program that calls three operations of ours and strips it. It fails if ours takes more than a fifth of the seconds,
//! a third of the memory, or half the lines of the best other crate that passes the check. For Unix, where a program
//! can be asked what another one cost.

#[cfg(unix)]
mod cargo;
#[cfg(unix)]
mod others;
#[cfg(unix)]
mod ours;
#[cfg(unix)]
mod program;

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

    use enkash_tests::corpus_files;

    use crate::{
        cargo::{self, Cost},
        others::Other,
        ours, program,
    };

    /// The beginnings of the names of their files.
    const DOCUMENTS: [&str; 5] = ["stripe", "github", "kubernetes", "plaid", "box"];
    /// Ours against the best other, in seconds, memory and lines.
    const LIMITS: [f64; 3] = [1.0 / 5.0, 1.0 / 3.0, 1.0 / 2.0];

    pub(crate) fn main() -> ExitCode {
        let mut arguments = env::args_os().skip(1);
        let (Some(documents), Some(out)) = (arguments.next(), arguments.next()) else {
            eprintln!(
                "usage: build_cost <folder of documents> <folder to write to> [name=path of another generator …]"
            );
            return ExitCode::from(2);
        };
        let others: Result<Vec<Other>, String> =
            arguments.map(|argument| Other::parse(&argument.to_string_lossy())).collect();
        enkash_tests::cost::exit(
            others.and_then(|others| run(Path::new(&documents), Path::new(&out), &others)),
        )
    }

    /// `true` if the limits are kept.
    fn run(documents: &Path, out: &Path, others: &[Other]) -> Result<bool, String> {
        let out = std::path::absolute(out).map_err(|error| format!("{}: {error}", out.display()))?;
        println!("| document | generator | lines | check s | processor s | peak MB | result |");
        println!("|---|---|---:|---:|---:|---:|---|");
        let (mut kept, mut programs) = (true, Vec::new());
        for name in DOCUMENTS {
            let document = largest(documents, name)?;
            let folder = out.join(name);
            let krate = ours::generate(&document, &folder.join("ours"))?;
            let cost = cargo::check(&krate, &out.join("target"))??;
            row(name, "ours", &Ok(cost));
            let mut best: Option<Cost> = None;
            for other in others {
                let outcome =
                    other.check(&document, &folder.join(other.name()), &out.join("target-others"))?;
                row(name, other.name(), &outcome);
                if let Ok(cost) = outcome {
                    best =
                        Some(best.map_or(cost, |best| if cost.seconds < best.seconds { cost } else { best }));
                }
            }
            if let Some(best) = best {
                kept &= ratios(name, cost, best);
            }
            programs.push((
                name,
                program::build(&document, &krate, &folder.join("program"), &out.join("target"))?,
            ));
        }
        println!("\nlimits against the fastest complete one {}", if kept { "kept" } else { "MISSED" });
        println!("\na program that calls three operations, built for development:\n");
        println!("| document | build s of the program and the client | stripped MB |");
        println!("|---|---:|---:|");
        for (name, (seconds, bytes)) in programs {
            println!("| {name} | {seconds:.1} | {:.1} |", bytes as f64 / 1e6);
        }
        Ok(kept)
    }

    fn largest(folder: &Path, prefix: &str) -> Result<PathBuf, String> {
        let files = corpus_files(folder)?;
        let found = files.into_iter().find(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{prefix}__")))
        });
        found.ok_or_else(|| format!("{}: there is no document `{prefix}__…`", folder.display()))
    }

    fn row(document: &str, generator: &str, outcome: &Result<Cost, String>) {
        match outcome {
            Ok(Cost { lines, seconds, processor, memory }) => println!(
                "| {document} | {generator} | {lines} | {seconds:.1} | {processor:.1} | {:.0} | passes |",
                *memory as f64 / 1e6
            ),
            Err(reason) => println!("| {document} | {generator} | - | - | - | - | {reason} |"),
        }
    }

    fn ratios(document: &str, ours: Cost, best: Cost) -> bool {
        let pairs = [
            (ours.seconds, best.seconds),
            (ours.memory as f64, best.memory as f64),
            (ours.lines as f64, best.lines as f64),
        ];
        let ratios = pairs.map(|(ours, best)| ours / best);
        println!(
            "| {document} | ours against the best | {:.2} | {:.2} | | {:.2} | |",
            ratios[2], ratios[0], ratios[1]
        );
        ratios.iter().zip(LIMITS).all(|(ratio, limit)| *ratio <= limit)
    }
}

//! How the time of a run is divided among its stages, and what parsing alone takes.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use enkash_gen::{
    lower, names, passes,
    pipeline::{self, Options},
    report::{Report, Sources},
};

const STAGES: [&str; 6] = ["load", "lower", "passes", "names", "render", "print"];

/// Prints a row per document.
///
/// Fails, with what to tell the user, if a document is not generated.
pub(crate) fn print(documents: &[PathBuf]) -> Result<(), String> {
    println!("milliseconds of each stage in this process, nothing written; parsing is a part of loading\n");
    println!("| document | parse | {} |", STAGES.join(" | "));
    println!("|---|---:|{}", "---:|".repeat(STAGES.len()));
    let mut sums = [Duration::ZERO; STAGES.len()];
    for path in documents {
        let (parse, stages) = measure(path).ok_or_else(|| format!("{}: not generated", path.display()))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let cells = stages.map(|time| format!("{:.0}", time.as_secs_f64() * 1e3)).join(" | ");
        println!("| {name} | {:.0} | {cells} |", parse.as_secs_f64() * 1e3);
        for (sum, time) in sums.iter_mut().zip(stages) {
            *sum += time;
        }
    }
    let whole: Duration = sums.iter().sum();
    let shares = sums.map(|time| format!("{:.0} %", 100.0 * time.as_secs_f64() / whole.as_secs_f64()));
    println!("| share | | {} |", shares.join(" | "));
    Ok(())
}

fn measure(path: &Path) -> Option<(Duration, [Duration; STAGES.len()])> {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let options = Options::default();
    let text = fs::read_to_string(path).ok()?;
    let (parsed, parse) = timed(|| enkash_gen::load::is_well_formed(&text));
    if !parsed {
        return None;
    }
    let (document, load) = timed(|| enkash_gen::load::load(path, &mut sources, &mut report));
    let document = document?;
    let (mut api, lower) = timed(|| lower::lower(&document, &mut report));
    let ((), passes) = timed(|| passes::run(&mut api));
    let (names, naming) = timed(|| names::name(&api));
    let (tokens, render) = timed(|| pipeline::inline(&api, &names, &options, &mut report));
    drop(tokens?);
    let (generated, both) = timed(|| pipeline::generate_api(&api, &names, &options, &mut report));
    generated?;
    Some((parse, [load, lower, passes, naming, render, both.saturating_sub(render)]))
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

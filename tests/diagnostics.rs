//! What the generator says about documents that are wrong, or beyond what it can express, and what it makes of
//! the rest of them.
//!
//! `BLESS=1 cargo test -p enkash-tests --test diagnostics` writes what the first test compares with.

#[path = "diagnostics/unsupported.rs"]
mod unsupported;

use std::{fs, num::NonZero, path::Path, thread};

use enkash_gen::{
    ir::{Api, Operation, Skipped},
    load,
    pipeline::{self, Options},
    report::{Code, Diagnostic, Report, Severity, Sources, lines, render},
};

const COMMAND: &str = "BLESS=1 cargo test -p enkash-tests --test diagnostics";

/// A document that was worked out.
struct Outcome {
    sources: Sources,
    report: Report,
    api: Api,
}

fn analyse(name: &str, text: &str) -> Outcome {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let document = load::load_text(name, text, &mut sources, &mut report);
    let api = document.map(|document| pipeline::analyse(&document, &mut report).0).unwrap_or_default();
    Outcome { sources, report, api }
}

impl Outcome {
    /// `severity code`, in the order in which they were found.
    fn codes(&self) -> Vec<String> {
        self.report.iter().map(|diagnostic| format!("{} {}", diagnostic.severity, diagnostic.code)).collect()
    }

    fn generated(&self) -> Vec<String> {
        self.api.operations.iter().map(Operation::label).collect()
    }

    fn skipped(&self) -> Vec<(String, Code)> {
        let label = |skipped: &Skipped| {
            skipped.id.clone().unwrap_or_else(|| format!("{} {}", skipped.method, skipped.path))
        };
        self.api.skipped.iter().map(|skipped| (label(skipped), skipped.code)).collect()
    }

    /// The line and column of a diagnostic.
    fn place(&self, diagnostic: &Diagnostic) -> Option<(usize, usize)> {
        lines(&[diagnostic], &self.sources).pop().flatten()
    }
}

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(folder().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn ten_mistakes_are_ten_diagnostics_with_line_column_and_help() {
    let text = read("diagnostics/ten_mistakes.yaml");
    let outcome = analyse("ten_mistakes.yaml", &text);
    let mut places: Vec<_> =
        outcome.report.iter().filter_map(|diagnostic| outcome.place(diagnostic)).collect();
    assert_eq!(places.len(), 10);
    // Each points to the line whose comment numbers the mistake.
    let marked =
        (1..).zip(text.lines()).filter(|(_, line)| line.contains("# mistake ")).map(|(number, _)| number);
    places.sort_unstable();
    assert_eq!(places.iter().map(|(line, _)| *line).collect::<Vec<_>>(), marked.collect::<Vec<_>>());
    assert!(outcome.report.iter().all(|diagnostic| !diagnostic.advice().is_empty()));

    let golden = folder().join("diagnostics/ten_mistakes.txt");
    let rendered = render(&outcome.report, &outcome.sources, false);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&golden, &rendered).unwrap_or_else(|error| panic!("{}: {error}", golden.display()));
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    assert_eq!(rendered, expected, "if this is how it should read, run `{COMMAND}`");
}

#[test]
fn what_ten_mistakes_do_not_touch_is_still_worked_out() {
    let outcome = analyse("ten_mistakes.yaml", &read("diagnostics/ten_mistakes.yaml"));
    // A schema that is not there is any value; a parameter or a body that is not there leaves nothing to send.
    assert_eq!(
        outcome.generated(),
        ["listBooks", "addBranch", "getLoan", "getMember", "listFines", "listFines", "createSession"]
    );
    let skipped = |name: &str, code| (name.to_owned(), code);
    assert_eq!(
        outcome.skipped(),
        [
            skipped("addBook", Code::UnresolvedRef),
            skipped("listBranches", Code::InvalidNode),
            skipped("addMember", Code::ExternalRef),
        ]
    );
}

#[test]
fn what_cannot_be_expressed_costs_only_the_operation_that_needs_it() {
    for case in unsupported::CASES {
        let outcome = analyse("case.yaml", &case.document());
        let rendered = render(&outcome.report, &outcome.sources, false);
        let severity = case.code.severity();
        assert_eq!(outcome.codes(), [format!("{severity} {}", case.code)], "{}\n{rendered}", case.name);
        assert_eq!(outcome.skipped(), [("odd".to_owned(), case.code)], "{}", case.name);
        assert_eq!(outcome.generated(), ["plain"], "{}", case.name);
        assert!(outcome.report.iter().all(|diagnostic| outcome.place(diagnostic).is_some()), "{}", case.name);
        // It is the end only where nothing may be left out.
        assert!(!outcome.report.failed(false), "{}", case.name);
        assert!(outcome.report.failed(true), "{}", case.name);
    }
}

#[test]
fn what_costs_nothing_is_said_and_everything_is_generated() {
    for case in unsupported::TOLERATED {
        let outcome = analyse("case.yaml", &case.document());
        let rendered = render(&outcome.report, &outcome.sources, false);
        assert_eq!(
            outcome.codes(),
            [format!("{} {}", case.severity(), case.code)],
            "{}\n{rendered}",
            case.name
        );
        assert_eq!(outcome.skipped(), [], "{}", case.name);
        assert_eq!(outcome.generated(), ["odd", "plain"], "{}", case.name);
        assert!(!outcome.report.failed(false), "{}", case.name);
        assert_eq!(outcome.report.failed(true), case.severity() != Severity::Warning, "{}", case.name);
    }
}

/// The test is that it ends: nothing in a document may make the generator panic.
#[test]
fn no_cut_and_no_missing_line_makes_it_panic() {
    let text = read("golden/library.yaml");
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let run = |at: usize| {
        analyse("cut.yaml", &lines[..at].concat());
        analyse("without.yaml", &[&lines[..at], &lines[at + 1..]].concat().concat());
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        for first in 0..threads {
            let (run, count) = (&run, lines.len());
            scope.spawn(move || (first..count).step_by(threads).for_each(run));
        }
    });
}

/// Likewise of an overlay.
#[test]
fn no_damaged_overlay_makes_it_panic() {
    let (document, overlay) = (read("diagnostics/overlaid.yaml"), read("diagnostics/overlaid.overlay.yaml"));
    let run = |overlay: &str| {
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let overlays = [("damaged.overlay.yaml", overlay)];
        let document =
            load::load_text_with("overlaid.yaml", document.as_str(), &overlays, &mut sources, &mut report);
        document.map(|document| pipeline::analyse(&document, &mut report));
        render(&report, &sources, false);
    };
    for (at, _) in overlay.char_indices() {
        run(&overlay[..at]);
    }
    let lines: Vec<&str> = overlay.split_inclusive('\n').collect();
    for at in 0..lines.len() {
        run(&[&lines[..at], &lines[at + 1..]].concat().concat());
        let mut swapped = lines.clone();
        swapped.swap(at, (at + 3) % lines.len());
        run(&swapped.concat());
    }
}

#[test]
fn what_is_left_of_a_damaged_document_is_printed_as_rust() {
    let text = read("golden/obstacle.yaml");
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    // Every line would take a minute; a prime keeps the sample off the document's own rhythm.
    for at in (0..lines.len()).step_by(17) {
        let without = [&lines[..at], &lines[at + 1..]].concat().concat();
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let Some(document) = load::load_text("obstacle.yaml", without, &mut sources, &mut report) else {
            continue;
        };
        let generated = pipeline::generate(&document, &Options::default(), &mut report);
        assert!(generated.is_some() && !report.has_code(Code::Internal), "without line {}", at + 1);
    }
}

/// Mistakes in an overlay stand at its own lines, and so do those in what it has put into the document.
#[test]
fn mistakes_of_an_overlay_are_found_in_one_run_with_their_lines() {
    let (document, overlay) = (read("diagnostics/overlaid.yaml"), read("diagnostics/overlaid.overlay.yaml"));
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let overlays = [("overlaid.overlay.yaml", overlay.as_str())];
    let document = load::load_text_with("overlaid.yaml", document, &overlays, &mut sources, &mut report)
        .expect("the document can be read");
    pipeline::analyse(&document, &mut report);
    let outcome = Outcome { sources, report, api: Api::default() };
    let mut places: Vec<usize> = outcome
        .report
        .iter()
        .map(|diagnostic| outcome.place(diagnostic).map_or(0, |(line, _)| line))
        .collect();
    places.sort_unstable();
    let marked =
        (1..).zip(overlay.lines()).filter(|(_, line)| line.contains("# mistake: ")).map(|(number, _)| number);
    assert_eq!(places, marked.collect::<Vec<_>>(), "{}", render(&outcome.report, &outcome.sources, false));
    assert!(outcome.report.failed(false), "what is not corrected is not generated");

    let golden = folder().join("diagnostics/overlaid.txt");
    let rendered = render(&outcome.report, &outcome.sources, false);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&golden, &rendered).unwrap_or_else(|error| panic!("{}: {error}", golden.display()));
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    assert_eq!(rendered, expected, "if this is how it should read, run `{COMMAND}`");
}

//! The whole way of a document, from its text to printed files and a printed report, and how long it may take.

use std::{sync::mpsc, time::Duration};

use enkash_gen::{
    emit::FileSet,
    load,
    pipeline::{self, OperationRow, Options},
    report::{Report, Sources, render_some},
};

use crate::count::{Cost, cost};

/// What became of a document.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Outcome {
    /// Operations that there is code for.
    pub(crate) generated: usize,
    /// Operations that were left out.
    pub(crate) skipped: usize,
    pub(crate) types: usize,
    /// Whether the document itself was refused.
    pub(crate) refused: bool,
    /// Bytes of the printed files.
    pub(crate) printed: usize,
    pub(crate) diagnostics: usize,
    /// Bytes of the printed report.
    pub(crate) said: usize,
    pub(crate) cost: Cost,
}

/// Runs a document through all stages. What is printed is Rust.
pub(crate) fn run(name: &str, text: String) -> Outcome {
    let mut outcome = Outcome::default();
    let mut files = None;
    outcome.cost = cost(|| {
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let generated = load::load_text(name, text, &mut sources, &mut report)
            .and_then(|document| pipeline::generate(&document, &Options::default(), &mut report));
        outcome.diagnostics = report.iter().count();
        outcome.said = render_some(&report, &sources, false, "").len();
        match generated {
            None => {
                outcome.refused = true;
                assert!(report.failed(false), "a document is refused without a reason");
            }
            Some(generated) => {
                let codes: Vec<_> = generated.operations.iter().filter_map(OperationRow::skipped).collect();
                let reasons = codes.iter().all(|code| report.has_code(*code));
                assert!(reasons, "operations are left out without a word: {codes:?}");
                let skipped = codes.len();
                (outcome.skipped, outcome.generated) = (skipped, generated.operations.len() - skipped);
                outcome.types = generated.types;
                outcome.printed = generated.files.iter().map(|(_, text)| text.len()).sum();
                files = Some(generated.files);
            }
        }
    });
    for (path, text) in files.iter().flat_map(FileSet::iter).filter(|(path, _)| path.ends_with(".rs")) {
        if let Err(error) = syn::parse_file(text) {
            panic!("{path} is no Rust: {error}");
        }
    }
    outcome
}

/// Does the work in a thread as large as the main thread of a program, and fails if it does not end: a loop would
/// otherwise hold up the test run without a word.
pub(crate) fn within<T: Send + 'static>(what: &str, work: impl FnOnce() -> T + Send + 'static) -> T {
    const LIMIT: Duration = Duration::from_secs(300);
    let (sender, receiver) = mpsc::channel();
    let worker = std::thread::Builder::new()
        .name(what.to_owned())
        .stack_size(8 << 20)
        .spawn(move || _ = sender.send(work()))
        .expect("a thread");
    match receiver.recv_timeout(LIMIT) {
        Ok(value) => value,
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("{what}: no end after {LIMIT:?}, so there is a loop"),
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            std::panic::resume_unwind(worker.join().expect_err("it has panicked"))
        }
    }
}

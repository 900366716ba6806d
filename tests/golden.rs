//! Goldens: what the generator makes of fourteen documents is in the repository, as code that is compiled and as a
//! listing of its public items that is read in reviews.
//!
//! `BLESS=1 cargo test -p enkash-tests --test golden` writes what this test otherwise compares with.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use enkash_gen::{
    emit::{ChangeKind, FileSet, Mode},
    load,
    pipeline::{self, Layout, Options, Settings},
    project::Project,
    report::{Report, Sources, render},
};

/// In place of a document: the product of that name, with its overlays and its names.
const PRODUCT: &str = "";

/// The name of the module, its document, and what is said about it: nothing is wrong in one that is not about that,
/// nor beyond the generator.
const CASES: [(&str, &str, &str); 14] = [
    ("answers", "golden/answers.yaml", ""),
    ("bank", "golden/bank.yaml", ""),
    ("bills", PRODUCT, ""),
    ("doors", "golden/doors.yaml", ""),
    ("expense", PRODUCT, ""),
    ("library", "golden/library.yaml", ""),
    ("limits", "golden/limits.yaml", ""),
    ("obstacle", "golden/obstacle.yaml", ""),
    ("peers", "golden/peers.yaml", "1 warning"), // a path without a slash
    ("rewards", PRODUCT, ""),
    ("shapes", "golden/shapes.yaml", ""),
    ("theatre", "golden/theatre.yaml", ""),
    ("unions", "golden/unions.yaml", ""),
    ("uploads", "golden/uploads.yaml", ""),
];

/// The module that holds what is sent against the limits of its document.
const CHECKED: &str = "limits";

/// The module that is laid out by tags.
const BY_TAGS: &str = "theatre";

const COMMAND: &str = "BLESS=1 cargo test -p enkash-tests --test golden";

/// How many differing lines of a file a failure shows.
const SHOWN: usize = 5;

#[test]
fn generated_code_is_the_golden() {
    let folder = root().join("golden");
    let files = generate();
    let mode = if std::env::var_os("BLESS").is_some() { Mode::Write } else { Mode::Check };
    let changes = files.apply(&folder, mode).unwrap_or_else(|diagnostic| panic!("{}", diagnostic.message));
    let mut differences = String::new();
    for change in changes.iter().filter(|change| change.kind != ChangeKind::Unchanged) {
        let golden = fs::read_to_string(folder.join(&change.path)).unwrap_or_default();
        let generated = files.get(&change.path).unwrap_or_default();
        _ = writeln!(differences, "{}: {}", change.path, change.kind.as_str());
        differences.push_str(&first_differences(&golden, generated));
    }
    assert!(
        mode == Mode::Write || differences.is_empty(),
        "what is generated differs from the goldens; if it should, run `{COMMAND}`\n\n{differences}"
    );
}

#[test]
fn generated_code_does_not_depend_on_the_run() {
    assert_eq!(generate(), generate());
}

fn generate() -> FileSet {
    let mut files = FileSet::new();
    for (name, path, said) in CASES {
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let (document, settings) = if path == PRODUCT {
            let project = Project::open(&root().join("../spec"), &mut sources, &mut report);
            let product = project.and_then(|project| project.product(name).cloned()).expect("it is listed");
            (product.load(&mut sources, &mut report), product.settings)
        } else {
            let text =
                fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            let settings = Settings {
                checks: name == CHECKED,
                layout: (name == BY_TAGS).then_some(Layout::Tags),
                ..Settings::default()
            };
            (load::load_text(&format!("{name}.yaml"), text, &mut sources, &mut report), settings)
        };
        let module = Some(format!("enkash_tests::golden::{name}"));
        let options = Options { module, settings, ..Options::default() };
        let generated = document.and_then(|document| pipeline::generate(&document, &options, &mut report));
        assert_eq!(report.summary(), said, "{}", render(&report, &sources, false));
        let generated = generated.expect("a sound document is generated");
        let listing = generated.files.listing().expect("what is generated parses");
        files.mount(name, generated.files);
        files.insert(format!("{name}.api.txt"), listing);
    }
    files
}

/// The first lines in which two texts differ, with their numbers.
fn first_differences(golden: &str, generated: &str) -> String {
    let mut out = String::new();
    let (golden, generated): (Vec<_>, Vec<_>) = (golden.lines().collect(), generated.lines().collect());
    let differing = (0..golden.len().max(generated.len())).filter(|&at| golden.get(at) != generated.get(at));
    for at in differing.take(SHOWN) {
        for (sign, lines) in [('-', &golden), ('+', &generated)] {
            if let Some(line) = lines.get(at) {
                _ = writeln!(out, "  {sign}{:>5}: {line}", at + 1);
            }
        }
    }
    out
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

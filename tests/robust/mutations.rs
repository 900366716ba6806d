//! Documents that went wrong in random places are read, judged, and printed as Rust.

use std::{fs, path::Path};

use enkash_gen::{
    load,
    report::{Report, Sources},
};
use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{Config, TestRunner},
};
use serde_json::Value;

use crate::{
    mutate::{apply, change, two_paths},
    run::{run, within},
};

/// What is changed, relative to this package. Of the long ones two paths are left.
pub(crate) const DOCUMENTS: [(&str, bool); 7] = [
    ("robust/dense_20.yaml", false),
    ("robust/dense_30.yaml", false),
    ("robust/dense_31.yaml", false),
    ("golden/library.yaml", true),
    ("golden/obstacle.yaml", true),
    ("golden/peers.yaml", true),
    ("golden/shapes.yaml", true),
];

/// One of the trees of [`DOCUMENTS`], as it is before it is changed.
pub(crate) fn cut(trees: &[Value], at: usize, first: u32) -> Value {
    let mut tree = trees[at].clone();
    if DOCUMENTS[at].1 {
        two_paths(&mut tree, first);
    }
    tree
}

/// How many cases a run has, if `PROPTEST_CASES` does not say.
const CASES: u32 = 48;

pub(crate) fn runner() -> TestRunner {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

pub(crate) fn text(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Any place of any document.
pub(crate) fn document() -> impl Strategy<Value = (usize, u32)> {
    (prop_oneof![4 => 0..3_usize, 1 => 3..DOCUMENTS.len()], any::<u32>())
}

#[test]
fn documents_are_sound_before_they_are_changed() {
    for (path, _) in DOCUMENTS {
        let outcome = run(path, text(path));
        assert!(!outcome.refused && outcome.generated > 0 && outcome.skipped == 0, "{path}: {outcome:?}");
    }
}

#[test]
fn no_change_of_the_tree_panics() {
    within("changed trees", || {
        let trees = DOCUMENTS.map(|(path, _)| tree(path));
        let changes = (document(), vec(change(), 1..6));
        let result = runner().run(&changes, |((at, first), changes)| {
            let mut tree = cut(&trees, at, first);
            for change in &changes {
                apply(&mut tree, change);
            }
            // Splices may double a document each; what is asked of the generator stays small.
            let text = tree.to_string();
            prop_assume!(text.len() < 200_000);
            let length = text.len();
            let outcome = run("changed.json", text);
            prop_assert!(outcome.printed + outcome.said < 2_000_000 + 100 * length, "{outcome:?}");
            Ok(())
        });
        result.unwrap_or_else(|error| panic!("{error}"));
    });
}

/// The document as a tree, by the loader, which is the only one here that reads YAML.
pub(crate) fn tree(path: &str) -> Value {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let document = load::load_text(path, text(path), &mut sources, &mut report);
    document.unwrap_or_else(|| panic!("{path}: {}", report.summary())).root().value().clone()
}

/// A change of a line of YAML: which one, and how.
#[derive(Debug, Clone, Copy)]
enum Edit {
    Delete,
    Repeat,
    Indent,
    Cut(u32),
    Insert(usize, u32),
}

/// Text with a meaning in YAML.
const SIGNS: &[&str] = &[
    "&a ",
    "*a",
    "<<: *a",
    "!!binary ",
    "!x ",
    "? ",
    ": ",
    "- ",
    "\t",
    "|\n",
    ">-\n",
    "'",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    "#",
    "---\n",
    "...\n",
    "%YAML 9\n",
    "\u{feff}",
    "\u{0}",
    "\r",
    "\u{85}",
    "é",
    "@",
    "`",
    "~",
    "0x7f",
    ".nan",
    "1e999",
    "99999999999999999999",
    "2031-01-01",
    "yes",
    "null",
    "$ref: '#/paths'\n",
    "\\u0000",
];

fn edit() -> impl Strategy<Value = (u32, Edit)> {
    let edit = prop_oneof![
        Just(Edit::Delete),
        Just(Edit::Repeat),
        Just(Edit::Indent),
        any::<u32>().prop_map(Edit::Cut),
        (0..SIGNS.len(), any::<u32>()).prop_map(|(sign, at)| Edit::Insert(sign, at)),
    ];
    (any::<u32>(), edit)
}

fn edited(text: &str, edits: &[(u32, Edit)]) -> String {
    let mut lines: Vec<String> = text.lines().map(ToOwned::to_owned).collect();
    let boundary = |line: &str, at: u32| {
        let starts: Vec<_> = line.char_indices().map(|(at, _)| at).chain([line.len()]).collect();
        starts[at as usize % starts.len()]
    };
    for &(at, edit) in edits {
        let at = at as usize % lines.len();
        match edit {
            Edit::Delete => drop(lines.remove(at)),
            Edit::Repeat => lines.insert(at, lines[at].clone()),
            Edit::Indent => lines[at].insert_str(0, "  "),
            Edit::Cut(column) => {
                let column = boundary(&lines[at], column);
                lines[at].truncate(column);
            }
            Edit::Insert(sign, column) => {
                let column = boundary(&lines[at], column);
                lines[at].insert_str(column, SIGNS[sign]);
            }
        }
    }
    lines.join("\n")
}

#[test]
fn no_change_of_the_text_panics() {
    within("changed texts", || {
        let texts = [0, 1, 2].map(|at: usize| text(DOCUMENTS[at].0));
        let result = runner().run(&(0..texts.len(), vec(edit(), 1..5)), |(at, edits)| {
            run("changed.yaml", edited(&texts[at], &edits));
            Ok(())
        });
        result.unwrap_or_else(|error| panic!("{error}"));
    });
}

//! When the page changes: real changes of EnKash's documentation, each played from the saved page to the line of a
//! user's program that is wrong now.
//!
//! A folder of `changes/` is a change: the page before and after (transcriptions with made-up values), the program that
//! somebody wrote in between, and what is said of the change: `transcript.txt` by the command line, and
//! `program.stderr` by the compiler, of which `//~ wrong` marks the lines. The program is never touched. Its
//! `spec = "…"` is imported from the page before, with which it must compile and run, and then from the page after.
//!
//! After a change on purpose: `BLESS=1 TRYBUILD=overwrite cargo test -p enkash-tests --test changes`, then read the
//! transcripts as a maintainer would, and the answers as a user would.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use enkash_gen::{
    cli::{self, Exit},
    diff::{Bump, Diff},
    report::{Report, Sources},
};

/// What the compiler does with the program after the change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Program {
    Fails,
    Compiles,
}
use Program::{Compiles, Fails};

/// The changes: where they are, the pages that are imported after them, and what becomes of the program.
const CHANGES: [(&str, &[&str], Program); 9] = [
    ("path_moved", &["after.txt"], Fails),
    ("field_became_required", &["after.txt"], Fails),
    ("enum_appeared", &["after.txt"], Fails),
    ("body_became_an_object", &["after.txt"], Fails),
    ("post_became_get", &["after.txt"], Fails),
    ("answer_became_an_object", &["after.txt"], Fails),
    ("answer_in_camel_case", &["after.txt"], Fails),
    ("server_changed", &["after.txt"], Compiles),
    ("page_shows_less", &["after.txt", "before.txt"], Compiles),
];

/// Which of the pages a description is of.
const SIDES: [&str; 2] = ["before", "after"];

/// The variable that says which description the programs are compiled with: `before` or `after`.
const SIDE: &str = "CHANGES_SIDE";

fn folder(change: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("changes").join(change)
}

/// Where the descriptions of one side are, each by the name of its change.
fn descriptions(side: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("changes").join(side)
}

fn description(side: &str, change: &str) -> String {
    descriptions(side).join(format!("{change}.yaml")).display().to_string()
}

#[test]
fn maintainer_is_told_what_changed() {
    for (change, _, program) in CHANGES {
        let mut transcript = Transcript::default();
        for side in SIDES {
            let (exit, said) = &imports()[&(change, side)];
            assert_eq!(*exit, Exit::Fine, "{change}: the pages can be imported: {said}");
            let pages = pages(change, side).iter().map(|page| format!("{change}/{page} "));
            let typed = format!("import {}--out {side}/{change}.yaml", pages.collect::<String>());
            transcript.add(&typed, *exit, said);
        }
        let [before, after] = SIDES.map(|side| description(side, change));
        let typed = format!("diff before/{change}.yaml after/{change}.yaml --all --fail-on breaking");
        let exit = transcript.run(&typed, &["diff", &before, &after, "--all", "--fail-on", "breaking"]);
        golden(&folder(change).join("transcript.txt"), &transcript.text);

        let (mut sources, mut report) = (Sources::new(), Report::new());
        let diff = Diff::between(&before, &after, &mut sources, &mut report).expect("both can be loaded");
        // What the compiler says is what the verdict said.
        let is_major = diff.bump() == Bump::Major;
        assert_eq!(is_major, program == Fails, "{change}: the verdict is {}", diff.bump());
        assert_eq!(exit, if is_major { Exit::Differs } else { Exit::Fine }, "{change}");
    }
}

/// What is typed and what is answered.
#[derive(Default)]
struct Transcript {
    text: String,
}

impl Transcript {
    fn run(&mut self, typed: &str, arguments: &[&str]) -> Exit {
        let (exit, said) = enkash(arguments);
        self.add(typed, exit, &said);
        exit
    }

    fn add(&mut self, typed: &str, exit: Exit, said: &str) {
        self.text += &format!("$ enkash-gen {typed}\n{said}");
        if exit != Exit::Fine {
            self.text += &format!("(exit code {})\n", exit.code());
        }
        self.text += "\n";
    }
}

/// Runs the command line in this process; what it says has paths from the folder of the change on.
fn enkash(arguments: &[&str]) -> (Exit, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = cli::run(["enkash-gen"].iter().chain(arguments), &mut out, &mut err);
    let mut text = String::from_utf8([err, out].concat()).expect("text");
    for folder in [folder(""), descriptions("")] {
        text = text.replace(&format!("{}/", folder.display().to_string().trim_end_matches('/')), "");
    }
    (exit, text)
}

/// Compares with the committed file, or writes it.
fn golden(file: &Path, text: &str) {
    if env::var_os("BLESS").is_some() {
        fs::write(file, text).expect("the golden is written");
        return;
    }
    let committed = fs::read_to_string(file).unwrap_or_default();
    assert!(
        committed == text,
        "`{}` is out of date: BLESS=1 cargo test -p enkash-tests --test changes\n{text}",
        file.display()
    );
}

/// The compiler runs twice over all programs, and not twice for each: once with every description of a side.
#[test]
fn user_is_led_to_the_lines_that_are_wrong_now() {
    assert_eq!(imports().len(), 2 * CHANGES.len());
    for side in SIDES {
        let child = Command::new(env::current_exe().expect("a test knows its program"))
            .args(["--ignored", "--exact", "programs_with_the_descriptions_of_one_side", "--nocapture"])
            .env(SIDE, side)
            .env("ENKASH_SPEC_ROOT", descriptions(side))
            .status();
        assert!(child.expect("the test can be started once more").success(), "the programs, {side}");
    }
    for (change, _, program) in CHANGES {
        let marked = marked(change);
        assert_eq!(marked.is_empty(), program == Compiles, "{change}: whether a line is wrong");
        if program == Fails {
            assert_eq!(blamed(change), marked, "{change}: the compiler points at the lines that are wrong");
        }
    }
}

#[test]
#[ignore = "is started by the other, in a process of its own, since the macro finds descriptions by its environment"]
fn programs_with_the_descriptions_of_one_side() {
    let Ok(side) = env::var(SIDE) else { return };
    let cases = trybuild::TestCases::new();
    for (change, _, program) in CHANGES {
        let path = format!("changes/{change}/program.rs");
        if side == "after" && program == Fails { cases.compile_fail(path) } else { cases.pass(path) }
    }
}

/// How each import ended, and what was said, by change and side.
type Imports = BTreeMap<(&'static str, &'static str), (Exit, String)>;

/// Imports all pages, once for both tests.
fn imports() -> &'static Imports {
    static IMPORTS: LazyLock<Imports> = LazyLock::new(|| {
        for side in SIDES {
            // An import over another description would keep what only that one has.
            _ = fs::remove_dir_all(descriptions(side));
            fs::create_dir_all(descriptions(side)).expect("a folder can be made");
        }
        let both = |change: &(&'static str, _, _)| SIDES.map(|side| (change.0, side));
        CHANGES.iter().flat_map(both).map(|key| (key, import(key.0, key.1))).collect()
    });
    &IMPORTS
}

fn import(change: &str, side: &str) -> (Exit, String) {
    let paths: Vec<String> =
        pages(change, side).iter().map(|page| folder(change).join(page).display().to_string()).collect();
    let out = description(side, change);
    let paths = paths.iter().map(String::as_str);
    enkash(&["import"].into_iter().chain(paths).chain(["--out", &out]).collect::<Vec<_>>())
}

/// The pages that are imported together.
fn pages(change: &str, side: &str) -> &'static [&'static str] {
    let after = CHANGES.iter().find(|(name, _, _)| *name == change).map(|(_, pages, _)| *pages);
    if side == "before" { &["before.txt"] } else { after.expect("a change") }
}

/// The lines of the program that are wrong after the change, as it says itself.
fn marked(change: &str) -> BTreeSet<usize> {
    let program = fs::read_to_string(folder(change).join("program.rs")).expect("a program");
    (1..).zip(program.lines()).filter(|(_, line)| line.ends_with("//~ wrong")).map(|(line, _)| line).collect()
}

/// The lines that errors begin at.
fn blamed(change: &str) -> BTreeSet<usize> {
    let answer = fs::read_to_string(folder(change).join("program.stderr")).expect("an expected answer");
    let mut lines = BTreeSet::new();
    let mut is_error = false;
    for line in answer.lines() {
        if line.starts_with("error") {
            is_error = true;
        } else if let Some(place) = line.trim_start().strip_prefix("--> ").filter(|_| is_error) {
            is_error = false;
            let in_program = place.strip_prefix(&format!("changes/{change}/program.rs:"));
            let at = in_program.unwrap_or_else(|| panic!("{change}: an error is at {place}"));
            let line = at.split(':').next().and_then(|line| line.parse().ok());
            lines.insert(line.expect("a line"));
        }
    }
    lines
}

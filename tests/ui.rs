//! What the generated API and the macros let a program say, and what the compiler answers where they do not.
//!
//! Each folder of `ui/fail` is a rule. The programs in `ui/pass/bound` go through `#[enkash_endpoint]`, and so do those
//! that break a rule about it; their documents are in `ui/spec`. After a change on purpose: `TRYBUILD=overwrite cargo
//! test -p enkash-tests --test ui`, then read the answers as a user would.

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn programs_compile_or_are_refused() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    cases.pass("ui/pass/bound/*.rs");
    cases.compile_fail("ui/fail/*/*.rs");
    drop(cases); // runs them, and writes the answers anew if it is asked to
    answers_begin_at_the_users_own_token();
}

/// The programs that must not compile.
fn failing() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/fail");
    let list = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        entries.map(|entry| entry.expect("an entry").path()).collect()
    };
    let mut programs: Vec<PathBuf> = list(&folder)
        .iter()
        .flat_map(|rule| list(rule))
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    programs.sort();
    programs
}

/// An answer is one error that points at the line that is wrong, and not into our code.
fn answers_begin_at_the_users_own_token() {
    let programs = failing();
    assert!(programs.len() >= 40, "the rules are here: {programs:?}");
    for path in programs {
        let program = fs::read_to_string(&path).expect("a program");
        let marked: Vec<usize> = (1..)
            .zip(program.lines())
            .filter(|(_, line)| line.ends_with("//~ wrong"))
            .map(|(line, _)| line)
            .collect();
        assert_eq!(marked.len(), 1, "{}: one line is wrong", path.display());
        let answer = fs::read_to_string(path.with_extension("stderr")).expect("an expected answer");
        let first = answer.lines().next().unwrap_or_default();
        assert!(first.starts_with("error"), "{}: {first}", path.display());
        let mut lines = answer.lines().map(str::trim_start);
        let place = lines.find_map(|line| line.strip_prefix("--> ")).unwrap_or_default();
        let file =
            path.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("a path of ours").display().to_string();
        let expected = format!("{}:{}:", file.replace('\\', "/"), marked[0]);
        assert!(place.contains(&expected), "{}: the error is at {place}", path.display());
        // What the macros say, as opposed to the compiler, has no code; there is one, and it says what to do.
        if first.starts_with("error: ") {
            let errors = answer.lines().filter(|line| line.starts_with("error")).count();
            assert_eq!(errors, 1, "{}: a mistake is said once", path.display());
            let mends =
                |line: &str| ["help: ", "note: "].iter().any(|word| line.trim_start().starts_with(word));
            assert!(answer.lines().any(mends), "{}: the answer does not help", path.display());
        }
    }
}

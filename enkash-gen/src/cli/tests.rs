//! Commands as a user types them: exit codes, and what goes to which stream.

use std::{
    fs,
    io::{self, Write},
};

use super::*;
use crate::emit::HEADER;

mod diff;
mod import;
mod machine;
mod overlays;
mod sample;
mod update;

const GOOD: &str = "openapi: 3.0.3\ninfo: {title: Library, version: '1'}\npaths: {}\n";
const BAD: &str = "openapi: 4.1.0\n";

struct Ran {
    exit: Exit,
    out: String,
    err: String,
}

/// A folder to run in, whose path is cut out of what is printed.
struct Folder(tempfile::TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (path, text) in files {
            let path = folder.0.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    /// Runs a command line; a word that starts with `@` is a path in the folder.
    fn run(&self, line: &str) -> Ran {
        let args = line.split(' ').map(|word| match word.strip_prefix('@') {
            Some(path) => self.0.path().join(path).display().to_string(),
            None => word.to_owned(),
        });
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = run(args, &mut out, &mut err);
        let prefix = format!("{}/", self.0.path().display());
        let text = |bytes| String::from_utf8(bytes).unwrap().replace(&prefix, "");
        Ran { exit, out: text(out), err: text(err) }
    }
}

const PROJECT: &str =
    "[product.library]\ndocument = \"library.yaml\"\n[product.zoo]\ndocument = \"zoo.yaml\"\n";

fn project() -> Folder {
    Folder::with(&[("spec/enkash-gen.toml", PROJECT), ("spec/library.yaml", GOOD), ("spec/zoo.yaml", GOOD)])
}

#[test]
fn a_sound_document_ends_with_0_and_says_nothing_on_standard_error() {
    for line in ["gen check @a.yaml", "gen list @a.yaml", "gen generate @a.yaml --out @out"] {
        let ran = Folder::with(&[("a.yaml", GOOD)]).run(line);
        assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""), "{line}");
        assert_ne!(ran.out, "", "{line}");
    }
}

#[test]
fn a_document_with_errors_ends_with_1_and_nothing_is_written() {
    let folder = Folder::with(&[("a.yaml", BAD)]);
    for line in ["gen check @a.yaml", "gen list @a.yaml", "gen generate @a.yaml --out @out"] {
        let ran = folder.run(line);
        assert_eq!(ran.exit, Exit::Document, "{line}");
        assert!(
            ran.err.starts_with("error[unsupported-version]: OpenAPI 4.1.0 is not read\n --> a.yaml:1:10\n"),
            "{}",
            ran.err
        );
        assert!(ran.err.ends_with("\n1 error\n"), "{}", ran.err);
    }
    assert!(!folder.0.path().join("out").exists());
}

#[test]
fn one_bad_document_keeps_the_whole_project_from_being_written() {
    let folder = project();
    fs::write(folder.0.path().join("spec/zoo.yaml"), BAD).unwrap();
    fs::create_dir_all(folder.0.path().join("out/library")).unwrap();
    let stale = folder.0.path().join("out/library/stale.rs");
    fs::write(&stale, HEADER).unwrap();
    assert_eq!(folder.run("gen generate @spec --module --out @out").exit, Exit::Document);
    assert!(stale.exists());
    assert_eq!(folder.run("gen generate @spec --out @out --module --product library").exit, Exit::Fine);
    assert!(!stale.exists());
}

const UNSUPPORTED: &str = "\
openapi: 3.0.3
info: {title: Library, version: '1'}
paths:
  /books:
    get:
      operationId: listBooks
      responses:
        '200':
          description: the books
          content: {application/json: {schema: {type: string}}}
    post:
      operationId: addBook
      requestBody: {$ref: 'https://example.com/book.yaml'}
      responses: {'204': {description: added}}
";

#[test]
fn what_is_left_out_fails_only_under_strict() {
    let folder = Folder::with(&[("a.yaml", UNSUPPORTED)]);
    for (line, exit) in [
        ("gen check @a.yaml", Exit::Fine),
        ("gen check @a.yaml --strict", Exit::Document),
        ("gen generate @a.yaml --out @strict --strict", Exit::Document),
        ("gen generate @a.yaml --out @out", Exit::Fine),
        ("gen list @a.yaml", Exit::Fine),
    ] {
        let ran = folder.run(line);
        assert_eq!(ran.exit, exit, "{line}: {}", ran.err);
        assert!(ran.err.starts_with("unsupported[external-ref]: "), "{line}: {}", ran.err);
    }
    assert!(!folder.0.path().join("strict").exists());
    assert!(folder.0.path().join("out/src/lib.rs").exists());
}

#[test]
fn list_names_each_operation_and_why_one_is_skipped() {
    let expected = "\
PRODUCT  METHOD  PATH    OPERATION  RUST        STATE
a        GET     /books  listBooks  list_books  generated
a        POST    /books  addBook    -           skipped: external-ref
";
    assert_eq!(Folder::with(&[("a.yaml", UNSUPPORTED)]).run("gen list @a.yaml").out, expected);
}

#[test]
fn the_summary_counts_what_was_skipped() {
    let ran = Folder::with(&[("a.yaml", UNSUPPORTED)]).run("gen check @a.yaml");
    let (counts, lines) = ran.out.trim_end().rsplit_once(", ").unwrap();
    assert_eq!(counts, "a: 2 operations, 1 generated, 1 skipped (1 external-ref), 0 types");
    assert!(lines.ends_with(" lines"), "{lines}");
}

#[test]
fn every_code_is_listed_and_explained() {
    let folder = Folder::with(&[]);
    let listed = folder.run("gen codes").out;
    assert_eq!(listed.lines().count(), crate::report::Code::ALL.len());
    for line in listed.lines() {
        let code = line.split(' ').next().unwrap();
        let ran = folder.run(&format!("gen explain {code}"));
        assert_eq!(ran.exit, Exit::Fine);
        assert!(ran.out.starts_with(&format!("{code} (")), "{}", ran.out);
    }
    let wrong = folder.run("gen explain external-reff");
    assert_eq!(wrong.exit, Exit::Usage);
    assert!(
        wrong.err.ends_with("there is no code `external-reff`; did you mean `external-ref`?\n"),
        "{}",
        wrong.err
    );
}

#[test]
fn wrong_usage_ends_with_2() {
    let folder = project();
    for (line, err) in [
        ("gen", "Usage: "),
        ("gen frobnicate", "unrecognized subcommand"),
        ("gen generate @spec", "--out <DIR>"),
        ("gen check @spec --color sometimes", "invalid value 'sometimes'"),
        (
            "gen generate @spec --out @out --product libary",
            "has no product `libary`; did you mean `library`?",
        ),
    ] {
        let ran = folder.run(line);
        assert_eq!((ran.exit, ran.out.as_str()), (Exit::Usage, ""), "{line}");
        assert!(ran.err.contains(err), "{line}: {}", ran.err);
    }
}

#[test]
fn files_that_differ_end_with_3_and_the_command_that_writes_them_is_named() {
    let folder = Folder::with(&[("a.yaml", GOOD), ("out/a/stale.rs", HEADER)]);
    let ran = folder.run(
        "gen generate @a.yaml --out @out --module --check --runtime crate::runtime --product a --strict",
    );
    assert_eq!(ran.exit, Exit::Differs);
    assert!(ran.out.contains("removed   out/a/stale.rs\n"), "{}", ran.out);
    let command = "to write: enkash-gen generate a.yaml --out out --module --runtime crate::runtime --product a --strict\n";
    assert!(ran.err.starts_with("out of date: ") && ran.err.ends_with(command), "{}", ran.err);
    assert!(folder.0.path().join("out/a/stale.rs").exists());

    let command = "gen generate @a.yaml --out @out --module --runtime crate::runtime";
    assert_eq!(folder.run(command).exit, Exit::Fine);
    let checked = folder.run(&format!("{command} --check"));
    assert_eq!((checked.exit, checked.err.as_str()), (Exit::Fine, ""));
    assert!(checked.out.ends_with("everything is up to date\n"), "{}", checked.out);
}

#[test]
fn what_cannot_be_read_or_written_ends_with_4() {
    let folder = Folder::with(&[("a.yaml", UNSUPPORTED), ("folder/x", ""), ("file", "x")]);
    for line in [
        "gen check @missing.yaml",
        "gen check @missing",
        "gen list @folder",
        "gen generate @a.yaml --out @file",
    ] {
        let ran = folder.run(line);
        assert_eq!(ran.exit, Exit::Io, "{line}: {}", ran.err);
        assert!(ran.err.contains("error[io]: "), "{line}: {}", ran.err);
    }
}

#[test]
fn help_and_version_are_results() {
    for line in ["gen --help", "gen --version", "gen generate --help", "gen check --help", "gen list -h"] {
        let ran = Folder::with(&[]).run(line);
        assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""), "{line}");
        assert_ne!(ran.out, "");
    }
}

#[test]
fn every_help_has_examples_and_the_exit_codes() {
    for line in [
        "gen --help",
        "gen generate --help",
        "gen check --help",
        "gen list --help",
        "gen diff --help",
        "gen rules --help",
        "gen codes --help",
        "gen explain --help",
    ] {
        let out = Folder::with(&[]).run(line).out;
        assert!(out.contains("Examples:\n  enkash-gen "), "{line}: {out}");
        for code in 0..=5 {
            assert!(out.contains(&format!("\n  {code}  ")), "{line} does not explain {code}: {out}");
        }
    }
}

#[test]
fn colours_come_only_when_asked_for() {
    let folder = Folder::with(&[("a.yaml", BAD)]);
    assert!(!folder.run("gen check @a.yaml").err.contains('\u{1b}'));
    assert!(!folder.run("gen check @a.yaml --color never").err.contains('\u{1b}'));
    assert!(folder.run("gen --color always check @a.yaml").err.contains('\u{1b}'));
}

#[test]
fn the_arguments_are_consistent() {
    args::command().debug_assert();
}

/// Fails each write in the same way.
struct Failing(io::ErrorKind);

impl Write for Failing {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

#[test]
fn a_reader_that_went_away_is_no_failure_and_a_full_disk_is() {
    let folder = Folder::with(&[("a.yaml", GOOD)]);
    let path = folder.0.path().join("a.yaml").display().to_string();
    for args in [vec!["gen", "check", &path], vec!["gen", "list", &path], vec!["gen", "--help"]] {
        for (kind, exit) in [(io::ErrorKind::BrokenPipe, Exit::Fine), (io::ErrorKind::StorageFull, Exit::Io)]
        {
            let out: Box<dyn Write> = Box::new(Failing(kind));
            assert_eq!(run(args.clone(), out, Vec::new()), exit, "{args:?} {kind:?}");
        }
    }
}

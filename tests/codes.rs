//! The page of everything that can be diagnosed, `enkash-gen/CODES.md`, is made from the tables of the generator.

use std::{fmt::Write as _, fs, path::Path};

use enkash_gen::{load::REPAIRS, report::Code};

const COMMAND: &str = "BLESS=1 cargo test -p enkash-tests --test codes";

#[test]
fn page_of_codes_is_made_from_the_tables() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../enkash-gen/CODES.md");
    let page = page();
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, page).expect("the page is written");
        return;
    }
    let committed = fs::read_to_string(&path).expect("the page is read");
    assert!(committed == page, "`enkash-gen/CODES.md` is out of date: {COMMAND}");
}

fn page() -> String {
    let mut out = String::from(
        "# What is diagnosed\n\n\
         Every message of the generator has one of these codes; the list is closed. `enkash-gen explain CODE` says more\n\
         about one. An *error* costs what needs the wrong part, and a fatal one the whole run; *unsupported* costs the\n\
         operations that need it; with a *warning* the output is complete, and says what was assumed. `--strict` fails on\n\
         the first two.\n\n\
         | code | severity | what | what to do |\n|---|---|---|---|\n",
    );
    for code in Code::ALL {
        let fatal = if code.is_fatal() { ", fatal" } else { "" };
        _ = writeln!(
            out,
            "| `{code}` | {}{fatal} | {} | {} |",
            code.severity(),
            cell(code.explanation()),
            cell(code.advice())
        );
    }
    out.push_str(
        "\n# What is repaired\n\n\
         Real documents deviate from the specification, and versions 2.0 and 3.1 say some things in other words. What is\n\
         read all the same, and what is assumed:\n\n\
         | code | assumed | said of |\n|---|---|---|\n",
    );
    for repair in REPAIRS {
        let of = repair.legal_in().map_or("any document".to_owned(), |version| format!("any but {version}"));
        _ = writeln!(out, "| `{}` | {} | {of} |", repair.code, cell(repair.assumed));
    }
    out
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[test]
fn readme_shows_an_update_as_it_is_printed() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| {
        std::fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    let printed = read("pages/update/output.txt");
    assert!(read("../README.md").contains(printed.trim_end()), "README.md shows another output of `update`");
}

//! The arguments of what is about change: `update` and `diff`.

use clap::{Arg, ArgAction, Command, value_parser};

use super::EXIT_CODES;

pub(super) fn update() -> Command {
    Command::new("update")
        .about("Takes over a page that has changed: shows what it changes, and writes the description")
        .long_about(
            "For each saved page: finds the product that has its operation, records a transcription of it (the page, with \
             made-up values in the place of those that may be somebody's) in the place of the one that was recorded, makes the \
             description of the product anew from all its pages, applies the overlays, and shows what that changes, as diff \
             does. After a yes all of it is written, or none of it. An entry for the change log is drafted.\n\n\
             A page is known by the method and the path of its operation. Where several products have it, the name of the \
             file, the address and the title decide, or --product. A page of a new operation is added; --product says where. \
             If an operation has moved, give the page the name of the file that is recorded, and it takes its place. A copy that \
             shows less than the one that is recorded, because lists are folded away in it, is refused.\n\n\
             Actions of overlays that no longer match are named, and end with 1. Description and pages are written all the \
             same, since an overlay can only be mended against them; until it is, the project is not generated.\n\n\
             Without PAGE the descriptions are made anew from the pages that are recorded. Those of a product are listed in \
             its `enkash-gen.toml`: `pages = [\"pages/books.txt\"]`.",
        )
        .after_help(format!(
            "Examples:\n  \
             enkash-gen update ~/Downloads/token.html                    show, ask, write\n  \
             enkash-gen update token.txt --yes --changelog CHANGELOG.md  without a question\n  \
             enkash-gen update refund.txt --product cards                a new operation\n  \
             enkash-gen update --check                                   in CI: is every description what its pages say?\n  \
             enkash-gen update token.txt --check                         does the page say what the description says?\n\n{EXIT_CODES}"
        ))
        .arg(
            Arg::new("page")
                .value_name("PAGE")
                .action(ArgAction::Append)
                .num_args(0..)
                .value_parser(value_parser!(std::path::PathBuf))
                .help("The pages, as a browser or a program has saved them"),
        )
        .arg(
            Arg::new("project")
                .long("project")
                .value_name("DIR|FILE")
                .default_value("spec")
                .value_parser(value_parser!(std::path::PathBuf))
                .help("A folder with an `enkash-gen.toml`, or that file"),
        )
        .arg(Arg::new("product").long("product").value_name("NAME").help("The product that the pages are of"))
        .arg(
            Arg::new("yes")
                .long("yes")
                .short('y')
                .action(ArgAction::SetTrue)
                .conflicts_with("check")
                .help("Write without asking; without it and without a terminal nothing is written, which ends with 3"),
        )
        .arg(
            Arg::new("check")
                .long("check")
                .action(ArgAction::SetTrue)
                .help("Write nothing; exit with 3 if the description is not what the pages say"),
        )
        .arg(
            Arg::new("changelog")
                .long("changelog")
                .value_name("FILE")
                .conflicts_with("check")
                .value_parser(value_parser!(std::path::PathBuf))
                .help("Add the entry to this file, under `## Unreleased`, `### Changed`"),
        )
        .arg(diff_format())
}

pub(super) fn diff() -> Command {
    Command::new("diff")
        .about("Says what changed between two descriptions, on the wire and in the generated Rust API")
        .long_about(
            "Compares two descriptions of one API. Every change on the wire is told by operation and member, with what \
             was and what is, under a rule that says how much it weighs: `breaking`, `possibly breaking`, `compatible`, \
             `documentation`. Then the Rust APIs that the generator makes of both are compared item by item, and the \
             verdict says which part of the version has to change: `major`, `minor`, `patch` or `none`. It is never \
             milder than that of cargo-semver-checks.\n\n\
             What a copy of a page cannot show (`rendering` in `x-source`), or does not know (`x-unknown`), is no \
             removal.\n\n\
             OLD and NEW are each a document, a folder with an `enkash-gen.toml`, a folder of documents, or any of these \
             at a git revision: `HEAD~1:spec/rewards.yaml`, with the path from the root of the repository.",
        )
        .after_help(format!(
            "Examples:\n  \
             enkash-gen diff old.yaml new.yaml\n  \
             enkash-gen diff HEAD~1:spec spec --fail-on breaking           in CI\n  \
             enkash-gen diff HEAD~1:spec/rewards.yaml spec/rewards.yaml --format markdown\n\n{EXIT_CODES}"
        ))
        .arg(Arg::new("old").value_name("OLD").required(true).help("What it was"))
        .arg(Arg::new("new").value_name("NEW").required(true).help("What it is"))
        .arg(
            Arg::new("fail-on")
                .long("fail-on")
                .value_name("WHAT")
                .value_parser(["breaking", "any"])
                .help("Exit with 3 if there is such a change: breaking on the wire or for Rust code, or any at all"),
        )
        .arg(diff_format())
}

fn diff_format() -> Arg {
    Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(["text", "json", "markdown", "github"])
        .default_value("text")
        .help("json: one object; markdown: for a pull request; github: annotations of a workflow")
}

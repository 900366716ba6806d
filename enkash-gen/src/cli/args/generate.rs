//! `generate`, which has more arguments than all others.

use clap::{Arg, ArgAction, Command, value_parser};

use super::{EXIT_CODES, INPUTS, input, overlay, strict};
use crate::pipeline::{Layout, Options};

pub(super) fn generate() -> Command {
    Command::new("generate")
        .about("Writes a complete crate, or with --module a module of a crate of yours")
        .long_about(format!(
            "Writes a complete crate: its manifest, the client, the run time, a README. Of a project with several \
             products, each is a crate in a folder of its name.\n\n\
             All or nothing: if a document cannot be read, or a file cannot be written, nothing is changed. What cannot \
             be generated is named and left out, or with --strict is a failure. Files that already have the right text \
             are not touched, generated files that are no longer needed are removed, and a file that was not generated \
             is never replaced.\n\n{INPUTS}"
        ))
        .after_help(format!(
            "Examples:\n  \
             enkash-gen generate openapi.yaml --out my-client\n  \
             enkash-gen generate openapi.yaml --out my-client --check     in CI: is it up to date?\n  \
             enkash-gen generate spec --module --out src/api              modules, for a crate with a run time\n\n{EXIT_CODES}"
        ))
        .arg(input())
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("DIR")
                .required(true)
                .value_parser(value_parser!(std::path::PathBuf))
                .help("The folder to write to"),
        )
        .arg(
            Arg::new("name")
                .long("name")
                .value_name("NAME")
                .conflicts_with("module")
                .help("What the crate is called [default: as the folder]"),
        )
        .arg(
            Arg::new("module")
                .long("module")
                .action(ArgAction::SetTrue)
                .help("Write a module per product, into a folder of its name, for a crate that has the run time"),
        )
        .arg(
            Arg::new("runtime")
                .long("runtime")
                .requires("module")
                .value_name("PATH")
                .help(format!(
                    "The path under which the generated code finds the run time [default: {}]",
                    Options::default().runtime
                )),
        )
        .arg(
            Arg::new("product")
                .long("product")
                .value_name("NAME")
                .action(ArgAction::Append)
                .help("Only this product; may be repeated"),
        )
        .arg(
            Arg::new("only")
                .long("only")
                .value_name("WHAT")
                .action(ArgAction::Append)
                .help("Only some operations, and the types they need: `tag:pets`, `path:/pets/*`, `op:listPets`; may be repeated"),
        )
        .arg(
            Arg::new("types-only")
                .long("types-only")
                .action(ArgAction::SetTrue)
                .help("Only the types, without a client, and without a transport by default"),
        )
        .arg(
            Arg::new("checks")
                .long("checks")
                .action(ArgAction::SetTrue)
                .help("Let the client refuse to send what breaks a limit of the document: lengths, ranges, multiples; not patterns"),
        )
        .arg(
            Arg::new("layout")
                .long("layout")
                .value_name("HOW")
                .value_parser(Layout::ALL.map(|(name, _)| name))
                .help("flat: one file for the operations, one for the types; tags: files, and in a crate cargo features, by tags [default: tags for a large crate]"),
        )
        .arg(overlay())
        .arg(strict())
        .arg(
            Arg::new("check")
                .long("check")
                .action(ArgAction::SetTrue)
                .help("Write nothing; exit with 3 if a file would change"),
        )
}

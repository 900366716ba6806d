//! The arguments, and the help that explains them.

mod change;
mod generate;

use clap::{Arg, ArgAction, Command, value_parser};

use crate::pipeline::Options;

const EXIT_CODES: &str = "\
Exit codes:
  0  everything is fine
  1  a document has errors, or with --strict something had to be left out
  2  wrong usage
  3  --check found files that differ, diff the changes that --fail-on names, or an update was not confirmed
  4  a file cannot be read or written
  5  one of the two sides of diff cannot be loaded";

const INPUTS: &str = "\
PROJECT is a folder with an `enkash-gen.toml`, or that file:

  [product.library]
  document = \"library.yaml\"
  overlays = [\"library.overlay.yaml\"]
  pages = [\"pages/books.txt\"]

DOCUMENT is one OpenAPI description, 3.0, 3.1 or Swagger 2.0, as YAML or JSON.";

/// The whole command line.
pub(super) fn command() -> Command {
    Command::new("enkash-gen")
        .version(env!("CARGO_PKG_VERSION"))
        .about("Generates typed Rust API clients from OpenAPI documents")
        .after_help(format!(
            "Examples:\n  \
             enkash-gen check openapi.yaml                       what is wrong with it?\n  \
             enkash-gen list openapi.yaml                        which operations does it have?\n  \
             enkash-gen generate openapi.yaml --out my-client    write a crate\n\n{EXIT_CODES}"
        ))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(
            Arg::new("color")
                .long("color")
                .value_name("WHEN")
                .global(true)
                .value_parser(["auto", "always", "never"])
                .default_value("auto")
                .help("When to use colours; auto: only on a terminal, and not if NO_COLOR is set"),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .global(true)
                .value_parser(["text", "json"])
                .default_value("text")
                .help("json: results and diagnostics as one object on standard output"),
        )
        .arg(
            Arg::new("all")
                .long("all")
                .global(true)
                .action(ArgAction::SetTrue)
                .help("Show every diagnostic, not only the first few of each code"),
        )
        .subcommands([
            generate::generate(),
            check(),
            list(),
            sample(),
            import(),
            change::update(),
            change::diff(),
            rules(),
            codes(),
            explain(),
        ])
}

fn check() -> Command {
    Command::new("check")
        .about("Says what is wrong with the documents, and what cannot be generated yet")
        .long_about(format!(
            "Reads every document and says what is wrong with it, what cannot be generated yet, and what was \
             assumed. Writes nothing.\n\n{INPUTS}"
        ))
        .after_help(format!(
            "Examples:\n  enkash-gen check\n  enkash-gen check openapi.yaml --strict\n\n{EXIT_CODES}"
        ))
        .arg(input())
        .arg(overlay())
        .arg(strict())
}

fn list() -> Command {
    Command::new("list")
        .about("Prints a table of the operations")
        .long_about(format!(
            "Prints a table of the operations: product, method, path, operationId, the Rust method, and whether it \
             is generated or why not.\n\n{INPUTS}"
        ))
        .after_help(format!("Examples:\n  enkash-gen list\n  enkash-gen list openapi.yaml\n\n{EXIT_CODES}"))
        .arg(input())
        .arg(overlay())
}

fn sample() -> Command {
    Command::new("sample")
        .about("Prints a call of one operation, as a curl command and as a Rust program")
        .long_about(format!(
            "Prints a call of one operation with made-up values, as a curl command and as a whole Rust program. Both send \
             the same bytes: everything that must be given, and nothing else.\n\n\
             The program is for the crate that `generate` writes, unless --module says where the code is.\n\n{INPUTS}"
        ))
        .after_help(format!(
            "Examples:\n  \
             enkash-gen sample createLoan openapi.yaml\n  \
             enkash-gen sample \"POST /loans\" openapi.yaml --curl\n  \
             enkash-gen sample createLoan --product library --module my_crate::library\n\n{EXIT_CODES}"
        ))
        .arg(
            Arg::new("operation")
                .value_name("OPERATION")
                .required(true)
                .help("Its operationId, or its method and path as one word: \"POST /loans\""),
        )
        .arg(input())
        .arg(overlay())
        .arg(Arg::new("product").long("product").value_name("NAME").help("Of this product of the project"))
        .arg(
            Arg::new("curl")
                .long("curl")
                .action(ArgAction::SetTrue)
                .conflicts_with("rust")
                .help("Only the curl command"),
        )
        .arg(Arg::new("rust").long("rust").action(ArgAction::SetTrue).help("Only the Rust program"))
        .arg(
            Arg::new("module")
                .long("module")
                .value_name("PATH")
                .help("The module of the generated code [default: a crate of the name that `generate` gives it]"),
        )
        .arg(Arg::new("runtime").long("runtime").requires("module").value_name("PATH").help(format!(
            "The path under which the run time is, with --module [default: {}]",
            Options::default().runtime
        )))
}

fn import() -> Command {
    Command::new("import")
        .about("Reads saved documentation pages, and writes the description that they come to")
        .long_about(
            "Reads saved pages of an Apidog portal, as text or as HTML, and writes an OpenAPI 3.0 description of their \
             operations. Each fact says where it comes from (`x-source`), what a copy of a page cannot show is said to be \
             unknown (`x-unknown`), and no sample value that may be somebody's is kept. Several pages of one operation are \
             put together.\n\n\
             All or nothing: if a page cannot be read, nothing is written. Operations that FILE has besides those of the \
             pages stay; a file that was not imported is never replaced.",
        )
        .after_help(format!(
            "Examples:\n  \
             enkash-gen import token.txt                             print the description\n  \
             enkash-gen import token.txt refund.txt --out api.yaml   write it\n  \
             enkash-gen import token.txt --coverage                  what became of each line?\n\n{EXIT_CODES}"
        ))
        .arg(
            Arg::new("page")
                .value_name("PAGE")
                .required(true)
                .action(ArgAction::Append)
                .num_args(1..)
                .value_parser(value_parser!(std::path::PathBuf))
                .help("The pages, as a browser or a program has saved them"),
        )
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("FILE")
                .value_parser(value_parser!(std::path::PathBuf))
                .help("The description to write; without it, it is printed"),
        )
        .arg(
            Arg::new("coverage")
                .long("coverage")
                .action(ArgAction::SetTrue)
                .help("Print what became of each line of the pages, instead of the description"),
        )
}

fn rules() -> Command {
    Command::new("rules")
        .about("Lists every kind of change that diff tells apart, and how much it weighs")
        .after_help(format!("Examples:\n  enkash-gen rules\n\n{EXIT_CODES}"))
}

fn codes() -> Command {
    Command::new("codes")
        .about("Lists everything that can be diagnosed, and what operations are skipped for")
        .after_help(format!("Examples:\n  enkash-gen codes\n\n{EXIT_CODES}"))
}

fn explain() -> Command {
    Command::new("explain")
        .about("Says what a code or a rule of diff stands for, what it costs, and what to do about it")
        .after_help(format!(
            "Examples:\n  enkash-gen explain external-ref\n  enkash-gen explain request-field-required\n\n{EXIT_CODES}"
        ))
        .arg(Arg::new("code").value_name("CODE|RULE").required(true).help("The code, as it stands in brackets"))
}

fn input() -> Arg {
    Arg::new("input")
        .value_name("PROJECT|DOCUMENT")
        .default_value("spec")
        .value_parser(value_parser!(std::path::PathBuf))
        .help("What to read")
}

fn overlay() -> Arg {
    Arg::new("overlay")
        .long("overlay")
        .value_name("FILE")
        .action(ArgAction::Append)
        .value_parser(value_parser!(std::path::PathBuf))
        .help("Apply an OpenAPI Overlay to the DOCUMENT; may be repeated")
}

fn strict() -> Arg {
    Arg::new("strict")
        .long("strict")
        .action(ArgAction::SetTrue)
        .help("Fail if anything in a document cannot be generated yet, instead of leaving it out")
}

//! The arrows of the architecture, as a table.

use std::collections::BTreeSet;

use super::{
    Source,
    paths::{self, Named},
};

/// The folders whose files are parsed.
pub(super) const FOLDERS: [&str; 3] = ["enkash-gen/src", "enkash-api/src", "enkash-macros/src"];

/// Files in some folders, others excepted, name nothing below some paths.
pub(super) struct Rule {
    pub(super) sentence: &'static str,
    pub(super) inside: &'static [&'static str],
    pub(super) except: &'static [&'static str],
    pub(super) forbidden: &'static [&'static str],
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        sentence: "the generator depends on no member of the workspace",
        inside: &["enkash-gen/src"],
        except: &[],
        forbidden: &["enkash_api", "enkash_macros", "enkash_tests"],
    },
    Rule {
        sentence: "the macros depend on the generator alone",
        inside: &["enkash-macros/src"],
        except: &[],
        forbidden: &["enkash_api", "enkash_tests"],
    },
    Rule {
        sentence: "the library depends on the macros alone; the generator is for its build script",
        inside: &["enkash-api/src"],
        except: &[],
        forbidden: &["enkash_gen", "enkash_tests"],
    },
    Rule {
        sentence: "only `load/yaml.rs` names `serde_yaml`, which is no longer maintained",
        inside: &["enkash-gen/src", "enkash-macros/src", "enkash-api/src"],
        except: &["enkash-gen/src/load/yaml.rs"],
        forbidden: &["serde_yaml"],
    },
    Rule {
        sentence: "only `load/typed` and `lower` know `openapiv3`",
        inside: &["enkash-gen/src", "enkash-macros/src"],
        except: &["enkash-gen/src/load/typed", "enkash-gen/src/lower"],
        forbidden: &["openapiv3"],
    },
    Rule {
        sentence: "only `render` and `emit` make tokens and print them",
        inside: &["enkash-gen/src"],
        except: &["enkash-gen/src/render", "enkash-gen/src/emit"],
        forbidden: &["quote", "proc_macro2", "prettyplease"],
    },
    Rule {
        sentence: "nothing depends on the command line but `main`",
        inside: &["enkash-gen/src", "enkash-macros/src", "enkash-api/src"],
        except: &["enkash-gen/src/cli", "enkash-gen/src/main.rs"],
        forbidden: &["crate::cli", "enkash_gen::cli", "clap", "anstream"],
    },
    Rule {
        sentence: "`load` knows no later stage",
        inside: &["enkash-gen/src/load"],
        except: &[],
        forbidden: &[
            "crate::ir",
            "crate::lower",
            "crate::passes",
            "crate::names",
            "crate::render",
            "crate::emit",
        ],
    },
    Rule {
        sentence: "`lower` decides no Rust name and knows no later stage",
        inside: &["enkash-gen/src/lower"],
        // Which union a document comes to is seen once the passes have settled it.
        except: &["enkash-gen/src/lower/tests/unions.rs"],
        forbidden: &["crate::passes", "crate::names", "crate::render", "crate::emit", "heck", "syn"],
    },
    Rule {
        sentence: "`ir` is plain data: no document, no JSON, no tokens, no Rust name, no stage",
        inside: &["enkash-gen/src/ir"],
        except: &[],
        forbidden: &[
            "openapiv3",
            "serde",
            "serde_json",
            "quote",
            "proc_macro2",
            "syn",
            "heck",
            "crate::load",
            "crate::lower",
            "crate::passes",
            "crate::names",
            "crate::render",
            "crate::emit",
        ],
    },
    Rule {
        sentence: "`passes` know nothing but the IR",
        inside: &["enkash-gen/src/passes"],
        except: &[],
        forbidden: &[
            "serde_json",
            "syn",
            "heck",
            "crate::load",
            "crate::lower",
            "crate::names",
            "crate::render",
            "crate::emit",
        ],
    },
    Rule {
        sentence: "`names` look at the IR alone",
        inside: &["enkash-gen/src/names"],
        except: &[],
        forbidden: &[
            "serde_json",
            "crate::load",
            "crate::lower",
            "crate::passes",
            "crate::render",
            "crate::emit",
        ],
    },
    Rule {
        sentence: "`render` does not see the document, and decides no name",
        inside: &["enkash-gen/src/render"],
        except: &[],
        forbidden: &["serde_json", "heck", "crate::load", "crate::lower", "crate::passes"],
    },
    Rule {
        sentence: "`diff` compares what the stages have made, and decides nothing of theirs",
        inside: &["enkash-gen/src/diff"],
        except: &[],
        forbidden: &["syn", "crate::names", "crate::passes", "crate::render", "crate::standalone"],
    },
    Rule {
        sentence: "`update` puts together what the stages give, and none of them knows it",
        inside: &["enkash-gen/src"],
        except: &["enkash-gen/src/update", "enkash-gen/src/cli"],
        forbidden: &["crate::update"],
    },
    Rule {
        sentence: "`emit` does not know what the items mean",
        inside: &["enkash-gen/src/emit"],
        except: &[],
        forbidden: &[
            "serde_json",
            "crate::ir",
            "crate::load",
            "crate::lower",
            "crate::passes",
            "crate::names",
            "crate::render",
        ],
    },
];

/// Where the run time may stand on its own.
const RUNTIME: &str = "enkash-api/src/runtime";

/// What a file does that it must not, one line each.
pub(super) fn check(file: &Source, modules: &BTreeSet<String>) -> Vec<String> {
    let parsed = syn::parse_file(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
    let (named, resolves) = paths::paths(&parsed, &paths::module(&file.path), modules);
    let mut found = Vec::new();
    let mut add = |line: usize, what: &str, sentence: &str| {
        found.push(format!("{}:{line}: {what}: {sentence}", file.path));
    };
    let rules = RULES.iter().filter(|rule| {
        let covers = |folders: &[&str]| folders.iter().any(|folder| is_in(&file.path, folder));
        covers(rule.inside) && !covers(rule.except)
    });
    for rule in rules {
        for named in named.iter().filter(|named| rule.forbidden.iter().any(|path| reaches(named, path))) {
            add(named.line, &format!("`{}`", named.path.join("::")), rule.sentence);
        }
    }
    if is_in(&file.path, RUNTIME) {
        for named in named.iter().filter(|named| leaves_runtime(named)) {
            let sentence = "the run time names itself as `super::…` or `crate::runtime::…`, and nothing else of its crate";
            add(named.line, &format!("`{}`", named.path.join("::")), sentence);
        }
    }
    let follows =
        ["enkash-gen/src/load", "enkash-gen/src/lower"].iter().any(|folder| is_in(&file.path, folder));
    if is_in(&file.path, "enkash-gen/src") && !follows {
        for line in resolves {
            add(line, "`.resolve(`", "`lower` is the only stage that follows a `$ref`");
        }
    }
    found
}

/// Whether a file is, or is in, a file or folder.
pub(super) fn is_in(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a path leads to a forbidden one or into it; an import reaches also what is below it.
fn reaches(named: &Named, forbidden: &str) -> bool {
    let path = named.path.join("::");
    let within = |inner: &str, outer: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    within(&path, forbidden) || (named.imported && within(forbidden, &path))
}

/// Exported macros stand at the root of the crate, whatever module they are written in; theirs begin with `__`.
fn leaves_runtime(named: &Named) -> bool {
    match named.path.first().map(String::as_str) {
        Some("crate") => {
            named.path.get(1).is_none_or(|second| second != "runtime" && !second.starts_with("__"))
        }
        Some(first) => first == "enkash_api",
        None => true,
    }
}

#[test]
fn a_file_that_breaks_a_rule_is_found() {
    let modules: BTreeSet<String> =
        ["crate", "crate::ir", "crate::cli", "crate::render"].map(str::to_owned).into();
    for (path, text, expected) in [
        (
            "enkash-gen/src/ir/field.rs",
            "fn f(v: serde_json::Value) {}",
            "`serde_json::Value`: `ir` is plain data",
        ),
        (
            "enkash-gen/src/ir/field.rs",
            "fn f() {\n super::super::names::snake(\"\");\n}",
            "`crate::names::snake`: `ir` is plain data",
        ),
        ("enkash-gen/src/ir/field.rs", "use crate as all;", "`crate`: `ir` is plain data"),
        (
            "enkash-gen/src/ir/mod.rs",
            "fn f() { assert!(crate::render::x()) }",
            "`crate::render::x`: `ir` is plain data",
        ),
        (
            "enkash-gen/src/lower/field.rs",
            "use heck::ToSnakeCase;",
            "`heck::ToSnakeCase`: `lower` decides no Rust name",
        ),
        (
            "enkash-gen/src/lower/field.rs",
            "use crate::{ir, names::snake};",
            "`crate::names::snake`: `lower` decides no Rust name",
        ),
        (
            "enkash-gen/src/render/docs.rs",
            "use crate::load::Node;",
            "`crate::load::Node`: `render` does not see the document",
        ),
        (
            "enkash-gen/src/names/types.rs",
            "fn f() { quote::quote!() }",
            "`quote::quote`: only `render` and `emit` make tokens",
        ),
        ("enkash-gen/src/passes/hoist.rs", "use crate::*;", "`crate`: `passes` know nothing but the IR"),
        (
            "enkash-gen/src/load/mod.rs",
            "mod a { use openapiv3 as x; }",
            "`openapiv3`: only `load/typed` and `lower` know",
        ),
        (
            "enkash-gen/src/load/json.rs",
            "type E = serde_yaml::Error;",
            "`serde_yaml::Error`: only `load/yaml.rs` names",
        ),
        (
            "enkash-gen/src/lib.rs",
            "pub use cli::main;",
            "`crate::cli::main`: nothing depends on the command line",
        ),
        (
            "enkash-gen/src/passes/hoist.rs",
            "fn f(d: D) { d.resolve(x); }",
            "`.resolve(`: `lower` is the only stage",
        ),
        (
            "enkash-gen/src/cli/list.rs",
            "fn f(d: D) { dbg!(d.resolve(x)); }",
            "`.resolve(`: `lower` is the only stage",
        ),
        (
            "enkash-gen/src/builder.rs",
            "extern crate enkash_api;",
            "`enkash_api`: the generator depends on no member",
        ),
        (
            "enkash-api/src/runtime/call.rs",
            "use crate::rewards::Token;",
            "`crate::rewards::Token`: the run time names itself",
        ),
        (
            "enkash-api/src/runtime/call.rs",
            "macro_rules! m { () => { $crate::endpoint::E } }",
            "`crate::endpoint::E`: the run time names itself",
        ),
        (
            "enkash-api/src/runtime/mod.rs",
            "use super::product;",
            "`crate::product`: the run time names itself",
        ),
    ] {
        let file = Source { path: path.to_owned(), text: text.to_owned() };
        let found = check(&file, &modules);
        let line =
            (1..).zip(text.lines()).find(|(_, line)| !line.ends_with('{')).map_or(1, |(number, _)| number);
        let expected = format!("{path}:{line}: {expected}");
        assert!(found.iter().any(|found| found.starts_with(&expected)), "{text}: {found:?}");
    }
}

#[test]
fn a_file_that_keeps_the_rules_is_left_alone() {
    for (path, text) in [
        ("enkash-gen/src/ir/field.rs", "use super::Slot; use crate::report::{Code, Origin};"),
        ("enkash-gen/src/load/yaml.rs", "use serde_yaml::Value;"),
        ("enkash-gen/src/lower/field.rs", "fn f(d: D) { d.resolve(openapiv3::x()); }"),
        ("enkash-gen/src/render/docs.rs", "fn f() { quote!(crate::load::Node); proc_macro2::x() }"),
        ("enkash-gen/src/main.rs", "fn main() { enkash_gen::cli::main() }"),
        (
            "enkash-api/src/runtime/wire/table.rs",
            "pub use crate::__object as object; use crate::runtime::Error; use super::super::Secret;",
        ),
    ] {
        let file = Source { path: path.to_owned(), text: text.to_owned() };
        assert_eq!(check(&file, &BTreeSet::new()), [""; 0], "{text}");
    }
}

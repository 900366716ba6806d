//! What of the run time is in a crate, and what is not.

use super::*;

#[test]
fn what_is_under_cfg_test_is_left_out_and_nothing_else() {
    let text = "\
//! A file.
#[cfg(test)]
mod fixture;
pub mod call;

struct Meta {
    id: u8,
    #[cfg(test)]
    seen: bool,
}

impl Meta {
    /// What tests start from;
    #[cfg(test)]
    fn sample() -> Self {
        Self { id: 0, seen: true }
    }

    fn id(&self) -> u8 {
        self.id
    }
}

#[cfg(all(test, feature = \"testing\"))]
#[allow(dead_code)]
mod tests {
    use super::*;

    #[test]
    fn holds() {}
}
";
    let expected = "\
//! A file.
pub mod call;

struct Meta {
    id: u8,
}

impl Meta {

    fn id(&self) -> u8 {
        self.id
    }
}
";
    assert_eq!(settled(text, true), expected);
}

#[test]
fn no_file_of_tests_is_shipped_and_each_that_is_still_parses() {
    for login in [true, false] {
        let files: Vec<_> = files(Kind { types_only: false, login }).collect();
        assert!(files.iter().any(|(path, _)| path == "src/runtime/mod.rs"));
        assert_eq!(files.iter().any(|(path, _)| path == "src/runtime/token/source.rs"), login);
        assert_eq!(files.iter().any(|(path, _)| path == "src/runtime/token/none.rs"), !login);
        assert_eq!(files.iter().any(|(path, _)| path == "src/runtime/store/memory.rs"), login);
        for (path, text) in files {
            assert!(!text.contains("cfg(test)"), "{path} holds tests");
            assert!(!text.contains("(test, "), "{path} holds what only tests use");
            assert!(!text.contains("\"login\""), "{path} has a condition that is settled");
            assert!(!path.ends_with("/tests.rs"), "{path} is a file of tests");
            syn::parse_file(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
}

#[test]
fn what_gives_tokens_is_there_where_an_operation_does() {
    let text = "\
#[cfg(feature = \"login\")]
mod token;
#[cfg(not(feature = \"login\"))]
pub(super) mod none;

/// A client.
struct Client {
    /// Where tokens come from.
    #[cfg(feature = \"login\")]
    source: Source,
    #[cfg(feature = \"cookies\")]
    jar: Jar,
}

fn make() {
    #[cfg(not(feature = \"login\"))]
    let source = None;
    #[cfg(feature = \"login\")]
    let source = token::source(
        1,
    );
    build(source);
}
";
    let with = "\
mod token;

/// A client.
struct Client {
    /// Where tokens come from.
    source: Source,
    #[cfg(feature = \"cookies\")]
    jar: Jar,
}

fn make() {
    let source = token::source(
        1,
    );
    build(source);
}
";
    let without = "\
pub(super) mod none;

/// A client.
struct Client {
    #[cfg(feature = \"cookies\")]
    jar: Jar,
}

fn make() {
    let source = None;
    build(source);
}
";
    assert_eq!(settled(text, true), with);
    assert_eq!(settled(text, false), without);
}

#[test]
fn types_alone_have_each_module_that_their_run_time_declares_and_no_other() {
    let files: Vec<_> = files(Kind { types_only: true, login: false }).collect();
    let root = files.iter().find(|(path, _)| path == "src/runtime/mod.rs").expect("there is a root");
    let items = syn::parse_file(&root.1).expect("it parses").items;
    let mut declared: Vec<String> = items
        .iter()
        .filter_map(|item| match item {
            syn::Item::Mod(item) => Some(item.ident.to_string()),
            _ => None,
        })
        .collect();
    declared.sort();
    assert_eq!(declared, OF_TYPES);
    for module in declared {
        let found = files
            .iter()
            .any(|(path, _)| path.strip_prefix("src/runtime/").is_some_and(|path| covers(&module, path)));
        assert!(found, "{module} is not shipped");
    }
}

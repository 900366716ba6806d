//! The run time as files of a stand-alone crate: the same text, without its unit tests.
//!
//! Invariant: what is left out is code under `#[cfg(test)]` and nothing else, so that what was tested is what is
//! shipped.

use crate::emit::HEADER;

/// Path below `src/runtime` and text of every file, in the order of the paths.
const FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/runtime.rs"));

/// The modules that types need which nobody sends; those of a client are left out.
const OF_TYPES: [&str; 6] = ["body", "file", "secret", "sent", "transport_error", "wire"];

/// The files, with the header that marks them as ours.
pub(super) fn files(types_only: bool) -> impl Iterator<Item = (String, String)> {
    let tests = tests();
    let is_wanted = move |path: &str| {
        !tests.iter().any(|test| covers(test, path))
            && (!types_only || path == "mod.rs" || OF_TYPES.iter().any(|module| covers(module, path)))
    };
    FILES.iter().filter(move |(path, _)| is_wanted(path)).map(move |(path, text)| {
        let mut text = without_tests(text);
        if types_only && *path == "mod.rs" {
            text = root_of_types(&text);
        }
        let text = format!("{HEADER}\n// Licence of this file: MIT OR Apache-2.0.\n{text}");
        (format!("src/runtime/{path}"), text)
    })
}

/// The root of the run time without the modules of a client and what it shows of them.
fn root_of_types(text: &str) -> String {
    let is_of_types = |line: &str| {
        let declared =
            line.trim_start_matches("pub ").strip_prefix("mod ").map(|rest| rest.trim_end_matches(';'));
        let shown = line.strip_prefix("pub use self::").and_then(|rest| rest.split("::").next());
        declared.or(shown).is_none_or(|module| OF_TYPES.contains(&module))
    };
    let mut kept: Vec<&str> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with("//!")) {
        if is_of_types(line) {
            kept.push(line);
        } else {
            // Its conditions go with it.
            while kept.pop_if(|last| is_about_the_next(last)).is_some() {}
        }
    }
    format!(
        "//! What the types are written and read by. What only a client needs is not here.\n{}\n",
        kept.join("\n")
    )
}

/// Whether a file is that of a module, or of one inside of it.
fn covers(module: &str, path: &str) -> bool {
    path.strip_prefix(module).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

/// The modules that are declared for tests alone, as paths without `.rs`.
fn tests() -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in FILES {
        let folder = match path.strip_suffix("mod.rs") {
            Some(folder) => folder.to_owned(),
            None => format!("{}/", path.trim_end_matches(".rs")),
        };
        let lines: Vec<&str> = text.lines().collect();
        for pair in lines.windows(2).filter(|pair| is_test(pair[0])) {
            let declared = pair[1].trim().trim_start_matches("pub(crate) ").trim_start_matches("pub(super) ");
            if let Some(name) = declared.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';')) {
                found.push(format!("{folder}{name}"));
            }
        }
    }
    found
}

/// Whether an attribute keeps what follows for tests.
fn is_test(line: &str) -> bool {
    let line = line.trim();
    line == "#[cfg(test)]" || line.starts_with("#[cfg(all(test,")
}

/// The text without the items under `#[cfg(test)]`. It is formatted, so an item ends with the first line in its own
/// column that ends something.
fn without_tests(text: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if !is_test(line) {
            kept.push(line);
            continue;
        }
        // What belongs to the item stands before the attribute, too.
        while kept.pop_if(|last| is_about_the_next(last)).is_some() {}
        let column = column(line);
        lines.by_ref().find(|line| {
            !is_about_the_next(line) && self::column(line) == column && line.ends_with([';', ',', '}'])
        });
    }
    // An item at the end leaves its blank line behind.
    while kept.pop_if(|last| last.is_empty()).is_some() {}
    let mut out = kept.join("\n");
    out.push('\n');
    out
}

fn column(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn is_about_the_next(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("///") || line.starts_with("#[")
}

#[cfg(test)]
mod tests {
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
        assert_eq!(without_tests(text), expected);
    }

    #[test]
    fn no_file_of_tests_is_shipped_and_each_that_is_still_parses() {
        let files: Vec<_> = files(false).collect();
        assert!(files.iter().any(|(path, _)| path == "src/runtime/mod.rs"));
        for (path, text) in files {
            assert!(!text.contains("cfg(test)"), "{path} holds tests");
            assert!(!path.ends_with("/tests.rs"), "{path} is a file of tests");
            syn::parse_file(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
    #[test]
    fn types_alone_have_each_module_that_their_run_time_declares_and_no_other() {
        let files: Vec<_> = files(true).collect();
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
}

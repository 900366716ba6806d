//! The run time as files of a stand-alone crate: the same text, without its unit tests.
//!
//! Invariant: what is left out is code under `#[cfg(test)]` and nothing else, so that what was tested is what is
//! shipped.

use crate::emit::HEADER;

/// Path below `src/runtime` and text of every file, in the order of the paths.
const FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/runtime.rs"));

/// The files, with the header that marks them as ours.
pub(super) fn files() -> impl Iterator<Item = (String, String)> {
    let tests = tests();
    FILES.iter().filter(move |(path, _)| !tests.iter().any(|test| covers(test, path))).map(|(path, text)| {
        let text = format!("{HEADER}\n// Licence of this file: MIT OR Apache-2.0.\n{}", without_tests(text));
        (format!("src/runtime/{path}"), text)
    })
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
        let files: Vec<_> = files().collect();
        assert!(files.iter().any(|(path, _)| path == "src/runtime/mod.rs"));
        for (path, text) in files {
            assert!(!text.contains("cfg(test)"), "{path} holds tests");
            assert!(!path.ends_with("/tests.rs"), "{path} is a file of tests");
            syn::parse_file(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
}

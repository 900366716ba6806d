//! The run time as files of a stand-alone crate: the same text, without its unit tests and what the API has no use for.
//!
//! Invariant: what is left out is what a condition of the text itself leaves out – `#[cfg(test)]`, or
//! `#[cfg(feature = "login")]` where no operation gives tokens – so that what was tested is what is shipped.

use super::Kind;
use crate::emit::HEADER;

/// Path below `src/runtime` and text of every file, in the order of the paths.
const FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/runtime.rs"));

/// The modules that types need which nobody sends; those of a client are left out.
const OF_TYPES: [&str; 6] = ["body", "file", "secret", "sent", "transport_error", "wire"];

/// The files, with the header that marks them as ours.
pub(super) fn files(kind: Kind) -> impl Iterator<Item = (String, String)> {
    let Kind { types_only, login } = kind;
    let left_out = left_out(login);
    let is_wanted = move |path: &str| {
        !left_out.iter().any(|module| covers(module, path))
            && (!types_only || path == "mod.rs" || OF_TYPES.iter().any(|module| covers(module, path)))
    };
    FILES.iter().filter(move |(path, _)| is_wanted(path)).map(move |(path, text)| {
        let mut text = settled(text, login);
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

/// What a condition comes to in a crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It is none that is settled here.
    Open,
    /// It holds, and goes.
    Holds,
    /// It does not hold, and what it stands at goes with it.
    Fails,
}

fn fate(line: &str, login: bool) -> Fate {
    let holds = match line.trim() {
        "#[cfg(test)]" => false,
        line if line.starts_with("#[cfg(all(test,") => false,
        r#"#[cfg(feature = "login")]"# => login,
        r#"#[cfg(not(feature = "login"))]"# => !login,
        // A store is one of tokens.
        r#"#[cfg(feature = "store")]"# if !login => false,
        _ => return Fate::Open,
    };
    if holds { Fate::Holds } else { Fate::Fails }
}

/// The modules that are not in a crate, as paths without `.rs`.
fn left_out(login: bool) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in FILES {
        let folder = match path.strip_suffix("mod.rs") {
            Some(folder) => folder.to_owned(),
            None => format!("{}/", path.trim_end_matches(".rs")),
        };
        let lines: Vec<&str> = text.lines().collect();
        for pair in lines.windows(2).filter(|pair| fate(pair[0], login) == Fate::Fails) {
            let declared = pair[1].trim();
            let declared =
                declared.strip_prefix("mod ").or(declared.split_once(" mod ").map(|(_, rest)| rest));
            if let Some(name) = declared.and_then(|rest| rest.strip_suffix(';')) {
                found.push(format!("{folder}{name}"));
            }
        }
    }
    found
}

/// The text without the conditions that hold, and without the items whose conditions fail. It is formatted, so an item
/// ends with the first line in its own column that ends something.
fn settled(text: &str, login: bool) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        match fate(line, login) {
            Fate::Open => {
                kept.push(line);
                continue;
            }
            Fate::Holds => continue,
            Fate::Fails => {}
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
mod tests;

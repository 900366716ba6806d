//! The name of a crate, and texts of the document as they may stand in a manifest.

use crate::names::kebab;

/// The name of a crate from free text: `Pet Store` is `pet-store`. A name that cargo or the language refuses gets
/// `-client` at its end.
pub fn crate_name(text: &str) -> String {
    let mut name = kebab(text);
    name.truncate(60);
    let name = name.trim_matches('-');
    match name {
        "" => "api-client".to_owned(),
        _ if name.starts_with(|c: char| c.is_ascii_digit()) => format!("api-{name}"),
        _ if is_reserved(name) => format!("{name}-client"),
        _ => name.to_owned(),
    }
}

/// Keywords and the crates of the toolchain, which cargo refuses, and what the run time depends on, which would make a
/// crate depend on one of its own name.
fn is_reserved(name: &str) -> bool {
    let ident = name.replace('-', "_");
    let parses = syn::parse_str::<syn::Ident>(&ident).is_ok();
    let toolchain =
        ["alloc", "build", "core", "deps", "examples", "incremental", "proc_macro", "std", "test"];
    let depends = super::manifest::DEPENDENCIES
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .any(|(dependency, _)| dependency.replace('-', "_") == ident);
    !parses || toolchain.contains(&ident.as_str()) || depends
}

/// A text on one line.
pub(super) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(char::is_control, "")
}

/// A basic string of TOML; the text has no control characters.
pub(super) fn toml_string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_becomes_a_name_that_cargo_takes() {
        for (text, name) in [
            ("Pet Store", "pet-store"),
            ("my_client", "my-client"),
            ("petStore.v2", "pet-store-v2"),
            ("3ds", "api-3ds"),
            ("…", "api-client"),
            ("test", "test-client"),
            ("serde_json", "serde-json-client"),
            ("self", "self-client"),
            ("Büro", "buro"),
        ] {
            assert_eq!(crate_name(text), name, "{text}");
        }
    }

    #[test]
    fn a_text_stays_one_string() {
        assert_eq!(toml_string(&line("a \"b\"\n\\c")), r#""a \"b\" \\c""#);
    }
}

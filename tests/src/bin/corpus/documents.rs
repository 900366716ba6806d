//! Finds the documents of a folder, and tells whether a text claims to be one.
//!
//! Deliberately apart from the loader of the generator: what that one refuses has to show up as a failure.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A document of the corpus.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    /// Its path below the folder, with `/`.
    pub(crate) name: String,
    pub(crate) path: PathBuf,
}

/// Every file below the folder that ends like a document, in the order of the paths.
///
/// Fails with what to tell the user if a folder cannot be read.
pub(crate) fn find(folder: &Path) -> Result<Vec<Document>, String> {
    let mut found = Vec::new();
    let mut todo = vec![folder.to_owned()];
    while let Some(next) = todo.pop() {
        let text = |error: std::io::Error| format!("{}: {error}", next.display());
        for entry in fs::read_dir(&next).map_err(text)? {
            let path = entry.map_err(text)?.path();
            let ends =
                path.extension().is_some_and(|end| ["json", "yaml", "yml"].iter().any(|it| end == *it));
            if path.is_dir() {
                todo.push(path);
            } else if ends {
                let name =
                    path.strip_prefix(folder).unwrap_or(&path).display().to_string().replace('\\', "/");
                found.push(Document { name, path });
            }
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(found)
}

/// Whether the root of a text has a version and paths. JSON is parsed; of YAML the lines without indentation are
/// looked at, and whether the whole text parses is left to the loader.
pub(crate) fn is_openapi(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        let Ok(root) = serde_json::from_str::<serde_json::Value>(text) else { return false };
        let version = |key: &str| root.get(key).and_then(serde_json::Value::as_str).unwrap_or_default();
        return is_version(version("openapi"), version("swagger")) && root["paths"].is_object();
    }
    let value = |key: &str| {
        text.lines().find_map(|line| {
            let line = line.replace(['"', '\''], "");
            let rest = line.strip_prefix(key)?.trim_start().strip_prefix(':')?;
            Some(rest.split(" #").next().unwrap_or_default().trim().to_owned())
        })
    };
    let version = |key: &str| value(key).unwrap_or_default();
    is_version(&version("openapi"), &version("swagger")) && value("paths").is_some()
}

fn is_version(openapi: &str, swagger: &str) -> bool {
    openapi.starts_with("3.0.") || openapi.starts_with("3.1.") || swagger == "2.0"
}

#[cfg(test)]
mod tests {
    use super::is_openapi;

    #[test]
    fn version_and_paths_make_a_document() {
        for (text, expected) in [
            ("openapi: 3.0.3\npaths: {}\n", true),
            ("\u{feff}'swagger': \"2.0\"\r\n\"paths\":\r\n  /a: {}\r\n", true),
            ("{\"openapi\": \"3.1.0\", \"paths\": {}}", true),
            ("{\"openapi\": \"3.1.0\", \"paths\": []}", false),
            ("openapi: 3.1.0 # new\npaths:\n", true),
            ("openapi: 3.2.0\npaths: {}\n", false),
            ("openapi: 3.0.3\nwebhooks: {}\n", false),
            ("info:\n  openapi: 3.0.3\n  paths: {}\n", false),
        ] {
            assert_eq!(is_openapi(text), expected, "{text}");
        }
    }
}

//! Importing for tests: texts in, the description and what was said of it out.

use std::path::{Path, PathBuf};

use enkash_gen::{
    page::{self, Import, Opened},
    report::{Code, Report, Sources, lines},
};
use serde_json::Value;

/// What some texts came to.
pub(crate) struct Imported {
    pub(crate) opened: Vec<Opened>,
    pub(crate) import: Option<Import>,
    /// Codes, lines and messages.
    pub(crate) said: Vec<(Code, usize, String)>,
}

impl Imported {
    pub(crate) fn document(&self) -> &Value {
        let said = &self.said;
        &self.import.as_ref().unwrap_or_else(|| panic!("no operation: {said:?}")).document
    }

    /// The value at a pointer. `op`, `req` and `res` stand for the only operation, the schema of its request and
    /// that of its answer.
    pub(crate) fn at(&self, pointer: &str) -> Value {
        let document = self.document();
        let (start, rest) = pointer.split_once('/').unwrap_or((pointer, ""));
        let rest = if rest.is_empty() { String::new() } else { format!("/{rest}") };
        let schema = |end: &str| {
            let schemas = document.pointer("/components/schemas").and_then(Value::as_object);
            schemas.and_then(|all| all.iter().find(|(name, _)| name.ends_with(end))).map(|(_, schema)| schema)
        };
        let from = match start {
            "" => Some(document),
            "op" => self.operation(),
            "req" => schema("Request"),
            "res" => schema("Response"),
            other => panic!("`{other}` stands for nothing"),
        };
        from.and_then(|from| from.pointer(&rest)).cloned().unwrap_or(Value::Null)
    }

    pub(crate) fn operation(&self) -> Option<&Value> {
        self.document()["paths"].as_object()?.values().next()?.as_object()?.values().next()
    }

    pub(crate) fn codes(&self) -> Vec<&'static str> {
        let mut codes: Vec<_> = self.said.iter().map(|(code, _, _)| code.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }
}

pub(crate) fn import(texts: &[(&str, &str)]) -> Imported {
    let bytes: Vec<(&str, &[u8])> = texts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    import_bytes(&bytes)
}

pub(crate) fn import_bytes(texts: &[(&str, &[u8])]) -> Imported {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let opened: Vec<Opened> = texts
        .iter()
        .filter_map(|(name, bytes)| page::open_bytes(name, bytes, &mut sources, &mut report))
        .collect();
    let import = page::import(&opened, &mut report);
    let found: Vec<_> = report.iter().collect();
    let places = lines(&found, &sources);
    let said = found
        .iter()
        .zip(places)
        .map(|(found, place)| (found.code, place.map_or(0, |(line, _)| line), found.message.clone()))
        .collect();
    Imported { opened, import, said }
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

pub(crate) fn text(path: &str) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Compares with the committed file, or writes it.
pub(crate) fn golden(path: &str, text: &str) {
    let file = root().join(path);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, text).expect("the golden is written");
        return;
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        committed == text,
        "`{path}` is out of date: BLESS=1 cargo test -p enkash-tests --test pages\n{text}"
    );
}

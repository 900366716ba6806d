//! Small changes of a description that we know: each is of one kind, so that the verdicts on it differ.

use std::{fs, path::Path};

/// What is done, the text it is done to, and what stands there then.
const EDITS: [(&str, &str, &str); 16] = [
    ("another text", "The kind of a book.", "The kind of any book."),
    ("a value, last", "picture book, graphic_novel]", "picture book, graphic_novel, atlas]"),
    ("a value, first", "[fiction, non-fiction,", "[atlas, fiction, non-fiction,"),
    ("values in another order", "[fiction, non-fiction,", "[non-fiction, fiction,"),
    (
        "a member that may be sent",
        "required: [isbn, title, genre, contributors]\n      properties:",
        "required: [isbn, title, genre, contributors]\n      properties:\n        binding: {type: string}",
    ),
    (
        "a member that must be sent",
        "required: [isbn, title, genre, contributors]\n      properties:",
        "required: [isbn, title, genre, contributors, binding]\n      properties:\n        binding: {type: string}",
    ),
    (
        "a member that is received",
        "    Session:\n      type: object\n",
        "    Session:\n      type: object\n      additionalProperties: {type: number}\n",
    ),
    (
        "a server, first",
        "servers:\n",
        "servers:\n  - {url: 'https://training.library.example/v2', x-name: Training}\n",
    ),
    (
        "a server, last",
        "    description: A copy that is reset every night.\n",
        "    description: A copy that is reset every night.\n  - {url: 'https://training.library.example/v2', x-name: Training}\n",
    ),
    ("another name of a server", "x-name: Rehearsal", "x-name: Training"),
    (
        "advice against an operation",
        "operationId: listBooks",
        "operationId: listBooks\n      deprecated: true",
    ),
    (
        "a parameter where there was none",
        "operationId: getStatus",
        "operationId: getStatus\n      parameters: [{name: verbose, in: query, schema: {type: boolean}}]",
    ),
    ("a mark", "operationId: listBooks", "operationId: listBooks\n      x-safe: true"),
    (
        "an operation",
        "paths:\n",
        "paths:\n  /opening: {get: {operationId: getOpening, responses: {'204': {description: open}}}}\n",
    ),
    (
        "a scheme",
        "  securitySchemes:\n",
        "  securitySchemes:\n    kiosk: {type: apiKey, in: header, name: X-Kiosk}\n",
    ),
    ("another id", "operationId: listBooks", "operationId: findBooks"),
];

/// The description as it is, and for each edit its name and what becomes of the description; as files in a folder.
///
/// Fails with what to tell the user if a text is not there, or a file cannot be written.
pub(crate) fn write(folder: &Path) -> Result<Vec<(String, [String; 2])>, String> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/library.yaml");
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let text = fs::read_to_string(source).map_err(failed)?;
    fs::create_dir_all(folder).map_err(failed)?;
    let write = |name: &str, text: &str| -> Result<String, String> {
        let path = folder.join(format!("{name}.yaml"));
        fs::write(&path, text).map_err(failed)?;
        Ok(path.display().to_string())
    };
    let was = write("library", &text)?;
    let mut pairs = Vec::new();
    for (index, (name, from, to)) in EDITS.into_iter().enumerate() {
        if !text.contains(from) {
            return Err(format!("`{from}` is not in the description any more"));
        }
        let is = write(&format!("library-{index}"), &text.replacen(from, to, 1))?;
        pairs.push((format!("+ {name}"), [was.clone(), is.clone()]));
        pairs.push((format!("- {name}"), [is, was.clone()]));
    }
    Ok(pairs)
}

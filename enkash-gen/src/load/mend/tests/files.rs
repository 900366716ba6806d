//! Other files.

use std::{fs, path::Path};

use serde_json::json;

use super::{at, origin};
use crate::{
    load::{Document, load},
    report::{Report, Sources},
};

fn loaded(files: &[(&str, &str)]) -> (Document, Vec<String>, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let document = load(&folder.path().join("api/api.yaml"), &mut sources, &mut report).expect("it is read");
    let short = |path: &Path| path.strip_prefix(folder.path()).expect("inside").display().to_string();
    let inputs = document.inputs().map(short).collect();
    let prefix = format!("{}/", folder.path().display());
    let said = report
        .iter()
        .map(|diagnostic| format!("{}: {}", diagnostic.code, diagnostic.message.replace(&prefix, "")))
        .collect();
    (document, inputs, said)
}

const MAIN: &str = r"
openapi: 3.0.3
info: {title: Zoo, version: '1'}
paths:
  /animals: {$ref: 'paths/animals.yaml'}
components:
  schemas:
    Animal: {$ref: 'schemas/animal.yaml'}
    Keeper: {type: object, properties: {pet: {$ref: 'schemas/animal.yaml'}, one: {$ref: 'schemas/all.json#/One'}}}
";

#[test]
fn what_stands_in_other_files_becomes_part_of_the_document() {
    let (document, inputs, said) = loaded(&[
        ("api/api.yaml", MAIN),
        (
            "api/paths/animals.yaml",
            "get:\n  parameters: [{$ref: '../all.yaml#/page'}]\n  responses:\n    '200':\n      description: All.\n      \
             content: {application/json: {schema: {$ref: '../schemas/animal.yaml'}}}\n",
        ),
        ("api/all.yaml", "page: {name: page, in: query, schema: {type: integer}}"),
        (
            "api/schemas/animal.yaml",
            "type: object\nproperties:\n  mother: {$ref: '#'}\n  keeper: {$ref: '../api.yaml#/components/schemas/Keeper'}\n  \
             food: {$ref: 'all.json#/One'}\n",
        ),
        (
            "api/schemas/all.json",
            r##"{"One": {"type": "object", "properties": {"two": {"$ref": "#/Two"}}}, "Two": {"type": "string"}}"##,
        ),
    ]);
    assert_eq!(said, Vec::<String>::new());
    assert_eq!(
        inputs,
        [
            "api/schemas/animal.yaml",
            "api/schemas/all.json",
            "api/paths/animals.yaml",
            "api/paths/../all.yaml"
        ]
    );
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    for (pointer, expected) in [
        (
            "/components/schemas/Animal",
            json!({"type": "object", "properties": {
                "mother": reference("Animal"), "keeper": reference("Keeper"), "food": reference("One"),
            }}),
        ),
        (
            "/components/schemas/Keeper/properties",
            json!({"pet": reference("Animal"), "one": reference("One")}),
        ),
        ("/components/schemas/One/properties/two", reference("Two")),
        ("/components/schemas/Two", json!({"type": "string"})),
        ("/paths/~1animals/get/parameters", json!([{"$ref": "#/components/parameters/page"}])),
        ("/components/parameters/page/name", json!("page")),
        ("/paths/~1animals/get/responses/200/content/application~1json/schema", reference("Animal")),
    ] {
        assert_eq!(at(&document, pointer), &expected, "{pointer}");
    }
    assert_eq!(origin(&document, "/paths/~1animals/get/responses"), "/get/responses");
    assert_eq!(origin(&document, "/components/schemas/Two"), "/Two");
}

#[test]
fn files_that_are_not_to_be_had_are_named_once_and_any_value_is_taken() {
    let main = |reference: &str| {
        format!(
            "openapi: 3.0.3\ninfo: {{title: Zoo, version: '1'}}\npaths: {{}}\ncomponents:\n  schemas:\n    \
             A: {{properties: {{a: {{$ref: '{reference}'}}, b: {{$ref: '{reference}'}}}}}}\n"
        )
    };
    let any = "; any value is taken in its place";
    for (reference, message) in [
        ("no.yaml#/A", "external-ref: there is no file `api/no.yaml`"),
        (
            "../other.yaml",
            "external-ref: `api/../other.yaml` lies outside of the folder of the document, and is not read",
        ),
        ("/etc/hostname", "external-ref: there is no file `/etc/hostname`"),
        (
            "https://zoo.example/a.yaml",
            "external-ref: `https://zoo.example/a.yaml` is an address, and nothing is fetched",
        ),
    ] {
        let (document, _, said) =
            loaded(&[("api/api.yaml", &main(reference)), ("other.yaml", "type: string")]);
        assert_eq!(said, [format!("{message}{any}")], "{reference}");
        assert_eq!(
            at(&document, "/components/schemas/A/properties"),
            &json!({"a": {}, "b": {}}),
            "{reference}"
        );
    }
}

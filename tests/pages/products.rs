//! The bundled products: their descriptions are what their pages come to, and with their overlays what was written by
//! hand from the same pages.

use std::{collections::BTreeMap, path::Path};

use enkash_gen::{
    load::{Overlay, tree},
    page::{Became, print},
    project::{Product, Project},
    report::{Report, Sources, render},
};
use serde_json::{Value, json};

use super::import::{golden, import, root, text};

fn products() -> Vec<Product> {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let project = Project::open(&root().join("spec"), &mut sources, &mut report).expect("it opens");
    project.products().to_vec()
}

/// A path as the repository has it.
fn in_repository(path: &Path) -> String {
    let path = path.strip_prefix(root()).expect("it is in the repository");
    path.to_str().expect("it is UTF-8").to_owned()
}

#[test]
fn each_description_is_what_its_pages_come_to_and_no_line_is_unknown() {
    for product in products() {
        let pages: Vec<(String, String)> =
            product.pages.iter().map(|page| (in_repository(page), text(&in_repository(page)))).collect();
        let pages: Vec<(&str, &str)> = pages.iter().map(|(name, text)| (&**name, &**text)).collect();
        let imported = import(&pages);
        assert_eq!(imported.opened.len(), pages.len(), "{}: {:?}", product.name, imported.said);
        for (opened, (name, _)) in imported.opened.iter().zip(&pages) {
            let coverage = opened.page.coverage.iter();
            let unknown: Vec<_> = coverage.filter(|line| line.became == Became::Unknown).collect();
            assert!(unknown.is_empty(), "{name}: {unknown:?}");
        }
        let printed = print(imported.document()).expect("a description is printed");
        golden(&in_repository(&product.document), &printed);
        assert_eq!(tree(&printed).as_ref(), Some(imported.document()), "{}: it reads back", product.name);
    }
}

#[test]
fn with_its_overlay_each_is_what_was_written_by_hand() {
    for product in products() {
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let loaded = product.load(&mut sources, &mut report).expect("it is read");
        // An action without a reason, and one that matches nothing, would be said here.
        assert!(report.is_empty(), "{}", render(&report, &sources, false));
        let by_hand = tree(&text(&format!("tests/pages/by-hand/{}.yaml", product.name))).expect("YAML");
        let names = &product.settings.choices.types;
        let (found, expected) = (said(loaded.root().value(), names), said(&by_hand, names));
        let differences = differences(&found, &expected);
        assert!(
            differences.is_empty(),
            "`{}` is not what was written by hand\n{}",
            product.name,
            differences.join("\n")
        );
    }
}

#[test]
fn each_action_of_an_overlay_changes_something() {
    for product in products() {
        assert!(!product.overlays.is_empty(), "{}", product.name);
        let mut document = tree(&text(&in_repository(&product.document))).expect("YAML");
        for overlay in product.overlays.iter().map(|overlay| in_repository(overlay)) {
            let whole = tree(&text(&overlay)).expect("YAML");
            for action in whole["actions"].as_array().expect("a list") {
                let (mut sources, mut report) = (Sources::new(), Report::new());
                let alone = json!({ "overlay": "1.0.0", "info": whole["info"], "actions": [action] });
                let alone = Overlay::parse(&overlay, alone.to_string(), &mut sources, &mut report);
                let before = document.clone();
                alone.expect("it is an overlay").apply(&mut document, &mut report);
                assert!(report.is_empty(), "{}", render(&report, &sources, false));
                assert_ne!(before, document, "{overlay}: the action at {} changes nothing", action["target"]);
            }
        }
    }
}

/// What a document says of the API, each value by the way to it: neither where it comes from, nor what of it is not
/// known. Schemas have the names that the project gives them, and the order of properties counts.
fn said(document: &Value, names: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    collect(document, "", names, &mut out);
    out
}

fn collect(value: &Value, at: &str, names: &BTreeMap<String, String>, out: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(members) => {
            // One in `allOf` is how OpenAPI 3.0 has something beside a reference.
            if let Some([only]) = members.get("allOf").and_then(Value::as_array).map(Vec::as_slice) {
                collect(only, at, names, out);
            }
            let passed = ["x-source", "x-unknown", "allOf"];
            let is_passed = |key: &str, value: &Value| {
                passed.contains(&key) || (key == "parameters" && *value == json!([]))
            };
            let members = members.iter().filter(|(key, value)| !is_passed(key, value));
            let mut order = Vec::new();
            for (key, value) in members {
                let key = if at == "/components/schemas" { names.get(key).unwrap_or(key) } else { key };
                order.push(key.as_str());
                collect(value, &format!("{at}/{key}"), names, out);
            }
            // The order of a form's fields is the order of its bytes.
            let order = if at.ends_with("/properties") { order.join(" ") } else { String::new() };
            out.insert(at.to_owned(), format!("{{{order}}}"));
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, &format!("{at}/{index}"), names, out);
            }
            out.insert(at.to_owned(), format!("[{}]", items.len()));
        }
        Value::String(text) if at.ends_with("/$ref") => {
            let (path, name) = text.rsplit_once('/').unwrap_or(("", text));
            out.insert(at.to_owned(), format!("{path}/{}", names.get(name).map_or(name, String::as_str)));
        }
        Value::String(text) => _ = out.insert(at.to_owned(), format!("{:?}", text.trim_end())),
        other => _ = out.insert(at.to_owned(), other.to_string()),
    }
}

/// A line for each value that is on one side alone, or another on either.
fn differences(found: &BTreeMap<String, String>, expected: &BTreeMap<String, String>) -> Vec<String> {
    let all = found.keys().chain(expected.keys().filter(|at| !found.contains_key(*at)));
    let none = "nothing".to_owned();
    all.filter(|at| found.get(*at) != expected.get(*at))
        .map(|at| {
            let [found, expected] = [found, expected].map(|side| side.get(at).unwrap_or(&none));
            format!("  {at}\n    is      {found}\n    by hand {expected}")
        })
        .collect()
}

//! The owner's two pages: every line accounted for, and every fact that the descriptions written by hand state.

use enkash_gen::{
    load::tree,
    page::{Became, Rendering},
};
use serde_json::{Value, json};

use super::import::{Imported, import, root, text};

/// The transcription, the page itself, the description, and how the page was saved.
const PAGES: [(&str, &str, &str, Rendering); 2] = [
    ("expense-token", "000-token-api", "expense", Rendering::Dash),
    ("rewards-token", "001-user-authentication", "rewards", Rendering::Mojibake),
];

fn transcription(name: &str) -> Imported {
    let path = format!("spec/pages/{name}.txt");
    import(&[(&path, &text(&path))])
}

/// The page itself, which is not ours to keep; said loudly if it is not there.
pub(crate) fn original(name: &str) -> Option<String> {
    let path = root().join(format!("../shared/pages/{name}.txt"));
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("MISSING: `{}`; only the transcription is tested", path.display());
    }
    text
}

#[test]
fn every_line_is_accounted_for() {
    for (name, original_name, _, rendering) in PAGES {
        let mut imported = vec![transcription(name)];
        imported.extend(original(original_name).map(|text| import(&[(original_name, &text)])));
        for imported in imported {
            let page = &imported.opened[0].page;
            assert_eq!(page.rendering, rendering, "{name}");
            let unknown: Vec<_> =
                page.coverage.iter().filter(|line| line.became == Became::Unknown).collect();
            assert!(unknown.is_empty(), "{name}: {unknown:?}");
            let count = |became| page.coverage.iter().filter(|line| line.became == became).count();
            assert!(count(Became::Navigation) > 50 && count(Became::Fact) > 40, "{name}");
        }
    }
}

#[test]
fn a_page_and_its_transcription_differ_in_samples_alone() {
    for (name, original_name, _, _) in PAGES {
        let Some(original) = original(original_name) else { continue };
        let imported = import(&[(&format!("spec/pages/{name}.txt"), &original)]);
        assert_eq!(
            without_samples(imported.document()),
            without_samples(transcription(name).document()),
            "{name}"
        );
    }
}

fn without_samples(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept = members.iter().filter(|(key, _)| *key != "example");
            Value::Object(kept.map(|(key, value)| (key.clone(), without_samples(value))).collect())
        }
        Value::Array(items) => items.iter().map(without_samples).collect(),
        other => other.clone(),
    }
}

#[test]
fn what_was_written_by_hand_from_the_pages_is_imported() {
    for (name, _, by_hand, _) in PAGES {
        let imported = transcription(name);
        let by_hand = tree(&text(&format!("tests/pages/by-hand/{by_hand}.yaml"))).expect("YAML");
        let operation = &by_hand["paths"]["/oauth/token"]["post"];
        assert_eq!(imported.at("op/operationId"), operation["operationId"], "{name}");
        assert_eq!(
            imported.document()["paths"].as_object().map(|paths| paths.keys().collect::<Vec<_>>()),
            Some(vec![&"/oauth/token".to_owned()])
        );
        assert_eq!(imported.at("op/security"), operation["security"], "{name}");
        let form = "content/application~1x-www-form-urlencoded/schema/$ref";
        assert_eq!(
            imported.at(&format!("op/requestBody/{form}")),
            operation["requestBody"].pointer(&format!("/{form}")).cloned().unwrap(),
            "{name}"
        );
        assert_eq!(imported.at("op/requestBody/required"), json!(true), "{name}");
        // Parameters: the hand left out what OpenAPI reserves.
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let parameters = imported.at("op/parameters");
            let found =
                parameters.as_array().into_iter().flatten().find(|found| found["name"] == parameter["name"]);
            let found = found.unwrap_or_else(|| panic!("{name}: {}", parameter["name"]));
            for key in ["in", "x-transport"] {
                assert_eq!(found[key], parameter[key], "{name}");
            }
            assert_eq!(found["schema"]["type"], parameter["schema"]["type"], "{name}");
        }
        for (pointer, schema) in [("req", "TokenRequest"), ("res", "Token")] {
            let schema = &by_hand["components"]["schemas"][schema];
            assert_eq!(imported.at(&format!("{pointer}/required")), schema["required"], "{name}");
            assert_eq!(fields(&imported.at(pointer)), fields(schema), "{name}");
        }
        let example = "responses/200/content/application~1json/example";
        let keys = |value: &Value| value.as_object().map(|object| object.keys().cloned().collect::<Vec<_>>());
        assert_eq!(
            keys(&imported.at(&format!("op/{example}"))),
            keys(operation.pointer(&format!("/{example}")).unwrap()),
            "{name}"
        );
        for key in ["token_type", "expires_in", "scope"] {
            let pointer = format!("{example}/{key}");
            assert_eq!(
                imported.at(&format!("op/{pointer}")),
                *operation.pointer(&format!("/{pointer}")).unwrap(),
                "{name}"
            );
        }
        assert_eq!(imported.at("/components/securitySchemes/basic/scheme"), json!("basic"), "{name}");
        assert_eq!(imported.at("/servers"), Value::Null, "{name}: no page states a host");
    }
}

/// Names and types, in order.
fn fields(schema: &Value) -> Vec<(String, Value)> {
    let properties = schema["properties"].as_object().expect("an object");
    properties.iter().map(|(name, property)| (name.clone(), property["type"].clone())).collect()
}

#[test]
fn what_the_pages_say_about_themselves_is_kept() {
    let expense = transcription("expense-token");
    assert_eq!(expense.at("/info/x-source/status"), json!("Developing"));
    assert_eq!(expense.at("/info/x-source/page"), json!("Token API"));
    let rewards = transcription("rewards-token");
    assert_eq!(rewards.at("/info/x-source/date"), json!("2025-01-08 07:53:39"));
    assert_eq!(
        rewards.at("req/properties/clientId/x-source"),
        json!({
            "page": "User Authentication", "line": 89, "rendering": "mojibake", "confidence": "high",
        })
    );
}

#[test]
fn the_samples_on_the_pages_agree_with_their_fields() {
    let expense = transcription("expense-token");
    assert_eq!(expense.said, [], "nothing to say");
    let rewards = transcription("rewards-token");
    assert_eq!(rewards.codes(), ["lost-value"], "the texts of the list: {:?}", rewards.said);
}

#[test]
fn clients_are_generated_from_imported_descriptions_and_nothing_is_said() {
    for path in ["spec/bills.yaml", "spec/expense.yaml", "spec/rewards.yaml", "tests/pages/render/full.yaml"]
    {
        let path = root().join(path).display().to_string();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = enkash_gen::cli::run(["enkash-gen", "check", &path, "--strict"], &mut out, &mut err);
        assert_eq!(
            (exit, String::from_utf8_lossy(&err).as_ref()),
            (enkash_gen::cli::Exit::Fine, ""),
            "{path}"
        );
    }
}

//! One page in its six renderings: what two of them can both show, they agree on.

use std::collections::BTreeMap;

use enkash_gen::page::{Became, Rendering, print};
use serde_json::{Value, json};

use super::import::{Imported, golden, import, text};

const RENDERINGS: [Rendering; 6] = [
    Rendering::Full,
    Rendering::Collapsed,
    Rendering::Mojibake,
    Rendering::Dash,
    Rendering::DataSchema,
    Rendering::Stripped,
];

fn rendered(rendering: Rendering) -> Imported {
    let path = format!("tests/pages/render/{rendering}.txt");
    import(&[(&path, &text(&path))])
}

/// Each field by its path: type, and whether it is required.
fn fields(document: &Value, schema: &Value, path: &str, out: &mut BTreeMap<String, (Value, Option<bool>)>) {
    let schema = resolved(document, schema);
    let is_known =
        !schema["x-unknown"].as_array().is_some_and(|unknown| unknown.contains(&json!("required")));
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}/{name}");
        let required =
            schema["required"].as_array().is_some_and(|required| required.contains(&name.as_str().into()));
        let property = resolved(document, property);
        // A sample has no formats, and whole numbers where fractions are allowed.
        let kind = property["type"].clone();
        out.insert(path.clone(), (kind, is_known.then_some(required)));
        fields(document, property, &path, out);
        fields(document, &property["items"], &format!("{path}[]"), out);
    }
}

fn resolved<'v>(document: &'v Value, schema: &'v Value) -> &'v Value {
    let reference = schema["$ref"].as_str().or_else(|| schema["allOf"][0]["$ref"].as_str());
    match reference.and_then(|reference| document.pointer(&reference[1..])) {
        Some(target) => target,
        None => schema,
    }
}

fn all(imported: &Imported) -> BTreeMap<String, (Value, Option<bool>)> {
    let mut out = BTreeMap::new();
    let document = imported.document();
    for (what, pointer) in [
        ("request", "op/requestBody/content/application~1json/schema"),
        ("answer", "op/responses/200/content/application~1json/schema"),
    ] {
        fields(document, &imported.at(pointer), what, &mut out);
    }
    for parameter in imported.at("op/parameters").as_array().into_iter().flatten() {
        let known = parameter["x-unknown"].is_null();
        let path = format!("{}:{}", parameter["in"], parameter["name"]);
        out.insert(path, (parameter["schema"]["type"].clone(), known.then(|| parameter["required"] == true)));
    }
    out
}

#[test]
fn each_copy_is_known_for_what_it_is_and_read_to_the_last_line() {
    for rendering in RENDERINGS {
        let page = &rendered(rendering).opened[0].page;
        assert_eq!(page.rendering, rendering);
        let unknown: Vec<_> = page.coverage.iter().filter(|line| line.became == Became::Unknown).collect();
        // The type and the requiredness of a field whose name is lost are facts about nothing.
        assert!(unknown.is_empty(), "{rendering}: {unknown:?}");
    }
}

#[test]
fn copies_agree_on_everything_that_two_of_them_can_show() {
    let full = rendered(Rendering::Full);
    let expected = all(&full);
    assert_eq!(expected.len(), 21, "{expected:#?}");
    for rendering in &RENDERINGS[1..] {
        let imported = rendered(*rendering);
        for pointer in ["op/operationId", "/servers/0/url", "op/security"] {
            let found = imported.at(pointer);
            assert!(
                found == full.at(pointer) || *rendering == Rendering::Stripped && found.is_null(),
                "{rendering}: {pointer}: {found}"
            );
        }
        let found = all(&imported);
        for (path, (kind, required)) in &found {
            let Some((full_kind, full_required)) = expected.get(path) else { panic!("{rendering}: {path}") };
            let is_fraction = kind == "integer" && full_kind == "number";
            assert!(kind == full_kind || is_fraction, "{rendering}: {path}: {kind}");
            assert!(required.is_none() || required == full_required, "{rendering}: {path}: {required:?}");
        }
        // These show every field; the others at least those of their samples.
        if matches!(rendering, Rendering::Mojibake | Rendering::Dash | Rendering::DataSchema) {
            assert_eq!(found, expected, "{rendering}");
        } else {
            assert!(found.len() >= 14, "{rendering}: {found:#?}");
        }
    }
}

#[test]
fn what_a_copy_cannot_show_is_unknown_and_not_absent() {
    let unknown = |rendering| rendered(rendering).at("op/x-unknown");
    assert_eq!(unknown(Rendering::Full), Value::Null);
    assert_eq!(unknown(Rendering::DataSchema), Value::Null);
    assert_eq!(unknown(Rendering::Mojibake), Value::Null);
    assert_eq!(unknown(Rendering::Collapsed), json!(["parameters", "requestBody", "responses"]));
    assert_eq!(unknown(Rendering::Stripped), json!(["parameters", "requestBody", "responses", "security"]));
    let folded = rendered(Rendering::Collapsed);
    assert_eq!(folded.at("req/x-unknown"), json!(["members", "required"]));
    assert_eq!(folded.at("req/required"), Value::Null);
    assert_eq!(folded.at("req/properties/orderId/x-source/confidence"), json!("low"));
    assert_eq!(folded.at("op/requestBody/required"), json!(true), "it is glued to the media type");
}

#[test]
fn values_are_split_only_in_the_copies_that_describe_them() {
    let modes = json!(["IMPS", "NEFT", "RTGS", "UPI"]);
    for (rendering, values, glued) in [
        (Rendering::Full, modes.clone(), Value::Null),
        (Rendering::DataSchema, modes, Value::Null),
        (Rendering::Mojibake, Value::Null, json!("IMPSNEFTRTGSUPI")),
        (Rendering::Dash, Value::Null, json!("IMPSNEFTRTGSUPI")),
    ] {
        let imported = rendered(rendering);
        assert_eq!(imported.at("req/properties/transferMode/enum"), values, "{rendering}");
        assert_eq!(imported.at("req/properties/transferMode/x-unsplit-enum"), glued, "{rendering}");
        assert_eq!(imported.at("req/properties/otpMedium/x-unsplit-enum"), json!("SMSAPP"), "{rendering}");
    }
}

#[test]
fn the_description_of_the_full_copy_is_as_committed() {
    let imported = rendered(Rendering::Full);
    golden("tests/pages/render/full.yaml", &print(imported.document()).expect("a description is printed"));
}

#[test]
fn a_page_of_html_says_the_same_as_its_text() {
    let page = text("tests/pages/render/full.txt");
    let mut html = "<!DOCTYPE html><html><head><style>.a { color: red }</style></head><body>".to_owned();
    for line in page.lines() {
        let line = line.replace('&', "&amp;").replace('<', "&lt;").replace('\u{a0}', "&nbsp;");
        html.push_str(&format!("<div>{line}</div>\n"));
    }
    html.push_str("</body></html>\n");
    let imported = import(&[("page.html", &html)]);
    assert_eq!(imported.document(), rendered(Rendering::Full).document(), "with the same numbers of lines");
}

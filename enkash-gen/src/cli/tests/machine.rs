//! `--format json`: what a program gets.

use super::*;

#[test]
fn a_program_gets_one_object_and_nothing_on_standard_error() {
    let folder = Folder::with(&[("a.yaml", UNSUPPORTED)]);
    let ran = folder.run("gen check @a.yaml --format json");
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
    let result: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let product = &result["products"][0];
    assert_eq!((&product["declared"], &product["generated"]), (&2.into(), &1.into()));
    assert_eq!(product["skipped"], serde_json::json!({ "external-ref": 1 }));
    let diagnostic = &result["diagnostics"][0];
    assert_eq!(diagnostic["code"], "external-ref");
    assert_eq!(diagnostic["file"], "a.yaml");
    assert_eq!(diagnostic["pointer"], "/paths/~1books/post/requestBody/$ref");
    assert_eq!(diagnostic["line"], 13);
    for line in ["gen list @a.yaml --format json", "gen generate @a.yaml --out @out --format json"] {
        let ran = folder.run(line);
        assert!(serde_json::from_str::<serde_json::Value>(&ran.out).is_ok(), "{line}: {}", ran.out);
    }
}

#[test]
fn later_diagnostics_of_many_are_given_in_brief() {
    let path = "/books".repeat(150);
    let wrong: String = (0..150)
        .map(|index| format!("        - {{name: p{index}, in: query, schema: {{type: nothing{index}}}}}\n"))
        .collect();
    let document = format!(
        "openapi: 3.0.3\ninfo: {{title: Library, version: '1'}}\npaths:\n  {path}:\n    get:\n      parameters:\n\
         {wrong}      responses: {{'204': {{description: none}}}}\n"
    );
    let ran = Folder::with(&[("a.yaml", &document)]).run("gen check @a.yaml --format json");
    let result: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let diagnostics = result["diagnostics"].as_array().unwrap();
    assert!(diagnostics.len() >= 150, "{}", diagnostics.len());
    let pointer = |index: usize| diagnostics[index]["pointer"].as_str().unwrap();
    assert!(pointer(0).len() > path.len() && diagnostics[0]["line"].is_u64(), "{}", diagnostics[0]);
    assert!(pointer(120).len() < 400 && pointer(120).contains('…'), "{}", pointer(120));
}

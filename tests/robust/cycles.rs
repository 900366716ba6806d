//! References in a circle, through every word of a document that can hold one.

use crate::run::{run, within};

/// A document: its members below `paths`, and those below `components`.
fn document(paths: &str, components: &str) -> String {
    format!(
        "openapi: 3.0.3\ninfo: {{ title: Circles, version: '1' }}\npaths:\n  \
         /plain: {{ get: {{ operationId: plain, responses: {{ '204': {{ description: Done. }} }} }} }}\n  \
         {paths}\ncomponents: {{ {components} }}\n"
    )
}

/// A schema that is sent and received.
fn exchanged(schemas: &str) -> String {
    let content = "content: { application/json: { schema: { $ref: '#/components/schemas/A' } } }";
    document(
        &format!(
            "/odd: {{ post: {{ operationId: odd, requestBody: {{ {content} }}, \
             responses: {{ '200': {{ description: It., {content} }} }} }} }}"
        ),
        &format!("schemas: {{ {schemas} }}"),
    )
}

/// What cannot be read is left out, and what does not need it is not.
fn plain_remains(what: &str, text: String) {
    let shown = text.clone();
    let outcome = within(what, move || run("circle.yaml", text));
    assert!(!outcome.refused && outcome.generated >= 1, "{what}: {outcome:?}\n{shown}");
    assert!(outcome.printed + outcome.said < 200_000, "{what}: {outcome:?}\n{shown}");
}

#[test]
fn schemas_in_a_circle_end() {
    let a = "{ $ref: '#/components/schemas/A' }";
    let b = "{ $ref: '#/components/schemas/B' }";
    let words = [
        "$ref: '#/components/schemas/X'",
        "allOf: [X]",
        "oneOf: [X]",
        "anyOf: [X]",
        "oneOf: [X, X]",
        "anyOf: [{ type: string }, X]",
        "allOf: [X, { type: object, properties: { p: X } }]",
        "not: X",
        "type: array, items: X",
        "type: object, properties: { p: X }",
        "type: object, required: [p], properties: { p: X }",
        "type: object, additionalProperties: X",
        "type: object, properties: { p: { allOf: [X], nullable: true } }",
        "oneOf: [X, { type: object, required: [k] }], discriminator: { propertyName: k, mapping: { a: '#/components/schemas/X' } }",
        "type: object, discriminator: { propertyName: k }, properties: { k: { type: string } }, allOf: [X]",
        "type: array, x-prefix-items: [X, X]",
    ];
    for word in words {
        let at = |target: &str, name: &str| {
            word.replace("'#/components/schemas/X'", &format!("'#/components/schemas/{name}'"))
                .replace('X', target)
        };
        plain_remains(word, exchanged(&format!("A: {{ {} }}", at(a, "A"))));
        for other in words {
            let other = other.replace("'#/components/schemas/X'", "'#/components/schemas/A'").replace('X', a);
            plain_remains(word, exchanged(&format!("A: {{ {} }}, B: {{ {other} }}", at(b, "B"))));
        }
    }
}

#[test]
fn other_nodes_in_a_circle_end() {
    let odd = |members: &str| format!("/odd: {{ get: {{ operationId: odd, {members} }} }}");
    let done = "responses: { '204': { description: Done. } }";
    for (kind, user) in [
        ("parameters", format!("{done}, parameters: [{{ $ref: '#/components/parameters/A' }}]")),
        ("requestBodies", format!("{done}, requestBody: {{ $ref: '#/components/requestBodies/A' }}")),
        ("responses", "responses: { '200': { $ref: '#/components/responses/A' } }".to_owned()),
        ("headers", "responses: { '204': { description: Done., headers: { X-A: { $ref: '#/components/headers/A' } } } }".to_owned()),
        ("securitySchemes", format!("{done}, security: [{{ A: [] }}]")),
        ("callbacks", format!("{done}, callbacks: {{ a: {{ $ref: '#/components/callbacks/A' }} }}")),
        ("examples", format!("{done}, parameters: [{{ name: a, in: query, schema: {{ type: string }}, examples: {{ a: {{ $ref: '#/components/examples/A' }} }} }}]")),
        ("links", "responses: { '204': { description: Done., links: { a: { $ref: '#/components/links/A' } } } }".to_owned()),
    ] {
        for (a, b) in [("A", "A"), ("B", "A")] {
            let components = format!(
                "{kind}: {{ A: {{ $ref: '#/components/{kind}/{a}' }}, B: {{ $ref: '#/components/{kind}/{b}' }} }}"
            );
            plain_remains(kind, document(&odd(&user), &components));
        }
    }
}

#[test]
fn path_items_in_a_circle_end() {
    for paths in [
        "/odd: { $ref: '#/paths/~1odd' }",
        "/odd: { $ref: '#/paths/~1even' }\n  /even: { $ref: '#/paths/~1odd' }",
        "/odd: { $ref: '#/components/pathItems/A' }",
        "/odd: { $ref: '#/paths' }",
        "/odd: { $ref: '#' }",
        "/odd: { get: { $ref: '#/paths/~1odd/get' } }",
    ] {
        plain_remains(paths, document(paths, "pathItems: { A: { $ref: '#/components/pathItems/A' } }"));
    }
    let hooks = "webhooks: { a: { $ref: '#/webhooks/b' }, b: { $ref: '#/webhooks/a' } }\n";
    plain_remains("webhooks", format!("{}{hooks}", document("", "").replace("3.0.3", "3.1.0")));
}

#[test]
fn schemas_that_are_part_of_themselves_end() {
    // The reference is to a part of the schema, or to what it is a part of.
    for schema in [
        "A: { type: object, properties: { p: { $ref: '#/components/schemas/A/properties/p' } } }",
        "A: { type: object, properties: { p: { $ref: '#/components/schemas' } } }",
        "A: { type: object, properties: { p: { $ref: '#' } } }",
        "A: { type: object, properties: { p: { $ref: '#/components' } } }",
        "A: { type: array, items: { $ref: '#/components/schemas/A/items' } }",
        "A: { type: array, items: { type: array, items: { $ref: '#/components/schemas/A/items' } } }",
        "A: { allOf: [{ $ref: '#/components/schemas/A/allOf/0' }] }",
        "A: { allOf: [{ $ref: '#/components/schemas/A/allOf' }] }",
        "A: { type: object, properties: { p: { type: object, properties: { q: { $ref: '#/components/schemas/A/properties/p' } } } } }",
        "A: { type: object, properties: { p: { $ref: '#/paths/~1odd/post/requestBody/content/application~1json/schema' } } }",
    ] {
        plain_remains(schema, exchanged(schema));
    }
}

#[test]
fn files_in_a_circle_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let write =
        |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("it is written");
    write(
        "a.yaml",
        &document(
            "/odd: { get: { operationId: odd, responses: { '200': { description: It., content: { application/json: \
             { schema: { $ref: 'b.yaml#/components/schemas/B' } } } } } } }",
            "schemas: { A: { $ref: 'b.yaml#/components/schemas/A' }, C: { type: object, properties: { b: { $ref: \
             'b.yaml#/components/schemas/B' } } } }",
        ),
    );
    write(
        "b.yaml",
        "components: { schemas: { A: { $ref: 'a.yaml#/components/schemas/A' }, B: { type: object, properties: { \
         a: { $ref: 'a.yaml#/components/schemas/A' }, c: { $ref: 'a.yaml#/components/schemas/C' }, \
         b: { $ref: 'b.yaml' }, d: { $ref: '../../../../etc/passwd' }, e: { $ref: '.' } } } } }\n",
    );
    let path = folder.path().join("a.yaml");
    let (exit, out, err) = within("files in a circle", move || {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let path = path.display().to_string();
        let exit = enkash_gen::cli::run(["enkash-gen", "list", &path], &mut out, &mut err);
        (exit, String::from_utf8_lossy(&out).into_owned(), String::from_utf8_lossy(&err).into_owned())
    });
    assert!(matches!(exit.code(), 0 | 1), "{exit:?}\n{err}");
    assert!(out.contains("plain"), "{out}\n{err}");
    assert!(!err.contains("root:x:0"), "a file beyond the folder is shown: {err}");
}

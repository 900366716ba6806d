//! What the declared answers of an operation come to.

use crate::{
    ir::{Api, Operation, fixture::sketch},
    load, lower,
    report::{Report, Sources},
};

/// The one operation of a document, and the codes of what is said about it.
fn operation(method: &str, responses: &str, rest: &str) -> (Api, Operation, Vec<&'static str>) {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let text = format!(
        "openapi: 3.0.3\ninfo: {{ title: Zoo, version: '1' }}\npaths:\n  /zoo:\n    {method}: {{ operationId: op, \
         responses: {responses} }}\n{rest}\n"
    );
    let document =
        load::load_text("case.yaml", text, &mut sources, &mut report).expect("the document is read");
    let api = lower::lower(&document, &mut report);
    let operation = api.operations.first().cloned().expect("no answer costs an operation");
    let codes = report.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
    (api, operation, codes)
}

/// Statuses with what their bodies hold.
fn replies(method: &str, responses: &str) -> (String, Vec<&'static str>) {
    let (api, operation, codes) = operation(method, responses, "");
    let shown = operation.replies.iter().map(|reply| match &reply.body {
        Some(slot) => format!("{}: {}", reply.status, sketch(&api, slot)),
        None => reply.status.to_string(),
    });
    (shown.collect::<Vec<_>>().join(", "), codes)
}

#[test]
fn every_key_is_a_status_or_ignored() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("'200'", "200", &[]),
        ("200", "200", &[]),
        ("2XX", "2XX", &[]),
        ("2xx", "2XX", &["status-key"]),
        ("'200 OK'", "200", &["status-key"]),
        ("' 404 '", "404", &["status-key", "undeclared-success"]),
        ("Default", "default", &["status-key"]),
        ("success", "", &["status-key", "undeclared-success"]),
        ("'2000'", "", &["status-key", "undeclared-success"]),
        ("''", "", &["status-key", "undeclared-success"]),
        ("'101'", "", &["ignored-status", "undeclared-success"]),
        ("1XX", "", &["ignored-status", "undeclared-success"]),
        ("x-any", "", &["undeclared-success"]),
    ];
    for (key, status, said) in cases {
        let found = replies("get", &format!("{{ {key}: {{ description: It. }} }}"));
        assert_eq!(found, ((*status).to_owned(), said.to_vec()), "{key}");
    }
}

#[test]
fn body_is_read_by_its_media_type() {
    const TEXT: &str = "{ type: string }";
    const OBJECT: &str = "{ type: object, properties: { a: { type: integer } } }";
    const BINARY: &str = "{ type: string, format: binary }";
    let cases: &[(&str, &str, &str, &str, &[&str])] = &[
        ("application/json", OBJECT, "{a: i64}", "application/json", &[]),
        ("application/json; charset=utf-8", TEXT, "text", "application/json", &[]),
        ("application/json; version=2", TEXT, "text", "application/json; version=2", &[]),
        ("application/hal+json", TEXT, "text", "application/hal+json", &[]),
        ("text/json", TEXT, "text", "text/json", &[]),
        ("json", TEXT, "text", "application/json", &[]),
        ("'*/*'", OBJECT, "{a: i64}", "application/json", &[]),
        ("'*/*'", TEXT, "text", "*/*", &[]),
        ("'*/*'", "{}", "bytes", "*/*", &[]),
        ("application/json", BINARY, "bytes", "application/json", &[]),
        ("text/plain", TEXT, "text", "text/plain", &[]),
        ("text/csv", OBJECT, "text", "text/csv", &["opaque-body"]),
        ("application/xml", TEXT, "text", "application/xml", &["opaque-body"]),
        ("application/problem+xml", OBJECT, "text", "application/problem+xml", &["opaque-body"]),
        ("application/javascript", TEXT, "text", "application/javascript", &[]),
        ("application/pdf", BINARY, "bytes", "application/pdf", &[]),
        ("image/*", BINARY, "bytes", "image/*", &[]),
        ("application/msgpack", OBJECT, "bytes", "application/msgpack", &["opaque-body"]),
        ("'a file'", BINARY, "bytes", "*/*", &[]),
        ("text/event-stream", OBJECT, "events of {a: i64}", "text/event-stream", &[]),
        ("application/x-ndjson", OBJECT, "lines of {a: i64}", "application/x-ndjson", &[]),
        ("application/json-seq", TEXT, "lines of text", "application/json-seq", &[]),
    ];
    for (media, schema, body, accept, said) in cases {
        let responses =
            format!("{{ '200': {{ description: It., content: {{ {media}: {{ schema: {schema} }} }} }} }}");
        let (api, operation, codes) = operation("get", &responses, "");
        let found = sketch(&api, operation.replies[0].body.as_ref().expect("a body"));
        assert_eq!((found.as_str(), operation.accept().as_str()), (*body, *accept), "{media} {schema}");
        assert_eq!(codes, *said, "{media} {schema}");
    }
    for (media, body) in
        [("application/json", "any"), ("text/event-stream", "events of text"), ("'*/*'", "bytes")]
    {
        let found =
            replies("get", &format!("{{ '200': {{ description: It., content: {{ {media}: {{}} }} }} }}"));
        assert_eq!(found.0, format!("200: {body}"));
    }
}

#[test]
fn of_several_media_types_json_is_asked_for_and_no_other_is_forgotten() {
    let cases: &[(&[&str], &str, &str, &[&str])] = &[
        (
            &["text/plain", "application/json", "text/json"],
            "i64",
            "application/json",
            &["ignored-media-type"],
        ),
        (&["text/json", "application/hal+json"], "i64", "text/json", &[]),
        (&["application/xml", "'*/*'"], "i64", "application/json", &["ignored-media-type"]),
        (&["text/csv", "application/pdf"], "text", "text/csv", &["ignored-media-type"]),
        (&["text/event-stream", "application/json"], "i64", "application/json", &[]),
    ];
    for (media, body, accept, said) in cases {
        let content: Vec<_> =
            media.iter().map(|media| format!("{media}: {{ schema: {{ type: integer }} }}")).collect();
        let responses = format!("{{ '200': {{ description: It., content: {{ {} }} }} }}", content.join(", "));
        let (api, operation, codes) = operation("get", &responses, "");
        let reply = &operation.replies[0];
        assert_eq!(sketch(&api, reply.body.as_ref().expect("a body")), *body, "{media:?}");
        assert_eq!((operation.accept().as_str(), codes.as_slice()), (*accept, *said), "{media:?}");
        assert_eq!(reply.others.len(), media.len() - 1);
        assert_eq!(reply.events.is_some(), media.contains(&"text/event-stream"));
    }
}

#[test]
fn type_that_only_failures_have_is_asked_for_less() {
    let content = |media: &str| format!("content: {{ {media}: {{ schema: {{ type: integer }} }} }}");
    for (success, failure, accept) in [
        (content("text/csv"), content("application/json"), "text/csv, application/json;q=0.5"),
        (content("application/json"), content("application/problem+json"), "application/json"),
        ("x-none: 1".to_owned(), content("application/problem+json"), "application/problem+json"),
        (content("application/pdf"), "x-none: 1".to_owned(), "application/pdf"),
        ("x-none: 1".to_owned(), "x-none: 1".to_owned(), "*/*"),
        // What a success may be but is not asked for must not come in through its failures.
        (
            "content: { application/json: {}, text/csv: {} }".to_owned(),
            content("text/csv"),
            "application/json",
        ),
    ] {
        let responses = format!(
            "{{ '200': {{ description: It., {success} }}, '400': {{ description: No., {failure} }} }}"
        );
        assert_eq!(operation("get", &responses, "").1.accept(), accept, "{responses}");
    }
}

#[test]
fn some_answers_have_no_body() {
    let content = "content: { application/json: { schema: { type: integer } } }";
    let responses =
        format!("{{ '200': {{ description: It., {content} }}, '204': {{ description: No., {content} }} }}");
    assert_eq!(replies("get", &responses), ("200: i64, 204".to_owned(), vec![]));
    assert_eq!(replies("head", &responses), ("200, 204".to_owned(), vec![]));
}

#[test]
fn redirect_is_a_success_where_nothing_else_is() {
    for (responses, successes, failures) in [
        ("{ '302': { description: A. }, default: { description: B. } }", "302", "default"),
        ("{ '200': { description: A. }, '302': { description: B. } }", "200", "302"),
        ("{ 3XX: { description: A. }, '404': { description: B. } }", "3XX", "404"),
        ("{ '304': { description: A. }, default: { description: B. } }", "default", "304 default"),
        ("{ '404': { description: A. } }", "", "404"),
    ] {
        let (_, operation, _) = operation("get", responses, "");
        let shown = |replies: Vec<&crate::ir::Reply>| {
            replies.iter().map(|reply| reply.status.to_string()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            (shown(operation.successes()).as_str(), shown(operation.failures()).as_str()),
            (successes, failures),
            "{responses}"
        );
    }
}

#[test]
fn headers_are_a_struct_of_scalars_and_lists() {
    let headers = "headers: { X-Left: { required: true, schema: { type: integer } }, x-left: { schema: {} }, \
                   X-Tags: { schema: { type: array, items: { type: string } } }, Content-Type: { schema: {} }, \
                   X-Kind: { schema: { type: string, enum: [a, b] } }, X-Old: { type: boolean }, \
                   X-Deep: { schema: { type: object, properties: { a: { type: string } } } }, X-Bare: {} }";
    let (api, operation, codes) =
        operation("get", &format!("{{ '200': {{ description: It., {headers} }} }}"), "");
    let slot = operation.replies[0].headers.as_ref().expect("they are declared");
    assert_eq!(
        sketch(&api, slot),
        "{X-Left!: i64, X-Tags: [text], X-Kind: (a|b), X-Old: bool, X-Deep: text, X-Bare: text}"
    );
    assert_eq!(codes, ["swagger-words", "no-schema"]);
}

#[test]
fn answer_that_leads_nowhere_is_bytes() {
    let (api, operation, codes) =
        operation("get", "{ '200': { $ref: '#/components/responses/Gone' }, '400': null }", "components: {}");
    let shown: Vec<_> = operation
        .replies
        .iter()
        .map(|reply| reply.body.as_ref().map_or("nothing".to_owned(), |slot| sketch(&api, slot)))
        .collect();
    assert_eq!(shown, ["bytes", "nothing"]);
    assert_eq!(codes, ["missing-part", "unresolved-ref"]);
}

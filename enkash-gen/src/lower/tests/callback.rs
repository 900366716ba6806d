//! What the server sends on its own.

use super::{HEAD, lowered};
use crate::ir::fixture::sketch;

#[test]
fn webhooks_and_callbacks_are_what_the_server_sends() {
    let heard = "responses: { '204': { description: Heard. } }";
    let body =
        |schema: &str| format!("requestBody: {{ content: {{ application/json: {{ schema: {schema} }} }} }}");
    let text = format!(
        "{HEAD}x-webhooks: {{ book.returned: {{ post: {{ summary: It is back., {}, {heard} }} }}, \
         ping: {{ post: {{ {heard} }} }}, old: {{ post: {{ requestBody: {{ content: {{ text/xml: {{}} }} }}, {heard} }} }} }}\n\
         paths: {{ /a: {{ get: {{ operationId: lend, {heard}, callbacks: {{ due: {{ \
         '{{$request.query.to}}': {{ post: {{ {}, {heard} }} }} }} }} }} }} }}",
        body("{ $ref: '#/components/schemas/Book' }"),
        body("{ type: array, items: { type: string } }"),
    ) + "\ncomponents: { schemas: { Book: { type: object, properties: { id: { type: string } } } } }";
    let api = lowered(&text, &["ignored-callback"]);
    let found: Vec<_> = api
        .webhooks
        .iter()
        .map(|webhook| {
            let body = webhook.body.as_ref().map(|slot| sketch(&api, slot));
            (webhook.wire_name.as_str(), body.unwrap_or_default(), webhook.description.as_deref())
        })
        .collect();
    let expected = [
        ("lend.due", "[text]".to_owned(), None),
        ("book.returned", "Book".to_owned(), Some("It is back.")),
        ("ping", String::new(), None),
        ("old", String::new(), None),
    ];
    assert_eq!(found, expected);
}

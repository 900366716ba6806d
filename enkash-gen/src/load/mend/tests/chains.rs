//! References that lead to references, in whatever order they stand, wherever they are moved to.

use serde_json::Value;

use super::{at, mended};
use crate::load::Document;

/// The type at the end of the references that start at a pointer.
fn leads_to<'d>(document: &'d Document, pointer: &str) -> &'d Value {
    let mut node = at(document, pointer);
    for _ in 0..20 {
        let reference = node.get("$ref").or_else(|| node.pointer("/allOf/0/$ref")).and_then(Value::as_str);
        match reference {
            Some(reference) => node = at(document, reference.trim_start_matches('#')),
            None => return &node["type"],
        }
    }
    panic!("{pointer} leads round in circles")
}

#[test]
fn a_chain_through_parts_that_move_leads_to_its_end() {
    let text = "\
openapi: 3.1.0
info: {title: Companies, version: '1'}
paths: {}
components:
  schemas:
    Company:
      allOf:
        - $ref: '#/components/schemas/Company/definitions/details'
      definitions:
        details:
          type: object
          properties:
            name: {$ref: '#/components/schemas/Request/properties/name', nullable: true}
            parent: {$ref: '#/components/schemas/Company/definitions/reference'}
        reference:
          type: object
          properties:
            name: {$ref: '#/components/schemas/Company/definitions/details/properties/name'}
    First: {$ref: '#/components/schemas/Company/definitions/reference/properties/name'}
    Request:
      type: object
      properties:
        name: {type: string, minLength: 1}
";
    let (document, codes) = mended(text);
    assert_eq!(codes, Vec::<&str>::new());
    for pointer in [
        "/components/schemas/First",
        "/components/schemas/reference/properties/name",
        "/components/schemas/details/properties/name",
    ] {
        assert_eq!(leads_to(&document, pointer), "string", "{pointer}");
    }
}

#[test]
fn a_reference_through_others_leads_to_what_they_lead_to() {
    let text = "\
openapi: 3.0.3
info: {title: Zoo, version: '1'}
paths:
  /animals:
    get:
      responses:
        '200':
          $ref: '#/components/responses/Animals'
components:
  responses:
    Animals:
      description: Some.
      content:
        application/json:
          schema:
            $ref: '#/components/schemas/Animals'
            minItems: 1
  schemas:
    Animals:
      type: array
      items: {$ref: '#/components/schemas/Animal'}
    Animal:
      type: object
      properties:
        name: {$ref: '#/components/schemas/Zoo/properties/name'}
        loop: {$ref: '#/components/schemas/Animal/properties/loop/properties/a'}
    First:
      $ref: '#/paths/~1animals/get/responses/200/content/application~1json/schema/items/properties/name'
    Zoo:
      properties:
        name: {$ref: '#/components/schemas/Park/properties/name'}
    Park:
      properties:
        name: {type: string}
    Lost:
      $ref: '#/components/schemas/Animals/items/properties/age'
";
    let (document, mut codes) = mended(text);
    codes.sort_unstable();
    assert_eq!(leads_to(&document, "/components/schemas/First"), "string");
    assert_eq!(codes, ["ref-siblings", "ref-through-ref", "unresolved-ref", "unresolved-ref"]);
}

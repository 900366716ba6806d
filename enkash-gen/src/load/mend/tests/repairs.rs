//! One document for each row of the table of repairs.

use super::{super::REPAIRS, mended};

/// A code, and members of the document (or the whole text) that it is said about, alone.
const ROWS: &[(&str, &str)] = &[
    (
        "control-character",
        "text: {\"openapi\": \"3.0.3\", \"info\": {\"title\": \"a\u{1}\", \"version\": \"1\"}, \"paths\": {}}",
    ),
    ("duplicate-key", "paths: {}\npaths: {}"),
    ("later-version", "text: {openapi: 3.2.0, info: {title: Zoo, version: '1'}}"),
    ("missing-part", "text: {openapi: 3.0.3, info: {title: Zoo, version: '1'}}"),
    ("wrong-kind", "paths: {/a: {get: {deprecated: [], responses: {}}}}"),
    ("read-as-text", "paths: {/a: {get: {operationId: 7, responses: {}}}}"),
    ("read-as-flag", "components: {schemas: {A: {nullable: 'true'}}}\npaths: {}"),
    ("read-as-number", "components: {schemas: {A: {type: string, minLength: '3'}}}\npaths: {}"),
    ("read-as-list", "paths: {/a: {get: {tags: a, responses: {}}}}"),
    ("misspelt-word", "paths: {/a: {get: {parameters: [{name: a, in: Query, schema: {}}], responses: {}}}}"),
    ("method-case", "paths: {/a: {GET: {responses: {}}}}"),
    (
        "swagger-words",
        "paths: {/a: {get: {parameters: [{name: a, in: query, type: string}], responses: {}}}}",
    ),
    ("unnamed-parameter", "paths: {/a: {get: {parameters: [{in: query, schema: {}}], responses: {}}}}"),
    ("no-schema", "paths: {/a: {get: {parameters: [{name: a, in: query}], responses: {}}}}"),
    (
        "two-descriptions",
        "paths: {/a: {get: {parameters: [{name: a, in: query, schema: {}, content: {text/plain: {}}}], responses: {}}}}",
    ),
    (
        "unknown-style",
        "paths: {/a: {get: {parameters: [{name: a, in: query, schema: {}, style: matrix}], responses: {}}}}",
    ),
    (
        "collection-format",
        "text: {swagger: '2.0', info: {title: Zoo, version: '1'}, paths: {/a: {get: {parameters: \
         [{name: a, in: query, type: array, items: {type: string}, collectionFormat: tsv}], responses: {}}}}}",
    ),
    ("status-key", "paths: {/a: {get: {responses: {Default: {description: It.}}}}}"),
    ("invalid-schema", "components: {schemas: {A: 7}}\npaths: {}"),
    ("boolean-schema", "components: {schemas: {A: true}}\npaths: {}"),
    (
        "ref-siblings",
        "components: {schemas: {A: {}, B: {$ref: '#/components/schemas/A', required: [a]}}}\npaths: {}",
    ),
    ("type-list", "components: {schemas: {A: {type: [string, 'null']}}}\npaths: {}"),
    ("null-type", "components: {schemas: {A: {anyOf: [{type: 'null'}, {}]}}}\npaths: {}"),
    ("const-keyword", "components: {schemas: {A: {const: a}}}\npaths: {}"),
    ("numeric-bound", "components: {schemas: {A: {exclusiveMinimum: 1}}}\npaths: {}"),
    ("no-items", "components: {schemas: {A: {type: array}}}\npaths: {}"),
    ("tuple-items", "components: {schemas: {A: {prefixItems: [{}]}}}\npaths: {}"),
    ("pattern-properties", "components: {schemas: {A: {patternProperties: {a: {}}}}}\npaths: {}"),
    ("required-flag", "components: {schemas: {A: {properties: {a: {required: true}}}}}\npaths: {}"),
    ("ignored-keyword", "components: {schemas: {A: {if: {}}}}\npaths: {}"),
    (
        "ref-through-ref",
        "components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {properties: {b: {type: string}}}, \
         C: {items: {$ref: '#/components/schemas/A/properties/b'}}}}\npaths: {}",
    ),
    ("unresolved-ref", "components: {schemas: {A: {items: {$ref: '#/components/schemas/B'}}}}\npaths: {}"),
    ("external-ref", "components: {schemas: {A: {$ref: 'b.yaml'}}}\npaths: {}"),
];

#[test]
fn every_repair_is_said_where_it_is_needed_and_has_a_document_here() {
    let rows: Vec<&str> = ROWS.iter().map(|(code, _)| *code).collect();
    assert_eq!(REPAIRS.iter().map(|repair| repair.code.as_str()).collect::<Vec<_>>(), rows);
    for (code, text) in ROWS {
        let text = match text.strip_prefix("text: ") {
            Some(text) => text.to_owned(),
            None => format!("openapi: 3.0.3\ninfo: {{title: Zoo, version: '1'}}\n{text}\n"),
        };
        assert_eq!(mended(&text).1, [*code], "{text}");
    }
}

#[test]
fn what_a_version_allows_is_not_said_about_it() {
    for repair in REPAIRS.iter().filter(|repair| repair.legal_in() == Some("OpenAPI 3.1")) {
        let code = repair.code.as_str();
        let (_, text) = ROWS.iter().find(|(known, _)| *known == code).expect("a document");
        let text = format!("openapi: 3.1.0\ninfo: {{title: Zoo, version: '1'}}\n{text}\n");
        assert_eq!(mended(&text).1, Vec::<&str>::new(), "{text}");
    }
}

//! That work stays in proportion to the document, whatever it holds.

use std::fmt::Write;

use super::{at, mended};

const HEAD: &str = "openapi: 3.1.0\ninfo: {title: Zoo, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n";

#[test]
fn many_properties_and_long_texts_are_read() {
    let mut text = format!("{HEAD}    A:\n      type: [object, 'null']\n      properties:\n");
    for index in 0..100_000 {
        writeln!(text, "        p{index}: {{type: [string, 'null']}}").expect("written");
    }
    writeln!(text, "      description: {}", "long ".repeat(1_000_000)).expect("written");
    let (document, codes) = mended(&text);
    assert_eq!(
        at(&document, "/components/schemas/A/properties").as_object().map(serde_json::Map::len),
        Some(100_000)
    );
    assert_eq!(codes, Vec::<&str>::new());
}

#[test]
fn many_references_to_odd_places_are_settled() {
    let mut text = format!("{HEAD}    A:\n      properties:\n");
    for index in 0..5_000 {
        writeln!(text, "        p{index}: {{type: object, properties: {{q: {{$ref: '#/components/schemas/A/properties/p{}'}}}}}}", (index + 1) % 5_000)
            .expect("written");
    }
    let (document, codes) = mended(&text);
    assert_eq!(at(&document, "/components/schemas").as_object().map(serde_json::Map::len), Some(5_001));
    assert_eq!(codes, Vec::<&str>::new());
}

#[test]
fn circles_of_references_end() {
    let nested = "openapi: 3.1.0\ninfo: {title: Zoo, version: '1'}\npaths:\n  \
         /a: {post: {responses: {}, callbacks: {c: {e: {$ref: '#/paths/~1b'}, f: {$ref: '#/paths/~1a'}}}}}\n  \
         /b: {post: {responses: {}, callbacks: {c: {e: {$ref: '#/paths/~1a'}, f: {$ref: '#/paths/~1b'}}}}}\n";
    assert!(at(&mended(nested).0, "/paths/~1a/post/callbacks/c/e/post").is_object());
    let (document, _) = mended(
        "openapi: 3.1.0\ninfo: {title: Zoo, version: '1'}\npaths:\n  /a: {$ref: '#/paths/~1b'}\n  /b: {$ref: '#/paths/~1a'}\n  \
         /c: {$ref: '#/components/pathItems/C'}\ncomponents:\n  pathItems: {C: {$ref: '#/components/pathItems/C'}}\n  schemas:\n    \
         A: {$ref: '#/components/schemas/B'}\n    B: {$ref: '#/components/schemas/A'}\n    C: {$ref: '#/components/schemas/C'}\n    \
         D: {properties: {d: {$ref: '#/components/schemas/D/properties/d'}}}\n    E: {items: {items: {$ref: '#/components/schemas/E/items'}}}\n    \
         F: {$ref: '#'}\n    G: {$ref: '#/components/schemas'}\n",
    );
    assert!(at(&document, "/components/schemas/E").is_object());
}

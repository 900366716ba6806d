//! Everything that pages are known to do, one row each: the page, and what it comes to.

#[path = "variations/bodies.rs"]
mod bodies;
#[path = "variations/damage.rs"]
mod damage;
#[path = "variations/fields.rs"]
mod fields;
#[path = "variations/nesting.rs"]
mod nesting;
#[path = "variations/samples.rs"]
mod samples;
#[path = "variations/skeletons.rs"]
mod skeletons;
#[path = "variations/values.rs"]
mod values;

use serde_json::Value;

use super::import::import;

/// A page, and what it comes to.
struct Row {
    name: &'static str,
    page: String,
    /// Pointers, as [`at`](super::import::Imported::at) takes them, and what stands there.
    expected: Vec<(&'static str, Value)>,
    /// The codes of what is said, sorted.
    codes: &'static [&'static str],
}

fn row(
    name: &'static str,
    page: impl Into<String>,
    expected: impl IntoIterator<Item = (&'static str, Value)>,
    codes: &'static [&'static str],
) -> Row {
    Row { name, page: page.into(), expected: expected.into_iter().collect(), codes }
}

/// A page whose request is this.
fn request(lines: &str) -> String {
    format!("Make thing\nPOST\n/v0/things\nRequest\n{lines}\nResponses\n🟢204Done\n")
}

/// A page with these fields in a JSON body.
fn body(lines: &str) -> String {
    request(&format!("Body Params application/json\n{lines}"))
}

/// A page with these lines below `Responses`.
fn answers(lines: &str) -> String {
    format!("Make thing\nPOST\n/v0/things\nRequest\nResponses\n{lines}\n")
}

#[test]
fn every_variation_is_read() {
    let tables: [(&str, Vec<Row>); 7] = [
        ("skeletons", skeletons::rows()),
        ("fields", fields::rows()),
        ("values", values::rows()),
        ("nesting", nesting::rows()),
        ("bodies", bodies::rows()),
        ("samples", samples::rows()),
        ("damage", damage::rows()),
    ];
    let mut failed = Vec::new();
    for (table, rows) in tables {
        for row in rows {
            let imported = import(&[("page.txt", &row.page)]);
            let mut fail = |what: String| failed.push(format!("{table}: {}: {what}", row.name));
            if imported.codes() != row.codes {
                fail(format!("said {:?}", imported.said));
            }
            if imported.import.is_none() {
                if !row.expected.is_empty() {
                    fail("there is no operation".to_owned());
                }
                continue;
            }
            for (pointer, expected) in row.expected {
                let found = imported.at(pointer);
                if found != expected {
                    fail(format!("`{pointer}` is {found}, not {expected}"));
                }
            }
        }
    }
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

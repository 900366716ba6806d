//! The answer that is measured: a page of a library's catalogue, about 30 kB of nested JSON.

use serde_json::{Value, json};

/// The page as a server sends it, members in the order of the description.
///
/// Every member of the types occurs, and every one that may be missing is missing somewhere.
pub(crate) fn book_page() -> Vec<u8> {
    let books: Vec<String> = (0..43).map(book).collect();
    let facets = json!({"fiction": 9, "graphic_novel": 7, "non-fiction": 8, "picture book": 6, "poetry": 6});
    format!(r#"{{"items":[{}],"next":"c-000043","facets":{facets}}}"#, books.join(",")).into_bytes()
}

/// Members joined by hand: a map of `serde_json` may keep another order.
fn object(members: &[(&str, Option<Value>)]) -> String {
    let members = members.iter().filter_map(|(name, value)| Some((name, value.as_ref()?)));
    let members: Vec<_> = members
        .map(|(name, value)| match value {
            // Nested objects come as the text that they are.
            Value::String(text) if text.starts_with(['{', '[']) => format!("\"{name}\":{text}"),
            value => format!("\"{name}\":{value}"),
        })
        .collect();
    format!("{{{}}}", members.join(","))
}

fn list(items: impl Iterator<Item = String>) -> Option<Value> {
    Some(Value::String(format!("[{}]", items.collect::<Vec<_>>().join(","))))
}

fn book(n: usize) -> String {
    const GENRES: [&str; 5] = ["fiction", "non-fiction", "poetry", "picture book", "graphic_novel"];
    const TITLES: [&str; 4] =
        ["A Field Guide to Ferns", "The \"Old\" Mill", "Über Farne", "Ten Quiet Rivers"];
    let every = |step: usize, value: Value| n.is_multiple_of(step).then_some(value);
    object(&[
        ("id", Some(json!(70_400 + n))),
        ("isbn", Some(json!(format!("97800000{n:05}")))),
        ("title", Some(json!(TITLES[n % 4]))),
        ("subtitle", Some(every(3, json!("with forty plates")).unwrap_or(Value::Null))),
        ("genre", Some(json!(GENRES[n % 5]))),
        ("contributors", list((0..1 + n % 3).map(contributor))),
        (
            "category",
            every(2, json!(object(&[("code", Some(json!("587.3"))), ("label", Some(json!("Ferns")))]))),
        ),
        ("copies", list((0..2 + n % 3).map(copy))),
        ("subjects", every(2, json!({"fernwood": ["ferns", "plants: identification"], "local": ["marsh"]}))),
        ("price", Some(json!(f64::from(u32::try_from(n).unwrap_or(0)) + 4.25))),
        ("rating", every(2, every(4, json!(4.25)).unwrap_or(Value::Null))),
        ("cover", Some(json!(format!("https://covers.library.example/97800000{n:05}.jpg")))),
        ("notes", every(4, json!("Rebound in 2029;\nsee also the *second* edition.\n\n- shelf R 587.3"))),
        (
            "extra",
            every(6, json!({"shelfmark": "R 587.3", "source": {"drawer": 12, "system": "card index"}})),
        ),
        ("shelf", every(12, json!("R 587.3"))),
        ("withdrawn", every(5, json!(false))),
        ("revision", Some(json!(format!("r-{n:06}")))),
        ("addedAt", Some(json!("2029-11-03T09:15:00Z"))),
    ])
}

fn contributor(n: usize) -> String {
    const ROLES: [&str; 4] = ["author", "editor", "illustrator", "translator"];
    object(&[
        ("name", Some(json!("Rosalind Marsh"))),
        ("role", Some(json!(ROLES[n % 4]))),
        ("born", [None, Some(json!(1931)), Some(Value::Null)][n % 3].clone()),
    ])
}

fn copy(n: usize) -> String {
    const STATES: [&str; 5] = ["on_shelf", "on_loan", "on_hold", "in_repair", "lost"];
    object(&[
        ("number", Some(json!(n + 1))),
        ("branch", Some(json!(4))),
        ("shelf", (n != 1).then(|| json!("R 587.3"))),
        ("state", Some(json!(STATES[n % 5]))),
        ("due", [Some(Value::Null), Some(json!("2031-04-30T18:00:00Z")), None][n % 3].clone()),
        ("tags", (n == 2).then(|| json!(["large print", "donated"]))),
    ])
}

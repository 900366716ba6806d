//! Queries by their texts: what they lead to, and what is none.

use serde_json::{Value, json};

use super::Query;

fn selected(document: &Value, query: &str) -> Vec<String> {
    let query = Query::parse(query).unwrap_or_else(|fault| panic!("{query}: {}", fault.message));
    query.select(document).into_iter().map(|(_, pointer)| pointer.to_string()).collect()
}

#[test]
fn a_query_leads_to_its_nodes() {
    let document = json!({
        "books": [
            {"title": "A", "price": 10, "tags": ["new"], "x-of": "it's"},
            {"title": "B", "price": 20.0, "isbn": null},
            {"title": "C", "price": 30, "shelf": {"title": "D"}},
        ],
        "limit": 20,
        "a/b": {"ü": 1},
    });
    for (query, expected) in [
        ("$", &[""][..]),
        ("$.limit", &["/limit"]),
        ("$['a/b']['\\u00fc']", &["/a~1b/ü"]),
        ("$ ['a/b'] .ü", &["/a~1b/ü"]),
        ("$.nothing", &[]),
        ("$.books[0]", &["/books/0"]),
        ("$.books[-1].title", &["/books/2/title"]),
        ("$.books[7]", &[]),
        ("$.books[0, 'x', 0]", &["/books/0", "/books/0"]),
        ("$.books[1:]", &["/books/1", "/books/2"]),
        ("$.books[::-2]", &["/books/2", "/books/0"]),
        ("$.books[::0]", &[]),
        ("$.books[ : 1 : ]", &["/books/0"]),
        ("$.books.*.title", &["/books/0/title", "/books/1/title", "/books/2/title"]),
        ("$..title", &["/books/0/title", "/books/1/title", "/books/2/title", "/books/2/shelf/title"]),
        ("$..tags[*]", &["/books/0/tags/0"]),
        ("$.books[?@.isbn]", &["/books/1"]),
        ("$.books[?!@.isbn && @.title!='A']", &["/books/2"]),
        ("$.books[?@.title=='A' || @.title==\"C\"]", &["/books/0", "/books/2"]),
        ("$.books[?@.price == $.limit]", &["/books/1"]),
        ("$.books[?@.price < 2e1]", &["/books/0"]),
        ("$.books[?@.price >= 20]", &["/books/1", "/books/2"]),
        ("$.books[?(@.price>10 && !(@.title>'B'))]", &["/books/1"]),
        ("$.books[?@['x-of']=='it\\'s']", &["/books/0"]),
        ("$.books[?@.isbn==null]", &["/books/1"]),
        ("$.books[?@.none==@.nothing && @.tags]", &["/books/0"]),
        ("$.books[?@..title[0]]", &[]),
        ("$.books[?@.tags[?@=='new']]", &["/books/0"]),
    ] {
        assert_eq!(selected(&document, query), expected, "{query}");
    }
}

#[test]
fn what_is_no_query_says_where_and_why() {
    for (query, expected) in [
        ("", "a query starts with `$` (character 1); `$` is the whole document"),
        ("paths", "a query starts with `$` (character 1); `$` is the whole document"),
        ("$.", "it ends too early (character 3)"),
        ("$ ", "` ` is unexpected (character 2)"),
        ("$..", "it ends too early (character 4)"),
        ("$.1", "`1` is unexpected (character 3)"),
        ("$.x-y.z", "`-` is unexpected (character 4); put the name in quotes: `['x-y']`"),
        ("$[get]", "`g` is unexpected (character 3); a name in brackets stands in quotes"),
        ("$[01]", "`01` is no index (character 3)"),
        ("$[-0]", "`-0` is no index (character 3)"),
        ("$[9007199254740992]", "`9007199254740992` is no index (character 3)"),
        ("$['a]", "it ends too early (character 6)"),
        ("$['\\x']", "`x` is unexpected (character 5)"),
        ("$['\\ud800']", "half of a pair of surrogates stands alone (character 10)"),
        ("$['a' 'b']", "`'` is unexpected (character 7)"),
        ("$[?]", "`]` is unexpected (character 4)"),
        ("$[?'a']", "`]` is unexpected (character 7)"),
        ("$[?@.a==]", "`]` is unexpected (character 9)"),
        ("$[?@.a=1]", "`=` is unexpected (character 7)"),
        ("$[?@.a==b]", "`b` means nothing (character 9); a text stands in quotes"),
        ("$[?@.a=={}]", "`{` is unexpected (character 9)"),
        ("$[?@.*==1]", "what is compared may be several values before this place (character 9)"),
        ("$[?!@.a==1]", "`1` is unexpected (character 10)"),
        (
            "$[?match(@.a, 'b')]",
            "it calls the function `match`, and functions are not evaluated (character 4); compare with `==`, `!=`, \
             `<` and so on, or name the nodes one by one",
        ),
    ] {
        let fault = Query::parse(query).expect_err(query);
        let help = fault.help.map(|help| format!("; {help}")).unwrap_or_default();
        assert_eq!(format!("{}{help}", fault.message), expected, "{query}");
    }
}

#[test]
fn what_is_nested_too_deep_is_refused() {
    let deep = |levels: usize| format!("$[?{}@.a{}]", "(".repeat(levels), ")".repeat(levels));
    assert!(Query::parse(&deep(20)).is_ok());
    assert!(Query::parse(&deep(100_000)).is_err());
    assert!(Query::parse(&"$[?@".repeat(100_000)).is_err());
}

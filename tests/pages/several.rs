//! Several pages at once: of one operation, and of several.

use serde_json::{Value, json};

use super::import::{import, text};

fn rendering(name: &str) -> String {
    text(&format!("tests/pages/render/{name}.txt"))
}

#[test]
fn pages_of_one_operation_make_one_operation_in_any_order() {
    let (full, folded, mojibake) = (rendering("full"), rendering("collapsed"), rendering("mojibake"));
    let pages = [("full.txt", full.as_str()), ("folded.txt", &folded), ("mojibake.txt", &mojibake)];
    let imported = import(&pages);
    let mut backwards = pages;
    backwards.reverse();
    let again = import(&backwards);
    assert_eq!(imported.at("/paths"), again.at("/paths"));
    assert_eq!(imported.at("/components"), again.at("/components"));
    let renderings = |index: usize| imported.at(&format!("op/x-source/{index}/rendering"));
    assert_eq!(
        [renderings(0), renderings(1), renderings(2)],
        [json!("full"), json!("mojibake"), json!("collapsed")]
    );
    assert_eq!(imported.at("op/x-unknown"), Value::Null, "what one copy folds away, another shows");
    assert_eq!(imported.codes(), ["folded-list", "glued-values"], "{:?}", imported.said);
}

#[test]
fn a_copy_without_method_and_path_adds_to_the_only_operation() {
    let stripped = "The order is paid within a day.\nBody Params application/json\norderId\nstring\nrequiredMade by the merchant.\n";
    let page = "Create Order\nPOST\n/v0/orders\nRequest\nBody Params application/json\norderId\nstring\nrequired\nResponses\n🟢200OK\n";
    let imported = import(&[("a.txt", page), ("b.txt", stripped)]);
    assert_eq!(imported.at("req/properties/orderId/description"), json!("Made by the merchant."));
    let alone = import(&[("b.txt", stripped)]);
    assert!(alone.import.is_none());
    assert_eq!(alone.codes(), ["lost-value", "not-a-page"]);
}

#[test]
fn pages_that_disagree_are_named_and_the_better_one_is_taken() {
    let (expense, rewards) = (text("spec/pages/expense-token.txt"), text("spec/pages/rewards-token.txt"));
    let imported = import(&[("rewards.txt", &rewards), ("expense.txt", &expense)]);
    assert_eq!(imported.at("req/required"), json!(["username", "grant_type", "password"]));
    let said: Vec<&str> = imported
        .said
        .iter()
        .filter(|(code, _, _)| code.as_str() == "pages-disagree")
        .map(|(_, _, message)| message.as_str())
        .collect();
    assert_eq!(
        said,
        [
            "header parameter `Authorization` is optional here, and required on the page `User Authentication` (mojibake)",
            "the header parameter `Cookie` is listed here, and not on the page `User Authentication` (mojibake)",
            "`clientId` of the request is not listed here, and is on the page `User Authentication` (mojibake)",
        ]
    );
}

#[test]
fn operations_of_several_pages_stand_in_one_description() {
    let page = |title: &str, method: &str, path: &str, field: &str| {
        format!(
            "{title}\n{method}\n{path}\nRequest\nBody Params application/json\n{field}\nstring\nrequired\nResponses\n🟢200OK\napplication/json\nBody\n{field}\nstring\nrequired\n"
        )
    };
    let (a, b) = (
        page("A", "POST", "https://a.example/v1/orders", "x"),
        page("B", "PUT", "https://b.example/v1/orders", "y"),
    );
    let imported = import(&[("a.txt", &a), ("b.txt", &b)]);
    let item = imported.at("/paths/~1v1~1orders");
    assert_eq!(item["post"]["operationId"], "createOrders");
    assert_eq!(item["put"]["operationId"], "replaceOrders");
    assert_eq!(item["put"]["servers"][0]["url"], "https://b.example");
    let schemas = imported.at("/components/schemas");
    let names: Vec<&String> = schemas.as_object().expect("schemas").keys().collect();
    assert_eq!(
        names,
        ["CreateOrdersRequest", "CreateOrdersResponse", "ReplaceOrdersRequest", "ReplaceOrdersResponse"]
    );
}

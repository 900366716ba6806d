//! Names that a page does not give: of operations and schemas, from method and path.
//!
//! The rule is written down in the documentation of the module `page`, since documents and code depend on it.

use std::collections::{BTreeMap, HashSet};

use heck::{ToLowerCamelCase, ToPascalCase};

/// Words that say what is done; a segment that begins with one names the operation by itself.
const VERBS: [&str; 62] = [
    "activate",
    "add",
    "allocate",
    "approve",
    "assign",
    "block",
    "cancel",
    "capture",
    "charge",
    "check",
    "close",
    "confirm",
    "create",
    "deactivate",
    "debit",
    "delete",
    "disable",
    "edit",
    "enable",
    "execute",
    "fetch",
    "find",
    "generate",
    "get",
    "initiate",
    "issue",
    "link",
    "list",
    "load",
    "lock",
    "login",
    "logout",
    "lookup",
    "make",
    "move",
    "notify",
    "open",
    "pay",
    "post",
    "put",
    "read",
    "refresh",
    "register",
    "reject",
    "release",
    "remove",
    "replace",
    "resend",
    "reset",
    "resume",
    "retry",
    "revoke",
    "search",
    "send",
    "set",
    "start",
    "stop",
    "submit",
    "unblock",
    "update",
    "validate",
    "verify",
];

/// Segments of which no operation is named.
fn is_plain(segment: &str) -> bool {
    let is_version = segment.strip_prefix(['v', 'V']).is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    });
    is_version || segment == "api" || segment.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// The names of one operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    /// `createToken`
    pub(super) operation: String,
    /// `Token`, of which `TokenRequest` and `TokenResponse` are made.
    pub(super) noun: String,
}

/// The names of operations, given as method and path. The same operations get the same names in any order.
pub(super) fn names(operations: &[(&str, &str)]) -> Vec<Names> {
    let longest = operations.iter().map(|(_, path)| literals(path).len()).max().unwrap_or(0);
    let mut names: Vec<Names> = operations.iter().map(|(method, path)| of(method, path, 1)).collect();
    for length in 2..=longest {
        let twice = repeated(names.iter().map(|names| names.operation.as_str()));
        for (index, (method, path)) in operations.iter().enumerate() {
            if twice.contains(&names[index].operation) {
                names[index] = of(method, path, length);
            }
        }
    }
    let twice = repeated(names.iter().map(|names| names.operation.as_str()));
    for (index, (_, path)) in operations.iter().enumerate() {
        let parameters = super::endpoint::template_names(path);
        if twice.contains(&names[index].operation) && !parameters.is_empty() {
            let suffix = format!("By{}", parameters.join(" and ").to_pascal_case());
            names[index].operation.push_str(&suffix);
            names[index].noun.push_str(&suffix);
        }
    }
    number(operations, &mut names);
    let twice = repeated(names.iter().map(|names| names.noun.as_str()));
    for names in &mut names {
        if twice.contains(&names.noun) {
            names.noun = names.operation.to_pascal_case();
        }
    }
    names
}

/// Tells apart what is still alike, in the order of method and path.
fn number(operations: &[(&str, &str)], names: &mut [Names]) {
    let mut order: Vec<usize> = (0..operations.len()).collect();
    order.sort_by_key(|index| operations[*index]);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for index in order {
        let count = seen.entry(names[index].operation.clone()).or_default();
        *count += 1;
        if *count > 1 {
            let suffix = count.to_string();
            names[index].operation.push_str(&suffix);
            names[index].noun.push_str(&suffix);
        }
    }
}

fn repeated<'n>(names: impl Iterator<Item = &'n str>) -> HashSet<String> {
    let mut seen = HashSet::new();
    names.filter(|name| !seen.insert(*name)).map(str::to_owned).collect()
}

fn literals(path: &str) -> Vec<&str> {
    path.split('/')
        .filter(|segment| !segment.is_empty() && !segment.contains('{') && !is_plain(segment))
        .collect()
}

/// The names made of the last segments; a segment that is nothing but a verb takes the one in front of it along.
fn of(method: &str, path: &str, length: usize) -> Names {
    let segments = literals(path);
    let Some((last, before)) = segments.split_last() else {
        let operation = format!("{}Root", verb(method));
        return Names { noun: "Root".to_owned(), operation };
    };
    let more = |count: usize| before[before.len().saturating_sub(count)..].join(" ");
    let folded = last.to_lower_camel_case();
    let first = leading_word(&folded);
    if !VERBS.contains(&first) {
        let noun = format!("{} {last}", more(length - 1)).to_pascal_case();
        let operation = format!("{} {noun}", verb(method)).to_lower_camel_case();
        return Names { operation, noun };
    }
    let is_bare = first.len() == folded.len();
    let operation = format!("{last} {}", more(length - usize::from(!is_bare))).to_lower_camel_case();
    Names { noun: operation.to_pascal_case(), operation }
}

fn leading_word(name: &str) -> &str {
    &name[..name.find(|c: char| c.is_uppercase() || c.is_ascii_digit()).unwrap_or(name.len())]
}

fn verb(method: &str) -> &'static str {
    match method {
        "GET" => "get",
        "PUT" => "replace",
        "PATCH" => "update",
        "DELETE" => "delete",
        "HEAD" => "check",
        "OPTIONS" => "describe",
        "TRACE" => "trace",
        _ => "create",
    }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn operations_are_named_after_method_and_path() {
        for (method, path, operation, noun) in [
            ("POST", "/oauth/token", "createToken", "Token"),
            ("POST", "/api/v2/biller/addBill", "addBill", "AddBill"),
            ("POST", "/api/v2/biller/fetchOrAddBill", "fetchOrAddBill", "FetchOrAddBill"),
            ("GET", "/api/v0/orders/{orderId}", "getOrders", "Orders"),
            ("POST", "/api/v0/payment/{transactionId}/refund", "createRefund", "Refund"),
            ("POST", "/card/cardAccount/get", "getCardAccount", "GetCardAccount"),
            ("POST", "/settlement-payout/search", "searchSettlementPayout", "SearchSettlementPayout"),
            ("GET", "/partner/fetch-order-details/123445", "fetchOrderDetails", "FetchOrderDetails"),
            ("POST", "/merchant_url", "createMerchantUrl", "MerchantUrl"),
            ("PATCH", "/api/v0/upi-mandate", "updateUpiMandate", "UpiMandate"),
            ("GET", "/", "getRoot", "Root"),
        ] {
            let names = names(&[(method, path)]);
            assert_eq!((names[0].operation.as_str(), names[0].noun.as_str()), (operation, noun), "{path}");
        }
    }

    #[test]
    fn names_that_are_alike_are_told_apart_in_any_order() {
        let operations = [
            ("GET", "/api/v0/payment/orders"),
            ("GET", "/api/v0/card/orders"),
            ("GET", "/api/v0/card/orders/{id}"),
            ("POST", "/api/v0/card/token"),
            ("DELETE", "/api/v0/card/token"),
        ];
        let named = names(&operations);
        let shown: Vec<_> = named.iter().map(|names| format!("{} {}", names.operation, names.noun)).collect();
        assert_eq!(
            shown,
            [
                "getPaymentOrders PaymentOrders",
                "getCardOrders CardOrders",
                "getCardOrdersById CardOrdersById",
                "createToken CreateToken",
                "deleteToken DeleteToken",
            ]
        );
        let mut backwards = operations;
        backwards.reverse();
        let mut again = names(&backwards);
        again.reverse();
        assert_eq!(again, named);
    }
}

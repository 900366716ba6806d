//! Bound structs against generated methods, and what each type carries.

use super::wire::{
    Boolean, Int32, Int64, Json, List, Map, Nullable as OrNull, Number, SecretText, Text, Uint64,
};
use super::{
    Carries, carry, carry_nullable, carry_optional, carry_tri, display_nullable, display_optional,
    display_tri,
};
use crate::runtime::wire::{Wire, encode_json};
use crate::{BaseUrl, MockTransport, Nullable, Secret, enkash_endpoint, expense, rewards, testing};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

#[derive(crate::Carries)]
struct Mobile(String);

#[derive(crate::Carries)]
struct Borrowed<'a, T> {
    inner: &'a T,
}

#[enkash_endpoint(rewards, "createToken")]
struct RewardsLogin<'a> {
    #[enkash(rename = "clientId")]
    company: Company<'a>,
    #[enkash(rename = "username")]
    mobile: Mobile,
    password: &'a Secret,
}

// The order of the fields above is not that of the description, and the name is not the input's.
type Company<'a> = Borrowed<'a, String>;

#[enkash_endpoint(expense, POST "/oauth/token")]
struct ExpenseLogin {
    #[enkash(display)]
    username: u64,
    password: Secret,
}

fn base() -> BaseUrl {
    BaseUrl::parse("https://api.example.com").expect("an address")
}

/// Target, content type and body of every request that a mock has seen.
fn bytes(mock: &MockTransport) -> Vec<(String, Option<String>, Vec<u8>)> {
    let one = |request: crate::runtime::mock::MockRequest| {
        let media_type = request.header("content-type").map(str::to_owned);
        (request.path().to_owned(), media_type, request.body().to_vec())
    };
    mock.requests().into_iter().map(one).collect()
}

#[tokio::test]
async fn bound_struct_puts_the_same_bytes_on_the_wire_as_the_generated_method() {
    let mock = MockTransport::new()
        .on::<rewards::ops::CreateToken>(|_| Ok(testing::token("made-up", 300)))
        .on::<expense::ops::CreateToken>(|_| Ok(testing::token("made-up", 300)));

    let client = rewards::Client::builder(base()).basic("id", "secret").transport(mock.clone()).build();
    let client = client.expect("the settings are right");
    let (company, password) = ("CEK & Co".to_owned(), Secret::new("pass word"));
    let login = RewardsLogin {
        company: Company { inner: &company },
        mobile: Mobile("12/34".to_owned()),
        password: &password,
    };
    let token: rewards::Token = client.send(&login).await.expect("the mock answers");
    assert_eq!(token.expires_in, 300);
    let request = rewards::TokenRequest::new(rewards::TokenRequired {
        username: "12/34".to_owned(),
        password: password.clone(),
        client_id: company.clone(),
    });
    client.create_token(&request).await.expect("the mock answers");

    let client =
        expense::Client::builder(base()).transport(mock.clone()).build().expect("the settings are right");
    client.send(&ExpenseLogin { username: 12, password: password.clone() }).await.expect("the mock answers");
    let request = expense::TokenRequest::new(expense::TokenRequired {
        username: "12".to_owned(),
        password: password.clone(),
    });
    client.create_token(&request).await.expect("the mock answers");

    let seen = bytes(&mock);
    assert_eq!(
        String::from_utf8_lossy(&seen[0].2),
        "username=12%2F34&password=pass%20word&grant_type=password&clientId=CEK%20%26%20Co"
    );
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[2], seen[3]);
}

#[track_caller]
fn assert_json(value: &dyn Wire, expected: &str) {
    let json = encode_json(value).expect("the value has a form");
    assert_eq!(String::from_utf8_lossy(&json), expected);
}

#[test]
fn types_carry_their_values() {
    assert_json(&carry::<Text, _>("a"), "\"a\"");
    assert_json(&carry::<Text, _>(&Cow::Borrowed("a")), "\"a\"");
    assert_json(&carry::<Text, _>(&Rc::new('a')), "\"a\"");
    assert_json(&carry::<SecretText, _>(&Box::new(Secret::<String>::new("a"))), "\"a\"");
    assert_json(&carry::<Boolean, _>(&true), "true");
    assert_json(&carry::<Int32, _>(&-7_i32), "-7");
    assert_json(&carry::<Int64, _>(&u32::MAX), "4294967295");
    assert_json(&carry::<Uint64, _>(&u64::MAX), "18446744073709551615");
    assert_json(&carry::<Number, _>(&0.5_f32), "0.5");
    assert_json(&carry::<Json, _>(&serde_json::json!({"a": [null]})), "{\"a\":[null]}");
    assert_json(&carry::<List<Int32>, _>(&[1_u8, 2]), "[1,2]");
    assert_json(&carry::<List<Text>, _>(&BTreeSet::from(["b", "a"])), "[\"a\",\"b\"]");
    assert_json(&carry::<List<OrNull<Text>>, _>(&vec![Some("a"), None]), "[\"a\",null]");
    assert_json(&carry::<Map<Int64>, _>(&BTreeMap::from([("b", 1_i64), ("a", 2)])), "{\"a\":2,\"b\":1}");
}

#[test]
fn hash_map_gives_the_same_bytes_each_time() {
    let names: Vec<_> = (10..60).map(|number| number.to_string()).collect();
    let map: HashMap<_, _> = names.iter().rev().map(|name| (name, name)).collect();
    let expected: Vec<_> = names.iter().map(|name| format!("\"{name}\":\"{name}\"")).collect();
    assert_json(&carry::<Map<Text>, _>(&map), &format!("{{{}}}", expected.join(",")));
}

#[test]
fn absence_and_null_are_told_apart() {
    let none: Option<String> = None;
    assert!(carry_optional::<Text, _>(&none).given().is_none());
    assert!(display_optional(&none).given().is_none());
    assert_json(&carry_nullable::<Text, _>(&none), "null");
    assert_json(&display_nullable(&none), "null");
    assert_json(&carry_optional::<Text, _>(&Some("a")), "\"a\"");
    assert_json(&display_optional(&Some(7)), "\"7\"");
    assert!(carry_tri::<Text, _>(&Nullable::<String>::Absent).given().is_none());
    assert_json(&carry_tri::<Text, _>(&Nullable::<String>::Null), "null");
    assert_json(&display_tri(&Nullable::Value(7)), "\"7\"");
}

#[test]
fn carried_value_is_not_printed() {
    assert_eq!(format!("{:?}", Carries::<Text>::carry("canary")), "Carried");
}

#[test]
fn digests_are_compared_whole() {
    assert!(super::same_digest("abc", "abc"));
    for other in ["ab", "abcd", "abd", ""] {
        assert!(!super::same_digest("abc", other), "{other}");
    }
}

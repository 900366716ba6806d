//! Command lines as pages print them, sound and damaged.

use super::{Body, parse};

fn form(pairs: &[(&str, &str)]) -> Body {
    Body::Form(pairs.iter().map(|(name, value)| (Some((*name).to_owned()), (*value).to_owned())).collect())
}

#[test]
fn a_sound_sample_is_taken_apart() {
    let text = "curl --location --request POST 'https://a.example/oauth/token?x=1' \\\n\
        --header 'Partner:  CRX' \\\n--header 'User-Agent;' \\\n--header 'Accept: */*' \\\n\
        --data-urlencode 'a=1=2' \\\n--data-urlencode 'b='";
    let (request, faults) = parse(text).unwrap();
    assert_eq!(request.method, "POST");
    assert_eq!(request.address(), "https://a.example/oauth/token");
    assert_eq!(request.query().collect::<Vec<_>>(), [("x", "1")]);
    assert_eq!(request.header("partner"), Some("CRX"));
    assert_eq!(request.headers[1], ("User-Agent".to_owned(), None));
    assert_eq!(request.body, form(&[("a", "1=2"), ("b", "")]));
    assert!(faults.is_empty());
}

#[test]
fn lost_spaces_cost_nothing() {
    let text = "curl--location--request GET'/v0/balance?source=&account='\\\n--header'User-Agent;'\\\n--header'Authorization: Bearer x'";
    let (request, _) = parse(text).unwrap();
    assert_eq!((request.method.as_str(), request.address()), ("GET", "/v0/balance"));
    assert_eq!(request.query().map(|(name, _)| name).collect::<Vec<_>>(), ["source", "account"]);
    assert_eq!(request.header("authorization"), Some("Bearer x"));
}

#[test]
fn a_hidden_mail_address_hides_the_name_of_its_field() {
    let (request, _) = parse(
        "curl --request POST '/t' --data-urlencode '[email protected]' --data-urlencode 'grant=password'",
    )
    .unwrap();
    let Body::Form(fields) = request.body else { panic!("{:?}", request.body) };
    assert_eq!(fields[0].0, None);
    assert_eq!(fields[1].0.as_deref(), Some("grant"));
}

#[test]
fn a_body_is_kept_as_it_is_and_an_empty_one_is_none() {
    let body = |text: &str| parse(text).unwrap().0.body;
    assert_eq!(
        body("curl -X POST '/a' --data-raw '{\"a\": \"it'\\''s\"}'"),
        Body::Raw("{\"a\": \"it's\"}".to_owned())
    );
    assert_eq!(body("curl --request POST '/a' --data-raw ''"), Body::None);
    assert_eq!(
        body("curl --request POST '/a' --form 'f=@x'"),
        Body::Parts(vec![("f".to_owned(), "@x".to_owned())])
    );
}

#[test]
fn what_is_cut_off_is_named() {
    let (request, faults) = parse("curl --request POST '/a' --header 'Accept: appl").unwrap();
    assert_eq!(request.header("Accept"), Some("appl"));
    assert_eq!(faults, ["a quote of the sample is not closed"]);
    assert!(parse("curl --request POST").is_none());
    assert!(parse("wget /a").is_none());
}

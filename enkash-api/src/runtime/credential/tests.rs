//! What is sent for each kind of credential, and what is refused without showing it.

use super::*;
use crate::runtime::ErrorKind;
use http::HeaderMap;

const BASIC: Scheme = Scheme { name: "basic", kind: SchemeKind::Basic };
const BEARER: Scheme = Scheme { name: "bearer", kind: SchemeKind::Bearer };
const KEY: Scheme = Scheme { name: "key", kind: SchemeKind::ApiKeyHeader("X-Api-Key") };

const TOKEN: Scheme = Scheme { name: "token", kind: SchemeKind::Http("Token") };
const QUERY_KEY: Scheme = Scheme { name: "query", kind: SchemeKind::ApiKeyQuery("api key") };
const COOKIE_KEY: Scheme = Scheme { name: "cookie", kind: SchemeKind::ApiKeyCookie("sid") };

#[test]
fn credential_becomes_its_header() {
    for (credential, scheme, header, expected) in [
        // RFC 7617 §2
        (
            Credential::basic("Aladdin", "open sesame"),
            BASIC,
            "authorization",
            "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        ),
        (Credential::basic("a", "b:c+%é"), BASIC, "authorization", "Basic YTpiOmMrJcOp"),
        // RFC 6750 §2.1
        (Credential::bearer("mF_9.B5f-4.1JqM"), BEARER, "authorization", "Bearer mF_9.B5f-4.1JqM"),
        (Credential::bearer("YQ=="), BEARER, "authorization", "Bearer YQ=="),
        (Credential::api_key("k 1"), KEY, "x-api-key", "k 1"),
        // RFC 9110 §11.6.2
        (Credential::http("a=\"b\", c"), TOKEN, "authorization", "Token a=\"b\", c"),
        (Credential::api_key("a+/="), COOKIE_KEY, "cookie", "sid=a+/="),
    ] {
        let (headers, query) = applied(&[(credential, scheme)], HeaderMap::new(), "/p");
        let value = headers.get(header).expect(expected);
        assert_eq!((value.to_str().ok(), query.as_str()), (Some(expected), "/p"));
        assert!(value.is_sensitive());
    }
}

/// What becomes of a request that has headers and a target already.
fn applied(credentials: &[(Credential, Scheme)], headers: HeaderMap, target: &str) -> (HeaderMap, String) {
    let (mut headers, mut target) = (Some(Box::new(headers)), target.to_owned());
    for (credential, scheme) in credentials {
        let prepared = credential.prepare(scheme).expect("the credential is usable");
        prepared.join(&mut headers, &mut target).expect("the cookies are a header");
        headers.get_or_insert_default().extend(prepared.header());
    }
    (*headers.unwrap_or_default(), target)
}

#[test]
fn key_joins_the_query_and_the_cookies_that_are_there() {
    let cookies = HeaderMap::from_iter([(COOKIE, HeaderValue::from_static("a=b"))]);
    let keys = [(Credential::api_key("s&=? é"), QUERY_KEY), (Credential::api_key("k"), COOKIE_KEY)];
    for (target, expected) in
        [("/p", "/p?api%20key=s%26%3D%3F%20%C3%A9"), ("/p?x=1", "/p?x=1&api%20key=s%26%3D%3F%20%C3%A9")]
    {
        let (headers, target) = applied(&keys, cookies.clone(), target);
        assert_eq!(target, expected);
        assert_eq!(headers[COOKIE], "a=b; sid=k");
        assert!(headers[COOKIE].is_sensitive());
    }
}

#[test]
fn credentials_of_one_place_conflict() {
    let prepared = |credential: Credential, scheme: Scheme| credential.prepare(&scheme).expect("usable");
    let basic = prepared(Credential::basic("a", "b"), BASIC);
    let token = prepared(Credential::http("a"), TOKEN);
    let header = prepared(Credential::api_key("a"), KEY);
    let query = prepared(Credential::api_key("a"), QUERY_KEY);
    let cookie = prepared(Credential::api_key("a"), COOKIE_KEY);
    assert!(basic.conflicts(&token));
    let others = [&header, &query, &cookie];
    for (index, one) in others.iter().enumerate() {
        assert!(one.conflicts(one) && !one.conflicts(&basic));
        assert!(!others[..index].iter().any(|other| one.conflicts(other)));
    }
}

#[test]
fn unusable_credential_is_a_config_error_that_hides_it() {
    for (credential, scheme) in [
        (Credential::basic("", "canary"), BASIC),
        (Credential::basic("canary", ""), BASIC),
        (Credential::basic("canary:x", "y"), BASIC),
        (Credential::basic("canary\n", "y"), BASIC),
        (Credential::basic("x", "canary\u{7f}"), BASIC),
        (Credential::basic("x", "canary\u{85}"), BASIC),
        (Credential::bearer(""), BEARER),
        (Credential::bearer("="), BEARER),
        (Credential::bearer("can ary"), BEARER),
        (Credential::bearer("canary\r\nx: y"), BEARER),
        (Credential::bearer("cañary"), BEARER),
        (Credential::bearer("a=canary"), BEARER),
        (Credential::api_key(""), KEY),
        (Credential::api_key(" canary"), KEY),
        (Credential::api_key("canary\n"), KEY),
        (Credential::api_key("can\0ary"), KEY),
        (Credential::api_key("canary"), Scheme { kind: SchemeKind::ApiKeyHeader("a b"), ..KEY }),
        (Credential::api_key("can;ary"), COOKIE_KEY),
        (Credential::api_key("can ary"), COOKIE_KEY),
        (Credential::api_key(""), QUERY_KEY),
        (Credential::api_key("canary\0"), QUERY_KEY),
        (Credential::http(" canary"), TOKEN),
        (Credential::http("canary\n"), TOKEN),
        (Credential::http("canary"), BEARER),
        (Credential::bearer("canary"), TOKEN),
        (Credential::bearer("canary"), QUERY_KEY),
        (Credential::api_key("canary"), BASIC),
        (Credential::basic("x", "canary"), BEARER),
        (Credential::bearer("canary"), KEY),
    ] {
        let error = credential.prepare(&scheme).err().expect("the credential is unusable");
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(!format!("{error} {error:?} {credential:?}").contains("canary"), "{error}");
    }
}

#[test]
fn first_configured_alternative_is_taken() {
    type Row = (&'static [&'static [usize]], &'static [usize], Option<&'static [usize]>);
    const TABLE: &[Row] = &[
        (&[], &[0, 1], Some(&[])),
        (&[&[0]], &[0], Some(&[0])),
        (&[&[0]], &[], None),
        (&[&[0], &[]], &[], Some(&[])),
        (&[&[0], &[]], &[0], Some(&[0])),
        (&[&[], &[0]], &[0], Some(&[0])),
        (&[&[], &[0]], &[], Some(&[])),
        (&[&[0, 1], &[1]], &[1], Some(&[1])),
        (&[&[0, 1], &[1]], &[0, 1], Some(&[0, 1])),
        (&[&[0, 1]], &[0], None),
        (&[&[9]], &[0], None),
    ];
    for &(security, configured, expected) in TABLE {
        assert_eq!(
            choose(security, |scheme| configured.contains(&scheme)),
            expected,
            "{security:?} {configured:?}"
        );
    }
}

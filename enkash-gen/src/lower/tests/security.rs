//! What an operation asks for, and what a scheme sends.

use super::{HEAD, lowered, operation};
use crate::ir::SchemeKind;

#[test]
fn an_operation_asks_for_what_it_says_or_else_for_what_the_document_says() {
    let schemes = "components: { securitySchemes: { a: { type: http, scheme: basic }, b: { type: http, scheme: bearer }, \
                   c: { type: apiKey, in: header, name: X-C } } }";
    let done = "responses: { '204': { description: Done. } }";
    for (whole, own, expected) in [
        ("", "", &[][..]),
        ("security: [{ a: [] }]", "", &[&[0][..]][..]),
        ("security: [{ a: [] }]", ", security: []", &[]),
        ("security: [{ a: [] }]", ", security: [{ b: [] }, { c: [], a: [] }]", &[&[1], &[2, 0]]),
        ("", ", security: [{ b: [] }, {}]", &[&[1], &[]]),
        ("security: [{}]", "", &[&[]]),
    ] {
        let (_, operation) = operation(&format!("{done}{own}"), &format!("{whole}\n{schemes}"));
        let found: Vec<Vec<usize>> = operation
            .security
            .iter()
            .map(|alternative| alternative.iter().map(|scheme| scheme.0).collect())
            .collect();
        assert_eq!(found, expected, "{whole} {own}");
    }
}

#[test]
fn a_scheme_is_the_kind_of_credential_that_it_describes() {
    let key = |name: &str| name.to_owned();
    for (text, expected, said) in [
        ("{ type: http, scheme: Basic }", SchemeKind::Basic, &[][..]),
        ("{ type: basic }", SchemeKind::Basic, &["swagger-words"]),
        ("{ type: http, scheme: bearer, bearerFormat: JWT }", SchemeKind::Bearer, &[]),
        ("{ type: http, bearerFormat: JWT }", SchemeKind::Bearer, &[]),
        ("{ type: http, scheme: Token }", SchemeKind::Http(key("Token")), &[]),
        ("{ type: http, scheme: digest }", SchemeKind::Http(key("digest")), &[]),
        ("{ type: oauth2, flows: {} }", SchemeKind::OAuth2, &[]),
        ("{ type: oauth2 }", SchemeKind::OAuth2, &["missing-part"]),
        ("{ type: openIdConnect, openIdConnectUrl: 'https://id.test' }", SchemeKind::OpenIdConnect, &[]),
        ("{ type: openIdConnect }", SchemeKind::OpenIdConnect, &["missing-part"]),
        ("{ type: apiKey, in: header, name: X-Key }", SchemeKind::ApiKeyHeader(key("X-Key")), &[]),
        ("{ type: apiKey, in: Query, name: 'a key' }", SchemeKind::ApiKeyQuery(key("a key")), &[]),
        ("{ type: apiKey, in: cookie, name: sid }", SchemeKind::ApiKeyCookie(key("sid")), &[]),
    ] {
        let api =
            lowered(&format!("{HEAD}paths: {{}}\ncomponents: {{ securitySchemes: {{ a: {text} }} }}"), said);
        assert_eq!(api.schemes[0].kind, expected, "{text}");
    }
}

#[test]
fn what_cannot_be_sent_is_said_and_costs_no_operation() {
    let schemes = "a: { type: http, scheme: basic }, b: { type: oauth2, flows: {} }, c: { type: apiKey, in: header, name: X-C }, \
                   d: { type: apiKey, in: header, name: Authorization }, tls: { type: mutualTLS }, \
                   odd: { type: http }, lost: { type: apiKey, in: header, name: 'X C' }";
    for (own, expected, said) in [
        ("[{ tls: [] }]", &[&[][..]][..], &["transport-security"][..]),
        ("[{ tls: [], c: [] }]", &[&[2]], &["transport-security"]),
        ("[{ none: [] }]", &[], &["unresolved-security"]),
        ("[{ none: [] }, { a: [] }]", &[&[0]], &["unresolved-security"]),
        ("[{ odd: [] }]", &[], &["unsupported-security"]),
        ("[{ lost: [] }, {}]", &[&[]], &["unsupported-security"]),
        ("[{ a: [], b: [] }]", &[&[0], &[1]], &["conflicting-security"]),
        ("[{ a: [], c: [], d: [] }]", &[&[0, 2], &[3, 2]], &["conflicting-security"]),
        ("[{ a: [] }, { a: [] }]", &[&[0]], &[]),
    ] {
        let api = lowered(
            &format!(
                "{HEAD}paths: {{ /zoo: {{ get: {{ responses: {{ '204': {{ description: Done. }} }}, security: {own} }} }} }}\n\
                 components: {{ securitySchemes: {{ {schemes} }} }}"
            ),
            said,
        );
        let found = api.operations[0].security.iter();
        let found: Vec<Vec<usize>> =
            found.map(|alternative| alternative.iter().map(|scheme| scheme.0).collect()).collect();
        assert_eq!(found, expected, "{own}");
    }
}

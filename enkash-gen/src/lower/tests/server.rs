//! Where an API is served, and which operations are served elsewhere.

use super::{HEAD, lowered};
use crate::ir::{Api, OwnServer};

fn document(servers: &str, operation: &str, said: &[&str]) -> Api {
    let done = "responses: { '204': { description: Done. } }";
    lowered(&format!("{HEAD}servers: {servers}\npaths: {{ /a: {{ get: {{ {done} {operation} }} }} }}"), said)
}

#[test]
fn a_server_is_an_address_that_a_client_can_use() {
    let assumed = &["unsupported-server"][..];
    for (url, expected, variables, said) in [
        ("https://zoo.example/v1/", Some("https://zoo.example/v1/"), &[][..], &[][..]),
        ("//zoo.example", Some("https://zoo.example"), &[], &[]),
        ("zoo.example:8443/v1", Some("https://zoo.example:8443/v1"), &[], assumed),
        ("http://localhost:80", Some("http://localhost:80"), &[], &[]),
        ("http://zoo.example", None, &[], assumed),
        ("wss://zoo.example", None, &[], assumed),
        ("https://zoo.example?a=b", None, &[], assumed),
        ("https://u:p@zoo.example", None, &[], assumed),
        ("https://{a.zoo.example", None, &[], assumed),
        ("/", None, &[], &[]),
        ("", None, &[], &[]),
        ("/v1", Some("{origin}/v1"), &["origin"], &[]),
        ("v1", Some("{origin}/v1"), &["origin"], &[]),
        ("https://{a}.zoo.example/{b}/{a}", Some("https://{a}.zoo.example/{b}/{a}"), &["a", "b"], &[]),
        ("{scheme}://{host}", Some("{scheme}://{host}"), &["scheme", "host"], &[]),
    ] {
        let api = document(&format!("[{{ url: '{url}' }}]"), "", said);
        let server = api.servers.first();
        assert_eq!(server.map(|server| server.url.as_str()), expected, "{url}");
        let found = server.iter().flat_map(|server| &server.variables);
        assert_eq!(found.map(|variable| variable.wire_name.as_str()).collect::<Vec<_>>(), variables, "{url}");
    }
}

#[test]
fn an_operation_has_a_server_to_itself_where_the_document_has_others() {
    let document = |operation: &str| {
        let servers = "[{ url: 'https://zoo.example/v1' }, { url: 'https://zoo.example/v2/' }]";
        let api = document(servers, operation, &[]);
        api.operations[0].server.map(|id| api.own_servers[id.0].clone())
    };
    let own = |declared: &[&str], urls: &[&str], shared| {
        let texts = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
        Some(OwnServer { declared: texts(declared), urls: texts(urls), shared })
    };
    for (operation, expected) in [
        ("", None),
        (", servers: []", None),
        (", servers: [{ url: / }]", None),
        (", servers: [{ url: 'https://zoo.example/v2' }, { url: 'https://zoo.example/v1' }]", None),
        (
            ", servers: [{ url: 'https://zoo.example/v2' }]",
            own(&["https://zoo.example/v2"], &["https://zoo.example/v2"], true),
        ),
        (
            ", servers: [{ url: 'https://up.zoo.example' }]",
            own(&["https://up.zoo.example"], &["https://up.zoo.example"], false),
        ),
        (", servers: [{ url: 'https://{up}/v1' }]", own(&["https://{up}/v1"], &[], false)),
        (", servers: [{ url: /v3 }]", own(&["/v3"], &["/v3"], false)),
    ] {
        assert_eq!(document(operation), expected, "{operation}");
    }
}

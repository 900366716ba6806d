//! What tokens open, and how often they were tried.

use super::super::Uses;
use super::*;
use crate::runtime::testing::answer;
use serde_json::json;

fn uses(accepted: usize, refused: usize) -> Uses {
    Uses { accepted, refused }
}

#[tokio::test]
async fn uses_are_counted_by_generation() {
    let builder = server().resource("GET", "/loans", json!({})).resource_denied("/loans/closed");
    let server = builder.resource("GET", "/loans/closed", json!({})).start().await.expect("a free port");
    let first = ask(&server, GOOD).1;
    let first = text(&first, "access_token");
    get(&server, "/loans", first);
    get(&server, "/loans", first);
    server.revoke_all();
    get(&server, "/loans", first);
    let second = ask(&server, GOOD).1;
    let second = text(&second, "access_token");
    get(&server, "/loans", second);
    assert_eq!(get(&server, "/loans/closed", second).0, 403);
    get(&server, "/loans", "made-up");
    send(&server, "GET /loans", "", "");
    assert_eq!(server.generation(), 2);
    assert_eq!([0, 1, 2, 3].map(|n| server.uses(n)), [uses(0, 2), uses(2, 1), uses(1, 1), uses(0, 0)]);
}

#[tokio::test]
async fn closure_sees_the_request_and_answers_anything() {
    let builder = server()
        .resource("GET", "/{any}/{id}", json!("any"))
        .resource("GET", "/loans/{id}", json!("a loan"))
        .resource_with("POST", "/loans", |request| {
            answer(201, json!({ "length": request.body().len(), "target": request.target() }))
        });
    let server = builder.start().await.expect("a free port");
    let token = ask(&server, GOOD).1;
    let token = text(&token, "access_token");
    assert_eq!(get(&server, "/loans/7", token), (200, json!("a loan")));
    assert_eq!(get(&server, "/base/loans/7", token), (200, json!("a loan")));
    assert_eq!(get(&server, "/users/7", token), (200, json!("any")));
    let (head, body) = send(&server, "POST /loans?x=1", &format!("authorization: bearer {token}\r\n"), "abc");
    assert_eq!((status(&head), body), (201, json!({ "length": 3, "target": "/loans?x=1" })));
}

#[tokio::test]
async fn unknown_path_and_method_are_refused_without_a_look_at_the_token() {
    let server = server().resource("GET", "/loans", json!({})).start().await.expect("a free port");
    for line in ["GET /houses", "DELETE /loans", "GET /"] {
        let (head, body) = send(&server, line, "", "");
        assert_eq!((status(&head), text(&body, "error")), (404, "Not Found"), "{line}");
    }
    assert_eq!(server.uses(0), uses(0, 0));
}

#[tokio::test]
async fn token_endpoint_is_never_a_resource() {
    let server = server().resource("POST", "/{any}/{path}", json!({})).start().await.expect("a free port");
    assert!(ask(&server, GOOD).1["access_token"].is_string());
}

#[tokio::test]
async fn panic_in_a_closure_costs_one_connection() {
    let builder = server().resource_with("GET", "/loans", |request| match request.target() {
        "/loans?break" => panic!("on purpose"),
        _ => answer(200, json!({})),
    });
    let server = builder.start().await.expect("a free port");
    let token = ask(&server, GOOD).1;
    let token = text(&token, "access_token");
    let mut stream = connect(&server);
    let header = format!("authorization: bearer {token}\r\n");
    stream.write_all(&request("GET /loans?break", &header, "")).expect("the server reads");
    assert_eq!(stream.read(&mut [0]).expect("it closes"), 0);
    assert_eq!(get(&server, "/loans", token).0, 200);
}

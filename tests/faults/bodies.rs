//! Bodies that do not end where they say. (22)

use crate::bank::{PASSWORD, bank, builder};
use enkash_api::RetryPolicy;
use enkash_api::testing::{Fault, TokenServer};

async fn start(builder: enkash_api::testing::TokenServerBuilder) -> TokenServer {
    builder.start().await.expect("a free port")
}

#[tokio::test]
async fn p22_answer_whose_length_is_wrong_is_an_error_and_its_connection_is_not_used_again() {
    let body = r#"{"account":"7","balance":1}"#;
    let head = |headers: &str| format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n{headers}\r\n");
    for (name, bytes, works) in [
        ("too long", format!("{}{body}", head("content-length: 999\r\n")), false),
        ("two that differ", format!("{}{body}", head("content-length: 27\r\ncontent-length: 5\r\n")), false),
        (
            "length and chunks",
            format!(
                "{}1b\r\n{body}\r\n0\r\n\r\n",
                head("content-length: 5\r\ntransfer-encoding: chunked\r\n")
            ),
            true,
        ),
        ("too short", format!("{}{body}", head("content-length: 5\r\n")), false),
    ] {
        let server = start(bank()).await;
        let client = builder(&server, PASSWORD).retries(RetryPolicy::never()).build().expect("good settings");
        client.tokens().expect("a login").get().await.expect("a token");
        server.inject(Fault::raw(bytes).on("/accounts/{account}"));
        let outcome = client.get_account("7").await;
        assert_eq!(outcome.is_ok(), works, "{name}: {outcome:?}");
        if works {
            // Its end was where its chunks say, and nothing is left over: the connection may be used again. This server
            // closes it, and without `connection: close` a call that is made at once may or may not meet that.
            continue;
        }
        let broken = server.recorded().last().expect("it arrived").connection();
        client.get_account("8").await.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let next = server.recorded().last().expect("it arrived").connection();
        assert_ne!(broken, next, "{name}");
    }
}

//! The typed client and the simulator's catalogue: what a refused login looks like to a user of the library.

use enkash_api::rewards::{Client, OAuthErrorCode, TokenRequest, TokenRequired};
use enkash_api::testing::TokenServer;
use enkash_api::{BaseUrl, CallError, Error, ErrorKind, Sent};

struct Login {
    secret: &'static str,
    username: &'static str,
    password: &'static str,
    company: &'static str,
}

const GOOD: Login = Login {
    secret: "made-up-secret",
    username: "1234567890",
    password: "Made-Up@0000000",
    company: "CEK0000000",
};

#[tokio::test]
async fn every_refusal_is_typed_and_costs_one_attempt() {
    for (login, status, code) in [
        (Login { secret: "wrong", ..GOOD }, 401, OAuthErrorCode::from("Unauthorized")),
        (Login { password: "wrong", ..GOOD }, 400, OAuthErrorCode::InvalidGrant),
        (Login { password: "", ..GOOD }, 400, OAuthErrorCode::InvalidGrant),
        (Login { username: "0987654321", ..GOOD }, 400, OAuthErrorCode::InvalidGrant),
        (Login { company: "CEK1111111", ..GOOD }, 400, OAuthErrorCode::InvalidRequest),
        (Login { company: "", ..GOOD }, 400, OAuthErrorCode::InvalidRequest),
    ] {
        let server = TokenServer::builder()
            .client("made-up-client", GOOD.secret)
            .user(GOOD.username, GOOD.password)
            .require("clientId", GOOD.company)
            .start()
            .await
            .expect("a free port");
        let client = Client::builder(BaseUrl::parse(server.url()).expect("loopback may be plain"))
            .basic("made-up-client", login.secret)
            .build()
            .expect("good settings");
        let request = TokenRequest::new(TokenRequired {
            username: login.username.into(),
            password: login.password.into(),
            client_id: login.company.into(),
        });
        let error = client.create_token(&request).await.expect_err("a refusal");
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Api, Sent::Yes));
        let CallError::Api(refusal) = error else { panic!("the kind says so") };
        assert_eq!((refusal.parts.status.as_u16(), &refusal.value.error), (status, &code));
        assert_eq!(server.requests(), 1, "one attempt: three lock the account");
        let opaque = Error::from(*refusal);
        assert_eq!(opaque.status().map(|status| status.as_u16()), Some(status));
        assert_eq!(
            opaque.to_string(),
            format!("operation `createToken`: the server refused with status {status}")
        );
    }
}

#[tokio::test]
async fn other_path_is_refused_in_the_shape_of_the_container() {
    let server = TokenServer::builder().anonymous().path("/v1/token").start().await.expect("a free port");
    let client = Client::builder(BaseUrl::parse(server.url()).expect("loopback may be plain"))
        .basic("made-up-client", "made-up-secret")
        .build()
        .expect("good settings");
    let request = TokenRequest::new(TokenRequired {
        username: GOOD.username.into(),
        password: GOOD.password.into(),
        client_id: GOOD.company.into(),
    });
    match client.create_token(&request).await {
        Err(CallError::Api(refusal)) => {
            assert_eq!((refusal.parts.status.as_u16(), refusal.value.error.as_str()), (404, "Not Found"));
        }
        other => panic!("{other:?}"),
    }
}

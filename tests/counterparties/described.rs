//! What the clients send and the servers answer, held by Prism against our descriptions.

use crate::login::Login;
use crate::raw::{Answer, Counts};
use crate::server::{CLIENT, Kind, ODD_USER, Server, USER};

const USERNAME: (&str, &str) = ("username", USER.0);
const PASSWORD: (&str, &str) = ("password", USER.1);
const GRANT_TYPE: (&str, &str) = ("grant_type", "password");

#[tokio::test]
async fn what_the_rewards_client_sends_and_is_answered_is_as_described() {
    let Some(server) = Server::shared(Kind::Authlib).await else { return };
    let Some(prism) = Server::prism("rewards.yaml", &server) else { return };
    let before = server.counts();
    for user in [USER, ODD_USER] {
        let granted = Login { user, ..Login::RIGHT }.rewards(prism.url()).await;
        assert_eq!(server.get("/resource", granted.token()).member("user"), user.0);
    }
    let wrong = Login { client: (CLIENT.0, "wrong"), ..Login::RIGHT };
    assert_eq!(wrong.rewards(prism.url()).await.refusal(), (401, "invalid_client"));
    assert_eq!(server.counts().since(before), Counts { token: 3, refused: 1 });

    // The same without the field that this product has more: Prism notices, and the server is not asked.
    let answer = prism.post("/oauth/token", CLIENT, &[USERNAME, PASSWORD, GRANT_TYPE]);
    let message = "Request body must have required property 'clientId'";
    assert_eq!(violation(&answer), (422, "required".into(), message.into()));
    assert_eq!(server.counts().since(before).token, 3);
}

#[tokio::test]
async fn what_the_expense_client_sends_and_is_answered_is_as_described() {
    let Some(server) = Server::shared(Kind::Node).await else { return };
    let Some(prism) = Server::prism("expense.yaml", &server) else { return };
    let before = server.counts();
    let granted = Login::RIGHT.expense(prism.url()).await;
    assert_eq!(server.get("/resource", granted.token()).member("user"), USER.0);
    let wrong = Login { user: (USER.0, "wrong"), ..Login::RIGHT };
    assert_eq!(wrong.expense(prism.url()).await.refusal(), (400, "invalid_grant"));
    assert_eq!(server.counts().since(before), Counts { token: 2, refused: 1 });

    let answer = prism.post("/oauth/token", CLIENT, &[USERNAME, GRANT_TYPE]);
    let message = "Request body must have required property 'password'";
    assert_eq!(violation(&answer), (422, "required".into(), message.into()));
    let other_grant = [USERNAME, PASSWORD, ("grant_type", "client_credentials")];
    let answer = prism.post("/oauth/token", CLIENT, &other_grant);
    let message = "Request body property grant_type must be equal to one of the allowed values: password";
    assert_eq!(violation(&answer), (422, "enum".into(), message.into()));
    assert_eq!(server.counts().since(before).token, 2);
}

/// The status, and the code and the message of the one violation that Prism has found.
fn violation(answer: &Answer) -> (u16, String, String) {
    assert_eq!(answer.header("content-type"), "application/problem+json", "{answer:?}");
    let problem = answer.json();
    let found = problem["validation"].as_array().map_or(&[][..], Vec::as_slice);
    let [violation] = found else { panic!("not one violation: {answer:?}") };
    let text = |name: &str| violation[name].as_str().unwrap_or_default().to_owned();
    (answer.status, text("code"), text("message"))
}

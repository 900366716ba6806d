//! What the clients send and the servers answer, held by Prism against our descriptions.

use crate::login::Login;
use crate::raw::{Answer, Counts};
use crate::server::{CLIENT, Kind, ODD_USER, Server, USER};
use enkash_api::testing::TokenServer;
use enkash_api::{BaseUrl, Error, bills};
use serde_json::json;

const USERNAME: (&str, &str) = ("username", USER.0);
const PASSWORD: (&str, &str) = ("password", USER.1);
const GRANT_TYPE: (&str, &str) = ("grant_type", "password");

#[tokio::test]
async fn what_the_rewards_client_sends_and_is_answered_is_as_described() {
    let Some(server) = Server::shared(Kind::Authlib).await else { return };
    let Some(prism) = Server::prism("rewards", server.url()) else { return };
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
    let Some(prism) = Server::prism("expense", server.url()) else { return };
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

#[tokio::test]
async fn what_the_bills_client_sends_and_is_answered_is_as_described() {
    let members = [
        "companyName",
        "utilityEnkashId",
        "consumerNumber",
        "consumerName",
        "billDate",
        "billDueDate",
        "createdDate",
        "billNumber",
        "billerBillNumber",
        "approvalStatus",
        "approvalRemarks",
        "paymentStatus",
        "billpayStatus",
        "failureReason",
        "failureCode",
        "paymentDate",
        "billpayDate",
        "paymentMode",
        "approvedDate",
        "billReferenceId",
        "billStartDate",
        "billEndDate",
        "remarks",
        "earlyPaymentDate",
    ];
    let mut payload: serde_json::Map<_, _> =
        members.into_iter().map(|name| (name.to_owned(), "made up".into())).collect();
    for name in ["amount", "numberOfUnits", "billAmount"] {
        payload.insert(name.to_owned(), 1.into());
    }
    payload.insert("companyBiller".to_owned(), json!({}));
    // The bank of the other tests is no server of bills; this one is ours, and what judges is Prism.
    let upstream = TokenServer::builder()
        .client(CLIENT.0, CLIENT.1)
        .user(USER.0, USER.1)
        .resource(
            "GET",
            "/api/v2/utilityPayment/{utilityEnkashId}",
            json!({ "response_code": 0, "response_message": "Success", "payload": payload }),
        )
        .resource("POST", "/api/v2/utilityPayment", json!({ "response_code": 0 }))
        .start()
        .await
        .expect("a free port");
    let Some(prism) = Server::prism("bills", &upstream.url()) else { return };
    let base = BaseUrl::parse(prism.url()).expect("loopback may be plain");
    let login = bills::TokenRequest::new(bills::TokenRequired {
        username: USER.0.to_owned(),
        password: USER.1.into(),
        client_id: "CEK0000000".to_owned(),
    });
    let client =
        bills::Client::builder(base).basic(CLIENT.0, CLIENT.1).login(login).build().expect("good settings");
    let required = || bills::NewBillRequired {
        company_biller_id: "CBI0000000".to_owned(),
        bill_net_amount: "12.50".parse().expect("a number"),
        bill_amount: "12.50".parse().expect("a number"),
    };
    let bill =
        bills::NewBill { reference_id: Some("made-up-1".to_owned()), ..bills::NewBill::new(required()) };
    client.create_bill(&bill).await.expect("as described");
    let status = client.get_bill_status("UEK/0000000 ä").await.expect("as described");
    assert_eq!(status.payload.payment_status, "made up");
    assert_eq!(upstream.attempts(), 1);

    // Less than one is less than the description allows, which the client leaves to the server unless told to check.
    let too_little = bills::NewBill::new(bills::NewBillRequired {
        bill_net_amount: "0.5".parse().expect("a number"),
        ..required()
    });
    let error = Error::from(client.create_bill(&too_little).await.expect_err("Prism notices"));
    assert_eq!(error.status().map(|status| status.as_u16()), Some(422));
    assert!(String::from_utf8_lossy(error.body()).contains("billNetAmount"), "{error:?}");
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

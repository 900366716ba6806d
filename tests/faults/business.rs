//! Refusals that HTTP calls a success. (31)

use crate::bank::{bank, client};
use enkash_api::testing::answer;
use enkash_api::{BaseUrl, Error, ErrorKind, MockTransport, Sent, bills};
use enkash_tests::golden::bank::Card;
use serde_json::{Value, json};

#[tokio::test]
async fn p31_success_that_says_it_is_none_is_an_error() {
    for (body, refused) in [
        (json!({ "card": "c-1" }), None),
        (json!({ "result": { "code": "0" } }), None),
        (json!({ "result": { "code": "ok" } }), None),
        (json!({ "result": { "code": "38" } }), Some("38")),
    ] {
        let shown = body.clone();
        let server = bank().resource_with("POST", "/cards", move |_| answer(200, body.clone()));
        let server = server.start().await.expect("a free port");
        let outcome = client(&server).order_card(&card()).await.map_err(Error::from);
        let error = outcome.err();
        assert_eq!(error.as_ref().and_then(Error::code), refused, "{shown}");
        if let Some(error) = error {
            assert_eq!((error.kind(), error.sent()), (ErrorKind::Api, Sent::Yes));
            assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
            assert!(!error.body().is_empty());
        }
    }
}

fn card() -> Card {
    Card::new("c-1")
}

#[tokio::test]
async fn bill_of_which_nothing_is_known_is_refused_by_its_code() {
    let mock = MockTransport::new().on_raw(
        "POST",
        "/api/v2/utilityPayment",
        200,
        r#"{"response_code":38,"response_message":"x"}"#,
    );
    let base = BaseUrl::parse("https://api.example.com").expect("a good address");
    let client = bills::Client::builder(base).bearer("t-1").transport(mock).build().expect("good settings");
    let bill = bills::NewBill::new(bills::NewBillRequired {
        company_biller_id: "CBI0000000".to_owned(),
        bill_net_amount: "1.50".parse().expect("a decimal"),
        bill_amount: "1.50".parse().expect("a decimal"),
    });
    let error = Error::from(client.create_bill(&bill).await.map(|_: Value| ()).expect_err("a duplicate"));
    assert_eq!((error.kind(), error.code()), (ErrorKind::Api, Some("38")));
}

//! What a server asks for with `retry-after`. (24)

use crate::bank::{PASSWORD, arrived, bank, builder};
use enkash_api::testing::{Case, Fault, ManualClock, TokenServer};
use enkash_api::{Error, ErrorKind, RetryPolicy};
use std::time::Duration;

async fn start(builder: enkash_api::testing::TokenServerBuilder) -> TokenServer {
    builder.start().await.expect("a free port")
}

#[tokio::test]
async fn p24_wait_is_kept_to_if_it_is_bearable_and_no_form_of_it_overflows() {
    for (value, waits) in [
        ("2", Some(2)),
        ("0", Some(0)),
        ("-1", Some(0)),
        ("soon", Some(0)),
        ("Sun, 06 Nov 1994 08:49:37 GMT", Some(0)),
        ("61", None),
        ("99999999999999999999", None),
        ("Sat, 06 Nov 2094 08:49:37 GMT", None),
    ] {
        let server = start(bank()).await;
        let clock = ManualClock::new();
        let policy = RetryPolicy::new().pauses(Duration::ZERO, Duration::ZERO);
        let client =
            builder(&server, PASSWORD).retries(policy).clock(clock.clone()).build().expect("good settings");
        client.get_account("7").await.expect("a token");
        server
            .inject(Fault::case(Case::GatewayLimited).header("retry-after", value).on("/accounts/{account}"));
        let call = tokio::spawn({
            let client = client.clone();
            async move { client.get_account("7").await.map_err(Error::from) }
        });
        let Some(seconds) = waits else {
            let error = call.await.expect("no panic").expect_err("too long a wait");
            assert_eq!(error.kind(), ErrorKind::RateLimited, "{value}");
            assert!(error.retry_after() > Some(Duration::from_secs(60)), "{value}");
            continue;
        };
        if seconds > 0 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            assert_eq!(
                arrived(&server, "/accounts/7"),
                2,
                "{value}: nothing is sent before the wait is over"
            );
            clock.advance(Duration::from_secs(seconds));
        } else {
            // Of time that does not pass, no time has to.
            tokio::time::sleep(Duration::from_millis(20)).await;
            clock.advance(Duration::from_millis(1));
        }
        call.await.expect("no panic").unwrap_or_else(|error| panic!("{value}: {error}"));
        assert_eq!(arrived(&server, "/accounts/7"), 3, "{value}");
    }
}

//! Bodies and heads that do not end, and the memory that they take. (21)
//!
//! A process of its own, with one test: memory is counted by the process.

#[path = "faults/bank.rs"]
#[allow(dead_code)] // the other tests use the rest
mod bank;

use bank::{PASSWORD, bank, builder};
use enkash_api::testing::Fault;
use enkash_api::{Error, ErrorKind, RetryPolicy};
use enkash_tests::resident;
use std::time::Duration;

#[tokio::test]
async fn p21_answer_without_an_end_is_cut_off_and_fills_no_resident() {
    use ErrorKind::{BodyTooLarge, Timeout, Transport};
    const CAP: usize = 1 << 20;
    for (fault, kinds) in [
        (Fault::endless_body(), &[BodyTooLarge][..]),
        // It is not asked for, and not unpacked: what comes is cut off, or is no JSON.
        (Fault::gzip_bomb(), &[BodyTooLarge, ErrorKind::Decode]),
        (Fault::trickle(Duration::from_secs(1)), &[Timeout]),
        (Fault::endless_headers(), &[Transport]),
        (Fault::silence(), &[Timeout]),
    ] {
        let server = bank().start().await.expect("a free port");
        let client = builder(&server, PASSWORD)
            .max_body(CAP)
            .timeout(Duration::from_secs(3))
            .read_timeout(Duration::from_secs(2))
            .retries(RetryPolicy::never())
            .build()
            .expect("good settings");
        client.get_rates().await.ok();
        client.tokens().expect("a login").get().await.expect("a token");
        let before = resident();
        server.inject(fault.clone().on("/accounts/{account}"));
        let error = Error::from(client.get_account("7").await.expect_err("no end"));
        assert!(kinds.contains(&error.kind()), "{fault:?}: {error:?}");
        drop(error);
        let grown = resident().saturating_sub(before);
        assert!(grown < CAP + (2 << 20), "{fault:?}: {grown} bytes more");
    }
}

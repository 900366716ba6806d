//! What a token costs that is there: no allocation, and little more than to read it from an `Arc`.

use super::count::asked;
use enkash_api::testing::TokenServer;
use enkash_api::{BaseUrl, bills};
use http::HeaderValue;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

const READS: u32 = 1_000_000;

/// Prints what it costs, and says whether it is no allocation.
pub(crate) fn report() -> bool {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let client = runtime.block_on(async {
        let server = TokenServer::builder().client("app", "s3cret").user("ada", "p").start().await;
        let server = server.expect("a free port");
        let base = BaseUrl::parse(server.url()).expect("loopback may be plain");
        let login = bills::TokenRequest::new(bills::TokenRequired {
            username: "ada".to_owned(),
            password: "p".into(),
            client_id: "CEK0000000".to_owned(),
        });
        let client =
            bills::Client::builder(base).basic("app", "s3cret").login(login).build().expect("good settings");
        client.tokens().expect("a login").get().await.expect("a token");
        client
    });
    let hit = || black_box(client.core().token_hit());
    let plain = Arc::new(HeaderValue::from_static("Bearer bCFIP675fAbCdEfGhIjKlMnOpQr"));
    let read = || black_box(HeaderValue::clone(&plain));
    assert!(hit().is_some(), "the token is there");
    let before = asked();
    (0..1_000).for_each(|_| drop(hit()));
    let allocations = asked() - before;
    let time = |work: &dyn Fn()| {
        let best = (0..5).map(|_| {
            let start = Instant::now();
            (0..READS).for_each(|_| work());
            start.elapsed()
        });
        best.min().expect("some").as_secs_f64() * 1e9 / f64::from(READS)
    };
    let (hit, read) = (time(&|| drop(hit())), time(&|| drop(read())));
    let verdict = if allocations == 0 { "kept" } else { "MISSED" };
    println!(
        "a token that is there: {allocations} allocations in 1000 reads, limit 0 {verdict}; {hit:.0} ns, {:.1} times \
         a plain read of {read:.0} ns (aim 2.5, not a limit)",
        hit / read
    );
    allocations == 0
}

//! The harbour as the other files use it: its client with every credential, at a server of one or more answers.

use enkash_api::runtime::{BaseUrl, Call, CallError, RetryPolicy};
use enkash_tests::golden::peers::*;
use enkash_tests::loopback::{Seen, Server};

/// Every credential, in a shape that no other text has.
pub(crate) const SECRETS: [&str; 4] = ["PASSTOKEN", "OFFICEMATE", "OFFICEPASSWORD", "GAUGEKEY"];

/// A client of a server, with a credential for every scheme.
pub(crate) fn client(url: &str) -> Client {
    builder(url).build().expect("good settings")
}

/// The same, to be built.
pub(crate) fn builder(url: &str) -> ClientBuilder {
    let [pass, mate, password, key] = SECRETS;
    // Sends nothing twice, so that each answer is one exchange.
    Client::builder(BaseUrl::parse(url).expect("loopback may be plain"))
        .retries(RetryPolicy::never())
        .pass(pass)
        .office(mate, password)
        .gauge(key)
}

/// The request that a call makes. What is answered does not matter.
pub(crate) async fn sent<T, E>(call: impl for<'c> FnOnce(&'c Client) -> Call<'c, T, E>) -> Seen {
    let server = Server::answering(204, "");
    _ = call(&client(&server.url())).await;
    server.only()
}

/// What a call makes of an answer.
pub(crate) async fn answered<T, E>(
    status: u16,
    body: &str,
    call: impl for<'c> FnOnce(&'c Client) -> Call<'c, T, E>,
) -> Result<T, CallError<E>> {
    let server = Server::answering(status, body);
    call(&client(&server.url())).await
}

/// A ship to be entered.
pub(crate) fn ship(flag: &str, rig: ShipRig) -> ShipInput {
    ShipInput::new(ShipRequired { flag: flag.into(), tonnage: 12, code: "c-7".into(), rig })
}

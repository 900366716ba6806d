//! The cards went from `pay-uat.enkash.in` to `pay-en-uat.enkash.in`; here on page api-8990349.
//!
//! No compiler can see it: the server has its number for a name, and the program goes to another host once it is built
//! again. The diff says so, and the verdict on the Rust API is mild.

use enkash_api::{BaseUrl, enkash_endpoint};

#[enkash_endpoint(spec = "server_changed.yaml")]
mod cards {}

fn main() {
    let base = BaseUrl::from(cards::Environment::Server1);
    assert!(["https://pay-uat.enkash.in", "https://pay-en-uat.enkash.in"].contains(&base.to_string().as_str()));
    _ = cards::Client::builder(base).bearer("token").build().unwrap();
}

//! Where the description names servers, one of them is chosen by name; an address of one's own does as well.

use enkash_api::{BaseUrl, expense};
use enkash_tests::golden::library;

fn main() {
    let builder = expense::Client::builder(expense::Environment::Uat);
    assert!(builder.basic("id", "secret").build().is_ok());
    assert!(library::Client::builder(library::Environment::Rehearsal).session("token").build().is_ok());
    let own = BaseUrl::parse("http://localhost:8080/v2").unwrap();
    assert!(library::Client::builder(own).desk("key").build().is_ok());
}

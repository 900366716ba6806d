//! The client that is put under load.

use enkash_api::runtime::PasswordGrant;
use enkash_api::{BaseUrl, Login, RetryPolicy};
use enkash_tests::golden::bank::Client;
use std::time::Duration;

pub(crate) const USER: &str = "ada";
pub(crate) const PASSWORD: &str = "p4ssw0rd";
pub(crate) const ID: &str = "app";
pub(crate) const SECRET: &str = "s3cret";

pub(crate) fn client(url: &str) -> Client {
    let base = BaseUrl::parse(url).expect("loopback may be plain");
    let login = Login::new(PasswordGrant::new(USER, PASSWORD)).client(ID, SECRET);
    let retries = RetryPolicy::new().pauses(Duration::from_millis(5), Duration::from_millis(50));
    Client::builder(base).login(login).retries(retries).build().expect("good settings")
}

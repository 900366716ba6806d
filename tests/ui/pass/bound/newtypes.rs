//! Newtypes of the user's own, of text, of a secret, and of whatever they are given.

use enkash_api::{Carries, Secret, enkash_endpoint, rewards};

#[derive(Carries)]
struct Mobile(String);

#[derive(Carries)]
struct Password {
    inner: Secret,
}

#[derive(Carries)]
struct Checked<T>(T);

#[enkash_endpoint(rewards, "createToken")]
struct Login<'a> {
    #[enkash(rename = "username")]
    mobile: &'a Mobile,
    password: Password,
    client_id: Checked<Box<str>>,
}

fn requests_of_rewards<T: enkash_api::endpoint::RequestOf<rewards::Api>>(_: &T) {}

fn main() {
    let mobile = Mobile("1234567890".into());
    let password = Password { inner: "made-up".into() };
    requests_of_rewards(&Login { mobile: &mobile, password, client_id: Checked("CEK0000000".into()) });
}

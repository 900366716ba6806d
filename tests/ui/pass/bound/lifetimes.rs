//! A request that borrows everything, with bounds between its lifetimes and a constant.

use enkash_api::{BaseUrl, MockTransport, Secret, enkash_endpoint, expense, testing};
use std::borrow::Cow;

#[enkash_endpoint(expense, "createToken")]
#[derive(Clone, Copy)]
struct Login<'a, 'long: 'a, const ATTEMPTS: usize>
where
    'long: 'a,
{
    username: &'a Cow<'long, str>,
    password: &'a Secret,
}

async fn log_in(client: &expense::Client, mobile: &str, password: &Secret) -> i64 {
    let mobile = Cow::Borrowed(mobile);
    // The call does not borrow the struct, and outlives it.
    let call = client.send(&Login::<'_, '_, 3> { username: &mobile, password });
    drop(mobile);
    call.await.unwrap().expires_in
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mock = MockTransport::new().on::<expense::ops::CreateToken>(|_| Ok(testing::token("t", 300)));
    let base = BaseUrl::parse("https://api.example.com").unwrap();
    let client = expense::Client::builder(base).transport(mock).build().unwrap();
    assert_eq!(log_in(&client, "1234567890", &"made-up".into()).await, 300);
}

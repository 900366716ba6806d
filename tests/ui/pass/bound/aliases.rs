//! Aliases, which only the compiler can see through.

use enkash_api::{Secret, enkash_endpoint, expense};
use std::borrow::Cow;

type Mobile = String;
type Password = Secret<String>;
type Shared<T> = std::sync::Arc<T>;
type Text<'a> = Cow<'a, str>;

#[enkash_endpoint(expense, "createToken")]
struct Login {
    username: Shared<Mobile>,
    password: Password,
}

#[enkash_endpoint(expense, "createToken")]
struct Borrowed<'a> {
    username: Text<'a>,
    password: &'a Password,
}

async fn log_in(client: &expense::Client, login: &Login) -> Result<expense::Token, enkash_api::Error> {
    let borrowed = Borrowed { username: Cow::Borrowed(&login.username), password: &login.password };
    client.send(&borrowed).await?;
    Ok(client.send(login).await?)
}

fn main() {
    _ = log_in;
}

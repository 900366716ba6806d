//! Expansions name everything in full: they bear a crate without the prelude that has such names of its own.
#![no_implicit_prelude]
#![allow(dead_code)]

struct Option;
struct Result;
struct Some;
struct None;
struct String;
struct Box;
struct Vec;
struct Secret;
mod core {}
mod std {}

#[allow(unused_macros)]
macro_rules! assert {
    () => {};
}

#[derive(::enkash_api::Carries)]
struct Mobile(::std::string::String);

#[::enkash_api::enkash_endpoint(rewards, "createToken")]
struct Login<'a> {
    username: Mobile,
    password: &'a ::enkash_api::Secret,
    client_id: ::std::string::String,
}

#[::enkash_api::enkash_endpoint(::enkash_tests::golden::library, "listBooks", spec = "golden/library.yaml")]
struct Books {
    limit: ::std::option::Option<i32>,
}

fn main() {
    let _ = |client: ::enkash_api::rewards::Client, login: Login<'static>| async move {
        let _ = client.send(&login).await;
    };
    let _ = |client: ::enkash_tests::golden::library::Client, books: Books| async move {
        let _ = client.send(&books).await;
    };
}

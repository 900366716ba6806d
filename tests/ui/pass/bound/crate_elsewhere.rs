//! A crate that hands `enkash_api` on under a name of its own.

mod sdk {
    pub use ::enkash_api as payments;
}

/// In the way, were it reached by a path that is not absolute.
mod enkash_api {}

use sdk::payments::{Carries, Secret, enkash_endpoint, rewards};

#[derive(Carries)]
#[carries(crate = crate::sdk::payments)]
struct Mobile(String);

#[enkash_endpoint(rewards, "createToken", crate = crate::sdk::payments)]
struct Login {
    username: Mobile,
    password: Secret,
    client_id: String,
}

#[enkash_endpoint("getHours", spec = "ui/spec/workshop.yaml", crate = crate::sdk::payments)]
mod workshop {}

#[enkash_endpoint(workshop, "getHours", spec = "ui/spec/workshop.yaml", crate = sdk::payments)]
struct Hours;

fn main() {
    let login = Login { username: Mobile(String::new()), password: "".into(), client_id: String::new() };
    _ = |client: rewards::Client| async move { client.send(&login).await };
    _ = |client: workshop::Client| async move { client.send(&Hours).await };
}

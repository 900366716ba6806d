//! Fields that this build does not have are not checked; options may be conditional, too.

use enkash_api::{Secret, enkash_endpoint, expense};

#[enkash_endpoint(expense, "createToken")]
struct Login {
    #[cfg(all())]
    username: String,
    #[cfg(any())]
    username: NoSuchType,
    #[cfg_attr(all(), enkash(rename = "password"))]
    secret: Secret,
    #[cfg(any())]
    nickname: String,
}

fn main() {
    let login = Login { username: "1234567890".into(), secret: "made-up".into() };
    _ = |client: expense::Client| async move { client.send(&login).await };
}

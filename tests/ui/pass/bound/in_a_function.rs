//! Structs inside of functions, of the same name, and made by a macro of the user's own.

use enkash_api::{Error, Secret, enkash_endpoint, expense};

async fn with_text(client: &expense::Client, password: Secret) -> Result<expense::Token, Error> {
    #[enkash_endpoint(expense, "createToken")]
    struct Login {
        username: &'static str,
        password: Secret,
    }
    Ok(client.send(&Login { username: "1234567890", password }).await?)
}

async fn with_a_digit(client: &expense::Client, password: Secret) -> Result<expense::Token, Error> {
    #[enkash_endpoint(expense, "createToken")]
    struct Login {
        username: char,
        password: Secret,
    }
    Ok(client.send(&Login { username: '1', password }).await?)
}

macro_rules! login {
    ($name:ident, $field:ident: $type:ty, $path:literal) => {
        #[enkash_endpoint(expense, POST $path)]
        struct $name {
            #[enkash(rename = "username")]
            $field: $type,
            password: Secret,
        }
    };
}

login!(Made, mobile: String, "/oauth/token");

async fn made(client: &expense::Client, made: Made) -> Result<expense::Token, Error> {
    Ok(client.send(&made).await?)
}

fn main() {
    _ = (with_text, with_a_digit, made);
}

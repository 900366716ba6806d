use enkash_api::rewards::Token;

fn main() {
    let _ = Token { //~ wrong
        access_token: "t".into(),
        token_type: "bearer".into(),
        refresh_token: "r".into(),
        expires_in: 300,
        scope: "read".into(),
    };
}

use enkash_api::rewards::TokenRequired;

fn main() {
    let _ = TokenRequired {
        username: "1234567890".into(),
        password: "made-up".into(),
        company_id: "CEK0000000".into(), //~ wrong
    };
}

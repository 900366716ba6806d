use enkash_api::{MockTransport, expense, rewards};

fn mock(token: fn() -> expense::Token) -> MockTransport {
    MockTransport::new().on::<rewards::ops::CreateToken>(move |_| Ok(token())) //~ wrong
}

fn main() {
    let _ = mock;
}

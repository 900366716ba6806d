use enkash_api::{expense, rewards};

async fn log_in(client: &expense::Client, request: &rewards::TokenRequest) {
    let _ = client.create_token(request).await; //~ wrong
}

fn main() {
    let _ = log_in;
}

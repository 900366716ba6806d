use enkash_api::rewards::Client;

fn main() {
    let _ = Client::builder().basic("id", "secret"); //~ wrong
}

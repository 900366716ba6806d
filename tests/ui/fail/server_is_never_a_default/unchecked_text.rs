use enkash_api::runtime::BaseUrl;

fn main() {
    let _: BaseUrl = "https://api.example.com"; //~ wrong
}

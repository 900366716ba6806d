use enkash_api::enkash_endpoint;

#[enkash_endpoint("getHours", spec = "ui/spec/broken.yaml")] //~ wrong
mod workshop {}

fn main() {}

use enkash_api::enkash_endpoint;

#[enkash_endpoint(spec = "ui/spec/broken.yaml")] //~ wrong
mod workshop {}

fn main() {}

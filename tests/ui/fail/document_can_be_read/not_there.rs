use enkash_api::enkash_endpoint;

#[enkash_endpoint(spec = "ui/spec/workshp.yaml")] //~ wrong
mod workshop {}

fn main() {}

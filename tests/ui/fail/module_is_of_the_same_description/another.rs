use enkash_api::enkash_endpoint;

#[enkash_endpoint(spec = "ui/spec/workshop.yaml")]
mod workshop {}

#[enkash_endpoint(workshop, "getHours", spec = "ui/spec/other_workshop.yaml")] //~ wrong
struct Hours;

fn main() {}

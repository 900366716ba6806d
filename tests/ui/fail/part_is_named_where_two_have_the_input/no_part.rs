use enkash_api::enkash_endpoint;

#[enkash_endpoint(spec = "ui/spec/workshop.yaml")]
mod workshop {}

#[enkash_endpoint(workshop, "getRepair", spec = "ui/spec/workshop.yaml")]
struct Get {
    id: String, //~ wrong
}

fn main() {}

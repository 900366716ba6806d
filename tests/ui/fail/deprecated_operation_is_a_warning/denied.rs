#![deny(deprecated)]

use enkash_api::enkash_endpoint;

#[enkash_endpoint(spec = "ui/spec/workshop.yaml")]
mod workshop {}

#[enkash_endpoint(workshop, "cancelRepair", spec = "ui/spec/workshop.yaml")] //~ wrong
struct Cancel {
    id: String,
}

fn main() {}

use enkash_api::enkash_endpoint;

#[enkash_endpoint(spec = "ui/spec/workshop.yaml")]
mod workshop {
    pub struct Bike; //~ wrong
}

fn main() {
    _ = workshop::Bike;
}

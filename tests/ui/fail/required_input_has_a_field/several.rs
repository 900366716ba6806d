use enkash_api::enkash_endpoint;

#[enkash_endpoint(spec = "ui/spec/workshop.yaml")]
mod workshop {}

#[enkash_endpoint(workshop, "createRepair", spec = "ui/spec/workshop.yaml")]
struct Puncture { //~ wrong
    note: String,
}

async fn repair(client: workshop::Client) -> String {
    client.send(&Puncture { note: "flat".into() }).await.unwrap().id
}

fn main() {
    _ = repair;
}

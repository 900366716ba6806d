use enkash_api::enkash_endpoint;

#[enkash_endpoint(spec = "ui/spec/workshop.yaml")]
mod workshop {}

#[enkash_endpoint(workshop, "setPhoto", spec = "ui/spec/workshop.yaml")] //~ wrong
struct Photo {
    bike_id: i64,
    body: Vec<u8>,
}

async fn set(client: workshop::Client, photo: Photo) {
    client.send(&photo).await.unwrap();
}

fn main() {
    _ = set;
}

//! Reads a weather station that is a mock.

#[allow(clippy::all)]
pub mod weather {
    include!(concat!(env!("OUT_DIR"), "/weather/mod.rs"));
}

use enkash_api::{BaseUrl, MockTransport};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), enkash_api::Error> {
    let mock = MockTransport::new().on_raw("GET", "/stations/{station}/reading", 200, r#"{"celsius":-3.5}"#);
    let client = weather::Client::builder(BaseUrl::parse("https://weather.example")?)
        .transport(mock.clone())
        .build()?;
    let reading = client.get_reading("north pole").await?;
    println!("{} says {} degrees", mock.requests()[0].path(), reading.celsius);
    Ok(())
}

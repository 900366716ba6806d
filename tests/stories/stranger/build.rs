//! Generates the client of the weather station.

fn main() {
    enkash_gen::Builder::new()
        .document("openapi/weather.yaml")
        .runtime("enkash_api::runtime")
        .module_root("stranger")
        .generate_or_exit();
}

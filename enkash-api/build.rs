//! Generates a module per product from the descriptions in `spec/`.

fn main() {
    enkash_gen::Builder::new()
        .project("spec")
        .runtime("crate::runtime")
        .endpoint("crate::endpoint")
        .module_root("enkash_api")
        .strict(true)
        .generate_or_exit();
}

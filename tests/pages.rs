//! Documentation pages, imported: those of the products, six copies of one, and everything that pages are known to do.
//!
//! `BLESS=1 cargo test -p enkash-tests --test pages` writes the descriptions anew; review what it changes.

#[path = "pages/import.rs"]
mod import;
#[path = "pages/owners.rs"]
mod owners;
#[path = "pages/products.rs"]
mod products;
#[path = "pages/renderings.rs"]
mod renderings;
#[path = "pages/secrets.rs"]
mod secrets;
#[path = "pages/several.rs"]
mod several;
#[path = "pages/torn.rs"]
mod torn;
#[path = "pages/transcribed.rs"]
mod transcribed;
#[path = "pages/updated.rs"]
mod updated;
#[path = "pages/variations.rs"]
mod variations;

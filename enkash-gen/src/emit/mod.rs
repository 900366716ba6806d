//! From items to files: printed, compared, written.
//!
//! Deliberately absent: any knowledge of what the items mean, and of OpenAPI. Whatever writes generated files also
//! checks them, through the same function ([`FileSet::apply`]), so that the two cannot differ.

mod apply;
mod files;
mod listing;
mod print;
mod single;
mod transaction;

pub use proc_macro2::TokenStream;

pub use self::{
    apply::{Change, ChangeKind, Mode},
    files::FileSet,
    listing::{listing, surface},
    print::{HEADER, Item, print_file, tokens},
    single::{write_file, write_files},
};

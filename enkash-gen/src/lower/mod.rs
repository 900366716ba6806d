//! `openapiv3` → [`ir`](crate::ir): one OpenAPI noun becomes one noun of ours, one file each.
//!
//! Invariants: this is the only stage that follows a `$ref`; it decides no Rust name; it never ends early. What
//! cannot be expressed becomes a diagnostic and [`Shape::Unsupported`](crate::ir::Shape), and
//! [`passes`](crate::passes) then leaves out the operations that need it.

mod answer_media;
mod api;
mod body;
mod body_media;
mod callback;
mod combined;
mod context;
mod depth;
mod encoding;
mod enumeration;
mod extension;
mod family;
mod field;
mod format;
mod header;
mod inline;
mod kind;
mod limits;
mod list;
mod login;
mod mapping;
mod meet;
mod object;
mod operation;
mod param;
mod parts;
mod path;
mod path_param;
mod reference;
mod reply;
mod schema;
mod security;
mod server;
mod union;

use crate::{ir::Api, load::Document, report::Report};

/// Lowers a whole document.
pub fn lower(document: &Document, report: &mut Report) -> Api {
    let mut cx = context::Context::new(document, report);
    api::lower_api(&mut cx);
    cx.api
}

#[cfg(test)]
mod tests;

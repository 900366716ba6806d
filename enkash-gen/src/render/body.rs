//! Bodies: the argument that a method takes for one, and the step that puts it into the call.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Input, checks, ident, shape, style};
use crate::ir::{Body, Encoding, Location, Media, Shape};

/// Expands to
///
/// ```text
/// body: &TokenRequest                .form(body)
/// body: Option<&Patch>               .body(rt::Format::Json("application/merge-patch+json"), body.map(…))
/// body: impl Into<rt::Body>          .bytes("image/*", Some(body.into()))
/// ```
pub(super) fn argument(input: Input<'_>, body: &Body) -> (TokenStream, TokenStream) {
    if body.media == Media::Bytes {
        let types = body.media_types.join(", ");
        return if body.required {
            (quote!(body: impl Into<rt::Body>), quote!(.bytes(#types, Some(body.into()))))
        } else {
            (quote!(body: Option<rt::Body>), quote!(.bytes(#types, body)))
        };
    }
    let media_type = body.media_types.first().map_or(body.media.usual(), String::as_str);
    let step = match body.media {
        _ if media_type != body.media.usual() || !body.encoding.is_empty() => None,
        Media::Json => Some("json"),
        Media::Form => Some("form"),
        Media::Multipart | Media::Text | Media::Bytes => None,
    };
    let (ty, value) = shape::argument(input, &body.slot, &ident("body"));
    let (argument, required) = if body.required {
        (quote!(body: #ty), true)
    } else if body.media == Media::Text && body.slot.shape == Shape::Text {
        (quote!(body: Option<&str>), false)
    } else {
        let inner = shape::slot(input, &body.slot);
        (quote!(body: Option<&#inner>), false)
    };
    let text = !required && body.media == Media::Text && body.slot.shape == Shape::Text;
    let step = match (step, required) {
        (Some(step), true) => {
            let step = ident(step);
            quote!(.#step(#value))
        }
        (Some(step), false) => {
            let step = ident(&format!("{step}_optional"));
            quote!(.#step(body.map(|body| body as &dyn rt::wire::Wire)))
        }
        (None, true) => {
            let format = format(body, media_type);
            quote!(.body(#format, Some(#value)))
        }
        (None, false) => {
            let format = format(body, media_type);
            let value = if text { quote!(body.as_ref()) } else { quote!(body) };
            quote!(.body(#format, #value.map(|body| body as &dyn rt::wire::Wire)))
        }
    };
    let limits = checks::body(input, body);
    (argument, quote!(#limits #step))
}

/// Expands to `rt::Format::Form("application/x-www-form-urlencoded", &[])`.
pub(super) fn format_of(body: &Body) -> TokenStream {
    format(body, body.media_types.first().map_or(body.media.usual(), String::as_str))
}

fn format(body: &Body, media_type: &str) -> TokenStream {
    let encoding = encodings(body);
    match body.media {
        Media::Json => quote!(rt::Format::Json(#media_type)),
        Media::Form => quote!(rt::Format::Form(#media_type, #encoding)),
        Media::Multipart => quote!(rt::Format::Multipart(#media_type, #encoding)),
        Media::Text | Media::Bytes => quote!(rt::Format::Text(#media_type)),
    }
}

/// Expands to `const { &[rt::wire::Field::optional("photo").part("image/png")] }`.
pub fn encodings(body: &Body) -> TokenStream {
    let fields = body.encoding.iter().map(encoding);
    if body.encoding.is_empty() { quote!(&[]) } else { quote!(const { &[#(#fields),*] }) }
}

fn encoding(encoding: &Encoding) -> TokenStream {
    let constructor = match &encoding.wire_name {
        Some(name) => {
            let name = Literal::string(name);
            quote!(optional(#name))
        }
        None => quote!(others()),
    };
    let modifiers = style::modifiers(Location::Body, encoding.style, encoding.explode, true)
        .map(ident)
        .collect::<Vec<_>>();
    let part = encoding.media_type.as_ref().map(|media_type| quote!(.part(#media_type)));
    quote!(rt::wire::Field::#constructor #(.#modifiers())* #part)
}

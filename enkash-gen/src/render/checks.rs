//! Limits of what is sent as the run time's tables have them, where requests are to be held against them.
//!
//! Patterns stay documentation: they are in the dialect of another language.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Input;
use crate::ir::{Body, Limits, Media, Param};

/// Expands to `at_most(64)`, or `at_least(1).each(rt::limits!(at_most(64)))`; `None` if every value keeps to them.
pub fn limits(limits: &Limits, runtime: &TokenStream) -> Option<TokenStream> {
    let mut found = Vec::new();
    let number = Literal::f64_unsuffixed;
    let signed = |value: f64| {
        let magnitude = number(value.abs());
        if value < 0.0 { quote!(-#magnitude) } else { quote!(#magnitude) }
    };
    if let Some(minimum) = limits.minimum.filter(|number| number.is_finite()) {
        let minimum = signed(minimum);
        found.push(if limits.above_minimum { quote!(above(#minimum)) } else { quote!(minimum(#minimum)) });
    }
    if let Some(maximum) = limits.maximum.filter(|number| number.is_finite()) {
        let maximum = signed(maximum);
        found.push(if limits.below_maximum { quote!(below(#maximum)) } else { quote!(maximum(#maximum)) });
    }
    if let Some(step) = limits.multiple_of.filter(|step| *step > 0.0 && step.is_finite()) {
        let step = number(step);
        found.push(quote!(multiple_of(#step)));
    }
    // A length that no 32 bits count is none that a request has.
    let length = |length: u64| u32::try_from(length).ok().map(Literal::u32_unsuffixed);
    if let Some(least) = limits.min_length.filter(|least| *least > 0).and_then(length) {
        found.push(quote!(at_least(#least)));
    }
    if let Some(most) = limits.max_length.and_then(length) {
        found.push(quote!(at_most(#most)));
    }
    if limits.unique {
        found.push(quote!(distinct()));
    }
    if let Some(each) = limits.each.as_deref().and_then(|each| self::limits(each, runtime)) {
        found.push(quote!(each(#runtime::limits!(#each))));
    }
    (!found.is_empty()).then(|| quote!(#(#found).*))
}

/// The same at the end of a line of a table, as a person writes it: ` [at_most(64)]`.
pub(super) fn in_table(limits: &Limits) -> Option<String> {
    self::limits(limits, &quote!(rt)).map(|limits| format!(" [{}]", text(&limits)))
}

fn text(limits: &TokenStream) -> String {
    limits.to_string().replace(' ', "")
}

/// Expands to `rt::wire::Field::required("id").path().limits(rt::limits!(at_most(64)))`; `None` if there is nothing to
/// check.
pub(super) fn param(input: Input<'_>, param: &Param) -> Option<TokenStream> {
    let limits = limits(&param.limits, &quote!(rt)).filter(|_| input.checks)?;
    let name = &param.wire_name;
    Some(quote!(rt::wire::Field::required(#name).path().limits(rt::limits!(#limits))))
}

/// Expands to `.limits(rt::limits!(at_most(64)))`, ahead of the step that writes the body; empty if its root has no
/// limits to check. Those of its members are in their tables.
pub(super) fn body(input: Input<'_>, body: &Body) -> TokenStream {
    let limits = limits(&body.limits, &quote!(rt)).filter(|_| input.checks && body.media != Media::Bytes);
    limits.map(|limits| quote!(.limits(rt::limits!(#limits)))).unwrap_or_default()
}

#[cfg(test)]
mod tests;

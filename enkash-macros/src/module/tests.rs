//! The module shape.

use quote::quote;

use super::*;
use crate::fixture::{assert_expansion, library, mistakes};

fn parse(source: &str) -> (Args, Errors) {
    let mut errors = Errors::default();
    let args = Args::parse(source.parse().expect("tokens"), &mut errors);
    (args, errors)
}

#[test]
fn module() {
    let (args, mut errors) = parse("\"ping\", crate = crate::money");
    let content = content(&args, &library(), &mut errors).expect("the module is made");
    assert_eq!(mistakes(&errors), []);
    assert_expansion("module.rs", &quote!(mod api { #content }));
}

#[test]
fn module_without_operations_has_them_all() {
    let (args, mut errors) = parse("");
    let content = content(&args, &library(), &mut errors).expect("the module is made");
    let file: syn::File = syn::parse2(content).expect("items");
    let markers = file.items.iter().find_map(|item| match item {
        syn::Item::Mod(item) if item.ident == "ops" => item.content.as_ref(),
        _ => None,
    });
    let markers: Vec<_> = markers
        .into_iter()
        .flat_map(|(_, items)| items)
        .filter_map(|item| match item {
            syn::Item::Macro(item) => item.mac.tokens.clone().into_iter().next().map(|name| name.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(markers, ["ListLoans", "CreateLoan", "AddBooks", "TakeNote", "Ping", "SetCover"]);
}

#[test]
fn unknown_operation_costs_only_itself() {
    let (args, mut errors) = parse("\"ping\", \"pong\"");
    assert!(content(&args, &library(), &mut errors).is_some());
    assert_eq!(
        mistakes(&errors),
        [(
            "no operation `pong` in Library 1.4.0\nhelp: did you mean `ping`?".to_owned(),
            "\"pong\"".to_owned()
        )]
    );
}

#[test]
fn arguments_of_a_struct_are_refused() {
    let (args, mut errors) = parse("rewards, \"ping\", response = Mine, crate = super::money");
    check_args(&args, &mut errors);
    let at: Vec<_> = mistakes(&errors).into_iter().map(|(_, at)| at).collect();
    assert_eq!(at, ["rewards", "Mine", "super::money"]);
}

//! Newtypes of every form.

use quote::quote;

use super::expand_carries;
use crate::fixture::assert_expansion;

#[test]
fn newtypes() {
    let expanded = [
        quote!(
            struct Mobile(String);
        ),
        quote!(
            #[carries(crate = crate::money)]
            struct Named<'a, T: Clone>
            where
                T: Copy,
            {
                value: &'a [T],
            }
        ),
    ]
    .map(expand_carries);
    assert_expansion("newtypes.rs", &quote!(#(#expanded)*));
}

#[test]
fn other_shapes_are_an_error_beside_an_impl_that_keeps_uses_quiet() {
    for item in [
        quote!(
            struct A;
        ),
        quote!(
            struct A(u8, u16);
        ),
        quote!(
            enum A {
                B,
            }
        ),
        quote!(union A { b: u8 }),
        quote!(
            #[carries(path = x)]
            struct A(u8);
        ),
    ] {
        let file: syn::File = syn::parse2(expand_carries(item)).expect("items");
        assert!(matches!(&file.items[..], [syn::Item::Macro(_), syn::Item::Impl(_)]));
    }
}

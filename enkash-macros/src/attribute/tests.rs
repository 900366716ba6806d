//! What comes back from the attribute.

use quote::quote;

use super::expand_attribute;

#[test]
fn struct_comes_back_under_the_derive() {
    let item = quote!(
        #[derive(Clone)]
        struct Login {
            #[enkash(rename = "x")]
            #[cfg(any())]
            user: String,
        }
    );
    let expected = quote! {
        #[derive(::enkash_api::__private::Endpoint)]
        #[enkash(rewards, "createToken")]
        #item
    };
    assert_eq!(expand_attribute(quote!(rewards, "createToken"), item).to_string(), expected.to_string());
}

#[test]
fn path_of_the_crate_is_honoured_even_if_the_rest_is_wrong() {
    let expanded = expand_attribute(
        quote!(crate = crate::money, nonsense = 3, "a"),
        quote!(
            struct A;
        ),
    );
    let expected = quote! {
        #[derive(crate::money::__private::Endpoint)]
        #[enkash(crate = crate::money, nonsense = 3, "a")]
        struct A;
    };
    assert_eq!(expanded.to_string(), expected.to_string());
}

#[test]
fn half_typed_item_comes_back_untouched() {
    for item in [
        quote!(struct Login { user: }),
        quote!(struct),
        quote!(),
        quote!(
            mod far;
        ),
    ] {
        assert_eq!(expand_attribute(quote!(rewards, "a"), item.clone()).to_string(), item.to_string());
    }
}

#[test]
fn item_of_another_kind_stays_beside_the_error() {
    let item = quote!(
        enum Login {
            A,
        }
    );
    let expanded = expand_attribute(quote!(rewards, "a"), item.clone()).to_string();
    assert!(expanded.starts_with(":: core :: compile_error"), "{expanded}");
    assert!(expanded.ends_with(&item.to_string()), "{expanded}");
}

#[test]
fn second_attribute_is_reported_and_taken_away() {
    let expanded = expand_attribute(
        quote!(rewards, "a"),
        quote!(
            #[enkash_api::enkash_endpoint(expense, "b")]
            #[derive(Clone)]
            struct A;
        ),
    );
    let file: syn::File = syn::parse2(expanded).expect("items");
    let [syn::Item::Macro(_), syn::Item::Struct(item)] = &file.items[..] else {
        panic!("{:?}", file.items.len())
    };
    let paths: Vec<_> = item.attrs.iter().map(|attribute| crate::types::shown(attribute.path())).collect();
    assert_eq!(paths, ["derive", "enkash", "derive"]);
}

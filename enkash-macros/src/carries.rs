//! `#[derive(Carries)]`: a newtype carries what the type inside of it carries.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{GenericParam, Item, Path, parse::ParseStream, parse_quote};

use crate::{
    args::{skip_value, unknown_option},
    errors::Errors,
};

/// Expands to
///
/// ```text
/// impl<W> Carries<W> for Mobile where String: Carries<W> {
///     fn carry(&self) -> Carried<'_> { Carries::<W>::carry(&self.0) }
/// }
/// ```
pub(crate) fn expand_carries(input: TokenStream) -> TokenStream {
    let item: Item = match syn::parse2(input) {
        Ok(item) => item,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let (attrs, ident, generics) = match &item {
        Item::Struct(item) => (&item.attrs, &item.ident, &item.generics),
        Item::Enum(item) => (&item.attrs, &item.ident, &item.generics),
        Item::Union(item) => (&item.attrs, &item.ident, &item.generics),
        other => return syn::Error::new_spanned(other, "expected a struct").into_compile_error(),
    };
    let krate = krate(attrs, &mut errors);
    let field = only_field(&item, &mut errors);
    let mut bound = generics.clone();
    bound.params.push(GenericParam::Type(parse_quote!(__W)));
    let body = match &field {
        Some(Field { ty, member }) => {
            bound.make_where_clause().predicates.push(parse_quote!(#ty: #krate::endpoint::Carries<__W>));
            quote!(<#ty as #krate::endpoint::Carries<__W>>::carry(&self.#member))
        }
        // A mistake has been reported; uses of the type add nothing to it.
        None => quote!(#krate::endpoint::Carried::Absent),
    };
    let (impl_generics, _, where_clause) = bound.split_for_impl();
    let (_, ty_generics, _) = generics.split_for_impl();
    let errors = errors.into_tokens();
    quote! {
        #errors
        #[automatically_derived]
        #[allow(deprecated, clippy::all, clippy::pedantic)]
        impl #impl_generics #krate::endpoint::Carries<__W> for #ident #ty_generics #where_clause {
            fn carry(&self) -> #krate::endpoint::Carried<'_> {
                #body
            }
        }
    }
}

struct Field {
    ty: syn::Type,
    member: TokenStream,
}

/// The field of a struct that has exactly one.
fn only_field(item: &Item, errors: &mut Errors) -> Option<Field> {
    const MESSAGE: &str = "`Carries` can be derived for a struct with one field";
    const HELP: &str = "write a newtype, such as `struct Mobile(String);`";
    let fields = match item {
        Item::Struct(item) => &item.fields,
        Item::Enum(item) => {
            errors.help(
                item.enum_token,
                MESSAGE,
                "use the generated enum, or give yours a `Display` and put `#[enkash(display)]` on the field",
            );
            return None;
        }
        other => {
            errors.help(other, MESSAGE, HELP);
            return None;
        }
    };
    let mut all = fields.members().zip(fields);
    match (all.next(), all.next()) {
        (Some((member, field)), None) => {
            Some(Field { ty: field.ty.clone(), member: member.into_token_stream() })
        }
        (None, _) => {
            errors.help(item_name(item), MESSAGE, HELP);
            None
        }
        (Some(_), Some((_, second))) => {
            errors.help(second, MESSAGE, HELP);
            None
        }
    }
}

fn item_name(item: &Item) -> TokenStream {
    match item {
        Item::Struct(item) => item.ident.to_token_stream(),
        other => other.to_token_stream(),
    }
}

/// `#[carries(crate = path)]`
fn krate(attrs: &[syn::Attribute], errors: &mut Errors) -> Path {
    let mut krate: Path = parse_quote!(::enkash_api);
    for attribute in attrs.iter().filter(|attribute| attribute.path().is_ident("carries")) {
        let outcome = attribute.parse_args_with(|input: ParseStream<'_>| {
            while !input.is_empty() {
                let key = <syn::Ident as syn::ext::IdentExt>::parse_any(input)?;
                if key == "crate" {
                    input.parse::<syn::Token![=]>()?;
                    krate = Path::parse_mod_style(input)?;
                } else {
                    unknown_option(&key, &["crate"], errors);
                    skip_value(input)?;
                }
                if !input.is_empty() {
                    input.parse::<syn::Token![,]>()?;
                }
            }
            Ok(())
        });
        errors.keep(outcome);
    }
    krate
}

#[cfg(test)]
mod tests;

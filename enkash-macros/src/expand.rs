//! A struct and its operation as code: the impls by which a client sends the struct.

use enkash_gen::{
    ir::{Body, Constant, Location, Media, Operation},
    render,
};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Generics, Path, Type, parse_quote};

use crate::{
    args::located_at,
    inputs::{Input, Inputs},
    pair::{Binding, How},
    types::Types,
};

/// Whose impls are written, and for what.
pub(crate) struct Head<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) generics: &'a Generics,
    pub(crate) krate: &'a Path,
    pub(crate) module: &'a Path,
    /// The type that stands for the operation.
    pub(crate) operation: TokenStream,
    pub(crate) response: Option<&'a Type>,
}

impl Head<'_> {
    /// Expands to
    ///
    /// ```text
    /// impl Endpoint for Login {
    ///     type Api = rewards::Api;
    ///     type Operation = rewards::ops::CreateToken;
    ///     type Output = <rewards::ops::CreateToken as Operation>::Output;
    ///     fn read(…) { read_output::<Self::Operation>(…) }
    ///     fn fill(&self, call) { …fill… }
    /// }
    /// impl RequestOf<rewards::Api> for Login {}
    /// ```
    pub(crate) fn implement(&self, fill: &TokenStream) -> TokenStream {
        let (endpoint, request) = (self.implement_endpoint(fill), self.implement_request());
        quote!(#endpoint #request)
    }

    /// The first of the two impls.
    pub(crate) fn implement_endpoint(&self, fill: &TokenStream) -> TokenStream {
        let Self { ident, generics, krate, module, operation, response } = self;
        let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
        let (output, read) = match response {
            Some(ty) => {
                let span = located_at(ends(ty).0);
                (quote!(#ty), quote_spanned!(span=> #krate::endpoint::read_response::<#ty>))
            }
            None => (
                quote!(<#operation as #krate::runtime::Operation>::Output),
                quote!(#krate::endpoint::read_output::<#operation>),
            ),
        };
        quote! {
            #[automatically_derived]
            #[allow(deprecated, unused_qualifications, clippy::all, clippy::pedantic)]
            impl #impl_generics #krate::endpoint::Endpoint for #ident #ty_generics #where_clause {
                type Api = #module::Api;
                type Operation = #operation;
                type Output = #output;

                fn read(
                    __answer: &mut #krate::endpoint::Incoming,
                ) -> ::core::result::Result<Self::Output, #krate::DecodeError> {
                    #read(__answer)
                }

                fn fill<'__call>(
                    &self,
                    __call: #krate::endpoint::EndpointCall<'__call, Self>,
                ) -> #krate::endpoint::EndpointCall<'__call, Self> {
                    #fill
                }
            }
        }
    }

    /// The second of the two impls.
    pub(crate) fn implement_request(&self) -> TokenStream {
        let Self { ident, generics, krate, module, .. } = self;
        let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
        quote! {
            #[automatically_derived]
            impl #impl_generics #krate::endpoint::RequestOf<#module::Api> for #ident #ty_generics #where_clause {}
        }
    }

    /// The second of the two impls for every API at once, where it is not known which one was meant.
    pub(crate) fn implement_any_request(&self) -> TokenStream {
        let Self { ident, generics, krate, .. } = self;
        let (_, ty_generics, where_clause) = generics.split_for_impl();
        let mut all = (*generics).clone();
        all.params.push(parse_quote!(__A: #krate::runtime::Api));
        let (impl_generics, _, _) = all.split_for_impl();
        quote! {
            #[automatically_derived]
            impl #impl_generics #krate::endpoint::RequestOf<__A> for #ident #ty_generics #where_clause {}
        }
    }
}

/// The path of the type that stands for an operation; a module that lacks it is reported at the user's literal.
pub(crate) fn marker(module: &Path, marker: &str, literal: &impl ToTokens) -> TokenStream {
    let span = located_at(ends(literal).0);
    let marker = Ident::new(marker, span);
    quote_spanned!(span=> #module::ops::#marker)
}

/// Expands to what fails to compile if the module was generated from another description than the one checked here.
pub(crate) fn digest_check(types: Types<'_>) -> TokenStream {
    let Types { krate, module, api, .. } = types;
    let digest = &api.digest;
    let message = format!(
        "`{}` was generated from another description than the one that `#[enkash_endpoint]` has read\n\
         help: build both again, or name the module that is generated from this one",
        crate::types::shown(module),
    );
    quote! {
        const _: () = ::core::assert!(#krate::endpoint::same_digest(#module::DIGEST, #digest), #message);
    }
}

/// Expands to the use of something deprecated: a warning at the user's literal.
pub(crate) fn deprecation(
    operation: &Operation,
    method: &str,
    literal: &impl ToTokens,
) -> Option<TokenStream> {
    // Not located there but taken from there: the compiler is silent about what a derive wrote.
    let span = ends(literal).0;
    let note = format!("the description advises against `{}`", operation.label());
    let method = Ident::new(method, span);
    operation.deprecated.then(|| {
        quote_spanned! {span=>
            const _: () = {
                #[deprecated(note = #note)]
                const fn #method() {}
                #method()
            };
        }
    })
}

/// The body of `fill`.
pub(crate) struct Filling<'a> {
    pub(crate) name: String,
    pub(crate) types: Types<'a>,
    pub(crate) inputs: &'a Inputs<'a>,
    /// One per input.
    pub(crate) bindings: &'a [Option<Binding<'a>>],
    /// Whether limits go into the tables.
    pub(crate) checks: bool,
}

impl Filling<'_> {
    /// Expands to
    ///
    /// ```text
    /// static PARAMS: Table = Table { name: "Login", fields: &[Field::required("branchId").path()] };
    /// static BODY: Table = …;
    /// call.params(&Bound::new(&PARAMS, &[carry::<Text, _>(&self.branch)])).form(&Bound::new(&BODY, …))
    /// ```
    pub(crate) fn tokens(&self) -> TokenStream {
        let params = self.part("PARAMS", |input| input.location != Location::Body).map(|part| {
            let Part { table, bound } = part;
            (table, quote!(.params(&#bound)))
        });
        let body = self.body();
        let tables = params.iter().chain(&body).map(|(table, _)| table);
        let steps = params.iter().chain(&body).map(|(_, step)| step);
        quote! {
            #(#tables)*
            __call #(#steps)*
        }
    }

    fn body(&self) -> Option<(TokenStream, TokenStream)> {
        let form = self.inputs.body?;
        let krate = self.types.krate;
        let set = |value: &TokenStream| set(krate, form.body, value);
        let of_body = |input: &Input<'_>| input.location == Location::Body;
        let mut bound = self.inputs.list.iter().zip(self.bindings).filter(|(input, _)| of_body(input));
        if form.whole {
            let (input, binding) = bound.find_map(|(input, binding)| Some((input, binding.as_ref()?)))?;
            let value = self.value(input, binding);
            let step = if binding.how == How::Optional {
                set(&quote!(#krate::endpoint::Carried::given(&#value)))
            } else {
                set(&quote!(::core::option::Option::Some(&#value)))
            };
            return Some((TokenStream::new(), step));
        }
        if !form.required && bound.all(|(_, binding)| binding.is_none()) {
            return None;
        }
        let Part { table, bound } =
            self.part("BODY", of_body).unwrap_or_else(|| self.table("BODY", &[], &[]));
        Some((table, set(&quote!(::core::option::Option::Some(&#bound)))))
    }

    /// The inputs of one part of the request, those that are filled in among them; `None` if there are none.
    fn part(&self, table: &str, belongs: impl Fn(&Input<'_>) -> bool) -> Option<Part> {
        let krate = self.types.krate;
        let (mut fields, mut values) = (Vec::new(), Vec::new());
        for (input, binding) in self.inputs.list.iter().zip(self.bindings).filter(|(input, _)| belongs(input))
        {
            let name = Literal::string(input.wire_name);
            let constructor = match (binding, input.only) {
                (None, Some(value)) => fixed(&name, value),
                (None, None) => continue,
                (Some(_), _) => match (input.required, input.slot.nullable) {
                    (false, _) => quote!(optional(#name)),
                    (true, false) => quote!(required(#name)),
                    (true, true) => quote!(nullable(#name)),
                },
            };
            let shape = &input.slot.shape;
            let composite = !shape.is_scalar() && !self.types.is_enum(shape);
            let modifiers = render::modifiers(input.location, input.style, input.explode, composite)
                .map(|modifier| Ident::new(modifier, Span::call_site()));
            let masked = input.masked.then(|| quote!(.masked()));
            let limits = binding
                .as_ref()
                .and(input.limits)
                .filter(|_| self.checks)
                .and_then(|limits| render::limits(limits, &quote!(#krate::runtime)))
                .map(|limits| quote!(.limits(#krate::runtime::limits!(#limits))));
            fields.push(quote!(#krate::runtime::wire::Field::#constructor #(.#modifiers())* #masked #limits));
            values.push(match binding {
                Some(binding) => self.value(input, binding),
                None => quote!(#krate::endpoint::Carried::Absent),
            });
        }
        (!fields.is_empty()).then(|| self.table(table, &fields, &values))
    }

    fn table(&self, table: &str, fields: &[TokenStream], values: &[TokenStream]) -> Part {
        let (krate, name) = (self.types.krate, &self.name);
        let ident = Ident::new(table, Span::call_site());
        Part {
            table: quote! {
                static #ident: #krate::runtime::wire::Table =
                    #krate::runtime::wire::Table { name: #name, fields: &[#(#fields),*] };
            },
            bound: quote!(#krate::endpoint::Bound::new(&#ident, &[#(#values),*])),
        }
    }

    /// Expands to `carry::<Text, _>(&self.field)`, every token of which points at the field's type, from its first
    /// token to its last, so that the compiler's opinion about the type is shown there.
    fn value(&self, input: &Input<'_>, binding: &Binding<'_>) -> TokenStream {
        let krate = self.types.krate;
        let (first, last) = ends(binding.field.ty.inner());
        let (first, last) = (located_at(first), last);
        let mut field = binding.field.ident.clone();
        field.set_span(field.span().located_at(last));
        let function = |name: &str| Ident::new(name, first);
        if binding.field.display.is_some() {
            let function = function(match binding.how {
                How::Value => "display",
                How::Optional => "display_optional",
                How::Nullable => "display_nullable",
                How::Tri => "display_tri",
            });
            return quote_spanned!(first=> #krate::endpoint::#function(&self.#field));
        }
        let function = function(match binding.how {
            How::Value => "carry",
            How::Optional => "carry_optional",
            How::Nullable => "carry_nullable",
            How::Tri => "carry_tri",
        });
        let marker = self.types.marker(&input.slot.shape, first);
        quote_spanned!(first=> #krate::endpoint::#function::<#marker, _>(&self.#field))
    }
}

/// Expands to the step that puts a body into the call, `value` being an `Option<&dyn Wire>`.
fn set(krate: &Path, body: &Body, value: &TokenStream) -> TokenStream {
    let media_type = body.media_types.first().map_or(body.media.usual(), String::as_str);
    let usual = media_type == body.media.usual() && body.encoding.is_empty();
    let encoding = render::encodings(body);
    let format = match body.media {
        Media::Json if usual => return quote!(.json_optional(#value)),
        Media::Form if usual => return quote!(.form_optional(#value)),
        Media::Json => quote!(Json(#media_type)),
        Media::Form => quote!(Form(#media_type, #encoding)),
        Media::Multipart => quote!(Multipart(#media_type, #encoding)),
        // A body of bytes is refused before.
        Media::Text | Media::Bytes => quote!(Text(#media_type)),
    };
    let import = (!body.encoding.is_empty()).then(|| quote!(use #krate::runtime as rt;));
    quote!(.body({ #import #krate::runtime::Format::#format }, #value))
}

struct Part {
    table: TokenStream,
    bound: TokenStream,
}

/// The first and the last token, by their spans.
fn ends(tokens: &impl ToTokens) -> (Span, Span) {
    let mut spans = tokens.to_token_stream().into_iter().map(|token| token.span());
    let first = spans.next().unwrap_or_else(Span::call_site);
    (first, spans.last().unwrap_or(first))
}

/// Expands to `fixed("kind", "cat")`, `fixed_int("version", 1)` and the like.
fn fixed(name: &Literal, value: &Constant) -> TokenStream {
    match value {
        Constant::Text(value) => quote!(fixed(#name, #value)),
        Constant::Int(value) => quote!(fixed_int(#name, #value)),
        Constant::Float(value) => quote!(fixed_float(#name, #value)),
        Constant::Bool(value) => quote!(fixed_bool(#name, #value)),
    }
}

#[cfg(test)]
mod tests;

//! What an input expects, as a type: the marker that `Carries` is asked for, and the name that a message suggests.

use enkash_gen::{
    ir::{Api, Format, IntWidth, Shape, Slot},
    names::Names,
};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use syn::Path;

/// The types of one description, and where the module is that they are generated into.
#[derive(Clone, Copy)]
pub(crate) struct Types<'a> {
    pub(crate) api: &'a Api,
    pub(crate) names: &'a Names,
    /// The crate `enkash_api`.
    pub(crate) krate: &'a Path,
    /// The module of the API, as generated code reaches it.
    pub(crate) module: &'a Path,
}

impl Types<'_> {
    /// Whether a shape is an enum of texts.
    pub(crate) fn is_enum(self, shape: &Shape) -> bool {
        self.api.is_enum(shape)
    }

    /// The `W` of `Carries<W>`; `null` is the caller's business.
    pub(crate) fn marker(self, shape: &Shape, span: Span) -> TokenStream {
        let krate = self.krate;
        let plain = |name: &str| {
            let name = Ident::new(name, span);
            quote_spanned!(span=> #krate::endpoint::wire::#name)
        };
        match shape {
            Shape::Bool => plain("Boolean"),
            Shape::Int(IntWidth::I32) => plain("Int32"),
            Shape::Int(IntWidth::I64) => plain("Int64"),
            Shape::Int(IntWidth::U32) => plain("Uint32"),
            Shape::Int(IntWidth::U64) => plain("Uint64"),
            Shape::Float => plain("Number"),
            Shape::Text | Shape::Binary => plain("Text"),
            Shape::Format(format) => plain(format_name(*format)),
            Shape::File => quote_spanned!(span=> #krate::runtime::File),
            Shape::Secret => plain("SecretText"),
            Shape::List(item) => {
                let (list, item) = (plain("List"), self.item(item, span));
                quote_spanned!(span=> #list<#item>)
            }
            Shape::Map(item) => {
                let (map, item) = (plain("Map"), self.item(item, span));
                quote_spanned!(span=> #map<#item>)
            }
            Shape::Named { id, .. } => {
                let module = self.module;
                let name = Ident::new(&self.names.ty(*id).ident, span);
                quote_spanned!(span=> #module::#name)
            }
            // The passes leave neither of the last two.
            // The others are answers, or gone.
            Shape::Any
            | Shape::Bytes
            | Shape::Events(_)
            | Shape::Lines(_)
            | Shape::Inline(_)
            | Shape::Unsupported(_) => plain("Json"),
        }
    }

    /// The marker of what stands in a list or a map, where only the marker can say that `null` is allowed.
    fn item(self, slot: &Slot, span: Span) -> TokenStream {
        let (krate, inner) = (self.krate, self.marker(&slot.shape, span));
        if slot.nullable && slot.shape != Shape::Any {
            quote_spanned!(span=> #krate::endpoint::wire::Nullable<#inner>)
        } else {
            inner
        }
    }

    /// The type that the generated code would use, for a message.
    pub(crate) fn name(self, slot: &Slot) -> String {
        let item = |slot: &Slot| {
            let name = self.name(slot);
            if slot.nullable && slot.shape != Shape::Any { format!("Option<{name}>") } else { name }
        };
        match &slot.shape {
            Shape::Bool => "bool".to_owned(),
            Shape::Int(IntWidth::I32) => "i32".to_owned(),
            Shape::Int(IntWidth::I64) => "i64".to_owned(),
            Shape::Int(IntWidth::U32) => "u32".to_owned(),
            Shape::Int(IntWidth::U64) => "u64".to_owned(),
            Shape::Float => "f64".to_owned(),
            Shape::Text | Shape::Binary => "String".to_owned(),
            Shape::Format(format) => format!("enkash_api::{}", format_name(*format)),
            Shape::File => "File".to_owned(),
            Shape::Secret => "Secret<String>".to_owned(),
            Shape::List(inner) => format!("Vec<{}>", item(inner)),
            Shape::Map(inner) => format!("BTreeMap<String, {}>", item(inner)),
            Shape::Named { id, .. } => {
                let module = self.module.segments.last().map(|segment| segment.ident.to_string());
                format!("{}::{}", module.unwrap_or_default(), self.names.ty(*id).ident)
            }
            // The others are answers, or gone.
            Shape::Any
            | Shape::Bytes
            | Shape::Events(_)
            | Shape::Lines(_)
            | Shape::Inline(_)
            | Shape::Unsupported(_) => "serde_json::Value".to_owned(),
        }
    }
}

/// The type of a format, and its marker.
const fn format_name(format: Format) -> &'static str {
    match format {
        Format::Date => "Date",
        Format::DateTime => "DateTime",
        Format::Base64 => "Base64",
        Format::Decimal => "Decimal",
        Format::DecimalNumber => "DecimalNumber",
    }
}

/// Tokens as a person would write them: without the blanks that separate tokens.
pub(crate) fn shown(tokens: &impl ToTokens) -> String {
    fn write(tokens: TokenStream, out: &mut String) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    let text = group.to_string();
                    let (open, close) = (text.chars().next(), text.chars().last());
                    let edges = group.delimiter() != proc_macro2::Delimiter::None;
                    out.extend(open.filter(|_| edges));
                    write(group.stream(), out);
                    out.extend(close.filter(|_| edges));
                }
                TokenTree::Punct(punct) => {
                    out.push(punct.as_char());
                    if punct.as_char() == ',' {
                        out.push(' ');
                    }
                }
                word => {
                    if out.ends_with(|last: char| last.is_alphanumeric() || last == '_') {
                        out.push(' ');
                    }
                    out.push_str(&word.to_string());
                }
            }
        }
    }
    let mut out = String::new();
    write(tokens.to_token_stream(), &mut out);
    out
}

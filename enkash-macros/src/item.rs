//! The user's struct: its fields, and what `#[enkash(…)]` says about each.

use enkash_gen::ir::Location;
use proc_macro2::{Ident, TokenStream};
use syn::{
    Fields, GenericArgument, GenericParam, Generics, ItemStruct, LitStr, Meta, PathArguments, Token, Type,
    ext::IdentExt, parse::ParseStream,
};

use crate::{
    args::{skip_value, unknown_option},
    errors::Errors,
};

const FIELD_OPTIONS: [&str; 4] = ["display", "in", "rename", "skip"];

/// The struct.
pub(crate) struct Item {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// The arguments of `#[enkash_endpoint(…)]`.
    pub(crate) args: TokenStream,
    /// The fields that are not skipped.
    pub(crate) fields: Vec<Field>,
    /// Whether all fields could be read; if not, nothing can be said to be missing.
    pub(crate) whole: bool,
}

/// One field.
pub(crate) struct Field {
    pub(crate) ident: Ident,
    pub(crate) ty: Wrapped,
    pub(crate) rename: Option<LitStr>,
    /// Where its input is to be looked for, and the word that says so.
    pub(crate) location: Option<(Location, Ident)>,
    /// Whether the text of its `Display` is sent; the word that says so.
    pub(crate) display: Option<Ident>,
}

/// A field's type. Whether it may be empty is decided by how it is written, as a macro sees no types.
pub(crate) enum Wrapped {
    /// `T`
    Plain(Type),
    /// `Option<T>`: the whole, and `T`.
    Option(Type, Type),
    /// `Nullable<T>`: the whole, and `T`.
    Nullable(Type, Type),
}

impl Wrapped {
    /// The type of the value, if there is one.
    pub(crate) fn inner(&self) -> &Type {
        match self {
            Self::Plain(ty) | Self::Option(_, ty) | Self::Nullable(_, ty) => ty,
        }
    }

    fn of(ty: &Type) -> Self {
        let ty = bare(ty);
        let wrapper = || {
            let Type::Path(path) = ty else { return None };
            let last = path.path.segments.last().filter(|_| path.qself.is_none())?;
            let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
            match arguments.args.first()? {
                GenericArgument::Type(inner) if arguments.args.len() == 1 => {
                    Some((last.ident.to_string(), inner))
                }
                _ => None,
            }
        };
        match wrapper() {
            Some((name, inner)) if name == "Option" => Self::Option(ty.clone(), bare(inner).clone()),
            Some((name, inner)) if name == "Nullable" => Self::Nullable(ty.clone(), bare(inner).clone()),
            _ => Self::Plain(ty.clone()),
        }
    }
}

/// The type without the invisible group that a `$ty:ty` of a `macro_rules!` comes in.
fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => bare(&group.elem),
        Type::Paren(paren) => bare(&paren.elem),
        ty => ty,
    }
}

impl Field {
    /// The name that the field is looked up by.
    pub(crate) fn name(&self) -> String {
        self.rename.as_ref().map_or_else(|| self.ident.unraw().to_string(), LitStr::value)
    }

    /// Where a mistake about the name is reported: at the string that caused it.
    pub(crate) fn name_tokens(&self) -> &dyn quote::ToTokens {
        match &self.rename {
            Some(literal) => literal,
            None => &self.ident,
        }
    }
}

impl Item {
    /// Reads the struct; what is wrong with it is reported.
    pub(crate) fn read(item: &ItemStruct, errors: &mut Errors) -> Self {
        for param in &item.generics.params {
            if let GenericParam::Type(param) = param {
                errors.help(
                    &param.ident,
                    "type parameters are not supported yet",
                    "write a struct per type; lifetimes are fine",
                );
            }
        }
        let mut attributes = item.attrs.iter().filter(|attribute| attribute.path().is_ident("enkash"));
        // The first one is what the attribute macro made of its arguments.
        let args = match attributes.next().map(|attribute| &attribute.meta) {
            Some(Meta::List(list)) => list.tokens.clone(),
            _ => TokenStream::new(),
        };
        for attribute in attributes {
            errors.help(
                attribute,
                "`#[enkash(…)]` belongs on a field",
                "options of the whole struct go into `#[enkash_endpoint(…)]`",
            );
        }
        let mut whole = true;
        let mut fields = Vec::new();
        match &item.fields {
            Fields::Named(named) => {
                for field in &named.named {
                    match read_field(field) {
                        Ok(field) => fields.extend(field),
                        Err(wrong) => {
                            whole = false;
                            errors.append(wrong);
                        }
                    }
                }
            }
            Fields::Unit => {}
            Fields::Unnamed(unnamed) => {
                whole = false;
                errors.help(
                    unnamed,
                    "expected a struct with named fields",
                    "name the fields after the inputs of the operation: `struct Name { input: Type }`",
                );
            }
        }
        Self { ident: item.ident.clone(), generics: item.generics.clone(), args, fields, whole }
    }
}

/// Reads a field; `None` if it is skipped. Fails with everything that is wrong with its options.
fn read_field(field: &syn::Field) -> Result<Option<Field>, Errors> {
    let Some(ident) = field.ident.clone() else { return Ok(None) };
    let mut wrong = Errors::default();
    let mut options = Options::default();
    for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("enkash")) {
        let outcome = attribute.parse_args_with(|input: ParseStream<'_>| options.parse(input, &mut wrong));
        wrong.keep(outcome);
    }
    let Options { rename, location, display, skip, seen } = options;
    if let Some(skip) = &skip
        && seen.len() > 1
    {
        wrong.help(skip, "a skipped field has no other options", "remove `skip`, or everything else");
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let ty = Wrapped::of(&field.ty);
    Ok(skip.is_none().then_some(Field { ident, ty, rename, location, display }))
}

/// What `#[enkash(…)]` on a field says.
#[derive(Default)]
struct Options {
    rename: Option<LitStr>,
    location: Option<(Location, Ident)>,
    display: Option<Ident>,
    skip: Option<Ident>,
    seen: Vec<String>,
}

impl Options {
    fn parse(&mut self, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        while !input.is_empty() {
            let key = Ident::parse_any(input)?;
            let name = key.to_string();
            if self.seen.contains(&name) {
                errors.error(&key, format_args!("the option `{name}` is given twice"));
            }
            match name.as_str() {
                "rename" => {
                    input.parse::<Token![=]>()?;
                    self.rename = Some(input.parse()?);
                }
                "in" => {
                    input.parse::<Token![=]>()?;
                    let word = Ident::parse_any(input)?;
                    self.location = location(&word, errors).map(|location| (location, word));
                }
                "display" => self.display = Some(key),
                "skip" => self.skip = Some(key),
                _ => {
                    unknown_option(&key, &FIELD_OPTIONS, errors);
                    skip_value(input)?;
                }
            }
            self.seen.push(name);
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    }
}

fn location(word: &Ident, errors: &mut Errors) -> Option<Location> {
    const ALL: [Location; 5] =
        [Location::Path, Location::Query, Location::Header, Location::Cookie, Location::Body];
    let found = ALL.into_iter().find(|location| word == location.as_str());
    if found.is_none() {
        errors.help(
            word,
            format_args!("a request has no part `{word}`"),
            "the parts are `path`, `query`, `header`, `cookie` and `body`",
        );
    }
    found
}

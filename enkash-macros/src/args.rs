//! The grammar of `#[enkash_endpoint(…)]`: a module, operations, options.
//!
//! Nothing here knows a description. What does not parse is reported and left out, so that the rest can still be
//! checked.

use enkash_gen::report::did_you_mean;
use proc_macro2::{Ident, Span, TokenStream};
use syn::{
    LitStr, Path, Token, Type,
    ext::IdentExt,
    parse::{ParseStream, Parser},
    parse_quote,
};

use crate::errors::Errors;

/// The options and what they take, for the message about an unknown one.
const OPTIONS: [&str; 4] = ["crate", "overlay", "response", "spec"];

/// What stands between the parentheses.
pub(crate) struct Args {
    /// The path of the crate `enkash_api`.
    pub(crate) krate: Path,
    /// The module of the API.
    pub(crate) module: Option<Path>,
    /// The operations.
    pub(crate) operations: Vec<OperationRef>,
    /// A document of the user's own crate.
    pub(crate) spec: Option<LitStr>,
    /// What is applied to it, in this order.
    pub(crate) overlays: Vec<LitStr>,
    /// The type that a success is read into instead of the description's.
    pub(crate) response: Option<Type>,
}

/// An operation as the user names it.
pub(crate) enum OperationRef {
    /// `"createToken"`
    Id(LitStr),
    /// `POST "/oauth/token"`
    Route { method: Ident, path: LitStr },
}

impl OperationRef {
    /// The literal, at which mistakes are reported.
    pub(crate) fn literal(&self) -> &LitStr {
        match self {
            Self::Id(literal) | Self::Route { path: literal, .. } => literal,
        }
    }
}

impl Args {
    /// Reads the arguments.
    pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut args = Self {
            krate: parse_quote!(::enkash_api),
            module: None,
            operations: Vec::new(),
            spec: None,
            overlays: Vec::new(),
            response: None,
        };
        let mut seen = Vec::new();
        let outcome =
            Parser::parse2(|input: ParseStream<'_>| args.parse_all(input, &mut seen, errors), tokens);
        errors.keep(outcome);
        if let (None, Some(overlay)) = (&args.spec, args.overlays.first()) {
            errors.help(
                overlay,
                "an overlay is applied to a document of your own",
                "add `spec = \"…\"`; those of the bundled products stand in their project file",
            );
        }
        args
    }

    fn parse_all(
        &mut self,
        input: ParseStream<'_>,
        seen: &mut Vec<String>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        while !input.is_empty() {
            if input.peek(syn::Ident::peek_any) && input.peek2(Token![=]) && !input.peek2(Token![==]) {
                self.parse_option(input, seen, errors)?;
            } else {
                self.parse_positional(input, errors)?;
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    }

    fn parse_option(
        &mut self,
        input: ParseStream<'_>,
        seen: &mut Vec<String>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        let key = Ident::parse_any(input)?;
        input.parse::<Token![=]>()?;
        let name = key.to_string();
        if seen.contains(&name) && name != "overlay" {
            errors.error(&key, format_args!("the option `{name}` is given twice"));
        }
        match name.as_str() {
            "crate" => self.krate = Path::parse_mod_style(input)?,
            "overlay" => self.overlays.push(input.parse()?),
            "response" => self.response = Some(input.parse()?),
            "spec" => self.spec = Some(input.parse()?),
            _ => {
                unknown_option(&key, &OPTIONS, errors);
                skip_value(input)?;
            }
        }
        seen.push(name);
        Ok(())
    }

    fn parse_positional(&mut self, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        if input.peek(LitStr) {
            self.operations.push(OperationRef::Id(input.parse()?));
            return Ok(());
        }
        if input.peek(syn::Ident) && input.peek2(LitStr) {
            self.operations.push(OperationRef::Route { method: input.parse()?, path: input.parse()? });
            return Ok(());
        }
        if !input.peek(syn::Ident::peek_any) && !input.peek(Token![::]) {
            return Err(input.error(
                "expected the module of an API, an operation such as `\"createItem\"` or `POST \"/items\"`, or an option",
            ));
        }
        let path = Path::parse_mod_style(input)?;
        if self.module.is_some() || !self.operations.is_empty() {
            errors.help(
                &path,
                "this is neither an operation nor an option",
                "the module comes first, then the operation, then the options: `module, \"createItem\", spec = \"…\"`",
            );
        } else {
            self.module = Some(path);
        }
        Ok(())
    }
}

/// Reports a key that does not exist, with those that do.
pub(crate) fn unknown_option(key: &Ident, legal: &[&str], errors: &mut Errors) {
    let all = legal.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let all = format!("the options are {all}");
    let help = match did_you_mean(&key.to_string(), legal.iter().copied()) {
        Some(nearest) => format!("{nearest} {all}"),
        None => all,
    };
    errors.help(key, format_args!("there is no option `{key}`"), help);
}

/// Skips to the next comma.
pub(crate) fn skip_value(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}

/// Where generated code stands: it resolves names as the user's code does, and errors point at the given tokens.
pub(crate) fn located_at(span: Span) -> Span {
    Span::call_site().located_at(span)
}

#[cfg(test)]
mod tests;

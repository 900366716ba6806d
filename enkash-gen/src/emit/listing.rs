//! The public surface of generated code, one line per item: what a reviewer reads instead of the code.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Fields, ImplItem, Item, Visibility};

use crate::report::{Code, Diagnostic};

/// The public items of a file, one line each, in the order of the file; `module` is put in front of every path and
/// may be empty.
///
/// Listed are structs and enums with their public fields and variants, functions with their signature, constants,
/// type aliases, re-exports, traits, trait implementations and macro calls (with their first word), and what those of
/// the run time define. Bodies, documentation and private items are not.
///
/// Fails with [`Code::Internal`] if the text does not parse.
pub fn listing(module: &str, text: &str) -> Result<String, Diagnostic> {
    list(module, text, List::default())
}

/// The same with a line per derived trait, `derive Clone for types::Book`, in front of the type: what a reviewer does not
/// read and a version depends on.
///
/// Fails with [`Code::Internal`] if the text does not parse.
pub fn surface(module: &str, text: &str) -> Result<String, Diagnostic> {
    list(module, text, List { derives: true, ..List::default() })
}

fn list(module: &str, text: &str, mut list: List) -> Result<String, Diagnostic> {
    let file = syn::parse_file(text).map_err(|error| {
        Diagnostic::new(Code::Internal, format!("the generated module `{module}` does not parse: {error}"))
    })?;
    list.items(module, &file.items);
    Ok(list.text)
}

#[derive(Default)]
struct List {
    text: String,
    derives: bool,
}

impl List {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn items(&mut self, module: &str, items: &[Item]) {
        for item in items {
            self.item(module, item);
        }
    }

    fn item(&mut self, module: &str, item: &Item) {
        let path = |ident: &syn::Ident| join(module, &ident.to_string());
        match item {
            Item::Struct(item) if public(&item.vis) => {
                let path = path(&item.ident);
                self.derives(&path, &item.attrs);
                let marks = marks(&item.attrs);
                let generics = generics_text(&item.generics);
                self.line(&format!("{marks}struct {path}{generics}"));
                self.fields(&path, &item.fields, false);
            }
            Item::Enum(item) if public(&item.vis) => {
                let path = path(&item.ident);
                self.derives(&path, &item.attrs);
                let marks = marks(&item.attrs);
                let generics = generics_text(&item.generics);
                self.line(&format!("{marks}enum {path}{generics}"));
                for variant in &item.variants {
                    let path = join(&path, &variant.ident.to_string());
                    let marks = self::marks(&variant.attrs);
                    match &variant.fields {
                        Fields::Unnamed(fields) => {
                            let types: Vec<_> =
                                fields.unnamed.iter().map(|field| type_text(&field.ty)).collect();
                            self.line(&format!("{marks}variant {path}({})", types.join(", ")));
                        }
                        fields => {
                            self.line(&format!("{marks}variant {path}"));
                            self.fields(&path, fields, true);
                        }
                    }
                }
            }
            Item::Fn(item) if public(&item.vis) => {
                self.line(&format!("{}{}", marks(&item.attrs), signature(module, &item.sig)));
            }
            Item::Const(item) if public(&item.vis) => {
                self.line(&format!("const {}: {}", path(&item.ident), type_text(&item.ty)));
            }
            Item::Static(item) if public(&item.vis) => {
                self.line(&format!("static {}: {}", path(&item.ident), type_text(&item.ty)));
            }
            Item::Type(item) if public(&item.vis) => {
                let generics = generics_text(&item.generics);
                self.line(&format!("type {}{generics} = {}", path(&item.ident), type_text(&item.ty)));
            }
            Item::Trait(item) if public(&item.vis) => {
                let path = path(&item.ident);
                self.line(&format!("trait {path}"));
                for item in &item.items {
                    if let syn::TraitItem::Fn(item) = item {
                        self.line(&signature(&path, &item.sig));
                    }
                }
            }
            Item::Mod(item) if public(&item.vis) => {
                let path = path(&item.ident);
                self.line(&format!("mod {path}"));
                if let Some((_, items)) = &item.content {
                    self.items(&path, items);
                }
            }
            Item::Use(item) if public(&item.vis) => {
                let inside = if module.is_empty() { String::new() } else { format!(" in {module}") };
                let tree = one_line(&print(Item::Use(item.clone())));
                let tree = tree.trim_start_matches("pub use ").trim_end_matches(';');
                self.line(&format!("use {tree}{inside}"));
            }
            Item::Impl(item) => self.implementation(module, item),
            Item::Macro(item) if item.ident.is_none() => self.call(module, &item.mac),
            _ => {}
        }
    }

    fn derives(&mut self, path: &str, attributes: &[syn::Attribute]) {
        let derives = attributes.iter().filter(|attribute| attribute.path().is_ident("derive"));
        for attribute in derives.take(if self.derives { usize::MAX } else { 0 }) {
            // What is no list of paths is no derive that the compiler would take.
            let _ = attribute.parse_nested_meta(|meta| {
                self.line(&format!("derive {} for {path}", type_text(&meta.path)));
                Ok(())
            });
        }
    }

    fn fields(&mut self, path: &str, fields: &Fields, all_public: bool) {
        for (index, field) in fields.iter().enumerate().filter(|(_, field)| all_public || public(&field.vis))
        {
            let name = field.ident.as_ref().map_or(index.to_string(), ToString::to_string);
            self.line(&format!("{}field {path}.{name}: {}", marks(&field.attrs), type_text(&field.ty)));
        }
    }

    /// A macro call, and what the run time's own macros define by it.
    fn call(&mut self, module: &str, mac: &syn::Macro) {
        let name = type_text(&mac.path);
        let first = mac.tokens.clone().into_iter().find_map(|token| match token {
            TokenTree::Ident(ident) if ident != "pub" => Some(ident.to_string()),
            _ => None,
        });
        let first = first.map(|first| join(module, &first)).unwrap_or_default();
        match mac.path.segments.last().map(|segment| segment.ident.to_string()).as_deref() {
            Some("constructor") => {
                if let Some((ty, mut constructor)) = constructor(&mac.tokens) {
                    constructor.output = syn::parse_quote!(-> Self);
                    self.line(&signature(&join(module, &ty), &constructor));
                }
                return;
            }
            Some("operation") => self.line(&format!("struct {first}")),
            _ => {}
        }
        self.line(format!("macro {name}! {first}").trim_end());
    }

    fn implementation(&mut self, module: &str, item: &syn::ItemImpl) {
        let target = join(module, &type_text(&item.self_ty));
        if let Some((interface, _)) = &item.trait_ {
            let generics = generics_text(&item.generics);
            self.line(&format!("impl{generics} {} for {target}", type_text(interface)));
            return;
        }
        for item in &item.items {
            match item {
                ImplItem::Fn(item) if public(&item.vis) => {
                    self.line(&format!("{}{}", marks(&item.attrs), signature(&target, &item.sig)));
                }
                ImplItem::Const(item) if public(&item.vis) => {
                    self.line(&format!(
                        "const {}: {}",
                        join(&target, &item.ident.to_string()),
                        type_text(&item.ty)
                    ));
                }
                _ => {}
            }
        }
    }
}

/// The type and the signature of `pub fn new(…) -> Type { … }`, whose fields are no block.
fn constructor(tokens: &TokenStream) -> Option<(String, syn::Signature)> {
    let mut tokens: Vec<_> = tokens.clone().into_iter().collect();
    tokens.pop()?;
    let signature = tokens.into_iter().collect::<TokenStream>();
    let item: syn::ItemFn = syn::parse2(quote!(#signature {})).ok()?;
    let syn::ReturnType::Type(_, ty) = &item.sig.output else { return None };
    Some((type_text(ty), item.sig))
}

fn public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn join(module: &str, name: &str) -> String {
    if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") }
}

/// The attributes that are part of a contract.
fn marks(attributes: &[syn::Attribute]) -> String {
    ["non_exhaustive", "must_use", "deprecated"]
        .into_iter()
        .filter(|name| attributes.iter().any(|attribute| attribute.path().is_ident(name)))
        .map(|name| format!("#[{name}] "))
        .collect()
}

fn signature(owner: &str, signature: &syn::Signature) -> String {
    let text = item_text(&quote!(#signature {}));
    let text = text.trim_end_matches(['{', '}', ' ']);
    // The name stands behind the first `fn`, after qualifiers such as `const`.
    match text.split_once("fn ") {
        Some((qualifiers, rest)) => format!("{qualifiers}fn {}", join(owner, rest)),
        None => text.to_owned(),
    }
}

fn type_text(ty: impl ToTokens) -> String {
    item_text(&quote!(type X = #ty;)).trim_start_matches("type X = ").trim_end_matches(';').to_owned()
}

fn generics_text(generics: &syn::Generics) -> String {
    if generics.params.is_empty() {
        return String::new();
    }
    item_text(&quote!(struct X #generics;)).trim_start_matches("struct X").trim_end_matches(';').to_owned()
}

/// Types and signatures have no printer of their own, so each is printed inside an item.
fn item_text(tokens: &TokenStream) -> String {
    let text = match syn::parse2::<Item>(tokens.clone()) {
        Ok(item) => print(item),
        Err(_) => tokens.to_string(),
    };
    one_line(&text)
}

fn print(item: Item) -> String {
    prettyplease::unparse(&syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    })
}

/// Undoes the line breaks of the formatter.
fn one_line(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    [("( ", "("), (", )", ")"), ("< ", "<"), (", >", ">"), (" )", ")")]
        .iter()
        .fold(joined, |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests;

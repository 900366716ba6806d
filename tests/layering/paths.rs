//! Every path that a file names, resolved to where it leads: those of `use`, of types, expressions and patterns,
//! and those in the tokens of macros and attributes.
//!
//! What `quote!` holds is generated code and is not looked at.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{
    UseTree,
    visit::{self, Visit},
};

/// A path that a file names.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// From `crate` or the name of another crate on. A name that is neither, and no module, is left as it is.
    pub(super) path: Vec<String>,
    pub(super) line: usize,
    /// Whether it is imported, so that what is below it can be named without it.
    pub(super) imported: bool,
}

/// The module that a file is, from its path below the workspace: `crate::load::yaml`.
pub(super) fn module(path: &str) -> String {
    let inside = path.split_once("src/").map_or(path, |(_, inside)| inside);
    let mut parts: Vec<&str> = inside.trim_end_matches(".rs").split('/').collect();
    parts.pop_if(|last| matches!(*last, "mod" | "lib" | "main"));
    parts.insert(0, "crate");
    parts.join("::")
}

/// The paths of a file, and the lines on which it calls a method named `resolve`.
///
/// `modules` are those of the crate, so that a name can be told from a module.
pub(super) fn paths(file: &syn::File, module: &str, modules: &BTreeSet<String>) -> (Vec<Named>, Vec<usize>) {
    let module = module.split("::").map(str::to_owned).collect();
    let mut walk = Walk { module, modules, named: Vec::new(), resolves: Vec::new() };
    walk.visit_file(file);
    (walk.named, walk.resolves)
}

struct Walk<'a> {
    module: Vec<String>,
    modules: &'a BTreeSet<String>,
    named: Vec<Named>,
    resolves: Vec<usize>,
}

impl Walk<'_> {
    fn add(&mut self, path: &[String], line: usize, imported: bool) {
        // One name alone is a variable or something that was imported.
        if path.len() > 1 || imported {
            self.named.push(Named { path: self.resolve(path), line, imported });
        }
    }

    fn resolve(&self, path: &[String]) -> Vec<String> {
        let mut base = self.module.clone();
        let mut rest = path;
        let mut relative = false;
        while let Some((first, tail)) = rest.split_first() {
            match first.as_str() {
                "crate" => base = vec!["crate".to_owned()],
                "self" => {}
                "super" => {
                    base.pop();
                }
                _ => break,
            }
            relative = true;
            rest = tail;
        }
        let child = rest.first().map(|first| format!("{}::{first}", self.module.join("::")));
        if relative || child.is_some_and(|child| self.modules.contains(&child)) {
            base.extend_from_slice(rest);
            return base;
        }
        path.to_owned()
    }

    fn tree(&mut self, tree: &UseTree, path: &mut Vec<String>) {
        match tree {
            UseTree::Path(part) => {
                path.push(part.ident.to_string());
                self.tree(&part.tree, path);
                path.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|item| self.tree(item, path)),
            UseTree::Glob(glob) => self.add(path, glob.star_token.span.start().line, true),
            UseTree::Name(name) => self.leaf(&name.ident, path),
            UseTree::Rename(rename) => self.leaf(&rename.ident, path),
        }
    }

    fn leaf(&mut self, ident: &syn::Ident, path: &mut Vec<String>) {
        let line = ident.span().start().line;
        if ident == "self" {
            self.add(path, line, true);
        } else {
            path.push(ident.to_string());
            self.add(path, line, true);
            path.pop();
        }
    }

    /// Paths are `name::name`, wherever they stand; a call is `.resolve(`.
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let colons = |at: usize| {
            let is =
                |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
            is(at) && is(at + 1)
        };
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(ident) => {
                    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
                    let called = matches!(before, Some(TokenTree::Punct(punct)) if punct.as_char() == '.')
                        && matches!(tokens.get(at + 1), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
                    if called && ident == "resolve" {
                        self.resolves.push(ident.span().start().line);
                    }
                    let mut path = vec![ident.to_string()];
                    while colons(at + 1) {
                        let Some(TokenTree::Ident(next)) = tokens.get(at + 3) else { break };
                        path.push(next.to_string());
                        at += 3;
                    }
                    self.add(&path, ident.span().start().line, false);
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            at += 1;
        }
    }
}

impl<'ast> Visit<'ast> for Walk<'_> {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&item.tree, &mut Vec::new());
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        // `extern crate self as …` only gives the crate its public name.
        if item.ident != "self" {
            self.add(&[item.ident.to_string()], item.ident.span().start().line, true);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        // The module of a file that stands elsewhere is read as that file.
        if item.content.is_some() {
            self.module.push(item.ident.to_string());
            visit::visit_item_mod(self, item);
            self.module.pop();
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let line = path.segments.first().map_or(0, |first| first.ident.span().start().line);
        self.add(&names, line, false);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        visit::visit_macro(self, call);
        if !call.path.segments.last().is_some_and(|name| name.ident.to_string().starts_with("quote")) {
            self.tokens(call.tokens.clone());
        }
    }

    fn visit_meta_list(&mut self, list: &'ast syn::MetaList) {
        visit::visit_meta_list(self, list);
        self.tokens(list.tokens.clone());
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if call.method == "resolve" {
            self.resolves.push(call.method.span().start().line);
        }
        visit::visit_expr_method_call(self, call);
    }
}

#[test]
fn paths_are_found_wherever_they_stand() {
    let text = r#"
use super::{a::{self, B}, c::*};
use crate as root;
fn f(x: crate::d::T) -> ::e::U {
    child::g(super::super::h);
    assert_eq!(i::j::<k::L>(), vec![crate::m::n()]);
    quote!(crate::hidden::o);
    matches!(x, p::Q { .. })
}
mod inline {
    use super::r;
}
#[derive(s::T)]
struct V(self::child::W);
"#;
    let modules: BTreeSet<String> = ["crate::one::two", "crate::one::two::child"].map(str::to_owned).into();
    let file = syn::parse_file(text).expect("the snippet is Rust");
    let (named, _) = paths(&file, "crate::one::two", &modules);
    let found: Vec<String> =
        named.iter().map(|named| format!("{} {}", named.line, named.path.join("::"))).collect();
    assert_eq!(
        found,
        [
            "2 crate::one::a",
            "2 crate::one::a::B",
            "2 crate::one::c",
            "3 crate",
            "4 crate::d::T",
            "4 e::U",
            "5 crate::one::two::child::g",
            "5 crate::h",
            "6 i::j",
            "6 k::L",
            "6 crate::m::n",
            "8 p::Q",
            "11 crate::one::two::r",
            "13 s::T",
            "14 crate::one::two::child::W",
        ]
    );
}

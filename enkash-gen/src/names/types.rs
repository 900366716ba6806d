//! The names of types.

use super::{Choices, TypeNames, choices, members, scope::Scope, spell::pascal_words, variants};
use crate::ir::{Api, TypeDef, TypeId, TypeKind};

/// What the module already has, what the prelude has (a type of that name would hide it in the generated code),
/// and what the generated code imports.
pub(super) const TAKEN: [&str; 50] = [
    "Api",
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "BTreeMap",
    "Client",
    "ClientBuilder",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Environment",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// What follows the name of a schema in the name of its type, where the schema has a type for each direction and this
/// one is sent.
const SENT: &str = "Input";

/// Names all types: those that the document names first, so that no inline type takes a component's name.
pub(super) fn name_types(api: &Api, choices: &Choices) -> Vec<TypeNames> {
    let mut scope = Scope::with(&TAKEN);
    let mut names: Vec<TypeNames> = vec![TypeNames::default(); api.types.len()];
    let named = |def: &TypeDef| def.hint.0.len() == 1 && def.received_as.is_none();
    for first in [true, false] {
        for (def, names) in api.types.iter().zip(&mut names).filter(|(def, _)| named(def) == first) {
            let base = base(def, choices);
            // A type that would hide one of the prelude says what it is; one with a twin gets a number.
            names.ident =
                scope.claim(&[if TAKEN.contains(&base.as_str()) { format!("{base}Model") } else { base }]);
        }
    }
    for (index, (def, names)) in api.types.iter().zip(&mut names).enumerate() {
        // `TokenRequest::new(TokenRequired { … })` reads better than `TokenRequestRequired`.
        let stem = stem(def, &names.ident);
        let short = stem.strip_suffix("Request").filter(|short| !short.is_empty()).unwrap_or(stem);
        names.required = if members::needs_required_struct(api, TypeId(index)) {
            scope.claim(&[format!("{short}Required"), format!("{}Required", names.ident)])
        } else {
            String::new()
        };
        let (members, rest) = members::name_members(def, choices);
        names.members = members;
        names.rest = rest;
    }
    for (index, def) in api.types.iter().enumerate() {
        let TypeKind::Union(union) = &def.kind else { continue };
        let (variants, rest) = variants::name_variants(api, union, stem(def, &names[index].ident), &names);
        (names[index].members, names[index].rest) = (variants, rest);
    }
    for ((def, derives), names) in api.types.iter().zip(choices.derives(api)).zip(&mut names) {
        names.derives = derives;
        names.replaced = choices.replace.get(&choices::key(def)).cloned();
    }
    names
}

/// The enum of what the server sends on its own gives way to every type of the document.
pub(super) fn name_webhook(types: &[TypeNames]) -> String {
    let mut scope = Scope::default();
    types.iter().flat_map(|names| [&names.ident, &names.required]).for_each(|name| scope.reserve(name));
    scope.claim(&["Webhook".to_owned(), "WebhookEvent".to_owned()])
}

/// `LoanStatus` for the member `status` of `Loan`.
fn base(def: &TypeDef, choices: &Choices) -> String {
    let schema = match choices.types.get(&choices::key(def)) {
        Some(chosen) => pascal_words([chosen.as_str()]),
        None => pascal_words(def.hint.0.iter().map(String::as_str)),
    };
    if def.received_as.is_some() { schema + SENT } else { schema }
}

/// The name of a type's schema, whichever direction the type is for.
pub(super) fn stem<'a>(def: &TypeDef, ident: &'a str) -> &'a str {
    let schema = def.received_as.and_then(|_| ident.strip_suffix(SENT));
    schema.unwrap_or(ident)
}

#[cfg(test)]
mod tests;

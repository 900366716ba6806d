//! Every Rust identifier of a generated module, decided once: a side table to [`ir`](crate::ir).
//!
//! Invariants: every name is a legal identifier and not a keyword; no two names of one scope are equal; the same
//! document gives the same names; a name depends only on what stands before it in the document. What a collision
//! costs is a number at the end of the later name.

mod choices;
mod environments;
mod groups;
mod members;
mod operations;
mod scope;
mod spell;
mod types;
mod variants;

use crate::ir::{Api, TypeId};

pub use self::choices::Choices;
pub use spell::{kebab, pascal, snake};

/// The names of a module.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// By [`TypeId`].
    pub types: Vec<TypeNames>,
    /// By the index of the operation.
    pub operations: Vec<OperationNames>,
    /// The setter of each security scheme.
    pub schemes: Vec<String>,
    /// The setter of each server that some operations have to themselves.
    pub own_servers: Vec<String>,
    /// The enum of what the server sends on its own.
    pub webhook: String,
    /// Its variants.
    pub webhooks: Vec<String>,
    /// By the index of the server.
    pub environments: Vec<EnvironmentNames>,
    /// By the index of the group.
    pub groups: Vec<GroupNames>,
}

/// The names of a group of operations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupNames {
    /// The module inside `client`, `ops` and `types`.
    pub module: String,
    /// The cargo features of its tags, any of which brings it.
    pub features: Vec<String>,
}

/// The names of a server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EnvironmentNames {
    /// The variant.
    pub ident: String,
    /// The fields for its variables.
    pub variables: Vec<String>,
}

impl Names {
    /// The names of a type.
    pub fn ty(&self, id: TypeId) -> &TypeNames {
        &self.types[id.0]
    }
}

/// The names of a type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypeNames {
    /// The type.
    pub ident: String,
    /// The struct that holds what must be given to make a value, for a type that needs one.
    pub required: String,
    /// The fields, choices or cases, by their index.
    pub members: Vec<String>,
    /// The field of the members that are not listed, or the variant of the texts that are not.
    pub rest: String,
    /// What is derived beside what every type derives.
    pub derives: Vec<String>,
    /// The path of the user's type that stands in its place.
    pub replaced: Option<String>,
}

/// The names of an operation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OperationNames {
    /// The method of the client.
    pub method: String,
    /// The methods that send the body in its other formats.
    pub other_methods: Vec<String>,
    /// The marker type in the module `ops`.
    pub marker: String,
    /// The arguments for the parameters that are passed one by one.
    pub args: Vec<String>,
}

/// Decides all names of an API.
pub fn name(api: &Api) -> Names {
    name_as(api, &Choices::default())
}

/// Decides all names of an API, as far as the user has not.
pub fn name_as(api: &Api, choices: &Choices) -> Names {
    let types = types::name_types(api, choices);
    let (schemes, own_servers) = environments::name_setters(api);
    Names {
        operations: operations::name_operations(api, choices, &types),
        webhook: types::name_webhook(&types),
        webhooks: members::name_webhooks(api),
        types,
        schemes,
        own_servers,
        environments: environments::name_environments(api),
        groups: groups::name_groups(api),
    }
}

#[cfg(test)]
mod tests;

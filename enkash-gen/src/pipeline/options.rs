//! What is decided about generated code before there is any.

use crate::{
    ir::Api,
    names::{Choices, Names},
    passes::Selection,
    render,
    report::{Code, Diagnostic},
};

/// What the generated code has to know about the crate that it becomes part of.
#[derive(Debug, Clone)]
pub struct Options {
    /// The path of the run time.
    pub runtime: String,
    /// The path of what binds a user's own struct to an operation; without it the client has no `send`.
    pub endpoint: Option<String>,
    /// The public path of the module, for the examples and links in its documentation; without it there are none.
    pub module: Option<String>,
    /// Whether the documentation of each method has an example; each is a program that `cargo test` compiles.
    pub examples: bool,
    /// Whether only the types are wanted, without a client.
    pub types_only: bool,
    /// Whether the code becomes a crate that has cargo features for tags.
    pub gates: bool,
    /// What the user has decided.
    pub settings: Settings,
}

/// What a user decides about one API, for good: in the project file, so that every front end knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Names and types.
    pub choices: Choices,
    /// The operations that are wanted.
    pub only: Selection,
    /// Whether a request is held against the limits of the document before it is sent.
    pub checks: bool,
    /// How the code is divided into files; what suits the API best, if nothing is said.
    pub layout: Option<Layout>,
}

/// How generated code is divided into files. The items are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// All operations in one file, and all types in another.
    Flat,
    /// The same by tags: what belongs to the operations of one tag alone is a file of its own, and in a crate of its
    /// own only compiled with the cargo feature of the tag.
    Tags,
}

impl Layout {
    /// Every layout, and what it is called.
    pub const ALL: [(&str, Self); 2] = [("flat", Self::Flat), ("tags", Self::Tags)];

    /// The layout of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, layout)| layout)
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            runtime: "enkash_api::runtime".to_owned(),
            endpoint: Some("enkash_api::endpoint".to_owned()),
            module: None,
            examples: true,
            types_only: false,
            gates: false,
            settings: Settings::default(),
        }
    }
}

/// The paths of the options, once they have been read.
pub(super) struct Paths {
    runtime: syn::Path,
    endpoint: Option<syn::Path>,
}

impl Paths {
    pub(super) fn parse(options: &Options) -> Result<Self, Diagnostic> {
        let parse = |path: &String| {
            syn::parse_str::<syn::Path>(path).map_err(|error| {
                Diagnostic::new(Code::Config, format!("`{path}` is no path of a module: {error}"))
                    .help("write it as in `use`, for instance `crate::runtime`")
            })
        };
        Ok(Self {
            runtime: parse(&options.runtime)?,
            endpoint: options.endpoint.as_ref().map(parse).transpose()?,
        })
    }

    pub(super) fn input<'a>(
        &'a self,
        api: &'a Api,
        names: &'a Names,
        options: &'a Options,
    ) -> render::Input<'a> {
        render::Input {
            api,
            names,
            runtime: &self.runtime,
            endpoint: self.endpoint.as_ref(),
            module: options.module.as_deref(),
            examples: options.examples,
            types_only: options.types_only,
            checks: options.settings.checks,
            gates: options.gates,
        }
    }
}

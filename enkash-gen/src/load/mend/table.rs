//! The repairs: everything that is read otherwise than OpenAPI 3.0 would have it, one row each.

use crate::{load::version::Version, report::Code};

/// One kind of repair.
#[derive(Debug, Clone, Copy)]
pub struct Repair {
    /// The code of its diagnostic, which says what was found.
    pub code: Code,
    /// What is assumed instead.
    pub assumed: &'static str,
    /// The version in which it is no deviation, so that nothing is said.
    pub(in crate::load) legal: Option<Version>,
}

impl Repair {
    /// The name of the version in which what was found is as it should be, if there is one.
    pub fn legal_in(&self) -> Option<&'static str> {
        self.legal.map(Version::as_str)
    }
}

const fn always(code: Code, assumed: &'static str) -> Repair {
    Repair { code, assumed, legal: None }
}

const fn unless(legal: Version, code: Code, assumed: &'static str) -> Repair {
    Repair { code, assumed, legal: Some(legal) }
}

/// Every repair, from the text inwards.
pub const REPAIRS: &[Repair] = &[
    always(Code::ControlCharacter, "spaces in their place"),
    always(Code::DuplicateKey, "the last of the two"),
    always(Code::LaterVersion, "OpenAPI 3.1"),
    // any object
    always(Code::MissingPart, "an empty text, list or object"),
    always(Code::WrongKind, "as if it were not there"),
    always(Code::ReadAsText, "its text, as it is written"),
    always(Code::ReadAsFlag, "`true` or `false`"),
    always(Code::ReadAsNumber, "the number"),
    always(Code::ReadAsList, "a list of one"),
    always(Code::MisspeltWord, "the word that differs in case or blanks alone"),
    // operations
    always(Code::MethodCase, "the method"),
    always(Code::SwaggerWords, "`schema`, `content` or `requestBody`"),
    always(Code::UnnamedParameter, "as if it were not there"),
    always(Code::NoSchema, "`{type: string}`"),
    always(Code::TwoDescriptions, "`schema`"),
    always(Code::UnknownStyle, "the default style of the place"),
    always(Code::CollectionFormat, "`csv`; `x-collection-format` keeps the word"),
    always(Code::StatusKey, "the status that is meant, or as if it were not there"),
    // schemas
    always(Code::InvalidSchema, "`{}`"),
    unless(Version::V31, Code::BooleanSchema, "`{}` for `true`, `{not: {}}` for `false`"),
    unless(Version::V31, Code::RefSiblings, "`allOf: [{$ref: …}]`, and the keywords beside it"),
    unless(Version::V31, Code::TypeList, "`anyOf` of the types, with each keyword at the type it restricts"),
    unless(Version::V31, Code::NullType, "`nullable: true`"),
    unless(Version::V31, Code::ConstKeyword, "`enum` with one value"),
    unless(
        Version::V31,
        Code::NumericBound,
        "the bound, with `exclusiveMinimum` or `exclusiveMaximum: true`",
    ),
    unless(Version::V31, Code::NoItems, "`items: {}`"),
    unless(Version::V31, Code::TupleItems, "`x-prefix-items`"),
    unless(Version::V31, Code::PatternProperties, "`additionalProperties`"),
    always(Code::RequiredFlag, "the name is on the `required` list of the object around it"),
    always(Code::IgnoredKeyword, "a schema without it"),
    // references
    always(Code::RefThroughRef, "what is found if each reference on the way is followed"),
    always(Code::UnresolvedRef, "`{}`, where a schema is referred to"),
    always(Code::ExternalRef, "`{}`, where a schema is referred to that cannot be read"),
];

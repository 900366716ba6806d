//! The closed list of everything that can be diagnosed: one row per code, and nowhere else.

use std::fmt;

use super::Severity;

/// Expands to the enum, the list of all codes and the four lookups; a new code is one new row.
macro_rules! codes {
    ($($variant:ident $text:literal $severity:ident $explanation:literal $advice:literal)*) => {
        /// What a diagnostic is about. The text is stable: scripts and issues may name it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $explanation] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable text, in kebab case.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// The severity of a diagnostic with this code, unless its author chose another.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// One sentence on what the code stands for.
            pub const fn explanation(self) -> &'static str {
                match self { $(Self::$variant => $explanation,)* }
            }

            /// What to do about it in general, for a diagnostic that knows nothing better.
            pub const fn advice(self) -> &'static str {
                match self { $(Self::$variant => $advice,)* }
            }
        }
    };
}

codes! {
    // reading and writing
    Io                  "io"                    Error       "A file or folder cannot be read or written."
        "check that the path is right, and that you may read and write there"
    Encoding            "encoding"              Error       "The file is not UTF-8."
        "save the file as UTF-8"
    ForeignFile         "foreign-file"          Error       "A file that was not generated stands where one is to be written."
        "choose another folder, or move the file away"
    TooLarge            "too-large"             Error       "The file is larger than the loader accepts."
        "leave out what no client needs, or split the description into several products"
    BrokenLink          "broken-link"           Error       "A symbolic link was checked out as a text file."
        "check the link out as a link, or put what it points to in its place"
    Config              "config"                Error       "The project file is not as described in its manual."
        "a project file holds a table `[product.name]` with a `document` for each product"
    // the text
    Syntax              "syntax"                Error       "The text is neither valid JSON nor valid YAML."
        "correct the text at this place; look for indentation, and for quotes and brackets without a partner"
    DuplicateKey        "duplicate-key"         Warning     "An object has the same key twice; the last one counts."
        "remove one of the two"
    InexactNumber       "inexact-number"        Warning     "A number is beyond 64 bits and was read as a floating-point number, or is not finite and was read as text."
        "put the number in quotes if every digit of it matters"
    YamlTag             "yaml-tag"              Warning     "A YAML tag has no meaning here and was dropped."
        "remove the tag; put the value in quotes if it is text"
    // the document
    NotOpenapi          "not-openapi"           Error       "The document is not an OpenAPI description."
        "a description begins with `openapi: 3.0.3`"
    UnsupportedVersion  "unsupported-version"   Error       "The document has an OpenAPI version that is not read."
        "convert the description to OpenAPI 3.0 or 3.1"
    LaterVersion        "later-version"         Warning     "The document has a later version than any that is read, and is read as the latest of those."
        "nothing, if it does without what is new in that version"
    InvalidNode         "invalid-node"          Error       "A part of the document is not as the OpenAPI specification demands."
        "see the OpenAPI specification, version 3.0.3"
    UnknownKey          "unknown-key"           Warning     "A key means nothing where it stands and was ignored."
        "remove the key, or correct its spelling; keys of your own begin with `x-`"
    UnresolvedRef       "unresolved-ref"        Error       "A reference points to nothing."
        "a reference looks like `#/components/schemas/Name`"
    RefThroughRef       "ref-through-ref"       Warning     "A reference leads through another reference, where by its letter it ends; the other one is followed."
        "refer to what the other one refers to"
    RefCycle            "ref-cycle"             Error       "A chain of references comes back to itself."
        "let one of the references on the way be the definition itself"
    ExternalRef         "external-ref"          Unsupported "A reference points into another document."
        "put what it points to into this document, under `components`"
    // overlays
    InvalidOverlay      "invalid-overlay"       Error       "An overlay is not as its specification demands, or does not fit the document; what it corrects is not corrected."
        "see the Overlay specification, version 1.0.0"
    OverlayUnmatched    "overlay-unmatched"     Error       "An action of an overlay matches nothing: the document has changed under it."
        "look at what the document says now; then correct the target of the action, or remove the action"
    OverlayReason       "overlay-reason"        Warning     "An action of an overlay does not say why it is there."
        "add a `description` with the reason, for whoever has to decide whether it is still needed"
    // repairs: `load/mend/table.rs` says of each what is assumed, and in which version it is none
    MissingPart         "missing-part"          Warning     "A part that the specification demands is missing, and is taken to be empty."
        "add it"
    WrongKind           "wrong-kind"            Warning     "A part is of a kind that cannot stand there, and is ignored."
        "correct it, or remove it"
    ReadAsText          "read-as-text"          Warning     "A number or a boolean stands where text belongs, and is read as its text."
        "put it into quotes"
    ReadAsFlag          "read-as-flag"          Warning     "Text stands where a boolean belongs, and is read as the boolean it names."
        "write it without quotes"
    ReadAsNumber        "read-as-number"        Warning     "A number is written as text or as a fraction, and is read as the number it names."
        "write it without quotes, and a count without a fraction"
    ReadAsList          "read-as-list"          Warning     "One value stands where a list belongs, and is read as a list of one."
        "write it as a list"
    MisspeltWord        "misspelt-word"         Warning     "A word of the specification is spelled otherwise, and is read as the one that is meant."
        "spell it as the specification does"
    TypeList            "type-list"             Warning     "A schema has a list of types, which OpenAPI 3.0 does not know; the types are alternatives."
        "write `nullable: true` for `null`, and `anyOf` for several types"
    NullType            "null-type"             Warning     "A schema has `null` for a type, which OpenAPI 3.0 does not know; it is read as `nullable: true`."
        "write `nullable: true`"
    NumericBound        "numeric-bound"         Warning     "An exclusive bound is a number, which OpenAPI 3.0 does not know; it is read as the bound."
        "write the number at `minimum` or `maximum`, and `true` here"
    ConstKeyword        "const-keyword"         Warning     "A schema has `const`, which OpenAPI 3.0 does not know; it is read as an enum of one value."
        "write `enum` with one value"
    BooleanSchema       "boolean-schema"        Warning     "A schema is `true` or `false`, which OpenAPI 3.0 does not know; it is read as anything or nothing."
        "write `{}` for anything"
    InvalidSchema       "invalid-schema"        Warning     "Something that is no schema stands where one belongs; any value is accepted there."
        "write a schema; `{}` stands for anything"
    RefSiblings         "ref-siblings"          Warning     "Keywords stand beside a `$ref`, which OpenAPI 3.0 ignores; they are applied as well."
        "write `allOf: [{$ref: …}]` with the keywords beside it"
    NoItems             "no-items"              Warning     "An array does not say what it holds; it holds anything."
        "add `items`; `items: {}` stands for anything"
    TupleItems          "tuple-items"           Warning     "An array describes its elements one by one, which OpenAPI 3.0 does not know."
        "write one schema for all elements"
    PatternProperties   "pattern-properties"    Warning     "Members are described by patterns of their names; the patterns are not checked."
        "write `additionalProperties` if the names do not matter"
    IgnoredKeyword      "ignored-keyword"       Warning     "A keyword of JSON Schema restricts values in a way that is not checked, and is ignored."
        "nothing is missing from the client: what is described besides is accepted without the restriction"
    RequiredFlag        "required-flag"         Warning     "A property says itself that it is required; it is put on the list of its object."
        "name it in the `required` list of the object"
    NoSchema            "no-schema"             Warning     "A parameter or a header does not say what it holds; it holds text."
        "add `schema: {type: string}`, or what its type is"
    TwoDescriptions     "two-descriptions"      Warning     "A parameter or a header has both `schema` and `content`; the schema is used."
        "remove one of them"
    UnnamedParameter    "unnamed-parameter"     Warning     "A parameter has no name or no place, and is left out."
        "add `name` and `in`, or remove the parameter"
    UnknownStyle        "unknown-style"         Warning     "A parameter has a style that its place does not allow; the default is used."
        "remove `style`, or write one that the place allows"
    SwaggerWords        "swagger-words"         Warning     "Words of Swagger 2.0 stand in a document of OpenAPI 3, and are read as what they have become."
        "convert the description to OpenAPI 3 as a whole"
    CollectionFormat    "collection-format"     Warning     "A list is separated in a way that OpenAPI 3 does not know; it is separated by commas."
        "check that the server takes commas"
    StatusKey           "status-key"            Warning     "A key of the answers is no status as the specification spells it."
        "a status is three digits such as `200`, a range such as `4XX`, or `default`"
    MethodCase          "method-case"           Warning     "A method is not written in small letters, and is read as if it were."
        "write it in small letters"
    ControlCharacter    "control-character"     Warning     "The text holds control characters, and is read with spaces in their place."
        "remove them, or write them as escapes"
    // what an operation needs
    InvalidPath         "invalid-path"          Warning     "A path is not written as a path template; what it says to a server was assumed."
        "a path starts with `/` and holds its parameters in braces, like `/loans/{loanId}`"
    PathParameter       "path-parameter"        Warning     "The parameters of a path and those that are declared differ."
        "write each parameter into the path in braces, and declare it with `in: path`"
    UnresolvedSecurity  "unresolved-security"   Warning     "An operation asks for a security scheme that is not declared; nothing is sent for it."
        "declare it under `components.securitySchemes`, or give the header by hand with each call"
    ConflictingSecurity "conflicting-security"  Warning     "Credentials that an operation asks for together stand in the same place; either is taken to be enough."
        "write them as two entries of `security`, which are alternatives"
    TransportSecurity   "transport-security"    Warning     "An operation asks for a certificate of the client, which its transport has to present."
        "give the client a transport that is set up with the certificate"
    UnknownType         "unknown-type"          Warning     "A schema has a type that OpenAPI does not know; what it most likely means was assumed."
        "the types are `object`, `array`, `string`, `integer`, `number` and `boolean`"
    AssumedType         "assumed-type"          Warning     "A schema contradicts itself or leaves something open; what it most likely means was assumed."
        "say in the schema what it means"
    EnumValue           "enum-value"            Warning     "An enum lists values that are not of its type."
        "list values of the type; text is put in quotes"
    DuplicateOperationId "duplicate-operation-id" Warning   "Two operations have the same operationId; both are named after their paths."
        "give one of them another operationId"
    UndeclaredRequired  "undeclared-required"   Warning     "A schema requires a property that it does not declare."
        "declare the property, or take it off the list"
    UndeclaredSuccess   "undeclared-success"    Warning     "An operation declares no success; any 2xx is one, and its body is not read."
        "declare the answer of a success, such as `200`"
    LooserType          "looser-type"           Warning     "A schema says what no type can be; a wider type is read and sent in its place."
        "say it in another way, or live with the wider type"
    IgnoredConstraint   "ignored-constraint"    Warning     "A schema restricts values in a way that no type can, and the restriction is ignored."
        "nothing is missing from the client; the server checks what it is sent"
    IgnoredStatus       "ignored-status"        Warning     "An answer is declared under a key that is no status of its own, and is ignored."
        "remove it, or write the status that it stands for"
    OpaqueBody          "opaque-body"           Warning     "A body is handed over as text or bytes: its schema describes what only another format has."
        "nothing is missing from the client; parse the body, or describe it as JSON if the server knows it"
    IgnoredHeader       "ignored-header"        Warning     "A header parameter has a name that OpenAPI reserves, and is ignored."
        "remove it; a security scheme or a media type says the same"
    IgnoredMediaType    "ignored-media-type"    Warning     "Of several media types only the first supported one is used."
        "put the one that is to be used first"
    IgnoredPartHeader   "ignored-part-header"   Warning     "The headers of a part are not written from the description."
        "give them with the file, which takes headers"
    InvalidMediaType    "invalid-media-type"    Warning     "A media type is none, or cannot hold what its schema describes; the body is written as far as it can be."
        "write a media type such as `application/json`, and an object where members have names"
    WrittenByHand       "written-by-hand"       Warning     "A body has a media type that is not written from a schema; the caller gives it as text or bytes."
        "add `application/json` if the server knows it"
    NestedParameter     "nested-parameter"      Warning     "A parameter holds values inside of values, for which its style has no form; inner ones are sent as JSON."
        "use `style: deepObject` or `content` if the server takes that"
    IgnoredCallback     "ignored-callback"      Warning     "A webhook or a callback has a body that is not JSON, and is not read."
        "nothing is missing from the client: it is a request that the server makes"
    MisspeltExtension   "misspelt-extension"    Warning     "A key looks like a vendor extension that has a meaning here, and is none."
        "correct the spelling, or remove the key"
    InvalidExtension    "invalid-extension"     Warning     "A vendor extension stands where it has no meaning, or has a value that has none."
        "move or correct it, or remove it"
    UnsupportedMethod   "unsupported-method"    Unsupported "An operation has a method that is not generated."
        "the methods are `get`, `put`, `post`, `delete`, `options`, `head`, `patch`, `trace` and `query`"
    UnsupportedMediaType "unsupported-media-type" Unsupported "A body or an answer has no media type that is read and written."
        "add `application/json` if the server knows it, or do without the operation"
    UnsupportedSchema   "unsupported-schema"    Unsupported "A schema describes values that cannot be expressed."
        "describe the values in another way if there is one, or do without the operations that need them"
    UnsupportedSecurity "unsupported-security"  Warning     "A security scheme does not say what is to be sent; nothing is sent for it."
        "describe it as `http`, `apiKey`, `oauth2`, `openIdConnect` or `mutualTLS`, or give the header by hand with each call"
    UnsupportedServer   "unsupported-server"    Warning     "A server has an address that no client can use; callers name one."
        "write it as `https://host/path`"
    // documentation pages
    NotAPage            "not-a-page"            Error       "A documentation page holds no operation."
        "save the page of one endpoint, with its method and its path, as text or as HTML"
    PageEncoding        "page-encoding"         Warning     "A page is not UTF-8, and was read in another encoding."
        "check names and descriptions, and save the page as UTF-8 if they are damaged"
    PageLine            "page-line"             Warning     "A line of a page was not understood, or was not taken."
        "check that nothing is missing from the description; what is missing belongs into an overlay"
    PagePath            "page-path"             Warning     "The path of a page was not written alone and in full; what it most likely is was assumed."
        "compare it with the page, and correct it in an overlay"
    PageNesting         "page-nesting"          Warning     "A page lists nested fields flat, and nothing shows where they belong."
        "unfold the fields before the page is saved, or place them in an overlay"
    PageSample          "page-sample"           Warning     "A sample of a page is damaged; what can be read of it was read."
        "nothing, if the description is right: samples only add to it"
    GluedValues         "glued-values"          Warning     "The allowed values of a field are printed without separators, and nothing tells them apart."
        "list them as `enum` in an overlay; until then any text is allowed"
    LostValue           "lost-value"            Warning     "This copy of a page has lost a name or a value."
        "save the page in another way, or import a second copy together with it"
    FoldedList          "folded-list"           Warning     "A list of fields is folded away in this copy of a page: what it holds is unknown, and not nothing."
        "unfold it before the page is saved, or import an older copy together with it"
    SchemaInProse       "schema-in-prose"       Warning     "A page describes a body in its prose, in clear; what is sent may be an envelope around it."
        "describe the envelope in an overlay, if there is one"
    SampleContradicts   "sample-contradicts"    Warning     "The sample of a body and its fields contradict each other; the fields were taken."
        "find out which is right, and correct the description in an overlay if it is the sample"
    SampleDiffers       "sample-differs"        Warning     "The sample request of a page sends something else than its fields say; the fields were taken."
        "find out which is right, and correct the description in an overlay if it is the sample"
    PagesDisagree       "pages-disagree"        Warning     "Two pages of one operation contradict each other; the one that shows more was taken."
        "find out which is right, and correct the description in an overlay if it is the other"
    // the output
    Internal            "internal"              Error       "The generator made code that does not parse; this is a defect of the generator."
        "please report this, with the document"
}

impl Code {
    /// Whether an error of this kind leaves nothing to generate from, or nowhere to write to.
    pub const fn is_fatal(self) -> bool {
        matches!(
            self,
            Self::Io
                | Self::ForeignFile
                | Self::Encoding
                | Self::TooLarge
                | Self::BrokenLink
                | Self::Config
                | Self::Syntax
                | Self::NotOpenapi
                | Self::UnsupportedVersion
                | Self::InvalidOverlay
                | Self::OverlayUnmatched
                | Self::NotAPage
                | Self::Internal
        )
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Code;

    #[test]
    fn every_code_has_its_own_kebab_case_text_a_sentence_and_advice() {
        let mut seen = HashSet::new();
        for code in Code::ALL {
            let text = code.as_str();
            assert!(seen.insert(text), "`{text}` is used twice");
            assert!(
                text.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()))
            );
            assert!(code.explanation().ends_with('.'), "`{text}` is not explained by a sentence");
            let advice = code.advice();
            assert!(
                !advice.is_empty() && !advice.ends_with('.'),
                "`{text}` has no advice in the style of help"
            );
        }
    }
}

//! The closed list of everything that can be diagnosed: one row per code, and nowhere else.

use std::fmt;

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The document or the project is wrong. What needs the wrong part is left out, and a strict run fails; if it
    /// [cannot be read](Code::is_fatal) at all, every run does.
    Error,
    /// The document is legal, but something in it cannot be expressed yet: one operation or one type is left out,
    /// and a strict run fails.
    Unsupported,
    /// Something was assumed or ignored; the output is complete.
    Warning,
}

impl Severity {
    /// The word in front of the code: `error`, `unsupported`, `warning`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Unsupported => "unsupported",
            Self::Warning => "warning",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

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
    DuplicateKey        "duplicate-key"         Error       "An object has the same key twice."
        "remove one of the two"
    InexactNumber       "inexact-number"        Warning     "A number is beyond 64 bits and was read as a floating-point number, or is not finite and was read as text."
        "put the number in quotes if every digit of it matters"
    YamlTag             "yaml-tag"              Warning     "A YAML tag has no meaning here and was dropped."
        "remove the tag; put the value in quotes if it is text"
    // the document
    NotOpenapi          "not-openapi"           Error       "The document is not an OpenAPI description."
        "a description begins with `openapi: 3.0.3`"
    UnsupportedVersion  "unsupported-version"   Error       "The document has an OpenAPI version that is not read."
        "convert the description to OpenAPI 3.0"
    InvalidNode         "invalid-node"          Error       "A part of the document is not as the OpenAPI specification demands."
        "see the OpenAPI specification, version 3.0.3"
    UnknownKey          "unknown-key"           Warning     "A key means nothing where it stands and was ignored."
        "remove the key, or correct its spelling; keys of your own begin with `x-`"
    UnresolvedRef       "unresolved-ref"        Error       "A reference points to nothing."
        "a reference looks like `#/components/schemas/Name`"
    RefCycle            "ref-cycle"             Error       "A chain of references comes back to itself."
        "let one of the references on the way be the definition itself"
    ExternalRef         "external-ref"          Unsupported "A reference points into another document."
        "put what it points to into this document, under `components`"
    // what an operation needs
    InvalidPath         "invalid-path"          Warning     "A path is not written as a path template; what it says to a server was assumed."
        "a path starts with `/` and holds its parameters in braces, like `/loans/{loanId}`"
    PathParameter       "path-parameter"        Error       "The parameters of a path and those that are declared differ."
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
    IgnoredHeader       "ignored-header"        Warning     "A header parameter has a name that OpenAPI reserves, and is ignored."
        "remove it; a security scheme or a media type says the same"
    IgnoredMediaType    "ignored-media-type"    Warning     "Of several media types only the first supported one is used."
        "put the one that is to be used first"
    IgnoredCallback     "ignored-callback"      Warning     "Callbacks are not generated."
        "nothing is missing from the client: a callback is a request that the server makes"
    MisspeltExtension   "misspelt-extension"    Warning     "A key looks like a vendor extension that has a meaning here, and is none."
        "correct the spelling, or remove the key"
    InvalidExtension    "invalid-extension"     Warning     "A vendor extension stands where it has no meaning, or has a value that has none."
        "move or correct it, or remove it"
    UnsupportedMethod   "unsupported-method"    Unsupported "An operation has a method that is not generated."
        "the methods are `get`, `put`, `post`, `delete`, `options`, `head`, `patch`, `trace` and `query`"
    UnsupportedParameter "unsupported-parameter" Unsupported "A parameter is of a kind that is not generated."
        "describe it as text, a number or a list of such if the server takes that, or do without the operation"
    UnsupportedStyle    "unsupported-style"     Unsupported "A parameter is written in a style that is not generated."
        "describe it in the default style if the server takes that, or do without the operation"
    UnsupportedMediaType "unsupported-media-type" Unsupported "A body or an answer has no media type that is read and written."
        "add `application/json` if the server knows it, or do without the operation"
    UnsupportedSchema   "unsupported-schema"    Unsupported "A schema describes values that cannot be expressed."
        "describe the values in another way if there is one, or do without the operations that need them"
    UnsupportedSecurity "unsupported-security"  Warning     "A security scheme does not say what is to be sent; nothing is sent for it."
        "describe it as `http`, `apiKey`, `oauth2`, `openIdConnect` or `mutualTLS`, or give the header by hand with each call"
    UnsupportedServer   "unsupported-server"    Warning     "A server has an address that no client can use; callers name one."
        "write it as `https://host/path`"
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

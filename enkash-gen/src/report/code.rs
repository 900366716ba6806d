//! The closed list of everything that can be diagnosed: one row per code, and nowhere else.

use std::fmt;

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The document or the project is wrong; nothing is written.
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

/// Expands to the enum, the list of all codes and the three lookups; a new code is one new row.
macro_rules! codes {
    ($($variant:ident $text:literal $severity:ident $explanation:literal)*) => {
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
        }
    };
}

codes! {
    // reading and writing
    Io                  "io"                    Error       "A file or folder cannot be read or written."
    Encoding            "encoding"              Error       "The file is not UTF-8."
    TooLarge            "too-large"             Error       "The file is larger than the loader accepts."
    BrokenLink          "broken-link"           Error       "A symbolic link was checked out as a text file."
    Config              "config"                Error       "The project file is not as described in its manual."
    // the text
    Syntax              "syntax"                Error       "The text is neither valid JSON nor valid YAML."
    DuplicateKey        "duplicate-key"         Error       "An object has the same key twice."
    InexactNumber       "inexact-number"        Warning     "A number is beyond 64 bits and was read as a floating-point number, or is not finite and was read as text."
    YamlTag             "yaml-tag"              Warning     "A YAML tag has no meaning here and was dropped."
    // the document
    NotOpenapi          "not-openapi"           Error       "The document is not an OpenAPI description."
    UnsupportedVersion  "unsupported-version"   Error       "The document has an OpenAPI version that is not read."
    InvalidNode         "invalid-node"          Error       "A part of the document is not as the OpenAPI specification demands."
    UnknownKey          "unknown-key"           Warning     "A key means nothing where it stands and was ignored."
    UnresolvedRef       "unresolved-ref"        Error       "A reference points to nothing."
    RefCycle            "ref-cycle"             Error       "A chain of references comes back to itself."
    ExternalRef         "external-ref"          Unsupported "A reference points into another document."
    // what an operation needs
    InvalidPath         "invalid-path"          Error       "A path is not a path template."
    PathParameter       "path-parameter"        Error       "The parameters of a path and those that are declared differ."
    UnresolvedSecurity  "unresolved-security"   Error       "An operation asks for a security scheme that is not declared."
    UnknownType         "unknown-type"          Error       "A schema has a type that OpenAPI does not know."
    DuplicateOperationId "duplicate-operation-id" Warning   "Two operations have the same operationId; both are named after their paths."
    UndeclaredRequired  "undeclared-required"   Warning     "A schema requires a property that it does not declare."
    UndeclaredSuccess   "undeclared-success"    Warning     "An operation declares no success; any 2xx is one, and its body is not read."
    IgnoredHeader       "ignored-header"        Warning     "A header parameter has a name that OpenAPI reserves, and is ignored."
    IgnoredMediaType    "ignored-media-type"    Warning     "Of several media types only the first supported one is used."
    IgnoredCallback     "ignored-callback"      Warning     "Callbacks are not generated."
    MisspeltExtension   "misspelt-extension"    Warning     "A key looks like a vendor extension that has a meaning here, and is none."
    InvalidExtension    "invalid-extension"     Warning     "A vendor extension stands where it has no meaning, or has a value that has none."
    UnsupportedPathItem "unsupported-path-item" Unsupported "A path is described elsewhere."
    UnsupportedParameter "unsupported-parameter" Unsupported "A parameter is of a kind that is not generated."
    UnsupportedStyle    "unsupported-style"     Unsupported "A parameter is written in a style that is not generated."
    UnsupportedMediaType "unsupported-media-type" Unsupported "A body or an answer has no media type that is read and written."
    UnsupportedSchema   "unsupported-schema"    Unsupported "A schema describes values that cannot be expressed."
    UnsupportedSecurity "unsupported-security"  Unsupported "An operation can only be called with a security scheme that is not generated."
    UnsupportedServer   "unsupported-server"    Unsupported "A server has no complete address, or belongs to one operation."
    // the output
    Internal            "internal"              Error       "The generator made code that does not parse; this is a defect of the generator."
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
    fn every_code_has_its_own_kebab_case_text_and_a_sentence() {
        let mut seen = HashSet::new();
        for code in Code::ALL {
            let text = code.as_str();
            assert!(seen.insert(text), "`{text}` is used twice");
            assert!(
                text.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()))
            );
            assert!(code.explanation().ends_with('.'), "`{text}` is not explained by a sentence");
        }
    }
}

//! What a rule is made of: the noun it is about, what happened to it, which way it travels, and how much that weighs.
//!
//! The rules themselves are rows of the one table in [`rules`](super::rules).

use std::fmt;

use super::rendering::Fact;

/// How much a change weighs for a client that was written against the old description.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Impact {
    /// Only texts have changed.
    Documentation,
    /// What worked still works.
    Compatible,
    /// It depends on the server or on the program whether something breaks.
    PossiblyBreaking,
    /// Something that worked does not work any more.
    Breaking,
}

impl Impact {
    /// Every impact, the heaviest first.
    pub const ALL: [Self; 4] =
        [Self::Breaking, Self::PossiblyBreaking, Self::Compatible, Self::Documentation];

    /// The stable words: `breaking`, `possibly breaking`, `compatible`, `documentation`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Documentation => "documentation",
            Self::Compatible => "compatible",
            Self::PossiblyBreaking => "possibly breaking",
            Self::Breaking => "breaking",
        }
    }
}

impl fmt::Display for Impact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Which way the thing travels that has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// From the client to the server.
    Sent,
    /// From the server to the client.
    Received,
    /// It does not matter.
    Either,
}

impl Direction {
    /// One word: `sent`, `received`, `either`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Received => "received",
            Self::Either => "either",
        }
    }
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Event {
    /// It is there now.
    Added,
    /// It was there.
    Removed,
    /// It is another one.
    Changed,
    /// It allows less.
    Narrowed,
    /// It allows more.
    Widened,
}

impl Event {
    /// One word: `added`, `removed`, `changed`, `narrowed`, `widened`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Narrowed => "narrowed",
            Self::Widened => "widened",
        }
    }
}

/// Expands to the enum of nouns, their words, and the kind of fact each is on a page.
macro_rules! nouns {
    ($($variant:ident $word:literal $fact:ident)*) => {
        /// What a rule is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Noun {
            $(#[doc = concat!("The ", $word, ".")] $variant,)*
        }

        impl Noun {
            /// What it is called.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The kind of fact that it is: what a rendering of a page may be unable to show.
            pub const fn fact(self) -> Fact {
                match self { $(Self::$variant => Fact::$fact,)* }
            }

            /// Whether a sample shows it: how a member is spelled, and whether a body is an object or a text. Samples
            /// are wrong about types, and say nothing of what may be left out.
            pub(super) const fn is_in_samples(self) -> bool {
                matches!(self, Self::FieldName | Self::BodyKind)
            }
        }
    };
}

nouns! {
    Title           "title of the API"              Heading
    Version         "version of the API"            Heading
    Server          "server"                        Server
    DefaultServer   "first server"                  Server
    ServerVariable  "variable of a server"          Server
    OwnServer       "server of an operation"        Server
    Operation       "operation"                     Heading
    Path            "path of an operation"          Heading
    PathName        "name of a path parameter"      Heading
    Method          "method of an operation"        Heading
    OperationId     "operation id"                  Heading
    Deprecation     "advice against it"             Heading
    Tags            "tags of an operation"          Heading
    Reading         "readability of a part"         Heading
    TokenOperation  "token operation"               Extension
    Safety          "safety of an operation"        Extension
    BusinessError   "business error"                Extension
    Secrecy         "secrecy of a value"            Extension
    Masking         "masking of a value"            Extension
    Transport       "part of the transport"         Extension
    Page            "page"                          Page
    PageDate        "date of the page"              Date
    Parameter       "parameter"                     Parameter
    NeededParameter "required parameter"            Parameter
    ParameterNeed   "requiredness of a parameter"   Requiredness
    ParameterPlace  "place of a parameter"          Parameter
    ParameterStyle  "style of a parameter"          Parameter
    Body            "body"                          Field
    NeededBody      "required body"                 Field
    BodyNeed        "requiredness of the body"      Requiredness
    BodyKind        "kind of the body"              Type
    Media           "media type"                    Field
    Encoding        "encoding of a member"          Field
    FieldOrder      "order of the members"          Field
    Field           "member"                        Field
    NeededField     "required member"               Field
    OptionalField   "optional member"               Field
    FieldName       "name of a member"              Field
    FieldNeed       "requiredness of a member"      Requiredness
    Access          "direction of a member"         Requiredness
    Null            "null"                          Limit
    Type            "type"                          Type
    Shape           "description of a value"        Field
    List            "list"                          Type
    Format          "format"                        Type
    Enum            "enum"                          Limit
    Value           "value of an enum"              Limit
    Constant        "only value"                    Limit
    Bound           "bound"                         Limit
    Pattern         "pattern"                       Limit
    Default         "default"                       Limit
    Variant         "member of a union"             Field
    Tag             "tag of a union"                Field
    Rest            "further members"               Field
    Success         "success status"                Response
    Failure         "failure status"                Response
    Stream          "stream of events"              Response
    Header          "header of an answer"           Response
    Scheme          "security scheme"               Security
    Flow            "token flow of a scheme"        Security
    Security        "security of an operation"      Security
    Alternative     "alternative credential"        Security
    Anonymous       "anonymous call"                Security
    Scope           "scope"                         Security
    Webhook         "webhook"                       Response
    Summary         "summary of an operation"       Heading
    Description     "description"                   Description
    Prose           "description of an operation"   Prose
    Example         "example"                       Example
}

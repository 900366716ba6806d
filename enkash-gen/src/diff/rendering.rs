//! What a rendering of a documentation page can show: the one table, by which the absence of a fact is told from its
//! removal.
//!
//! The renderings are those in which copies of one page occur. A fact without a rendering was written by hand, and
//! shows everything.

/// A kind of fact on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fact {
    /// Method, path, title and status.
    Heading,
    /// The text of the operation.
    Prose,
    /// Where it is served; known from sample code.
    Server,
    /// The section about authorization.
    Security,
    /// The lists of parameters.
    Parameter,
    /// The list of members of a body, sent or received.
    Field,
    /// Whether something must be there.
    Requiredness,
    /// The types, where they are written and not inferred from an example.
    Type,
    /// Enums, bounds, patterns, defaults, `null`.
    Limit,
    /// Texts beside members and parameters.
    Description,
    /// Example values.
    Example,
    /// The answers.
    Response,
    /// The day on which the page was changed.
    Date,
    /// The page itself.
    Page,
    /// What people have added by hand.
    Extension,
}

/// A rendering, its name in `x-source`, and what it cannot show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rendering {
    /// The value of `rendering`.
    pub name: &'static str,
    /// The kinds of fact that are missing, or known only in part, in such a copy.
    pub hides: &'static [Fact],
}

/// The table.
pub const RENDERINGS: [Rendering; 6] = [
    Rendering { name: "full", hides: &[] },
    Rendering {
        name: "collapsed",
        hides: &[
            Fact::Parameter,
            Fact::Field,
            Fact::Requiredness,
            Fact::Type,
            Fact::Limit,
            Fact::Description,
        ],
    },
    Rendering { name: "mojibake", hides: &[Fact::Prose, Fact::Description, Fact::Example] },
    Rendering { name: "dash", hides: &[Fact::Prose, Fact::Description, Fact::Example] },
    Rendering { name: "data-schema", hides: &[Fact::Date, Fact::Server] },
    Rendering {
        name: "stripped",
        hides: &[
            Fact::Heading,
            Fact::Prose,
            Fact::Server,
            Fact::Security,
            Fact::Parameter,
            Fact::Field,
            Fact::Requiredness,
            Fact::Limit,
            Fact::Description,
            Fact::Response,
            Fact::Date,
        ],
    },
];

/// The rendering of this name.
pub fn rendering(name: &str) -> Option<&'static Rendering> {
    RENDERINGS.iter().find(|rendering| rendering.name == name)
}

#[cfg(test)]
mod tests {
    use super::{Fact, RENDERINGS, rendering};

    #[test]
    fn only_a_full_page_shows_everything_and_nothing_hides_what_people_added() {
        for known in RENDERINGS {
            assert_eq!(known.hides.is_empty(), known.name == "full", "{}", known.name);
            assert!(!known.hides.contains(&Fact::Extension), "{}", known.name);
        }
        assert_eq!(rendering("by hand"), None);
    }
}

//! The ways in which a page is saved, each of which loses something else.

use std::fmt;

use super::{field, line::Line, skeleton};

/// How a page was saved. The order is that of how much survives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rendering {
    /// Text of an article: method, path, title and many names of fields are lost.
    Stripped,
    /// The lists of fields are folded away; samples remain.
    Collapsed,
    /// Navigation with dashes, types that end in `Â`: descriptions are lost.
    Mojibake,
    /// Like [`Mojibake`](Self::Mojibake), with its characters intact.
    Dash,
    /// The oldest form, with `Data Schema` and relative dates: code samples are lost.
    DataSchema,
    /// Everything but the depth of nested fields.
    Full,
}

impl Rendering {
    /// `full`, `collapsed`, `mojibake`, `dash`, `data-schema`, `stripped`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Collapsed => "collapsed",
            Self::Mojibake => "mojibake",
            Self::Dash => "dash",
            Self::DataSchema => "data-schema",
            Self::Stripped => "stripped",
        }
    }
}

impl fmt::Display for Rendering {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How the page was saved; `None` if it is no page of an operation, such as a guide.
pub(super) fn classify(lines: &[Line]) -> Option<Rendering> {
    let has = |is: &dyn Fn(&str) -> bool| lines.iter().any(|line| is(&line.text));
    let fields = (0..lines.len()).filter(|at| field::starts(lines, *at)).count();
    let labels = (0..lines.len()).filter(|at| skeleton::is_list_label(&lines[*at].text)).count();
    if skeleton::operation(lines).is_none() {
        let triples = (1..lines.len()).any(|at| field::is_nameless(lines, at - 1));
        let curl = has(&|text| text.starts_with("curl"));
        return (fields > 0 || triples || labels > 0 || curl).then_some(Rendering::Stripped);
    }
    if has(&|text| {
        text == "Data Schema" || text.starts_with("HTTP Code:") || text.starts_with("Last modified:")
    }) {
        return Some(Rendering::DataSchema);
    }
    let root_values = (0..lines.len()).any(|at| field::is_nameless(lines, at));
    let listed = labels > 0 || has(&|text| text == "Body");
    if listed && fields == 0 && !root_values {
        return Some(Rendering::Collapsed);
    }
    if lines.iter().any(|line| line.damaged && super::kind::Kind::parse(&line.text).is_some()) {
        return Some(Rendering::Mojibake);
    }
    let dashes = lines.iter().any(|line| line.text.starts_with("- "));
    let bullets = lines.iter().any(|line| line.text.starts_with("• ") || line.is_crumb());
    Some(if dashes && !bullets { Rendering::Dash } else { Rendering::Full })
}

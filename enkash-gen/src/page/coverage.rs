//! What became of each line of a page.

/// What a line was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Became {
    /// Around the page: menus, breadcrumbs, links to other pages.
    Navigation,
    /// A heading, or a word that says what the next line is.
    Label,
    /// Something that is in the description.
    Fact,
    /// A part of a sample: a request, a body.
    Sample,
    /// Prose.
    Description,
    /// Not understood.
    Unknown,
}

impl Became {
    /// Every one, in this order.
    pub const ALL: [Self; 6] =
        [Self::Navigation, Self::Label, Self::Fact, Self::Sample, Self::Description, Self::Unknown];

    /// `navigation`, `label`, `fact`, `sample`, `description`, `unknown`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Navigation => "navigation",
            Self::Label => "label",
            Self::Fact => "fact",
            Self::Sample => "sample",
            Self::Description => "description",
            Self::Unknown => "unknown",
        }
    }
}

/// One line that is not blank, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// The line, counted from 1.
    pub line: usize,
    /// What it was read as.
    pub became: Became,
    /// Its text, without secrets.
    pub text: String,
}

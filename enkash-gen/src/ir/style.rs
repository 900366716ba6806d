//! How a parameter or a member of a form is written.

/// What a style of OpenAPI comes to, `explode` aside.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Style {
    /// The style.
    pub notation: Notation,
    /// Whether reserved characters are sent as they are.
    pub reserved: bool,
    /// Whether `null` is sent as an empty value.
    pub empty: bool,
}

impl Style {
    /// A style without further wishes.
    pub const fn of(notation: Notation) -> Self {
        Self { notation, reserved: false, empty: false }
    }
}

/// A style of OpenAPI.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Notation {
    /// `simple` in a path or a header, `form` elsewhere.
    #[default]
    Plain,
    /// `label`
    Label,
    /// `matrix`
    Matrix,
    /// `spaceDelimited`
    Spaces,
    /// `pipeDelimited`
    Pipes,
    /// `deepObject`
    Deep,
    /// No style, but JSON as text.
    Json,
}

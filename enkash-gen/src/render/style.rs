//! Places and styles as the run time's tables have them.

use crate::ir::{Location, Notation, Style};

/// The modifiers of a table's field, in order; defaults are not marked. Whether the value may be more than one text
/// decides about `explode`, which a text does not notice.
pub fn modifiers(
    location: Location,
    style: Style,
    explode: bool,
    composite: bool,
) -> impl Iterator<Item = &'static str> {
    let place = match location {
        Location::Body => None,
        Location::Path => Some("path"),
        Location::Query => Some("query"),
        Location::Header => Some("header"),
        Location::Cookie => Some("cookie"),
    };
    let notation = match style.notation {
        Notation::Plain => None,
        Notation::Label => Some("label"),
        Notation::Matrix => Some("matrix"),
        Notation::Spaces => Some("spaces"),
        Notation::Pipes => Some("pipes"),
        Notation::Deep => Some("deep"),
        Notation::Json => Some("json"),
    };
    let joined = matches!(style.notation, Notation::Spaces | Notation::Pipes)
        || matches!(location, Location::Path | Location::Header);
    let said = composite && !matches!(style.notation, Notation::Deep | Notation::Json);
    let explode = match (said, joined, explode) {
        (true, true, true) => Some("exploded"),
        (true, false, false) => Some("joined"),
        _ => None,
    };
    let reserved = style.reserved.then_some("reserved");
    let empty = style.empty.then_some("empty");
    [place, notation, explode, reserved, empty].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::modifiers;
    use crate::ir::{Location, Notation, Style};

    #[test]
    fn only_what_is_no_default_is_marked() {
        let style = Style::of;
        for (location, style, explode, expected) in [
            (Location::Query, Style::default(), true, "query"),
            (Location::Query, Style::default(), false, "query joined"),
            (Location::Query, style(Notation::Pipes), false, "query pipes"),
            (Location::Query, style(Notation::Spaces), true, "query spaces exploded"),
            (Location::Query, style(Notation::Deep), false, "query deep"),
            (
                Location::Query,
                Style { reserved: true, empty: true, ..Style::default() },
                true,
                "query reserved empty",
            ),
            (Location::Path, Style::default(), false, "path"),
            (Location::Path, style(Notation::Matrix), true, "path matrix exploded"),
            (Location::Header, Style::default(), true, "header exploded"),
            (Location::Cookie, Style::default(), false, "cookie joined"),
            (Location::Body, style(Notation::Json), true, "json"),
        ] {
            let found: Vec<_> = modifiers(location, style, explode, true).collect();
            assert_eq!(found.join(" "), expected);
        }
        assert_eq!(modifiers(Location::Query, Style::default(), false, false).collect::<Vec<_>>(), ["query"]);
    }
}

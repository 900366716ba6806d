//! A listing of public items, taken apart: what each line declares, and under which path a user finds it.

use std::collections::HashMap;

/// One public item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item<'t> {
    pub(super) kind: Kind,
    /// The path a user writes, such as `Book::new` or `Book.title`.
    pub(super) path: String,
    /// The attributes that are part of a contract.
    pub(super) marks: Vec<&'t str>,
    /// The whole line without them, its path as a user writes it.
    pub(super) text: String,
    /// Whether a variant holds something.
    pub(super) is_unit: bool,
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    Struct,
    Enum,
    Variant,
    Field,
    Function,
    Constant,
    Alias,
    Trait,
    Module,
    Derive,
    Implementation,
    Macro,
}

/// The items of a listing in their order. Re-exports are left out: where they lead is where a user finds things.
pub(super) fn items(listing: &str) -> Vec<Item<'_>> {
    listing.lines().filter_map(item).collect()
}

fn item(line: &str) -> Option<Item<'_>> {
    let mut rest = line;
    let mut marks = Vec::new();
    while let Some((mark, after)) = rest.strip_prefix("#[").and_then(|rest| rest.split_once("] ")) {
        marks.push(mark);
        rest = after;
    }
    let (word, declared) = rest.split_once(' ')?;
    let until = |ends: &[char]| declared.split(ends).next().unwrap_or_default();
    let (kind, path) = match word {
        "struct" => (Kind::Struct, until(&['<'])),
        "enum" => (Kind::Enum, until(&['<'])),
        "variant" => (Kind::Variant, until(&['('])),
        // A path holds `::`, what is between a field and its type is a single colon.
        "field" => (Kind::Field, declared.split(": ").next().unwrap_or_default()),
        "const" if !declared.starts_with("fn ") => {
            (Kind::Constant, declared.split(": ").next().unwrap_or_default())
        }
        "static" => (Kind::Constant, declared.split(": ").next().unwrap_or_default()),
        "type" => (Kind::Alias, until(&['<', ' '])),
        "trait" => (Kind::Trait, declared),
        "mod" => (Kind::Module, declared),
        "derive" => (Kind::Derive, declared),
        "macro" => (Kind::Macro, declared),
        "use" => return None,
        _ if word.starts_with("impl") => (Kind::Implementation, rest),
        _ => {
            let (_, declared) = rest.split_once("fn ")?;
            (Kind::Function, declared.split('(').next().unwrap_or_default())
        }
    };
    let public = match kind {
        Kind::Derive | Kind::Macro | Kind::Implementation => {
            path.split(' ').map(public).collect::<Vec<_>>().join(" ")
        }
        _ => public(path),
    };
    let text = rest.replacen(path, &public, 1);
    let is_unit = kind == Kind::Variant && !declared.contains('(');
    Some(Item { kind, path: public, marks, text, is_unit })
}

/// The modules that a user does not see: what is in them is re-exported above.
const HIDDEN: [&str; 3] = ["bound", "client", "types"];

/// The path under which a user finds an item: hidden modules, and those of tags inside of others, are left out.
fn public(path: &str) -> String {
    let parts: Vec<&str> = path.split("::").collect();
    let is_module =
        |part: &str| part.starts_with(|c: char| c.is_ascii_lowercase()) && !part.contains(['(', '<', '.']);
    let mut kept: Vec<&str> = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let is_last = index + 1 == parts.len();
        let is_hidden = match index {
            0 => HIDDEN.contains(part),
            // `ops::plays::ListPlays`, `types::plays::Play`: the module of a tag.
            1 => is_module(part) && (parts[0] == "ops" || HIDDEN.contains(&parts[0])),
            _ => false,
        };
        if is_last || !is_hidden {
            kept.push(part);
        }
    }
    kept.join("::")
}

/// The item that another is part of: `Book` of `Book.title`, of `Book::new`, and of `Book::Variant`.
pub(super) fn owner(path: &str) -> Option<&str> {
    path.rsplit_once('.').or_else(|| path.rsplit_once("::")).map(|(owner, _)| owner)
}

/// Items by what they are and where they are found.
pub(super) fn by_path<'i, 't>(items: &'i [Item<'t>]) -> HashMap<(Kind, &'i str), &'i Item<'t>> {
    items.iter().map(|item| ((item.kind, item.path.as_str()), item)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Kind, items};

    #[test]
    fn items_have_the_paths_that_a_user_writes() {
        let listing = "\
mod ops
use self::types::*
const DIGEST: &str
macro rt::client! client::Client
fn client::box_office::Client::refund(&self, body: &Refund) -> rt::Call<'_, (), rt::Undeclared>
impl From<Environment> for client::rt::BaseUrl
struct ops::plays::ListPlays
derive Clone for types::plays::Play
#[non_exhaustive] struct types::plays::Play
#[deprecated] field types::plays::Play.title: Option<String>
#[must_use] const fn types::Play::new() -> Self
variant types::Genre::Unknown(String)
";
        let found: Vec<(Kind, String)> =
            items(listing).into_iter().map(|item| (item.kind, item.path)).collect();
        let expected = [
            (Kind::Module, "ops"),
            (Kind::Constant, "DIGEST"),
            (Kind::Macro, "rt::client! Client"),
            (Kind::Function, "Client::refund"),
            (Kind::Implementation, "impl From<Environment> for BaseUrl"),
            (Kind::Struct, "ops::ListPlays"),
            (Kind::Derive, "Clone for Play"),
            (Kind::Struct, "Play"),
            (Kind::Field, "Play.title"),
            (Kind::Function, "Play::new"),
            (Kind::Variant, "Genre::Unknown"),
        ];
        assert_eq!(found, expected.map(|(kind, path)| (kind, path.to_owned())));
    }
}

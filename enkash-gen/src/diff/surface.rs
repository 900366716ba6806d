//! A listing of public items, taken apart: what each line declares, and under which path a user finds it.

use std::collections::{BTreeMap, HashMap, HashSet};

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

/// The items of a listing in their order. Re-exports are left out: where they lead is where a user finds things. Under a
/// further name of a struct stands what stands under its own, with that name in the place of the other.
pub(super) fn items(listing: &str) -> Vec<Item<'_>> {
    let own: Vec<Item<'_>> = listing.lines().filter_map(item).collect();
    let further = further_names(&own);
    let mut parts: HashMap<&str, Vec<&Item<'_>>> = HashMap::new();
    for item in &own {
        parts.entry(item.of()).or_default().push(item);
    }
    let mut all = Vec::new();
    for item in &own {
        match further.get(item.path.as_str()).filter(|_| item.kind == Kind::Alias) {
            None => all.push(item.clone()),
            Some(of) => {
                let called = |text: &str| renamed(text, of, &item.path);
                all.extend(parts.get(of).into_iter().flatten().map(|part| Item {
                    path: called(&part.path),
                    text: called(&part.text),
                    ..(*part).clone()
                }));
            }
        }
    }
    all
}

/// Every name of a struct, and the struct's own.
pub(super) fn names_of_structs(listing: &str) -> BTreeMap<String, String> {
    let items: Vec<Item<'_>> = listing.lines().filter_map(item).collect();
    let own = items.iter().filter(|item| item.kind == Kind::Struct).map(|item| (&*item.path, &*item.path));
    let pairs = own.chain(further_names(&items));
    pairs.map(|(name, own)| (name.to_owned(), own.to_owned())).collect()
}

/// The further names of structs, and the structs' own.
fn further_names<'i>(items: &'i [Item<'_>]) -> HashMap<&'i str, &'i str> {
    let structs: HashSet<&str> =
        items.iter().filter(|item| item.kind == Kind::Struct).map(|item| item.path.as_str()).collect();
    let aliases = items.iter().filter(|item| item.kind == Kind::Alias);
    let pairs = aliases.filter_map(|item| Some((item.path.as_str(), item.text.split_once(" = ")?.1)));
    pairs.filter(|(_, of)| structs.contains(of)).collect()
}

/// A text with another name, and what must be given to make one called accordingly.
fn renamed(text: &str, name: &str, other: &str) -> String {
    let short = |name: &str| name.strip_suffix("Request").unwrap_or(name).to_owned() + "Required";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_alphanumeric() || c == '_') {
        let (before, word) = rest.split_at(start);
        let end = word.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        out.push_str(before);
        match word {
            word if word == name => out.push_str(other),
            word if word == short(name) => out.push_str(&short(other)),
            word => out.push_str(word),
        }
        rest = after;
    }
    out + rest
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

impl Item<'_> {
    /// The struct or enum that this is part of, or its own path.
    pub(super) fn of(&self) -> &str {
        match self.kind {
            Kind::Field | Kind::Variant | Kind::Function | Kind::Constant => {
                owner(&self.path).unwrap_or(&self.path)
            }
            Kind::Derive | Kind::Implementation | Kind::Macro => {
                self.path.rsplit(' ').next().unwrap_or_default()
            }
            _ => &self.path,
        }
    }
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
    fn a_further_name_has_all_that_its_struct_has() {
        let listing = "\
struct types::List
derive Clone for types::List
field types::List.page: Option<i64>
fn types::List::new(required: ListRequired) -> Self
struct types::ListRequired
type types::plays::Find = List
type types::plays::FindRequired = ListRequired
type types::Money = crate::Money
";
        let found: Vec<(Kind, String)> =
            items(listing).into_iter().skip(5).map(|item| (item.kind, item.text)).collect();
        let expected = [
            (Kind::Struct, "struct Find"),
            (Kind::Derive, "derive Clone for Find"),
            (Kind::Field, "field Find.page: Option<i64>"),
            (Kind::Function, "fn Find::new(required: FindRequired) -> Self"),
            (Kind::Struct, "struct FindRequired"),
            (Kind::Alias, "type Money = crate::Money"),
        ];
        assert_eq!(found, expected.map(|(kind, text)| (kind, text.to_owned())));
    }

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

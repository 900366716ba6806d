//! What a change of the description does to the generated Rust API, by the rules of semantic versioning.
//!
//! The verdict is never milder than what `cargo semver-checks` says of the two crates; it is stricter where that tool
//! does not look: at the types of fields, parameters and results.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::surface::{Item, Kind, by_path, items, names_of_structs, owner};

/// Which part of a version has to change.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bump {
    /// None: nothing is different.
    #[default]
    None,
    /// The last: users notice nothing but texts and behaviour.
    Patch,
    /// The middle one: there is more than before, and everything that compiled still does.
    Minor,
    /// The first: code that compiled may not compile any more.
    Major,
}

impl Bump {
    /// One word: `none`, `patch`, `minor`, `major`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// What cargo makes of it below 1.0, where the middle number stands for the first.
    pub const fn below_one(self) -> &'static str {
        match self {
            Self::None => "no release is needed",
            Self::Patch | Self::Minor => "below 1.0 the last number grows: 0.1.0 becomes 0.1.1",
            Self::Major => {
                "below 1.0 the middle number grows: 0.1.0 becomes 0.2.0, which cargo takes only when told"
            }
        }
    }
}

impl std::fmt::Display for Bump {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

/// One change of the Rust API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemChange {
    /// The path of the item, as a user writes it.
    pub item: String,
    /// Its line in the listing before, if it was there.
    pub before: Option<String>,
    /// Its line in the listing now, if it is there.
    pub after: Option<String>,
    /// What it asks of the version.
    pub bump: Bump,
    /// Why, in a few words.
    pub why: &'static str,
}

/// What changed in the Rust API of one product.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RustApi {
    /// The changes: what is gone, what differs, what has come.
    pub changes: Vec<ItemChange>,
    /// What they ask of the version together.
    pub bump: Bump,
}

/// What the generator made of one description.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Surface {
    /// The listing of the public items, with derived traits: see [`surface`](crate::emit::surface).
    pub listing: String,
    /// The cargo features of its own.
    pub features: Vec<String>,
    /// The digest of the description.
    pub digest: String,
}

/// Compares what the generator makes of both descriptions.
pub fn rust_api(old: &Surface, new: &Surface) -> RustApi {
    let (before, after) = (items(&old.listing), items(&new.listing));
    let (was, is) = (by_path(&before), by_path(&after));
    let mut changes = Vec::new();
    for item in before.iter().filter(|item| !is.contains_key(&(item.kind, item.path.as_str()))) {
        // What goes with its owner is said there.
        if !has_gone_with_owner(item, |path| is_there(&was, path), |path| is_there(&is, path)) {
            changes.push(change(Some(item), None, Bump::Major, gone(item.kind)));
        }
    }
    for item in &before {
        if let Some(other) = is.get(&(item.kind, item.path.as_str())) {
            changes.extend(differs(item, other));
        }
    }
    orders(&before, &after, &mut changes);
    for item in after.iter().filter(|item| !was.contains_key(&(item.kind, item.path.as_str()))) {
        if !has_gone_with_owner(item, |path| is_there(&is, path), |path| is_there(&was, path)) {
            let (bump, why) =
                come(item, |kind, path| was.get(&(kind, path)).map(|item| item.marks.as_slice()));
            changes.push(change(None, Some(item), bump, why));
        }
    }
    names(&old.listing, &new.listing, &mut changes);
    features(old, new, &mut changes);
    let least = if old.digest == new.digest { Bump::None } else { Bump::Patch };
    let bump = changes.iter().map(|change| change.bump).max().unwrap_or_default().max(least);
    RustApi { changes, bump }
}

/// A lookup of items.
type Items<'i, 't> = HashMap<(Kind, &'i str), &'i Item<'t>>;

const OWNERS: [Kind; 4] = [Kind::Struct, Kind::Enum, Kind::Variant, Kind::Trait];

fn is_there(items: &Items<'_, '_>, path: &str) -> bool {
    OWNERS.iter().any(|kind| items.contains_key(&(*kind, path)))
}

/// Whether an item is part of another that is on the same side only.
fn has_gone_with_owner(item: &Item<'_>, here: impl Fn(&str) -> bool, there: impl Fn(&str) -> bool) -> bool {
    let owner = item.of();
    owner != item.path && here(owner) && !there(owner)
}

fn change(before: Option<&Item<'_>>, after: Option<&Item<'_>>, bump: Bump, why: &'static str) -> ItemChange {
    let line = |item: &Item<'_>| {
        let marks: String = item.marks.iter().map(|mark| format!("#[{mark}] ")).collect();
        format!("{marks}{}", item.text)
    };
    ItemChange {
        item: before.or(after).map(|item| item.path.clone()).unwrap_or_default(),
        before: before.map(line),
        after: after.map(line),
        bump,
        why,
    }
}

const fn gone(kind: Kind) -> &'static str {
    match kind {
        Kind::Field => "the field is gone",
        Kind::Variant => "the variant is gone",
        Kind::Function => "the function is gone",
        Kind::Derive | Kind::Implementation => "the trait is not implemented any more",
        _ => "the item is gone",
    }
}

/// What an item that has come asks for; `marks` are those of an item of the old listing.
fn come<'m>(item: &Item<'_>, marks: impl Fn(Kind, &str) -> Option<&'m [&'m str]>) -> (Bump, &'static str) {
    let is_open = |marks: &[&str]| marks.contains(&"non_exhaustive");
    let owner = owner(&item.path).unwrap_or_default();
    match item.kind {
        Kind::Field => match (marks(Kind::Struct, owner), marks(Kind::Variant, owner)) {
            (Some(marks), _) if is_open(marks) => {
                (Bump::Minor, "a further field of a type that only the client makes")
            }
            (Some(_), _) => (Bump::Major, "whoever writes the type without `..` has to name the field"),
            (None, Some(_)) => (Bump::Major, "whoever matches the variant has to name the field"),
            (None, None) => (Bump::Minor, "a further field"),
        },
        Kind::Variant => match marks(Kind::Enum, owner) {
            Some(marks) if !is_open(marks) => {
                (Bump::Major, "whoever matches the enum has to name the variant")
            }
            _ => (Bump::Minor, "a further variant"),
        },
        Kind::Function if marks(Kind::Trait, owner).is_some() => {
            (Bump::Major, "whoever implements the trait has to write the function")
        }
        Kind::Derive | Kind::Implementation => (Bump::Minor, "a further trait is implemented"),
        _ => (Bump::Minor, "a further item"),
    }
}

/// What an item that is there on both sides asks for.
fn differs(old: &Item<'_>, new: &Item<'_>) -> Option<ItemChange> {
    if old.text != new.text {
        let why = match old.kind {
            Kind::Field => "the field has another type",
            Kind::Function => "the function takes or gives something else",
            Kind::Variant => "the variant holds something else",
            _ => "the item is declared otherwise",
        };
        return Some(change(Some(old), Some(new), Bump::Major, why));
    }
    let has = |item: &Item<'_>, mark: &str| item.marks.contains(&mark);
    let (bump, why) = if !has(old, "non_exhaustive") && has(new, "non_exhaustive") {
        (Bump::Major, "it can no longer be written or matched whole")
    } else if has(old, "non_exhaustive") && !has(new, "non_exhaustive") {
        (Bump::Minor, "it can be written and matched whole")
    } else if !has(old, "deprecated") && has(new, "deprecated") {
        (Bump::Minor, "using it is a warning now")
    } else if !has(old, "must_use") && has(new, "must_use") {
        (Bump::Minor, "ignoring it is a warning now")
    } else if old.marks != new.marks {
        (Bump::Patch, "a warning is gone")
    } else {
        return None;
    };
    Some(change(Some(old), Some(new), bump, why))
}

/// What depends on the order of variants and fields: numbers of variants, and comparisons.
fn orders(before: &[Item<'_>], after: &[Item<'_>], changes: &mut Vec<ItemChange>) {
    let (was, is) = (Parts::of(before), Parts::of(after));
    for (owner, old) in &was.by_owner {
        let Some(new) = is.by_owner.get(owner) else { continue };
        let ordered = was.ordered.contains(owner) && is.ordered.contains(owner);
        let counted = old.iter().chain(new).all(|item| item.is_unit);
        let position = |items: &[&Item<'_>], path: &str| items.iter().position(|item| item.path == path);
        let common = |items: &[&Item<'_>], other: &[&Item<'_>]| -> Vec<String> {
            let both = items.iter().filter(|item| position(other, &item.path).is_some());
            both.map(|item| item.path.clone()).collect()
        };
        let shifted = old
            .iter()
            .enumerate()
            .find(|(index, item)| position(new, &item.path).is_some_and(|position| position != *index));
        let why = if ordered && common(old, new) != common(new, old) {
            "values are compared in another order"
        } else if counted && shifted.is_some() {
            "the variant has another number"
        } else {
            continue;
        };
        let first = shifted.map_or(old[0], |(_, item)| item);
        changes.push(change(Some(first), Some(first), Bump::Major, why));
    }
}

/// Names that stood for one struct and stand for several, or the other way round: code may take one for the other, or
/// implement a trait for both.
fn names(old: &str, new: &str, changes: &mut Vec<ItemChange>) {
    let (was, is) = (names_of_structs(old), names_of_structs(new));
    let (before, after) = (firsts(&was, &is), firsts(&is, &was));
    for name in was.keys().map(String::as_str) {
        let (Some(before), Some(after)) = (before.get(name), after.get(name)) else { continue };
        if before != after {
            let line = |first: &str| {
                if first == name { format!("struct {name}") } else { format!("type {name} = {first}") }
            };
            changes.push(ItemChange {
                item: name.to_owned(),
                before: Some(line(before)),
                after: Some(line(after)),
                bump: Bump::Major,
                why: "it is the same type as another on one side only",
            });
        }
    }
}

/// For each name that the other side has as well: the first such name of the same struct.
fn firsts<'n>(
    names: &'n BTreeMap<String, String>,
    others: &BTreeMap<String, String>,
) -> HashMap<&'n str, &'n str> {
    let mut first: HashMap<&str, &str> = HashMap::new();
    let common = names.iter().filter(|(name, _)| others.contains_key(*name));
    common.map(|(name, own)| (name.as_str(), *first.entry(own).or_insert(name))).collect()
}

/// Variants and fields by what they are part of, and the types that are ordered.
struct Parts<'i, 't> {
    by_owner: BTreeMap<&'i str, Vec<&'i Item<'t>>>,
    ordered: HashSet<&'i str>,
}

impl<'i, 't> Parts<'i, 't> {
    fn of(items: &'i [Item<'t>]) -> Self {
        let mut by_owner: BTreeMap<&str, Vec<&Item<'_>>> = BTreeMap::new();
        for item in items.iter().filter(|item| matches!(item.kind, Kind::Variant | Kind::Field)) {
            by_owner.entry(owner(&item.path).unwrap_or_default()).or_default().push(item);
        }
        let ordered = items
            .iter()
            .filter(|item| item.kind == Kind::Derive)
            .filter_map(|item| item.path.strip_prefix("PartialOrd for "))
            .collect();
        Self { by_owner, ordered }
    }
}

fn features(old: &Surface, new: &Surface, changes: &mut Vec<ItemChange>) {
    let line = |feature: &String| format!("feature {feature}");
    for feature in old.features.iter().filter(|feature| !new.features.contains(feature)) {
        changes.push(ItemChange {
            item: line(feature),
            before: Some(line(feature)),
            after: None,
            bump: Bump::Major,
            why: "the cargo feature is gone",
        });
    }
    for feature in new.features.iter().filter(|feature| !old.features.contains(feature)) {
        changes.push(ItemChange {
            item: line(feature),
            before: None,
            after: Some(line(feature)),
            bump: Bump::Minor,
            why: "a further cargo feature",
        });
    }
}

#[cfg(test)]
mod tests;

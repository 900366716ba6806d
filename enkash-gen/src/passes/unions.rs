//! Settles what the members of unions decide together: which is only another name, and what tells objects apart.

use std::collections::{HashMap, HashSet};

use crate::ir::{Api, Constant, Field, Shape, Slot, StructDef, Tag, TypeId, TypeKind, UnionDef};

pub(super) fn settle_unions(api: &mut Api) {
    cut_cycles(api);
    replace_aliases(api);
    for index in 0..api.types.len() {
        let TypeKind::Union(mut def) = api.types[index].kind.clone() else { continue };
        match &def.tag {
            Some(_) => complete_tags(api, &mut def),
            None => find_tag(api, &mut def),
        }
        api.types[index].kind = TypeKind::Union(def);
    }
}

/// Takes a union out of itself: as its own variant, through unions alone, it adds nothing, and reading it would never
/// end.
fn cut_cycles(api: &mut Api) {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut state = vec![State::New; api.types.len()];
    for start in 0..api.types.len() {
        let mut stack = vec![(start, 0)];
        while let Some((index, at)) = stack.pop() {
            state[index] = State::Open;
            let TypeKind::Union(def) = &mut api.types[index].kind else {
                state[index] = State::Done;
                continue;
            };
            match def.variants.get(at).map(|variant| &variant.slot.shape) {
                None => state[index] = State::Done,
                Some(Shape::Named { id, .. }) if state[id.0] == State::Open => {
                    def.variants.remove(at);
                    stack.push((index, at));
                }
                Some(Shape::Named { id, .. }) if state[id.0] == State::New => {
                    let id = id.0;
                    stack.push((index, at + 1));
                    stack.push((id, 0));
                }
                Some(_) => stack.push((index, at + 1)),
            }
        }
    }
}

/// Puts a single variant in the place of its union, unless that stands in it.
fn replace_aliases(api: &mut Api) {
    let alias = |id: TypeId| match &api.ty(id).kind {
        TypeKind::Union(UnionDef { variants, tag: None }) => match variants.as_slice() {
            [] => Some(Slot::of(Shape::Any)),
            [only] => Some(only.slot.clone()),
            _ => None,
        },
        _ => None,
    };
    let aliases: HashMap<TypeId, Slot> =
        (0..api.types.len()).map(TypeId).filter_map(|id| Some((id, alias(id)?))).collect();
    let replaced: HashMap<TypeId, Slot> = aliases
        .iter()
        .filter(|(id, slot)| !leads_to(&aliases, slot, **id))
        .map(|(id, slot)| (*id, slot.clone()))
        .collect();
    if replaced.is_empty() {
        return;
    }
    api.each_slot_mut(&mut |slot| {
        while let Shape::Named { id, .. } = &slot.shape
            && let Some(with) = replaced.get(id)
        {
            slot.nullable |= with.nullable;
            slot.shape = with.shape.clone();
        }
    });
}

fn leads_to(aliases: &HashMap<TypeId, Slot>, slot: &Slot, id: TypeId) -> bool {
    let mut seen = HashSet::new();
    let mut todo = Vec::new();
    slot.each_named(&mut |id| todo.push(id));
    while let Some(next) = todo.pop() {
        if next == id {
            return true;
        }
        if seen.insert(next)
            && let Some(slot) = aliases.get(&next)
        {
            slot.each_named(&mut |id| todo.push(id));
        }
    }
    false
}

/// Completes a tag that the document names: where it maps no value to a variant, the values that the variant itself
/// allows count, if no other variant has them, and else its name.
fn complete_tags(api: &mut Api, def: &mut UnionDef) {
    let Some(tag) = &mut def.tag else { return };
    let own: Vec<Vec<String>> =
        def.variants.iter().map(|variant| values(api, &variant.slot, &tag.wire_name, 0)).collect();
    let mapped: HashSet<String> = def.variants.iter().flat_map(|variant| variant.tags.clone()).collect();
    let mut owners: HashMap<&str, usize> = HashMap::new();
    for values in &own {
        let distinct: HashSet<&str> = values.iter().map(String::as_str).collect();
        distinct.into_iter().for_each(|value| *owners.entry(value).or_default() += 1);
    }
    for (index, variant) in def.variants.iter_mut().enumerate() {
        let elsewhere = |value: &String| {
            owners[value.as_str()] > 1 || (mapped.contains(value) && !variant.tags.contains(value))
        };
        let certain = !own[index].is_empty() && !own[index].iter().any(elsewhere);
        let new: Vec<String> = match (&variant.implied, variant.tags.is_empty()) {
            _ if certain => own[index].clone(),
            (Some(implied), true) => vec![implied.clone()],
            _ => Vec::new(),
        };
        for value in new {
            if !variant.tags.contains(&value) {
                variant.tags.push(value);
            }
        }
    }
    tag.strict =
        def.variants.iter().all(|variant| !variant.tags.is_empty() || !is_object(api, &variant.slot));
    let tag = tag.wire_name.clone();
    for variant in def.variants.iter().filter(|variant| variant.tags.len() > 1) {
        keep_tag(api, &variant.slot, &tag);
    }
}

/// Gives a struct that several tags stand for a member for the tag, or which of them it was would be lost.
fn keep_tag(api: &mut Api, slot: &Slot, tag: &str) {
    let Shape::Named { id, .. } = slot.shape else { return };
    let origin = api.ty(id).origin.clone();
    let TypeKind::Struct(def) = &mut api.types[id.0].kind else { return };
    if def.rest.is_none() && !def.fields.iter().any(|field| field.wire_name == tag) {
        def.fields.push(Field::text(tag, origin));
    }
}

/// The texts that a member of an object is limited to.
fn values(api: &Api, slot: &Slot, member: &str, depth: usize) -> Vec<String> {
    const MAX_DEPTH: usize = 8;
    let Shape::Named { id, .. } = slot.shape else { return Vec::new() };
    match &api.ty(id).kind {
        TypeKind::Struct(def) => {
            let field = def.fields.iter().find(|field| field.wire_name == member);
            field.map_or(Vec::new(), |field| allowed(api, field))
        }
        TypeKind::Union(def) if depth < MAX_DEPTH => {
            def.variants.iter().flat_map(|variant| values(api, &variant.slot, member, depth + 1)).collect()
        }
        _ => Vec::new(),
    }
}

fn allowed(api: &Api, field: &Field) -> Vec<String> {
    let listed = match field.slot.shape {
        Shape::Named { id, .. } => match &api.ty(id).kind {
            TypeKind::Enum(def) => {
                let texts = def.choices.iter().map(|choice| choice.wire_value.text().map(str::to_owned));
                texts.collect::<Option<_>>().unwrap_or_default()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    match &field.only {
        Some(Constant::Text(only)) => vec![only.clone()],
        _ => listed,
    }
}

fn is_object(api: &Api, slot: &Slot) -> bool {
    match slot.shape {
        Shape::Map(_) | Shape::Any => true,
        Shape::Named { id, .. } => matches!(api.ty(id).kind, TypeKind::Struct(_) | TypeKind::Union(_)),
        _ => false,
    }
}

/// Looks for a member that has other values in every object of a union.
fn find_tag(api: &Api, def: &mut UnionDef) {
    let objects: Vec<(usize, &StructDef)> = def
        .variants
        .iter()
        .enumerate()
        .filter_map(|(index, variant)| Some((index, structure(api, &variant.slot)?)))
        .collect();
    let Some(((_, first), others)) = objects.split_first() else { return };
    if others.is_empty() {
        return;
    }
    let all = def.variants.iter().filter(|variant| is_object(api, &variant.slot)).count() == objects.len();
    let candidate = |field: &&Field| {
        if allowed(api, field).is_empty() {
            return false;
        }
        let mut seen = HashSet::new();
        objects.iter().all(|(_, object)| {
            let twin = object.fields.iter().find(|twin| twin.wire_name == field.wire_name);
            let values = twin.map_or(Vec::new(), |twin| allowed(api, twin));
            !values.is_empty() && values.into_iter().all(|value| seen.insert(value))
        })
    };
    let is_required = |field: &&Field| {
        objects.iter().all(|(_, object)| {
            let twin = object.fields.iter().find(|twin| twin.wire_name == field.wire_name);
            twin.is_some_and(|twin| twin.required && !twin.slot.nullable)
        })
    };
    let candidates: Vec<&Field> = first.fields.iter().filter(candidate).collect();
    let Some(field) =
        candidates.iter().copied().find(|field| is_required(field)).or(candidates.first().copied())
    else {
        return;
    };
    let tag = Tag { wire_name: field.wire_name.clone(), strict: all && is_required(&field) };
    let found: Vec<(usize, Vec<String>)> = objects
        .iter()
        .map(|(index, _)| (*index, values(api, &def.variants[*index].slot, &tag.wire_name, 0)))
        .collect();
    for (index, tags) in found {
        def.variants[index].tags = tags;
    }
    def.tag = Some(tag);
}

fn structure<'a>(api: &'a Api, slot: &Slot) -> Option<&'a StructDef> {
    let Shape::Named { id, .. } = slot.shape else { return None };
    if let TypeKind::Struct(def) = &api.ty(id).kind { Some(def) } else { None }
}

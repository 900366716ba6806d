//! Puts a pointer where a type would otherwise hold itself. A list or a map already is one.
//!
//! Where a union is on the way, its variants are behind pointers rather than the members of structs: few types have
//! them, and a `match` looks through them.

use crate::ir::{Api, Shape, Slot, TypeId, TypeKind};

pub(super) fn box_recursion(api: &mut Api) {
    let mut edges: Vec<Vec<usize>> = (0..api.types.len()).map(|index| direct(api, TypeId(index))).collect();
    let component = components(&edges);
    for (index, def) in api.types.iter_mut().enumerate() {
        let TypeKind::Union(def) = &mut def.kind else { continue };
        for variant in &mut def.variants {
            if let Shape::Named { id, boxed } = &mut variant.slot.shape {
                *boxed = component[id.0] == component[index];
            }
        }
        edges[index].retain(|target| component[*target] != component[index]);
    }
    let component = components(&edges);
    for (index, def) in api.types.iter_mut().enumerate() {
        let TypeKind::Struct(def) = &mut def.kind else { continue };
        for field in &mut def.fields {
            if let Shape::Named { id, boxed } = &mut field.slot.shape {
                *boxed = component[id.0] == component[index];
            }
        }
    }
}

/// The types that a struct or a union holds without a pointer in between.
fn direct(api: &Api, id: TypeId) -> Vec<usize> {
    let named = |slot: &Slot| match slot.shape {
        Shape::Named { id, .. } => Some(id.0),
        _ => None,
    };
    match &api.ty(id).kind {
        TypeKind::Struct(def) => def.fields.iter().filter_map(|field| named(&field.slot)).collect(),
        TypeKind::Union(def) => def.variants.iter().filter_map(|variant| named(&variant.slot)).collect(),
        _ => Vec::new(),
    }
}

/// Numbers the strongly connected components (Kosaraju). Nothing recurses, so that no document is too deep.
///
/// A type alone in its component that does not hold itself has a number that no field of its own leads to.
fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut reversed = vec![Vec::new(); edges.len()];
    for (from, targets) in edges.iter().enumerate() {
        for &to in targets {
            reversed[to].push(from);
        }
    }
    let mut component = vec![usize::MAX; edges.len()];
    for (number, &start) in finishing_order(edges).iter().rev().enumerate() {
        let mut todo = vec![start];
        while let Some(node) = todo.pop() {
            if component[node] == usize::MAX {
                component[node] = number;
                todo.extend(&reversed[node]);
            }
        }
    }
    component
}

fn finishing_order(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut seen = vec![false; edges.len()];
    let mut order = Vec::with_capacity(edges.len());
    for start in 0..edges.len() {
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        let mut stack = vec![(start, 0)];
        while let Some((node, edge)) = stack.pop() {
            match edges[node].get(edge) {
                None => order.push(node),
                Some(&to) => {
                    stack.push((node, edge + 1));
                    if !std::mem::replace(&mut seen[to], true) {
                        stack.push((to, 0));
                    }
                }
            }
        }
    }
    order
}

//! What is equal to a shape among many others, found without comparing it to each.

use std::{
    collections::HashMap,
    hash::{BuildHasher, Hash, Hasher, RandomState},
    mem::discriminant,
};

use super::Shape;

/// Shapes that were looked at, by a digest that equal ones have in common.
#[derive(Debug, Default)]
pub(crate) struct Twins {
    places: HashMap<u64, Vec<usize>>,
    state: RandomState,
}

impl Twins {
    /// The first place that `is_twin` takes for the shape's; where there is none, `here` is remembered as one.
    pub(crate) fn find(
        &mut self,
        shape: &Shape,
        here: usize,
        is_twin: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let mut digest = self.state.build_hasher();
        write(shape, &mut digest);
        let places = self.places.entry(digest.finish()).or_default();
        let twin = places.iter().copied().find(|place| is_twin(*place));
        if twin.is_none() {
            places.push(here);
        }
        twin
    }
}

/// An inline type is known by its place: those of two places are not equal.
fn write(shape: &Shape, digest: &mut impl Hasher) {
    discriminant(shape).hash(digest);
    match shape {
        Shape::List(item) | Shape::Map(item) | Shape::Events(item) | Shape::Lines(item) => {
            write(&item.shape, digest);
        }
        Shape::Named { id, .. } => id.hash(digest),
        Shape::Inline(def) => def.origin.hash(digest),
        Shape::Bool
        | Shape::Int(_)
        | Shape::Float
        | Shape::Text
        | Shape::Secret
        | Shape::Format(_)
        | Shape::Binary
        | Shape::File
        | Shape::Any
        | Shape::Bytes
        | Shape::Unsupported(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::Twins;
    use crate::ir::{Shape, Slot, TypeId};

    #[test]
    fn the_first_of_equal_shapes_is_found() {
        let list = |id| Shape::List(Box::new(Slot::of(Shape::named(TypeId(id)))));
        let shapes = [Shape::Text, list(1), Shape::Bool, list(2), list(1), Shape::Text, list(1)];
        let mut twins = Twins::default();
        let found = shapes
            .iter()
            .enumerate()
            .map(|(here, shape)| twins.find(shape, here, |place| shapes[place] == *shape));
        assert_eq!(found.collect::<Vec<_>>(), [None, None, None, None, Some(1), Some(0), Some(1)]);
    }
}

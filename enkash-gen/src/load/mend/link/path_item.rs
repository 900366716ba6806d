//! References to path items, which are copied to where they are wanted.

use serde_json::Value;

use super::{Kind, Link, MOST_HOPS, settle::Settler, size::is_shallow};
use crate::{
    load::reach::{reach, reach_mut},
    report::{Pointer, SourceId},
};

impl Settler<'_, '_, '_> {
    /// A path item takes the place of the reference to it; what stood beside the reference wins.
    pub(super) fn place_path_item(&mut self, link: &Link, now: &Pointer) {
        if link.at.is_within(now) || link.hops > MOST_HOPS {
            return;
        }
        let fits = |value: &&Value| self.copied.may_add(value) && is_shallow(&link.at, value);
        let Some(value) = reach(self.root, now).filter(fits).cloned() else { return };
        let source = self.mender.origins.of(now).0;
        self.mender.origins.copy(now, &link.at);
        let again = value.get("$ref").is_some_and(Value::is_string);
        self.replace(link, value);
        if again {
            self.mender.links.push(Link { source, hops: link.hops + 1, ..link.clone() });
        }
    }

    pub(super) fn replace(&mut self, link: &Link, value: Value) {
        let (Some(Value::Object(own)), Value::Object(mut value)) = (reach_mut(self.root, &link.at), value)
        else {
            return;
        };
        own.shift_remove("$ref");
        value.extend(std::mem::take(own));
        *own = value;
    }

    pub(super) fn walk_path_item(&mut self, link: &Link, source: SourceId) {
        let before = self.mender.links.len();
        self.walk(Kind::PathItem, &link.at, source);
        for new in &mut self.mender.links[before..] {
            if new.at == link.at {
                new.hops = link.hops + 1;
            }
        }
        // A chain that has become too long is left as it is, and said to be elsewhere.
        self.mender.links.retain(|link| link.hops <= MOST_HOPS);
    }
}

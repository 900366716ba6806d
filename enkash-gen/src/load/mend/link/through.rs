//! References that lead through others: a pointer by the letter of RFC 6901 ends at the first, and the tools that put
//! several files into one write them all the same.

use serde_json::Value;

use super::{Kind, Link, MOST_HOPS, settle::Settler};
use crate::{
    load::{reach::reach, reference::percent_decoded},
    report::{Code, Diagnostic, Pointer},
};

impl Settler<'_, '_, '_> {
    /// Where a node of this document stands if each reference on the way to it is followed, which is said.
    pub(super) fn find_through(&mut self, link: &Link, text: &str, fragment: &str) -> Option<Pointer> {
        let found = self.follow(&Pointer::parse(fragment)?)?;
        let at = if link.kind == Kind::Mapping { link.at.clone() } else { link.at.child("$ref") };
        let message = format!("`{text}` leads through another reference");
        let origin = self.mender.origins.origin(&at);
        self.mender.report.push(Diagnostic::new(Code::RefThroughRef, message).at(origin));
        Some(found)
    }

    /// Goes on from the lowest node on the way that is still there and leads on: what replaces a reference may hide others.
    fn follow(&self, old: &Pointer) -> Option<Pointer> {
        let source = self.mender.origins.source();
        old.ancestors().find_map(|above| {
            let rest = old.tokens().skip(above.tokens().count());
            self.descend(self.stands(source, above)?, rest)
        })
    }

    fn descend<'t>(&self, mut now: Pointer, tokens: impl Iterator<Item = &'t str>) -> Option<Pointer> {
        let mut hops = 0;
        for token in tokens {
            while let Some(text) = reference(reach(self.root, &now)?) {
                hops += 1;
                let target = Pointer::parse(&percent_decoded(text.strip_prefix('#')?))?;
                let place = self.stands(self.mender.origins.source(), &target);
                now = place.or(Some(target)).filter(|_| hops <= MOST_HOPS)?;
            }
            now = now.child(token);
        }
        reach(self.root, &now).map(|_| now)
    }
}

/// The text of a reference, be it one that keywords stood beside.
fn reference(node: &Value) -> Option<&str> {
    let only = || node.get("allOf")?.as_array().filter(|all| all.len() == 1)?.first()?.get("$ref");
    node.get("$ref").or_else(only)?.as_str()
}

//! References that lead through others: a pointer by the letter of RFC 6901 ends at the first, and the tools that put
//! several files into one write them all the same.

use serde_json::Value;

use super::{Link, MOST_HOPS, settle::Settler};
use crate::{
    load::{reach::reach, reference::percent_decoded},
    report::{Code, Diagnostic, Pointer, SourceId},
};

impl Settler<'_, '_, '_> {
    /// Where a node of this document stands if each reference on the way to it is followed, which is said.
    pub(super) fn find_through(&mut self, link: &Link, source: SourceId, fragment: &str) -> Option<Pointer> {
        let found = self.follow(source, &Pointer::parse(fragment)?)?;
        let text = self.text(link).unwrap_or_default();
        let message = format!("`{text}` leads through another reference");
        let origin = self.mender.origins.origin(&link.at.child("$ref"));
        self.mender.report.push(Diagnostic::new(Code::RefThroughRef, message).at(origin));
        Some(found)
    }

    /// Goes on from the lowest node on the way that is still there and leads on: what replaces a reference may hide others.
    fn follow(&self, source: SourceId, old: &Pointer) -> Option<Pointer> {
        old.ancestors().find_map(|above| {
            let rest = old.tokens().skip(above.tokens().count());
            self.descend(source, self.stands(source, above)?, rest)
        })
    }

    fn descend<'t>(
        &self,
        source: SourceId,
        mut now: Pointer,
        tokens: impl Iterator<Item = &'t str>,
    ) -> Option<Pointer> {
        let mut hops = 0;
        for token in tokens {
            while let Some(text) = reference(reach(self.root, &now)?) {
                hops += 1;
                let target = Pointer::parse(&percent_decoded(text.strip_prefix('#')?))?;
                now = self.stands(source, &target).or(Some(target)).filter(|_| hops <= MOST_HOPS)?;
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

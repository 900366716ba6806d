//! The discriminator of a union.

use crate::{
    load::Node,
    lower::context::Context,
    report::{Code, Diagnostic, Pointer, Severity},
};

/// A discriminator: the member that tells objects apart, and what its values stand for.
pub(in crate::lower) struct Mapping<'d> {
    pub(in crate::lower) property: &'d str,
    entries: Vec<(&'d str, Node<'d>)>,
}

impl<'d> Mapping<'d> {
    /// Reads the discriminator of a schema; a value that stands for nothing is said and left out.
    pub(in crate::lower) fn read(cx: &mut Context<'d, '_>, node: &Node<'d>) -> Option<Self> {
        let node = node.get("discriminator")?;
        let property = node.get("propertyName")?.str()?;
        let mut entries = Vec::new();
        for (value, target) in node.get("mapping").iter().flat_map(Node::entries) {
            let Some(text) = target.str() else { continue };
            match find(cx, text) {
                Some(target) => entries.push((value, target)),
                None => cx.push(
                    Diagnostic::new(
                        Code::UnresolvedRef,
                        format!("`{text}` names no schema, so `{value}` stands for none"),
                    )
                    .severity(Severity::Warning)
                    .at(target.origin()),
                ),
            }
        }
        Some(Self { property, entries })
    }

    /// The schemas that values stand for, each once.
    pub(in crate::lower) fn targets(&self) -> Vec<Node<'d>> {
        let mut targets: Vec<Node<'d>> = Vec::new();
        for (_, target) in &self.entries {
            if !targets.iter().any(|known| known.pointer() == target.pointer()) {
                targets.push(target.clone());
            }
        }
        targets
    }

    /// The values that stand for a schema, and the one that does if none is mapped to it: its name.
    pub(in crate::lower) fn tags(&self, target: &Pointer) -> (Vec<String>, String) {
        let mapped = self.entries.iter().filter(|(_, node)| node.pointer() == target);
        (
            mapped.map(|(value, _)| (*value).to_owned()).collect(),
            target.last().unwrap_or_default().into_owned(),
        )
    }
}

/// A value of `mapping` is a reference, or the name of a schema.
fn find<'d>(cx: &mut Context<'d, '_>, text: &str) -> Option<Node<'d>> {
    let named = Pointer::root().child("components").child("schemas").child(text);
    let node = cx.document.at(&named).or_else(|| {
        let (_, fragment) = text.split_once('#')?;
        cx.document.at(&Pointer::parse(fragment)?)
    })?;
    cx.target(&node).ok()
}

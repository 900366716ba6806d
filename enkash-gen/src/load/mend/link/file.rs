//! References into other files: what they lead to is copied, once.

use super::{Kind, Link, component::component, name, settle::Settler, size::is_shallow};
use crate::{
    load::reach::{reach, reach_mut},
    report::{Code, Diagnostic, Pointer, SourceId},
};

impl Settler<'_, '_, '_> {
    pub(super) fn place_file(&mut self, link: &Link, source: SourceId, fragment: &str, text: &str) {
        let kind = if link.kind == Kind::Mapping { Kind::Schema } else { link.kind };
        let Some(pointer) = Pointer::parse(fragment) else { return self.lack(link, text) };
        let key = (source, pointer.clone(), kind);
        if let Some(reference) = self.grafted.get(&key).filter(|_| kind != Kind::PathItem) {
            let reference = reference.clone();
            return self.set(link, reference);
        }
        let value = self.files.tree(source).and_then(|tree| reach(tree, &pointer)).cloned();
        let Some(value) = value else { return self.lack(link, text) };
        if !self.copied.may_add(&value) {
            return;
        }
        let old = (source, pointer.clone());
        if kind == Kind::PathItem {
            if !is_shallow(&link.at, &value) {
                return;
            }
            self.mender.origins.record(link.at.clone(), old);
            self.replace(link, value);
            return self.walk_path_item(link, source);
        }
        let Some(folder) = kind.folder() else { return };
        if component(&link.at).is_some_and(|(of, _)| of == folder) && link.kind != Kind::Mapping {
            self.grafted.insert(key, format!("#{}", link.at));
            self.mender.origins.record(link.at.clone(), old);
            if let Some(node) = reach_mut(self.root, &link.at) {
                *node = value;
            }
            return self.walk(kind, &link.at, source);
        }
        let wanted = name::in_file(&pointer, self.files.stem(source));
        let Some((name, reference, to)) = self.component_for(folder, &wanted) else { return };
        self.grafted.insert(key, reference.clone());
        self.set(link, reference);
        self.mender.origins.record(to.clone(), old);
        self.put(folder, name, value);
        self.walk(kind, &to, source);
    }

    fn lack(&mut self, link: &Link, text: &str) {
        let message = format!("`{text}` points to nothing in that file");
        self.fail(link, Some(Diagnostic::new(Code::UnresolvedRef, message)));
    }
}

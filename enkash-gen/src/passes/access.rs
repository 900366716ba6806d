//! Applies `readOnly` and `writeOnly`: a member that travels the other way only is dropped from a type that travels
//! one way. One that only answers must have may be absent from a type that travels both; what must be sent and no
//! answer has is in no such type, for [`split`](super::split) has gone before.

use crate::ir::{Access, Api, TypeKind};

pub(super) fn apply_access(api: &mut Api) {
    for def in &mut api.types {
        let usage = def.usage;
        let TypeKind::Struct(def) = &mut def.kind else { continue };
        def.fields.retain(|field| match field.access {
            Access::Both => true,
            Access::Read => usage.received,
            Access::Write => usage.sent,
        });
        if usage.sent && usage.received {
            for field in def.fields.iter_mut().filter(|field| field.access == Access::Read) {
                field.required = false;
            }
        }
    }
}

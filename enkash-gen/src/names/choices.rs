//! What a user has decided about names and types, once and for all.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    ir::{Api, IntWidth, Shape, Slot, StructDef, TypeDef, TypeId, TypeKind},
    report::{Code, Diagnostic, Severity, did_you_mean},
};

/// Decisions by what the document calls a thing. A schema is called as under `components`, what is inside of one with
/// a dot in between: `Book.author`. An operation is called by its `operationId`, or as `GET /books`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// Other names for types.
    pub types: BTreeMap<String, String>,
    /// Other names for operations.
    pub operations: BTreeMap<String, String>,
    /// Other names for members.
    pub properties: BTreeMap<String, String>,
    /// Types of the user's own in place of schemas, as paths.
    pub replace: BTreeMap<String, String>,
    /// Further derives by schema; under `*` for every type that can have them.
    pub derives: BTreeMap<String, Vec<String>>,
}

/// What a type is called in [`Choices`].
pub(super) fn key(def: &TypeDef) -> String {
    def.hint.0.join(".")
}

impl Choices {
    /// Empties the types that the user has ones for, so that nothing below them is generated, nor in the way.
    pub fn replace(&self, api: &mut Api) {
        for def in &mut api.types {
            if self.replace.contains_key(&key(def)) {
                def.kind = TypeKind::Struct(StructDef::default());
            }
        }
    }

    /// A warning for each decision about something that is not generated.
    pub fn unmatched(&self, api: &Api) -> Vec<Diagnostic> {
        let types: BTreeSet<String> = api.types.iter().map(key).collect();
        let is_own = |def: &&TypeDef| !matches!(def.kind, TypeKind::Alias(_));
        let own: BTreeSet<String> = api.types.iter().filter(is_own).map(key).collect();
        let operations: BTreeSet<String> = api.operations.iter().map(crate::ir::Operation::label).collect();
        let mut properties = BTreeSet::new();
        for def in &api.types {
            if let TypeKind::Struct(inner) = &def.kind
                && !self.properties.is_empty()
            {
                let owner = key(def);
                properties.extend(inner.fields.iter().map(|field| format!("{owner}.{}", field.wire_name)));
            }
        }
        let unknown = |what: &str, wanted: &str, known: &BTreeSet<String>| {
            (wanted != "*" && !known.contains(wanted)).then(|| {
                let message = format!("an option is about the {what} `{wanted}`, which is not generated");
                let diagnostic = Diagnostic::new(Code::Config, message).severity(Severity::Warning);
                let help = did_you_mean(wanted, known.iter().map(String::as_str));
                diagnostic.help(help.unwrap_or("remove the option, or correct the name".to_owned()))
            })
        };
        let of_types = self.types.keys().chain(self.replace.keys());
        let mut found: Vec<_> = of_types.filter_map(|wanted| unknown("schema", wanted, &types)).collect();
        found.extend(self.derives.keys().filter_map(|wanted| unknown("schema", wanted, &own)));
        found.extend(self.operations.keys().filter_map(|wanted| unknown("operation", wanted, &operations)));
        found.extend(self.properties.keys().filter_map(|wanted| unknown("property", wanted, &properties)));
        found
    }

    /// The further derives of every type.
    pub(super) fn derives(&self, api: &Api) -> Vec<Vec<String>> {
        let everywhere = self.derives.get("*");
        let able: Vec<(&String, Vec<bool>)> =
            everywhere.into_iter().flatten().map(|name| (name, able(api, self, name))).collect();
        (0..api.types.len())
            .map(|index| {
                let own = self.derives.get(&key(&api.types[index])).into_iter().flatten().cloned();
                let all = able.iter().filter(|(_, able)| able[index]).map(|(name, _)| (*name).clone());
                let mut seen = BTreeSet::new();
                all.chain(own).filter(|name| seen.insert(name.clone())).collect()
            })
            .collect()
    }
}

/// Which types can have a derive: those whose every part can. What a part of another kind can do is not known here.
fn able(api: &Api, choices: &Choices, derive: &str) -> Vec<bool> {
    let mut able: Vec<bool> = api.types.iter().map(|def| !choices.replace.contains_key(&key(def))).collect();
    loop {
        let mut changed = false;
        for (index, def) in api.types.iter().enumerate() {
            let mut holds = able[index];
            def.each_slot(&mut |slot| holds = holds && slot_is_able(slot, &able, derive));
            changed |= holds != std::mem::replace(&mut able[index], holds);
        }
        if !changed {
            return able;
        }
    }
}

fn slot_is_able(slot: &Slot, able: &[bool], derive: &str) -> bool {
    match &slot.shape {
        Shape::Bool
        | Shape::Text
        | Shape::Int(IntWidth::I32 | IntWidth::I64 | IntWidth::U32 | IntWidth::U64) => true,
        Shape::Float | Shape::Any => derive == "PartialEq",
        Shape::List(item) | Shape::Map(item) => slot_is_able(item, able, derive),
        Shape::Named { id: TypeId(index), .. } => able[*index],
        _ => false,
    }
}

//! Decides which parameters are passed one by one and makes a struct of the others.
//!
//! Path parameters are passed one by one, in the order of the path, unless two of them have the same shape: then
//! they could be swapped without anybody noticing, and all of them are named in the struct, as is every list, every
//! object, and what has a style of its own.
//! Parameters of the transport are no arguments at all.
//!
//! Operations whose structs would be the same share one, each under its own name: in real documents that is every
//! second one.

use std::collections::HashMap;

use crate::ir::{
    Access, Alias, Api, Field, Location, NameHint, Operation, Param, Shape, Slot, StructDef, Style, Twins,
    TypeDef, TypeId, TypeKind, Usage,
};

pub(super) fn gather_params(api: &mut Api) {
    let mut operations = std::mem::take(&mut api.operations);
    let mut known: HashMap<String, TypeId> = HashMap::new();
    for operation in &mut operations {
        operation.params.retain(|param| !param.transport);
        let swappable = has_twins(&operation.params);
        let (positional, named): (Vec<_>, Vec<_>) = std::mem::take(&mut operation.params)
            .into_iter()
            .partition(|param| param.location == Location::Path && !swappable && is_plain(api, param));
        operation.params = positional;
        if named.is_empty() {
            continue;
        }
        let fields: Vec<Field> = named.into_iter().map(field).collect();
        let key = structure(&fields);
        if let Some(twin) = known.get(&key) {
            let alias = alias(api, *twin, &fields);
            operation.params_type = Some(*twin);
            operation.params_alias = Some(api.add(params_type(operation, TypeKind::Alias(alias))));
        } else {
            let kind = TypeKind::Struct(StructDef { fields, ..StructDef::default() });
            let id = api.add(params_type(operation, kind));
            operation.params_type = Some(id);
            known.insert(key, id);
        }
    }
    api.operations = operations;
}

/// Whether the value is text as it stands, whatever the style.
fn is_plain(api: &Api, param: &Param) -> bool {
    param.style == Style::default() && (param.slot.shape.is_scalar() || api.is_enum(&param.slot.shape))
}

fn has_twins(params: &[Param]) -> bool {
    let path: Vec<_> = params.iter().filter(|param| param.location == Location::Path).collect();
    let mut twins = Twins::default();
    path.iter().enumerate().any(|(here, param)| {
        twins.find(&param.slot.shape, here, |place| path[place].slot == param.slot).is_some()
    })
}

/// What makes two structs of parameters one: everything but what the document says about them in prose.
fn structure(fields: &[Field]) -> String {
    let fields = fields.iter().map(|field| {
        let wire = (&field.wire_name, field.location, field.explode, &field.style);
        let value = (field.required, &field.slot, &field.only, &field.limits);
        (wire, value, field.masked, field.access, field.deprecated)
    });
    format!("{:?}", fields.collect::<Vec<_>>())
}

/// A name for a struct that is there, with what is said in other words of these fields than of its own.
fn alias(api: &Api, twin: TypeId, fields: &[Field]) -> Alias {
    let own = match &api.ty(twin).kind {
        TypeKind::Struct(inner) => inner.fields.as_slice(),
        _ => &[],
    };
    let others = own.iter().zip(fields).filter(|(own, field)| own.description != field.description);
    let descriptions = others.filter_map(|(_, field)| {
        Some((field.wire_name.clone(), field.description.clone().filter(|text| !text.trim().is_empty())?))
    });
    Alias { of: Slot::of(Shape::named(twin)), descriptions: descriptions.collect() }
}

fn params_type(operation: &Operation, kind: TypeKind) -> TypeDef {
    TypeDef {
        hint: NameHint::new(operation.label()).then("params"),
        kind,
        description: None,
        deprecated: false,
        usage: Usage::default(),
        received_as: None,
        origin: operation.origin.clone(),
    }
}

fn field(param: Param) -> Field {
    Field {
        wire_name: param.wire_name,
        location: param.location,
        required: param.required,
        slot: param.slot,
        explode: param.explode,
        style: param.style,
        description: param.description,
        deprecated: param.deprecated,
        masked: param.masked,
        access: Access::Both,
        only: None,
        example: param.example,
        limits: param.limits,
        origin: param.origin,
    }
}

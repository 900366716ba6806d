//! Decides which parameters are passed one by one and makes a struct of the others.
//!
//! Path parameters are passed one by one, in the order of the path, unless two of them have the same shape: then
//! they could be swapped without anybody noticing, and all of them are named in the struct, as is every list, every
//! object, and what has a style of its own.
//! Parameters of the transport are no arguments at all.

use crate::ir::{
    Access, Api, Field, Location, NameHint, Operation, Param, StructDef, Style, Twins, TypeDef, TypeKind,
    Usage,
};

pub(super) fn gather_params(api: &mut Api) {
    let mut operations = std::mem::take(&mut api.operations);
    for operation in &mut operations {
        operation.params.retain(|param| !param.transport);
        let swappable = has_twins(&operation.params);
        let (positional, named): (Vec<_>, Vec<_>) = std::mem::take(&mut operation.params)
            .into_iter()
            .partition(|param| param.location == Location::Path && !swappable && is_plain(api, param));
        operation.params = positional;
        if !named.is_empty() {
            operation.params_type = Some(api.add(params_type(operation, named)));
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

fn params_type(operation: &Operation, params: Vec<Param>) -> TypeDef {
    let fields = params.into_iter().map(field).collect();
    TypeDef {
        hint: NameHint::new(operation.label()).then("params"),
        kind: TypeKind::Struct(StructDef { fields, ..StructDef::default() }),
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

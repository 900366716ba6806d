//! What an operation takes, as one flat list: its parameters, then the members of its body.

use enkash_gen::ir::{
    Api, Body, Constant, Field, Limits, Location, Operation, Param, Shape, Slot, Style, TypeKind,
};

/// The name of a body that has no listed members.
const WHOLE_BODY: &str = "body";

/// What an operation takes.
pub(crate) struct Inputs<'a> {
    /// In the order of the description, parameters first.
    pub(crate) list: Vec<Input<'a>>,
    pub(crate) body: Option<BodyForm<'a>>,
}

/// How the body is made.
#[derive(Clone, Copy)]
pub(crate) struct BodyForm<'a> {
    pub(crate) body: &'a Body,
    pub(crate) required: bool,
    /// Whether it is one input, rather than made of its members.
    pub(crate) whole: bool,
}

/// One input.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a> {
    pub(crate) wire_name: &'a str,
    pub(crate) location: Location,
    /// Whether it must be there, given that what it is part of is there.
    pub(crate) required: bool,
    pub(crate) slot: &'a Slot,
    pub(crate) explode: bool,
    pub(crate) style: Style,
    pub(crate) masked: bool,
    /// The only value it can have; it is filled in.
    pub(crate) only: Option<&'a Constant>,
    /// What the document says about the value; nothing of a body as a whole.
    pub(crate) limits: Option<&'a Limits>,
}

impl<'a> Inputs<'a> {
    /// The inputs of an operation.
    pub(crate) fn of(api: &'a Api, operation: &'a Operation) -> Self {
        let mut list: Vec<_> = operation.params.iter().map(Input::of_param).collect();
        if let Some(params) = operation.params_type
            && let TypeKind::Struct(params) = &api.ty(params).kind
        {
            list.extend(params.fields.iter().map(Input::of_field));
        }
        let body = operation.body.as_ref().map(|body| {
            let members = members(api, body);
            match members {
                Some(members) => list.extend(members.iter().map(Input::of_field)),
                None => list.push(Input::of_body(body)),
            }
            BodyForm { body, required: body.required, whole: members.is_none() }
        });
        Self { list, body }
    }

    /// Whether an input must be bound, `bound` telling which inputs are.
    pub(crate) fn demands(&self, input: &Input<'_>, bound: impl Fn(usize) -> bool) -> bool {
        let left_out = || {
            let in_body =
                |(index, other): (usize, &Input<'_>)| other.location == Location::Body && bound(index);
            self.body.is_some_and(|body| !body.required) && !self.list.iter().enumerate().any(in_body)
        };
        input.required && input.only.is_none() && !(input.location == Location::Body && left_out())
    }
}

/// The listed members of a body; `None` if it is no object that has some, or may be `null` as a whole.
fn members<'a>(api: &'a Api, body: &Body) -> Option<&'a [Field]> {
    let Shape::Named { id, .. } = body.slot.shape else { return None };
    match &api.ty(id).kind {
        TypeKind::Struct(def) if !body.slot.nullable => Some(&def.fields),
        _ => None,
    }
}

impl<'a> Input<'a> {
    fn of_param(param: &'a Param) -> Self {
        Self {
            wire_name: &param.wire_name,
            location: param.location,
            required: param.required,
            slot: &param.slot,
            explode: param.explode,
            style: param.style,
            masked: param.masked,
            only: None,
            limits: Some(&param.limits),
        }
    }

    fn of_field(field: &'a Field) -> Self {
        Self {
            wire_name: &field.wire_name,
            location: field.location,
            required: field.required,
            slot: &field.slot,
            explode: field.explode,
            style: field.style,
            masked: field.masked,
            only: field.only.as_ref().filter(|_| field.required),
            limits: Some(&field.limits),
        }
    }

    fn of_body(body: &'a Body) -> Self {
        Self {
            wire_name: WHOLE_BODY,
            location: Location::Body,
            required: body.required,
            slot: &body.slot,
            explode: true,
            style: Style::default(),
            masked: false,
            only: None,
            limits: None,
        }
    }
}

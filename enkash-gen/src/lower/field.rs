//! One member of an object.

use serde_json::Value;

use super::{context::Context, limits, schema};
use crate::{
    ir::{Access, Constant, Field, Location, NameHint, Shape, Slot, Style, TypeDef, TypeKind},
    load::Node,
};

/// Texts that no description has to mark: the secrets of RFC 6749, 7523 and 7636 and of `OpenID` Connect, compared
/// without case and separators.
const SECRET_NAMES: [&str; 8] = [
    "accesstoken",
    "refreshtoken",
    "idtoken",
    "clientsecret",
    "clientassertion",
    "assertion",
    "codeverifier",
    "password",
];

pub(super) fn lower_field<'d>(
    cx: &mut Context<'d, '_>,
    name: &str,
    node: &Node<'d>,
    owner: &NameHint,
) -> Field {
    let mut slot = schema::lower_schema(cx, node, &owner.then(name));
    if slot.shape == Shape::Text && is_secret_name(name) {
        slot.shape = Shape::Secret;
    }
    // A reference has no annotations of its own; those of its target are about the target, but for this one.
    let masked = cx.target(node).is_ok_and(|target| is_true(&target, "x-sensitive"));
    let is_reference = node.reference().is_some();
    let own = |key| !is_reference && is_true(node, key);
    Field {
        wire_name: name.to_owned(),
        location: Location::Body,
        required: false,
        only: only_choice(cx, &slot, node),
        limits: limits::limits(cx, node, &slot),
        slot,
        explode: true,
        style: Style::default(),
        description: text(node, "description").filter(|_| !is_reference),
        deprecated: own("deprecated"),
        masked,
        access: match (own("readOnly"), own("writeOnly")) {
            (true, false) => Access::Read,
            (false, true) => Access::Write,
            _ => Access::Both,
        },
        example: text(node, "example"),
        origin: node.origin(),
    }
}

fn is_true(node: &Node<'_>, key: &str) -> bool {
    // No `Node::get`: it makes a pointer, and this is asked of every member, mostly in vain.
    node.value().get(key) == Some(&Value::Bool(true))
}

fn text(node: &Node<'_>, key: &str) -> Option<String> {
    node.value().get(key).and_then(Value::as_str).map(str::to_owned)
}

fn is_secret_name(name: &str) -> bool {
    let folded: String =
        name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    SECRET_NAMES.contains(&folded.as_str())
}

/// The scalar that a member must be, if its enum lists only one.
fn only_choice<'d>(cx: &mut Context<'d, '_>, slot: &Slot, node: &Node<'d>) -> Option<Constant> {
    if slot.nullable {
        return None;
    }
    let def: &TypeDef = match &slot.shape {
        Shape::Inline(def) => def,
        Shape::Named { id, .. } => cx.api.ty(*id),
        // There is no type for the one of two booleans.
        Shape::Bool => {
            let target = cx.target(node).ok()?;
            let [value] = target.value().get("enum")?.as_array()?.as_slice() else { return None };
            return value.as_bool().map(Constant::Bool);
        }
        _ => return None,
    };
    match &def.kind {
        TypeKind::Enum(def) => match def.choices.as_slice() {
            [choice] => Some(choice.wire_value.clone()),
            _ => None,
        },
        _ => None,
    }
}

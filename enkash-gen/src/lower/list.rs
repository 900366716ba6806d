//! Lists.

use super::{
    combined::{Made, held},
    context::Context,
    enumeration, kind, schema,
    schema::Definition,
    union,
};
use crate::{
    ir::{Shape, Slot},
    load::Node,
    report::{Code, Diagnostic},
};

pub(super) fn lower_list<'d>(cx: &mut Context<'d, '_>, this: &Definition<'_, 'd>) -> Slot {
    let elements: Vec<_> = this.node.get("x-prefix-items").iter().flat_map(Node::items).collect();
    if !elements.is_empty() {
        let made = Made { node: this.node, hint: &this.hint.then("item"), component: None };
        let item = union::lower_tuple(cx, &elements, made);
        return Slot::of(Shape::List(held(cx, this.node, item)));
    }
    let item = match this.node.get("items") {
        Some(items) => schema::lower_schema(cx, &items, &this.hint.then("item")),
        // The values of a list that has no `items` are those of its items.
        None if kind::has_enum(this.node) => {
            let hint = this.hint.then("item");
            let items = Definition { hint: &hint, component: None, ..*this };
            enumeration::lower_enum(cx, &items, None)
        }
        None => {
            cx.push(
                Diagnostic::new(
                    Code::AssumedType,
                    "an array without `items`; its items are taken for any JSON",
                )
                .at(this.node.origin())
                .help("say what the array holds; `items: {}` stands for anything"),
            );
            Slot::of(Shape::Any)
        }
    };
    Slot::of(Shape::List(held(cx, this.node, item)))
}

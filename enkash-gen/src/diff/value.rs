//! Values: what a slot held and what it holds now.

use super::{
    rules::Rule,
    walk::{At, Side, Walk},
    words,
};
use crate::ir::{Api, EnumBase, Format, IntWidth, Shape, Slot, TypeDef, TypeKind};

/// What a shape comes to, once names are followed and unions of one member are what they hold.
enum View<'a> {
    Plain(&'a Shape),
    Anything,
    /// An object of which nothing is said.
    Object,
    List(&'a Slot),
    Map(&'a Slot),
    Stream(&'a Slot),
    Type(&'a TypeDef),
    Unreadable,
}

/// How far unions of one member are followed; a longer chain is a circle.
const LONGEST_CHAIN: usize = 32;

fn view<'a>(api: &'a Api, mut shape: &'a Shape) -> View<'a> {
    for _ in 0..LONGEST_CHAIN {
        let def = match shape {
            Shape::Named { id, .. } => api.ty(*id),
            Shape::Inline(def) => def,
            Shape::Any => return View::Anything,
            Shape::List(item) => return View::List(item),
            Shape::Map(item) if item.shape == Shape::Any => return View::Object,
            Shape::Map(item) => return View::Map(item),
            Shape::Events(item) | Shape::Lines(item) => return View::Stream(item),
            Shape::Unsupported(_) => return View::Unreadable,
            _ => return View::Plain(shape),
        };
        match &def.kind {
            TypeKind::Union(union) if union.variants.len() == 1 => shape = &union.variants[0].slot.shape,
            TypeKind::Unsupported(_) => return View::Unreadable,
            _ => return View::Type(def),
        }
    }
    View::Unreadable
}

/// Compares what two slots hold. `is_body`: whether they are a whole body, whose kind matters more than its type.
pub(super) fn slots<'a>(
    walk: &mut Walk<'a>,
    at: &mut At<'_, 'a>,
    old: &'a Slot,
    new: &'a Slot,
    is_body: bool,
) {
    if old.nullable != new.nullable {
        let rule = if new.nullable {
            at.pick(Rule::RequestNullAllowed, Rule::ResponseNullAdded)
        } else {
            at.pick(Rule::RequestNullRefused, Rule::ResponseNullRemoved)
        };
        at.add(rule, None, None);
    }
    let (before, after) = (view(walk.old.api, &old.shape), view(walk.new.api, &new.shape));
    let rule = match (&before, &after) {
        (View::Unreadable, View::Unreadable)
        | (View::Anything, View::Anything)
        | (View::Object, View::Object) => return,
        (View::Unreadable, _) | (_, View::Unreadable) => Rule::Unreadable,
        (View::Anything, _) | (View::Object, View::Map(_)) => {
            at.pick(Rule::RequestDescribed, Rule::ResponseDescribed)
        }
        (View::Object, View::Type(def)) if is_object(def) => {
            at.pick(Rule::RequestDescribed, Rule::ResponseDescribed)
        }
        (_, View::Anything) | (View::Map(_), View::Object) => {
            at.pick(Rule::RequestUndescribed, Rule::ResponseUndescribed)
        }
        (View::Type(def), View::Object) if is_object(def) => {
            at.pick(Rule::RequestUndescribed, Rule::ResponseUndescribed)
        }
        (View::List(old), View::List(new)) => return slots(walk, &mut at.below("[]"), old, new, false),
        (View::Stream(old), View::Stream(new)) => return slots(walk, at, old, new, false),
        (View::Map(old), View::Map(new)) => return slots(walk, &mut at.below(".*"), old, new, false),
        (View::Type(old), View::Type(new)) if is_same_kind(old, new) => return walk.pair(at, old, new),
        (View::Plain(old), View::Plain(new)) => match relation(old, new) {
            Relation::Same => return secrecy(at, old, new),
            Relation::Narrowed => at.pick(Rule::RequestTypeNarrowed, Rule::ResponseTypeNarrowed),
            Relation::Widened => at.pick(Rule::RequestTypeWidened, Rule::ResponseTypeWidened),
            Relation::Other => at.pick(Rule::RequestType, Rule::ResponseType),
        },
        (View::Plain(plain), View::Type(def)) if lists(def, plain) => {
            at.pick(Rule::RequestEnumIntroduced, Rule::ResponseEnumIntroduced)
        }
        (View::Type(def), View::Plain(plain)) if lists(def, plain) => {
            at.pick(Rule::RequestEnumDropped, Rule::ResponseEnumDropped)
        }
        (one, View::Type(def)) if holds(walk.new.api, def, one) => {
            at.pick(Rule::RequestTypeWidened, Rule::ResponseTypeWidened)
        }
        (View::Type(def), one) if holds(walk.old.api, def, one) => {
            at.pick(Rule::RequestTypeNarrowed, Rule::ResponseTypeNarrowed)
        }
        _ if is_body => at.pick(Rule::RequestBodyKind, Rule::ResponseBodyKind),
        (_, View::List(_)) => at.pick(Rule::RequestListed, Rule::ResponseListed),
        (View::List(_), _) => at.pick(Rule::RequestUnlisted, Rule::ResponseUnlisted),
        _ => at.pick(Rule::RequestType, Rule::ResponseType),
    };
    let has_come = matches!(before, View::Anything | View::Object);
    let at = &mut at.below("");
    if has_come || matches!(after, View::Anything | View::Object) {
        at.unless_unknown(walk, "members", has_come);
    }
    let text = |side: Side<'_>, slot: &Slot| Some(words::shape(side, &slot.shape));
    at.add(rule, text(walk.old, old), text(walk.new, new));
}

fn is_object(def: &TypeDef) -> bool {
    matches!(def.kind, TypeKind::Struct(_))
}

fn is_same_kind(old: &TypeDef, new: &TypeDef) -> bool {
    std::mem::discriminant(&old.kind) == std::mem::discriminant(&new.kind)
}

/// Whether a type is an enum of such values.
fn lists(def: &TypeDef, plain: &Shape) -> bool {
    match &def.kind {
        TypeKind::Enum(def) => match def.base {
            EnumBase::Text => matches!(plain, Shape::Text | Shape::Secret),
            EnumBase::Integer => matches!(plain, Shape::Int(_)),
            EnumBase::Mixed => matches!(plain, Shape::Float | Shape::Bool),
        },
        _ => false,
    }
}

/// Whether a type is a union that has such a value among its members.
fn holds(api: &Api, def: &TypeDef, value: &View<'_>) -> bool {
    let TypeKind::Union(union) = &def.kind else { return false };
    union.variants.iter().any(|variant| is_alike(&view(api, &variant.slot.shape), value))
}

fn is_alike(one: &View<'_>, other: &View<'_>) -> bool {
    match (one, other) {
        (View::Plain(one), View::Plain(other)) => relation(one, other) == Relation::Same,
        (View::Type(one), View::Type(other)) => is_same_kind(one, other),
        (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

fn secrecy(at: &mut At<'_, '_>, old: &Shape, new: &Shape) {
    let is_secret = |shape: &Shape| *shape == Shape::Secret;
    at.flag(is_secret(old), is_secret(new), Rule::SecretAdded, Rule::SecretRemoved);
}

/// What the values of one shape are to those of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Same,
    Narrowed,
    Widened,
    Other,
}

fn relation(old: &Shape, new: &Shape) -> Relation {
    if old == new || is_same(old, new) {
        Relation::Same
    } else if is_part(new, old) {
        Relation::Narrowed
    } else if is_part(old, new) {
        Relation::Widened
    } else {
        Relation::Other
    }
}

/// Shapes that differ in Rust only.
fn is_same(one: &Shape, other: &Shape) -> bool {
    const fn class(shape: &Shape) -> Option<u8> {
        match shape {
            Shape::Text | Shape::Secret => Some(0),
            Shape::Float | Shape::Format(Format::DecimalNumber) => Some(1),
            Shape::Binary | Shape::File | Shape::Bytes => Some(2),
            _ => None,
        }
    }
    class(one).is_some() && class(one) == class(other)
}

/// Whether every value of the one is a value of the other.
fn is_part(part: &Shape, whole: &Shape) -> bool {
    use IntWidth::{I32, I64, U32, U64};
    match (part, whole) {
        (Shape::Format(part), Shape::Text | Shape::Secret) => *part != Format::DecimalNumber,
        (Shape::Int(part), Shape::Int(whole)) => {
            matches!((part, whole), (I32, I64) | (U32, I64 | U64))
        }
        (Shape::Int(_), Shape::Float | Shape::Format(Format::DecimalNumber)) => true,
        _ => false,
    }
}

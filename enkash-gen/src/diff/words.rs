//! How a report words what it was and what it is: shapes, texts and lists in a few words.

use super::walk::Side;
use crate::ir::{Choice, EnumBase, Format, IntWidth, Limits, NameHint, Shape, Slot, TypeDef, TypeKind};

/// The longest text that is shown whole, in characters.
const LONGEST: usize = 60;

/// A text on one line, in quotes, cut where it is long.
pub(super) fn quote(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return format!("\"{line}\"");
    }
    format!("\"{}…\"", line.chars().take(LONGEST - 1).collect::<String>())
}

/// Two texts in quotes. Where they begin alike for long, they are shown from shortly before they part.
pub(super) fn quotes(old: Option<&str>, new: Option<&str>) -> (Option<String>, Option<String>) {
    let (Some(was), Some(is)) = (old, new) else { return (old.map(quote), new.map(quote)) };
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (was, is) = (line(was), line(is));
    let alike = was.chars().zip(is.chars()).take_while(|(one, other)| one == other).count();
    let skipped = alike.saturating_sub(LONGEST / 3);
    let is_long = was.chars().count().max(is.chars().count()) > LONGEST;
    let from = |text: &str| {
        let rest: String = text.chars().skip(skipped).collect();
        quote(&if skipped > 0 { format!("…{rest}") } else { rest })
    };
    if is_long { (Some(from(&was)), Some(from(&is))) } else { (Some(quote(&was)), Some(quote(&is))) }
}

/// Names with commas between.
pub(super) fn list<'t>(names: impl IntoIterator<Item = &'t str>) -> String {
    names.into_iter().collect::<Vec<_>>().join(", ")
}

/// A shape in a few words, `or null` with it.
pub(super) fn slot(side: Side<'_>, slot: &Slot) -> String {
    let shape = shape(side, &slot.shape);
    if slot.nullable { format!("{shape} or null") } else { shape }
}

pub(super) fn shape(side: Side<'_>, shape: &Shape) -> String {
    match shape {
        Shape::Bool => "boolean".to_owned(),
        Shape::Int(IntWidth::I32) => "integer (int32)".to_owned(),
        Shape::Int(IntWidth::I64) => "integer".to_owned(),
        Shape::Int(IntWidth::U32) => "integer (uint32)".to_owned(),
        Shape::Int(IntWidth::U64) => "integer (uint64)".to_owned(),
        Shape::Float => "number".to_owned(),
        Shape::Text => "string".to_owned(),
        Shape::Secret => "string (secret)".to_owned(),
        Shape::Format(Format::Date) => "string (date)".to_owned(),
        Shape::Format(Format::DateTime) => "string (date-time)".to_owned(),
        Shape::Format(Format::Base64) => "string (byte)".to_owned(),
        Shape::Format(Format::Decimal) => "string (decimal)".to_owned(),
        Shape::Format(Format::DecimalNumber) => "number (decimal)".to_owned(),
        Shape::Binary | Shape::File | Shape::Bytes => "bytes".to_owned(),
        Shape::List(item) => format!("array of {}", slot(side, item)),
        Shape::Map(item) if item.shape == Shape::Any => "object of anything".to_owned(),
        Shape::Map(item) => format!("object of {}", slot(side, item)),
        Shape::Any => "anything".to_owned(),
        Shape::Events(item) => format!("events of {}", slot(side, item)),
        Shape::Lines(item) => format!("lines of {}", slot(side, item)),
        Shape::Named { id, .. } => definition(side.api.ty(*id)),
        Shape::Inline(def) => definition(def),
        Shape::Unsupported(code) => format!("not supported ({code})"),
    }
}

fn definition(def: &TypeDef) -> String {
    match &def.kind {
        TypeKind::Struct(kind) => {
            let members = kind.fields.len();
            format!("object with {members} {}", if members == 1 { "member" } else { "members" })
        }
        TypeKind::Enum(kind) => match kind.base {
            EnumBase::Text => format!("string, one of {}", choices(&kind.choices)),
            EnumBase::Integer => format!("integer, one of {}", choices(&kind.choices)),
            EnumBase::Mixed => format!("one of {}", choices(&kind.choices)),
        },
        TypeKind::Union(kind) => format!("one of {} alternatives", kind.variants.len()),
        TypeKind::Cases(cases) => format!("one of {} answers", cases.len()),
        TypeKind::Alias(_) => "parameters".to_owned(),
        TypeKind::Unsupported(code) => format!("not supported ({code})"),
    }
}

/// The first values of an enum.
fn choices(choices: &[Choice]) -> String {
    const SHOWN: usize = 6;
    let mut shown: Vec<String> =
        choices.iter().take(SHOWN).map(|choice| choice.wire_value.to_string()).collect();
    if choices.len() > SHOWN {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

/// The last word of a type's hint: what the document calls it.
pub(super) fn name(hint: &NameHint) -> &str {
    hint.0.last().map_or("", String::as_str)
}

/// A limit that is a number.
pub(super) fn number(value: f64) -> String {
    value.to_string()
}

/// The least and the greatest number, as a page writes them.
pub(super) fn least(limits: &Limits) -> Option<String> {
    let sign = if limits.above_minimum { ">" } else { ">=" };
    limits.minimum.map(|minimum| format!("{sign} {}", number(minimum)))
}

pub(super) fn greatest(limits: &Limits) -> Option<String> {
    let sign = if limits.below_maximum { "<" } else { "<=" };
    limits.maximum.map(|maximum| format!("{sign} {}", number(maximum)))
}

#[cfg(test)]
mod tests {
    use super::quotes;

    #[test]
    fn long_texts_are_shown_from_where_they_part() {
        let text = |end: &str| format!("{} {end}", "word ".repeat(30));
        let (was, is) = quotes(Some(&text("one")), Some(&text("two")));
        assert_eq!(was.as_deref(), Some("\"…word word word word one\""));
        assert_eq!(is.as_deref(), Some("\"…word word word word two\""));
        let (was, is) = quotes(Some("a\n b"), None);
        assert_eq!((was.as_deref(), is), (Some("\"a b\""), None));
    }
}

//! Pairs the fields of the user's struct with the inputs of the operation.
//!
//! Only names, places and presence are compared here; whether a type fits is for the compiler to say, through
//! `Carries`. All mistakes are reported, each at the token that caused it.

use enkash_gen::{
    ir::{Location, Shape},
    names::snake,
    report::similar,
};

use crate::{
    errors::Errors,
    inputs::{Input, Inputs},
    item::{Field, Item, Wrapped},
    types::Types,
};

/// A field and the input it gives.
pub(crate) struct Binding<'a> {
    pub(crate) field: &'a Field,
    pub(crate) how: How,
}

/// How a field's type treats the absence of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// There is always a value.
    Value,
    /// `None` leaves the input out.
    Optional,
    /// `None` sends `null`.
    Nullable,
    /// The value says which of the two.
    Tri,
}

/// Pairs the fields with the inputs; the result has an entry per input, none for what no field gives.
pub(crate) fn pair<'a>(
    item: &'a Item,
    label: &str,
    inputs: &Inputs<'_>,
    types: Types<'_>,
    errors: &mut Errors,
) -> Vec<Option<Binding<'a>>> {
    let mut bindings: Vec<Option<Binding<'a>>> = inputs.list.iter().map(|_| None).collect();
    // Inputs that a misspelt field most likely means; they are not missing as well.
    let mut meant = vec![false; inputs.list.len()];
    let found: Vec<_> = item.fields.iter().map(|field| find(field, inputs)).collect();
    let likely = only_candidate(&found, inputs);
    for (field, found) in item.fields.iter().zip(found) {
        let index = match found {
            Ok(index) => index,
            Err(unfound) => {
                unfound.report(field, label, inputs, likely, &mut meant, errors);
                continue;
            }
        };
        let input = &inputs.list[index];
        if let Some(earlier) = &bindings[index] {
            let message = format!(
                "the input `{}` is also bound by the field `{}`",
                input.wire_name, earlier.field.ident
            );
            errors.help(
                field.name_tokens(),
                message,
                "remove one of the two, or rename it to the input that it means",
            );
            continue;
        }
        check_display(field, input, types, errors);
        bindings[index] = Some(Binding { field, how: how(field, input, errors) });
    }
    if item.whole {
        report_missing(item, inputs, types, |index| bindings[index].is_some(), &meant, errors);
    }
    bindings
}

/// The input that the one field without an input must mean, however it is spelt: the only one that is required and
/// that no field gives.
fn only_candidate(found: &[Result<usize, Unfound>], inputs: &Inputs<'_>) -> Option<usize> {
    let bound = |index: usize| found.iter().any(|found| matches!(found, Ok(bound) if *bound == index));
    let mut open =
        (0..inputs.list.len()).filter(|index| !bound(*index) && inputs.demands(&inputs.list[*index], bound));
    let candidate = open.next()?;
    let alone = open.next().is_none() && found.iter().filter(|found| found.is_err()).count() == 1;
    alone.then_some(candidate)
}

/// Why a field has no input.
enum Unfound {
    /// There is none of that name.
    Unknown,
    /// There is, but not in the part that `in = …` names.
    Elsewhere(Vec<usize>),
    /// There are several.
    Ambiguous(Vec<usize>),
}

/// The input of a field: the one of its name on the wire, else the one that is spelled so in Rust.
fn find(field: &Field, inputs: &Inputs<'_>) -> Result<usize, Unfound> {
    let name = field.name();
    let all = |is: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let found = inputs.list.iter().enumerate().filter(|(_, input)| is(input.wire_name));
        found.map(|(index, _)| index).collect()
    };
    let mut found = all(&|wire_name| wire_name == name);
    if found.is_empty() && field.rename.is_none() {
        found = all(&|wire_name| snake(wire_name) == name);
    }
    if found.is_empty() {
        return Err(Unfound::Unknown);
    }
    let here: Vec<_> = match &field.location {
        Some((location, _)) => {
            found.iter().copied().filter(|index| inputs.list[*index].location == *location).collect()
        }
        None => found.clone(),
    };
    match here.as_slice() {
        [index] => Ok(*index),
        [] => Err(Unfound::Elsewhere(found)),
        _ => Err(Unfound::Ambiguous(here)),
    }
}

impl Unfound {
    fn report(
        self,
        field: &Field,
        label: &str,
        inputs: &Inputs<'_>,
        likely: Option<usize>,
        meant: &mut [bool],
        errors: &mut Errors,
    ) {
        let name = field.name();
        let place = |index: &usize| inputs.list[*index].location.as_str();
        match self {
            Self::Unknown => {
                let names = || inputs.list.iter().map(|input| input.wire_name);
                let nearest =
                    similar(&name, names()).or_else(|| likely.map(|index| inputs.list[index].wire_name));
                for (input, meant) in inputs.list.iter().zip(meant) {
                    *meant |= Some(input.wire_name) == nearest;
                }
                let help = match nearest {
                    Some(nearest) if field.rename.is_some() || snake(nearest) == nearest => {
                        format!("did you mean `{nearest}`?")
                    }
                    Some(nearest) => format!(
                        "did you mean `{nearest}`? name the field `{}`, or write `#[enkash(rename = \"{nearest}\")]`",
                        snake(nearest)
                    ),
                    None if inputs.list.is_empty() => "the operation has no inputs".to_owned(),
                    None => format!(
                        "the inputs are {}; `#[enkash(skip)]` keeps a field to yourself",
                        listed(names())
                    ),
                };
                errors.help(
                    field.name_tokens(),
                    format_args!("operation `{label}` has no input `{name}`"),
                    help,
                );
            }
            Self::Elsewhere(found) => {
                found.iter().for_each(|index| meant[*index] = true);
                let wanted = field.location.as_ref().map_or("", |(location, _)| location.as_str());
                let word = field.location.as_ref().map(|(_, word)| word);
                let places = found.iter().map(place).collect::<Vec<_>>().join(" and ");
                errors.help(
                    word,
                    format_args!("the input `{}` is not in the {wanted}", inputs.list[found[0]].wire_name),
                    format_args!("it is in the {places}"),
                );
            }
            Self::Ambiguous(found) => {
                found.iter().for_each(|index| meant[*index] = true);
                let first = place(&found[0]);
                if found.iter().all(|index| place(index) == first) {
                    let names = listed(found.iter().map(|index| inputs.list[*index].wire_name));
                    errors.help(
                        field.name_tokens(),
                        format_args!("`{name}` may be one of {names}"),
                        "say which with `#[enkash(rename = \"…\")]`",
                    );
                } else {
                    let places = found.iter().map(place).collect::<Vec<_>>().join(" and in the ");
                    errors.help(
                        field.name_tokens(),
                        format_args!("there is an input `{name}` in the {places}"),
                        format_args!("say which with `#[enkash(in = {first})]`"),
                    );
                }
            }
        }
    }
}

/// How the field is sent; a wrapper that the input has no use for is reported at the type.
fn how(field: &Field, input: &Input<'_>, errors: &mut Errors) -> How {
    let name = input.wire_name;
    let inner = crate::types::shown(field.ty.inner());
    match (&field.ty, input.required, input.slot.nullable) {
        (Wrapped::Plain(_), ..) => How::Value,
        (Wrapped::Option(..), true, true) => How::Nullable,
        (Wrapped::Option(..), false, _) => How::Optional,
        (Wrapped::Nullable(..), false, true) => How::Tri,
        (Wrapped::Option(whole, _), true, false) => {
            errors.help(whole, format_args!("the input `{name}` is required"), format_args!("use `{inner}`"));
            How::Optional
        }
        (Wrapped::Nullable(whole, _), true, nullable) => {
            let ty = if nullable { format!("Option<{inner}>") } else { inner };
            errors.help(whole, format_args!("the input `{name}` is required"), format_args!("use `{ty}`"));
            How::Tri
        }
        (Wrapped::Nullable(whole, _), false, false) => {
            let help = format!("use `Option<{inner}>`, whose `None` leaves it out");
            errors.help(whole, format_args!("the input `{name}` is never `null`"), help);
            How::Tri
        }
    }
}

/// `display` sends text, and so is for inputs that take text; a secret has no `Display` for a reason.
fn check_display(field: &Field, input: &Input<'_>, types: Types<'_>, errors: &mut Errors) {
    let Some(word) = &field.display else { return };
    let name = input.wire_name;
    match &input.slot.shape {
        Shape::Text | Shape::Binary | Shape::Format(_) => {}
        shape if types.is_enum(shape) => {}
        Shape::Secret => errors.help(
            word,
            format_args!("the input `{name}` is a secret, which is not sent by way of `Display`"),
            "use `Secret<String>`, or a newtype around it that derives `Carries`",
        ),
        _ => errors.help(
            word,
            format_args!("the input `{name}` is no text"),
            format_args!("remove `display`, and use `{}` or a newtype around it", types.name(input.slot)),
        ),
    }
}

/// One error for everything that is missing, with the fields that would mend it.
fn report_missing(
    item: &Item,
    inputs: &Inputs<'_>,
    types: Types<'_>,
    bound: impl Fn(usize) -> bool,
    meant: &[bool],
    errors: &mut Errors,
) {
    let missing: Vec<&Input<'_>> = inputs
        .list
        .iter()
        .enumerate()
        .filter(|(index, input)| !bound(*index) && !meant[*index] && inputs.demands(input, &bound))
        .map(|(_, input)| input)
        .collect();
    if missing.is_empty() {
        return;
    }
    let list = missing.iter().map(|input| format!("`{}` ({})", input.wire_name, input.location.as_str()));
    let fields = missing.iter().map(|input| {
        let ident = snake(input.wire_name);
        let ty = types.name(input.slot);
        let ty = if input.slot.nullable { format!("Option<{ty}>") } else { ty };
        let twins = inputs.list.iter().filter(|other| snake(other.wire_name) == ident).count();
        let part = if twins > 1 && input.location != Location::Body {
            format!("#[enkash(in = {})] ", input.location.as_str())
        } else {
            String::new()
        };
        format!("`{part}{ident}: {ty}`")
    });
    let what = if missing.len() == 1 { "input" } else { "inputs" };
    let one = if missing.len() == 1 { "a field" } else { "fields" };
    errors.help(
        &item.ident,
        format_args!("missing required {what}: {}", list.collect::<Vec<_>>().join(", ")),
        format_args!("add {one} such as {}", fields.collect::<Vec<_>>().join(", ")),
    );
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;

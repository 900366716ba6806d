//! Limits of what is sent as the run time's tables have them, where requests are to be held against them.
//!
//! Patterns stay documentation: they are in the dialect of another language.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Input;
use crate::ir::{Limits, Param};

/// The modifiers of a table's field, as `at_most(64)`; none for what every value keeps to.
pub fn limits(limits: &Limits) -> Vec<TokenStream> {
    let mut found = Vec::new();
    let number = Literal::f64_unsuffixed;
    let signed = |value: f64| {
        let magnitude = number(value.abs());
        if value < 0.0 { quote!(-#magnitude) } else { quote!(#magnitude) }
    };
    if let Some(minimum) = limits.minimum.filter(|number| number.is_finite()) {
        let minimum = signed(minimum);
        found.push(if limits.above_minimum { quote!(above(#minimum)) } else { quote!(minimum(#minimum)) });
    }
    if let Some(maximum) = limits.maximum.filter(|number| number.is_finite()) {
        let maximum = signed(maximum);
        found.push(if limits.below_maximum { quote!(below(#maximum)) } else { quote!(maximum(#maximum)) });
    }
    if let Some(step) = limits.multiple_of.filter(|step| *step > 0.0 && step.is_finite()) {
        let step = number(step);
        found.push(quote!(multiple_of(#step)));
    }
    // A length that no 32 bits count is none that a request has.
    let length = |length: u64| u32::try_from(length).ok().map(Literal::u32_unsuffixed);
    if let Some(least) = limits.min_length.filter(|least| *least > 0).and_then(length) {
        found.push(quote!(at_least(#least)));
    }
    if let Some(most) = limits.max_length.and_then(length) {
        found.push(quote!(at_most(#most)));
    }
    if limits.unique {
        found.push(quote!(distinct()));
    }
    found
}

/// A modifier as a person writes it.
pub(super) fn text(limit: &TokenStream) -> String {
    limit.to_string().replace(' ', "")
}

/// Expands to `rt::wire::Field::required("id").path().at_most(64)`; `None` if there is nothing to check.
pub(super) fn param(input: Input<'_>, param: &Param) -> Option<TokenStream> {
    let limits = if input.checks { limits(&param.limits) } else { Vec::new() };
    let name = &param.wire_name;
    (!limits.is_empty()).then(|| quote!(rt::wire::Field::required(#name).path() #(.#limits)*))
}

#[cfg(test)]
mod tests {
    use super::super::group::Part;
    use super::{Input, Limits, Literal, Param, limits};
    use crate::{
        ir::{
            Api, Field, IntWidth, Location, Operation, Outcome, Shape, Slot, TypeKind, Usage,
            fixture::{list, operation, optional, param as parameter, required, structure, text},
        },
        names,
        render::{operation::render_markers, table::struct_table},
    };

    fn limited(field: Field, limits: Limits) -> Field {
        Field { limits, ..field }
    }

    /// A meal that is fed, and the parameter that says to whom.
    fn zoo() -> Api {
        let count = Slot::of(Shape::Int(IntWidth::I32));
        let id = parameter("animalId", Location::Path, text());
        let id = Param { limits: Limits { max_length: Some(8), ..Limits::default() }, ..id };
        let name = parameter("keeper", Location::Path, count.clone());
        Api {
            operations: vec![Operation {
                params: vec![id, name],
                success: Outcome::Undeclared,
                ..operation("feed", "/animals/{animalId}/{keeper}")
            }],
            types: vec![structure(
                &["Meal"],
                vec![
                    limited(
                        Field { masked: true, ..required("food", text()) },
                        Limits { min_length: Some(1), pattern: Some("^h".to_owned()), ..Limits::default() },
                    ),
                    limited(
                        optional("grams", count),
                        Limits { minimum: Some(0.0), above_minimum: true, ..Limits::default() },
                    ),
                    limited(optional("tags", list(text())), Limits { unique: true, ..Limits::default() }),
                ],
            )],
            ..Api::default()
        }
    }

    /// What `look` sees, limits being checked or not.
    fn seen<T>(checks: bool, look: impl Fn(Input<'_>) -> T) -> T {
        let (api, runtime) = (zoo(), syn::parse_str("crate::runtime").unwrap());
        let names = names::name(&api);
        look(Input {
            api: &api,
            names: &names,
            runtime: &runtime,
            endpoint: None,
            module: None,
            examples: false,
            types_only: false,
            checks,
            gates: false,
        })
    }

    #[test]
    fn table_of_what_is_sent_has_the_limits_where_they_are_checked() {
        let table = |checks, usage| {
            seen(checks, |input| {
                let TypeKind::Struct(def) = &input.api.types[0].kind else { return String::new() };
                struct_table(input, def, usage, &input.names.types[0])
            })
        };
        let both = Usage { sent: true, received: true };
        let plain = "rt::object!(Meal {\n    0 food: required(\"food\").masked(), 1 grams: optional(\"grams\"), \
                     2 tags: optional(\"tags\")\n});";
        assert_eq!(
            table(true, both),
            "rt::object!(Meal {\n    0 food: required(\"food\").masked().at_least(1), \
             1 grams: optional(\"grams\").above(0.0),\n    2 tags: optional(\"tags\").distinct()\n});"
        );
        assert_eq!(table(false, both), plain);
        assert_eq!(table(true, Usage { sent: false, received: true }), plain);
    }

    #[test]
    fn operation_says_that_it_checks_and_an_argument_has_a_field_if_it_has_limits() {
        let params = |checks| {
            seen(checks, |input| {
                let params = &input.api.operations[0].params;
                params
                    .iter()
                    .map(|it| super::param(input, it).map(|field| super::text(&field)))
                    .collect::<Vec<_>>()
            })
        };
        let field = "rt::wire::Field::required(\"animalId\").path().at_most(8)";
        assert_eq!(params(true), [Some(field.to_owned()), None]);
        assert_eq!(params(false), [None, None]);
        let marker = |checks| {
            seen(checks, |input| match render_markers(input, &Part::rest(input)).pop() {
                Some(crate::emit::Item::Text(text)) => text,
                _ => String::new(),
            })
        };
        let plain = marker(false);
        let start = plain.strip_suffix("\n});").unwrap_or_default();
        assert_eq!(marker(true), format!("{start}, checks: true\n}});"));
    }

    #[test]
    fn each_limit_is_a_modifier_and_what_says_nothing_is_none() {
        let none = Limits::default;
        for (given, expected) in [
            (none(), ""),
            (Limits { minimum: Some(1.0), maximum: Some(100.0), ..none() }, "minimum(1.0) maximum(100.0)"),
            (
                Limits {
                    minimum: Some(-0.5),
                    above_minimum: true,
                    maximum: Some(1e300),
                    below_maximum: true,
                    multiple_of: Some(0.01),
                    ..none()
                },
                "above(-0.5) below(1e300) multiple_of(0.01)",
            ),
            (
                Limits { min_length: Some(1), max_length: Some(64), unique: true, ..none() },
                "at_least(1) at_most(64) distinct()",
            ),
            (Limits { min_length: Some(0), max_length: Some(0), ..none() }, "at_most(0)"),
            (Limits { max_length: Some(u64::MAX), multiple_of: Some(0.0), ..none() }, ""),
            (Limits { pattern: Some("^a$".to_owned()), default: Some("1".to_owned()), ..none() }, ""),
        ] {
            let found: Vec<_> = limits(&given).iter().map(super::text).collect();
            // As numbers, for a literal of 1e300 has three hundred digits.
            assert_eq!(
                found.join(" "),
                expected.replace("1e300", &Literal::f64_unsuffixed(1e300).to_string())
            );
        }
    }
}

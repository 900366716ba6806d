//! Limits as they stand in tables, and where they do not.

use super::{Input, Limits, Literal, Param, limits, quote};
use crate::{
    ir::{
        Api, Field, IntWidth, Location, Operation, Outcome, Shape, Slot, StructDef, TypeKind, Usage,
        fixture::{list, operation, optional, param as parameter, required, text, typedef},
    },
    names,
    render::{group::Part, operation::render_markers, table::struct_table},
};

fn limited(field: Field, limits: Limits) -> Field {
    Field { limits, ..field }
}

/// A meal that is fed, and the parameter that says to whom.
fn zoo() -> Api {
    let none = Limits::default;
    let count = Slot::of(Shape::Int(IntWidth::I32));
    let id = parameter("animalId", Location::Path, text());
    let id = Param { limits: Limits { max_length: Some(8), ..none() }, ..id };
    let name = parameter("keeper", Location::Path, count.clone());
    Api {
        operations: vec![Operation {
            params: vec![id, name],
            success: Outcome::Undeclared,
            ..operation("feed", "/animals/{animalId}/{keeper}")
        }],
        types: vec![typedef(
            &["Meal"],
            TypeKind::Struct(StructDef {
                fields: vec![
                    limited(
                        Field { masked: true, ..required("food", text()) },
                        Limits { min_length: Some(1), pattern: Some("^h".to_owned()), ..none() },
                    ),
                    limited(
                        optional("grams", count.clone()),
                        Limits { minimum: Some(0.0), above_minimum: true, ..none() },
                    ),
                    limited(
                        optional("tags", list(text())),
                        Limits {
                            unique: true,
                            each: Some(Box::new(Limits { max_length: Some(9), ..none() })),
                            ..none()
                        },
                    ),
                    // Of a pattern nothing is checked.
                    limited(
                        optional("codes", list(text())),
                        Limits {
                            each: Some(Box::new(Limits { pattern: Some("^c".to_owned()), ..none() })),
                            ..none()
                        },
                    ),
                ],
                rest: Some(count),
                rest_limits: Limits { minimum: Some(1.0), ..none() },
            }),
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
    let plain = "rt::object!(Meal { 0 food: required.masked(), 1 grams: optional, 2 tags: optional,\n    \
                 3 codes: optional, ..additional_properties });";
    assert_eq!(
        table(true, both),
        "rt::object!(Meal { 0 food: required.masked() [at_least(1)], 1 grams: optional [above(0.0)],\n    \
         2 tags: optional [distinct().each(rt::limits!(at_most(9)))], 3 codes: optional,\n    \
         ..additional_properties [minimum(1.0)] });"
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
    let field = "rt::wire::Field::required(\"animalId\").path().limits(rt::limits!(at_most(8)))";
    assert_eq!(params(true), [Some(field.to_owned()), None]);
    assert_eq!(params(false), [None, None]);
    let marker = |checks| {
        seen(checks, |input| match render_markers(input, &Part::rest(input)).pop() {
            Some(crate::emit::Item::Text(text)) => text,
            _ => String::new(),
        })
    };
    let plain = marker(false);
    let start = plain.strip_suffix(" });").unwrap_or_default();
    assert_eq!(marker(true), format!("{start}, checks: true }});"));
}

#[test]
fn each_limit_is_a_modifier_and_what_says_nothing_is_none() {
    let none = Limits::default;
    let each = |limits| Some(Box::new(limits));
    let least = Limits { minimum: Some(1.0), ..none() };
    for (given, expected) in [
        (none(), ""),
        (Limits { minimum: Some(1.0), maximum: Some(100.0), ..none() }, "minimum(1.0).maximum(100.0)"),
        (
            Limits {
                minimum: Some(-0.5),
                above_minimum: true,
                maximum: Some(1e300),
                below_maximum: true,
                multiple_of: Some(0.01),
                ..none()
            },
            "above(-0.5).below(1e300).multiple_of(0.01)",
        ),
        (
            Limits { min_length: Some(1), max_length: Some(64), unique: true, ..none() },
            "at_least(1).at_most(64).distinct()",
        ),
        (Limits { min_length: Some(0), max_length: Some(0), ..none() }, "at_most(0)"),
        (Limits { max_length: Some(u64::MAX), multiple_of: Some(0.0), ..none() }, ""),
        (
            Limits { max_length: Some(5), each: each(Limits { each: each(least), ..none() }), ..none() },
            "at_most(5).each(krate::runtime::limits!(each(krate::runtime::limits!(minimum(1.0)))))",
        ),
        (Limits { each: each(Limits { default: Some("1".to_owned()), ..none() }), ..none() }, ""),
        (Limits { pattern: Some("^a$".to_owned()), default: Some("1".to_owned()), ..none() }, ""),
    ] {
        let found = limits(&given, &quote!(krate::runtime));
        // As numbers, for a literal of 1e300 has three hundred digits.
        assert_eq!(
            found.map_or_else(String::new, |found| super::text(&found)),
            expected.replace("1e300", &Literal::f64_unsuffixed(1e300).to_string())
        );
    }
}

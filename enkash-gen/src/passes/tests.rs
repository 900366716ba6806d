//! Each pass on an API that is written by hand, in the notation of [`fixture`].

use super::run;
use crate::{
    ir::{
        Api, Constant, Field, Limits, Location, Operation, Outcome, Shape, Slot, Status, TypeId, TypeKind,
        fixture::{
            body, enumeration, inline, list, named, operation, optional, param, reply, required, sketch,
            sketch_types, structure, text, typedef,
        },
    },
    report::Code,
};

fn ran(types: Vec<crate::ir::TypeDef>, operations: Vec<Operation>) -> Api {
    let mut api = Api { types, operations, ..Api::default() };
    run(&mut api);
    api
}

/// An operation that is sent one slot and answers with another.
fn exchange(id: &str, sent: Option<Slot>, received: Option<Slot>) -> Operation {
    Operation {
        body: sent.map(body),
        replies: vec![reply(Status::Code(200), received)],
        ..operation(id, "/zoo")
    }
}

fn outcome(api: &Api, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Undeclared => "undeclared".to_owned(),
        Outcome::Empty => "empty".to_owned(),
        Outcome::Value(slot) => sketch(api, slot),
        Outcome::Cases(id) => api.ty(*id).hint.0.join("."),
    }
}

#[test]
fn path_parameters_are_arguments_unless_two_could_be_swapped() {
    let path = |name, slot| param(name, Location::Path, slot);
    let int = Slot::of(Shape::Int(crate::ir::IntWidth::I64));
    for (params, positional, gathered) in [
        (vec![path("a", text())], &["a"][..], None),
        (vec![path("a", text()), path("b", int.clone())], &["a", "b"], None),
        (vec![path("a", text()), path("b", text())], &[], Some("op.params = {a!: text, b!: text}")),
        (
            vec![path("a", text()), path("b", int.clone()), path("c", text())],
            &[],
            Some("op.params = {a!: text, b!: i64, c!: text}"),
        ),
        (vec![path("a", text()), path("b", list(text()))], &["a"], Some("op.params = {b!: [text]}")),
        (
            vec![path("a", text()), param("q", Location::Query, text()), param("h", Location::Header, int)],
            &["a"],
            Some("op.params = {q: text, h: i64}"),
        ),
        (vec![crate::ir::Param { transport: true, ..param("Cookie", Location::Header, text()) }], &[], None),
    ] {
        let api = ran(Vec::new(), vec![Operation { params, ..operation("op", "/zoo") }]);
        let operation = &api.operations[0];
        let names: Vec<_> = operation.params.iter().map(|param| param.wire_name.as_str()).collect();
        assert_eq!(names, positional);
        assert_eq!(sketch_types(&api).first().map(String::as_str), gathered);
        assert_eq!(operation.params_type, gathered.map(|_| TypeId(0)));
    }
}

#[test]
fn operations_with_the_same_parameters_share_their_struct_each_under_its_own_name() {
    let query = |name, words: &str, limits| crate::ir::Param {
        description: Some(words.to_owned()),
        limits,
        ..param(name, Location::Query, text())
    };
    let short = Limits { max_length: Some(5), ..Limits::default() };
    let params = [
        vec![query("q", "what", Limits::default()), query("page", "which", Limits::default())],
        vec![query("q", "whom", Limits::default()), query("page", "which", Limits::default())],
        vec![query("q", "what", short), query("page", "which", Limits::default())],
    ];
    let operations = params.into_iter().enumerate();
    let operations =
        operations.map(|(index, params)| Operation { params, ..operation(&format!("op{index}"), "/zoo") });
    let api = ran(Vec::new(), operations.collect());
    assert_eq!(
        sketch_types(&api),
        [
            "op0.params = {q: text, page: text}",
            "op1.params = = op0.params",
            "op2.params = {q: text, page: text}"
        ]
    );
    let known = api.operations.iter().map(|operation| (operation.params_type, operation.params_name()));
    let (first, second, third) = (Some(TypeId(0)), Some(TypeId(1)), Some(TypeId(2)));
    assert_eq!(known.collect::<Vec<_>>(), [(first, first), (first, second), (third, third)]);
    let TypeKind::Alias(alias) = &api.types[1].kind else { panic!("no further name") };
    assert_eq!(alias.descriptions, [("q".to_owned(), "whom".to_owned())]);
}

#[test]
fn equal_inline_types_become_one_whatever_is_said_about_them() {
    let described = |hint, description: &str| {
        let mut def = enumeration(&[hint], &["a", "b"]);
        def.description = Some(description.to_owned());
        inline(def)
    };
    let owner = |name: &str, field: Field| structure(&[name], vec![field]);
    let api = ran(
        vec![
            owner("A", optional("x", described("A.x", "One."))),
            owner("B", optional("y", list(described("B.y", "The other.")))),
            owner("C", optional("z", inline(enumeration(&["C.z"], &["b", "a"])))),
        ],
        (0..3).map(|id| exchange(&format!("op{id}"), None, Some(named(id)))).collect(),
    );
    assert_eq!(
        sketch_types(&api),
        ["A = {x: A.x}", "B = {y: [A.x]}", "C = {z: C.z}", "A.x = (a|b)", "C.z = (b|a)"]
    );
}

#[test]
fn of_equal_inline_structs_the_limits_hold_that_all_of_them_have() {
    let each = |limits| Some(Box::new(limits));
    let limits = |most| Limits {
        default: Some("1".to_owned()),
        minimum: Some(1.0),
        above_minimum: true,
        max_length: Some(most),
        each: each(Limits { unique: true, max_length: Some(most), ..Limits::default() }),
        ..Limits::default()
    };
    let owner = |name: &str, limits: Limits| {
        let field = Field { limits, ..optional("b", text()) };
        structure(&[name], vec![optional("x", inline(structure(&[name, "x"], vec![field])))])
    };
    let api = ran(
        vec![owner("A", limits(5)), owner("B", limits(50)), owner("C", limits(5))],
        (0..3).map(|id| exchange("op", Some(named(id)), None)).collect(),
    );
    let TypeKind::Struct(merged) = &api.types[3].kind else { panic!("no struct") };
    let common =
        Limits { max_length: None, each: each(Limits { unique: true, ..Limits::default() }), ..limits(5) };
    assert_eq!((api.types.len(), &merged.fields[0].limits), (4, &common));
}

#[test]
fn inline_structs_are_told_apart_by_what_their_members_require() {
    let member = |hint: &str, field: Field| inline(structure(&[hint], vec![field]));
    let api = ran(
        Vec::new(),
        vec![
            exchange("one", None, Some(member("one", optional("a", text())))),
            exchange("two", None, Some(member("two", required("a", text())))),
            exchange("three", None, Some(member("three", optional("a", text())))),
        ],
    );
    assert_eq!(sketch_types(&api), ["one = {a: text}", "two = {a!: text}"]);
    let outcomes: Vec<_> = api.operations.iter().map(|operation| outcome(&api, &operation.success)).collect();
    assert_eq!(outcomes, ["one", "two", "one"]);
}

#[test]
fn a_struct_that_holds_itself_does_so_behind_a_pointer() {
    for (types, expected) in [
        (vec![structure(&["A"], vec![optional("a", named(0))])], &["A = {a: ^A}"][..]),
        (vec![structure(&["A"], vec![optional("a", list(named(0)))])], &["A = {a: [A]}"]),
        (
            vec![
                structure(&["A"], vec![optional("b", named(1))]),
                structure(&["B"], vec![required("a", named(0))]),
            ],
            &["A = {b: ^B}", "B = {a!: ^A}"],
        ),
        // The way back leads over a list, which is a pointer already.
        (
            vec![
                structure(&["A"], vec![optional("b", named(1))]),
                structure(&["B"], vec![optional("a", list(named(0)))]),
            ],
            &["A = {b: B}", "B = {a: [A]}"],
        ),
        // Who only holds a struct that holds itself needs none.
        (
            vec![
                structure(&["A"], vec![optional("b", named(1))]),
                structure(&["B"], vec![optional("b", named(1))]),
            ],
            &["A = {b: B}", "B = {b: ^B}"],
        ),
    ] {
        let api = ran(types, vec![exchange("op", None, Some(named(0)))]);
        assert_eq!(sketch_types(&api), expected);
    }
}

#[test]
fn a_chain_of_any_length_is_worked_out() {
    let length = 50_000;
    let chain = (0..length)
        .map(|id| structure(&["Link"], vec![optional("next", named((id + 1) % length))]))
        .collect();
    let api = ran(chain, vec![exchange("op", None, Some(named(0)))]);
    assert_eq!(api.types.len(), length);
}

#[test]
fn types_that_nothing_reaches_are_dropped_and_the_others_renumbered() {
    let api = ran(
        vec![
            structure(&["Unused"], vec![optional("a", named(1))]),
            enumeration(&["AlsoUnused"], &["x"]),
            structure(&["Used"], vec![optional("b", named(3))]),
            enumeration(&["Kind"], &["y", "z"]),
        ],
        vec![exchange("op", Some(named(2)), None)],
    );
    assert_eq!(sketch_types(&api), ["Used = {b: Kind}", "Kind = (y|z)"]);
    assert_eq!(sketch(&api, &api.operations[0].body.as_ref().unwrap().slot), "Used");
}

#[test]
fn a_member_with_one_value_is_filled_in_where_it_is_only_sent() {
    let only = |required| Field {
        required,
        only: Some(Constant::Text("password".to_owned())),
        ..optional("grant", inline(enumeration(&["Grant"], &["password"])))
    };
    for (received, required, filled_in, types) in [
        (false, true, true, &["Form = {grant!: text}"][..]),
        (false, false, false, &["Form = {grant: Grant}", "Grant = (password)"]),
        // What is received may hold another value in a later version.
        (true, true, false, &["Form = {grant!: Grant}", "Grant = (password)"]),
    ] {
        let api = ran(
            vec![structure(&["Form"], vec![only(required)])],
            vec![exchange("op", Some(named(0)), received.then(|| named(0)))],
        );
        let TypeKind::Struct(form) = &api.types[0].kind else { panic!("no struct") };
        assert_eq!(form.fields[0].is_filled_in(api.types[0].usage), filled_in);
        assert_eq!(sketch_types(&api), types);
    }
}

#[test]
fn an_operation_that_needs_what_cannot_be_expressed_is_left_out() {
    let broken = Slot::of(Shape::Unsupported(Code::UnsupportedSchema));
    let api = ran(
        vec![
            structure(&["Outer"], vec![optional("a", list(named(1)))]),
            structure(&["Inner"], vec![optional("b", broken.clone())]),
            typedef(&["Cycle"], TypeKind::Unsupported(Code::RefCycle)),
            structure(&["Fine"], vec![optional("c", text())]),
        ],
        vec![
            exchange("behindTwoTypes", None, Some(named(0))),
            exchange("direct", Some(list(broken.clone())), None),
            Operation { params: vec![param("q", Location::Query, broken)], ..operation("parameter", "/zoo") },
            exchange("type", Some(named(2)), None),
            exchange("fine", None, Some(named(3))),
        ],
    );
    let skipped: Vec<_> =
        api.skipped.iter().map(|skipped| (skipped.id.as_deref().unwrap_or(""), skipped.code)).collect();
    assert_eq!(
        skipped,
        [
            ("behindTwoTypes", Code::UnsupportedSchema),
            ("direct", Code::UnsupportedSchema),
            ("parameter", Code::UnsupportedSchema),
            ("type", Code::RefCycle),
        ]
    );
    assert_eq!(sketch_types(&api), ["Fine = {c: text}"]);
}

#[test]
fn answers_that_differ_become_cases_and_equal_sets_share_them() {
    let (ok, gone, default) = (Status::Code(200), Status::Code(404), Status::Default);
    let two = || vec![reply(ok, Some(text())), reply(gone, Some(named(0))), reply(default, None)];
    let answering = |id: &str, replies| Operation { replies, ..operation(id, "/zoo") };
    let api = ran(
        vec![structure(&["Gone"], vec![optional("a", text())])],
        vec![
            answering("nothing", Vec::new()),
            answering("empty", vec![reply(Status::Code(204), None)]),
            answering("equal", vec![reply(ok, Some(text())), reply(Status::Code(201), Some(text()))]),
            answering("default", vec![reply(default, Some(named(0)))]),
            answering("differ", two()),
            answering("alike", two()),
        ],
    );
    let found: Vec<_> = api
        .operations
        .iter()
        .map(|operation| (outcome(&api, &operation.success), outcome(&api, &operation.failure)))
        .collect();
    let expected = [
        ("undeclared", "undeclared"),
        ("empty", "undeclared"),
        ("text", "undeclared"),
        ("Gone", "Gone"),
        ("text", "differ.failure"),
        ("text", "differ.failure"),
    ];
    assert_eq!(found, expected.map(|(success, failure)| (success.to_owned(), failure.to_owned())));
    assert_eq!(sketch_types(&api), ["Gone = {a: text}", "differ.failure = <404: Gone, default: nothing>"]);
}

#[test]
fn operations_are_grouped_by_their_tags_and_types_by_who_reaches_them() {
    let tagged = |id: &str, tags: &[&str], sent: usize| Operation {
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..exchange(id, Some(named(sent)), None)
    };
    let types = vec![
        structure(&["Own"], vec![optional("inner", named(1))]),
        structure(&["Inner"], vec![optional("shared", named(2))]),
        structure(&["Shared"], vec![]),
        structure(&["Both"], vec![]),
        structure(&["Free"], vec![]),
    ];
    let operations = vec![
        tagged("a", &["pets"], 0),
        tagged("b", &["pets", "food"], 3),
        tagged("c", &["food", "pets"], 2),
        tagged("d", &[], 4),
    ];
    let mut api = ran(types, operations);
    super::group_by_tag(&mut api);
    let groups: Vec<_> = api
        .groups
        .iter()
        .map(|group| {
            let types: Vec<_> = group.types.iter().map(|id| api.ty(*id).hint.0.join(".")).collect();
            (group.tags.join(" "), group.operations.clone(), types.join(" "))
        })
        .collect();
    assert_eq!(
        groups,
        [
            ("pets".to_owned(), vec![0], "Own Inner".to_owned()),
            ("pets food".to_owned(), vec![1, 2], "Both".to_owned()),
        ]
    );
}

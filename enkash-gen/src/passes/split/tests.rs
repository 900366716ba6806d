//! What becomes of a type whose members travel one way only.

use crate::{
    ir::{
        Access, Api, Field, Location, Operation, Outcome, Slot, Status, TypeDef, TypeId, TypeKind, UnionDef,
        Usage, Variant,
        fixture::{
            body, list, named, operation, optional, param, reply, required, sketch_types, structure, text,
            typedef,
        },
    },
    passes::run,
};

const SENT: Usage = Usage { sent: true, received: false };
const RECEIVED: Usage = Usage { sent: false, received: true };
const BOTH: Usage = Usage { sent: true, received: true };

fn ran(types: Vec<TypeDef>, operations: Vec<Operation>) -> Api {
    let mut api = Api { types, operations, ..Api::default() };
    run(&mut api);
    api
}

/// An operation that is sent one slot and answers with another.
fn exchange(id: &str, sent: Option<Slot>, received: Option<Slot>) -> Operation {
    let replies = vec![reply(Status::Code(200), received)];
    Operation { body: sent.map(body), replies, ..operation(id, "/zoo") }
}

/// A member that every answer has and no request.
fn read(name: &str) -> Field {
    Field { access: Access::Read, ..required(name, text()) }
}

/// A member that every request has and no answer.
fn write(name: &str) -> Field {
    Field { access: Access::Write, ..required(name, text()) }
}

#[test]
fn members_of_one_direction_are_dropped_in_the_other() {
    let members = || structure(&["A"], vec![read("r"), write("w"), required("b", text())]);
    for (usage, expected) in [(SENT, "A = {w!: text, b!: text}"), (RECEIVED, "A = {r!: text, b!: text}")] {
        let there = |there: bool| there.then(|| named(0));
        let api = ran(vec![members()], vec![exchange("op", there(usage.sent), there(usage.received))]);
        assert_eq!(sketch_types(&api), [expected]);
        assert_eq!(api.types[0].usage, usage);
    }
}

#[test]
fn type_stays_one_where_nothing_must_be_sent_that_no_answer_has() {
    let optional_write = Field { access: Access::Write, ..optional("w", text()) };
    let api = ran(
        vec![structure(&["A"], vec![read("r"), optional_write, required("b", text())])],
        vec![exchange("op", Some(named(0)), Some(list(named(0))))],
    );
    assert_eq!(sketch_types(&api), ["A = {r: text, w: text, b!: text}"]);
    assert_eq!((api.types[0].usage, api.types[0].received_as), (BOTH, None));
}

#[test]
fn type_that_must_be_sent_with_what_no_answer_has_is_split_by_direction() {
    let api = ran(
        vec![
            structure(&["Unused"], Vec::new()),
            structure(&["A"], vec![read("r"), write("w"), required("b", named(2))]),
            structure(&["Plain"], vec![optional("c", text())]),
        ],
        vec![exchange("op", Some(named(1)), Some(named(1)))],
    );
    assert_eq!(
        sketch_types(&api),
        ["A = {r!: text, b!: Plain}", "Plain = {c: text}", "A = {w!: text, b!: Plain}"]
    );
    let directions: Vec<_> = api.types.iter().map(|def| (def.usage, def.received_as)).collect();
    assert_eq!(directions, [(RECEIVED, None), (BOTH, None), (SENT, Some(TypeId(0)))]);
    let operation = &api.operations[0];
    assert_eq!(operation.body.as_ref().map(|body| &body.slot), Some(&named(2)));
    assert_eq!(operation.success, Outcome::Value(named(0)));
}

#[test]
fn what_holds_a_split_type_both_ways_is_split_with_it_and_nothing_else() {
    let variants = [named(1), text()].map(Variant::of).into();
    let api = ran(
        vec![
            structure(&["Lock"], vec![write("pin")]),
            structure(&["Door"], vec![optional("locks", list(named(0))), optional("next", named(1))]),
            typedef(&["Either"], TypeKind::Union(UnionDef { variants, tag: None })),
            structure(&["OnlySent"], vec![optional("either", named(2))]),
            structure(&["OnlyReceived"], vec![optional("either", named(2))]),
            structure(&["Beside"], vec![optional("note", text())]),
        ],
        vec![
            exchange("one", Some(named(3)), Some(named(4))),
            exchange("two", Some(named(5)), Some(named(5))),
            Operation { params: vec![param("q", Location::Query, named(1))], ..operation("three", "/zoo") },
        ],
    );
    assert_eq!(
        sketch_types(&api),
        [
            "Lock = {}",
            "Door = {locks: [Lock], next: ^Door}",
            "Either = <Door | text>",
            "OnlySent = {either: Either}",
            "OnlyReceived = {either: Either}",
            "Beside = {note: text}",
            "three.params = {q: Door}",
            "Lock = {pin!: text}",
            "Door = {locks: [Lock], next: ^Door}",
            "Either = <Door | text>",
        ]
    );
    // Which is which: each refers to what travels as it does.
    let referred: Vec<Vec<usize>> = api.types.iter().map(referred).collect();
    let (lock, door, either) = (7, 8, 9);
    assert_eq!(
        referred,
        [
            vec![],
            vec![0, 1],
            vec![1],
            vec![either],
            vec![2],
            vec![],
            vec![door],
            vec![],
            vec![lock, door],
            vec![door]
        ]
    );
    let received_as: Vec<_> = api.types.iter().filter_map(|def| def.received_as).collect();
    assert_eq!(received_as, [TypeId(0), TypeId(1), TypeId(2)]);
}

/// The types that a type holds.
fn referred(def: &TypeDef) -> Vec<usize> {
    let mut ids = Vec::new();
    def.each_slot(&mut |slot| slot.each_named(&mut |id| ids.push(id.0)));
    ids
}

//! The names of what is sent and what is received of one schema.

use crate::{
    ir::{
        Api, TypeDef, TypeId, TypeKind, UnionDef, Usage, Variant,
        fixture::{named, optional, required, structure, text, typedef},
    },
    names::{Choices, TypeNames, name_as},
};

/// Three schemas as they are received, then the same as they are sent, and a schema that is called as one of these.
fn harbour() -> Api {
    let vessel = |id| {
        let variants = vec![Variant::of(named(id))];
        typedef(&["Vessel"], TypeKind::Union(UnionDef { variants, tag: None }))
    };
    let inline = || structure(&["put", "request"], Vec::new());
    let received_as = |id, def| {
        let usage = Usage { sent: true, received: false };
        TypeDef { usage, received_as: Some(TypeId(id)), ..def }
    };
    let types = vec![
        structure(&["Ship"], vec![optional("flag", text())]),
        inline(),
        vessel(0),
        received_as(0, structure(&["Ship"], vec![required("flag", text()), required("code", text())])),
        received_as(1, inline()),
        received_as(2, vessel(3)),
        structure(&["VesselInput"], Vec::new()),
    ];
    Api { types, ..Api::default() }
}

fn named_as(choices: &Choices) -> Vec<TypeNames> {
    name_as(&harbour(), choices).types
}

#[test]
fn what_is_sent_of_a_schema_with_two_types_is_its_input() {
    let names = named_as(&Choices::default());
    let idents: Vec<&str> = names.iter().map(|names| names.ident.as_str()).collect();
    assert_eq!(
        idents,
        ["Ship", "PutRequest", "Vessel", "ShipInput", "PutRequestInput", "VesselInput2", "VesselInput"]
    );
    assert_eq!((names[0].required.as_str(), names[3].required.as_str()), ("", "ShipRequired"));
    // A variant is called alike in both directions.
    assert_eq!(
        (&names[2].members[..], &names[5].members[..]),
        (&["Ship".to_owned()][..], &["Ship".to_owned()][..])
    );
}

#[test]
fn what_is_decided_about_a_schema_holds_for_both_of_its_types() {
    let word = |key: &str, value: &str| [(key.to_owned(), value.to_owned())].into();
    let derives = vec!["PartialEq".to_owned()];
    let choices = Choices {
        types: word("Ship", "boat"),
        properties: word("Ship.flag", "colours"),
        derives: [("Ship".to_owned(), derives.clone())].into(),
        ..Choices::default()
    };
    let names = named_as(&choices);
    for (index, ident, members) in [(0, "Boat", &["colours"][..]), (3, "BoatInput", &["colours", "code"])] {
        assert_eq!(names[index].ident, ident);
        assert_eq!(names[index].members, members);
        assert_eq!(names[index].derives, derives);
    }
}

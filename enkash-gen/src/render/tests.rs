//! A module of an API that is written by hand: there is no document, and nobody misses it.

use super::{Input, render, render_page};
use crate::{
    emit::{HEADER, print_file},
    ir::{
        Api, Constant, Field, IntWidth, Location, Operation, Outcome, Scheme, SchemeId, SchemeKind, Server,
        Shape, Slot, Status, StructDef, TypeDef, TypeId, TypeKind, Usage,
        fixture::{
            body, enumeration, named, operation, optional, param, reply, required, structure, text, typedef,
        },
    },
    names,
};

/// A zoo in which animals can be fed.
fn zoo() -> Api {
    let described = |field: Field, text: &str| Field { description: Some(text.to_owned()), ..field };
    let meal = TypeDef {
        description: Some("What an animal is fed.".to_owned()),
        usage: Usage { sent: true, received: false },
        ..structure(
            &["Meal"],
            vec![
                described(Field { example: Some("hay".to_owned()), ..required("food", text()) }, "The food."),
                Field { only: Some(Constant::Text("zoo".to_owned())), ..required("source", text()) },
                described(
                    optional("portion-size", Slot::of(Shape::Int(IntWidth::I32))),
                    "In grams; see [Scale].",
                ),
                optional("note", Slot { nullable: true, ..text() }),
            ],
        )
    };
    let receipt = TypeDef {
        usage: Usage { sent: false, received: true },
        ..typedef(
            &["Receipt"],
            TypeKind::Struct(StructDef {
                fields: vec![
                    Field { masked: true, ..required("keeper", Slot { nullable: true, ..text() }) },
                    required("mood", named(2)),
                ],
                rest: Some(Slot::of(Shape::Float)),
                ..StructDef::default()
            }),
        )
    };
    let feed = Operation {
        summary: Some("Feeds an animal.".to_owned()),
        params: vec![param("animalId", Location::Path, text())],
        body: Some(body(named(0))),
        replies: vec![reply(Status::Code(200), Some(named(1)))],
        success: Outcome::Value(named(1)),
        security: vec![vec![SchemeId(0)]],
        ..operation("feedAnimal", "/animals/{animalId}/meals")
    };
    Api {
        title: "Zoo".to_owned(),
        version: "3".to_owned(),
        description: Some("Animals and <their> meals.".to_owned()),
        digest: "00".to_owned(),
        servers: vec![Server {
            wire_name: Some("Live".to_owned()),
            url: "https://zoo.example".to_owned(),
            variables: Vec::new(),
            description: None,
        }],
        own_servers: Vec::new(),
        webhooks: Vec::new(),
        schemes: vec![Scheme {
            wire_name: "keeper".to_owned(),
            kind: SchemeKind::Bearer,
            flow: None,
            description: None,
        }],
        operations: vec![feed],
        skipped: Vec::new(),
        groups: Vec::new(),
        types: vec![meal, receipt, enumeration(&["Receipt", "mood"], &["content", "-hungry"])],
    }
}

/// The file at a path, without its header.
fn printed(path: &str) -> String {
    let (api, runtime) = (zoo(), syn::parse_str("crate::runtime").unwrap());
    assert_eq!(api.ty(TypeId(2)).hint.0, ["Receipt", "mood"]);
    let names = names::name(&api);
    let input = Input {
        api: &api,
        names: &names,
        runtime: &runtime,
        endpoint: None,
        module: Some("park::zoo"),
        examples: true,
        types_only: false,
        gates: false,
        checks: false,
    };
    if path == "mod.md" {
        return render_page(input);
    }
    let mut text = String::new();
    render(input, &mut |file| {
        if file.path == path {
            text = print_file(&file.comment, file.items).unwrap();
        }
    });
    text.strip_prefix(HEADER).unwrap().to_owned()
}

#[test]
fn module_declares_its_parts() {
    let expected = r#"

mod client;

/// The operations as types, for mocks.
pub mod ops;

mod types;

pub use self::client::{Api, Client, ClientBuilder, Environment};
pub use self::types::*;

/// The digest of the description that this module was generated from.
pub const DIGEST: &str = "00";
"#;
    assert_eq!(printed("mod.rs"), expected);
}

#[test]
fn client_has_a_setter_per_scheme_and_a_method_per_operation() {
    let expected = r#"
// The client: its builder, and a method per operation.

use super::ops;
use super::types::*;
use crate::runtime as rt;

/// The API as a whole: Zoo.
#[derive(Clone, Copy, Debug)]
pub struct Api;

impl rt::Api for Api {
    const NAME: &'static str = "Zoo";
    const DIGEST: &'static str = super::DIGEST;
    const SCHEMES: &'static [rt::Scheme] = &[
        rt::Scheme {
            name: "keeper",
            kind: rt::SchemeKind::Bearer,
        },
    ];
}
rt::client!(Client, ClientBuilder, Api);

/// A server that the description names. None is chosen for you.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Environment {
    /// A server that the description names.
    ///
    /// `https://zoo.example`
    Live,
}

impl From<Environment> for rt::BaseUrl {
    fn from(environment: Environment) -> Self {
        Self::declared(
            match environment {
                Environment::Live => "https://zoo.example",
            },
        )
    }
}

impl ClientBuilder {
    /// Sets the bearer token.
    pub fn keeper(self, token: impl Into<rt::Secret>) -> Self {
        Self(self.0.credential(0, rt::Credential::bearer(token)))
    }
}

impl Client {
    /// Feeds an animal. `POST /animals/{animalId}/meals`
    ///
    /// # Example
    /// ```no_run
    /// # async fn example(client: park::zoo::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// use park::zoo::Meal;
    ///
    /// let body = Meal::new("hay");
    /// let answer = client.feed_animal("text", &body).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn feed_animal(
        &self,
        animal_id: &str,
        body: &Meal,
    ) -> rt::Call<'_, Receipt, rt::Undeclared> {
        rt::Call::of::<ops::FeedAnimal>(&self.core).path(&animal_id).json(body)
    }
}
"#;
    assert_eq!(printed("client.rs"), expected);
}

#[test]
fn types_are_plain_definitions_with_a_table_below() {
    let expected = r#"
// The types. Below each stands the table by which it is written and read.

use crate::runtime as rt;
use std::collections::BTreeMap;

/// What an animal is fed.
#[derive(Clone)]
pub struct Meal {
    /// The food.
    pub food: String,
    /// In grams; see \[Scale\].
    pub portion_size: Option<i32>,
    pub note: rt::Nullable<String>,
}
rt::constructor!(pub fn new(food: impl Into<String>) -> Meal { food: food.into(), .. });
rt::object!(Meal { 0 food: required, const: fixed("source", "zoo"),
    2 portion_size as "portion-size": optional, 3 note: optional });

/// `Receipt`, as the description has it.
#[derive(Clone)]
#[non_exhaustive]
pub struct Receipt {
    pub keeper: Option<String>,
    pub mood: ReceiptMood,
    /// The members that the description does not list.
    pub additional_properties: BTreeMap<String, f64>,
}
rt::object!(Receipt { 0 keeper: nullable.masked(), 1 mood: required, ..additional_properties });

/// `Receipt / mood`, as the description has it.
#[derive(Clone)]
#[non_exhaustive]
pub enum ReceiptMood {
    Content,
    /// `-hungry`
    MinusHungry,
    /// A value that the description does not list, as it came.
    Unknown(String),
}
rt::open_enum!(ReceiptMood, Unknown { Content "content", MinusHungry "-hungry" });
"#;
    assert_eq!(printed("types.rs"), expected);
}

#[test]
fn operations_say_what_the_run_time_needs() {
    let expected = r#"
// What the run time knows of each operation.

use super::types::*;
use crate::runtime as rt;

rt::operation!(FeedAnimal of super::Api: "feedAnimal" POST "/animals/{animalId}/meals" {
    success: Receipt [Code(200)], failure: rt::Undeclared [], security: [[0]] });
"#;
    assert_eq!(printed("ops.rs"), expected);
}

#[test]
fn page_lists_the_operations() {
    let expected = "Zoo\n\nAnimals and \\<their> meals.\n\n# Operations\n\n\
                    | method | request | |\n|---|---|---|\n\
                    | [`feed_animal`](zoo::Client::feed_animal) | `POST /animals/{animalId}/meals` | Feeds an animal. |\n\n\
                    Generated from version 3 of the description.\n";
    assert_eq!(printed("mod.md"), expected);
}

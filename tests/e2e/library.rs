//! The library, the second domain, as the other files use it: its client, values, and what the document says.

use enkash_api::runtime::{BaseUrl, Call, CallError, Nullable, Response, RetryPolicy};
use enkash_gen::ir::Operation;
use enkash_gen::pipeline;
use enkash_gen::project::Project;
use enkash_gen::report::{Report, Sources};
use enkash_tests::golden::library::*;
use enkash_tests::loopback::Server;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A builder for a server, without credentials.
pub(crate) fn builder(server: &Server) -> ClientBuilder {
    let base = BaseUrl::parse(format!("{}/v2", server.url())).expect("loopback may be plain");
    // Sends nothing twice, so that each answer is one exchange.
    Client::builder(base).retries(RetryPolicy::never())
}

/// A builder with a credential for every scheme.
pub(crate) fn everybody(builder: ClientBuilder) -> ClientBuilder {
    builder.session("s-1").card("2900000000042", "0000").desk("d-1")
}

/// Makes a call with all credentials at a server that gives this one answer.
pub(crate) async fn answered<T, E>(
    status: u16,
    body: &str,
    call: impl for<'c> FnOnce(&'c Client) -> Call<'c, T, E>,
) -> Result<Response<T>, CallError<E>> {
    let server = Server::answering(status, body);
    let client = everybody(builder(&server)).build().expect("good settings");
    let answer = call(&client).response().await;
    assert_eq!(server.connections(), 1, "one request, whatever was answered");
    answer
}

/// A list that is there.
pub(crate) fn strings(values: &[&str]) -> Option<Vec<String>> {
    Some(values.iter().map(|value| (*value).to_owned()).collect())
}

/// A book with everything that a form on the wire can get wrong.
pub(crate) fn fern() -> NewBook {
    NewBook {
        subtitle: Some("A “field” guide".into()),
        languages: strings(&["en", "cy"]),
        subjects: Some(BTreeMap::from([("plants".into(), vec!["ferns".into(), "bogs".into()])])),
        ..NewBook::new(NewBookRequired {
            isbn: "9780000000002".into(),
            title: "Ferns\\\n🌿".into(),
            genre: Genre::NonFiction,
            contributors: vec![
                Contributor::new(ContributorRequired {
                    name: "Rosalind Marsh".into(),
                    role: "author".into(),
                }),
                Contributor {
                    born: Nullable::Null,
                    ..Contributor::new(ContributorRequired {
                        name: "A. Nonymous".into(),
                        role: ContributorRole::Translator,
                    })
                },
            ],
        })
    }
}

/// A branch with objects in an object, numbers and flags.
pub(crate) fn mill() -> Branch {
    Branch {
        services: Some(BTreeMap::from([("printing".into(), true), ("study rooms".into(), false)])),
        ..Branch::new(BranchRequired {
            name: "Old Mill".into(),
            address: BranchAddress {
                location: Some(BranchAddressLocation::new(BranchAddressLocationRequired {
                    latitude: 52.25,
                    longitude: -3.5,
                })),
                ..BranchAddress::new(BranchAddressRequired {
                    street: "1 Mill Lane".into(),
                    town: "Fernwood".into(),
                })
            },
        })
    }
}

/// The operations that the document has and the generator has not left out.
pub(crate) fn operations() -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/library.yaml");
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let project = Project::open(&path, &mut sources, &mut report).expect("a document");
    let document = project.products()[0].load(&mut sources, &mut report).expect("a document");
    let (api, _) = pipeline::analyse(&document, &mut report);
    assert!(api.skipped.is_empty());
    api.operations.iter().map(Operation::label).collect()
}

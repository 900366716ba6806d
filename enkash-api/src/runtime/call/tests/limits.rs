//! Requests that are held against the limits of the description before they are sent.

use super::client;
use crate::runtime::fixture::{AddAnimal, Zoo};
use crate::runtime::mock::MockTransport;
use crate::runtime::wire::Field;
use crate::runtime::{Call, ErrorKind, Meta, Operation, Sent, Undeclared, limits, object};

/// The same operation as `AddAnimal`, held against limits.
struct Weigh;

impl Operation for Weigh {
    type Api = Zoo;
    type Output = ();
    type Failure = Undeclared;
    const META: Meta = Meta { path: "/animals/{id}", ..AddAnimal::META };
    const CHECKS: bool = true;
}

/// The same, not held against them.
struct Trust;

impl Operation for Trust {
    type Api = Zoo;
    type Output = ();
    type Failure = Undeclared;
    const META: Meta = Weigh::META;
}

struct Weight {
    kilograms: f64,
}
object!(Weight {
    0 kilograms: required [above(0.0).maximum(7000.0)],
});

struct Params {
    page: i32,
    trace: Option<String>,
}
object!(Params {
    0 page: required.query() [minimum(1.0)],
    1 trace as "X-Trace": optional.header() [at_most(8)],
});

async fn refused(call: Call<'_, (), Undeclared>) -> String {
    let error = crate::runtime::Error::from(call.await.expect_err("a limit is broken"));
    assert_eq!((error.kind(), error.sent()), (ErrorKind::InvalidInput, Sent::No));
    assert!(!format!("{error} {error:?}").contains("canary"), "{error}");
    error.to_string()
}

#[tokio::test]
async fn what_breaks_a_limit_is_refused_by_its_name_and_nothing_is_sent() {
    let mock = MockTransport::new().on::<AddAnimal>(|_| Ok(()));
    let client = client(&mock);
    let id = || Field::required("id").path().limits(limits!(at_most(4)));
    let call = || Call::of::<Weigh>(client.core()).path_limited(id(), &"lion");
    let said = |rule: &str| format!("operation `AddAnimal`: {rule}");
    for (found, expected) in [
        (
            refused(Call::of::<Weigh>(client.core()).path_limited(id(), &"canary")).await,
            "the path parameter `id` must have at most 4 characters",
        ),
        (
            refused(call().params(&Params { page: 0, trace: None })).await,
            "the query parameter `page` must be at least 1",
        ),
        (
            refused(call().params(&Params { page: 1, trace: Some("canary-bird".to_owned()) })).await,
            "the header `X-Trace` must have at most 8 characters",
        ),
        (
            refused(call().json(&Weight { kilograms: 0.0 })).await,
            "in the body, `kilograms` must be more than 0",
        ),
        (
            refused(call().form(&Weight { kilograms: 7000.5 })).await,
            "in the body, `kilograms` must be at most 7000",
        ),
    ] {
        assert_eq!(found, said(expected));
    }
    assert!(mock.requests().is_empty());
}

#[tokio::test]
async fn what_keeps_to_its_limits_is_sent_and_so_is_anything_that_is_not_held_against_them() {
    let mock = MockTransport::new().on::<Weigh>(|_| Ok(()));
    let client = client(&mock);
    let good = Weight { kilograms: 7000.0 };
    Call::of::<Weigh>(client.core()).path(&"lion").json(&good).await.expect("all is well");
    let heavy = Weight { kilograms: 7001.0 };
    Call::of::<Trust>(client.core()).path(&"lion").json(&heavy).await.expect("nobody asks");
    let sent: Vec<_> = mock.requests().iter().map(|request| request.body().to_vec()).collect();
    assert_eq!(sent, [br#"{"kilograms":7000.0}"#.to_vec(), br#"{"kilograms":7001.0}"#.to_vec()]);
}

//! Members that travel one way only: what is sent and what is received of one schema, where the two differ.

use enkash_api::Secret;
use enkash_api::runtime::BaseUrl;
use enkash_tests::golden::shapes::*;
use enkash_tests::loopback::Server;
use std::collections::BTreeMap;

fn lock(maker: &str, pin: &str) -> LockInput {
    LockInput::new(LockRequired { maker: maker.into(), pin: Secret::new(pin.to_owned()) })
}

#[tokio::test]
async fn member_that_no_answer_has_is_sent_wherever_its_type_stands_and_demanded_of_no_answer() {
    let answer = r#"{
        "lock": {"number": 1, "maker": "a", "kind": "lock"},
        "more": [{"number": 2, "maker": "b", "kind": "lock"}],
        "byRoom": {"hall": {"number": 3, "maker": "c", "kind": "lock"}},
        "latch": {"kind": "lock", "number": 4, "maker": "d"},
        "next": {"lock": {"number": 5, "maker": "e", "kind": "lock"}}
    }"#;
    let server = Server::answering(200, answer);
    let base = BaseUrl::parse(server.url()).expect("loopback may be plain");
    let client = Client::builder(base).build().expect("good settings");
    let door = DoorInput {
        more: Some(vec![lock("b", "22"), lock("b", "23")]),
        by_room: Some(BTreeMap::from([("hall".to_owned(), lock("c", "33"))])),
        latch: Some(LatchInput::Lock(lock("d", "44"))),
        next: Some(Box::new(DoorInput::new(lock("e", "55")))),
        place: Some(Point::new(0.5)),
        ..DoorInput::new(lock("a", "11"))
    };
    let found = client.put_door("front", &door).await.expect("declared");
    assert_eq!(
        server.only().text().lines().last(),
        Some(
            r#"{"lock":{"maker":"a","pin":"11","kind":"lock"},"more":[{"maker":"b","pin":"22","kind":"lock"},{"maker":"b","pin":"23","kind":"lock"}],"byRoom":{"hall":{"maker":"c","pin":"33","kind":"lock"}},"latch":{"maker":"d","pin":"44","kind":"lock"},"next":{"lock":{"maker":"e","pin":"55","kind":"lock"}},"place":{"x":0.5}}"#
        )
    );
    // What every answer has is there without being asked for.
    let numbers = [
        found.lock.number,
        found.more.expect("it is there")[0].number,
        found.by_room.expect("it is there")["hall"].number,
        match found.latch.expect("it is there") {
            Latch::Lock(lock) => lock.number,
            other => panic!("{other:?}"),
        },
        found.next.expect("it is there").lock.number,
    ];
    assert_eq!(numbers, [1, 2, 3, 4, 5]);
}

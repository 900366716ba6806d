//! Credentials in the query, in cookies and in schemes of other names; servers of some operations only; webhooks.

use enkash_api::MockTransport;
use enkash_api::runtime::{BaseUrl, Call, ErrorKind, Undeclared};
use enkash_tests::chain;
use enkash_tests::golden::doors::{Client, ClientBuilder, Webhook, ops};
use enkash_tests::loopback::{Act, Server, answer};

fn builder(base: &str) -> ClientBuilder {
    Client::builder(BaseUrl::parse(base).expect("loopback may be plain"))
}

fn everybody(server: &Server) -> Client {
    let builder = builder(&server.url()).query_key("s&=é canary").cookie_key("c-1").token("k=\"1\"");
    builder.login("t-1").build().expect("good settings")
}

fn server() -> Server {
    Server::start([Act::Send(answer(204, &[], ""))])
}

#[tokio::test]
async fn credentials_stand_where_the_description_says() {
    type Call = for<'c> fn(&'c Client) -> self::Call<'c, (), Undeclared>;
    let cases: [(Call, &str); 5] = [
        (|client| client.by_query(), "GET /query?api%20key=s%26%3D%C3%A9%20canary HTTP/1.1\naccept: */*"),
        (
            |client| client.by_cookie().header("cookie", "a=b"),
            "GET /cookie HTTP/1.1\naccept: */*\ncookie: a=b; sid=c-1",
        ),
        (|client| client.by_token(), "GET /token HTTP/1.1\naccept: */*\nauthorization: Token k=\"1\""),
        (
            |client| client.by_login(),
            "GET /login?api%20key=s%26%3D%C3%A9%20canary HTTP/1.1\naccept: */*\nauthorization: Bearer t-1\ncookie: sid=c-1",
        ),
        (
            |client| client.open_door(),
            "GET /open%20door?kind=wide&api%20key=s%26%3D%C3%A9%20canary HTTP/1.1\naccept: */*",
        ),
    ];
    for (call, expected) in cases {
        let server = server();
        call(&everybody(&server)).await.expect("it is done");
        assert_eq!(server.only().text(), expected);
    }
}

#[tokio::test]
async fn operation_with_a_query_in_its_path_can_be_mocked() {
    let mock = MockTransport::new().on::<ops::OpenDoor>(|_| Ok(()));
    let client =
        builder("https://doors.example").transport(mock).query_key("k").build().expect("good settings");
    client.open_door().await.expect("it is mocked");
}

#[tokio::test]
async fn nobody_is_sent_as_nobody_where_that_is_allowed() {
    let server = server();
    let client = builder(&server.url()).build().expect("good settings");
    client.by_login().header("authorization", "x").await.expect_err("the operation has credentials");
    client.by_login().await.expect("it is done");
    assert_eq!(server.only().text(), "GET /login HTTP/1.1\naccept: */*");
}

#[tokio::test]
async fn key_in_the_query_is_in_no_error() {
    // A port that nothing listens at, and a server that hangs up.
    let gone = builder("http://127.0.0.1:1").query_key("canary").build().expect("good settings");
    let server = Server::start([]);
    for client in [gone, everybody(&server)] {
        let error = client.by_query().await.expect_err("nobody answers").into();
        assert!(!chain(&error).contains("canary"), "{error}");
        assert!(!format!("{client:?}").contains("canary"));
    }
}

#[tokio::test]
async fn operation_that_is_served_elsewhere_asks_first() {
    let (home, keys) = (server(), server());
    let client = builder(&home.url()).login("t-1").build().expect("good settings");
    let error: enkash_api::runtime::Error = client.cut_key().await.expect_err("nobody was asked").into();
    assert_eq!((error.kind(), home.connections()), (ErrorKind::Config, 0));
    let base = BaseUrl::parse(keys.url()).expect("loopback may be plain");
    let builder = builder(&home.url()).login("t-1").keys_doors_example_server(base);
    builder.build().expect("good settings").cut_key().await.expect("it is done");
    assert_eq!((home.connections(), keys.only().header("authorization")), (0, Some("Bearer t-1")));
}

#[test]
fn webhook_is_read_by_its_name() {
    assert_eq!(Webhook::NAMES, ["cutKey.cut", "door.opened", "alarm"]);
    let opened = Webhook::parse("door.opened", b"{\"door\": \"north\"}").expect("it is described");
    assert!(matches!(opened, Webhook::DoorOpened(opening) if opening.door == "north"));
    assert!(matches!(Webhook::parse("alarm", b"?").expect("it has no body"), Webhook::Alarm));
    let kinds = [Webhook::parse("door.opened", b"[]"), Webhook::parse("door.closed", b"{}")]
        .map(|outcome| outcome.expect_err("it is not described").kind());
    assert_eq!(kinds, [ErrorKind::Decode, ErrorKind::InvalidInput]);
}

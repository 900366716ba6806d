//! What becomes of an answer: each declared status its own value, and nothing else a success.

use crate::library::{answered, builder, everybody};
use enkash_api::runtime::{CallError, Nullable, Value};
use enkash_api::{Error, ErrorKind, Sent};
use enkash_tests::chain;
use enkash_tests::golden::library::*;
use enkash_tests::loopback::{Act, Server, answer};
use std::error::Error as _;
use std::fmt::Debug;

const BOOK: &str = r#"{"id":70412,"isbn":"9780000000002","title":"Ferns","subtitle":null,"genre":"zine",
    "contributors":[{"name":"Rosalind Marsh","role":"author","born":null},{"name":"B","role":"x-ray"}],
    "copies":[{"number":3,"branch":4,"state":"on_shelf","due":null}],"revision":"r-1","addedAt":"2029-11-03",
    "subjects":{"plants":["ferns"]},"extra":{"a":[1,{"b":null}]},"price":12,"never described":{"x":[[]]}}"#;

const LOAN: &str = r#"{"id":"L-1","state":"active","copy":{"number":1,"branch":2,"state":"on_loan"},"memberId":"42",
    "lentAt":"a","dueAt":"b","renewals":[{"at":"c"}],"returnedAt":null}"#;

const PROBLEM: &str = r#"{"title":"Closed","status":418}"#;

/// The failure that is declared for the status.
fn refused<T: Debug, E>(answer: Result<T, CallError<E>>) -> E {
    match answer {
        Err(CallError::Api(error)) => error.value,
        other => panic!("no declared failure: {other:?}"),
    }
}

fn add(client: &Client) -> enkash_api::Call<'_, AddBookSuccess, AddBookFailure> {
    client.add_book(&NewBook::new(NewBookRequired {
        isbn: "1".into(),
        title: "2".into(),
        genre: Genre::Poetry,
        contributors: Vec::new(),
    }))
}

fn lend(client: &Client) -> enkash_api::Call<'_, Loan, CreateLoanFailure> {
    client.create_loan(&LoanRequest::new(LoanRequired {
        isbn: "1".into(),
        copy_number: 2,
        member_id: "3".into(),
    }))
}

#[tokio::test]
async fn every_success_status_has_its_case() {
    match answered(201, BOOK, add).await.expect("declared").value {
        AddBookSuccess::Created(book) => assert_eq!(book.id, 70_412),
        other => panic!("{other:?}"),
    }
    match answered(202, r#"{"ticket":"t","position":7}"#, add).await.expect("declared").value {
        AddBookSuccess::Accepted(pending) => {
            assert_eq!((pending.ticket.as_str(), pending.position), ("t", Some(7)));
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn every_refusal_status_has_its_case() {
    let missing = r#"{"kind":"copy","id":"9780000000002"}"#;
    match refused(answered(404, missing, lend).await) {
        CreateLoanFailure::NotFound(missing) => assert_eq!(missing.kind.as_str(), "copy"),
        other => panic!("{other:?}"),
    }
    match refused(answered(409, r#"{"reason":"fines_open","heldFor":"x"}"#, lend).await) {
        CreateLoanFailure::Conflict(refusal) => {
            assert_eq!(refusal.reason, LoanRefusalReason::FinesOpen);
            assert_eq!(refusal.held_for.as_ref().map(enkash_api::DateTime::as_str), Some("x"));
        }
        other => panic!("{other:?}"),
    }
    for status in [500, 503, 599] {
        match refused(answered(status, r#"{"until":"soon"}"#, lend).await) {
            CreateLoanFailure::ServerError(outage) => {
                assert_eq!(outage.until.as_ref().map(enkash_api::DateTime::as_str), Some("soon"));
            }
            other => panic!("{other:?}"),
        }
    }
    // `default`: also for a 2xx that nobody declared.
    for status in [400, 418, 499, 202] {
        match refused(answered(status, PROBLEM, lend).await) {
            CreateLoanFailure::Other(problem) => {
                assert_eq!((problem.title.as_str(), problem.status), ("Closed", Some(418)));
            }
            other => panic!("{other:?}"),
        }
    }
    match refused(answered(409, r#"{"title":"a","existing":7}"#, add).await) {
        AddBookFailure::Conflict(duplicate) => assert_eq!((&*duplicate.title, duplicate.existing), ("a", 7)),
        other => panic!("{other:?}"),
    }
    // A set of one shape is that shape.
    assert_eq!(refused(answered(404, missing, |client| client.get_book("1")).await).id, "9780000000002");
    assert!(refused(answered(502, "{}", |client| client.get_status()).await).until.is_none());
}

#[tokio::test]
async fn undeclared_status_is_no_success_and_no_refusal() {
    let cases = [
        (
            answered(200, PROBLEM, |client| client.create_session(&request())).await.err().map(Error::from),
            200,
        ),
        (
            answered(400, PROBLEM, |client| client.create_session(&request())).await.err().map(Error::from),
            400,
        ),
        (answered(204, "", |client| client.list_categories()).await.err().map(Error::from), 204),
        (answered(500, PROBLEM, |client| client.list_categories()).await.err().map(Error::from), 500),
        (answered(500, PROBLEM, |client| client.get_book("1")).await.err().map(Error::from), 500),
        (answered(304, "", |client| client.get_book("1")).await.err().map(Error::from), 304),
        (answered(200, "", |client| client.return_loan("1")).await.err().map(Error::from), 200),
    ];
    for (error, status) in cases {
        let error = error.expect("no declared answer");
        assert_eq!((error.kind(), error.sent()), (ErrorKind::UnexpectedStatus, Sent::Yes), "{status}");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
    }
}

fn request() -> SessionRequest {
    SessionRequest::new(SessionRequestPurpose::Browse)
}

#[tokio::test]
#[allow(deprecated)] // `removeBook` is one of them
async fn answer_without_a_body_is_a_success() {
    answered(204, "", |client| client.remove_book("1")).await.expect("declared");
    answered(204, "", |client| client.return_loan("1")).await.expect("declared");
}

#[tokio::test]
async fn success_brings_its_status_and_headers() {
    let bytes =
        answer(201, &[("X-Request-Id", "r-7"), ("Retry-After", "2")], r#"{"token":"t","expires_at":"e"}"#);
    let server = Server::start([Act::Send(bytes)]);
    let client = everybody(builder(&server)).build().expect("good settings");
    let response = client.create_session(&request()).response().await.expect("declared");
    assert_eq!((response.parts.status.as_u16(), response.parts.request_id()), (201, Some("r-7")));
    assert_eq!(response.parts.retry_after(), Some(std::time::Duration::from_secs(2)));
    assert_eq!(response.value.token.expose(), "t");
    assert!(format!("{response:?}").contains(r#"token: [REDACTED], expires_at: "e""#), "{response:?}");
}

#[tokio::test]
async fn members_arrive_in_their_types() {
    let book = answered(200, BOOK, |client| client.get_book("1")).await.expect("declared").value;
    assert_eq!((book.subtitle, book.genre.as_str(), book.rating), (None, "zine", Nullable::Absent));
    assert_eq!(book.contributors[0].born, Nullable::Null);
    assert_eq!(book.contributors[1].born, Nullable::Absent);
    assert_eq!(book.contributors[1].role, ContributorRole::from("x-ray"));
    assert_eq!((book.copies[0].number, &book.copies[0].due), (3, &Nullable::Null));
    assert_eq!(book.subjects.expect("it is there")["plants"], ["ferns"]);
    assert_eq!(book.extra.expect("it is there")["a"].to_string(), r#"[1,{"b":null}]"#);
    assert_eq!((book.price, book.category.is_none(), book.withdrawn), (Some(12.0), true, None));
    let page = answered(200, r#"{"items":[],"next":null,"facets":{"poetry":3}}"#, |client| {
        client.list_books(&ListBooksParams::default())
    });
    let page = page.await.expect("declared").value;
    assert_eq!((page.items.len(), page.next, page.facets.expect("it is there")["poetry"]), (0, None, 3));
    let body = format!(r#"{{"items":[{LOAN}],"total":1}}"#);
    let loans = answered(200, &body, |client| client.list_loans("1", &ListLoansParams::default()));
    let loans = loans.await.expect("declared").value;
    assert_eq!((loans.total, loans.items[0].renewals[0].at.as_str()), (1, "c"));
    assert_eq!((&loans.items[0].state, &loans.items[0].returned_at), (&LoanState::Active, &None));
}

#[tokio::test]
async fn lists_maps_and_trees_arrive() {
    let leaf = r#"{"code":"1.1","label":"b","children":[]}"#;
    let tree = format!(
        r#"[{{"code":"1","label":"a","children":[{leaf},{leaf}],"seeAlso":{leaf},"counts":{{"4":{leaf}}}}}]"#
    );
    let tree = answered(200, &tree, |client| client.list_categories()).await.expect("declared").value;
    assert_eq!(tree[0].children[1].code, "1.1");
    assert_eq!(tree[0].see_also.as_ref().expect("it is there").label, "b");
    assert_eq!(tree[0].counts.as_ref().expect("it is there")["4"].children.len(), 0);
    let hours = answered(200, r#"{"monday":{"opens":"09:30","closes":"18:00"}}"#, |client| {
        client.get_branches_by_branch_id_opening_hours(4)
    });
    assert_eq!(hours.await.expect("declared").value["monday"].closes, "18:00");
    let kept =
        answered(200, r#"{"a":null,"b":1.5}"#, |client| client.set_preferences("1", &Default::default()));
    let kept = kept.await.expect("declared").value;
    assert_eq!((&kept["a"], &kept["b"]), (&Value::Null, &Value::from(1.5)));
    let branch = r#"{"id":4,"name":"Old Mill","address":{"street":"s","town":"t"},"website":null}"#;
    let branches = answered(200, &format!("[{branch}]"), |client| client.get_branches()).await;
    let branches = branches.expect("declared").value;
    assert_eq!((branches[0].id, &branches[0].website), (Some(4), &Nullable::Null));
    let member = format!(
        r#"{{"name":"Ann","id":"42","card":"29","joined":"d","homeBranch":{branch},"guardian":{{"name":"Bob"}}}}"#
    );
    let member = answered(200, &member, |client| client.get_member("42")).await.expect("declared").value;
    assert_eq!(member.home_branch.address.town, "t");
    assert_eq!(member.guardian.as_option().map(|guardian| guardian.name.as_str()), Some("Bob"));
    let report =
        answered(200, r#"{"groupBy":"week","counts":{"4":9007199254740993},"mean":5e1}"#, |client| {
            client.get_circulation(&GetCirculationParams::new(GetCirculationParamsRequired {
                from: "2031-04-01".parse().expect("a day"),
                to: "2031-04-30".parse().expect("a day"),
                group_by: ReportGroup::Day,
            }))
        });
    let report = report.await.expect("declared").value;
    assert_eq!(
        (report.group_by.as_str(), report.counts["4"], report.mean),
        ("week", 9_007_199_254_740_993, 50.0)
    );
}

#[tokio::test]
async fn unknown_value_survives_and_is_sent_back() {
    let server = Server::start([Act::Send(answer(200, &[], BOOK)), Act::Send(answer(201, &[], BOOK))]);
    let client = everybody(builder(&server)).build().expect("good settings");
    let book = client.get_book("9780000000002").await.expect("declared");
    let copy = NewBook::new(NewBookRequired {
        isbn: book.isbn,
        title: book.title,
        genre: book.genre,
        contributors: book.contributors,
    });
    client.add_book(&copy).await.expect("declared");
    assert_eq!(
        String::from_utf8_lossy(&server.seen()[1].body),
        r#"{"isbn":"9780000000002","title":"Ferns","genre":"zine","contributors":[{"name":"Rosalind Marsh","role":"author","born":null},{"name":"B","role":"x-ray"}]}"#
    );
}

#[tokio::test]
async fn success_of_another_shape_names_the_place_and_keeps_the_bytes() {
    for (body, reason) in [
        ("", "the body is empty"),
        ("<html>canary</html>", "expected value, line 1 column 1"),
        ("\u{feff}{}", "expected value, line 1 column 1"),
        (r#""canary""#, "found text, expected an object, line 1 column 8"),
        (r#"{"items":[]}"#, "the required member `next` is missing, line 1 column 12"),
        (r#"{"items":null,"next":null}"#, "found null, expected a value at `items`, line 1 column 13"),
        (r#"{"items":{},"next":null}"#, "found an object, expected a list at `items`, line 1 column 11"),
        (
            r#"{"items":[],"next":null,"facets":{"canary":2147483648}}"#,
            "found an integer, expected an integer that fits `i32` at `facets.*`, line 1 column 53",
        ),
    ] {
        let answer = answered(200, body, |client| client.list_books(&ListBooksParams::default())).await;
        let error = Error::from(answer.expect_err("another shape"));
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Decode, Sent::Yes), "{body}");
        assert_eq!(error.to_string(), "operation `listBooks`: the answer is not of the described shape");
        let source = error.source().map(ToString::to_string);
        assert_eq!(source.as_deref(), Some(reason), "{body}");
        assert_eq!(error.body(), body.as_bytes());
        assert!(!chain(&error).contains("canary"), "{}", chain(&error));
    }
}

#[tokio::test]
async fn refusal_of_another_shape_is_an_unexpected_status() {
    for body in ["", "<html>canary</html>", r#"{"kind":7}"#, "null"] {
        let answer = answered(404, body, |client| client.get_book("1")).await;
        let error = Error::from(answer.expect_err("a refusal"));
        assert_eq!((error.kind(), error.sent()), (ErrorKind::UnexpectedStatus, Sent::Yes), "{body}");
        assert_eq!(error.body(), body.as_bytes());
        assert!(!chain(&error).contains("canary"), "{}", chain(&error));
    }
}

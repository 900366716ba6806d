//! Every operation of the library: the request, whole, as it arrives.

use crate::library::{builder, everybody, fern, mill, operations, strings};
use enkash_api::runtime::{Call, Nullable, Value};
use enkash_tests::golden::library::*;
use enkash_tests::loopback::Server;
use std::collections::{BTreeMap, BTreeSet};

type Configure = fn(ClientBuilder) -> ClientBuilder;

/// The request that a call makes, as text. What is answered does not matter here.
async fn sent<T, E>(configure: Configure, call: impl for<'c> FnOnce(&'c Client) -> Call<'c, T, E>) -> String {
    let server = Server::answering(204, "");
    let client = configure(builder(&server)).build().expect("good settings");
    _ = call(&client).await;
    server.only().text()
}

fn nobody(builder: ClientBuilder) -> ClientBuilder {
    builder
}

#[tokio::test]
#[allow(deprecated)] // `removeBook` is one of the operations
async fn every_operation_sends_exactly_this() {
    let rows = [
        (
            "getStatus",
            // `security: []` sends nothing, whatever is configured.
            sent(everybody, |client| client.get_status()).await,
            "GET /v2/status HTTP/1.1\n\
             accept: application/json",
        ),
        (
            "createSession",
            sent(everybody, |client| {
                client.create_session(&SessionRequest {
                    device_name: Some("Ann's phone & tablet+1=2 %C3~é".into()),
                    remember: Some(false),
                    scope: strings(&["loans", "holds/all"]),
                    ..SessionRequest::new(SessionRequestPurpose::Borrow)
                })
            })
            .await,
            "POST /v2/sessions HTTP/1.1\n\
             accept: application/json\n\
             authorization: Basic MjkwMDAwMDAwMDA0MjowMDAw\n\
             content-type: application/x-www-form-urlencoded\n\
             \n\
             purpose=borrow&device_name=Ann%27s%20phone%20%26%20tablet%2B1%3D2%20%25C3~%C3%A9&remember=false\
             &scope=loans&scope=holds%2Fall",
        ),
        (
            "listBooks",
            sent(everybody, |client| {
                client.list_books(&ListBooksParams {
                    q: Some("field guide+ferns&q=#?".into()),
                    genre: Some(vec![Genre::PictureBook, Genre::from("zine")]),
                    language: strings(&["en", "cy"]),
                    available: Some(true),
                    min_rating: Some(3.5),
                    sort: Some("-title".into()),
                    limit: Some(5),
                    cursor: Some("a/b==".into()),
                    accept_language: Some("cy, en;q=0.5".into()),
                })
            })
            .await,
            "GET /v2/books?q=field%20guide%2Bferns%26q%3D%23%3F&genre=picture%20book&genre=zine&language=en\
             &language=cy&available=true&min-rating=3.5&sort=-title&limit=5&cursor=a%2Fb%3D%3D HTTP/1.1\n\
             accept: application/json\n\
             accept-language: cy, en;q=0.5\n\
             authorization: Bearer s-1",
        ),
        (
            "listBooks",
            // Nothing is required, a session least of all; an empty list is no parameter.
            sent(nobody, |client| {
                client.list_books(&ListBooksParams { genre: Some(Vec::new()), ..ListBooksParams::default() })
            })
            .await,
            "GET /v2/books HTTP/1.1\n\
             accept: application/json",
        ),
        (
            "addBook",
            sent(everybody, |client| client.add_book(&fern())).await,
            "POST /v2/books HTTP/1.1\n\
             accept: application/json\n\
             authorization: Bearer s-1\n\
             content-type: application/json\n\
             x-desk-key: d-1\n\
             \n\
             {\"isbn\":\"9780000000002\",\"title\":\"Ferns\\\\\\n🌿\",\"subtitle\":\"A “field” guide\",\
             \"genre\":\"non-fiction\",\"contributors\":[{\"name\":\"Rosalind Marsh\",\"role\":\"author\"},\
             {\"name\":\"A. Nonymous\",\"role\":\"translator\",\"born\":null}],\"languages\":[\"en\",\"cy\"],\
             \"subjects\":{\"plants\":[\"ferns\",\"bogs\"]}}",
        ),
        (
            "getBook",
            sent(everybody, |client| client.get_book("a b/c\\d%2e?e#f;é🌿..")).await,
            "GET /v2/books/a%20b%2Fc%5Cd%252e%3Fe%23f%3B%C3%A9%F0%9F%8C%BF.. HTTP/1.1\n\
             accept: application/json",
        ),
        (
            "updateBook",
            sent(everybody, |client| {
                let changes = BookChanges {
                    title: Some("Ferns".into()),
                    subtitle: Nullable::Null,
                    rating: Nullable::from(4.0),
                    withdrawn: Some(false),
                    ..BookChanges::default()
                };
                let params = UpdateBookParams {
                    x_request_id: Some("00000000-0000-4000-8000-000000000017".into()),
                    ..UpdateBookParams::new("r-000017")
                };
                client.update_book("9780000000002", &params, &changes)
            })
            .await,
            "PATCH /v2/books/9780000000002 HTTP/1.1\n\
             accept: application/json\n\
             content-type: application/json\n\
             if-match: r-000017\n\
             x-desk-key: d-1\n\
             x-request-id: 00000000-0000-4000-8000-000000000017\n\
             \n\
             {\"title\":\"Ferns\",\"subtitle\":null,\"rating\":4.0,\"withdrawn\":false}",
        ),
        (
            "removeBook",
            sent(everybody, |client| client.remove_book("9780000000002")).await,
            "DELETE /v2/books/9780000000002 HTTP/1.1\n\
             accept: application/json\n\
             x-desk-key: d-1",
        ),
        (
            "getCopy",
            // Of the alternatives the first that is configured goes, and it alone.
            sent(everybody, |client| client.get_copy("9780000000002", -3)).await,
            "GET /v2/books/9780000000002/copies/-3 HTTP/1.1\n\
             accept: application/json\n\
             x-desk-key: d-1",
        ),
        (
            "getCopy",
            sent(|builder| builder.session("s-2"), |client| client.get_copy("9780000000002", 3)).await,
            "GET /v2/books/9780000000002/copies/3 HTTP/1.1\n\
             accept: application/json\n\
             authorization: Bearer s-2",
        ),
        (
            "listCategories",
            sent(nobody, |client| client.list_categories()).await,
            "GET /v2/categories HTTP/1.1\n\
             accept: application/json",
        ),
        (
            "GET /branches",
            sent(nobody, |client| client.get_branches()).await,
            "GET /v2/branches HTTP/1.1\n\
             accept: application/json",
        ),
        (
            "replaceBranch",
            // `id` is the server's and stays at home.
            sent(everybody, |client| client.replace_branch(4, &mill())).await,
            "PUT /v2/branches/4 HTTP/1.1\n\
             accept: application/json\n\
             content-type: application/json\n\
             x-desk-key: d-1\n\
             \n\
             {\"name\":\"Old Mill\",\"address\":{\"street\":\"1 Mill Lane\",\"town\":\"Fernwood\",\
             \"location\":{\"latitude\":52.25,\"longitude\":-3.5}},\
             \"services\":{\"printing\":true,\"study rooms\":false}}",
        ),
        (
            "GET /branches/{branchId}/opening-hours",
            sent(nobody, |client| client.get_branches_by_branch_id_opening_hours(i64::MAX)).await,
            "GET /v2/branches/9223372036854775807/opening-hours HTTP/1.1\n\
             accept: application/json",
        ),
        (
            "getMember",
            sent(everybody, |client| client.get_member("00000000-0000-4000-8000-000000000042")).await,
            "GET /v2/members/00000000-0000-4000-8000-000000000042 HTTP/1.1\n\
             accept: application/json\n\
             authorization: Bearer s-1",
        ),
        (
            "setPreferences",
            sent(everybody, |client| {
                let body = BTreeMap::from([
                    ("a".to_owned(), Value::Null),
                    ("b".to_owned(), Value::from(vec![1, 2])),
                    ("c".to_owned(), Value::from(u64::MAX)),
                ]);
                client.set_preferences("42", &body)
            })
            .await,
            "PUT /v2/members/42/preferences HTTP/1.1\n\
             accept: application/json\n\
             authorization: Bearer s-1\n\
             content-type: application/json\n\
             \n\
             {\"a\":null,\"b\":[1,2],\"c\":18446744073709551615}",
        ),
        (
            "listLoans",
            sent(everybody, |client| {
                let params = ListLoansParams {
                    state: Some(vec![LoanState::Active, LoanState::Overdue]),
                    branch: Some(vec![4, 11]),
                    due_before: Some("2031-05-01T00:00:00+01:00".parse().expect("a moment")),
                    limit: None,
                };
                client.list_loans("42", &params)
            })
            .await,
            "GET /v2/members/42/loans?state=active&state=overdue&branch=4&branch=11\
             &dueBefore=2031-05-01T00%3A00%3A00%2B01%3A00 HTTP/1.1\n\
             accept: application/json\n\
             authorization: Bearer s-1",
        ),
        (
            "createLoan",
            sent(everybody, |client| {
                client.create_loan(&LoanRequest {
                    reminder: Some(Reminder {
                        days_before: Some(3),
                        ..Reminder::new(ReminderChannel::Letter)
                    }),
                    ..LoanRequest::new(LoanRequired {
                        isbn: "9780000000002".into(),
                        copy_number: 3,
                        member_id: "42".into(),
                    })
                })
            })
            .await,
            "POST /v2/loans HTTP/1.1\n\
             accept: application/json\n\
             authorization: Bearer s-1\n\
             content-type: application/json\n\
             \n\
             {\"isbn\":\"9780000000002\",\"copyNumber\":3,\"memberId\":\"42\",\
             \"reminder\":{\"channel\":\"letter\",\"daysBefore\":3}}",
        ),
        (
            "renewLoan",
            sent(everybody, |client| {
                let wishes = RenewLoanRequest { days: Some(7), ..RenewLoanRequest::default() };
                client.renew_loan("L-2031-000815", Some(&wishes))
            })
            .await,
            "POST /v2/loans/L-2031-000815/renewals HTTP/1.1\n\
             accept: application/json\n\
             authorization: Bearer s-1\n\
             content-type: application/json\n\
             \n\
             {\"days\":7}",
        ),
        (
            "renewLoan",
            // A body that is left out is none, and not an empty object.
            sent(everybody, |client| client.renew_loan("L-2031-000815", None)).await,
            "POST /v2/loans/L-2031-000815/renewals HTTP/1.1\n\
             accept: application/json\n\
             authorization: Bearer s-1\n\
             content-length: 0",
        ),
        (
            "returnLoan",
            sent(everybody, |client| client.return_loan("L-2031-000815")).await,
            "POST /v2/loans/L-2031-000815/return HTTP/1.1\n\
             accept: application/json\n\
             content-length: 0\n\
             x-desk-key: d-1",
        ),
        (
            "getCirculation",
            sent(everybody, |client| {
                client.get_circulation(&GetCirculationParams::new(GetCirculationParamsRequired {
                    from: "2031-04-01".parse().expect("a day"),
                    to: "2031-04-30".parse().expect("a day"),
                    group_by: ReportGroup::Day,
                }))
            })
            .await,
            "GET /v2/reports/circulation?from=2031-04-01&to=2031-04-30&groupBy=day HTTP/1.1\n\
             accept: application/json\n\
             x-desk-key: d-1",
        ),
    ];
    let mut called = BTreeSet::new();
    for (operation, request, expected) in rows {
        assert_eq!(request, expected, "{operation}");
        called.insert(operation.to_owned());
    }
    assert_eq!(called, operations());
}

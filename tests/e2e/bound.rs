//! Structs of one's own, bound by `#[enkash_endpoint]`: they put the bytes on the wire that the generated methods put
//! there, for the two products and for every operation of the library.

use crate::library::{builder, everybody, fern, mill, operations, strings};
use enkash_api::endpoint::RequestOf;
use enkash_api::runtime::{BaseUrl, Call, Nullable, Value};
use enkash_api::{Carries, Secret, enkash_endpoint, expense, rewards};
use enkash_tests::golden::library::{self, *};
use enkash_tests::loopback::{Act, Server, answer};
use own::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

#[path = "bound/own.rs"]
mod own;

/// A server that has heard two requests of one client.
struct Twice(Server);

impl Twice {
    fn start() -> Self {
        let nothing = || Act::Send(answer(204, &[], ""));
        Self(Server::start([nothing(), nothing()]))
    }

    /// Every byte of both.
    fn bytes(&self) -> [String; 2] {
        let seen = self.0.seen();
        assert_eq!(seen.len(), 2, "requests that arrived");
        [0, 1].map(|index| String::from_utf8_lossy(&seen[index].raw).into_owned())
    }
}

/// What the generated method sends, and what the struct sends.
async fn pair<T, E>(
    generated: impl for<'c> FnOnce(&'c Client) -> Call<'c, T, E>,
    bound: impl RequestOf<Api>,
) -> [String; 2] {
    let server = Twice::start();
    let client = everybody(builder(&server.0)).build().expect("good settings");
    _ = generated(&client).await;
    _ = client.send(&bound).await;
    server.bytes()
}

#[tokio::test]
#[allow(deprecated)] // `removeBook` is one of the operations
async fn bound_struct_sends_what_the_method_sends() {
    let (book, branch) = (fern(), mill());
    let rows = [
        ("getStatus", pair(|client| client.get_status(), GetStatus).await),
        ("createSession", session().await),
        ("listBooks", books().await),
        ("listBooks", pair(|client| client.list_books(&ListBooksParams::default()), AllBooks {}).await),
        (
            "addBook",
            pair(
                |client| client.add_book(&book),
                AddBook {
                    genre: &book.genre,
                    heading: &book.title,
                    isbn: Isbn(&book.isbn),
                    languages: ["en", "cy"],
                    subtitle: book.subtitle.as_deref(),
                    people: &book.contributors,
                    subjects: HashMap::from([("plants", vec!["ferns", "bogs"])]),
                },
            )
            .await,
        ),
        (
            "getBook",
            pair(
                |client| client.get_book("a b/c\\d%2e?e#f;é🌿.."),
                GetBook { isbn: Isbn("a b/c\\d%2e?e#f;é🌿..") },
            )
            .await,
        ),
        ("updateBook", update().await),
        ("removeBook", pair(|client| client.remove_book("978"), RemoveBook { isbn: 978 }).await),
        (
            "getCopy",
            pair(|client| client.get_copy("978", -3), GetCopy { number: -3, isbn: Isbn("978") }).await,
        ),
        ("listCategories", pair(|client| client.list_categories(), ListCategories).await),
        ("GET /branches", pair(|client| client.get_branches(), ListBranches).await),
        (
            "replaceBranch",
            pair(
                |client| client.replace_branch(4, &branch),
                ReplaceBranch {
                    branch_id: 4,
                    name: branch.name.clone(),
                    address: Box::new(branch.address.clone()),
                    open_services: BTreeMap::from([("printing".into(), true), ("study rooms".into(), false)]),
                },
            )
            .await,
        ),
        (
            "GET /branches/{branchId}/opening-hours",
            pair(
                |client| client.get_branches_by_branch_id_opening_hours(i64::MAX),
                OpeningHoursOf { branch_id: i64::MAX },
            )
            .await,
        ),
        ("getMember", pair(|client| client.get_member("42"), GetMember { member_id: "42".into() }).await),
        ("setPreferences", preferences().await),
        ("listLoans", loans().await),
        ("createLoan", loan().await),
        ("renewLoan", renewal().await),
        (
            // A body of which nothing is given is none, and not an empty object.
            "renewLoan",
            pair(|client| client.renew_loan("L-1", None), RenewAsUsual { loan_id: "L-1" }).await,
        ),
        ("returnLoan", pair(|client| client.return_loan("L-1"), ReturnLoan { loan_id: "L-1" }).await),
        ("getCirculation", circulation().await),
    ];
    let mut bound = BTreeSet::new();
    for (operation, [generated, own]) in rows {
        assert_eq!(own, generated, "{operation}");
        bound.insert(operation.to_owned());
    }
    assert_eq!(bound, operations());
}

async fn session() -> [String; 2] {
    let request = SessionRequest {
        device_name: Some("Ann's phone & tablet+1=2 %C3~é".into()),
        remember: Some(false),
        scope: strings(&["loans", "holds/all"]),
        ..SessionRequest::new(SessionRequestPurpose::Borrow)
    };
    let bound = CreateSession {
        may: ("loans", "holds/all").into(),
        device: request.device_name.clone(),
        purpose: SessionRequestPurpose::Borrow,
        remember: false,
        minutes: None,
    };
    pair(|client| client.create_session(&request), bound).await
}

async fn books() -> [String; 2] {
    let params = ListBooksParams {
        q: Some("field guide+ferns&q=#?".into()),
        genre: Some(vec![Genre::PictureBook, Genre::from("zine")]),
        language: strings(&["en", "cy"]),
        available: Some(true),
        min_rating: Some(3.5),
        sort: Some("-title".into()),
        limit: Some(5),
        cursor: Some("a/b==".into()),
        accept_language: Some("cy, en;q=0.5".into()),
    };
    let bound = ListBooks {
        accept_language: "cy, en;q=0.5",
        after: Some("a/b=="),
        limit: 5,
        order: ListBooksSort::MinusTitle,
        at_least: Some(3.5),
        available: Some(true),
        language: Some(["en", "cy"]),
        genre: vec![Genre::PictureBook, Genre::from("zine")],
        q: "field guide+ferns&q=#?",
    };
    pair(|client| client.list_books(&params), bound).await
}

async fn update() -> [String; 2] {
    let params = UpdateBookParams {
        x_request_id: Some("00000000-0000-4000-8000-000000000017".into()),
        ..UpdateBookParams::new("r-000017")
    };
    let changes = BookChanges {
        title: Some("Ferns".into()),
        subtitle: Nullable::Null,
        rating: Nullable::from(4.0),
        withdrawn: Some(false),
        ..BookChanges::default()
    };
    let bound = UpdateBook {
        withdrawn: Some(false),
        rating: 4.0,
        subtitle: Nullable::Null,
        genre: None,
        languages: Nullable::Absent,
        title: Some("Ferns"),
        request: 17.into(),
        revision: "r-000017",
        isbn: Isbn("978"),
    };
    pair(|client| client.update_book("978", &params, &changes), bound).await
}

async fn preferences() -> [String; 2] {
    let body = BTreeMap::from([
        ("a".to_owned(), Value::Null),
        ("b".to_owned(), Value::from(vec![1, 2])),
        ("c".to_owned(), Value::from(u64::MAX)),
    ]);
    let bound = SetPreferences { member_id: "42", body: body.clone().into_iter().collect() };
    pair(|client| client.set_preferences("42", &body), bound).await
}

async fn loans() -> [String; 2] {
    let params = ListLoansParams {
        state: Some(vec![LoanState::Active, LoanState::Overdue]),
        branch: Some(vec![4, 11]),
        due_before: Some("2031-05-01T00:00:00+01:00".parse().expect("a moment")),
        limit: None,
    };
    let bound = ListLoans {
        before: "2031-05-01T00:00:00+01:00".parse().expect("a moment"),
        branch: BTreeSet::from([11, 4]),
        state: [LoanState::Active, LoanState::Overdue],
        member_id: "42",
    };
    pair(|client| client.list_loans("42", &params), bound).await
}

async fn loan() -> [String; 2] {
    let reminder = Reminder { days_before: Some(3), ..Reminder::new(ReminderChannel::Letter) };
    let required = LoanRequired { isbn: "978".into(), copy_number: 3, member_id: "42".into() };
    let request = LoanRequest { reminder: Some(reminder.clone()), ..LoanRequest::new(required) };
    let bound = CreateLoan { remind: Some(&reminder), reader: "42", copy_number: 3, isbn: Isbn("978") };
    pair(|client| client.create_loan(&request), bound).await
}

async fn renewal() -> [String; 2] {
    let wishes = RenewLoanRequest { days: Some(7), ..RenewLoanRequest::default() };
    let bound = RenewLoan { days: Some(7), note: None, loan_id: "L-1" };
    pair(|client| client.renew_loan("L-1", Some(&wishes)), bound).await
}

async fn circulation() -> [String; 2] {
    let params = GetCirculationParams::new(GetCirculationParamsRequired {
        from: "2031-04-01".parse().expect("a day"),
        to: "2031-04-30".parse().expect("a day"),
        group_by: ReportGroup::Day,
    });
    let bound = Circulation {
        group_by: &ReportGroup::Day,
        to: "2031-04-30".parse().expect("a day"),
        from: "2031-04-01",
    };
    pair(|client| client.get_circulation(&params), bound).await
}

/// A login with everything that a form has to escape.
const USERNAME: &str = "1234567890+é& ";

#[tokio::test]
async fn bound_login_sends_what_the_method_sends() {
    let server = Twice::start();
    let base = BaseUrl::parse(server.0.url()).expect("loopback may be plain");
    let client = expense::Client::builder(base).basic("made-up", "s").build().expect("good settings");
    let request = expense::TokenRequest::new(expense::TokenRequired {
        username: USERNAME.into(),
        password: "p=%26".into(),
    });
    _ = client.create_token(&request).await;
    _ = client.send(&ExpenseLogin { secret: "p=%26".into(), mobile: Mobile(USERNAME.into()) }).await;
    let [generated, own] = server.bytes();
    assert_eq!(own, generated, "expense");

    let server = Twice::start();
    let base = BaseUrl::parse(server.0.url()).expect("loopback may be plain");
    let client = rewards::Client::builder(base).basic("made-up", "s").build().expect("good settings");
    let request = rewards::TokenRequest::new(rewards::TokenRequired {
        username: USERNAME.into(),
        password: "p=%26".into(),
        client_id: "CEK0000000".into(),
    });
    _ = client.create_token(&request).await;
    let (mobile, secret) = (Mobile(USERNAME.into()), "p=%26".into());
    _ = client.send(&RewardsLogin { company: "CEK0000000", secret: &secret, mobile }).await;
    let [generated, own] = server.bytes();
    assert_eq!(own, generated, "rewards");
}

/// The compiler writes beside its output what the output was made from; cargo compares the times.
#[test]
fn change_of_the_document_compiles_its_users_again() {
    let program = std::env::current_exe().expect("a test has a path");
    let list = program.with_extension("d");
    let text = std::fs::read_to_string(&list).unwrap_or_else(|error| panic!("{}: {error}", list.display()));
    let program = text.lines().find(|line| !line.starts_with('#')).expect("a first rule");
    assert!(program.split_whitespace().any(|path| path.ends_with("golden/library.yaml")), "{program}");
}

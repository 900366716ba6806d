// The samples of `library`. Made by `BLESS=1 cargo test -p enkash-tests --test samples`.

pub(crate) mod of_get_status {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live).build()?;
    let answer = client.get_status().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_create_session {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment, SessionRequest, SessionRequestPurpose};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .card("user", "password")
        .build()?;
    let body = SessionRequest::new(SessionRequestPurpose::Borrow);
    let answer = client.create_session(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_list_books {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment, ListBooksParams};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .session("token")
        .build()?;
    let params = ListBooksParams::default();
    let answer = client.list_books(&params).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_add_book {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Contributor, ContributorRequired, ContributorRole, Environment, Genre, NewBook, NewBookRequired};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .desk("key")
        .session("token")
        .build()?;
    let body = NewBook::new(NewBookRequired {
        isbn: "9780000000002".into(),
        title: "A Field Guide to Ferns".into(),
        genre: Genre::Fiction,
        contributors: vec![Contributor::new(ContributorRequired {
            name: "Rosalind Marsh".into(),
            role: ContributorRole::Author,
        })],
    });
    let answer = client.add_book(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_book {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live).build()?;
    let answer = client.get_book("9780000000002").await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_update_book {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{BookChanges, Client, Environment, UpdateBookParams};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .desk("key")
        .build()?;
    let params = UpdateBookParams::new("r-000017");
    let body = BookChanges::default();
    let answer = client.update_book("9780000000002", &params, &body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_remove_book {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .desk("key")
        .build()?;
    client.remove_book("9780000000002").await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_copy {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .desk("key")
        .build()?;
    let answer = client.get_copy("9780000000002", 1).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_list_categories {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live).build()?;
    let answer = client.list_categories().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_branches {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live).build()?;
    let answer = client.get_branches().await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_replace_branch {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Branch, BranchAddress, BranchAddressRequired, BranchRequired, Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .desk("key")
        .build()?;
    let body = Branch::new(BranchRequired {
        name: "Old Mill".into(),
        address: BranchAddress::new(BranchAddressRequired {
            street: "1 Mill Lane".into(),
            town: "Fernwood".into(),
        }),
    });
    let answer = client.replace_branch(1, &body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_branches_by_branch_id_opening_hours {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live).build()?;
    let answer = client.get_branches_by_branch_id_opening_hours(1).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_member {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .session("token")
        .build()?;
    let answer = client.get_member("00000000-0000-4000-8000-000000000042").await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_set_preferences {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .session("token")
        .build()?;
    let body = Default::default();
    let answer = client.set_preferences("00000000-0000-4000-8000-000000000042", &body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_list_loans {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment, ListLoansParams};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .session("token")
        .build()?;
    let params = ListLoansParams::default();
    let answer = client.list_loans("00000000-0000-4000-8000-000000000042", &params).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_create_loan {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment, LoanRequest, LoanRequired};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .session("token")
        .build()?;
    let body = LoanRequest::new(LoanRequired {
        isbn: "9780000000002".into(),
        copy_number: 1,
        member_id: "00000000-0000-4000-8000-000000000042".into(),
    });
    let answer = client.create_loan(&body).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_renew_loan {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .session("token")
        .build()?;
    let answer = client.renew_loan("L-2031-000815", None).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_return_loan {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .desk("key")
        .build()?;
    client.return_loan("L-2031-000815").await?;
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) mod of_get_circulation {
// Needs tokio with its features `macros` and `rt-multi-thread`.
use crate::shim::library::{Client, Environment, GetCirculationParams, GetCirculationParamsRequired, ReportGroup};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .desk("key")
        .build()?;
    let params = GetCirculationParams::new(GetCirculationParamsRequired {
        from: "2026-01-31".parse()?,
        to: "2026-01-31".parse()?,
        group_by: ReportGroup::Branch,
    });
    let answer = client.get_circulation(&params).await?;
    println!("{answer:?}");
    Ok(())
}

pub(crate) const MAIN: crate::Main = main;
}

pub(crate) const ALL: &[crate::Case] = &[
    ("getStatus", Some(r##"curl --request GET 'https://api.library.example/v2/status' \
  --header 'Accept: application/json'"##), of_get_status::MAIN),
    ("createSession", Some(r##"curl --request POST 'https://api.library.example/v2/sessions' \
  --user 'user:password' \
  --header 'Accept: application/json' \
  --header 'Content-Type: application/x-www-form-urlencoded' \
  --data-raw 'purpose=borrow'"##), of_create_session::MAIN),
    ("listBooks", Some(r##"curl --request GET 'https://api.library.example/v2/books' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token'"##), of_list_books::MAIN),
    ("addBook", Some(r##"curl --request POST 'https://api.library.example/v2/books' \
  --header 'Accept: application/json' \
  --header 'X-Desk-Key: key' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/json' \
  --data-raw '{"isbn":"9780000000002","title":"A Field Guide to Ferns","genre":"fiction","contributors":[{"name":"Rosalind Marsh","role":"author"}]}'"##), of_add_book::MAIN),
    ("getBook", Some(r##"curl --request GET 'https://api.library.example/v2/books/9780000000002' \
  --header 'Accept: application/json'"##), of_get_book::MAIN),
    ("updateBook", Some(r##"curl --request PATCH 'https://api.library.example/v2/books/9780000000002' \
  --header 'Accept: application/json' \
  --header 'If-Match: r-000017' \
  --header 'X-Desk-Key: key' \
  --header 'Content-Type: application/json' \
  --data-raw '{}'"##), of_update_book::MAIN),
    ("removeBook", Some(r##"curl --request DELETE 'https://api.library.example/v2/books/9780000000002' \
  --header 'Accept: application/json' \
  --header 'X-Desk-Key: key'"##), of_remove_book::MAIN),
    ("getCopy", Some(r##"curl --request GET 'https://api.library.example/v2/books/9780000000002/copies/1' \
  --header 'Accept: application/json' \
  --header 'X-Desk-Key: key'"##), of_get_copy::MAIN),
    ("listCategories", Some(r##"curl --request GET 'https://api.library.example/v2/categories' \
  --header 'Accept: application/json'"##), of_list_categories::MAIN),
    ("GET /branches", Some(r##"curl --request GET 'https://api.library.example/v2/branches' \
  --header 'Accept: application/json'"##), of_get_branches::MAIN),
    ("replaceBranch", Some(r##"curl --request PUT 'https://api.library.example/v2/branches/1' \
  --header 'Accept: application/json' \
  --header 'X-Desk-Key: key' \
  --header 'Content-Type: application/json' \
  --data-raw '{"name":"Old Mill","address":{"street":"1 Mill Lane","town":"Fernwood"}}'"##), of_replace_branch::MAIN),
    ("GET /branches/{branchId}/opening-hours", Some(r##"curl --request GET 'https://api.library.example/v2/branches/1/opening-hours' \
  --header 'Accept: application/json'"##), of_get_branches_by_branch_id_opening_hours::MAIN),
    ("getMember", Some(r##"curl --request GET 'https://api.library.example/v2/members/00000000-0000-4000-8000-000000000042' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token'"##), of_get_member::MAIN),
    ("setPreferences", Some(r##"curl --request PUT 'https://api.library.example/v2/members/00000000-0000-4000-8000-000000000042/preferences' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/json' \
  --data-raw '{}'"##), of_set_preferences::MAIN),
    ("listLoans", Some(r##"curl --request GET 'https://api.library.example/v2/members/00000000-0000-4000-8000-000000000042/loans' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token'"##), of_list_loans::MAIN),
    ("createLoan", Some(r##"curl --request POST 'https://api.library.example/v2/loans' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Type: application/json' \
  --data-raw '{"isbn":"9780000000002","copyNumber":1,"memberId":"00000000-0000-4000-8000-000000000042"}'"##), of_create_loan::MAIN),
    ("renewLoan", Some(r##"curl --request POST 'https://api.library.example/v2/loans/L-2031-000815/renewals' \
  --header 'Accept: application/json' \
  --header 'Authorization: Bearer token' \
  --header 'Content-Length: 0'"##), of_renew_loan::MAIN),
    ("returnLoan", Some(r##"curl --request POST 'https://api.library.example/v2/loans/L-2031-000815/return' \
  --header 'Accept: application/json' \
  --header 'X-Desk-Key: key' \
  --header 'Content-Length: 0'"##), of_return_loan::MAIN),
    ("getCirculation", Some(r##"curl --request GET 'https://api.library.example/v2/reports/circulation?from=2026-01-31&to=2026-01-31&groupBy=branch' \
  --header 'Accept: application/json' \
  --header 'X-Desk-Key: key'"##), of_get_circulation::MAIN),
];

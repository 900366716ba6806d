//! The requests as somebody else would have written them: other names, another order, other types. Not one field is
//! where the description has it.
#![allow(deprecated)] // `removeBook` is one of the operations

use super::*;

#[derive(Carries)]
pub(super) struct Isbn<'a>(pub(super) &'a str);

#[derive(Carries)]
pub(super) struct Mobile(pub(super) String);

/// What a session may do.
#[derive(Carries)]
pub(super) struct Scope(Vec<&'static str>);

impl From<(&'static str, &'static str)> for Scope {
    fn from((one, other): (&'static str, &'static str)) -> Self {
        Self(vec![one, other])
    }
}

/// The last digits of an id of ours.
pub(super) struct RequestId(u32);

impl From<u32> for RequestId {
    fn from(number: u32) -> Self {
        Self(number)
    }
}

impl std::fmt::Display for RequestId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "00000000-0000-4000-8000-{:012}", self.0)
    }
}

#[enkash_endpoint(library, "getStatus", spec = "golden/library.yaml")]
pub(super) struct GetStatus;

#[enkash_endpoint(library, "createSession", spec = "golden/library.yaml")]
pub(super) struct CreateSession {
    #[enkash(rename = "scope")]
    pub(super) may: Scope,
    #[enkash(rename = "device_name")]
    pub(super) device: Option<String>,
    pub(super) purpose: SessionRequestPurpose,
    pub(super) remember: bool,
    pub(super) minutes: Option<u8>,
}

#[enkash_endpoint(library, "listBooks", spec = "golden/library.yaml")]
pub(super) struct AllBooks {}

#[enkash_endpoint(library, "listBooks", spec = "golden/library.yaml")]
pub(super) struct ListBooks {
    pub(super) accept_language: &'static str,
    #[enkash(rename = "cursor")]
    pub(super) after: Option<&'static str>,
    pub(super) limit: u16,
    #[enkash(rename = "sort")]
    pub(super) order: ListBooksSort,
    #[enkash(rename = "min-rating")]
    pub(super) at_least: Option<f32>,
    pub(super) available: Option<bool>,
    pub(super) language: Option<[&'static str; 2]>,
    pub(super) genre: Vec<Genre>,
    pub(super) q: &'static str,
}

#[enkash_endpoint(library, "addBook", spec = "golden/library.yaml")]
pub(super) struct AddBook<'a> {
    pub(super) genre: &'a Genre,
    #[enkash(rename = "title")]
    pub(super) heading: &'a str,
    pub(super) isbn: Isbn<'a>,
    pub(super) languages: [&'static str; 2],
    pub(super) subtitle: Option<&'a str>,
    #[enkash(rename = "contributors")]
    pub(super) people: &'a [Contributor],
    pub(super) subjects: HashMap<&'static str, Vec<&'static str>>,
}

#[enkash_endpoint(library, "getBook", spec = "golden/library.yaml")]
pub(super) struct GetBook {
    pub(super) isbn: Isbn<'static>,
}

#[enkash_endpoint(library, "updateBook", spec = "golden/library.yaml")]
pub(super) struct UpdateBook {
    pub(super) withdrawn: Option<bool>,
    pub(super) rating: f64,
    pub(super) subtitle: Nullable<String>,
    pub(super) genre: Option<Genre>,
    pub(super) languages: Nullable<Vec<String>>,
    pub(super) title: Option<&'static str>,
    #[enkash(rename = "X-Request-Id", display)]
    pub(super) request: RequestId,
    #[enkash(rename = "If-Match")]
    pub(super) revision: &'static str,
    pub(super) isbn: Isbn<'static>,
}

#[enkash_endpoint(library, "removeBook", spec = "golden/library.yaml")]
pub(super) struct RemoveBook {
    #[enkash(display)]
    pub(super) isbn: u64,
}

#[enkash_endpoint(library, GET "/books/{isbn}/copies/{copyNumber}", spec = "golden/library.yaml")]
pub(super) struct GetCopy {
    #[enkash(rename = "copyNumber", in = path)]
    pub(super) number: i8,
    pub(super) isbn: Isbn<'static>,
}

#[enkash_endpoint(library, "listCategories", spec = "golden/library.yaml")]
pub(super) struct ListCategories;

#[enkash_endpoint(library, GET "/branches", spec = "golden/library.yaml")]
pub(super) struct ListBranches;

#[enkash_endpoint(library, "replaceBranch", spec = "golden/library.yaml")]
pub(super) struct ReplaceBranch {
    #[enkash(rename = "services")]
    pub(super) open_services: BTreeMap<String, bool>,
    pub(super) address: Box<BranchAddress>,
    pub(super) name: String,
    pub(super) branch_id: u32,
}

#[enkash_endpoint(library, GET "/branches/{branchId}/opening-hours", spec = "golden/library.yaml")]
pub(super) struct OpeningHoursOf {
    pub(super) branch_id: i64,
}

#[enkash_endpoint(library, "getMember", spec = "golden/library.yaml")]
pub(super) struct GetMember {
    pub(super) member_id: Box<str>,
}

#[enkash_endpoint(library, "setPreferences", spec = "golden/library.yaml")]
pub(super) struct SetPreferences {
    pub(super) body: HashMap<String, Value>,
    pub(super) member_id: &'static str,
}

#[enkash_endpoint(library, "listLoans", spec = "golden/library.yaml")]
pub(super) struct ListLoans {
    #[enkash(rename = "dueBefore")]
    pub(super) before: enkash_api::DateTime,
    pub(super) branch: BTreeSet<i64>,
    pub(super) state: [LoanState; 2],
    pub(super) member_id: &'static str,
}

#[enkash_endpoint(library, "createLoan", spec = "golden/library.yaml")]
pub(super) struct CreateLoan<'a> {
    #[enkash(rename = "reminder")]
    pub(super) remind: Option<&'a Reminder>,
    #[enkash(rename = "memberId")]
    pub(super) reader: &'a str,
    pub(super) copy_number: u8,
    pub(super) isbn: Isbn<'a>,
}

#[enkash_endpoint(library, "renewLoan", spec = "golden/library.yaml")]
pub(super) struct RenewLoan {
    pub(super) note: Option<String>,
    pub(super) days: Option<i32>,
    pub(super) loan_id: &'static str,
}

#[enkash_endpoint(library, "renewLoan", spec = "golden/library.yaml")]
pub(super) struct RenewAsUsual {
    pub(super) loan_id: &'static str,
}

#[enkash_endpoint(library, "returnLoan", spec = "golden/library.yaml")]
pub(super) struct ReturnLoan {
    pub(super) loan_id: &'static str,
}

#[enkash_endpoint(library, "getCirculation", spec = "golden/library.yaml")]
pub(super) struct Circulation {
    pub(super) group_by: &'static ReportGroup,
    pub(super) to: enkash_api::Date,
    // Text of the user's own, which the macro is told to send as it is.
    #[enkash(display)]
    pub(super) from: &'static str,
}

#[enkash_endpoint(expense, "createToken")]
pub(super) struct ExpenseLogin {
    #[enkash(rename = "password")]
    pub(super) secret: Secret,
    #[enkash(rename = "username")]
    pub(super) mobile: Mobile,
}

#[enkash_endpoint(rewards, "createToken")]
pub(super) struct RewardsLogin<'a> {
    #[enkash(rename = "clientId")]
    pub(super) company: &'a str,
    #[enkash(rename = "password")]
    pub(super) secret: &'a Secret,
    #[enkash(rename = "username")]
    pub(super) mobile: Mobile,
}

//! Printed by `src/twin.rs` from the same document as the generated types beside it.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Outage {
    /// When to try again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    #[serde(flatten)]
    pub additional_properties: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SessionRequest {
    /// What the member wants to do.
    pub purpose: SessionRequestPurpose,
    /// A name for the list of open sessions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_name: Option<String>,
    /// For how long, at most 720.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<i32>,
    /// Whether the session outlives the app.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remember: Option<bool>,
    /// What the session may do; the key is repeated for each value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Vec<String>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Session {
    /// The token that later requests carry.
    pub token: String,
    /// When the session ends.
    pub expires_at: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Problem {
    /// The kind of problem, for people.
    pub title: String,
    /// What happened this time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The status code once more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<i32>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Genre {
    #[serde(rename = "fiction")]
    Fiction,
    #[serde(rename = "non-fiction")]
    NonFiction,
    #[serde(rename = "poetry")]
    Poetry,
    #[serde(rename = "picture book")]
    PictureBook,
    #[serde(rename = "graphic_novel")]
    GraphicNovel,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BookPage {
    /// The books of this page.
    pub items: Vec<Book>,
    /// The cursor of the next page, `null` on the last one.
    pub next: Option<String>,
    /// How many matches each genre has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facets: Option<BTreeMap<String, i32>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Book {
    /// The number of the record.
    pub id: i64,
    /// The ISBN, thirteen digits.
    pub isbn: String,
    /// The title.
    pub title: String,
    /// The subtitle, `null` if there is none.
    pub subtitle: Option<String>,
    /// genre
    pub genre: Genre,
    /// Who made the book, the first first.
    pub contributors: Vec<Contributor>,
    /// category
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryLink>,
    /// The copies that the library owns.
    pub copies: Vec<CopyModel>,
    /// Words by vocabulary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subjects: Option<BTreeMap<String, Vec<String>>>,
    /// What a lost copy costs, in the currency of the branch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<f64>,
    /// The mean rating from 0 to 5; `null` while nobody has rated.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub rating: Option<Option<f64>>,
    /// Where the picture of the cover is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<String>,
    /// Notes of the cataloguers, in Markdown. They may hold *anything*, such as
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// Fields of the system the record was taken over from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra: Option<BTreeMap<String, serde_json::Value>>,
    /// Use the `shelf` of each copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shelf: Option<String>,
    /// Whether the book is no longer lent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<bool>,
    /// Changes whenever the book does.
    pub revision: String,
    /// When the book came into the catalogue.
    #[serde(rename = "addedAt")]
    pub added_at: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Contributor {
    /// The name as it is printed in the book.
    pub name: String,
    /// What the part was.
    pub role: ContributorRole,
    /// The year of birth; `null` if it is known to be unknown.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub born: Option<Option<i32>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CategoryLink {
    /// The notation.
    pub code: String,
    /// The name for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CopyModel {
    /// The number on the label, from 1.
    pub number: i32,
    /// The number of the branch it belongs to.
    pub branch: i64,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shelf: Option<String>,
    /// Where it is now.
    pub state: CopyState,
    /// When it is due; `null` while it is not lent.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub due: Option<Option<String>>,
    /// Marks of the librarians.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NewBook {
    /// The ISBN, thirteen digits.
    pub isbn: String,
    /// The title.
    pub title: String,
    /// The subtitle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// genre
    pub genre: Genre,
    /// Who made the book, the first first.
    pub contributors: Vec<Contributor>,
    /// Languages as two-letter codes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub languages: Option<Vec<String>>,
    /// Words by vocabulary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subjects: Option<BTreeMap<String, Vec<String>>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PendingReview {
    /// The ticket to ask after.
    pub ticket: String,
    /// How many tickets come first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<i64>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DuplicateBook {
    /// The kind of problem, for people.
    pub title: String,
    /// What happened this time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The status code once more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<i32>,
    /// The number of its record.
    pub existing: i64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Missing {
    /// What was looked for.
    pub kind: MissingKind,
    /// The id it was looked for by.
    pub id: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BookChanges {
    /// The new title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The new subtitle; `null` clears it.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<Option<String>>,
    /// genre
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genre: Option<Genre>,
    /// The new rating; `null` clears it.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub rating: Option<Option<f64>>,
    /// The new languages; `null` clears them.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub languages: Option<Option<Vec<String>>>,
    /// Whether the book is no longer lent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<bool>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RevisionConflict {
    /// The kind of problem, for people.
    pub title: String,
    /// What happened this time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The status code once more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<i32>,
    /// The revision of the book now.
    pub current: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Category {
    /// The notation.
    pub code: String,
    /// The name for people.
    pub label: String,
    /// What is below.
    pub children: Vec<Category>,
    /// seeAlso
    #[serde(rename = "seeAlso", skip_serializing_if = "Option::is_none")]
    pub see_also: Option<Box<Category>>,
    /// The same tree by branch, where a branch has one of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<BTreeMap<String, Category>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Branch {
    /// The number of the branch, given by the system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
    /// The name.
    pub name: String,
    /// Where it stands.
    pub address: BranchAddress,
    /// Which services the branch offers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub services: Option<BTreeMap<String, bool>>,
    /// The page of the branch.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub website: Option<Option<String>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OpeningHours {
    /// The time of opening, local.
    pub opens: String,
    /// The time of closing, local.
    pub closes: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Member {
    /// The name on the card.
    pub name: String,
    /// Where reminders go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The id.
    pub id: String,
    /// The number of the card.
    pub card: String,
    /// The day the card was issued.
    pub joined: String,
    /// The branch that holds are sent to.
    #[serde(rename = "homeBranch")]
    pub home_branch: Branch,
    /// The adult who answers for a child; `null` for adults.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub guardian: Option<Option<Person>>,
    /// Open fines in hundredths of the currency unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub balance: Option<i64>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Person {
    /// The name on the card.
    pub name: String,
    /// Where reminders go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum LoanState {
    #[serde(rename = "active")]
    Active,
    #[serde(rename = "overdue")]
    Overdue,
    #[serde(rename = "returned")]
    Returned,
    #[serde(rename = "lost")]
    Lost,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Loan {
    /// The id.
    pub id: String,
    /// state
    pub state: LoanState,
    /// copy
    pub copy: CopyModel,
    /// The member who borrowed.
    #[serde(rename = "memberId")]
    pub member_id: String,
    /// When it was lent.
    #[serde(rename = "lentAt")]
    pub lent_at: String,
    /// When it is due.
    #[serde(rename = "dueAt")]
    pub due_at: String,
    /// When it came back; `null` while it is lent.
    #[serde(rename = "returnedAt")]
    pub returned_at: Option<String>,
    /// The renewals so far, the oldest first.
    pub renewals: Vec<LoanRenewalsItem>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LoanRequest {
    /// The ISBN of the book.
    pub isbn: String,
    /// The number on the copy's label.
    #[serde(rename = "copyNumber")]
    pub copy_number: i32,
    /// The member who borrows.
    #[serde(rename = "memberId")]
    pub member_id: String,
    /// For how many days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i32>,
    /// How the member is reminded, if not in the usual way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reminder: Option<Reminder>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Reminder {
    /// How it is sent.
    pub channel: ReminderChannel,
    /// How many days before.
    #[serde(rename = "daysBefore", skip_serializing_if = "Option::is_none")]
    pub days_before: Option<i32>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LoanRefusal {
    /// The reason.
    pub reason: LoanRefusalReason,
    /// Until when the copy is kept for somebody else.
    #[serde(rename = "heldFor", skip_serializing_if = "Option::is_none")]
    pub held_for: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum ReportGroup {
    #[serde(rename = "branch")]
    Branch,
    #[serde(rename = "genre")]
    Genre,
    #[serde(rename = "day")]
    Day,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CirculationReport {
    /// groupBy
    #[serde(rename = "groupBy")]
    pub group_by: ReportGroup,
    /// Loans by group.
    pub counts: BTreeMap<String, i64>,
    /// Loans a day.
    pub mean: f64,
    /// Remarks of the branches by number, each as it was entered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remarks: Option<BTreeMap<String, BTreeMap<String, serde_json::Value>>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum SessionRequestPurpose {
    #[serde(rename = "borrow")]
    Borrow,
    #[serde(rename = "browse")]
    Browse,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum ContributorRole {
    #[serde(rename = "author")]
    Author,
    #[serde(rename = "editor")]
    Editor,
    #[serde(rename = "illustrator")]
    Illustrator,
    #[serde(rename = "translator")]
    Translator,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum CopyState {
    #[serde(rename = "on_shelf")]
    OnShelf,
    #[serde(rename = "on_loan")]
    OnLoan,
    #[serde(rename = "on_hold")]
    OnHold,
    #[serde(rename = "in_repair")]
    InRepair,
    #[serde(rename = "lost")]
    Lost,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum MissingKind {
    #[serde(rename = "book")]
    Book,
    #[serde(rename = "copy")]
    Copy,
    #[serde(rename = "branch")]
    Branch,
    #[serde(rename = "member")]
    Member,
    #[serde(rename = "loan")]
    Loan,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BranchAddressLocation {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BranchAddress {
    /// Street and number.
    pub street: String,
    /// The town.
    pub town: String,
    /// The entrance on the map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<BranchAddressLocation>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LoanRenewalsItem {
    /// When it was renewed.
    pub at: String,
    /// For how many days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i32>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum ReminderChannel {
    #[serde(rename = "email")]
    Email,
    #[serde(rename = "letter")]
    Letter,
    #[serde(rename = "none")]
    None,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum LoanRefusalReason {
    #[serde(rename = "on_hold")]
    OnHold,
    #[serde(rename = "limit_reached")]
    LimitReached,
    #[serde(rename = "card_expired")]
    CardExpired,
    #[serde(rename = "fines_open")]
    FinesOpen,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum GetStatusResponseState {
    #[serde(rename = "open")]
    Open,
    #[serde(rename = "read_only")]
    ReadOnly,
    #[serde(rename = "closed")]
    Closed,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GetStatusResponse {
    /// How much works at present.
    pub state: GetStatusResponseState,
    /// What is going on, for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum ListBooksSort {
    #[serde(rename = "title")]
    Title,
    #[serde(rename = "-title")]
    MinusTitle,
    #[serde(rename = "published")]
    Published,
    #[serde(rename = "-published")]
    MinusPublished,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListLoansResponse {
    /// The loans.
    pub items: Vec<Loan>,
    /// How many there are without the limit.
    pub total: i64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RenewLoanRequest {
    /// For how many days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i32>,
    /// A word to the librarian.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

//! The lines of a listing.

use super::*;

#[test]
fn each_public_item_is_one_line_in_the_order_of_the_file() {
    let text = r#"
            /// A book.
            #[non_exhaustive]
            pub struct Book { pub title: String, pub isbn: Option<Secret<String>>, shelf: u8 }
            wire! { pub Book { title, isbn } }
            impl Book {
                /// New.
                #[must_use]
                pub fn new(title: impl Into<String>, number_of_the_inventory: u64, year_of_publication: i32) -> Self { todo!() }
                fn private(&self) {}
            }
            impl std::fmt::Display for Book { fn fmt(&self) {} }
            pub enum Kind { Novel, Other(String), Range { from: u8 } }
            pub struct Page<T: Clone>(pub Vec<T>);
            pub const DIGEST: &str = "1";
            pub use self::inner::Inner;
            mod inner { pub struct Inner; }
            pub mod ops { pub async fn list(client: &Client) -> Call<'_, Vec<Book>, Error> {} }
            struct Hidden;
            rt::constructor!(pub fn new(required: BookRequired) -> Book { title, year });
            rt::constructor!(pub fn new(food: impl Into<String>) -> Meal { food: food.into(), .. });
            rt::constructor!(pub fn new(values: BTreeMap<String, i64>) -> Map { values: values });
            rt::operation!(ListBooks of super::Api: "listBooks" GET "/books" { success: () [] });
        "#;
    let expected = "\
#[non_exhaustive] struct books::Book
field books::Book.title: String
field books::Book.isbn: Option<Secret<String>>
macro wire! books::Book
#[must_use] fn books::Book::new(title: impl Into<String>, number_of_the_inventory: u64, year_of_publication: i32) -> Self
impl std::fmt::Display for books::Book
enum books::Kind
variant books::Kind::Novel
variant books::Kind::Other(String)
variant books::Kind::Range
field books::Kind::Range.from: u8
struct books::Page<T: Clone>
field books::Page.0: Vec<T>
const books::DIGEST: &str
use self::inner::Inner in books
mod books::ops
async fn books::ops::list(client: &Client) -> Call<'_, Vec<Book>, Error>
fn books::Book::new(required: BookRequired) -> Self
fn books::Meal::new(food: impl Into<String>) -> Self
fn books::Map::new(values: BTreeMap<String, i64>) -> Self
struct books::ListBooks
macro rt::operation! books::ListBooks
";
    assert_eq!(listing("books", text).unwrap(), expected);
}

#[test]
fn text_that_does_not_parse_is_a_diagnostic() {
    assert_eq!(listing("books", "pub struct {").unwrap_err().code, Code::Internal);
}

//! What is looked through for secrets.

use enkash_api::Error;

/// Everything that a program or a logger could print of an error.
pub fn chain(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut next = std::error::Error::source(error);
    while let Some(source) = next {
        text.push_str(&format!(" {source} {source:?} {source:#?}"));
        next = source.source();
    }
    text
}

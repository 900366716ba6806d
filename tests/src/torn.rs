//! Pages made of any bytes, imported: what the fuzzer and the property test have in common.
//!
//! Whatever a file holds, an import ends, with a description that is one or with a reason.

use enkash_gen::{
    load::{load_text, tree},
    page::{self, Became, HEADER, print},
    report::{Report, Sources, render},
};

/// Imports a page made of these bytes.
///
/// # Panics
/// If there is neither a description nor a reason, if a description does not read back as what it is, if a second
/// import says something else, or if a line is lost.
pub fn imported(bytes: &[u8]) {
    let first = import(bytes);
    assert_eq!(first, import(bytes), "a second import says the same");
}

fn import(bytes: &[u8]) -> (Option<String>, String) {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let Some(opened) = page::open_bytes("page.txt", bytes, &mut sources, &mut report) else {
        assert!(report.has_errors(), "a page that is not read has a reason");
        return (None, render(&report, &sources, false));
    };
    let page = &opened.page;
    assert!(page.coverage.windows(2).all(|lines| lines[0].line <= lines[1].line), "lines keep their order");
    let is_unread = page.coverage.iter().any(|line| line.became == Became::Unknown);
    assert!(!is_unread || !report.is_empty(), "a line that is not understood is named");
    let Some(import) = page::import(std::slice::from_ref(&opened), &mut report) else {
        assert!(report.has_errors(), "a page without an operation has a reason");
        return (None, render(&report, &sources, false));
    };
    let text = print(&import.document).expect("a description is printed");
    assert!(text.starts_with(HEADER));
    assert_eq!(tree(&text).as_ref(), Some(&import.document), "it reads back as what it is");
    let replaced = page::replace(&import.document, import.document.clone());
    assert_eq!(replaced, import.document, "an import over itself changes nothing");
    let (mut others, mut fatal) = (Sources::new(), Report::new());
    assert!(load_text("page.yaml", text.clone(), &mut others, &mut fatal).is_some(), "it is a description");
    (Some(text), render(&report, &sources, false))
}

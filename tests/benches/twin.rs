//! The derived twin of the library's types is current, speaks the same JSON, and allocates as much as the tables or more.
//!
//! `BLESS=1 cargo test -p enkash-tests --test twin` writes the twin, which this test otherwise compares with.

use std::{fs, path::Path};

use enkash_gen::{
    load, pipeline,
    report::{Report, Sources, render},
};
use enkash_tests::twin::Twin;

const COMMAND: &str = "BLESS=1 cargo test -p enkash-tests --test twin";

#[test]
fn twin_is_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
    let document =
        fs::read_to_string(folder.join("library.yaml")).expect("the document is in the repository");
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let document = load::load_text("library.yaml", document, &mut sources, &mut report);
    let analysed = document.map(|document| pipeline::analyse(&document, &mut report));
    let rendered = render(&report, &sources, false);
    let Some((api, names)) = analysed.filter(|_| !report.failed(true)) else { panic!("{rendered}") };
    let printed = Twin::Derived.print(&api, &names);
    let path = folder.join("library_twin.rs");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, printed).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        return;
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    let differing = golden.lines().zip(printed.lines()).position(|(golden, printed)| golden != printed);
    assert!(golden == printed, "the twin is not current, from line {differing:?} on; run `{COMMAND}`");
}

#[cfg(not(blessing))]
mod count;
#[cfg(not(blessing))]
mod page;

/// What needs the goldens, which are not compiled while they are blessed.
#[cfg(not(blessing))]
mod same {
    use enkash_api::runtime::wire::{decode_json, encode_json};
    use enkash_tests::golden::{library, library_twin};

    use super::{count::asked, page};

    #[test]
    fn page_has_the_size_that_is_measured() {
        let bytes = page::book_page().len();
        assert!((28_000..32_000).contains(&bytes), "{bytes} bytes");
    }

    #[test]
    fn tables_and_derives_speak_the_same_json() {
        let page = page::book_page();
        let ours: library::BookPage = decode_json(&page).expect("the page is of our type");
        let theirs: library_twin::BookPage =
            serde_json::from_slice(&page).expect("the page is of the derived type");
        let (ours, theirs) =
            (encode_json(&ours).expect("finite"), serde_json::to_vec(&theirs).expect("finite"));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(text(&ours), text(&page));
        assert_eq!(text(&theirs), text(&page));
    }

    /// The number of allocations does not depend on the machine, and so a test can hold it.
    #[test]
    fn decoding_allocates_no_more_than_the_derives() {
        let page = page::book_page();
        let ours = count(|| decode_json::<library::BookPage>(&page).is_ok());
        let theirs = count(|| serde_json::from_slice::<library_twin::BookPage>(&page).is_ok());
        println!("allocations: tables {ours}, derives {theirs}");
        assert!(ours <= theirs, "tables {ours}, derives {theirs}");
    }

    fn count(work: impl FnOnce() -> bool) -> u64 {
        let before = asked();
        assert!(work());
        asked() - before
    }
}

//! Documents that went wrong are compared with what they were: nothing panics, and nothing differs from itself.

use enkash_gen::{
    diff::{Wire, wire},
    load::{self, Document},
    report::{Report, Sources},
};
use proptest::{collection::vec, prelude::*};

use crate::{
    mutate::{apply, change},
    mutations::{DOCUMENTS, cut, document, runner, text, tree},
    run::within,
};

fn read(text: String) -> Option<Document> {
    load::load_text("changed.json", text, &mut Sources::new(), &mut Report::new())
}

#[test]
fn no_document_differs_from_itself() {
    let golden = [
        "answers", "bank", "doors", "library", "limits", "obstacle", "peers", "shapes", "theatre", "unions",
        "uploads",
    ];
    let golden = golden.iter().map(|name| format!("golden/{name}.yaml"));
    let spec = ["bills", "expense", "rewards"].iter().map(|name| format!("../spec/{name}.yaml"));
    for path in golden.chain(spec).chain(DOCUMENTS.iter().map(|(path, _)| (*path).to_owned())) {
        let [one, other] = [text(&path), text(&path)].map(|text| read(text).expect("it is sound"));
        assert_eq!(wire(&one, &other), Wire::default(), "{path}");
    }
}

#[test]
fn no_change_of_the_tree_panics_a_comparison() {
    within("compared trees", || {
        let trees = DOCUMENTS.map(|(path, _)| tree(path));
        let changes = (document(), vec(change(), 1..6));
        let result = runner().run(&changes, |((at, first), changes)| {
            let mut tree = cut(&trees, at, first);
            let sound = read(tree.to_string()).expect("it is sound");
            for change in &changes {
                apply(&mut tree, change);
            }
            let changed = tree.to_string();
            prop_assume!(changed.len() < 200_000);
            let Some(changed) = read(changed) else { return Ok(()) };
            prop_assert_eq!(wire(&changed, &changed), Wire::default());
            // Both ways the same things differ, so neither is empty alone.
            let (there, back) = (wire(&sound, &changed), wire(&changed, &sound));
            prop_assert_eq!(there.changes.is_empty(), back.changes.is_empty());
            Ok(())
        });
        result.unwrap_or_else(|error| panic!("{error}"));
    });
}

//! Where documents are looked for, and when they are read again.

use std::fs;

use super::*;

fn root() -> Root {
    Root { folder: PathBuf::from("/home/crate"), variable: "CARGO_MANIFEST_DIR" }
}

#[test]
fn path_starts_at_the_folder_and_stays_in_it() {
    assert_eq!(root().locate("spec/a.yaml"), Ok(PathBuf::from("/home/crate/spec/a.yaml")));
    for (written, message) in [
        ("", "`spec` is empty"),
        ("/etc/a.yaml", "`/etc/a.yaml` is an absolute path, which another machine does not have"),
        (
            "spec/../../a.yaml",
            "`spec/../../a.yaml` leads out of the crate, so that a package of it would lack the document",
        ),
    ] {
        let refused = root().locate(written).expect_err(written);
        assert_eq!(refused.lines().next(), Some(message));
        assert!(refused.lines().nth(1).is_some_and(|line| line.starts_with("help: ")), "{refused}");
    }
}

#[test]
fn tracking_names_no_folder_of_this_machine() {
    let tokens = root().tracking(&syn::parse_quote!("spec/a.yaml"));
    let expected = quote! {
        const _: &[u8] =
            ::core::include_bytes!(::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", "spec/a.yaml"));
    };
    assert_eq!(tokens.to_string(), expected.to_string());
}

fn document(version: &str) -> String {
    format!("openapi: 3.0.3\ninfo: {{ title: Zoo, version: {version} }}\npaths: {{}}\n")
}

#[test]
fn document_is_read_once_until_its_text_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("zoo.yaml");
    let read = || read(&path, "zoo.yaml", &Settings::default());
    fs::write(&path, document("1.0.0")).expect("written");
    let first = read().expect("it is right");
    assert!(Arc::ptr_eq(&first, &read().expect("it is known")));
    fs::write(&path, "openapi: 7").expect("written");
    assert!(read().is_err());
    fs::write(&path, document("2.0.0")).expect("written");
    let second = read().expect("it is right again");
    assert_eq!((first.api.version.as_str(), second.api.version.as_str()), ("1.0.0", "2.0.0"));
}

#[test]
fn document_that_is_not_there_is_named_as_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let message = read(&folder.path().join("spec/a.yaml"), "spec/a.yaml", &Settings::default())
        .err()
        .expect("there is none");
    assert!(message.starts_with("cannot read `spec/a.yaml`: "), "{message}");
    assert!(!message.contains(&folder.path().display().to_string()), "{message}");
    assert!(root().explain(&message).ends_with("\nhelp: the path starts at `CARGO_MANIFEST_DIR`"));
}

#[test]
fn mistakes_of_a_document_have_lines_and_the_first_few_are_shown() {
    let text = "openapi: 3.0.3\ninfo: { title: Zoo, version: \"1\" }\npaths:\n  /a: { get: { responses: 1 } }\n  \
                /b: { get: { responses: 2 } }\n  /c: { get: { responses: 3 } }\n  /d: { get: { responses: 4 } }\n";
    let message = Description::of("zoo.yaml", text, &Settings::default()).err().expect("it is wrong");
    let lines: Vec<_> = message.lines().collect();
    assert!(lines[0].starts_with("zoo.yaml:4:27: "), "{message}");
    assert!(lines[2].starts_with("zoo.yaml:6:27: "), "{message}");
    assert_eq!(lines[3], "and 1 more mistake");
}

#[test]
fn bundled_products_are_right_and_a_wrong_name_gets_a_suggestion() {
    for product in ["expense", "rewards"] {
        let description =
            bundled(&Ident::new(product, proc_macro2::Span::call_site())).expect("it is bundled");
        assert!(!description.api.operations.is_empty(), "{product}");
    }
    let error = bundled(&Ident::new("reward", proc_macro2::Span::call_site())).err().expect("there is none");
    assert_eq!(
        error.to_string(),
        "there is no product `reward`\nhelp: did you mean `rewards`? the products are `expense`, `rewards`; a document \
         of your own is named by `spec = \"…\"`"
    );
}

#[test]
fn bundled_descriptions_are_read_without_any_remark() {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let project = open_bundle().expect("the bundled project opens");
    for product in project.products() {
        let document = product.load(&mut sources, &mut report).expect("the document is read");
        pipeline::analyse(&document, &mut report);
    }
    assert!(report.is_empty(), "{}", enkash_gen::report::render(&report, &sources, false));
}

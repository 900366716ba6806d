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
    let files = [(path.clone(), "zoo.yaml".to_owned())];
    let read = || read(&files, &Settings::default());
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
    let files = [(folder.path().join("spec/a.yaml"), "spec/a.yaml".to_owned())];
    let (_, message) = read(&files, &Settings::default()).err().expect("there is none");
    assert!(message.starts_with("cannot read `spec/a.yaml`: "), "{message}");
    assert!(!message.contains(&folder.path().display().to_string()), "{message}");
    assert!(root().explain(&message).ends_with("\nhelp: the path starts at `CARGO_MANIFEST_DIR`"));
}

const OVERLAY: &str = "overlay: 1.0.0\ninfo: { title: T, version: '1' }\nactions:\n- target: $.info\n  description: It is \
                       so.\n  update: { title: Park }\n";

#[test]
fn build_script_and_macro_agree_about_an_overlaid_document() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("written");
    write("enkash-gen.toml", "[product.zoo]\ndocument = \"zoo.yaml\"\noverlays = [\"zoo.overlay.yaml\"]\n");
    write("zoo.yaml", &document("1.0.0"));
    let digest = || {
        let (mut sources, mut report) = (Sources::new(), Report::new());
        let project = Project::open(folder.path(), &mut sources, &mut report).expect("it opens");
        let product = project.product("zoo").expect("it is there");
        read(&files_of(product), &product.settings).map(|description| description.document.digest())
    };
    let (index, message) = digest().expect_err("there is no overlay yet");
    assert_eq!((index, message.starts_with("cannot read `zoo.overlay.yaml`: ")), (1, true), "{message}");
    write("zoo.overlay.yaml", OVERLAY);
    let first = digest().expect("it is right");
    enkash_gen::Builder::new()
        .project(folder.path())
        .out_dir(folder.path().join("out"))
        .generate()
        .expect("it is right");
    let module = fs::read_to_string(folder.path().join("out/zoo/mod.rs")).expect("it was written");
    assert!(module.contains(&format!("pub const DIGEST: &str = \"{first}\";")), "{first}\n{module}");
    // What an overlay says is looked at again, as the document is.
    write("zoo.overlay.yaml", &OVERLAY.replace("Park", "Garden"));
    assert_ne!(digest().expect("it is right"), first);
    write("zoo.overlay.yaml", &OVERLAY.replace("$.info", "$.inof"));
    assert_eq!(
        digest().map_err(|(_, message)| message),
        Err("zoo.overlay.yaml:4:11: `$.inof` matches nothing: the document has changed under this action \
             [overlay-unmatched]\nhelp: `$` is there, but has no `inof`; did you mean `info`?"
            .to_owned())
    );
}

/// Paths with an operation each that cannot be generated, from line 4 on.
fn broken(paths: &[&str]) -> String {
    let operation =
        "{ get: { parameters: [{ name: day, in: quarry }], responses: { \"204\": { description: ok } } } }";
    let mut text = "openapi: 3.0.3\ninfo: { title: Zoo, version: \"1\" }\npaths:\n".to_owned();
    for path in paths {
        text.push_str(&format!("  {path}: {operation}\n"));
    }
    text
}

#[test]
fn mistakes_of_a_document_have_lines_and_the_first_few_are_shown() {
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let document = load::load_text("zoo.yaml", broken(&["/a", "/b", "/c", "/d"]), &mut sources, &mut report)
        .expect("it is YAML");
    pipeline::analyse(&document, &mut report);
    let message = mistakes(&report, &sources);
    let lines: Vec<_> = message.lines().collect();
    assert!(lines[0].starts_with("zoo.yaml:4:46: "), "{message}");
    assert!(lines[2].starts_with("zoo.yaml:6:46: "), "{message}");
    assert_eq!(lines[3], "and 1 more mistake");
}

#[test]
fn mistake_in_a_document_costs_what_needs_it_and_only_an_unreadable_document_is_refused() {
    let mut text = broken(&["/a"]);
    text.push_str("  /b: { get: { operationId: b, responses: { \"204\": { description: ok } } } }\n");
    let description = Description::of("zoo.yaml", &text, &[], &Settings::default()).expect("it can be read");
    let ids: Vec<_> = description.api.operations.iter().map(|operation| operation.id.as_deref()).collect();
    assert_eq!(ids, [Some("b")]);
    let lost: Vec<_> = description.api.skipped.iter().map(|skipped| skipped.path.as_str()).collect();
    assert_eq!(lost, ["/a"]);
    let reason = description.reason(&description.api.skipped[0]);
    assert!(reason.starts_with("zoo.yaml:4:46: "), "{reason}");

    let message = Description::of("zoo.yaml", "openapi: 7\npaths: {}\n", &[], &Settings::default()).err();
    assert_eq!(
        message.as_deref().and_then(|text| text.lines().next()),
        Some("zoo.yaml:1:10: OpenAPI 7 is not read [unsupported-version]")
    );
}

#[test]
fn bundled_products_are_right_and_a_wrong_name_gets_a_suggestion() {
    for product in ["bills", "expense", "rewards"] {
        let description =
            bundled(&Ident::new(product, proc_macro2::Span::call_site())).expect("it is bundled");
        assert!(!description.api.operations.is_empty(), "{product}");
    }
    let error = bundled(&Ident::new("reward", proc_macro2::Span::call_site())).err().expect("there is none");
    assert_eq!(
        error.to_string(),
        "there is no product `reward`\nhelp: did you mean `rewards`? the products are `bills`, `expense`, `rewards`; a document \
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

//! Project files, good and bad, and what else a path may be.

use std::fs;

use super::*;
use crate::report::render;

struct Opened {
    project: Option<Project>,
    rendered: String,
}

/// Opens `open` in a folder with these files; the folder's own path is cut out of what is said.
fn opened(files: &[(&str, &str)], open: &str) -> Opened {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let project = Project::open(&folder.path().join(open), &mut sources, &mut report);
    let prefix = format!("{}/", folder.path().display());
    let relative = |paths: &[PathBuf]| {
        paths.iter().map(|path| path.strip_prefix(folder.path()).unwrap().to_owned()).collect()
    };
    let project = project.map(|project| Project {
        file: project.file.map(|file| file.strip_prefix(folder.path()).unwrap().to_owned()),
        products: project
            .products
            .into_iter()
            .map(|product| Product {
                name: product.name,
                document: product.document.strip_prefix(folder.path()).unwrap().to_owned(),
                overlays: relative(&product.overlays),
                pages: relative(&product.pages),
                settings: product.settings.clone(),
            })
            .collect(),
    });
    Opened { project, rendered: render(&report, &sources, false).replace(&prefix, "") }
}

fn product(name: &str, document: &str) -> Product {
    Product {
        name: name.to_owned(),
        document: document.into(),
        overlays: Vec::new(),
        pages: Vec::new(),
        settings: Settings::default(),
    }
}

const GOOD: &str = "# two APIs\n[product.zoo]\ndocument = \"zoo.yaml\"\n\n[product.library]\ndocument = \"more/library.yaml\"\n";

#[test]
fn a_folder_and_its_file_are_the_same_project_in_the_order_of_the_file() {
    let expected = Project {
        file: Some("spec/enkash-gen.toml".into()),
        products: vec![product("zoo", "spec/zoo.yaml"), product("library", "spec/more/library.yaml")],
    };
    for open in ["spec", "spec/enkash-gen.toml"] {
        let opened = opened(&[("spec/enkash-gen.toml", GOOD)], open);
        assert_eq!(opened.project.as_ref(), Some(&expected), "{}", opened.rendered);
    }
}

#[test]
fn overlays_are_named_relative_to_the_file() {
    let text = format!("{GOOD}overlays = [\"one.overlay.yaml\", \"more/two.overlay.yaml\"]\n");
    let opened = opened(&[("spec/enkash-gen.toml", &text)], "spec");
    let project = opened.project.unwrap_or_else(|| panic!("{}", opened.rendered));
    assert!(project.products[0].overlays.is_empty());
    let expected = ["spec/one.overlay.yaml", "spec/more/two.overlay.yaml"].map(std::path::PathBuf::from);
    assert_eq!(project.products[1].overlays, expected);
}

#[test]
fn pages_are_named_relative_to_the_file_and_each_once() {
    let with = |pages: &str| opened(&[("spec/enkash-gen.toml", &format!("{GOOD}{pages}\n"))], "spec");
    let good = with("pages = [\"pages/a.txt\", \"pages/b.txt\"]");
    let project = good.project.unwrap_or_else(|| panic!("{}", good.rendered));
    assert!(project.products[0].pages.is_empty());
    assert_eq!(project.products[1].pages, ["spec/pages/a.txt", "spec/pages/b.txt"].map(PathBuf::from));
    for (pages, title) in [
        ("pages = [\"a.txt\", \"a.txt\"]", "error[config]: `pages` names `a.txt` twice"),
        ("pages = [\"\"]", "error[config]: a path of `pages` is empty"),
        ("pages = \"a.txt\"", "error[config]: this must be a list of texts, found string"),
        ("pages = [1]", "error[config]: this must be a text, found integer"),
    ] {
        let bad = with(pages);
        assert_eq!((bad.project, bad.rendered.lines().next()), (None, Some(title)));
    }
    assert!(with("page = [\"a.txt\"]").rendered.contains("did you mean `pages`?"));
}

#[test]
fn a_bare_document_is_a_project_of_one_product() {
    let opened = opened(&[("Pet Store.yaml", "openapi: 3.0.3")], "Pet Store.yaml");
    let expected = Project { file: None, products: vec![product("pet_store", "Pet Store.yaml")] };
    assert_eq!(opened.project, Some(expected));
}

#[test]
fn a_product_of_a_bare_document_has_the_name_of_an_identifier() {
    for (path, name) in [
        ("openapi.yaml", "openapi"),
        ("a/b/petStore.v2.json", "pet_store_v2"),
        ("2fast.yaml", "api_2fast"),
        ("type.yaml", "type_"),
        ("self.yaml", "self_"),
        ("---.yaml", "api"),
        ("_.yaml", "api"),
        ("", "api"),
    ] {
        assert_eq!(Product::from_document(path).name, name, "{path}");
    }
}

#[test]
fn every_fault_of_a_project_file_is_found_with_its_place() {
    let text = "\
[products]
[product.library]
documnet = \"library.yaml\"
[product.type]
document = 7
[product]
loose = 1
empty = { document = \"\" }
bare = {}
";
    let opened = opened(&[("spec/enkash-gen.toml", text)], "spec");
    assert_eq!(opened.project, None);
    let expected = "\
error[config]: `products` is no key of a project
 --> spec/enkash-gen.toml:1:2
  |
1 | [products]
  |  ^^^^^^^^
  |
  = help: did you mean `product`?

error[config]: `documnet` is no key of a product
";
    assert!(opened.rendered.starts_with(expected), "{}", opened.rendered);
    let titles: Vec<&str> = opened.rendered.lines().filter(|line| line.starts_with("error")).collect();
    assert_eq!(
        titles,
        [
            "error[config]: `products` is no key of a project",
            "error[config]: `documnet` is no key of a product",
            "error[config]: the product name `type` is no Rust identifier",
            "error[config]: `document` must be the path of a file, found integer",
            "error[config]: `product.loose` must be a table, found integer",
            "error[config]: `document` is empty",
            "error[config]: the product `bare` has no `document`",
        ]
    );
}

#[test]
fn what_is_no_toml_and_what_is_empty_say_so() {
    for (text, title) in [
        ("[product", "error[config]: unclosed table, expected `]`"),
        ("", "error[config]: the project has no products"),
        ("product = 1", "error[config]: `product` must be a table, found integer"),
    ] {
        let opened = opened(&[("spec/enkash-gen.toml", text)], "spec");
        assert_eq!(opened.project, None);
        assert_eq!(opened.rendered.lines().next(), Some(title), "{}", opened.rendered);
    }
}

#[test]
fn a_link_that_became_a_text_file_is_named() {
    let broken = "error[broken-link]: `crate/spec` should be a symbolic link to `../spec`, but is a text file that \
                  holds that path";
    for (files, open) in [
        (&[("spec/enkash-gen.toml", GOOD), ("crate/spec", "../spec")][..], "crate/spec"),
        (&[("crate/spec", "../spec\n")], "crate/spec/enkash-gen.toml"),
        (&[("crate/spec", "../spec")], "crate/spec/library.yaml"),
    ] {
        let opened = opened(files, open);
        assert_eq!(opened.project, None);
        assert_eq!(opened.rendered.lines().next(), Some(broken), "{}", opened.rendered);
    }
}

#[test]
fn a_folder_without_a_project_and_a_path_to_nothing_say_so() {
    let first = |opened: Opened| opened.rendered.lines().next().unwrap().to_owned();
    assert_eq!(first(opened(&[("spec/x", "")], "spec")), "error[io]: `spec` has no `enkash-gen.toml`");
    assert_eq!(first(opened(&[], "spec")), "error[io]: there is no file or folder `spec`");
}

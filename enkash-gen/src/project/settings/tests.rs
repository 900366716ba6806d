//! What a user decides in the project file, and what becomes of it.

use std::fs;

use crate::{
    pipeline::{self, Generated, Options},
    project::Project,
    report::{Report, Sources, render_line},
};

const DOCUMENT: &str = "\
openapi: 3.0.3
info: {title: Library, version: '1'}
paths:
  /books:
    get:
      tags: [books]
      responses:
        '200':
          description: found
          content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}
  /loans:
    get:
      operationId: listLoans
      tags: [loans]
      responses:
        '200':
          description: found
          content: {application/json: {schema: {$ref: '#/components/schemas/Loan'}}}
components:
  schemas:
    Book:
      type: object
      properties:
        type: {type: string}
        price: {$ref: '#/components/schemas/Money'}
    Money: {type: object, properties: {amount: {type: number}, currency: {$ref: '#/components/schemas/Currency'}}}
    Currency: {type: string, enum: [EUR, INR]}
    Loan: {type: object, properties: {days: {type: integer}, fine: {type: number}, pin: {type: string, format: password}}}
";

/// What the settings of a product come to; and what was said, a line each.
fn generated(settings: &str) -> (Option<Generated>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("enkash-gen.toml");
    fs::write(&file, format!("[product.library]\ndocument = \"library.yaml\"\n{settings}")).unwrap();
    fs::write(folder.path().join("library.yaml"), DOCUMENT).unwrap();
    let (mut sources, mut report) = (Sources::new(), Report::new());
    let generated = Project::open(folder.path(), &mut sources, &mut report).and_then(|project| {
        let product = &project.products()[0];
        let document = product.load(&mut sources, &mut report)?;
        let options = Options { settings: product.settings.clone(), endpoint: None, ..Options::default() };
        pipeline::generate(&document, &options, &mut report)
    });
    let prefix = format!("{}/", folder.path().display());
    let said = report.iter().map(|found| render_line(found, &sources).replace(&prefix, "")).collect();
    (generated, said)
}

/// The lines of the listing of everything that was generated.
fn listing(settings: &str) -> Vec<String> {
    let (generated, said) = generated(settings);
    assert_eq!(said, Vec::<String>::new());
    generated.unwrap().files.listing().unwrap().lines().map(str::to_owned).collect()
}

fn types(settings: &str) -> Vec<String> {
    let (generated, said) = generated(settings);
    assert_eq!(said, Vec::<String>::new());
    let file = syn::parse_file(generated.unwrap().files.get("types.rs").unwrap()).unwrap();
    let name = |item| match item {
        syn::Item::Struct(item) => Some(item.ident.to_string()),
        syn::Item::Enum(item) => Some(item.ident.to_string()),
        syn::Item::Type(item) => Some(format!("{} = …", item.ident)),
        _ => None,
    };
    file.items.into_iter().filter_map(name).collect()
}

#[test]
fn types_operations_and_members_get_the_names_that_were_chosen() {
    let settings = "[product.library.rename]\ntypes = {Book = \"Volume\"}\n\
        operations = {\"GET /books\" = \"search\"}\nproperties = {\"Book.type\" = \"kind\"}\n";
    let lines = listing(settings);
    for part in ["types::Volume", "search(", "types::Volume.kind"] {
        assert!(lines.iter().any(|line| line.contains(part)), "no `{part}` in {lines:#?}");
    }
    assert!(types(settings).contains(&"Volume".to_owned()));
}

#[test]
fn what_a_replaced_type_needed_is_gone() {
    assert_eq!(types(""), ["Book", "Money", "Currency", "Loan"]);
    assert_eq!(types("replace = {Money = \"crate::Money\"}\n"), ["Book", "Money = …", "Loan"]);
}

#[test]
fn selected_operations_bring_their_types_and_no_others() {
    assert_eq!(types("only = [\"tag:loans\"]\n"), ["Loan"]);
    assert_eq!(types("only = [\"path:/b*\"]\n"), ["Book", "Money", "Currency"]);
    assert_eq!(types("only = [\"op:listLoans\", \"tag:books\"]\n").len(), 4);
}

#[test]
fn a_derive_for_all_goes_to_each_type_that_can_have_it() {
    let (generated, _) = generated("derives = [\"PartialEq\", \"Eq\"]\n");
    let file = syn::parse_file(generated.unwrap().files.get("types.rs").unwrap()).unwrap();
    let derived: Vec<(String, usize)> = file
        .items
        .iter()
        .filter_map(|item| match item {
            syn::Item::Struct(item) => Some((item.ident.to_string(), &item.attrs)),
            syn::Item::Enum(item) => Some((item.ident.to_string(), &item.attrs)),
            _ => None,
        })
        .map(|(name, attributes)| {
            let mut count = 0;
            for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
                attribute
                    .parse_nested_meta(|derive| {
                        count += usize::from(derive.path.is_ident("PartialEq") || derive.path.is_ident("Eq"));
                        Ok(())
                    })
                    .unwrap();
            }
            (name, count)
        })
        .collect();
    // Money holds a number, which has no equality that is an equivalence; Loan holds a secret.
    let expected = [("Book", 1), ("Money", 1), ("Currency", 2), ("Loan", 0)];
    assert_eq!(derived, expected.map(|(name, count)| (name.to_owned(), count)));
}

#[test]
fn wrong_options_are_named_at_their_place() {
    for (settings, expected) in [
        ("renam = {}\n", "enkash-gen.toml:3:1: `renam` is no key of a product [config]"),
        ("rename = {type = {}}\n", "enkash-gen.toml:3:11: `type` is no key of `rename` [config]"),
        ("only = [\"books\"]\n", "enkash-gen.toml:3:8: `books` selects no operations [config]"),
        (
            "replace = {Money = \"no path\"}\n",
            "enkash-gen.toml:3:20: the type in place of `Money` is no path of Rust [config]",
        ),
        (
            "checks = \"yes\"\n",
            "enkash-gen.toml:3:10: `checks` must be `true` or `false`, found string [config]",
        ),
        (
            "layout = \"tag\"\n",
            "enkash-gen.toml:3:10: `layout` must be `\"flat\"` or `\"tags\"`, found string [config]",
        ),
        ("derives = \"Eq\"\n", "enkash-gen.toml:3:11: this must be a list of texts, found string [config]"),
    ] {
        let (generated, said) = generated(settings);
        assert!(generated.is_none(), "{settings}");
        assert_eq!(said, [expected], "{settings}");
    }
}

#[test]
fn an_option_about_nothing_is_a_warning_and_a_selection_of_nothing_an_error() {
    let (generated_all, said) = generated("[product.library.rename]\ntypes = {Bok = \"Volume\"}\n");
    assert!(generated_all.is_some());
    assert_eq!(said, ["an option is about the schema `Bok`, which is not generated [config]"]);
    let (_, said) = generated("only = [\"tag:looans\"]\n");
    assert_eq!(said, ["`tag:looans` matches no operation [config]"]);
}

#[test]
fn requests_are_checked_only_where_that_is_decided() {
    let ops = |settings: &str| {
        let (generated, said) = generated(settings);
        assert_eq!(said, Vec::<String>::new());
        generated.unwrap().files.get("ops.rs").unwrap().matches("checks: true").count()
    };
    assert_eq!((ops("checks = true\n"), ops("checks = false\n"), ops("")), (2, 0, 0));
}

#[test]
fn a_layout_by_tags_has_the_same_items_in_more_files() {
    let (flat, tags) = (generated("").0.unwrap(), generated("layout = \"tags\"\n").0.unwrap());
    let paths: Vec<&str> =
        tags.files.iter().map(|(path, _)| path).filter(|path| path.contains('/')).collect();
    assert_eq!(
        paths,
        [
            "client/books.rs",
            "client/loans.rs",
            "ops/books.rs",
            "ops/loans.rs",
            "types/books.rs",
            "types/loans.rs"
        ]
    );
    let items = |generated: &Generated| {
        let listing = generated.files.listing().unwrap();
        let plain = listing.lines().map(|line| line.replace("::books", "").replace("::loans", ""));
        let mut lines: Vec<_> = plain.filter(|line| !line.starts_with("use self::*")).collect();
        lines.sort();
        lines
    };
    assert_eq!(items(&flat), items(&tags));
}

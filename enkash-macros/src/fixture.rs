//! What the tests check structs against: a document that has a bit of everything.

use std::{env, fs, path::Path};

use proc_macro2::TokenStream;
use quote::quote;
use syn::{ItemStruct, parse_quote};

use crate::{args::Args, derive, errors::Errors, item::Item, source::Description};

pub(crate) const LIBRARY: &str = r##"
openapi: 3.0.3
info: { title: Library, version: 1.4.0 }
paths:
  /branches/{branchId}/loans:
    get:
      operationId: listLoans
      parameters:
        - { name: branchId, in: path, required: true, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer, format: int32 } }
        - { name: tag, in: query, explode: false, schema: { type: array, items: { type: string } } }
        - { name: id, in: query, schema: { type: string } }
        - { name: id, in: header, schema: { type: string } }
      responses: { "200": { description: ok, content: { application/json: { schema: { type: object } } } } }
    post:
      operationId: createLoan
      parameters:
        - { name: branchId, in: path, required: true, schema: { type: string } }
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              type: object
              required: [reader, pin, media, note]
              properties:
                reader: { type: string, x-sensitive: true }
                pin: { type: string, format: password }
                media: { type: string, enum: [book] }
                note: { type: string, nullable: true }
                memo: { type: string, nullable: true }
                days: { type: integer }
                kind: { $ref: "#/components/schemas/Kind" }
      responses: { "204": { description: done } }
  /books:
    post:
      operationId: addBooks
      deprecated: true
      requestBody:
        content: { application/json: { schema: { type: array, items: { type: string, nullable: true } } } }
      responses: { "204": { description: done } }
  /notes:
    put:
      operationId: takeNote
      requestBody:
        content:
          application/json:
            schema: { type: object, required: [text], properties: { text: { type: string }, fooBar: { type: string }, foo-bar: { type: string } } }
      responses: { "204": { description: done } }
  /ping:
    get: { operationId: ping, responses: { "204": { description: done } } }
  /covers:
    put:
      operationId: uploadCover
      requestBody: { $ref: "https://example.com/cover.yaml" }
      responses: { "204": { description: done } }
    post:
      operationId: setCover
      requestBody: { content: { image/png: { schema: { type: string, format: binary } } } }
      responses: { "204": { description: done } }
components:
  schemas:
    Kind: { type: string, enum: [short, long] }
"##;

/// The document, worked out.
pub(crate) fn library() -> Description {
    Description::of("library.yaml", LIBRARY, &[], &enkash_gen::pipeline::Settings::default())
        .expect("the document is right")
}

/// A mistake: its text, and the text of the user that it points at.
pub(crate) type Mistake = (String, String);

/// The mistakes in their order.
pub(crate) fn mistakes(errors: &Errors) -> Vec<Mistake> {
    errors.iter().map(|error| (error.to_string(), error.span().source_text().unwrap_or_default())).collect()
}

/// Binds a struct, the source of which starts with `#[enkash(library, …)]`, to the document.
pub(crate) fn bind(source: &str) -> (Option<TokenStream>, Vec<Mistake>) {
    bind_to(&library(), source)
}

/// The same for another description.
pub(crate) fn bind_to(description: &Description, source: &str) -> (Option<TokenStream>, Vec<Mistake>) {
    let item: ItemStruct = syn::parse_str(source).expect("the struct parses");
    let mut errors = Errors::default();
    let item = Item::read(&item, &mut errors);
    let args = Args::parse(item.args.clone(), &mut errors);
    let module = parse_quote!(library);
    let wanted = args.operations.first().expect("an operation is named");
    let code = derive::try_expand(&item, &args, description, &module, wanted, &mut None, &mut errors);
    (code, mistakes(&errors))
}

/// Asserts that a struct has exactly these mistakes.
#[track_caller]
pub(crate) fn assert_mistakes(source: &str, expected: &[(&str, &str)]) {
    let (_, found) = bind(source);
    let found: Vec<_> = found.iter().map(|(message, at)| (message.as_str(), at.as_str())).collect();
    assert_eq!(found, expected, "{source}");
}

/// Compares formatted tokens with a file below `tests/expansions`; with `BLESS=1` the file is written.
#[track_caller]
pub(crate) fn assert_expansion(name: &str, tokens: &TokenStream) {
    let file = syn::parse2(quote!(#tokens)).expect("the expansion is made of items");
    let text = prettyplease::unparse(&file);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expansions").join(name);
    if env::var_os("BLESS").is_some() {
        fs::write(&path, &text).expect("the file can be written");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        text == expected,
        "`tests/expansions/{name}` differs; bless it with `BLESS=1 cargo test -p enkash-macros`:\n{text}"
    );
}

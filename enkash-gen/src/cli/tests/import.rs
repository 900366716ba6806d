//! `import`: pages in, a description out.

use super::*;

const ORDER: &str = "Create Order\nPOST\n/v0/orders\nRequest\nBody Params application/json\nid\nstring\nrequired\n\
    secret\nstring\noptional\nExample:\nhunter2!Q\nResponses\n🟢200OK\n";
const REFUND: &str = "Refund\nPOST\n/v0/refund\nRequest\nBody Params application/json\nid\nstring\nrequired\n\
    Responses\n🟢200OK\n";
const GUIDE: &str = "About orders\nThey are made by people.\n";

fn pages() -> Folder {
    Folder::with(&[("order.txt", ORDER), ("refund.txt", REFUND), ("guide.txt", GUIDE)])
}

#[test]
fn a_description_is_printed_or_written_and_the_second_time_left_alone() {
    let folder = pages();
    let printed = folder.run("gen import @order.txt");
    assert_eq!((printed.exit, printed.err.as_str()), (Exit::Fine, ""));
    assert!(printed.out.starts_with(crate::page::HEADER), "{}", printed.out);
    let written = folder.run("gen import @order.txt --out @spec/api.yaml");
    assert_eq!((written.exit, written.out.as_str()), (Exit::Fine, "created   spec/api.yaml\n"));
    let path = folder.0.path().join("spec/api.yaml");
    assert_eq!(fs::read_to_string(&path).unwrap(), printed.out);
    let again = folder.run("gen import @order.txt --out @spec/api.yaml");
    assert_eq!((again.exit, again.out.as_str()), (Exit::Fine, "everything is up to date\n"));
    assert_eq!(folder.run("gen check @spec/api.yaml --strict").exit, Exit::Fine);
    assert!(!printed.out.contains("hunter2"));
}

#[test]
fn other_operations_of_an_imported_description_stay() {
    let folder = pages();
    folder.run("gen import @order.txt --out @api.yaml");
    let ran = folder.run("gen import @refund.txt --out @api.yaml");
    assert_eq!((ran.exit, ran.out.as_str()), (Exit::Fine, "changed   api.yaml\n"));
    let listed = folder.run("gen list @api.yaml");
    assert!(listed.out.contains("createOrders") && listed.out.contains("createRefund"), "{}", listed.out);
    let before = fs::read(folder.0.path().join("api.yaml")).unwrap();
    let again = folder.run("gen import @refund.txt --out @api.yaml");
    assert_eq!(again.out, "everything is up to date\n");
    folder.run("gen import @order.txt --out @api.yaml");
    folder.run("gen import @refund.txt --out @api.yaml");
    assert_eq!(fs::read(folder.0.path().join("api.yaml")).unwrap(), before);
}

#[test]
fn a_page_that_cannot_be_read_keeps_everything_from_being_written() {
    let folder = pages();
    for (line, exit, code) in [
        ("gen import @guide.txt --out @api.yaml", Exit::Document, "error[not-a-page]"),
        ("gen import @order.txt @guide.txt --out @api.yaml", Exit::Document, "error[not-a-page]"),
        ("gen import @order.txt @none.txt --out @api.yaml", Exit::Io, "error[io]"),
        ("gen import", Exit::Usage, "error: "),
    ] {
        let ran = folder.run(line);
        assert_eq!((ran.exit, ran.out.as_str()), (exit, ""), "{line}: {}", ran.err);
        assert!(ran.err.starts_with(code), "{line}: {}", ran.err);
        assert!(!folder.0.path().join("api.yaml").exists(), "{line}");
    }
}

#[test]
fn a_description_that_was_not_imported_is_never_replaced() {
    let folder = pages();
    let path = folder.0.path().join("api.yaml");
    fs::write(&path, GOOD).unwrap();
    let ran = folder.run("gen import @order.txt --out @api.yaml");
    assert_eq!(ran.exit, Exit::Io);
    assert!(ran.err.starts_with("error[foreign-file]: "), "{}", ran.err);
    assert_eq!(fs::read_to_string(&path).unwrap(), GOOD);
}

#[test]
fn coverage_names_what_each_line_became() {
    let expected = "\
refund.txt: full
    1  fact         Refund
    2  fact         POST
    3  fact         /v0/refund
    4  label        Request
    5  label        Body Params application/json
    6  fact         id
    7  fact         string
    8  fact         required
    9  label        Responses
   10  fact         🟢200OK
refund.txt: 0 navigation, 3 label, 7 fact, 0 sample, 0 description, 0 unknown
";
    assert_eq!(pages().run("gen import @refund.txt --coverage").out, expected);
}

#[test]
fn a_line_that_is_not_understood_is_shown_with_its_text() {
    let page = REFUND.replace("Request\n", "Request\nSomething else\n");
    let ran = Folder::with(&[("a.txt", &page)]).run("gen import @a.txt --coverage");
    assert_eq!(ran.exit, Exit::Fine);
    assert!(
        ran.err
            .starts_with("warning[page-line]: this line is nothing that a page has here\n --> a.txt:5:1\n"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("Something else"), "{}", ran.err);
    assert!(ran.out.ends_with("1 unknown\n"), "{}", ran.out);
}

#[test]
fn a_program_gets_document_and_coverage() {
    let ran = pages().run("gen import @order.txt @refund.txt --coverage --format json");
    let result: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(result["document"]["paths"]["/v0/refund"]["post"]["operationId"], "createRefund");
    assert_eq!(result["coverage"][1]["rendering"], "full");
    assert_eq!(
        result["coverage"][0]["lines"][1],
        serde_json::json!({ "line": 2, "became": "fact", "text": "POST" })
    );
}

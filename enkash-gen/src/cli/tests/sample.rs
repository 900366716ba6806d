//! `sample`, as a user types it.

use super::*;

const LOANS: &str = "openapi: 3.0.3\ninfo: {title: Loans, version: '1'}\nservers: [{url: 'https://loans.example/v1', x-name: live}]\n\
    security: [{card: []}]\npaths:\n  /loans/{id}:\n    post:\n      operationId: renewLoan\n      parameters:\n      \
    - {name: id, in: path, required: true, schema: {type: string}, example: it's}\n      requestBody:\n        \
    required: true\n        content: {application/json: {schema: {type: object, required: [days], properties: {days: \
    {type: integer}}}}}\n      responses: {'204': {description: Renewed.}}\ncomponents: {securitySchemes: {card: {type: \
    http, scheme: basic}}}\n";

#[test]
fn a_sample_is_a_command_and_a_program() {
    let folder = Folder::with(&[("loans.yaml", LOANS)]);
    let command = "\
curl --request POST 'https://loans.example/v1/loans/it%27s' \\
  --user 'user:password' \\
  --header 'Accept: */*' \\
  --header 'Content-Type: application/json' \\
  --data-raw '{\"days\":1}'
";
    let program = "\
// Needs tokio with its features `macros` and `rt-multi-thread`.
use loans::{Client, Environment, RenewLoanRequest};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder(Environment::Live)
        .card(\"user\", \"password\")
        .build()?;
    let body = RenewLoanRequest::new(1);
    client.renew_loan(\"it's\", &body).await?;
    Ok(())
}
";
    for (line, expected) in [
        ("gen sample renewLoan @loans.yaml --curl", command.to_owned()),
        ("gen sample renewLoan @loans.yaml --rust", program.to_owned()),
        ("gen sample renewLoan @loans.yaml", format!("{command}\n{program}")),
    ] {
        let ran = folder.run(line);
        assert_eq!((ran.exit, ran.err.as_str(), ran.out), (Exit::Fine, "", expected), "{line}");
    }
}

#[test]
fn an_operation_is_named_by_its_id_or_its_route_and_otherwise_suggested() {
    let folder = Folder::with(&[
        (
            "spec/enkash-gen.toml",
            "[product.one]\ndocument = \"loans.yaml\"\n[product.two]\ndocument = \"loans.yaml\"\n",
        ),
        ("spec/loans.yaml", LOANS),
    ]);
    let run = |operation: &str, rest: &[&str]| {
        let spec = folder.0.path().join("spec").display().to_string();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = run(["gen", "sample", operation, &spec].iter().chain(rest), &mut out, &mut err);
        (exit, String::from_utf8(err).unwrap())
    };
    assert_eq!(run("POST /loans/{id}", &["--product", "two"]), (Exit::Fine, String::new()));
    for (operation, rest, said) in [
        ("renewLoan", &[][..], "`renewLoan` is an operation of `one` and `two`; say which by `--product`"),
        ("renewLaon", &["--product", "one"], "there is no operation `renewLaon`; did you mean `renewLoan`?"),
        ("PUT /loans/{id}", &[], "there is no operation `PUT /loans/{id}`; did you mean `POST /loans/{id}`?"),
        ("pay", &[], "there is no operation `pay`; `enkash-gen list` shows the operations"),
    ] {
        assert_eq!(run(operation, rest), (Exit::Usage, format!("error: {said}\n")), "{operation}");
    }
}

//! A call as a whole program.

use std::fmt::Write as _;

use super::{credential::Credential, server::Chosen};
use crate::{
    ir::{Operation, Outcome},
    render::{Input, example::Example},
};

/// Expands to a program with a `main` that makes the call and prints its answer.
pub(super) fn program(
    input: Input<'_>,
    operation: &Operation,
    example: &Example,
    server: &Chosen,
    credentials: &[Credential],
) -> String {
    let module = input.module.unwrap_or("api");
    let environment = server.base.starts_with("Environment::");
    let has_url = server.base.contains("BaseUrl") || server.setter.is_some();
    let names = std::iter::once("Client").chain(environment.then_some("Environment"));
    let mut names: Vec<&str> = names.chain(example.uses.iter().map(String::as_str)).collect();
    names.sort_unstable();
    let list =
        if let [one] = names.as_slice() { (*one).to_owned() } else { format!("{{{}}}", names.join(", ")) };
    let runtime = path(input.runtime);
    let mut out = String::from("// Needs tokio with its features `macros` and `rt-multi-thread`.\n");
    _ = writeln!(out, "use {module}::{list};");
    if has_url {
        _ = writeln!(out, "use {runtime}::BaseUrl;");
    }
    out.push_str("\n#[tokio::main]\nasync fn main() -> Result<(), Box<dyn std::error::Error>> {\n");
    _ = write!(out, "    let client = Client::builder({})", server.base);
    for setter in credentials.iter().map(|credential| &credential.setter).chain(&server.setter) {
        _ = write!(out, "\n        {setter}");
    }
    let indent = if credentials.is_empty() && server.setter.is_none() { "" } else { "\n        " };
    _ = writeln!(out, "{indent}.build()?;");
    for line in example.statements.lines() {
        _ = writeln!(out, "    {line}");
    }
    if matches!(operation.success, Outcome::Value(_) | Outcome::Cases(_)) {
        out.push_str("    println!(\"{answer:?}\");\n");
    }
    out.push_str("    Ok(())\n}\n");
    out
}

/// A path as it is written in Rust.
fn path(path: &syn::Path) -> String {
    let segments: Vec<_> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let lead = if path.leading_colon.is_some() { "::" } else { "" };
    format!("{lead}{}", segments.join("::"))
}

//! `list`: a table of the operations.

use std::io::{self, Write};

use clap::ArgMatches;

use super::{
    Exit,
    session::{Session, Stop},
};
use crate::pipeline::{OperationStatus, Options};

type Row = [String; 6];

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Exit, Stop> {
    let mut rows = Vec::new();
    for product in session.products(matches, &[])? {
        let Some(generated) = session.generate(&product, &Options::default()) else { continue };
        if !session.is_for_people() {
            session.summarize(&product, generated)?;
            continue;
        }
        rows.extend(generated.operations.into_iter().map(|operation| {
            let state = match operation.status {
                OperationStatus::Generated => "generated".to_owned(),
                OperationStatus::Skipped(code) => format!("skipped: {code}"),
            };
            [
                product.name.clone(),
                operation.method,
                operation.path,
                operation.id.unwrap_or_default(),
                operation.function,
                state,
            ]
            .map(|cell| {
                if cell.is_empty() { "-".to_owned() } else { cell.replace(char::is_control, "\u{fffd}") }
            })
        }));
    }
    if session.is_for_people() {
        table(&rows, session.out)?;
    }
    Ok(session.exit(false))
}

/// Columns as wide as their widest cell; no trailing spaces.
fn table(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    let head = ["PRODUCT", "METHOD", "PATH", "OPERATION", "RUST", "STATE"].map(str::to_owned);
    let all = || std::iter::once(&head).chain(rows);
    let mut widths = [0; 6];
    for row in all() {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    for row in all() {
        let cells: Vec<String> =
            row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        writeln!(out, "{}", cells.join("  ").trim_end())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let row = |cells: [&str; 6]| cells.map(str::to_owned);
        let rows = [
            row(["library", "GET", "/books/{id}", "getBook", "get_book", "generated"]),
            row(["library", "DELETE", "/büro", "-", "delete_buero", "skipped: external-ref"]),
        ];
        let mut out = Vec::new();
        table(&rows, &mut out).unwrap();
        let expected = "\
PRODUCT  METHOD  PATH         OPERATION  RUST          STATE
library  GET     /books/{id}  getBook    get_book      generated
library  DELETE  /büro        -          delete_buero  skipped: external-ref
";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}

//! The table, and what it comes to.

use std::collections::BTreeMap;

use crate::row::{Generated, Row};

/// No document may have a smaller share of its operations.
const LEAST: f64 = 0.9;

/// Prints a line per document, then the totals.
pub(crate) fn print(rows: &[Row], others: &[String]) {
    println!(
        "| document | kB | operations | generated | skipped | types | lines | gen s | gen MB | check s | check MB | warnings | result |"
    );
    println!("|---|---:|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---|");
    for row in rows {
        let Generated { declared, operations, types, lines, .. } = row.generated;
        let (seconds, megabytes, warnings) = match &row.check {
            Some(check) => (
                format!("{:.1}", check.cost.seconds),
                check.cost.megabytes.to_string(),
                check.warnings.to_string(),
            ),
            None => Default::default(),
        };
        println!(
            "| {} | {} | {declared} | {operations} | {} | {types} | {lines} | {:.2} | {} | {seconds} | {megabytes} | {warnings} | {} |",
            row.document,
            row.bytes / 1000,
            skipped(&row.generated),
            row.cost.seconds,
            row.cost.megabytes,
            row.result(),
        );
    }
    println!();
    failures(rows);
    totals(rows, others);
}

/// `unsupported-schema 3, external-ref 1`
fn skipped(generated: &Generated) -> String {
    let lost = generated.lost();
    let lost = (lost > 0).then(|| format!("not named {lost}"));
    generated
        .skipped
        .iter()
        .map(|(code, count)| format!("{code} {count}"))
        .chain(lost)
        .collect::<Vec<_>>()
        .join(", ")
}

fn failures(rows: &[Row]) {
    for row in rows {
        let messages = row.check.iter().flat_map(|check| &check.messages).take(1);
        for message in row.failure.iter().chain(messages) {
            println!("{}: {}\n{}\n", row.document, row.result(), message.trim_end());
        }
    }
}

fn totals(rows: &[Row], others: &[String]) {
    let mut results: BTreeMap<&str, usize> = BTreeMap::new();
    let mut skipped: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut declared, mut operations, mut lost) = (0, 0, 0);
    for row in rows {
        *results.entry(row.result()).or_default() += 1;
        declared += row.generated.declared;
        operations += row.generated.operations;
        lost += row.generated.lost();
        for (code, count) in &row.generated.skipped {
            *skipped.entry(code).or_default() += count;
        }
    }
    let share = |part: usize, whole: usize| if whole == 0 { 1.0 } else { part as f64 / whole as f64 };
    let list = |counts: &BTreeMap<&str, usize>| {
        counts.iter().map(|(what, count)| format!("{count} {what}")).collect::<Vec<_>>().join(", ")
    };
    println!("documents: {} ({})", rows.len(), list(&results));
    if !others.is_empty() {
        println!("no OpenAPI: {}", others.join(", "));
    }
    println!(
        "operations: {declared} declared, {operations} generated, {:.2} %",
        share(operations, declared) * 100.0
    );
    println!("skipped: {}; not named: {lost}", list(&skipped));
    for row in rows {
        let share = share(row.generated.operations, row.generated.declared);
        if share < LEAST && row.failure.is_none() {
            println!("under {:.0} %: {} with {:.1} %", LEAST * 100.0, row.document, share * 100.0);
        }
    }
    let sum = |part: fn(&Row) -> f64| rows.iter().map(part).sum::<f64>();
    println!(
        "generating: {:.1} s, at most {} MB; checking: {:.1} s, at most {} MB",
        sum(|row| row.cost.seconds),
        rows.iter().map(|row| row.cost.megabytes).max().unwrap_or(0),
        sum(|row| row.check.as_ref().map_or(0.0, |check| check.cost.seconds)),
        rows.iter().filter_map(|row| Some(row.check.as_ref()?.cost.megabytes)).max().unwrap_or(0),
    );
}

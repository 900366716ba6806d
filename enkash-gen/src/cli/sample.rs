//! `sample`: a call of one operation, as a command and as a program.

use clap::ArgMatches;

use super::{
    Exit,
    session::{Session, Stop},
};
use crate::{
    ir::{Api, Operation, Skipped},
    names::Names,
    pipeline::{self, Options},
    project::Product,
    report::did_you_mean,
    standalone,
};

/// A product that was worked out.
struct Known {
    product: Product,
    api: Api,
    names: Names,
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Exit, Stop> {
    if !session.is_for_people() {
        return Err(Stop::Usage("`sample` prints text, and has no other format".to_owned()));
    }
    let wanted = matches.get_one::<String>("operation").map(|text| text.trim()).unwrap_or_default();
    let only: Vec<String> = matches.get_one::<String>("product").into_iter().cloned().collect();
    let mut all = Vec::new();
    for product in session.products(matches, &only)? {
        if let Some((api, names)) = session.analyse(&product) {
            all.push(Known { product, api, names });
        }
    }
    if session.report.failed(false) {
        return Ok(Exit::Document);
    }
    let (known, index) = find(&all, wanted)?;
    let options = options(matches, &known.product);
    let sample = pipeline::sample(&known.api, &known.names, index, &options, &mut session.report);
    let Some(sample) = sample else {
        if session.report.failed(false) {
            return Ok(Exit::Document);
        }
        return Err(Stop::Usage(format!("`{wanted}` takes a value that cannot be made up")));
    };
    let (curl, rust) = (matches.get_flag("curl"), matches.get_flag("rust"));
    match &sample.curl {
        _ if rust => {}
        Some(command) => writeln!(session.out, "{command}")?,
        None if curl => {
            return Err(Stop::Usage(format!(
                "`{wanted}` sends a body of parts, whose bytes differ from call to call; `--rust` prints a program"
            )));
        }
        None => {
            writeln!(session.out, "# no command: the bytes of a body of parts differ from call to call")?;
        }
    }
    if !curl {
        let between = if rust { "" } else { "\n" };
        write!(session.out, "{between}{}", sample.program)?;
    }
    Ok(session.exit(false))
}

/// Where the code is that the program uses.
fn options(matches: &ArgMatches, product: &Product) -> Options {
    let crate_name = standalone::crate_name(&product.name).replace('-', "_");
    let mut options = Options { settings: product.settings.clone(), ..Options::default() };
    match matches.get_one::<String>("module") {
        Some(module) => {
            options.module = Some(module.clone());
            if let Some(runtime) = matches.get_one::<String>("runtime") {
                options.runtime.clone_from(runtime);
            }
        }
        None => {
            options.runtime = format!("{crate_name}::runtime");
            options.module = Some(crate_name);
        }
    }
    options
}

/// The operation that is called so, in whichever product has it.
fn find<'k>(all: &'k [Known], wanted: &str) -> Result<(&'k Known, usize), Stop> {
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let is_wanted = |operation: &Operation| {
        let route = matches!(words[..], [method, path]
            if operation.method.as_str().eq_ignore_ascii_case(method) && operation.path.raw() == path);
        route || operation.id.as_deref() == Some(wanted)
    };
    let found: Vec<(&Known, usize)> = all
        .iter()
        .flat_map(|known| {
            let operations = known.api.operations.iter().enumerate();
            operations.filter(|(_, operation)| is_wanted(operation)).map(move |(index, _)| (known, index))
        })
        .collect();
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Stop::Usage(missing(all, wanted))),
        [(first, _), (second, _), ..] if first.product.name != second.product.name => {
            let products: Vec<_> =
                found.iter().map(|(known, _)| format!("`{}`", known.product.name)).collect();
            let products = products.join(" and ");
            Err(Stop::Usage(format!("`{wanted}` is an operation of {products}; say which by `--product`")))
        }
        _ => Err(Stop::Usage(format!(
            "several operations are called `{wanted}`; name one by its method and path"
        ))),
    }
}

/// Why there is none: it was left out, or is called otherwise.
fn missing(all: &[Known], wanted: &str) -> String {
    let is_skipped = |skipped: &&Skipped| {
        skipped.id.as_deref() == Some(wanted) || format!("{} {}", skipped.method, skipped.path) == wanted
    };
    if let Some(skipped) = all.iter().flat_map(|known| &known.api.skipped).find(is_skipped) {
        return format!("`{wanted}` was left out: {}", skipped.code.explanation());
    }
    let operations = || all.iter().flat_map(|known| &known.api.operations);
    let labels: Vec<String> = operations()
        .flat_map(|operation| {
            let route = format!("{} {}", operation.method, operation.path.raw());
            operation.id.clone().into_iter().chain([route])
        })
        .collect();
    let help = did_you_mean(wanted, labels.iter().map(String::as_str))
        .unwrap_or("`enkash-gen list` shows the operations".to_owned());
    format!("there is no operation `{wanted}`; {help}")
}

//! All documents, some at a time.

use std::{
    fs,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use indicatif::{ProgressBar, ProgressStyle};

use crate::{
    arguments::Arguments,
    check,
    documents::{self, Document},
    generate, print,
    row::Row,
    state::State,
};

/// `true` if every document gave a crate, and every crate that was checked passed without warnings.
///
/// Fails with what to tell the user.
pub(crate) fn run(arguments: &Arguments) -> Result<bool, String> {
    let out = &arguments.out;
    fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    let mut found = documents::find(&arguments.folder)?;
    let wanted = |name: &str| arguments.only.iter().any(|only| name.contains(only.as_str()));
    found.retain(|document| arguments.only.is_empty() || wanted(&document.name));
    let mut others = Vec::new();
    found.retain(|document| {
        let counts = fs::read(&document.path)
            .is_ok_and(|bytes| documents::is_openapi(&String::from_utf8_lossy(&bytes)));
        if !counts {
            others.push(document.name.clone());
        }
        counts
    });
    let state = Mutex::new(State::open(out, arguments.again)?);
    let bar = ProgressBar::new(found.len() as u64);
    let style = "{elapsed_precise} {wide_bar} {pos}/{len} {msg}";
    bar.set_style(ProgressStyle::with_template(style).map_err(|error| error.to_string())?);
    if arguments.check {
        bar.set_message("dependencies");
        bar.tick();
        check::prepare(out, arguments.jobs)?;
    }
    let next = AtomicUsize::new(0);
    let rows = Mutex::new(Vec::new());
    let failure = Mutex::new(None);
    thread::scope(|scope| {
        for job in 0..arguments.jobs {
            let (found, state, bar, next, rows, failure) = (&found, &state, &bar, &next, &rows, &failure);
            scope.spawn(move || {
                while let Some(document) = found.get(next.fetch_add(1, Ordering::Relaxed)) {
                    bar.set_message(document.name.clone());
                    match one(document, arguments, state, job) {
                        Ok(row) => lock(rows).push(row),
                        Err(error) => {
                            *lock(failure) = Some(error);
                            break;
                        }
                    }
                    bar.inc(1);
                }
            });
        }
    });
    bar.finish_and_clear();
    if let Some(error) = lock(&failure).take() {
        return Err(error);
    }
    let mut rows = rows.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    rows.sort_by(|one, other| one.document.cmp(&other.document));
    print::print(&rows, &others);
    if let Some(path) = &arguments.json {
        let text = serde_json::to_string_pretty(&rows).map_err(|error| error.to_string())?;
        fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(rows.iter().all(|row| matches!(row.result(), "clean" | "generated")))
}

fn one(document: &Document, arguments: &Arguments, state: &Mutex<State>, job: usize) -> Result<Row, String> {
    let bytes = fs::read(&document.path).map_err(|error| format!("{}: {error}", document.path.display()))?;
    let key = lock(state).key(&bytes);
    if let Some(row) = lock(state).get(&document.name, &key, arguments.check) {
        return Ok(row);
    }
    let folder = arguments.out.join("crates").join(document.name.replace('/', "__"));
    let (result, cost) = generate::generate(&document.path, &folder)?;
    let mut row =
        Row { document: document.name.clone(), key, bytes: bytes.len() as u64, cost, ..Row::default() };
    match result {
        Ok(generated) => {
            row.generated = generated;
            if arguments.check {
                row.check = Some(check::check(&folder, &arguments.out, job)?);
            }
        }
        Err(error) => row.failure = Some(error),
    }
    lock(state).put(&row)?;
    Ok(row)
}

/// A worker that panicked has left nothing half done.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

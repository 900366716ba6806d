//! Everything that the process logs, panics with or could print, in one text.

use log::{LevelFilter, Log, Metadata, Record};
use std::fmt::{Debug, Display, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, PoisonError};

static TEXT: Mutex<String> = Mutex::new(String::new());

fn text() -> MutexGuard<'static, String> {
    TEXT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes over the process's logger, at TRACE, and its panic hook.
pub(crate) fn install() -> Sink {
    log::set_logger(&Logger).expect("nobody else logs");
    log::set_max_level(LevelFilter::Trace);
    Sink
}

struct Logger;

impl Log for Logger {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }
    fn log(&self, record: &Record<'_>) {
        _ = write!(text(), "\n{} {}: {}", record.level(), record.target(), record.args());
    }
    fn flush(&self) {}
}

/// What has been kept so far.
pub(crate) struct Sink;

impl Sink {
    /// Keeps a text.
    pub(crate) fn text(&self, kept: &str) {
        _ = write!(text(), "\n{kept}");
    }

    /// Keeps what a value prints with `{:?}` and `{:#?}`.
    pub(crate) fn debug(&self, value: &(impl Debug + ?Sized)) {
        self.text(&format!("{value:?} {value:#?}"));
    }

    /// Keeps what a value prints, in every way.
    pub(crate) fn keep(&self, value: &(impl Debug + Display + ?Sized)) {
        self.text(&format!("{value} {value:#}"));
        self.debug(value);
    }

    /// Keeps what a panic says.
    pub(crate) fn panics(&self, action: impl FnOnce()) {
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(|info| _ = write!(text(), "\n{info}")));
        let outcome = catch_unwind(AssertUnwindSafe(action));
        std::panic::set_hook(hook);
        assert!(outcome.is_err(), "the action was to panic");
    }

    /// Everything that was kept.
    pub(crate) fn take(&self) -> String {
        std::mem::take(&mut text())
    }
}

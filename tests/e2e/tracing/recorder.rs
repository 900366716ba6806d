//! A subscriber that keeps spans and events as they are told.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::DefaultGuard;
use tracing::{Event, Metadata, Subscriber};

pub(crate) type Fields = BTreeMap<String, String>;

/// A span, and what has been told of it so far.
#[derive(Clone)]
pub(crate) struct Told {
    pub(crate) name: &'static str,
    pub(crate) level: String,
    pub(crate) fields: Fields,
    /// The name of the span that it is inside of.
    pub(crate) parent: Option<&'static str>,
    /// The name of the span that it follows from.
    pub(crate) follows: Option<&'static str>,
    metadata: &'static Metadata<'static>,
    is_ours: bool,
}

#[derive(Default)]
struct Kept {
    spans: Vec<Told>,
    events: Vec<String>,
    /// Everything, also of other crates.
    text: String,
}

/// What a thread has been told while the guard lives.
#[derive(Clone, Default)]
pub(crate) struct Recorder(Arc<Mutex<Kept>>);

thread_local! {
    static ENTERED: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

impl Recorder {
    /// Listens to this thread.
    pub(crate) fn start() -> (Self, DefaultGuard) {
        let recorder = Self::default();
        let guard = tracing::subscriber::set_default(recorder.clone());
        (recorder, guard)
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The spans of the run time that have a name.
    pub(crate) fn spans(&self, name: &str) -> Vec<Told> {
        self.kept().spans.iter().filter(|span| span.is_ours && span.name == name).cloned().collect()
    }

    /// The events of the run time: level, message, and fields in their order.
    pub(crate) fn events(&self) -> Vec<String> {
        self.kept().events.clone()
    }

    /// Everything that anybody has told.
    pub(crate) fn text(&self) -> String {
        let kept = self.kept();
        let fields = kept.spans.iter().map(|span| format!("{} {:?}\n", span.name, span.fields));
        fields.collect::<String>() + &kept.text
    }
}

/// Whether the run time tells it.
fn is_ours(metadata: &Metadata<'_>) -> bool {
    metadata.target().starts_with("enkash_api::runtime")
}

struct Reader<'a>(&'a mut Fields);

impl Visit for Reader<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }
}

impl Subscriber for Recorder {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut fields = Fields::new();
        attributes.record(&mut Reader(&mut fields));
        let current = ENTERED.with_borrow(|entered| entered.last().copied());
        let parent = match attributes.parent() {
            Some(parent) => Some(parent.into_u64()),
            None if attributes.is_contextual() => current,
            None => None,
        };
        let mut kept = self.kept();
        let named = |id: u64| usize::try_from(id - 1).ok().map(|index| kept.spans[index].name);
        let metadata = attributes.metadata();
        let told = Told {
            name: metadata.name(),
            level: metadata.level().to_string(),
            fields,
            parent: parent.and_then(named),
            follows: None,
            metadata,
            is_ours: is_ours(metadata),
        };
        kept.spans.push(told);
        Id::from_u64(kept.spans.len() as u64)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        if let Some(told) = self.kept().spans.get_mut(index(span)) {
            values.record(&mut Reader(&mut told.fields));
        }
    }

    fn record_follows_from(&self, span: &Id, follows: &Id) {
        let mut kept = self.kept();
        let name = kept.spans.get(index(follows)).map(|told| told.name);
        if let Some(told) = kept.spans.get_mut(index(span)) {
            told.follows = name;
        }
    }

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::new();
        event.record(&mut Reader(&mut fields));
        let metadata = event.metadata();
        let message = fields.remove("message").unwrap_or_default();
        let fields: Vec<_> = fields.iter().map(|(name, value)| format!(" {name}={value}")).collect();
        let line = format!("{} {message}:{}", metadata.level(), fields.concat());
        let mut kept = self.kept();
        _ = writeln!(kept.text, "{} {line}", metadata.target());
        if is_ours(metadata) {
            kept.events.push(line);
        }
    }

    fn enter(&self, span: &Id) {
        ENTERED.with_borrow_mut(|entered| entered.push(span.into_u64()));
    }

    fn exit(&self, span: &Id) {
        ENTERED.with_borrow_mut(|entered| {
            if let Some(at) = entered.iter().rposition(|entered| *entered == span.into_u64()) {
                entered.remove(at);
            }
        });
    }

    fn current_span(&self) -> tracing_core::span::Current {
        match ENTERED.with_borrow(|entered| entered.last().copied()) {
            Some(id) => {
                let id = Id::from_u64(id);
                let metadata = self.kept().spans[index(&id)].metadata;
                tracing_core::span::Current::new(id, metadata)
            }
            None => tracing_core::span::Current::none(),
        }
    }
}

fn index(span: &Id) -> usize {
    usize::try_from(span.into_u64() - 1).expect("few spans")
}

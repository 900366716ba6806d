//! The token source of a client: the cell, and who flies.

use super::super::clock::Clock;
use super::super::credential::Prepared;
use super::super::line::Line;
use super::super::watch::Watch;
use super::super::{Error, ErrorKind, Scheme, Secret, trace};
use super::cell::{Cell, Entry, Got, Landing, Latched, NEVER, Ticket};
use super::{Ask, Refusal, TokenOptions};
use http::HeaderValue;
use std::fmt;
use std::pin::pin;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;
use zeroize::Zeroizing;

/// A token in the form in which it is sent.
pub(super) struct Token {
    /// `Bearer …`
    pub(super) header: HeaderValue,
    pub(super) access: Secret,
    pub(super) scope: Option<String>,
}

/// Why there is no token, for all who wait for one.
#[derive(Clone)]
pub(super) struct Failure {
    pub(super) error: Arc<Error>,
    /// When, by the client's clock.
    pub(super) at: Duration,
}

/// A token on loan.
pub(in super::super) struct Lease {
    pub(in super::super) header: HeaderValue,
    pub(in super::super) generation: u64,
}

/// Gets tokens, keeps the present one, and hands it out.
pub(in super::super) struct Source {
    pub(super) cell: Arc<Cell<Token, Failure>>,
    asker: RwLock<Arc<dyn Ask>>,
    pub(super) line: Arc<Line>,
    pub(super) schemes: &'static [Scheme],
    /// One per scheme.
    pub(super) credentials: Arc<[Option<Prepared>]>,
    pub(super) options: TokenOptions,
    /// The ids that the client is named by, where logins do not name it.
    #[cfg(feature = "store")]
    pub(super) clients: String,
    memory: Mutex<Memory>,
    /// How many tokens in a row were refused that no server had ever taken.
    useless: AtomicU32,
}

/// What is remembered from one fetch to the next.
#[derive(Default)]
pub(super) struct Memory {
    /// The newest refresh token.
    pub(super) refresh: Option<Secret>,
    /// The login that was refused, as it was sent.
    pub(super) refused: Option<Zeroizing<Vec<u8>>>,
}

/// After a fetch that brought nothing that lasts, there is none for so long.
pub(super) const SPACING: Duration = Duration::from_secs(1);

impl Source {
    pub(in super::super) fn new(
        line: Arc<Line>,
        schemes: &'static [Scheme],
        credentials: Arc<[Option<Prepared>]>,
        asker: Arc<dyn Ask>,
        options: TokenOptions,
    ) -> Self {
        let lost = || Failure {
            error: Arc::new(Error::new(ErrorKind::Token, "the fetch of a token was given up")),
            at: Duration::ZERO,
        };
        Self {
            cell: Arc::new(Cell::new(lost)),
            asker: RwLock::new(asker),
            line,
            schemes,
            credentials,
            options,
            #[cfg(feature = "store")]
            clients: String::new(),
            memory: Mutex::default(),
            useless: AtomicU32::new(0),
        }
    }

    /// Tells tokens of clients apart that are named by these ids.
    #[cfg(feature = "store")]
    pub(in super::super) fn of_clients(self, clients: String) -> Self {
        Self { clients, ..self }
    }

    pub(super) fn clock(&self) -> &dyn Clock {
        &*self.line.clock
    }

    /// Nanoseconds by the client's clock.
    pub(super) fn now(&self) -> u64 {
        nanos(self.clock().elapsed())
    }

    pub(super) fn asker(&self) -> Arc<dyn Ask> {
        Arc::clone(&self.asker.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The present token, if nothing has to be done about it.
    pub(in super::super) fn hit(&self) -> Option<Lease> {
        self.cell.hit(self.now(), lease)
    }

    /// A token where there is no [`hit`](Self::hit): one that is due, or that has to be fetched.
    pub(in super::super) async fn get(self: &Arc<Self>) -> Result<Lease, Error> {
        self.entry().await.map(|entry| lease(&entry))
    }

    pub(super) async fn entry(self: &Arc<Self>) -> Result<Arc<Entry<Token>>, Error> {
        let latched = if self.asker().is_fixed() { Latched::Holds } else { Latched::IsAsked };
        match self.cell.get(self.now(), latched) {
            Got::Entry(entry, ticket) => {
                self.take_off(ticket);
                Ok(entry)
            }
            Got::Awaited(waiter, ticket) => {
                self.take_off(ticket);
                waiter.await.map_err(|failure| shared(&failure))
            }
            Got::Refused(failure) => Err(shared(&self.latched(&failure))),
        }
    }

    /// The flight goes on when its caller is gone, so that those who wait for it get its outcome.
    fn take_off(self: &Arc<Self>, ticket: Option<Ticket<Token, Failure>>) {
        if let Some(ticket) = ticket {
            let source = Arc::clone(self);
            tokio::spawn(trace::flight(async move { source.fly(ticket).await }));
        }
    }

    async fn fly(self: Arc<Self>, ticket: Ticket<Token, Failure>) {
        let early = Duration::from_nanos(ticket.not_before.saturating_sub(self.now()));
        if !early.is_zero() {
            self.clock().sleep(early).await;
        }
        trace::fetching(self.asker().meta());
        let limit = self.options.timeout;
        let watch = Watch::new();
        let landing = match watch.call(limit, pin!(self.fetch(ticket.failures, &watch))).await {
            Some(landing) => landing,
            None => {
                let error = Error::new(ErrorKind::Timeout, format!("no token within {limit:?}"));
                self.failed(error.operation(self.asker().meta().id), ticket.failures)
            }
        };
        ticket.land(landing);
    }

    /// A failure that says nothing about the next attempt; a token that is still good is renewed after a pause that
    /// doubles.
    pub(super) fn failed(&self, error: Error, failures: u32) -> Landing<Token, Failure> {
        trace::fetch_failed(self.asker().meta(), &error);
        Landing::Failed { error: self.failure(error), again_at: self.after(failures) }
    }

    /// When to try again after so many tries in vain before the last: a second, doubled each time, at most a minute.
    fn after(&self, tries: u32) -> u64 {
        let pause = SPACING.saturating_mul(1 << tries.min(6)).min(Duration::from_secs(60));
        self.now().saturating_add(nanos(pause))
    }

    pub(super) fn failure(&self, error: Error) -> Failure {
        Failure { error: Arc::new(error), at: self.clock().elapsed() }
    }

    /// What is said of a refusal to those who come after it.
    pub(super) fn latched(&self, failure: &Failure) -> Failure {
        let seconds = self.clock().elapsed().saturating_sub(failure.at).as_secs();
        let message = format!(
            "the credentials were refused {seconds} s ago, and are not sent again; help: give the client others, or \
             call `reset` on its tokens"
        );
        let mut error = Error::new(ErrorKind::CredentialsLatched, message).operation(self.asker().meta().id);
        if let Some(refusal) = failure.error.refusal() {
            error = error.refused(*refusal);
        }
        Failure { error: Arc::new(error.caused_by(Arc::clone(&failure.error))), at: failure.at }
    }

    /// A server has taken the token.
    pub(in super::super) fn accept(&self, lease: &Lease) {
        self.cell.accept(lease.generation);
        if self.useless.load(Ordering::Relaxed) != 0 {
            self.useless.store(0, Ordering::Relaxed);
        }
    }

    /// A server has refused the token. Where it refuses one new token after the other, the next is not fetched at
    /// once.
    pub(in super::super) fn invalidate(&self, lease: &Lease) {
        let current = self.cell.current().filter(|entry| entry.generation == lease.generation);
        let Some(entry) = current else { return };
        let useless = if entry.is_accepted() { 0 } else { self.useless.load(Ordering::Relaxed) };
        let not_before = useless.checked_sub(1).map_or(0, |before| self.after(before));
        if self.cell.invalidate(lease.generation, not_before) {
            trace::invalidated(self.asker().meta());
            if !entry.is_accepted() {
                self.useless.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    pub(super) fn reset(&self) {
        self.memory().refused = None;
        self.cell.reset();
    }

    pub(super) fn replace(&self, asker: Arc<dyn Ask>) {
        *self.asker.write().unwrap_or_else(PoisonError::into_inner) = asker;
        *self.memory() = Memory::default();
        self.cell.start_over();
    }
}

fn lease(entry: &Entry<Token>) -> Lease {
    Lease { header: entry.value.header.clone(), generation: entry.generation }
}

/// The error of one of those who share it.
fn shared(failure: &Failure) -> Error {
    let cause = &failure.error;
    let error = Error::new(cause.kind(), "there is no token to send with it");
    let error = match cause.refusal() {
        Some(refusal) => error.refused(*refusal),
        None => error,
    };
    error.caused_by(Arc::clone(cause))
}

/// As nanoseconds; a time beyond what they count is no time at all.
pub(super) fn nanos(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(NEVER)
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("options", &self.options).finish_non_exhaustive()
    }
}

/// A refusal as an error.
pub(super) fn refused(refusal: Refusal) -> Error {
    Error::new(ErrorKind::Credentials, format!("the server refused the credentials ({refusal})"))
        .refused(refusal)
}

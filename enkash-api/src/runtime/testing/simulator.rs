//! A token endpoint on loopback that answers like the authorization server of Spring Security OAuth 2.5,
//! refusals included, and keeps the exact bytes of every request.
//!
//! What it does not do yet: tokens that live and expire, refresh grants, locked accounts.

mod catalogue;
mod endpoint;
mod record;

pub use self::record::Recorded;

use self::endpoint::Endpoint;
use self::record::{Recorder, Tap};
use crate::runtime::Secret;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread::JoinHandle;
use tokio::task::AbortHandle;

/// More than any token request has.
const MAX_BODY: usize = 1024 * 1024;

/// A running token endpoint. It stops when it is dropped.
pub struct TokenServer {
    address: SocketAddr,
    recorder: Arc<Recorder>,
    accept: AbortHandle,
    thread: Option<JoinHandle<()>>,
}

/// What a [`TokenServer`] knows.
#[derive(Clone, Debug, Default)]
#[must_use = "a server starts with `start`"]
pub struct TokenServerBuilder(Endpoint);

impl TokenServer {
    /// Starts with nobody known.
    pub fn builder() -> TokenServerBuilder {
        TokenServerBuilder::default()
    }

    /// The base URL, `http://127.0.0.1:<port>`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many requests have arrived.
    pub fn requests(&self) -> usize {
        self.recorder.count()
    }

    /// The requests that have arrived, in their order.
    pub fn recorded(&self) -> Vec<Recorded> {
        self.recorder.requests()
    }
}

impl TokenServerBuilder {
    /// Adds a client, which authenticates with HTTP Basic.
    pub fn client(mut self, id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        self.0.clients.push((id.into(), secret.into()));
        self
    }

    /// Lets requests in that bring no client; one that is brought is still checked.
    pub fn anonymous(mut self) -> Self {
        self.0.anonymous = true;
        self
    }

    /// Adds a user.
    pub fn user(mut self, name: impl Into<String>, password: impl Into<Secret>) -> Self {
        self.0.users.push((name.into(), password.into()));
        self
    }

    /// Demands a field of the form with this value, beside those of the grant.
    pub fn require(mut self, field: impl Into<String>, value: impl Into<String>) -> Self {
        self.0.required.push((field.into(), value.into()));
        self
    }

    /// Sets the path, `/oauth/token` if not set.
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.0.path = path.into();
        self
    }

    /// Starts the server on a free port, in a thread of its own.
    ///
    /// # Errors
    /// If there is neither a client nor [`anonymous`](Self::anonymous), or the system gives no port or
    /// thread.
    #[allow(clippy::unused_async)] // so that a start that has to wait for something breaks nobody
    pub async fn start(self) -> io::Result<TokenServer> {
        if self.0.clients.is_empty() && !self.0.anonymous {
            let message = "nobody can log in; help: call `.client(…)` or `.anonymous()`";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let recorder = Arc::<Recorder>::default();
        let (started, outcome) = mpsc::channel();
        let thread = {
            let recorder = Arc::clone(&recorder);
            let endpoint = Arc::new(self.0);
            std::thread::Builder::new()
                .name("token-server".to_owned())
                .spawn(move || run(listener, &endpoint, &recorder, &started))?
        };
        let accept = outcome.recv().map_err(|_| io::Error::other("the server's thread ended early"))??;
        Ok(TokenServer { address, recorder, accept, thread: Some(thread) })
    }
}

/// The whole life of the server's thread. Ending the accept task ends it, and with its runtime go all
/// connections.
fn run(
    listener: TcpListener,
    endpoint: &Arc<Endpoint>,
    recorder: &Arc<Recorder>,
    started: &mpsc::Sender<io::Result<AbortHandle>>,
) {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            _ = started.send(Err(error));
            return;
        }
    };
    runtime.block_on(async {
        let listener = match tokio::net::TcpListener::from_std(listener) {
            Ok(listener) => listener,
            Err(error) => {
                _ = started.send(Err(error));
                return;
            }
        };
        let accept = tokio::spawn(accept(listener, Arc::clone(endpoint), Arc::clone(recorder)));
        if started.send(Ok(accept.abort_handle())).is_ok() {
            _ = accept.await;
        }
    });
}

async fn accept(listener: tokio::net::TcpListener, endpoint: Arc<Endpoint>, recorder: Arc<Recorder>) {
    loop {
        // A connection that was reset before it was accepted is no reason to stop.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let tap = Tap::new(TokioIo::new(stream));
        let heard = tap.heard();
        let endpoint = Arc::clone(&endpoint);
        let recorder = Arc::clone(&recorder);
        let service = service_fn(move |request| {
            let (endpoint, recorder, heard) = (Arc::clone(&endpoint), Arc::clone(&recorder), heard.clone());
            async move {
                let (head, body) = http::Request::into_parts(request);
                let body = Limited::new(body, MAX_BODY).collect().await?.to_bytes();
                recorder.record(&head, body.clone(), heard.take());
                Ok::<_, Box<dyn std::error::Error + Send + Sync>>(
                    endpoint.answer(&head, &body).map(Full::new),
                )
            }
        });
        tokio::spawn(
            hyper::server::conn::http1::Builder::new()
                .timer(TokioTimer::new())
                .serve_connection(tap, service),
        );
    }
}

impl Drop for TokenServer {
    fn drop(&mut self) {
        self.accept.abort();
        if let Some(thread) = self.thread.take() {
            // The thread has nothing left to wait for; if it panicked, the test has seen it.
            _ = thread.join();
        }
    }
}

impl fmt::Debug for TokenServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenServer").field("url", &self.url()).field("requests", &self.requests()).finish()
    }
}

#[cfg(test)]
mod tests;

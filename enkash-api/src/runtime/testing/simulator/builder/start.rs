//! The start of a server, in a thread of its own: a test may block its own.

use super::TokenServerBuilder;
use crate::runtime::testing::simulator::TokenServer;
use crate::runtime::testing::simulator::connection::{Server, accept};
use crate::runtime::testing::simulator::endpoint::Endpoint;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc;
use tokio::task::AbortHandle;

impl TokenServerBuilder {
    /// Starts the server on a free port, in a thread of its own.
    ///
    /// # Errors
    /// If there is neither a client nor [`anonymous`](Self::anonymous), an [`account`](Self::account) is nobody's,
    /// or the system gives no port or thread.
    #[allow(clippy::unused_async)] // so that a start that has to wait for something breaks nobody
    pub async fn start(mut self) -> io::Result<TokenServer> {
        let refuse = |message: String| Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        if self.settings.clients.known.is_empty() && !self.settings.clients.anonymous {
            return refuse("nobody can log in; help: call `.client(…)` or `.anonymous()`".to_owned());
        }
        for (name, state) in std::mem::take(&mut self.states) {
            if !self.settings.accounts.set_state(&name, state) {
                return refuse(format!("there is no user `{name}`; help: call `.user(…)`"));
            }
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let server = Arc::new(Server::new(Endpoint::new(self.settings), self.manners));
        let (started, outcome) = mpsc::channel();
        let thread = {
            let server = Arc::clone(&server);
            std::thread::Builder::new()
                .name("token-server".to_owned())
                .spawn(move || run(listener, server, &started))?
        };
        let accept = outcome.recv().map_err(|_| io::Error::other("the server's thread ended early"))??;
        Ok(TokenServer { address, server, accept, thread: Some(thread) })
    }
}

/// The whole life of the server's thread. Ending the accept task ends it, and with its runtime go all
/// connections.
fn run(listener: TcpListener, server: Arc<Server>, started: &mpsc::Sender<io::Result<AbortHandle>>) {
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
        let accept = tokio::spawn(accept(listener, server));
        if started.send(Ok(accept.abort_handle())).is_ok() {
            _ = accept.await;
        }
    });
}

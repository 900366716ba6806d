//! Calls from threads that know nothing of async: the same calls, waited for.
//!
//! Invariant: what is waited for runs on one runtime for the whole process, which has a thread of its own, so that
//! what a call has set off (a connection, the fetch of a token) goes on when the thread that made the call is gone.
//! Nothing here panics, wherever it is called.

#[cfg(feature = "login")]
mod tokens;

use super::wire::{Blank, Wire};
use super::{ByteStream, Call, CallError, Error, Event, Events, Lines, Response, ResponseCall};
use bytes::Bytes;
use std::future::IntoFuture as _;
use std::sync::{Mutex, OnceLock, PoisonError};
use tokio::runtime::{Builder, Handle, Runtime};

impl<T, E> Call<'_, T, E> {
    /// Makes the call and blocks the thread until it is answered.
    ///
    /// # Errors
    /// As `.await`; and [`Config`](super::ErrorKind::Config) on a thread of a tokio runtime, a blocking one of it
    /// included, or if the system gives no thread. Nothing is sent then.
    pub fn wait(self) -> Result<T, CallError<E>> {
        block_on(self.into_future())?
    }
}

impl<T, E> ResponseCall<'_, T, E> {
    /// Makes the call and blocks the thread until it is answered.
    ///
    /// # Errors
    /// As [`Call::wait`].
    pub fn wait(self) -> Result<Response<T>, CallError<E>> {
        block_on(self.into_future())?
    }
}

impl ByteStream {
    /// Blocks the thread until the next chunk is there; `None` after the last.
    ///
    /// # Errors
    /// As [`next`](Self::next) and [`Call::wait`].
    pub fn wait_next(&mut self) -> Option<Result<Bytes, Error>> {
        block_on(self.next()).unwrap_or_else(|error| Some(Err(error)))
    }

    /// Blocks the thread until the rest is there, if it has at most `cap` bytes.
    ///
    /// # Errors
    /// As [`collect`](Self::collect) and [`Call::wait`].
    pub fn wait_collect(self, cap: usize) -> Result<Bytes, Error> {
        block_on(self.collect(cap))?
    }
}

impl<T: Wire + Blank> Events<T> {
    /// Blocks the thread until the next event is there; `None` when the server has ended the stream.
    ///
    /// # Errors
    /// As [`next`](Self::next) and [`Call::wait`].
    pub fn wait_next(&mut self) -> Option<Result<Event<T>, Error>> {
        block_on(self.next()).unwrap_or_else(|error| Some(Err(error)))
    }
}

impl<T: Wire + Blank> Lines<T> {
    /// Blocks the thread until the next value is there; `None` when the server has ended the stream.
    ///
    /// # Errors
    /// As [`next`](Self::next) and [`Call::wait`].
    pub fn wait_next(&mut self) -> Option<Result<T, Error>> {
        block_on(self.next()).unwrap_or_else(|error| Some(Err(error)))
    }
}

fn block_on<F: Future>(future: F) -> Result<F::Output, Error> {
    // On a thread that ends, too, nothing can be waited for.
    if !Handle::try_current().is_err_and(|error| error.is_missing_context()) {
        // It would stop what it waits for, if not the whole runtime.
        let message = "this waits by blocking a thread, and the thread is one of a tokio runtime; help: `.await` the call";
        return Err(Error::config(message));
    }
    Ok(runtime()?.block_on(future))
}

fn runtime() -> Result<&'static Runtime, Error> {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    static BEING_MADE: Mutex<()> = Mutex::new(());
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime);
    }
    let _guard = BEING_MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime);
    }
    let made = Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name(concat!(env!("CARGO_PKG_NAME"), "-blocking"))
        .enable_all()
        .build();
    // A failure is not kept: the next call may find a thread.
    let made =
        made.map_err(|error| Error::config("the system gives no thread to wait with").caused_by(error))?;
    Ok(RUNTIME.get_or_init(|| made))
}

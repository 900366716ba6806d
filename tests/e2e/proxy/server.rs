//! An HTTP proxy on loopback that keeps every byte it can read, and tunnels, refuses or answers.

use super::super::tls::{Authority, listen};
use enkash_tests::gate;
use enkash_tests::loopback::read;
use rustls::{ServerConnection, StreamOwned};
use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What a proxy does with `CONNECT`.
#[derive(Clone, Copy)]
pub(crate) enum Act {
    /// Connects to where it is told.
    Tunnel,
    /// Sends these bytes and closes.
    Send(&'static [u8]),
    /// Sends these bytes over and over, without end.
    Flood(&'static [u8]),
}

/// A running proxy. Its thread ends with the test process.
pub(crate) struct Proxy {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<u8>>>,
}

impl Proxy {
    pub(crate) fn start(act: Act) -> Self {
        Self::with(move |stream, seen| serve(stream.try_clone(), stream, act, seen))
    }

    /// A proxy that is itself reached over TLS, at `localhost`.
    pub(crate) fn over_tls(authority: &Authority) -> Self {
        let config = authority.config();
        Self::with(move |stream, seen| {
            let connection = ServerConnection::new(Arc::clone(&config)).expect("a good configuration");
            let timer = stream.try_clone();
            serve(timer, StreamOwned::new(connection, Kept { stream, seen }), Act::Tunnel, &Mutex::default());
        })
    }

    fn with(serve: impl Fn(TcpStream, &Mutex<Vec<u8>>) + Send + Sync + 'static) -> Self {
        let (address, seen) = listen(serve);
        Self { address, seen }
    }

    /// `host:port`
    pub(crate) fn address(&self) -> String {
        self.address.to_string()
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// Every byte from clients, as text where it is one.
    pub(crate) fn seen(&self) -> String {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&seen).into_owned()
    }
}

/// Keeps what is read, before anything decrypts it.
struct Kept<'a> {
    stream: TcpStream,
    seen: &'a Mutex<Vec<u8>>,
}

impl Read for Kept<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.stream.read(buffer)?;
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).extend(&buffer[..length]);
        Ok(length)
    }
}

impl Write for Kept<'_> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.stream.write(buffer)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

/// Serves one client; `timer` is its connection, to set how long a read may wait.
fn serve(timer: io::Result<TcpStream>, mut client: impl Read + Write, act: Act, seen: &Mutex<Vec<u8>>) {
    let keep = |bytes: &[u8]| seen.lock().unwrap_or_else(PoisonError::into_inner).extend(bytes);
    let (Ok(timer), Some(request)) = (timer, read(&mut client)) else { return };
    keep(&request.raw);
    let Some(target) = request.line.strip_prefix("CONNECT ").and_then(|rest| rest.split(' ').next()) else {
        // Not a tunnel: the whole request is here, with an absolute address.
        let mut request = request;
        if let Some(at) = request.line.find("http://").map(|at| at + 7) {
            let path = request.line[at..].find('/').map_or(at, |path| at + path);
            request.line.replace_range(at - 7..path, "");
        }
        _ = client.write_all(&gate::good(&request));
        return;
    };
    match act {
        Act::Send(bytes) => _ = client.write_all(bytes),
        Act::Flood(bytes) => while client.write_all(bytes).is_ok() {},
        Act::Tunnel => {
            let Ok(mut server) = TcpStream::connect(target) else { return };
            let short = Some(Duration::from_millis(2));
            if timer.set_read_timeout(short).and(server.set_read_timeout(short)).is_err()
                || client.write_all(b"HTTP/1.1 200 OK\r\n\r\n").is_err()
            {
                return;
            }
            while pass(&mut client, &mut server, keep) && pass(&mut server, &mut client, |_| ()) {}
        }
    }
    // What the client still says is kept, too.
    let mut rest = Vec::new();
    _ = timer.set_read_timeout(Some(Duration::from_millis(200)));
    _ = client.read_to_end(&mut rest);
    keep(&rest);
}

/// Passes on what is there; `false` at the end.
fn pass(from: &mut impl Read, to: &mut impl Write, keep: impl Fn(&[u8])) -> bool {
    let mut buffer = [0; 4096];
    match from.read(&mut buffer) {
        Ok(0) => false,
        Ok(length) => {
            keep(&buffer[..length]);
            to.write_all(&buffer[..length]).and_then(|()| to.flush()).is_ok()
        }
        Err(error) => matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
    }
}

//! An HTTP/1.1 server on loopback that records the exact bytes of every request and answers from a script, also
//! wrongly, late or never. It knows nothing but `content-length`: a client that frames a request otherwise is caught.

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// A running server. Its thread ends with the test process.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    script: Mutex<VecDeque<Act>>,
    seen: Mutex<Vec<Seen>>,
    connections: AtomicUsize,
}

/// What the server does with one request.
pub enum Act {
    /// Sends these bytes and closes.
    Send(Vec<u8>),
    /// Sends what this makes of the request, and closes.
    Echo(fn(&Seen) -> Vec<u8>),
    /// Sends these bytes and keeps the connection open, silently.
    Stall(Vec<u8>),
}

/// A request as it arrived.
#[derive(Clone)]
pub struct Seen {
    /// The request line.
    pub line: String,
    /// Names and values in their order and case.
    pub headers: Vec<(String, String)>,
    /// As many bytes as `content-length` says.
    pub body: Vec<u8>,
    /// Every byte.
    pub raw: Vec<u8>,
}

impl Server {
    /// Starts a server that does with each request what comes next; when nothing does, it closes.
    ///
    /// # Panics
    /// If the system gives no port.
    pub fn start(script: impl IntoIterator<Item = Act>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let shared =
            Arc::new(Shared { script: Mutex::new(script.into_iter().collect()), ..Shared::default() });
        let served = Arc::clone(&shared);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&served);
                shared.connections.fetch_add(1, Ordering::SeqCst);
                std::thread::spawn(move || serve(&shared, stream));
            }
        });
        Self { address, shared }
    }

    /// Starts a server that gives one answer.
    pub fn answering(status: u16, body: &str) -> Self {
        Self::start([Act::Send(answer(status, &[], body))])
    }

    /// `http://127.0.0.1:<port>`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many connections were made.
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// The requests so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.shared.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The one request that arrived.
    ///
    /// # Panics
    /// If there was none, or more than one.
    pub fn only(&self) -> Seen {
        let seen = self.seen();
        assert_eq!(seen.len(), 1, "requests that arrived");
        seen[0].clone()
    }
}

impl Seen {
    /// The first header of a name, compared without case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| &**value)
    }

    /// The request as text: its line, its headers by name, and after an empty line its body, if there is one. Left
    /// out are `host`, `user-agent` and the `content-length` of a body, which every request has.
    pub fn text(&self) -> String {
        let mut headers: Vec<_> =
            self.headers.iter().map(|(name, value)| (name.to_ascii_lowercase(), value)).collect();
        headers.retain(|(name, _)| {
            let is_framing = name == "content-length" && !self.body.is_empty();
            !is_framing && name != "host" && name != "user-agent"
        });
        headers.sort();
        let mut text = self.line.clone();
        for (name, value) in headers {
            _ = write!(text, "\n{name}: {value}");
        }
        if !self.body.is_empty() {
            _ = write!(text, "\n\n{}", String::from_utf8_lossy(&self.body));
        }
        text
    }
}

/// The bytes of an answer in JSON, or with the media type that `headers` name.
pub fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {status} Made Up\r\nconnection: close\r\n");
    if status != 204 {
        _ = write!(head, "content-length: {}\r\n", body.len());
    }
    if !headers.iter().any(|(name, _)| *name == "content-type") {
        head.push_str("content-type: application/json\r\n");
    }
    for (name, value) in headers {
        _ = write!(head, "{name}: {value}\r\n");
    }
    format!("{head}\r\n{body}").into_bytes()
}

fn serve(shared: &Shared, mut stream: TcpStream) {
    let Some(seen) = read(&mut stream) else { return };
    let act = shared.script.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    shared.seen.lock().unwrap_or_else(PoisonError::into_inner).push(seen.clone());
    match act {
        None => {}
        Some(Act::Send(bytes)) => _ = stream.write_all(&bytes),
        Some(Act::Echo(answer)) => _ = stream.write_all(&answer(&seen)),
        Some(Act::Stall(bytes)) => {
            _ = stream.write_all(&bytes);
            std::thread::sleep(Duration::from_secs(60));
        }
    }
}

/// One request from a connection; `None` if the client sent none, or one that ends early.
pub fn read(stream: &mut impl Read) -> Option<Seen> {
    let mut raw = Vec::new();
    let mut more = |raw: &mut Vec<u8>| {
        let mut buffer = [0; 4096];
        let length = stream.read(&mut buffer).ok().filter(|length| *length > 0)?;
        raw.extend_from_slice(&buffer[..length]);
        Some(())
    };
    let end = loop {
        if let Some(end) = raw.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        more(&mut raw)?;
    };
    let head = String::from_utf8_lossy(&raw[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let line = lines.next()?.to_owned();
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .collect();
    let length = headers
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .map_or(Some(0), |(_, value)| value.parse().ok())?;
    while raw.len() < end + 4 + length {
        more(&mut raw)?;
    }
    let body = raw[end + 4..].to_vec();
    Some(Seen { line, headers, body, raw })
}

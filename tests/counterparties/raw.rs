//! Requests written by hand, also ones that no client of ours would send, and the answers as they came.

use crate::server::Server;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// What a server answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

/// How many token requests came to a server, and how many of them it refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) token: u64,
    pub(crate) refused: u64,
}

impl Counts {
    /// What has come since.
    pub(crate) fn since(self, earlier: Self) -> Self {
        Self { token: self.token - earlier.token, refused: self.refused - earlier.refused }
    }
}

impl Server {
    /// Posts a form with the credentials of HTTP Basic, as they are.
    pub(crate) fn post(&self, path: &str, (id, secret): (&str, &str), fields: &[(&str, &str)]) -> Answer {
        let form: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let basic = STANDARD.encode(format!("{id}:{secret}"));
        let length = form.len();
        self.exchange(&format!(
            "POST {path} HTTP/1.0\r\nauthorization: Basic {basic}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{form}"
        ))
    }

    /// Asks for something with a bearer token.
    pub(crate) fn get(&self, path: &str, token: &str) -> Answer {
        self.exchange(&format!("GET {path} HTTP/1.0\r\nauthorization: Bearer {token}\r\n\r\n"))
    }

    /// How often a token was asked for.
    pub(crate) fn counts(&self) -> Counts {
        let counts = self.get("/test/counts", "").json();
        let count = |name: &str| counts[name].as_u64().expect("it is a count");
        Counts { token: count("token"), refused: count("refused") }
    }

    /// Sends a request of HTTP/1.0, whose answer ends with the connection.
    fn exchange(&self, request: &str) -> Answer {
        let address = self.url().strip_prefix("http://").expect("it is plain");
        let mut stream = TcpStream::connect(address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("it is not zero");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("it answers");
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }
}

impl Answer {
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// A text of the JSON object that the body is.
    pub(crate) fn member(&self, name: &str) -> String {
        self.json()[name].as_str().unwrap_or_else(|| panic!("no `{name}`: {self:?}")).to_owned()
    }

    /// A header's value, or nothing.
    pub(crate) fn header(&self, name: &str) -> &str {
        let mut pairs = self.head.lines().filter_map(|line| line.split_once(": "));
        pairs.find(|(found, _)| found.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }
}

//! One connection of a server on loopback, taken and answered piece by piece, as a test wants it. Unlike
//! [`loopback`](enkash_tests::loopback) it also takes a body in chunks (RFC 9112 §7.1).

use enkash_api::runtime::BaseUrl;
use std::io::ErrorKind;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// A server that nobody has called yet.
pub(crate) struct Receiver(TcpListener);

impl Receiver {
    pub(crate) async fn start() -> Self {
        Self(TcpListener::bind("127.0.0.1:0").await.expect("a free port"))
    }

    pub(crate) fn url(&self) -> BaseUrl {
        let address = self.0.local_addr().expect("an address");
        BaseUrl::parse(format!("http://{address}")).expect("loopback may be plain")
    }

    /// The next connection, with the head of its request.
    pub(crate) async fn accept(&self) -> Connection {
        let (stream, _) = self.0.accept().await.expect("a connection");
        let mut connection =
            Connection { stream, read: Vec::new(), line: String::new(), headers: Vec::new() };
        let line = connection.line().await.expect("a request line");
        connection.line = line;
        loop {
            let line = connection.line().await.expect("a head to its end");
            let Some((name, value)) = line.split_once(':') else { return connection };
            connection.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
}

/// A connection whose request is being read.
pub(crate) struct Connection {
    stream: TcpStream,
    /// What has come and is still to be looked at.
    read: Vec<u8>,
    pub(crate) line: String,
    headers: Vec<(String, String)>,
}

impl Connection {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The next chunk of a body that comes in chunks; `None` after the last.
    ///
    /// # Errors
    /// If the connection ends before the last one.
    pub(crate) async fn chunk(&mut self) -> std::io::Result<Option<Vec<u8>>> {
        let size = self.line().await?;
        let size = usize::from_str_radix(&size, 16).expect("the size of a chunk");
        let chunk = self.take(size).await?;
        assert_eq!(self.line().await?, "", "a chunk is as long as it says");
        Ok((size > 0).then_some(chunk))
    }

    /// The whole body, however it is framed.
    pub(crate) async fn body(&mut self) -> Vec<u8> {
        if let Some(length) = self.header("content-length") {
            let length = length.parse().expect("a length");
            return self.take(length).await.expect("a body of that length");
        }
        assert_eq!(self.header("transfer-encoding"), Some("chunked"));
        let mut body = Vec::new();
        while let Some(chunk) = self.chunk().await.expect("chunks up to the last") {
            body.extend(chunk);
        }
        body
    }

    pub(crate) async fn send(&mut self, bytes: &[u8]) {
        self.stream.write_all(bytes).await.expect("the client listens");
    }

    /// Sends the head of an answer in chunks.
    pub(crate) async fn open_answer(&mut self, media_type: &str) {
        let head =
            format!("HTTP/1.1 200 OK\r\ncontent-type: {media_type}\r\ntransfer-encoding: chunked\r\n\r\n");
        self.send(head.as_bytes()).await;
    }

    /// Sends one chunk of it; an empty one is the last.
    pub(crate) async fn send_chunk(&mut self, bytes: &[u8]) {
        let chunk = [format!("{:x}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"].concat();
        self.send(&chunk).await;
    }

    async fn line(&mut self) -> std::io::Result<String> {
        loop {
            if let Some(end) = self.read.windows(2).position(|pair| pair == b"\r\n") {
                let rest = self.read.split_off(end + 2);
                let line = std::mem::replace(&mut self.read, rest);
                return Ok(String::from_utf8_lossy(&line[..end]).into_owned());
            }
            self.more().await?;
        }
    }

    async fn take(&mut self, length: usize) -> std::io::Result<Vec<u8>> {
        while self.read.len() < length {
            self.more().await?;
        }
        let rest = self.read.split_off(length);
        Ok(std::mem::replace(&mut self.read, rest))
    }

    async fn more(&mut self) -> std::io::Result<()> {
        match self.stream.read_buf(&mut self.read).await? {
            0 => Err(ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}

//! Answers that an HTTP library would not write: cut off, slow, endless, broken, or followed by a reset.

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, TRANSFER_ENCODING};
use http::{Response, StatusCode};
use std::io;
use std::time::Duration;
use tokio::net::TcpStream;

/// How a connection ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum End {
    /// With `FIN`, as after every last answer.
    #[default]
    Close,
    /// With `RST`.
    Reset,
    /// Not before the other side ends it.
    Silence,
}

/// How much of an answer goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    Nothing,
    HalfTheHead,
    TheHead,
    HalfTheBody,
    Everything,
}

/// Bytes in place of an answer.
#[derive(Clone, Default)]
pub(super) struct Raw {
    pub(super) start: Bytes,
    /// What follows for ever, unless it is empty.
    pub(super) repeated: Bytes,
}

impl Raw {
    /// The part of an answer, as it goes over the wire.
    pub(super) fn part(response: &Response<Bytes>, cut: Cut) -> Self {
        let mut bytes = head(response);
        let body = response.body();
        match cut {
            Cut::Nothing => bytes.clear(),
            Cut::HalfTheHead => bytes.truncate(bytes.len() / 2),
            Cut::TheHead => {}
            Cut::HalfTheBody => bytes.extend_from_slice(&body[..body.len() / 2]),
            Cut::Everything => bytes.extend_from_slice(body),
        }
        Self { start: bytes.into(), repeated: Bytes::new() }
    }

    /// Writes them, byte by byte if there is to be a pause between two, and ends the connection.
    pub(super) async fn play(self, stream: TcpStream, pause: Option<Duration>, end: End) {
        // Many at once, so that each does not cost a call of the system.
        let repeated = match self.repeated.len() {
            0 => Vec::new(),
            length => self.repeated.repeat((16 * 1024_usize).div_ceil(length)),
        };
        let written = async {
            write(&stream, &self.start, pause).await?;
            while !repeated.is_empty() {
                write(&stream, &repeated, pause).await?;
            }
            io::Result::Ok(())
        };
        // Whoever has hung up needs no end.
        if written.await.is_ok() {
            finish(stream, end).await;
        }
    }
}

/// Ends a connection.
pub(super) async fn finish(stream: TcpStream, end: End) {
    match end {
        End::Close => {}
        End::Reset => {
            // Where the system cannot, the connection still ends.
            _ = socket2::SockRef::from(&stream).set_linger(Some(Duration::ZERO));
        }
        End::Silence => {
            let mut heard = [0; 1024];
            loop {
                match stream.try_read(&mut heard) {
                    Ok(0) => break,
                    Ok(_) => {}
                    Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                        if stream.readable().await.is_err() {
                            break;
                        }
                    }
                    Err(_) => break,
                }
            }
        }
    }
}

async fn write(stream: &TcpStream, mut bytes: &[u8], pause: Option<Duration>) -> io::Result<()> {
    while !bytes.is_empty() {
        stream.writable().await?;
        let piece = if pause.is_some() { &bytes[..1] } else { bytes };
        match stream.try_write(piece) {
            Ok(written) => bytes = &bytes[written..],
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => continue,
            Err(error) => return Err(error),
        }
        if let Some(pause) = pause {
            tokio::time::sleep(pause).await;
        }
    }
    Ok(())
}

fn head(response: &Response<Bytes>) -> Vec<u8> {
    let status = response.status();
    let reason = status.canonical_reason().unwrap_or_default();
    let mut bytes = format!("HTTP/1.1 {} {reason}\r\n", status.as_str()).into_bytes();
    for (name, value) in response.headers() {
        bytes.extend_from_slice(name.as_str().as_bytes());
        bytes.extend_from_slice(b": ");
        bytes.extend_from_slice(value.as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    let has_length = response.headers().contains_key(CONTENT_LENGTH)
        || response.headers().contains_key(TRANSFER_ENCODING)
        || [StatusCode::NO_CONTENT, StatusCode::NOT_MODIFIED].contains(&status);
    if !has_length {
        bytes.extend_from_slice(format!("content-length: {}\r\n", response.body().len()).as_bytes());
    }
    bytes.extend_from_slice(b"\r\n");
    bytes
}

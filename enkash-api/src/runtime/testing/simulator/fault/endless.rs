//! Answers without an end.

use super::Fault;
use bytes::Bytes;

const CHUNKED: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n";

/// How many bytes of filling come at once.
const FILLING: usize = 16 * 1024;

impl Fault {
    /// An answer whose head never ends.
    pub fn endless_headers() -> Self {
        let line = format!("x-filling: {}\r\n", "a".repeat(1000));
        Self { name: "endless_headers", ..Self::endless("HTTP/1.1 200 OK\r\n", line) }
    }

    /// An answer whose body, in chunks, never ends: the start of a JSON text.
    pub fn endless_body() -> Self {
        let start = format!("{CHUNKED}\r\n6\r\n{{\"a\":\"\r\n");
        Self { name: "endless_body", ..Self::endless(start, chunk(&vec![b'a'; FILLING])) }
    }

    /// An answer whose body is compressed with gzip and never ends: out of each byte on the wire come 158.
    pub fn gzip_bomb() -> Self {
        let (start, repeated) = zeros();
        let mut head = format!("{CHUNKED}content-encoding: gzip\r\n\r\n").into_bytes();
        head.extend_from_slice(&chunk(&start));
        Self { name: "gzip_bomb", ..Self::endless(head, chunk(&repeated.repeat(FILLING / repeated.len()))) }
    }
}

fn chunk(bytes: &[u8]) -> Bytes {
    let mut chunk = format!("{:x}\r\n", bytes.len()).into_bytes();
    chunk.extend_from_slice(bytes);
    chunk.extend_from_slice(b"\r\n");
    chunk.into()
}

/// The start of a gzip stream (RFC 1952) of zeros, and what repeats in it: a block with fixed codes (RFC 1951
/// §3.2.6), a zero, and for ever "258 bytes from one byte back", whose 13 bits fill whole bytes every 13 bytes.
fn zeros() -> (Vec<u8>, Vec<u8>) {
    const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    const PERIOD: usize = 13;
    let block = "010";
    let zero = "00110000";
    let again = "1100010100000";
    let bits: Vec<u8> = [block, zero, &again.repeat(2 * 8)].concat().bytes().map(|bit| bit - b'0').collect();
    let bytes: Vec<u8> =
        bits.chunks(8).map(|bits| bits.iter().rev().fold(0, |byte, bit| byte << 1 | bit)).collect();
    // Block and zero end within the second byte.
    let (start, repeated) = (&bytes[..2], &bytes[2..2 + PERIOD]);
    ([&HEAD[..], start].concat(), repeated.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compressed_stream_is_the_one_that_inflates_to_zeros() {
        let (start, repeated) = zeros();
        // What zlib inflates, with a thousand repetitions, to 1 + 1000 × 8 × 258 zeros.
        assert_eq!(start[10..], [0x62, 0x18]);
        assert_eq!(repeated, [0x05, 0xa3, 0x60, 0x14, 0x8c, 0x82, 0x51, 0x30, 0x0a, 0x46, 0xc1, 0x28, 0x18]);
    }
}

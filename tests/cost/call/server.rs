//! A server in a process of its own, so that what it does is not counted: it answers every request with the same token.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;

const TOKEN: &str = "{\"access_token\":\"bCFIP675fAbCdEfGhIjKlMnOpQr\",\"token_type\":\"bearer\",\"refresh_token\":\
    \"bg-xFpMtAbCdEfGhIjKlMnOpQrS\",\"expires_in\":86399,\"scope\":\"r w t\"}";

/// The server, as long as it is needed.
pub(crate) struct Process {
    pub(crate) url: String,
    child: Child,
}

impl Process {
    pub(crate) fn start() -> Self {
        let program = std::env::current_exe().expect("this program");
        let mut child = Command::new(program)
            .arg("--server")
            .stdout(Stdio::piped())
            .spawn()
            .expect("this program runs once more");
        let mut url = String::new();
        let out = child.stdout.take().expect("it is piped");
        BufReader::new(out).read_line(&mut url).expect("the server says where it is");
        Self { url: url.trim().to_owned(), child }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// Serves until it is killed.
pub(crate) fn serve() -> ExitCode {
    let answer: Arc<str> = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{TOKEN}",
        TOKEN.len()
    )
    .into();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    println!("http://{}", listener.local_addr().expect("an address"));
    for stream in listener.incoming().flatten() {
        let answer = Arc::clone(&answer);
        std::thread::spawn(move || serve_one(stream, answer.as_bytes()));
    }
    ExitCode::SUCCESS
}

fn serve_one(mut stream: TcpStream, answer: &[u8]) -> Option<()> {
    _ = stream.set_nodelay(true);
    let mut heard = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let end = loop {
            if let Some(end) = heard.windows(4).position(|window| window == b"\r\n\r\n") {
                break end + 4;
            }
            let length = stream.read(&mut buffer).ok().filter(|length| *length > 0)?;
            heard.extend_from_slice(&buffer[..length]);
        };
        let head = String::from_utf8_lossy(&heard[..end]).to_ascii_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
        let whole = end + length.unwrap_or(0_usize);
        while heard.len() < whole {
            let length = stream.read(&mut buffer).ok().filter(|length| *length > 0)?;
            heard.extend_from_slice(&buffer[..length]);
        }
        heard.drain(..whole);
        stream.write_all(answer).ok()?;
    }
}

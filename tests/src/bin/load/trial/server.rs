//! The server, in a process of its own: it remembers every request, and what it does is not the client's memory.

use super::bank::{ID, PASSWORD, SECRET, USER};
use enkash_api::testing::{Case, Fault, TokenServer, answer};
use serde_json::{Value, json};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

/// What a refusal has that says nothing about the token.
pub(crate) const AT_RANDOM: &str = "x-at-random";

/// What the server has seen.
pub(crate) struct Stats {
    /// How many tokens it has given.
    pub(crate) generation: usize,
    /// How many of them, but for the last, were never refused.
    pub(crate) unneeded: usize,
    /// How many calls with a good token were refused.
    pub(crate) random_refusals: usize,
    /// How many logins were refused.
    pub(crate) failures: usize,
}

/// The server, as long as it is needed.
pub(crate) struct Process {
    pub(crate) url: String,
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Process {
    /// A server whose tokens live so long.
    pub(crate) fn start(life: Duration) -> Self {
        let program = std::env::current_exe().expect("this program");
        let mut child = Command::new(program)
            .args(["--server", &life.as_millis().to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("this program runs once more");
        let to = child.stdin.take().expect("it is piped");
        let mut from = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut url = String::new();
        from.read_line(&mut url).expect("the server says where it is");
        Self { url: url.trim().to_owned(), child, to, from }
    }

    /// Tells the server something, and hears what it has seen.
    pub(crate) fn ask(&mut self, what: &str) -> Stats {
        writeln!(self.to, "{what}").expect("the server listens");
        let mut line = String::new();
        self.from.read_line(&mut line).expect("the server answers");
        let stats: Value = serde_json::from_str(&line).expect("JSON");
        let count =
            |name: &str| stats[name].as_u64().and_then(|count| count.try_into().ok()).expect("a count");
        Stats {
            generation: count("generation"),
            unneeded: count("unneeded"),
            random_refusals: count("random_refusals"),
            failures: count("failures"),
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// Serves until its input ends.
pub(crate) fn serve(life: Duration) -> ExitCode {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let server = runtime.block_on(
        TokenServer::builder()
            .client(ID, SECRET)
            .user(USER, PASSWORD)
            .access_lifetime(life)
            // What it says is said by servers whose tokens end earlier than they say.
            .token_field("expires_in", 3_600)
            .resource("GET", "/accounts/{account}", json!({ "account": "7", "balance": 1 }))
            .resource_with("POST", "/transfers", |_| answer(201, json!({ "id": "1" })))
            .start(),
    );
    let server = Arc::new(server.expect("a free port"));
    let trouble = Arc::new(Trouble::default());
    std::thread::spawn({
        let (server, trouble) = (Arc::clone(&server), Arc::clone(&trouble));
        move || trouble.make(&server)
    });
    println!("{}", server.url());
    for line in io::stdin().lines().map_while(Result::ok) {
        match line.as_str() {
            "trouble" => trouble.on.store(true, Ordering::SeqCst),
            "calm" => {
                trouble.on.store(false, Ordering::SeqCst);
                server.clear();
            }
            "change password" => {
                server.set_password(USER, "another");
                server.revoke_all();
            }
            _ => {}
        }
        let last = server.generation();
        let unneeded = (1..last).filter(|generation| server.uses(*generation).refused == 0).count();
        let stats = json!({
            "generation": last,
            "unneeded": unneeded,
            "random_refusals": trouble.refusals.load(Ordering::SeqCst),
            "failures": server.failures(),
        });
        println!("{stats}");
    }
    ExitCode::SUCCESS
}

/// What the server does to its callers while it is on.
#[derive(Default)]
struct Trouble {
    on: AtomicBool,
    refusals: AtomicUsize,
}

impl Trouble {
    fn make(&self, server: &TokenServer) {
        const ACCOUNTS: &str = "/accounts/{account}";
        for round in 0_u64.. {
            // A different order every time, and the same in every run.
            let dice = round.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(17) % 7;
            std::thread::sleep(Duration::from_millis(7 + dice * 3));
            if !self.on.load(Ordering::SeqCst) {
                continue;
            }
            server.inject(match dice {
                0 => {
                    self.refusals.fetch_add(1, Ordering::SeqCst);
                    Fault::case(Case::WrongToken).header(AT_RANDOM, "1").on(ACCOUNTS)
                }
                1 => Fault::case(Case::GatewayLimited).header("retry-after", "0").on(ACCOUNTS),
                2 => Fault::case(Case::GatewayUnavailable).on(ACCOUNTS),
                3 => Fault::close().on(ACCOUNTS),
                4 => Fault::close_after_answer(),
                5 => Fault::case(Case::GatewayUnavailable).on("/transfers"),
                _ => Fault::reset().on(ACCOUNTS),
            });
        }
    }
}

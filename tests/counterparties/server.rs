//! The servers as processes, on ports of their own.
//!
//! They end when their standard input does, so that none is left behind whatever becomes of the tests.

use enkash_gen::{
    project::Project,
    report::{Report, Sources, render},
};
use serde_json::json;
use std::fs;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Once;
use std::sync::mpsc;
use std::time::Duration;
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard};

/// The user of all servers, with a plain password.
pub(crate) const USER: (&str, &str) = ("1234567890", "Made-Up@0000000");
/// Another user, with a password that a form must escape.
pub(crate) const ODD_USER: (&str, &str) = ("odd", "p&=+% \n😀");
/// A third, with the part of it that every server takes.
pub(crate) const TAME_USER: (&str, &str) = ("tame", "p&=+% ü");
/// The client of all servers, with a plain secret.
pub(crate) const CLIENT: (&str, &str) = ("made-up-client", "made-up-secret");
/// Another client, with a secret that RFC 6749, section 2.3.1 escapes.
pub(crate) const ODD_CLIENT: (&str, &str) = ("odd-client", "s:ec+r%et");

/// How long a server may take until it listens.
const PATIENCE: Duration = Duration::from_secs(60);

/// A foreign OAuth server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Dot,
    Authlib,
    Node,
}

impl Kind {
    pub(crate) const ALL: [Self; 3] = [Self::Dot, Self::Authlib, Self::Node];

    fn command(self) -> Command {
        let (program, script) = match self {
            Self::Dot => (installed().join("python/bin/python"), "dot.py"),
            Self::Authlib => (installed().join("python/bin/python"), "authlib_server.py"),
            Self::Node => ("node".into(), "node.mjs"),
        };
        let mut command = Command::new(program);
        command.arg(sources().join(script));
        command
    }

    /// Where a token is revoked.
    pub(crate) fn revocation(self) -> &'static str {
        match self {
            Self::Dot | Self::Authlib => "/revoke",
            Self::Node => "/test/revoke",
        }
    }
}

/// A running server.
pub(crate) struct Server {
    child: Child,
    url: String,
}

impl Server {
    /// The server that the tests take turns at, or none where nothing is to be tested. Its tokens live five minutes.
    pub(crate) async fn shared(kind: Kind) -> Option<MappedMutexGuard<'static, Self>> {
        static SERVERS: [Mutex<Option<Server>>; 3] = [const { Mutex::const_new(None) }; 3];
        if !are_wanted() {
            return None;
        }
        let server = SERVERS[kind as usize].lock().await;
        Some(MutexGuard::map(server, |server| server.get_or_insert_with(|| Self::oauth(kind, 300, 3600))))
    }

    /// Starts a server with lifetimes of the access token and the refresh token in seconds.
    pub(crate) fn with_lifetimes(kind: Kind, access: u32, refresh: u32) -> Option<Self> {
        are_wanted().then(|| Self::oauth(kind, access, refresh))
    }

    /// Starts Prism between a client and a server, with the description of a product: its overlays are applied.
    pub(crate) fn prism(product: &str, upstream: &str) -> Option<Self> {
        are_wanted().then(|| {
            let mut command = Command::new(sources().join("prism"));
            command.arg(description(product)).arg(upstream);
            Self::run(command)
        })
    }

    fn oauth(kind: Kind, access: u32, refresh: u32) -> Self {
        let clients = json!({ CLIENT.0: CLIENT.1, ODD_CLIENT.0: ODD_CLIENT.1 });
        let users = json!({ USER.0: USER.1, ODD_USER.0: ODD_USER.1, TAME_USER.0: TAME_USER.1 });
        let mut command = kind.command();
        command.args(["--clients", &clients.to_string(), "--users", &users.to_string()]);
        command.args(["--lifetime", &access.to_string(), "--refresh-lifetime", &refresh.to_string()]);
        Self::run(command)
    }

    fn run(mut command: Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let (sender, heard) = mpsc::channel();
        // To the end of the process: one that nobody listens to would come to a halt.
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                if let Some((_, url)) = line.split_once("listening on ") {
                    let _ = sender.send(url.trim().to_owned());
                }
            }
        });
        let mut server = Self { child, url: String::new() };
        server.url = heard.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("{command:?} does not listen"));
        server
    }

    /// `http://127.0.0.1:<port>`.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The description of a product as a file.
fn description(product: &str) -> PathBuf {
    let (mut loaded, mut report) = (Sources::new(), Report::new());
    let project = Project::open(&sources().join("../../spec"), &mut loaded, &mut report).expect("it opens");
    let document = project.product(product).and_then(|product| product.load(&mut loaded, &mut report));
    let document = document.unwrap_or_else(|| panic!("{}", render(&report, &loaded, false)));
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{product}.json"));
    fs::write(&file, document.root().value().to_string()).expect("the description is written");
    file
}

fn sources() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("counterparties")
}

/// Where `tests/counterparties/install` installs, whatever cargo's own target folder is.
fn installed() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/counterparties")
}

/// Whether the servers are to be started. Where they are not, it is said once, past what a test's output is caught by.
fn are_wanted() -> bool {
    static SAID: Once = Once::new();
    let are_there = installed().join("installed").exists();
    if std::env::var_os("CI_COUNTERPARTIES").is_some_and(|value| value == "1") {
        assert!(are_there, "counterparties are not installed; help: run tests/counterparties/install");
        return true;
    }
    SAID.call_once(|| {
        let reason = if are_there {
            "counterparties are installed, but CI_COUNTERPARTIES=1 is not set"
        } else {
            "counterparties are not installed: run tests/counterparties/install, and set CI_COUNTERPARTIES=1"
        };
        let _ = writeln!(io::stderr(), "\n!! {reason}; NOTHING WAS TESTED HERE");
    });
    false
}

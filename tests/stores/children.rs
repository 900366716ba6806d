//! The processes that the tests start: this program once more, which then plays a part.

use std::{
    env, fs,
    io::{self, BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    time::Duration,
};

use enkash_api::{FileStore, StoreKey, StoredToken, TokenStore as _};

use super::{runtime, token};

const PART: &str = "STORES_PART";
const DIRECTORY: &str = "STORES_DIRECTORY";

/// The name of the file in which each login leaves a line.
pub(crate) const LOG: &str = "log";

/// What a process does.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part {
    /// Saves one of two tokens and then the other until it is killed. Says a line before the first, and one after it.
    Saver,
    /// Gets a token for every line that it reads, and says which.
    Login,
}

/// The key that savers use.
pub(crate) fn key() -> StoreKey {
    StoreKey::digest(["https://api.example.com", "client"])
}

/// The command that starts a process.
pub(crate) fn command(part: Part, directory: &Path) -> Command {
    let mut command = Command::new(env::current_exe().expect("a test knows its program"));
    command
        .args(["--ignored", "--exact", "children::child", "--nocapture"])
        .env(PART, format!("{part:?}"))
        .env(DIRECTORY, directory)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    command
}

/// A process that is killed with the test, if not before.
pub(crate) struct Process {
    child: Child,
    said: BufReader<ChildStdout>,
}

impl Process {
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command.spawn().expect("the test can be started once more");
        let said = BufReader::new(child.stdout.take().expect("it is piped"));
        Self { child, said }
    }

    /// Kills the process with the signal that none can catch, and waits for its end.
    pub(crate) fn kill(&mut self) {
        self.child.kill().expect("it is ours to kill");
        self.child.wait().expect("it is ours to wait for");
    }

    pub(crate) fn tell(&mut self, line: &str) {
        let stdin = self.child.stdin.as_mut().expect("it is piped");
        writeln!(stdin, "{line}").expect("the process reads");
    }

    /// The next line that the process itself has said, and not the harness around it.
    pub(crate) fn hear(&mut self) -> String {
        loop {
            let mut line = String::new();
            let length = self.said.read_line(&mut line).expect("what it says is text");
            assert!(length > 0, "the process has ended");
            if let Some(said) = line.trim_end().strip_prefix("> ") {
                return said.to_owned();
            }
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended before.
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

fn say(line: &str) {
    // The harness has begun a line of its own.
    println!("\n> {line}");
    io::stdout().flush().expect("somebody listens");
}

#[test]
#[ignore = "is started by the others, as a process of its own"]
fn child() {
    let Ok(part) = env::var(PART) else { return };
    let directory = PathBuf::from(env::var_os(DIRECTORY).expect("it comes with the part"));
    match &*part {
        "Saver" => saver(&directory),
        "Login" => login(&directory),
        _ => panic!("there is no part {part}"),
    }
}

fn saver(directory: &Path) {
    let (store, key, tokens) = (FileStore::new(directory), key(), [token("a"), token("bc")]);
    say("ready");
    runtime().block_on(async {
        for (number, token) in tokens.iter().cycle().enumerate() {
            let _guard = store.lock(&key).await.expect("it can be locked");
            store.save(&key, token).await.expect("it can be saved");
            if number == 0 {
                say("saved");
            }
        }
    });
}

fn login(directory: &Path) {
    let store = FileStore::new(directory);
    let runtime = runtime();
    for line in io::stdin().lines() {
        let line = line.expect("it is text");
        let token = runtime.block_on(log_in(&store, directory, &line));
        say(token.access_token.expose());
    }
}

/// What a client does that has no token.
async fn log_in(store: &FileStore, directory: &Path, user: &str) -> StoredToken {
    let key = StoreKey::digest([user]);
    let _guard = store.lock(&key).await.expect("it can be locked");
    if let Some(token) = store.load(&key).await.expect("it can be read") {
        return token;
    }
    let mut log =
        fs::File::options().append(true).create(true).open(directory.join(LOG)).expect("it is ours");
    writeln!(log, "{user}").expect("it can be written");
    tokio::time::sleep(Duration::from_millis(3)).await;
    let token = StoredToken::new(format!("{user} by {}", std::process::id()), std::time::SystemTime::now());
    store.save(&key, &token).await.expect("it can be saved");
    token
}

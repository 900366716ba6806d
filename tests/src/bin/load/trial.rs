//! The phases: callers without a token, all that can go wrong, and a login that is no longer good.

mod bank;
mod calls;
mod report;
mod server;

use self::report::Verdict;
use self::server::Process;
use enkash_tests::resident;
use std::process::ExitCode;
use std::time::Duration;

/// How many tasks call at a time.
const TASKS: u32 = 64;

/// How many calls they make in all, for every 20 seconds.
const CALLS: u32 = 10_000;

/// How many callers there are when there is no token yet.
const COLD: u32 = 1_000;

/// How long a token lives, where that is what hurts, and where it is not.
const SHORT: Duration = Duration::from_millis(50);
const LONG: Duration = Duration::from_secs(3_600);

/// What the command line asks for.
pub(crate) fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--server", life] => server::serve(Duration::from_millis(life.parse().expect("milliseconds"))),
        [seconds] => match seconds.parse() {
            Ok(seconds) => load(Duration::from_secs(seconds)),
            Err(_) => usage(),
        },
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: load SECONDS");
    ExitCode::from(2)
}

fn load(time: Duration) -> ExitCode {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let mut verdict = Verdict::default();
    runtime.block_on(async {
        cold(&mut verdict, &mut Process::start(LONG)).await;
        steady(&mut verdict, &mut Process::start(SHORT), time).await;
        refused(&mut verdict, &mut Process::start(LONG)).await;
    });
    verdict.print()
}

/// A thousand callers, and no token.
async fn cold(verdict: &mut Verdict, server: &mut Process) {
    let client = bank::client(&server.url);
    let outcomes = calls::at_once(&client, COLD).await;
    let fetched = server.ask("stats").generation;
    verdict.check(
        &format!("{COLD} cold callers: {} answers, {fetched} token requests", outcomes.answers),
        outcomes.answers == COLD && fetched == 1,
    );
}

/// All that can go wrong, for this long.
async fn steady(verdict: &mut Verdict, server: &mut Process, time: Duration) {
    server.ask("trouble");
    let client = bank::client(&server.url);
    let calls = CALLS * u32::try_from(time.as_secs().max(1)).unwrap_or(u32::MAX).div_ceil(20).max(1);
    // Until everything that is made once is made.
    calls::spread(&client, TASKS, calls / 10, time / 10).await;
    let before = resident();
    let outcomes = calls::spread(&client, TASKS, calls, time).await;
    let grown = resident().saturating_sub(before);
    let stats = server.ask("calm");
    verdict.check(
        &format!("{calls} calls by {TASKS} tasks: {outcomes}"),
        outcomes.about_tokens == 0 && outcomes.answers > calls / 2,
    );
    verdict.check(
        &format!(
            "{} tokens, of which {} were fetched though the last was good; {} good ones were refused at random",
            stats.generation, stats.unneeded, stats.random_refusals
        ),
        stats.unneeded <= stats.random_refusals && stats.generation > 10,
    );
    verdict.check(&format!("memory grew by {} kB", grown / 1024), grown < 8 << 20);
}

/// The password is changed on the other side.
async fn refused(verdict: &mut Verdict, server: &mut Process) {
    let client = bank::client(&server.url);
    calls::at_once(&client, 1).await;
    let before = server.ask("change password");
    let outcomes = calls::at_once(&client, COLD).await;
    let after = server.ask("stats");
    verdict.check(
        &format!(
            "a login that is no longer good: {} refusals, {} attempts",
            outcomes.refusals,
            after.failures - before.failures
        ),
        outcomes.refusals == COLD && after.failures - before.failures == 1,
    );
}

//! Calls, and how they went.

use super::SHORT;
use super::server::AT_RANDOM;
use enkash_api::{Error, ErrorKind};
use enkash_tests::golden::bank::{Client, Transfer, TransferRequired};
use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, Instant};

/// How calls went.
#[derive(Default)]
pub(crate) struct Outcomes {
    pub(crate) answers: u32,
    /// Errors that a caller should never see: the token was stale.
    pub(crate) about_tokens: u32,
    /// The login was refused.
    pub(crate) refusals: u32,
    /// What else went wrong: what the server was told to do.
    others: BTreeMap<String, u32>,
}

impl Outcomes {
    fn count(&mut self, outcome: Result<(), Error>, took: Duration) {
        let Err(error) = outcome else {
            self.answers += 1;
            return;
        };
        // A call whose token has ended may be refused once more by mere chance: it was not sent a third time.
        let by_chance = error.headers().is_some_and(|headers| headers.contains_key(AT_RANDOM));
        match error.kind() {
            ErrorKind::Unauthorized if by_chance => {
                *self.others.entry("refused by chance, twice".to_owned()).or_default() += 1;
            }
            // The second token is younger than the call. If that has been under way for longer than a token lives, the
            // machine is too busy for anybody to bring one to the server in time.
            ErrorKind::Unauthorized if took > SHORT => {
                *self.others.entry("under way for longer than a token lives".to_owned()).or_default() += 1;
            }
            ErrorKind::Unauthorized | ErrorKind::Token => self.about_tokens += 1,
            ErrorKind::Credentials | ErrorKind::CredentialsLatched => self.refusals += 1,
            kind => *self.others.entry(format!("{kind:?}")).or_default() += 1,
        }
    }

    fn add(&mut self, other: Self) {
        self.answers += other.answers;
        self.about_tokens += other.about_tokens;
        self.refusals += other.refusals;
        for (kind, count) in other.others {
            *self.others.entry(kind).or_default() += count;
        }
    }
}

impl fmt::Display for Outcomes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} answers, {} errors about tokens", self.answers, self.about_tokens)?;
        if self.refusals > 0 {
            write!(f, ", {} refusals", self.refusals)?;
        }
        self.others.iter().try_for_each(|(kind, count)| write!(f, ", {count} {kind}"))
    }
}

/// A call of one kind or another – questions, and now and then an order – and how long it took.
async fn call(client: &Client, number: u32) -> (Result<(), Error>, Duration) {
    let start = Instant::now();
    let outcome = if number.is_multiple_of(8) {
        let order = Transfer::new(TransferRequired { id: number.to_string(), amount: 1 });
        client.transfer(&order).await.map(drop).map_err(Error::from)
    } else {
        client.get_account("7").await.map(drop).map_err(Error::from)
    };
    (outcome, start.elapsed())
}

/// So many calls at the same time, all of them questions.
pub(crate) async fn at_once(client: &Client, calls: u32) -> Outcomes {
    let tasks: Vec<_> = (0..calls)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { call(&client, 1).await })
        })
        .collect();
    let mut outcomes = Outcomes::default();
    for task in tasks {
        let (outcome, took) = task.await.expect("no call panics");
        outcomes.count(outcome, took);
    }
    outcomes
}

/// So many calls over a time, by so many tasks.
pub(crate) async fn spread(client: &Client, tasks: u32, calls: u32, time: Duration) -> Outcomes {
    let each = calls.div_ceil(tasks);
    let start = Instant::now();
    let running: Vec<_> = (0..tasks)
        .map(|task| {
            let client = client.clone();
            tokio::spawn(async move {
                let mut outcomes = Outcomes::default();
                for number in 0..each {
                    let due = time.mul_f64(f64::from(number * tasks + task) / f64::from(each * tasks));
                    tokio::time::sleep(due.saturating_sub(start.elapsed())).await;
                    let (outcome, took) = call(&client, number).await;
                    outcomes.count(outcome, took);
                }
                outcomes
            })
        })
        .collect();
    let mut outcomes = Outcomes::default();
    for task in running {
        outcomes.add(task.await.expect("no task panics"));
    }
    outcomes
}

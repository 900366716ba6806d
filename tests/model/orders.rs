//! Callers, flights and refusals in every order: no second flight, no lost waker, no token that is known to be bad.

use super::cell::{Cell, Got, Landing, Latched, NEVER, Ticket};
use super::sync::{Arc, AtomicU64, Mutex, Ordering};
use shuttle::future;
use shuttle::thread;
use std::collections::BTreeSet;

type Tokens = Cell<u64, &'static str>;

/// What a server would know: the fetches that are under way and were, and the tokens that it has revoked.
#[derive(Default)]
struct Server {
    flying: AtomicU64,
    fetches: AtomicU64,
    revoked: Mutex<BTreeSet<u64>>,
}

fn cell() -> Arc<Tokens> {
    Arc::new(Cell::new(|| "lost"))
}

/// Tries orders; the number of them, and with which a failure is repeated, is in the message of a panic.
fn check(model: impl Fn() + Send + Sync + 'static) {
    let rounds = std::env::var("MODEL_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(2_000);
    shuttle::check_pct(model, rounds, 3);
}

impl Server {
    /// Flies: fetches a token and lands with it.
    fn fly(&self, ticket: Ticket<u64, &'static str>) {
        assert_eq!(self.flying.fetch_add(1, Ordering::SeqCst), 0, "two flights at a time");
        thread::yield_now();
        let value = self.fetches.fetch_add(1, Ordering::SeqCst) + 1;
        self.flying.fetch_sub(1, Ordering::SeqCst);
        ticket.land(Landing::Value { value, renew_at: NEVER, ends_at: NEVER, not_before: 0 });
    }

    /// A call: with a token, that is fetched if there is none; the generation and token that it was made with.
    fn call(self: &Arc<Self>, cell: &Arc<Tokens>) -> Result<(u64, u64), &'static str> {
        if let Some(hit) = cell.hit(1, |entry| (entry.generation, entry.value)) {
            return Ok(hit);
        }
        match cell.get(1, Latched::Holds) {
            Got::Entry(entry, ticket) => {
                assert!(ticket.is_none(), "nothing is due");
                Ok((entry.generation, entry.value))
            }
            Got::Awaited(waiter, ticket) => {
                let flight = ticket.map(|ticket| {
                    let server = Arc::clone(self);
                    thread::spawn(move || server.fly(ticket))
                });
                // A waker that is lost is a deadlock, which the checker reports.
                let outcome = future::block_on(waiter).map(|entry| (entry.generation, entry.value));
                if let Some(flight) = flight {
                    flight.join().expect("no panic");
                }
                outcome
            }
            Got::Refused(error) => Err(error),
        }
    }
}

#[test]
fn cold_callers_share_one_flight() {
    check(|| {
        let (cell, server) = (cell(), Arc::new(Server::default()));
        let callers: Vec<_> = (0..3)
            .map(|_| {
                let (cell, server) = (Arc::clone(&cell), Arc::clone(&server));
                thread::spawn(move || server.call(&cell).expect("a token"))
            })
            .collect();
        for caller in callers {
            assert_eq!(caller.join().expect("no panic"), (1, 1));
        }
        assert_eq!(server.fetches.load(Ordering::SeqCst), 1);
    });
}

#[test]
fn token_that_was_refused_is_not_handed_out_again_and_is_replaced_once() {
    check(|| {
        let (cell, server) = (cell(), Arc::new(Server::default()));
        let (_, first) = server.call(&cell).expect("a token");
        server.revoked.lock().expect("no panic").insert(first);
        let callers: Vec<_> = (0..3)
            .map(|_| {
                let (cell, server) = (Arc::clone(&cell), Arc::clone(&server));
                thread::spawn(move || {
                    let (generation, token) = server.call(&cell).expect("a token");
                    if !server.revoked.lock().expect("no panic").contains(&token) {
                        return;
                    }
                    cell.invalidate(generation, 0);
                    let (newer, token) = server.call(&cell).expect("a token");
                    assert!(newer > generation, "it was known to be bad");
                    assert!(!server.revoked.lock().expect("no panic").contains(&token));
                })
            })
            .collect();
        for caller in callers {
            caller.join().expect("no panic");
        }
        assert_eq!(server.fetches.load(Ordering::SeqCst), 2, "a late refusal does not cost the new one");
    });
}

#[test]
fn cancelled_caller_and_lost_flight_leave_nobody_waiting() {
    check(|| {
        let (cell, server) = (cell(), Arc::new(Server::default()));
        let lost = {
            let cell = Arc::clone(&cell);
            thread::spawn(move || {
                if let Got::Awaited(waiter, ticket) = cell.get(1, Latched::Holds) {
                    drop(waiter);
                    thread::yield_now();
                    drop(ticket);
                }
            })
        };
        let callers: Vec<_> = (0..2)
            .map(|_| {
                let (cell, server) = (Arc::clone(&cell), Arc::clone(&server));
                thread::spawn(move || match server.call(&cell) {
                    Ok(_) => {}
                    Err(error) => assert_eq!(error, "lost"),
                })
            })
            .collect();
        lost.join().expect("no panic");
        callers.into_iter().for_each(|caller| caller.join().expect("no panic"));
        assert!(server.call(&cell).is_ok(), "the next caller fetches anew");
    });
}

#[test]
fn refusal_is_latched_for_all_until_it_is_reset() {
    check(|| {
        let (cell, attempts) = (cell(), Arc::new(AtomicU64::new(0)));
        let callers: Vec<_> = (0..3)
            .map(|_| {
                let (cell, attempts) = (Arc::clone(&cell), Arc::clone(&attempts));
                thread::spawn(move || match cell.get(1, Latched::Holds) {
                    Got::Entry(..) => panic!("there is no token"),
                    Got::Refused(error) => assert_eq!(error, "refused"),
                    Got::Awaited(waiter, ticket) => {
                        if let Some(ticket) = ticket {
                            attempts.fetch_add(1, Ordering::SeqCst);
                            ticket.land(Landing::Refused("refused"));
                        }
                        assert_eq!(future::block_on(waiter).err(), Some("refused"));
                    }
                })
            })
            .collect();
        callers.into_iter().for_each(|caller| caller.join().expect("no panic"));
        assert_eq!(attempts.load(Ordering::SeqCst), 1, "one attempt, not three");
        cell.reset();
        assert!(matches!(cell.get(1, Latched::Holds), Got::Awaited(_, Some(_))));
    });
}

#[test]
fn flight_of_old_credentials_installs_nothing() {
    check(|| {
        let cell = cell();
        let Got::Awaited(waiter, Some(ticket)) = cell.get(1, Latched::Holds) else { panic!("it is cold") };
        let old = thread::spawn(move || {
            ticket.land(Landing::Value { value: 7, renew_at: NEVER, ends_at: NEVER, not_before: 0 });
        });
        let change = {
            let cell = Arc::clone(&cell);
            thread::spawn(move || cell.start_over())
        };
        assert_eq!(future::block_on(waiter).map(|entry| entry.value), Ok(7), "who waited for it gets it");
        old.join().expect("no panic");
        change.join().expect("no panic");
        assert!(cell.hit(1, |entry| entry.value).is_none(), "and nobody else");
    });
}

#[test]
fn due_token_is_renewed_by_one_and_served_to_all() {
    check(|| {
        let cell = cell();
        let Got::Awaited(_, Some(ticket)) = cell.get(0, Latched::Holds) else { panic!("it is cold") };
        ticket.land(Landing::Value { value: 1, renew_at: 10, ends_at: 20, not_before: 0 });
        let renewals = Arc::new(AtomicU64::new(0));
        let callers: Vec<_> = (0..3)
            .map(|_| {
                let (cell, renewals) = (Arc::clone(&cell), Arc::clone(&renewals));
                thread::spawn(move || {
                    let Got::Entry(entry, ticket) = cell.get(15, Latched::Holds) else {
                        panic!("it is served")
                    };
                    assert!(entry.value <= 2);
                    if let Some(ticket) = ticket {
                        renewals.fetch_add(1, Ordering::SeqCst);
                        thread::yield_now();
                        ticket.land(Landing::Value { value: 2, renew_at: 30, ends_at: 40, not_before: 0 });
                    }
                })
            })
            .collect();
        callers.into_iter().for_each(|caller| caller.join().expect("no panic"));
        assert_eq!(renewals.load(Ordering::SeqCst), 1);
        assert_eq!(cell.hit(15, |entry| entry.value), Some(2));
    });
}

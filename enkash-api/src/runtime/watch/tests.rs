//! The two limits of waiting, on a clock that stands still.

use super::Watch;
use std::future::poll_fn;
use std::pin::pin;
use std::time::Duration;
use tokio::time::{Instant, sleep};

const SECOND: Duration = Duration::from_secs(1);

/// Waits for signs of a server, each of which comes after a pause, and gives how many came before the server had been
/// silent for two seconds.
async fn signs(watch: &Watch, pauses: &[u32]) -> usize {
    for (number, seconds) in pauses.iter().enumerate() {
        let mut is_waiting = false;
        let mut pause = pin!(sleep(*seconds * SECOND));
        let sign =
            poll_fn(|context| watch.sign(&mut is_waiting, 2 * SECOND, pause.as_mut().poll(context))).await;
        if sign.is_none() {
            return number;
        }
    }
    pauses.len()
}

/// What a call of at most ten seconds comes to, and how many seconds it took.
async fn called(pauses: &[u32]) -> (Option<usize>, u64) {
    let watch = Watch::new();
    let start = Instant::now();
    let came = watch.call(10 * SECOND, pin!(signs(&watch, pauses))).await;
    (came, start.elapsed().as_secs())
}

#[tokio::test(start_paused = true)]
async fn each_sign_begins_the_silence_anew() {
    assert_eq!(called(&[1; 5]).await, (Some(5), 5));
}

#[tokio::test(start_paused = true)]
async fn a_silence_ends_the_waiting_and_not_the_call() {
    assert_eq!(called(&[1, 1, 30]).await, (Some(2), 4));
}

#[tokio::test(start_paused = true)]
async fn a_call_ends_however_many_signs_there_are() {
    assert_eq!(called(&[1; 30]).await, (None, 10));
}

#[tokio::test(start_paused = true)]
async fn what_is_there_when_a_limit_passes_is_taken() {
    let watch = Watch::new();
    let came = watch.call(SECOND, pin!(async { sleep(SECOND).await })).await;
    assert_eq!(came, Some(()));
}

#[tokio::test(start_paused = true)]
async fn a_limit_that_no_clock_can_tell_is_none() {
    let watch = Watch::new();
    assert_eq!(watch.call(Duration::MAX, pin!(signs(&watch, &[1]))).await, Some(1));
}

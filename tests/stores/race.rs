//! Two processes need a token at the same moment: one logs in, and both have what it got.

use std::fs;

use super::{
    children::{LOG, Part, Process, command},
    rounds,
};

#[test]
fn two_processes_that_need_a_token_log_in_once() {
    let root = tempfile::tempdir().expect("a temporary directory");
    let directory = root.path().join("tokens");
    let mut processes = [(); 2].map(|()| Process::start(&mut command(Part::Login, &directory)));
    let users: Vec<String> = (0..rounds()).map(|round| format!("user {round}")).collect();
    for user in &users {
        for process in &mut processes {
            process.tell(user);
        }
        let [one, other] = processes.each_mut().map(Process::hear);
        assert_eq!(one, other);
        assert!(one.starts_with(&format!("{user} by ")), "{one}");
    }
    let log = fs::read_to_string(directory.join(LOG)).expect("somebody has logged in");
    assert_eq!(log.lines().collect::<Vec<_>>(), users);
}

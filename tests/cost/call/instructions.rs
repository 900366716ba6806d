//! Instructions of a call, as the slope between a short and a long run under callgrind: what is done once falls out.

use std::process::Command;

const FEW: u32 = 200;
const MANY: u32 = 1_200;

/// `None` if there is no valgrind.
pub(crate) fn per_call(who: &str, url: &str) -> Option<f64> {
    let (few, many) = (count(who, url, FEW)?, count(who, url, MANY)?);
    #[allow(clippy::cast_precision_loss)] // far below 2^53
    Some((many - few) as f64 / f64::from(MANY - FEW))
}

fn count(who: &str, url: &str, calls: u32) -> Option<u64> {
    let program = std::env::current_exe().expect("this program");
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args(["--calls", who, &calls.to_string(), url])
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "{said}");
    let line = said.lines().find_map(|line| line.split_once("Collected :"));
    Some(
        line.and_then(|(_, count)| count.trim().parse().ok()).unwrap_or_else(|| panic!("no count in {said}")),
    )
}

//! What a program costs that this one has started: processor time and peak memory, as the system counts them.

use std::{
    io,
    process::{Command, ExitCode, ExitStatus},
    time::{Duration, Instant},
};

/// What a program has cost, with everything that it started and waited for.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// As a clock on the wall sees it; whatever else the machine does is in it.
    pub wall: Duration,
    /// Processor time in user mode, of all threads.
    pub user: Duration,
    /// Processor time in the system, of all threads.
    pub system: Duration,
    /// The peak of the resident memory of the largest of its processes, in bytes.
    pub memory: u64,
}

impl Cost {
    /// More than anything costs.
    pub const MAX: Self =
        Self { wall: Duration::MAX, user: Duration::MAX, system: Duration::MAX, memory: u64::MAX };

    /// The lower of each.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self {
            wall: self.wall.min(other.wall),
            user: self.user.min(other.user),
            system: self.system.min(other.system),
            memory: self.memory.min(other.memory),
        }
    }

    /// Processor time, wherever it was spent.
    #[must_use]
    pub fn processor(self) -> Duration {
        self.user.saturating_add(self.system)
    }
}

/// Runs a program to its end.
///
/// # Errors
/// If it cannot be started or waited for.
pub fn run(command: &mut Command) -> io::Result<(ExitStatus, Cost)> {
    use std::os::unix::process::ExitStatusExt as _;

    let start = Instant::now();
    let child = command.spawn()?;
    let pid = libc::pid_t::try_from(child.id()).map_err(io::Error::other)?;
    let (mut status, mut usage) = (0, empty());
    loop {
        // SAFETY: `wait4` fills both, which are plain numbers, and keeps no pointer to them; nobody else waits for
        // this child, since `child` is dropped without it.
        let waited = unsafe { libc::wait4(pid, &raw mut status, 0, &raw mut usage) };
        if waited == pid {
            return Ok((ExitStatus::from_raw(status), cost(&usage, start.elapsed())));
        }
        let error = io::Error::last_os_error();
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
}

/// How a measuring program ends: 0 if its limits are kept, 1 if one is missed, 2 with the reason if it cannot tell.
#[must_use]
pub fn exit(kept: Result<bool, String>) -> ExitCode {
    match kept {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// What all children of this process, which have ended, have cost so far; nothing is said of the clock on the wall.
#[must_use]
pub fn children() -> Cost {
    let mut usage = empty();
    // SAFETY: `getrusage` fills the struct, which is plain numbers, and keeps no pointer to it.
    unsafe { libc::getrusage(libc::RUSAGE_CHILDREN, &raw mut usage) };
    cost(&usage, Duration::ZERO)
}

fn empty() -> libc::rusage {
    // SAFETY: the struct is plain numbers.
    unsafe { std::mem::zeroed() }
}

#[allow(clippy::useless_conversion)] // the numbers are narrower on other systems
fn cost(usage: &libc::rusage, wall: Duration) -> Cost {
    let number = |value: i64| u64::try_from(value).unwrap_or(0);
    let time = |time: libc::timeval| {
        Duration::from_secs(number(time.tv_sec.into())) + Duration::from_micros(number(time.tv_usec.into()))
    };
    // Apple counts bytes where the others count units of 1024.
    let unit = if cfg!(target_vendor = "apple") { 1 } else { 1024 };
    Cost {
        wall,
        user: time(usage.ru_utime),
        system: time(usage.ru_stime),
        memory: number(usage.ru_maxrss.into()) * unit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn program_is_run_to_its_end_and_counted() {
        let (status, cost) = run(Command::new("sh").args(["-c", "exit 3"])).expect("there is a shell");
        assert_eq!(status.code(), Some(3));
        assert!(cost.memory > 0 && cost.wall > Duration::ZERO);
    }
}

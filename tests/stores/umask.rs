//! Whatever a process lets others do by default, they can do nothing with its tokens.

use std::{
    fs,
    os::unix::fs::{DirBuilderExt as _, PermissionsExt as _},
    path::Path,
    process::{Command, Stdio},
};

use super::children::{LOG, Part, Process, command};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it is there").permissions().mode() & 0o7777
}

#[test]
fn files_are_the_owners_alone_whatever_the_umask() {
    for umask in ["000", "022", "077", "777"] {
        let root = tempfile::tempdir().expect("a temporary directory");
        let directory = root.path().join("a/tokens");
        if umask == "777" {
            // Nothing could be made in a directory that this umask was in force for.
            fs::DirBuilder::new().recursive(true).mode(0o700).create(&directory).expect("the root is ours");
        }
        let inner = command(Part::Login, &directory);
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("umask {umask}; exec \"$@\""), "sh"]);
        shell.arg(inner.get_program()).args(inner.get_args());
        for (name, value) in inner.get_envs() {
            shell.env(name, value.expect("none is removed"));
        }
        let mut process = Process::start(shell.stdin(Stdio::piped()).stdout(Stdio::piped()));
        process.tell("somebody");
        process.hear();
        assert_eq!([mode(&root.path().join("a")), mode(&directory)], [0o700; 2], "umask {umask}");
        let mut ends = Vec::new();
        for entry in fs::read_dir(&directory).expect("it is there") {
            let path = entry.expect("an entry").path();
            match path.extension().and_then(|end| end.to_str()) {
                Some(end @ ("json" | "lock")) => {
                    assert_eq!(mode(&path), 0o600, "umask {umask}, {end}");
                    ends.push(end.to_owned());
                }
                // It shows that the umask is in force.
                _ => assert!(path.ends_with(LOG) && mode(&path) == 0o666 & !octal(umask), "umask {umask}"),
            }
        }
        ends.sort();
        assert_eq!(ends, ["json", "lock"], "umask {umask}");
    }
}

fn octal(text: &str) -> u32 {
    u32::from_str_radix(text, 8).expect("it is octal")
}

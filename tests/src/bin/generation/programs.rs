//! The two programs: ours, which this one stands in for, and the other.

use std::{
    env,
    ffi::{OsStr, OsString},
    fs, io,
    path::{Path, PathBuf},
    process::{Command, ExitCode, Stdio},
};

use enkash_tests::cost::{self, Cost};

/// The first argument of the runs of this program that stand in for ours; the rest is our command line.
const STAND_IN: &str = "--stand-in";

/// If this run stands in for ours: its exit code.
pub(crate) fn stand_in() -> Option<ExitCode> {
    let mut arguments = env::args_os().skip(1);
    (arguments.next()? == STAND_IN).then(|| {
        let arguments = std::iter::once(OsString::from("enkash-gen")).chain(arguments);
        enkash_gen::cli::run(arguments, io::stdout(), io::stderr()).into()
    })
}

/// Generates a crate with our program.
///
/// Fails, with what to tell the user, if it cannot be run or does not get through.
pub(crate) fn ours(document: &Path) -> Result<Cost, String> {
    let this = env::current_exe().map_err(|error| format!("this program has no path: {error}"))?;
    let out = folder("ours")?;
    let arguments: [&OsStr; 5] =
        [STAND_IN.as_ref(), "generate".as_ref(), document.as_ref(), "--out".as_ref(), out.as_ref()];
    let (succeeded, cost) = run(Command::new(this).args(arguments))?;
    if succeeded { Ok(cost) } else { Err(format!("{}: our program fails", document.display())) }
}

/// openapi-to-rust.
pub(crate) struct Peer(PathBuf);

impl Peer {
    /// Fails, with what to tell the user, if there is no such program.
    pub(crate) fn new(path: PathBuf) -> Result<Self, String> {
        if path.is_file() { Ok(Self(path)) } else { Err(format!("{}: no such program", path.display())) }
    }

    /// Generates with it; `None` if it does not get through.
    ///
    /// Fails, with what to tell the user, if it cannot be run.
    pub(crate) fn generate(&self, document: &Path) -> Result<Option<Cost>, String> {
        let mut command = Command::new(&self.0);
        command.arg("generate").arg(absolute(document)?).current_dir(folder("theirs")?);
        let (succeeded, cost) = run(&mut command)?;
        Ok(succeeded.then_some(cost))
    }
}

fn run(command: &mut Command) -> Result<(bool, Cost), String> {
    let name = command.get_program().display().to_string();
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let (status, cost) = cost::run(command).map_err(|error| format!("{name}: {error}"))?;
    Ok((status.success(), cost))
}

/// An empty folder of this run's own.
fn folder(name: &str) -> Result<PathBuf, String> {
    let folder = env::temp_dir().join(format!("generation-{}-{name}", std::process::id()));
    let text = |error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(text)?;
    }
    fs::create_dir_all(&folder).map_err(text)?;
    Ok(folder)
}

fn absolute(path: &Path) -> Result<PathBuf, String> {
    std::path::absolute(path).map_err(|error| format!("{}: {error}", path.display()))
}

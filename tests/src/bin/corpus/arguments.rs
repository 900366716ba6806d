//! The arguments of the program.

use std::path::{Path, PathBuf};

const USAGE: &str = "\
usage: corpus <folder with documents> [options]
  --only NAME    only documents whose path holds NAME; may be repeated
  --no-check     generate only
  --jobs N       this many at a time [default: 2]
  --out FOLDER   where crates and results go [default: target/corpus]
  --json FILE    write the results, too
  --again        forget earlier results";

/// What was asked for.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) folder: PathBuf,
    pub(crate) out: PathBuf,
    pub(crate) only: Vec<String>,
    pub(crate) json: Option<PathBuf>,
    pub(crate) jobs: usize,
    pub(crate) check: bool,
    pub(crate) again: bool,
}

impl Arguments {
    /// Fails with what to tell the user.
    pub(crate) fn parse(mut given: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut folder = None;
        let mut arguments = Self {
            folder: PathBuf::new(),
            out: Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/corpus"),
            only: Vec::new(),
            json: None,
            jobs: 2,
            check: true,
            again: false,
        };
        while let Some(argument) = given.next() {
            let mut value = || given.next().ok_or(format!("`{argument}` needs a value\n{USAGE}"));
            match argument.as_str() {
                "--only" => arguments.only.push(value()?),
                "--no-check" => arguments.check = false,
                "--again" => arguments.again = true,
                "--jobs" => {
                    let jobs = value()?.parse().ok().filter(|jobs| *jobs > 0);
                    arguments.jobs = jobs.ok_or("`--jobs` needs a number")?;
                }
                "--out" => arguments.out = value()?.into(),
                "--json" => arguments.json = Some(value()?.into()),
                _ if argument.starts_with('-') => return Err(format!("there is no `{argument}`\n{USAGE}")),
                _ if folder.is_none() => folder = Some(PathBuf::from(argument)),
                _ => return Err(USAGE.to_owned()),
            }
        }
        arguments.folder = folder.ok_or(USAGE)?;
        if !arguments.folder.is_dir() {
            return Err(format!("there is no folder `{}`", arguments.folder.display()));
        }
        let absolute = std::path::absolute(&arguments.out);
        arguments.out = absolute.map_err(|error| format!("{}: {error}", arguments.out.display()))?;
        Ok(arguments)
    }
}

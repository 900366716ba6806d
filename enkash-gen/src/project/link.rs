//! Recognises a symbolic link that a checkout turned into a text file.
//!
//! Version control on a system without links writes the target's path into a small file. Whatever reads through it
//! then fails with a riddle, so it is worth naming.

use std::{
    fs,
    path::{Component, Path},
};

use crate::report::{Code, Diagnostic};

/// No path that is worth linking to is longer.
const LONGEST_TARGET: u64 = 1024;

/// A diagnostic if a part of the path is a small text file that holds the path of something else.
pub fn broken_link(path: &Path) -> Option<Diagnostic> {
    let part = path.ancestors().find(|part| !part.as_os_str().is_empty() && part.is_file())?;
    let metadata = fs::metadata(part).ok()?;
    if metadata.len() == 0 || metadata.len() > LONGEST_TARGET {
        return None;
    }
    let text = fs::read_to_string(part).ok()?;
    let target = text.strip_suffix('\n').unwrap_or(&text);
    if target.is_empty() || target.contains(['\n', '{', ':', '=']) || target.trim() != target {
        return None;
    }
    let relative = Path::new(target);
    let climbs = relative.components().next().is_some_and(|first| matches!(first, Component::ParentDir));
    let leads_somewhere = part.parent().is_some_and(|folder| folder.join(relative).exists());
    (climbs || leads_somewhere).then(|| {
        let shown = part.display();
        Diagnostic::new(
            Code::BrokenLink,
            format!("`{shown}` should be a symbolic link to `{target}`, but is a text file that holds that path"),
        )
        .help("the checkout could not make links: run `git config core.symlinks true` and check the file out again")
    })
}

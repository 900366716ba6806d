//! Embeds the files of the run time, which a stand-alone crate gets a copy of; only with the feature `cli`.

use std::{
    env,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_CLI").is_none() {
        return;
    }
    println!("cargo::rerun-if-changed=runtime");
    if let Err(error) = embed() {
        println!("cargo::error={error}");
    }
}

/// Writes `runtime.rs` to `OUT_DIR`: an array of paths and texts, in the order of the paths.
fn embed() -> Result<(), String> {
    let variable = |name| env::var_os(name).map(PathBuf::from).ok_or(format!("`{name}` is not set"));
    let folder = variable("CARGO_MANIFEST_DIR")?.join("runtime");
    if !folder.is_dir() {
        return Err(format!(
            "`{}` should be a symbolic link to the folder of the run time; if the checkout could not make links, run \
             `git config core.symlinks true` and check it out again",
            folder.display()
        ));
    }
    let mut files = Vec::new();
    collect(&folder, "", &mut files).map_err(|error| format!("{}: {error}", folder.display()))?;
    files.sort();
    let mut text = String::from("[\n");
    for (path, file) in files {
        println!("cargo::rerun-if-changed={}", file.display());
        // Writing to a `String` cannot fail.
        _ = writeln!(text, "    ({path:?}, include_str!({:?})),", file.display().to_string());
    }
    text.push(']');
    let target = variable("OUT_DIR")?.join("runtime.rs");
    fs::write(&target, text).map_err(|error| format!("{}: {error}", target.display()))
}

fn collect(folder: &Path, relative: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let inside = if relative.is_empty() { name.to_owned() } else { format!("{relative}/{name}") };
        if path.is_dir() {
            collect(&path, &inside, files)?;
        } else if name.ends_with(".rs") {
            files.push((inside, path));
        }
    }
    Ok(())
}

//! Descriptions of a folder that are versions of one API.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use enkash_gen::{
    diff::Version,
    lower,
    report::{Report, Sources},
};

/// Of the smaller one's operations, so many per cent are the other's as well.
const LEAST_COMMON: usize = 30;

/// Two versions of one API.
pub(crate) struct Pair {
    pub(crate) old: Side,
    pub(crate) new: Side,
    /// The ids of operations that both have, and none has twice.
    pub(crate) common: Vec<String>,
}

/// One of them.
#[derive(Clone)]
pub(crate) struct Side {
    pub(crate) name: String,
    path: PathBuf,
    ids: BTreeSet<String>,
}

impl Side {
    /// Reads it once more: all of a folder at once would not fit into the memory.
    pub(crate) fn open(&self) -> Result<Version, String> {
        open(&self.path).ok_or_else(|| format!("{}: it could be read before", self.path.display()))
    }
}

/// One version; what is wrong with it was said when it was looked for.
pub(crate) fn open(path: &Path) -> Option<Version> {
    Version::open(&path.display().to_string(), &mut Sources::new(), &mut Report::new())
}

/// Every pair, in the order of the paths.
///
/// Fails with what to tell the user if the folder cannot be read.
pub(crate) fn find(folder: &Path) -> Result<Vec<Pair>, String> {
    let mut paths = enkash_tests::corpus_files(folder)?;
    paths.sort();
    let mut by_host: BTreeMap<String, Vec<Side>> = BTreeMap::new();
    for path in paths {
        // What is no description is no version of anything.
        let Some(version) = open(&path) else { continue };
        let Some(product) = version.products.first() else { continue };
        let api = lower::lower(&product.document, &mut Report::new());
        let ids = once(api.operations.iter().filter_map(|operation| operation.id.clone()));
        let title = format!("title {}", api.title.to_lowercase());
        let hosts = api.servers.iter().filter_map(|server| site(&server.url));
        let hosts: BTreeSet<String> = hosts.chain([title]).collect();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let side = Side { name, path, ids };
        for host in hosts {
            by_host.entry(host).or_default().push(side.clone());
        }
    }
    let mut pairs = Vec::new();
    for sides in by_host.into_values() {
        for (index, new) in sides.iter().enumerate() {
            for old in &sides[..index] {
                let common: Vec<String> = old.ids.intersection(&new.ids).cloned().collect();
                let least = old.ids.len().min(new.ids.len());
                let is_known = |pair: &Pair| (&pair.old.name, &pair.new.name) == (&old.name, &new.name);
                if !common.is_empty()
                    && !pairs.iter().any(is_known)
                    && common.len() * 100 >= least * LEAST_COMMON
                {
                    pairs.push(Pair { old: old.clone(), new: new.clone(), common });
                }
            }
        }
    }
    Ok(pairs)
}

/// The texts that occur once and can be selected by.
fn once(texts: impl Iterator<Item = String>) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    texts.for_each(|text| *counts.entry(text).or_default() += 1);
    counts
        .into_iter()
        .filter(|(text, count)| *count == 1 && !text.contains('*'))
        .map(|(text, _)| text)
        .collect()
}

/// The last two labels of an address: `example.com` of `https://api.example.com/v1`.
fn site(url: &str) -> Option<String> {
    let host = url.split_once("://")?.1.split(['/', ':', '?']).next()?;
    let labels: Vec<&str> = host.split('.').collect();
    let [.., name, top] = labels.as_slice() else { return None };
    (!host.contains(['{', '}']) && name.len() > 2).then(|| format!("{name}.{top}").to_lowercase())
}

//! Which product a page is of, and which of its pages it takes the place of.
//!
//! An operation is known by its method and its path. Only where several products have it, or a product has several
//! pages of it, do the name of the file, the address and the title decide, in this order. The id of a page in a portal
//! is a hint and nothing more: portals give a page another one when it moves.

use std::path::{Path, PathBuf};

use super::{Refusal, recorded::Known};
use crate::page::{Opened, Page, Unseen, normalised};

/// An operation: its path, without the names of parameters, and its method in small letters.
pub(super) type Key = (String, String);

/// A page that was given, and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The page, as it was given.
    pub page: PathBuf,
    /// What it says its operation is: `POST /oauth/token`; empty if it does not.
    pub operation: String,
    /// The product.
    pub product: String,
    pub(super) index: usize,
    /// Where it is recorded.
    pub recorded: PathBuf,
    /// What it is to the pages that are recorded.
    pub placed: Placed,
    /// Of a moved operation, what it was.
    pub was: Option<String>,
}

/// What a page is to those that are recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placed {
    /// It takes the place of this one, which is of the same operation.
    Replaced(usize),
    /// It takes the place of this one, which has the same name, and another operation.
    Moved(usize),
    /// It is new.
    Added,
}

/// The operation of a page, if it shows one.
pub(super) fn key(page: &Page) -> Option<Key> {
    let (method, path) = (page.method.as_ref()?, page.path.as_ref()?);
    Some((normalised(&path.value), method.value.to_ascii_lowercase()))
}

fn label(page: &Page) -> String {
    match (&page.method, &page.path) {
        (Some(method), Some(path)) => format!("{} {}", method.value, path.value),
        _ => String::new(),
    }
}

/// Finds the place of each page.
pub(super) fn place(
    opened: &[(&PathBuf, Opened)],
    known: &[Known],
    product: Option<&str>,
) -> Result<Vec<Entry>, Refusal> {
    let mut entries: Vec<Entry> = Vec::new();
    for (path, opened) in opened {
        let given = Given { path, page: &opened.page, key: key(&opened.page) };
        let index = given.product(known, product).map_err(Refusal::Usage)?;
        let of = &known[index];
        let placed = given.place(of).map_err(Refusal::Usage)?;
        let recorded = match placed {
            Placed::Replaced(at) | Placed::Moved(at) => of.pages[at].path.clone(),
            Placed::Added => given.new_path(of, &entries),
        };
        let before = match placed {
            Placed::Replaced(at) | Placed::Moved(at) => Some(&of.pages[at].opened.page),
            Placed::Added => None,
        };
        let was = before.filter(|_| matches!(placed, Placed::Moved(_))).map(label);
        let is_new = |unseen: &&Unseen| before.is_some_and(|before| !before.unseen.contains(unseen));
        let hidden: Vec<&str> =
            opened.page.unseen.iter().filter(is_new).map(|unseen| unseen.as_str()).collect();
        if !hidden.is_empty() {
            // Taken over, it would make unknown what is known, and the client would lose types that the API still has.
            return Err(Refusal::Usage(format!(
                "this copy of `{}` does not show all that `{}` does: {} is missing; save the page with everything unfolded, or \
                 take the recorded one out of `pages` first",
                path.display(),
                recorded.display(),
                hidden.join(", ")
            )));
        }
        if let Some(other) = entries.iter().find(|other| other.recorded == recorded) {
            return Err(Refusal::Usage(format!(
                "`{}` and `{}` are both the page `{}`",
                other.page.display(),
                path.display(),
                recorded.display()
            )));
        }
        let (page, product) = ((*path).clone(), of.product.name.clone());
        let operation = label(&opened.page);
        entries.push(Entry { page, operation, product, index, recorded, placed, was });
    }
    Ok(entries)
}

/// A page whose place is looked for.
struct Given<'p> {
    path: &'p Path,
    page: &'p Page,
    key: Option<Key>,
}

impl Given<'_> {
    /// The product that it is of.
    fn product(&self, known: &[Known], wanted: Option<&str>) -> Result<usize, String> {
        if wanted.is_some() {
            // There is no other.
            return Ok(0);
        }
        let all = 0..known.len();
        let mut found: Vec<usize> = match &self.key {
            Some(key) => all.clone().filter(|at| known[*at].has(key)).collect(),
            None => all.clone().filter(|at| self.hints(&known[*at]).contains(&true)).collect(),
        };
        if found.is_empty() {
            // Its operation may have moved.
            found = all.filter(|at| self.hints(&known[*at])[0]).collect();
        }
        for hint in 0..HINTS {
            narrow(&mut found, |at| self.hints(&known[*at])[hint]);
        }
        match found.as_slice() {
            [only] => Ok(*only),
            [] => Err(format!(
                "{} of no product yet; say with `--product` which one it is added to{}",
                self.called(),
                self.hint(known)
            )),
            several => {
                let names: Vec<String> =
                    several.iter().map(|at| format!("`{}`", known[*at].product.name)).collect();
                Err(format!(
                    "{} of several products: {}; say with `--product` which one is meant",
                    self.called(),
                    names.join(", ")
                ))
            }
        }
    }

    /// Its place among the pages of a product.
    fn place(&self, of: &Known) -> Result<Placed, String> {
        let all = 0..of.pages.len();
        let same = |at: &usize| self.key.is_some() && of.pages[*at].key == self.key;
        let mut found: Vec<usize> = all.clone().filter(same).collect();
        if found.is_empty() {
            let named = all.into_iter().find(|at| stem(&of.pages[*at].path) == stem(self.path));
            return Ok(match named {
                Some(at) if self.key.is_none() => Placed::Replaced(at),
                Some(at) => Placed::Moved(at),
                None => Placed::Added,
            });
        }
        narrow(&mut found, |at| stem(&of.pages[*at].path) == stem(self.path));
        narrow(&mut found, |at| {
            let address = of.pages[*at].opened.page.address.as_deref();
            address.is_some_and(|address| self.is_at(address))
        });
        narrow(&mut found, |at| of.pages[*at].opened.page.name == self.page.name);
        match found.as_slice() {
            [only] => Ok(Placed::Replaced(*only)),
            several => {
                let names: Vec<String> =
                    several.iter().map(|at| format!("`{}`", of.pages[*at].path.display())).collect();
                Err(format!(
                    "{} recorded in {}; give the file the name of the one that it replaces",
                    self.called(),
                    names.join(" and ")
                ))
            }
        }
    }

    /// Whether a product has a page of this file name, address, title.
    fn hints(&self, known: &Known) -> [bool; HINTS] {
        let mut pages = known.pages.iter();
        [
            pages.clone().any(|page| stem(&page.path) == stem(self.path)),
            known.addresses().into_iter().any(|address| self.is_at(address)),
            pages.any(|page| page.opened.page.title.is_some() && page.opened.page.name == self.page.name),
        ]
    }

    /// Whether it says that it stands at an address, or its file is named after the last part of it.
    fn is_at(&self, address: &str) -> bool {
        let last = |address: &str| {
            address
                .split(['?', '#'])
                .next()
                .unwrap_or_default()
                .trim_end_matches('/')
                .rsplit('/')
                .next()
                .map(str::to_owned)
        };
        let file = Some(stem(self.path)).filter(|file| file.starts_with("api-"));
        let own = self.page.address.as_deref().and_then(last);
        own.is_some() && own == last(address) || file.is_some() && file == last(address)
    }

    fn called(&self) -> String {
        match label(self.page).as_str() {
            "" => format!("`{}` shows neither method nor path, and is a page", self.path.display()),
            label => format!("`{}` is `{label}`, which is an operation", self.path.display()),
        }
    }

    /// Where a moved page may have been.
    fn hint(&self, known: &[Known]) -> String {
        let pages = known.iter().flat_map(|known| &known.pages);
        let mut alike = pages.filter(|page| {
            let page = &page.opened.page;
            page.name == self.page.name || page.address.as_deref().is_some_and(|address| self.is_at(address))
        });
        alike.next().map_or_else(String::new, |page| {
            let path = page.path.display();
            format!(", or, if it replaces `{path}`, give the file that name")
        })
    }

    /// A path for it that nothing has.
    fn new_path(&self, of: &Known, entries: &[Entry]) -> PathBuf {
        let folder = match of.pages.last() {
            Some(page) => page.path.parent().unwrap_or(Path::new("")).to_owned(),
            None => of.product.document.parent().unwrap_or(Path::new("")).join("pages"),
        };
        let plain: String =
            stem(self.path).chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
        let name = if words.is_empty() { "page".to_owned() } else { words.join("-").to_lowercase() };
        let paths = std::iter::once(folder.join(format!("{name}.txt")))
            .chain((2..).map(|number| folder.join(format!("{name}-{number}.txt"))));
        let is_free = |path: &PathBuf| !path.exists() && entries.iter().all(|entry| entry.recorded != *path);
        paths.into_iter().find(is_free).unwrap_or_default()
    }
}

const HINTS: usize = 3;

/// Keeps what fits, unless nothing does.
fn narrow(found: &mut Vec<usize>, fits: impl Fn(&usize) -> bool) {
    if found.iter().any(&fits) {
        found.retain(fits);
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

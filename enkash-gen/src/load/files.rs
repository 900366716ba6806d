//! The other files that a document refers to.
//!
//! Only files below the folder of the document are read: a description that came from elsewhere must not make its
//! reader look around on the machine. Nothing is fetched.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::{parse, read, reference::percent_decoded};
use crate::report::{Code, Diagnostic, SourceId, Sources};

/// The files that are read besides the document, each once.
pub(super) struct Files<'s> {
    sources: &'s mut Sources,
    /// The folder of the document, without links; `None` for a text that came from no file.
    folder: Option<PathBuf>,
    by_path: HashMap<PathBuf, Option<SourceId>>,
    /// What has been said about files that are not read: once is enough.
    refused: HashSet<String>,
    opened: HashMap<SourceId, Opened>,
    inputs: Vec<PathBuf>,
}

struct Opened {
    /// The folder that its own references start at, as the user knows it.
    folder: PathBuf,
    stem: String,
    /// `None` for the document itself.
    tree: Option<Value>,
}

impl<'s> Files<'s> {
    /// No file but the document, which stands at `path` if it came from a file.
    pub(super) fn new(document: SourceId, path: Option<&Path>, sources: &'s mut Sources) -> Self {
        let mut files = Self {
            sources,
            folder: None,
            by_path: HashMap::new(),
            refused: HashSet::new(),
            opened: HashMap::new(),
            inputs: Vec::new(),
        };
        let Some(real) = path.and_then(|path| path.canonicalize().ok()) else { return files };
        files.folder = real.parent().map(Path::to_owned);
        files.by_path.insert(real, Some(document));
        let folder = path.and_then(Path::parent).map(Path::to_owned).unwrap_or_default();
        files.opened.insert(document, Opened { folder, stem: String::new(), tree: None });
        files
    }

    /// The files that were read, or would have been if they were there.
    pub(super) fn into_inputs(self) -> Vec<PathBuf> {
        self.inputs
    }

    /// The tree of a file that is open.
    pub(super) fn tree(&self, source: SourceId) -> Option<&Value> {
        self.opened.get(&source)?.tree.as_ref()
    }

    /// The name of a file that is open, without its ending.
    pub(super) fn stem(&self, source: SourceId) -> &str {
        self.opened.get(&source).map_or("", |opened| &opened.stem)
    }

    /// The file that a reference in the text `from` names.
    ///
    /// Fails if it cannot be read; with a diagnostic only the first time.
    pub(super) fn open(&mut self, from: SourceId, reference: &str) -> Result<SourceId, Option<Diagnostic>> {
        let refuse = |this: &mut Self, message: String, help: &str| {
            let first = this.refused.insert(message.clone());
            Err(first.then(|| Diagnostic::new(Code::ExternalRef, message).help(help)))
        };
        if reference.contains("://") || reference.starts_with("//") {
            let message = format!("`{reference}` is an address, and nothing is fetched");
            return refuse(self, message, "save the file beside the document, and refer to it by its path");
        }
        let decoded = percent_decoded(reference);
        let folder = self.opened.get(&from).map(|opened| opened.folder.clone());
        let (Some(root), Some(folder)) = (self.folder.clone(), folder) else {
            let message = format!("`{reference}` is another file, and this document came from none");
            return refuse(self, message, "load the document from its file");
        };
        let path = folder.join(&decoded);
        let outside = Path::new(&decoded).is_absolute();
        let Ok(real) = path
            .canonicalize()
            .and_then(|real| if outside { Err(std::io::ErrorKind::NotFound.into()) } else { Ok(real) })
        else {
            if !outside && !self.inputs.contains(&path) {
                // Once it is there, it is to be read.
                self.inputs.push(path.clone());
            }
            let message = format!("there is no file `{}`", path.display());
            return refuse(
                self,
                message,
                "correct the path, which starts at the folder of the file that names it",
            );
        };
        match self.by_path.get(&real) {
            Some(Some(source)) => return Ok(*source),
            Some(None) => return Err(None),
            None => {}
        }
        if !real.starts_with(&root) {
            let message =
                format!("`{}` lies outside of the folder of the document, and is not read", path.display());
            return refuse(self, message, "move it into that folder");
        }
        self.inputs.push(path.clone());
        self.by_path.insert(real.clone(), None);
        let text = read(&path).map_err(|error| Some(Diagnostic { code: Code::ExternalRef, ..error }))?;
        let parsed = parse(&text);
        let source = self.sources.add(path.display().to_string(), text);
        let tree = parsed
            .map_err(|error| Some(Diagnostic { code: Code::ExternalRef, ..error.diagnostic(source) }))?;
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        self.opened.insert(source, Opened { folder, stem, tree: Some(tree.value) });
        self.by_path.insert(real, Some(source));
        Ok(source)
    }
}

//! Reads an overlay; every fault has its place, and costs the action it is in.

use std::path::Path;

use serde_json::{Map, Value};

use super::{Action, Change, Overlay};
use crate::{
    load::{self, jsonpath::Query, typed::kind_of},
    report::{Code, Diagnostic, Origin, Pointer, Report, Severity, SourceId, Sources, did_you_mean},
};

const OVERLAY_KEYS: &[&str] = &["overlay", "info", "extends", "actions"];
const INFO_KEYS: &[&str] = &["title", "version", "description"];
const ACTION_KEYS: &[&str] = &["target", "description", "update", "remove"];

const READ: &str = "read are Overlay 1.0, and of 1.1 what it has in common with that";

type Object = Map<String, Value>;

impl Overlay {
    /// Reads the overlay at `path`.
    ///
    /// Gives `None`, with the reason in `report`, if the file cannot be read, is neither JSON nor YAML, or is no
    /// overlay of a version that is read. Whatever else is wrong is an error in `report` and costs one action.
    pub fn open(path: &Path, sources: &mut Sources, report: &mut Report) -> Option<Self> {
        let text = report.keep(load::read(path))?;
        Self::parse(&path.display().to_string(), text, sources, report)
    }

    /// The same for a text that is already there; `name` is the path shown in diagnostics.
    pub fn parse(
        name: &str,
        text: impl Into<String>,
        sources: &mut Sources,
        report: &mut Report,
    ) -> Option<Self> {
        let text = text.into();
        let parsed = load::parse(&text);
        let source = sources.add(name, text);
        let tree = report.keep(parsed.map_err(|error| error.diagnostic(source)))?;
        report.extend(tree.notes.into_iter().map(|note| note.diagnostic(source)));
        Reader { source, report }.overlay(&tree.value)
    }
}

struct Reader<'r> {
    source: SourceId,
    report: &'r mut Report,
}

impl Reader<'_> {
    fn overlay(&mut self, root: &Value) -> Option<Overlay> {
        let at = Pointer::root();
        let Value::Object(map) = root else {
            self.fault(&at, format!("an overlay is an object, this one is {}", kind_of(root)));
            return None;
        };
        let Some(version) = map.get("overlay") else {
            let diagnostic = Diagnostic::new(
                Code::InvalidOverlay,
                "the document has no `overlay` key, so it is no overlay",
            );
            self.report.push(diagnostic.at(self.origin(&at)).help("start it with `overlay: 1.0.0`"));
            return None;
        };
        let text = version.as_str().map(str::to_owned).unwrap_or_else(|| version.to_string());
        let mut numbers = text.split('.').map(str::parse::<u32>);
        if !matches!((numbers.next(), numbers.next()), (Some(Ok(1)), Some(Ok(0 | 1)))) {
            let diagnostic = Diagnostic::new(Code::UnsupportedVersion, format!("Overlay {text} is not read"));
            self.report.push(diagnostic.at(self.origin(&at.child("overlay"))).help(READ));
            return None;
        }
        self.keys(map, OVERLAY_KEYS, "an overlay", &at);
        self.info(map);
        let extends = self.text(map, "extends", &at);
        let actions = self.actions(map, &at);
        Some(Overlay { source: self.source, extends, actions })
    }

    fn info(&mut self, map: &Object) {
        let at = Pointer::root();
        match map.get("info") {
            Some(Value::Object(info)) => {
                let at = at.child("info");
                self.keys(info, INFO_KEYS, "`info`", &at);
                for key in ["title", "version"] {
                    if !info.contains_key(key) {
                        self.missing(&at, format!("`info` has no `{key}`"));
                    }
                }
            }
            Some(other) => {
                self.fault(
                    &at.child("info"),
                    format!("`info` must be an object, this is {}", kind_of(other)),
                );
            }
            None => self.missing(&at, "the overlay has no `info`".to_owned()),
        }
    }

    fn actions(&mut self, map: &Object, at: &Pointer) -> Vec<Action> {
        let at = at.child("actions");
        let items = match map.get("actions") {
            Some(Value::Array(items)) => items,
            Some(other) => {
                self.fault(&at, format!("`actions` must be a list, this is {}", kind_of(other)));
                return Vec::new();
            }
            None => {
                self.fault(&Pointer::root(), "the overlay has no `actions`".to_owned());
                return Vec::new();
            }
        };
        if items.is_empty() {
            self.warn(Code::InvalidOverlay, &at, "the overlay has no actions, and changes nothing", None);
        }
        let actions = items.iter().enumerate();
        actions.filter_map(|(index, item)| self.action(index, item, &at.index(index))).collect()
    }

    fn action(&mut self, index: usize, item: &Value, at: &Pointer) -> Option<Action> {
        let Value::Object(map) = item else {
            self.fault(at, format!("an action is an object, this is {}", kind_of(item)));
            return None;
        };
        if map.contains_key("copy") {
            let diagnostic =
                Diagnostic::new(Code::InvalidOverlay, "`copy` is new in Overlay 1.1, and is not applied");
            let help = "write what is to be copied as the `update`";
            self.report.push(diagnostic.at(self.key_origin(&at.child("copy"))).help(help));
            return None;
        }
        self.keys(map, ACTION_KEYS, "an action", at);
        let reason = self.text(map, "description", at).filter(|reason| !reason.trim().is_empty());
        if reason.is_none() {
            let message = "this action does not say why it is there";
            self.warn(Code::OverlayReason, at, message, None);
        }
        if !map.contains_key("target") {
            self.fault(at, "an action has no `target`".to_owned());
            return None;
        }
        let target = self.text(map, "target", at)?;
        let change = self.change(map, at);
        match Query::parse(&target) {
            Ok(query) => Some(Action { index, target, query, reason, change: change? }),
            Err(fault) => {
                let message = format!("`{target}` is no JSONPath that is understood: {}", fault.message);
                let mut diagnostic = Diagnostic::new(Code::InvalidOverlay, message);
                diagnostic.help = fault.help;
                self.report.push(diagnostic.at(self.origin(&at.child("target"))));
                None
            }
        }
    }

    fn change(&mut self, map: &Object, at: &Pointer) -> Option<Change> {
        let remove = match map.get("remove") {
            None => false,
            Some(Value::Bool(remove)) => *remove,
            Some(other) => {
                self.fault(
                    &at.child("remove"),
                    format!("`remove` is `true` or `false`, this is {}", kind_of(other)),
                );
                return None;
            }
        };
        Some(match map.get("update") {
            Some(_) if remove => {
                let help = "the nodes are removed; leave one of the two out";
                let message = "`update` means nothing beside `remove: true`";
                self.warn(Code::InvalidOverlay, &at.child("update"), message, Some(help));
                Change::Remove
            }
            _ if remove => Change::Remove,
            Some(update) => Change::Update(update.clone()),
            None => {
                let help = "add `update` with what is to be merged, or `remove: true`";
                self.warn(Code::InvalidOverlay, at, "this action changes nothing", Some(help));
                Change::Nothing
            }
        })
    }

    fn text(&mut self, map: &Object, key: &str, at: &Pointer) -> Option<String> {
        match map.get(key)? {
            Value::String(text) => Some(text.clone()),
            other => {
                self.fault(&at.child(key), format!("`{key}` must be text, this is {}", kind_of(other)));
                None
            }
        }
    }

    fn keys(&mut self, map: &Object, known: &[&str], of: &str, at: &Pointer) {
        for key in map.keys().filter(|key| !known.contains(&key.as_str()) && !key.starts_with("x-")) {
            let diagnostic = Diagnostic::new(Code::UnknownKey, format!("`{key}` is no key of {of}"))
                .at(self.key_origin(&at.child(key)));
            self.report.push(match did_you_mean(key, known.iter().copied()) {
                Some(help) => diagnostic.help(help),
                None => diagnostic,
            });
        }
    }

    fn missing(&mut self, at: &Pointer, message: String) {
        self.report.push(Diagnostic::new(Code::MissingPart, message).at(self.origin(at)));
    }

    fn fault(&mut self, at: &Pointer, message: String) {
        self.report.push(Diagnostic::new(Code::InvalidOverlay, message).at(self.origin(at)));
    }

    fn warn(&mut self, code: Code, at: &Pointer, message: &str, help: Option<&str>) {
        let mut diagnostic = Diagnostic::new(code, message).at(self.origin(at));
        diagnostic.severity = Severity::Warning;
        diagnostic.help = help.map(str::to_owned);
        self.report.push(diagnostic);
    }

    fn origin(&self, at: &Pointer) -> Origin {
        Origin::pointer(self.source, at.clone())
    }

    fn key_origin(&self, at: &Pointer) -> Origin {
        Origin::key(self.source, at.clone())
    }
}

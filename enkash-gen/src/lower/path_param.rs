//! The parameters of a path against its template: afterwards each is in both, once, and in the order of the path.

use std::collections::{HashMap, HashSet};

use super::context::Context;
use crate::{
    ir::{Limits, Location, Param, PathTemplate, Shape, Slot, Style},
    load::Node,
    report::{Code, Diagnostic, brief},
};

/// Makes the declared path parameters those of the path, in front of all others: one that the path spells otherwise
/// is taken, one that it does not have is left out, and one that is not declared is taken for text.
pub(super) fn fit_path(
    cx: &mut Context<'_, '_>,
    path: &PathTemplate,
    item: &Node<'_>,
    params: Vec<Param>,
) -> Vec<Param> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (place, name) in path.params().enumerate() {
        places.entry(name).or_insert(place);
    }
    let (declared, mut others): (Vec<_>, Vec<_>) =
        params.into_iter().partition(|param| param.location == Location::Path);
    let (mut fitted, odd): (Vec<_>, Vec<_>) =
        declared.into_iter().partition(|param| places.contains_key(param.wire_name.as_str()));
    let mut open = Open::new(path, &fitted);
    for param in odd {
        fitted.extend(open.take(cx, path, param));
    }
    for name in open.left() {
        let message =
            format!("the path `{}` has a parameter `{name}` that is not declared", brief(path.raw()));
        cx.push(Diagnostic::new(Code::PathParameter, message).at(item.origin()).help(format!(
            "it is taken for text; add a parameter with `name: {name}`, `in: path` and `required: true`"
        )));
        fitted.push(undeclared(name, item));
    }
    fitted.sort_by_key(|param| places.get(param.wire_name.as_str()).copied());
    fitted.append(&mut others);
    fitted
}

/// The parameters of a path that nothing has been declared for.
struct Open<'p> {
    names: Vec<&'p str>,
    declared: HashSet<String>,
    /// By what two spellings of a name have in common; the first of the path is the last of its list.
    folded: HashMap<String, Vec<&'p str>>,
}

impl<'p> Open<'p> {
    fn new(path: &'p PathTemplate, fitted: &[Param]) -> Self {
        let declared: HashSet<String> = fitted.iter().map(|param| param.wire_name.clone()).collect();
        let mut seen = HashSet::new();
        let open = path.params().filter(|name| !declared.contains(*name) && seen.insert(*name));
        let names: Vec<&str> = open.collect();
        let mut folded: HashMap<String, Vec<&str>> = HashMap::new();
        names.iter().rev().for_each(|name| folded.entry(fold(name)).or_default().push(name));
        Self { names, declared, folded }
    }

    /// A declared parameter that the path does not have, if it is one that the path spells otherwise.
    fn take(&mut self, cx: &mut Context<'_, '_>, path: &PathTemplate, mut param: Param) -> Option<Param> {
        let message = format!("the path `{}` has no parameter `{}`", brief(path.raw()), param.wire_name);
        let diagnostic = Diagnostic::new(Code::PathParameter, message).at(param.origin.clone());
        if let Some(name) = self.folded.get_mut(&fold(&param.wire_name)).and_then(Vec::pop) {
            cx.push(diagnostic.help(format!("it is taken for `{name}`; spell both alike")));
            name.clone_into(&mut param.wire_name);
            self.declared.insert(name.to_owned());
            return Some(param);
        }
        let help = cx.document.suggestions().did_you_mean(&param.wire_name, self.left());
        cx.push(diagnostic.help(match help {
            Some(help) => format!("it is not sent; {help}"),
            None => format!(
                "it is not sent; write `{{{}}}` into the path, or remove the parameter",
                param.wire_name
            ),
        }));
        None
    }

    fn left(&self) -> impl Iterator<Item = &'p str> {
        self.names.iter().copied().filter(|name| !self.declared.contains(*name))
    }
}

fn undeclared(name: &str, item: &Node<'_>) -> Param {
    Param {
        wire_name: name.to_owned(),
        location: Location::Path,
        required: true,
        slot: Slot::of(Shape::Text),
        limits: Limits::default(),
        explode: false,
        style: Style::default(),
        description: None,
        deprecated: false,
        masked: false,
        transport: false,
        example: None,
        origin: item.origin(),
    }
}

fn fold(name: &str) -> String {
    name.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

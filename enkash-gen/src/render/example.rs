//! The example in a method's documentation: a call with everything that must be given, compiled as a doctest.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proc_macro2::Literal;

use super::{
    Input,
    made_up::{MadeUp, format_sample, text},
    shape,
};
use crate::{
    ir::{Media, Operation, Outcome, Shape, Slot, TypeId},
    names::OperationNames,
};

/// The example; empty if a value that must be given cannot be written down.
pub(super) fn example(
    input: Input<'_>,
    module: &str,
    operation: &Operation,
    names: &OperationNames,
) -> String {
    let mut writer = Writer { input, used: BTreeSet::new() };
    let Some(body) = writer.statements(operation, names) else { return String::new() };
    let mut out = String::from("# Example\n```no_run\n");
    _ = writeln!(
        out,
        "# async fn example(client: {module}::Client) -> Result<(), Box<dyn std::error::Error>> {{"
    );
    if !writer.used.is_empty() {
        let used: Vec<_> = writer.used.into_iter().collect();
        let list = if let [one] = used.as_slice() { one.clone() } else { format!("{{{}}}", used.join(", ")) };
        _ = writeln!(out, "use {module}::{list};\n");
    }
    out.push_str(&body);
    out.push_str("# Ok(())\n# }\n```");
    out
}

/// A call of an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The types that it names, in their order.
    pub uses: Vec<String>,
    /// Its statements, which name a `client`.
    pub statements: String,
}

/// What a body of bytes holds.
pub(super) const CONTENT: &str = "content";

/// How many operations are tried.
const TRIED: usize = 50;

pub(super) fn of_some(input: Input<'_>) -> Option<Example> {
    let operations = input.api.operations.iter().zip(&input.names.operations).take(TRIED);
    let takes_nothing = |operation: &Operation| {
        operation.params.is_empty() && operation.params_type.is_none() && operation.body.is_none()
    };
    let mut ordered: Vec<_> = operations.filter(|(operation, _)| !operation.deprecated).collect();
    ordered.sort_by_key(|(operation, _)| !takes_nothing(operation));
    ordered.into_iter().find_map(|(operation, names)| of(input, operation, names))
}

/// A call of one operation; `None` if a value that must be given cannot be written down.
pub(super) fn of(input: Input<'_>, operation: &Operation, names: &OperationNames) -> Option<Example> {
    let mut writer = Writer { input, used: BTreeSet::new() };
    let statements = writer.statements(operation, names)?;
    Some(Example { uses: writer.used.into_iter().collect(), statements })
}

struct Writer<'a> {
    input: Input<'a>,
    used: BTreeSet<String>,
}

impl Writer<'_> {
    fn statements(&mut self, operation: &Operation, names: &OperationNames) -> Option<String> {
        let mut out = String::new();
        let mut arguments = Vec::new();
        for param in &operation.params {
            arguments.push(self.argument(&param.slot, param.example.as_deref())?);
        }
        if let Some(id) = operation.params_type {
            let MadeUp::Struct(_, members) = MadeUp::named(self.input, id, 0)? else { return None };
            let params = self.structure(operation.params_name().unwrap_or(id), &members);
            _ = writeln!(out, "let params = {params};");
            arguments.push("&params".to_owned());
        }
        match &operation.body {
            Some(body) if body.media == Media::Bytes && body.required => {
                arguments.push(format!("{CONTENT:?}"));
            }
            Some(body) if body.required && shape::is_borrowed(&body.slot) => {
                let value = MadeUp::slot(self.input, &body.slot, None, 0)?;
                _ = writeln!(out, "let body = {};", self.value(&value));
                arguments.push("&body".to_owned());
            }
            Some(body) if body.required => arguments.push(self.argument(&body.slot, None)?),
            Some(_) => arguments.push("None".to_owned()),
            None => {}
        }
        let answer = match operation.success {
            Outcome::Undeclared | Outcome::Empty => "",
            Outcome::Value(_) | Outcome::Cases(_) => "let answer = ",
        };
        _ = writeln!(out, "{answer}client.{}({}).await?;", names.method, arguments.join(", "));
        Some(out)
    }

    fn argument(&mut self, slot: &Slot, example: Option<&str>) -> Option<String> {
        Some(match &slot.shape {
            _ if shape::is_borrowed(slot) => {
                let value = MadeUp::slot(self.input, slot, example, 0)?;
                format!("&{}", self.value(&value))
            }
            Shape::Text | Shape::Binary => Literal::string(&text(example)).to_string(),
            _ => {
                let value = MadeUp::slot(self.input, slot, None, 0)?;
                self.value(&value)
            }
        })
    }

    /// An expression for a value.
    fn value(&mut self, value: &MadeUp) -> String {
        match value {
            MadeUp::Null => "None".to_owned(),
            MadeUp::Bool(value) => value.to_string(),
            MadeUp::Int(value) => value.to_string(),
            MadeUp::Float(value) => format!("{value:?}"),
            MadeUp::Text(value) => format!("{}.into()", Literal::string(value)),
            MadeUp::Formatted(format) => format!("{}.parse()?", Literal::string(format_sample(*format))),
            MadeUp::List(items) => match items.as_slice() {
                [] => "Vec::new()".to_owned(),
                items => {
                    let items: Vec<_> = items.iter().map(|item| self.value(item)).collect();
                    format!("vec![{}]", items.join(", "))
                }
            },
            MadeUp::Map | MadeUp::Any => "Default::default()".to_owned(),
            MadeUp::Boxed(value) => format!("Box::new({})", self.value(value)),
            MadeUp::Struct(id, members) => self.structure(*id, members),
            MadeUp::Choice(id) => {
                let names = self.input.names.ty(*id);
                self.used.insert(names.ident.clone());
                format!("{}::{}", names.ident, names.members.first().unwrap_or(&names.rest))
            }
            MadeUp::Variant(id, value) => {
                let names = self.input.names.ty(*id);
                let (variant, value) = match (names.members.first(), value) {
                    (Some(variant), Some(value)) => (variant, self.value(value)),
                    _ => (&names.rest, "Default::default()".to_owned()),
                };
                self.used.insert(names.ident.clone());
                format!("{}::{variant}({value})", names.ident)
            }
        }
    }

    /// A struct under this name, which may be a further one.
    fn structure(&mut self, id: TypeId, members: &[(usize, MadeUp)]) -> String {
        let names = self.input.names.ty(id);
        let fields = &self.input.names.ty(self.input.api.behind(id)).members;
        self.used.insert(names.ident.clone());
        match members {
            [] => format!("{}::default()", names.ident),
            [(_, value)] => {
                // A sole argument is taken as `impl Into<…>`, which cannot be inferred through another `into`.
                let value = self.value(value);
                format!("{}::new({})", names.ident, value.strip_suffix(".into()").unwrap_or(&value))
            }
            members => {
                let mut values = String::new();
                for (index, value) in members {
                    let Some(name) = fields.get(*index) else { continue };
                    _ = writeln!(values, "    {name}: {},", self.value(value).replace('\n', "\n    "));
                }
                self.used.insert(names.required.clone());
                format!("{}::new({} {{\n{values}}})", names.ident, names.required)
            }
        }
    }
}

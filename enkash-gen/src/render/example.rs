//! The example in a method's documentation: a call with everything that must be given, compiled as a doctest.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proc_macro2::Literal;

use super::{Input, shape};
use crate::{
    ir::{Field, Format, Media, Operation, Outcome, Shape, Slot, TypeId, TypeKind},
    names::OperationNames,
};

/// Deeper values than this are left to `Default`, or the example is not written at all.
const MAX_DEPTH: usize = 8;

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

/// How many operations are tried.
const TRIED: usize = 50;

pub(super) fn of_some(input: Input<'_>) -> Option<Example> {
    let operations = input.api.operations.iter().zip(&input.names.operations).take(TRIED);
    let takes_nothing = |operation: &Operation| {
        operation.params.is_empty() && operation.params_type.is_none() && operation.body.is_none()
    };
    let mut ordered: Vec<_> = operations.filter(|(operation, _)| !operation.deprecated).collect();
    ordered.sort_by_key(|(operation, _)| !takes_nothing(operation));
    ordered.into_iter().find_map(|(operation, names)| {
        let mut writer = Writer { input, used: BTreeSet::new() };
        let statements = writer.statements(operation, names)?;
        Some(Example { uses: writer.used.into_iter().collect(), statements })
    })
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
            _ = writeln!(out, "let params = {};", self.named(id, 0)?);
            arguments.push("&params".to_owned());
        }
        match &operation.body {
            Some(body) if body.media == Media::Bytes && body.required => {
                arguments.push("\"content\"".to_owned());
            }
            Some(body) if body.required && shape::is_borrowed(&body.slot) => {
                _ = writeln!(out, "let body = {};", self.slot(&body.slot, None, 0)?);
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
            _ if shape::is_borrowed(slot) => format!("&{}", self.slot(slot, example, 0)?),
            Shape::Text | Shape::Binary => Literal::string(example.unwrap_or("text")).to_string(),
            _ => self.slot(slot, None, 0)?,
        })
    }

    /// An expression for a value that must be given; `None` if there is none.
    fn slot(&mut self, slot: &Slot, example: Option<&str>, depth: usize) -> Option<String> {
        if slot.nullable && slot.shape != Shape::Any {
            return Some("None".to_owned());
        }
        Some(match &slot.shape {
            Shape::Bool => "true".to_owned(),
            Shape::Int(_) => "1".to_owned(),
            Shape::Float => "1.0".to_owned(),
            Shape::Format(format) => format!("{}.parse()?", Literal::string(format_sample(*format))),
            Shape::Text | Shape::Secret | Shape::Binary | Shape::File => {
                format!("{}.into()", Literal::string(example.unwrap_or("text")))
            }
            Shape::List(item) => match self.slot(item, None, depth + 1) {
                Some(item) => format!("vec![{item}]"),
                None => "Vec::new()".to_owned(),
            },
            Shape::Map(_) | Shape::Any => "Default::default()".to_owned(),
            Shape::Named { id, boxed } => {
                let value = self.named(*id, depth + 1)?;
                if *boxed { format!("Box::new({value})") } else { value }
            }
            Shape::Bytes | Shape::Events(_) | Shape::Lines(_) => return None,
            Shape::Inline(_) | Shape::Unsupported(_) => return None,
        })
    }

    fn named(&mut self, id: TypeId, depth: usize) -> Option<String> {
        if depth > MAX_DEPTH {
            return None;
        }
        let (def, names) = (self.input.api.ty(id), self.input.names.ty(id));
        if names.replaced.is_some() {
            return None;
        }
        let value = match &def.kind {
            TypeKind::Enum(_) => format!("{}::{}", names.ident, names.members.first()?),
            TypeKind::Struct(inner) => {
                let demanded: Vec<(&Field, &String)> = inner
                    .fields
                    .iter()
                    .zip(&names.members)
                    .filter(|(field, _)| field.is_demanded(def.usage))
                    .collect();
                match demanded.as_slice() {
                    [] => format!("{}::default()", names.ident),
                    [(field, _)] => format!("{}::new({})", names.ident, self.field(field, depth, true)?),
                    _ => {
                        let mut values = String::new();
                        for (field, name) in &demanded {
                            _ = writeln!(
                                values,
                                "    {name}: {},",
                                self.field(field, depth, false)?.replace('\n', "\n    ")
                            );
                        }
                        self.used.insert(names.required.clone());
                        format!("{}::new({} {{\n{values}}})", names.ident, names.required)
                    }
                }
            }
            TypeKind::Union(inner) => {
                let first =
                    inner.variants.first().and_then(|variant| self.slot(&variant.slot, None, depth + 1));
                let (variant, value) = match (names.members.first(), first) {
                    (Some(variant), Some(value)) => (variant, value),
                    _ => (&names.rest, "Default::default()".to_owned()),
                };
                format!("{}::{variant}({value})", names.ident)
            }
            TypeKind::Cases(_) | TypeKind::Unsupported(_) => return None,
        };
        self.used.insert(names.ident.clone());
        Some(value)
    }

    fn field(&mut self, field: &Field, depth: usize, into: bool) -> Option<String> {
        let value = self.slot(&field.slot, field.example.as_deref(), depth)?;
        // A sole argument is taken as `impl Into<…>`, which cannot be inferred through another `into`.
        Some(if into { value.strip_suffix(".into()").map_or(value.clone(), str::to_owned) } else { value })
    }
}

/// A text that the type of a format takes. An example of the document may be anything, and so is not used.
const fn format_sample(format: Format) -> &'static str {
    match format {
        Format::Date => "2026-01-31",
        Format::DateTime => "2026-01-31T12:00:00Z",
        Format::Base64 => "dGV4dA==",
        Format::Decimal | Format::DecimalNumber => "12.50",
    }
}

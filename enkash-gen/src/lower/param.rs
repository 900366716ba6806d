//! Parameters: those of the path and those of the operation.

use openapiv3::{Parameter, ParameterSchemaOrContent, PathStyle, QueryStyle};

use super::{context::Context, extension, limits, schema};
use crate::{
    ir::{Location, NameHint, Param, PathTemplate, Shape, Slot, TypeKind},
    load::{Node, typed},
    report::{Code, Diagnostic, did_you_mean},
};

/// Header names that OpenAPI reserves; a parameter of such a name has no meaning.
const RESERVED_HEADERS: [&str; 3] = ["accept", "content-type", "authorization"];

/// Lowers the parameters of an operation, path parameters in the order of the path.
pub(super) fn lower_params<'d>(
    cx: &mut Context<'d, '_>,
    path: &PathTemplate,
    item: &Node<'d>,
    operation: &Node<'d>,
) -> Result<Vec<Param>, Code> {
    let mut params: Vec<Param> = Vec::new();
    let mut failure = None;
    for holder in [item, operation] {
        for node in holder.get("parameters").iter().flat_map(Node::items) {
            match lower_param(cx, path, &node) {
                // The operation's own parameter takes the place of the path's.
                Ok(Some(param)) => match params.iter_mut().find(|other| is_same(other, &param)) {
                    Some(other) => *other = param,
                    None => params.push(param),
                },
                Ok(None) => {}
                Err(code) => failure = failure.or(Some(code)),
            }
        }
    }
    for name in path.params() {
        let declared = params.iter().any(|param| param.location == Location::Path && param.wire_name == name);
        // A parameter that was refused has been reported; it is not missing.
        if !declared && failure.is_none() {
            cx.push(
                Diagnostic::new(
                    Code::PathParameter,
                    format!("the path `{}` has a parameter `{name}` that is not declared", path.raw()),
                )
                .at(item.origin())
                .help(format!("add a parameter with `name: {name}`, `in: path` and `required: true`")),
            );
            failure = Some(Code::PathParameter);
        }
    }
    if let Some(code) = failure {
        return Err(code);
    }
    let position = |param: &Param| path.params().position(|name| name == param.wire_name);
    params.sort_by_key(|param| {
        (param.location != Location::Path, position(param).filter(|_| param.location == Location::Path))
    });
    Ok(params)
}

fn is_same(one: &Param, other: &Param) -> bool {
    one.location == other.location && one.wire_name == other.wire_name
}

/// One parameter; `None` for one that has no meaning.
fn lower_param<'d>(
    cx: &mut Context<'d, '_>,
    path: &PathTemplate,
    node: &Node<'d>,
) -> Result<Option<Param>, Code> {
    let shared = node.reference().is_some();
    let node = &cx.resolve(node)?;
    extension::check_extensions(cx, node, extension::Noun::Parameter);
    let typed = cx.keep(typed::parameter(node)).ok_or(Code::InvalidNode)?;
    let transport = extension::flag(&typed.parameter_data_ref().extensions, "x-transport");
    let (location, style) = match &typed {
        Parameter::Query { style: QueryStyle::Form, allow_reserved: false, .. } => (Location::Query, None),
        Parameter::Query { allow_reserved: true, .. } => (Location::Query, Some("`allowReserved`")),
        Parameter::Query { style, .. } => (Location::Query, Some(query_style(style))),
        Parameter::Path { style: PathStyle::Simple, .. } => (Location::Path, None),
        Parameter::Path { style: PathStyle::Matrix, .. } => (Location::Path, Some("style `matrix`")),
        Parameter::Path { style: PathStyle::Label, .. } => (Location::Path, Some("style `label`")),
        Parameter::Header { .. } => (Location::Header, None),
        Parameter::Cookie { .. } => {
            let message = format!("the parameter `{}` is a cookie", typed.parameter_data_ref().name);
            cx.unsupported(node, Code::UnsupportedParameter, message);
            return Err(Code::UnsupportedParameter);
        }
    };
    let data = typed.parameter_data();
    let name = data.name.as_str();
    if location == Location::Header && RESERVED_HEADERS.contains(&name.to_ascii_lowercase().as_str()) {
        cx.push(
            Diagnostic::new(
                Code::IgnoredHeader,
                format!("the header parameter `{name}` has no meaning in OpenAPI"),
            )
            .at(node.origin())
            .help("a security scheme or a media type says it"),
        );
        return Ok(None);
    }
    if let Some(style) = style {
        cx.unsupported(node, Code::UnsupportedStyle, format!("the parameter `{name}` has {style}"));
        return Err(Code::UnsupportedStyle);
    }
    if location == Location::Path && !path.params().any(|param| param == name) {
        let diagnostic = Diagnostic::new(
            Code::PathParameter,
            format!("the path `{}` has no parameter `{name}`", path.raw()),
        )
        .at(node.get("name").unwrap_or_else(|| node.clone()).origin());
        cx.push(match did_you_mean(name, path.params()) {
            Some(help) => diagnostic.help(help),
            None => diagnostic.help(format!("write `{{{name}}}` into the path, or remove the parameter")),
        });
        return Err(Code::PathParameter);
    }
    let slot = match &data.format {
        ParameterSchemaOrContent::Schema(_) => match node.get("schema") {
            Some(schema) => lower_slot(cx, &schema, name, &hint(cx, name, shared))?,
            None => Slot::of(Shape::Text),
        },
        ParameterSchemaOrContent::Content(_) => {
            let message = format!("the parameter `{name}` is described by `content`");
            cx.unsupported(node, Code::UnsupportedParameter, message);
            return Err(Code::UnsupportedParameter);
        }
    };
    let limits = node.get("schema").map(|schema| limits::limits(cx, &schema, &slot)).unwrap_or_default();
    Ok(Some(Param {
        wire_name: name.to_owned(),
        location,
        required: data.required || location == Location::Path,
        slot,
        explode: data.explode.unwrap_or(location == Location::Query),
        deprecated: data.deprecated.unwrap_or(false),
        masked: extension::flag(&data.extensions, "x-sensitive"),
        transport,
        example: example(node),
        limits,
        origin: node.origin(),
        description: data.description,
    }))
}

/// What names the type of a parameter: its own name if operations share it, else the operation's as well.
fn hint(cx: &Context<'_, '_>, name: &str, shared: bool) -> NameHint {
    match &cx.operation {
        Some(operation) if !shared => NameHint::new(operation).then(name),
        _ => NameHint::new(name),
    }
}

/// The text that the parameter, or else its schema, gives as an example.
fn example(node: &Node<'_>) -> Option<String> {
    let schema = || node.get("schema").and_then(|schema| schema.get("example"));
    node.get("example").or_else(schema).and_then(|text| text.str()).map(str::to_owned)
}

/// A parameter holds a scalar, an enum, or a list of such; `null` has no form in a path, a query or a header.
fn lower_slot<'d>(
    cx: &mut Context<'d, '_>,
    schema: &Node<'d>,
    name: &str,
    hint: &NameHint,
) -> Result<Slot, Code> {
    let mut slot = schema::lower_schema(cx, schema, hint);
    slot.nullable = false;
    if let Some(code) = slot.unsupported() {
        return Err(code);
    }
    if is_plain(cx, &slot, true) {
        return Ok(slot);
    }
    let message = format!("the parameter `{name}` holds more than a scalar or a list of scalars");
    cx.unsupported(schema, Code::UnsupportedParameter, message);
    Err(Code::UnsupportedParameter)
}

/// Whether a value can be written as plain text, or, where a list may stand, as several.
pub(super) fn is_plain(cx: &Context<'_, '_>, slot: &Slot, list: bool) -> bool {
    match &slot.shape {
        Shape::Inline(def) => is_plain_kind(cx, &def.kind, list),
        Shape::List(item) => list && !item.nullable && is_plain(cx, item, false),
        Shape::Named { id, .. } => is_plain_kind(cx, &cx.api.ty(*id).kind, list),
        shape => shape.is_scalar(),
    }
}

fn is_plain_kind(cx: &Context<'_, '_>, kind: &TypeKind, list: bool) -> bool {
    match kind {
        TypeKind::Enum(_) => true,
        // Not a union inside a union, which may be itself.
        TypeKind::Union(def) => def.variants.iter().all(|variant| match &variant.slot.shape {
            shape @ Shape::Named { .. } => cx.api.is_enum(shape),
            _ => is_plain(cx, &variant.slot, list),
        }),
        _ => false,
    }
}

fn query_style(style: &QueryStyle) -> &'static str {
    match style {
        QueryStyle::Form => "style `form`",
        QueryStyle::SpaceDelimited => "style `spaceDelimited`",
        QueryStyle::PipeDelimited => "style `pipeDelimited`",
        QueryStyle::DeepObject => "style `deepObject`",
    }
}

//! Parameters: those of the path and those of the operation.

use std::collections::{HashMap, hash_map::Entry};

use openapiv3::{Parameter, ParameterSchemaOrContent, PathStyle, QueryStyle};

use super::{body_media, context::Context, depth::Depth, extension, limits, path_param, schema};
use crate::{
    ir::{Location, NameHint, Notation, Param, PathTemplate, Shape, Slot, Style},
    load::{Node, typed},
    report::{Code, Diagnostic},
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
    let mut places: HashMap<(Location, String), usize> = HashMap::new();
    let mut failure = None;
    for holder in [item, operation] {
        for node in holder.get("parameters").iter().flat_map(Node::items) {
            match lower_param(cx, &node) {
                // The operation's own parameter takes the place of the path's.
                Ok(Some(param)) => match places.entry((param.location, param.wire_name.clone())) {
                    Entry::Occupied(place) => params[*place.get()] = param,
                    Entry::Vacant(place) => {
                        place.insert(params.len());
                        params.push(param);
                    }
                },
                Ok(None) => {}
                Err(code) => failure = failure.or(Some(code)),
            }
        }
    }
    match failure {
        Some(code) => Err(code),
        None => Ok(path_param::fit_path(cx, path, item, params)),
    }
}

/// One parameter; `None` for one that has no meaning.
fn lower_param<'d>(cx: &mut Context<'d, '_>, node: &Node<'d>) -> Result<Option<Param>, Code> {
    let shared = node.reference().is_some();
    let node = &cx.resolve(node)?;
    extension::check_extensions(cx, node, extension::Noun::Parameter);
    let typed = cx.keep(typed::parameter(node)).ok_or(Code::InvalidNode)?;
    let transport = extension::flag(&typed.parameter_data_ref().extensions, "x-transport");
    let (location, mut style) = place(&typed);
    let allows_empty = matches!(&typed, Parameter::Query { allow_empty_value: Some(true), .. });
    let data = typed.parameter_data();
    let name = data.name.as_str();
    if location == Location::Header && RESERVED_HEADERS.contains(&name.to_ascii_lowercase().as_str()) {
        // Who marks it as the transport's knows that.
        if !transport {
            cx.push(
                Diagnostic::new(
                    Code::IgnoredHeader,
                    format!("the header parameter `{name}` has no meaning in OpenAPI"),
                )
                .at(node.origin())
                .help("a security scheme or a media type says it"),
            );
        }
        return Ok(None);
    }
    let hint = hint(cx, name, shared);
    let mut slot = match &data.format {
        ParameterSchemaOrContent::Schema(_) => {
            node.get("schema").map(|schema| schema::lower_schema(cx, &schema, &hint))
        }
        ParameterSchemaOrContent::Content(_) => {
            let entry = node.get("content").and_then(|content| content.entries().next());
            entry.and_then(|(media_type, entry)| {
                if body_media::is_json(media_type) {
                    style.notation = Notation::Json;
                }
                entry.get("schema").map(|schema| schema::lower_schema(cx, &schema, &hint))
            })
        }
    }
    .unwrap_or(Slot::of(Shape::Text));
    // Nothing outside of JSON has a `null`, but for the empty value where that is allowed; an empty text is text.
    style.empty = allows_empty && slot.shape != Shape::Text;
    slot.nullable = style.empty;
    check_depth(cx, node, name, style, &slot);
    let limits = node.get("schema").map(|schema| limits::limits(cx, &schema, &slot)).unwrap_or_default();
    Ok(Some(Param {
        wire_name: name.to_owned(),
        location,
        required: data.required || location == Location::Path,
        slot,
        explode: data.explode.unwrap_or(is_exploded(location, style)),
        style,
        deprecated: data.deprecated.unwrap_or(false),
        masked: extension::flag(&data.extensions, "x-sensitive"),
        transport,
        example: example(node),
        limits,
        origin: node.origin(),
        description: data.description,
    }))
}

/// Where a parameter goes, and in which style.
fn place(typed: &Parameter) -> (Location, Style) {
    match typed {
        Parameter::Query { style, allow_reserved, .. } => {
            let notation = match style {
                QueryStyle::Form => Notation::Plain,
                QueryStyle::SpaceDelimited => Notation::Spaces,
                QueryStyle::PipeDelimited => Notation::Pipes,
                QueryStyle::DeepObject => Notation::Deep,
            };
            (Location::Query, Style { reserved: *allow_reserved, ..Style::of(notation) })
        }
        Parameter::Path { style, .. } => {
            let notation = match style {
                PathStyle::Simple => Notation::Plain,
                PathStyle::Label => Notation::Label,
                PathStyle::Matrix => Notation::Matrix,
            };
            (Location::Path, Style::of(notation))
        }
        Parameter::Header { .. } => (Location::Header, Style::default()),
        Parameter::Cookie { .. } => (Location::Cookie, Style::default()),
    }
}

/// The default of `explode`: it is on for style `form`.
pub(super) fn is_exploded(location: Location, style: Style) -> bool {
    style.notation == Notation::Plain && !matches!(location, Location::Path | Location::Header)
}

/// What is nested deeper than its style can say is sent as JSON, which servers may or may not read.
fn check_depth(cx: &mut Context<'_, '_>, node: &Node<'_>, name: &str, style: Style, slot: &Slot) {
    let says_all = matches!(style.notation, Notation::Deep | Notation::Json);
    if !says_all && Depth::of(&cx.api, slot) == Depth::Nested {
        cx.push(
            Diagnostic::new(
                Code::NestedParameter,
                format!(
                    "the parameter `{name}` holds values inside of values, for which its style has no form"
                ),
            )
            .at(node.origin())
            .help(
                "inner values are sent as JSON; `style: deepObject`, or `content`, says how they are written",
            ),
        );
    }
}

/// What names the type of a parameter: its own name if operations share it, else the operation's as well.
fn hint(cx: &Context<'_, '_>, name: &str, shared: bool) -> NameHint {
    match &cx.operation {
        Some(operation) if !shared => operation.hint.then(name),
        _ => NameHint::new(name),
    }
}

/// The text that the parameter, or else its schema, gives as an example.
fn example(node: &Node<'_>) -> Option<String> {
    let schema = || node.get("schema").and_then(|schema| schema.get("example"));
    node.get("example").or_else(schema).and_then(|text| text.str()).map(str::to_owned)
}

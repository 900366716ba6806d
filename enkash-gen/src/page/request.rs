//! The request of a page: credentials, parameters, body.

use std::ops::Range;

use super::{
    Became, Body, Confidence, Fact, Parameter, Place, Scheme, Unseen, authorization, body, field,
    reader::Reader, skeleton,
};
use crate::report::Code;

/// What the section says.
#[derive(Debug, Default)]
pub(super) struct Request {
    pub(super) authorization: Option<Fact<Scheme>>,
    pub(super) parameters: Vec<Parameter>,
    pub(super) body: Option<Body>,
    pub(super) unseen: Vec<Unseen>,
}

/// Reads the section.
pub(super) fn read(reader: &mut Reader, range: Range<usize>) -> Request {
    let mut request = Request::default();
    let mut at = range.start;
    while at < range.end {
        if authorization::starts(&reader.lines, at) {
            let (scheme, next) = authorization::read(reader, at, range.end);
            request.authorization = request.authorization.or(scheme);
            at = next;
        } else if skeleton::is_list_label(reader.text(at)) {
            let next = (at + 1..range.end)
                .find(|at| {
                    skeleton::is_list_label(reader.text(*at)) || authorization::starts(&reader.lines, *at)
                })
                .unwrap_or(range.end);
            list(reader, &mut request, at, next);
            at = next;
        } else {
            at += 1;
        }
    }
    request
}

/// One list: its heading at `label`, and its lines up to `end`.
fn list(reader: &mut Reader, request: &mut Request, label: usize, end: usize) {
    reader.mark(label, Became::Label);
    let text = reader.text(label).to_owned();
    let list = field::read(reader, label + 1..end);
    if let Some(place) = Place::of_label(&text) {
        if list.fields.is_empty() {
            unseen(reader, request, label, Unseen::Parameters);
        }
        for field in list.fields {
            match &field.name {
                Some(name) if request.parameters.iter().any(|known| is_same(known, place, name)) => {
                    let message = format!("`{name}` is listed twice; the first is taken");
                    reader.find_at(Code::PageLine, field.source.line, message);
                }
                Some(_) => request.parameters.push(Parameter { place, field, values: None }),
                None => reader.find_at(Code::LostValue, field.source.line, "a parameter has lost its name"),
            }
        }
        return;
    }
    let source = reader.source(label, Confidence::High);
    let is_empty = list.fields.is_empty();
    let mut body = body::assemble(reader, list, source);
    let (media_type, required) = media_type(&text);
    (body.media_type, body.required) = (media_type, required);
    if is_empty {
        unseen(reader, request, label, Unseen::RequestBody);
    }
    request.body = request.body.take().or(Some(body));
}

fn unseen(reader: &mut Reader, request: &mut Request, label: usize, what: Unseen) {
    if !request.unseen.contains(&what) {
        request.unseen.push(what);
    }
    let message = format!("`{}` is folded away in this copy; what it lists is not known", reader.text(label));
    reader.find(Code::FoldedList, label, message);
}

fn is_same(known: &Parameter, place: Place, name: &str) -> bool {
    known.place == place
        && known.field.name.as_deref().is_some_and(|known| match place {
            Place::Header => known.eq_ignore_ascii_case(name),
            _ => known == name,
        })
}

/// `Body Params application/jsonRequired`: the media type, and whether there must be a body.
fn media_type(label: &str) -> (Option<String>, Option<bool>) {
    let rest = label.strip_prefix(skeleton::BODY).unwrap_or(label).trim();
    let (rest, required) = match (rest.strip_suffix("Required"), rest.strip_suffix("Optional")) {
        (Some(rest), _) => (rest.trim(), Some(true)),
        (_, Some(rest)) => (rest.trim(), Some(false)),
        _ => (rest, None),
    };
    ((!rest.is_empty()).then(|| rest.to_owned()), required)
}

#[cfg(test)]
mod tests {
    use super::media_type;

    #[test]
    fn a_body_may_say_at_its_end_that_it_is_required() {
        for (label, expected) in [
            ("Body Params application/json", (Some("application/json"), None)),
            ("Body Params application/jsonRequired", (Some("application/json"), Some(true))),
            (
                "Body Params application/x-www-form-urlencoded",
                (Some("application/x-www-form-urlencoded"), None),
            ),
            ("Body Params", (None, None)),
        ] {
            let (media_type, required) = media_type(label);
            assert_eq!((media_type.as_deref(), required), expected, "{label}");
        }
    }
}

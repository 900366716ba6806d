//! The sample request against the fields: what one sends and the other does not know.

use std::collections::BTreeSet;

use super::{
    Page, Place, Rendering, Schema, Unseen, curl, endpoint, json,
    read::{is_authorization, is_placeholder},
    reader::Reader,
};
use crate::report::Code;

/// Reports every difference, at the sample.
pub(super) fn compare(reader: &mut Reader, page: &Page) {
    // A copy that has lost names differs from everything.
    let Some(sample) = page.sample.as_ref().filter(|_| page.rendering > Rendering::Stripped) else { return };
    let mut differs = |message: String| reader.find_at(Code::SampleDiffers, sample.source.line, message);
    let request = &sample.value;
    if let Some(method) = page.method.as_ref().filter(|method| method.value != request.method) {
        differs(format!("the page says `{}`, and the sample sends `{}`", method.value, request.method));
    }
    let (host, path) = endpoint::split_host(request.address());
    if let Some(known) = page.path.as_ref().filter(|known| !is_path(&known.value, path)) {
        differs(format!("the page says `{}`, and the sample sends to `{path}`", known.value));
    }
    if let (Some(host), Some(server)) = (host.filter(|host| !is_placeholder(host)), &page.server)
        && !server.value.eq_ignore_ascii_case(host)
    {
        differs(format!("the page names the server `{}`, and the sample `{host}`", server.value));
    }
    headers(page, request, &mut differs);
    if !page.unseen.contains(&Unseen::Parameters) {
        let listed: BTreeSet<&str> = names(page, Place::Query).collect();
        let sent: BTreeSet<&str> = request.query().map(|(name, _)| name).collect();
        both(&listed, &sent, "the query parameter", &mut differs);
    }
    body(page, request, &mut differs);
}

fn names(page: &Page, place: Place) -> impl Iterator<Item = &str> {
    let wanted = page.parameters.iter().filter(move |parameter| parameter.place == place);
    wanted.filter_map(|parameter| parameter.field.name.as_deref())
}

fn headers(page: &Page, request: &curl::Request, differs: &mut dyn FnMut(String)) {
    if page.unseen.contains(&Unseen::Parameters) {
        return;
    }
    let small = |name: &str| name.to_ascii_lowercase();
    let has_section = page.authorization.is_some();
    let listed: BTreeSet<String> = names(page, Place::Header).map(small).collect();
    let sent: BTreeSet<String> = request.headers.iter().map(|(name, _)| small(name)).collect();
    for name in sent.difference(&listed) {
        let follows = match name.as_str() {
            "authorization" => has_section,
            "content-type" => page.body.is_some() || matches!(request.body, curl::Body::None),
            "accept" | "host" | "connection" => true,
            _ => false,
        };
        if !follows {
            differs(format!("the sample sends the header `{name}`, which is not listed"));
        }
    }
    let must = page.parameters.iter().filter(|parameter| {
        parameter.place == Place::Header
            && parameter.field.required == Some(true)
            && !is_authorization(parameter)
    });
    for name in must.filter_map(|parameter| parameter.field.name.as_deref()) {
        if !sent.contains(&small(name)) {
            differs(format!("the header `{name}` is required, and the sample does not send it"));
        }
    }
    if let (Some(sent), Some(listed)) =
        (request.header("Content-Type"), page.body.as_ref().and_then(|body| body.media_type.as_deref()))
        && !sent.eq_ignore_ascii_case(listed)
    {
        differs(format!("the body is listed as `{listed}`, and the sample sends it as `{sent}`"));
    }
}

fn body(page: &Page, request: &curl::Request, differs: &mut dyn FnMut(String)) {
    let Some(body) = page.body.as_ref().filter(|body| body.is_listed) else {
        if page.body.is_none()
            && request.body != curl::Body::None
            && !page.unseen.contains(&Unseen::RequestBody)
        {
            differs("the sample sends a body, and the page lists none".to_owned());
        }
        return;
    };
    let Schema::Object(members) = &body.schema else { return };
    let listed: BTreeSet<&str> =
        members.fields.iter().filter_map(|node| node.field.name.as_deref()).collect();
    match &request.body {
        curl::Body::None => {}
        curl::Body::Form(pairs) => {
            let sent: BTreeSet<&str> = pairs.iter().filter_map(|(name, _)| name.as_deref()).collect();
            let hidden = pairs.iter().filter(|(name, _)| name.is_none()).count();
            let missing = listed.difference(&sent).count();
            // As many names are hidden as are missing: they are the same ones.
            if hidden == 0 || missing != hidden {
                both(&listed, &sent, "the field", differs);
            }
        }
        curl::Body::Parts(parts) => {
            both(&listed, &parts.iter().map(|(name, _)| name.as_str()).collect(), "the part", differs);
        }
        curl::Body::Raw(text) => {
            let value = json::read(text).map(|sample| sample.value);
            // What the fields and the sample of the body disagree on has been said.
            let same = body.example.as_ref().map(|example| &example.value) == value.as_ref();
            if let Some(object) = value.as_ref().and_then(|value| value.as_object()).filter(|_| !same) {
                both(&listed, &object.keys().map(String::as_str).collect(), "the field", differs);
            }
        }
    }
}

fn both(listed: &BTreeSet<&str>, sent: &BTreeSet<&str>, what: &str, differs: &mut dyn FnMut(String)) {
    for name in sent.difference(listed) {
        differs(format!("the sample sends {what} `{name}`, which is not listed"));
    }
    for name in listed.difference(sent) {
        differs(format!("{what} `{name}` is listed, and the sample does not send it"));
    }
}

/// Whether a sample's path is a filled template; parameters without a sample are empty there.
fn is_path(template: &str, path: &str) -> bool {
    let trimmed = |path: &'_ str| path.trim_start_matches('/').to_owned();
    let (template, path) = (trimmed(template), trimmed(path));
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(wanted), Some(given)) if wanted.contains('{') || wanted == given => {}
            (Some(wanted), None) if wanted.contains('{') => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_path;

    #[test]
    fn a_parameter_without_a_sample_is_empty() {
        assert!(is_path("/payment/{id}/refund", "/payment//refund"));
        assert!(is_path("/orders/{id}", "/orders/"));
        assert!(is_path("/pay", "/pay"));
        assert!(!is_path("/pay", "/refund"));
        assert!(!is_path("/pay", "/pay/7"));
    }
}

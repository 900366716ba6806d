//! The head of a page: title, status, method and path, and the menu in front of them.

use super::{
    Became, Confidence, Fact, Page, endpoint, read::is_placeholder, reader::Reader, skeleton::Skeleton,
};
use crate::report::Code;

/// Title, status, method and path; gives what is glued to the path.
pub(super) fn read(reader: &mut Reader, skeleton: &Skeleton, page: &mut Page) -> String {
    let Some(at) = skeleton.method else {
        let message = "method and path are lost in this copy of the page";
        reader.find(Code::LostValue, 0, message);
        return String::new();
    };
    let menu = skeleton.title.or(skeleton.status).unwrap_or(at);
    navigation(reader, menu);
    if let Some(title) = skeleton.title {
        reader.mark(title, Became::Fact);
        page.title = Some(Fact::new(reader.text(title).to_owned(), reader.source(title, Confidence::High)));
    }
    if let Some(status) = skeleton.status {
        reader.mark(status, Became::Fact);
        page.status =
            Some(Fact::new(reader.text(status).to_owned(), reader.source(status, Confidence::High)));
    }
    reader.mark_all(at..at + 2, Became::Fact);
    let source = reader.source(at, Confidence::High);
    if let Some((status, method)) = endpoint::method(reader.text(at)) {
        let status = status.map(str::to_owned);
        page.status = page.status.take().or(status.map(|status| Fact::new(status, source.clone())));
        page.method = Some(Fact::new(method.to_owned(), source));
    }
    let apart = skeleton.request_label.is_some();
    let text = reader.text(at + 1).to_owned();
    let Some(endpoint::Path { path, glued }) = endpoint::path(&text, apart) else { return String::new() };
    let confidence = if glued.is_empty() { Confidence::High } else { Confidence::Medium };
    let source = reader.source(at + 1, confidence);
    if !glued.is_empty() && glued != "Request" {
        reader.find(
            Code::PagePath,
            at + 1,
            format!("the description is glued to the path, which was read as `{path}`"),
        );
    }
    let (host, path) = endpoint::split_host(path);
    page.server =
        host.filter(|host| !is_placeholder(host)).map(|host| Fact::new(host.to_owned(), source.clone()));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let path = match path.strip_prefix('/') {
        Some(_) => path.to_owned(),
        None => {
            reader.find(
                Code::PagePath,
                at + 1,
                format!("`{path}` does not begin with a slash, and is read as if it did"),
            );
            format!("/{path}")
        }
    };
    if let Some(segment) = path.rsplit('/').next().filter(|segment| is_number(segment)) {
        reader.find(
            Code::PagePath,
            at + 1,
            format!("the path ends in `{segment}`, which looks like a sample value"),
        );
    }
    page.path = Some(Fact::new(path, source));
    glued.to_owned()
}

fn is_number(segment: &str) -> bool {
    segment.len() > 2 && segment.bytes().all(|byte| byte.is_ascii_digit())
}

/// Marks what stands in front of the title: a menu, and the way to the page. What looks like neither is not understood.
fn navigation(reader: &mut Reader, end: usize) {
    let last_crumb = (0..end).rev().find(|at| reader.lines[*at].is_crumb());
    let mut seen_item = false;
    for at in 0..end {
        let line = &reader.lines[at];
        let is_item = line.is_item() || endpoint::method(&line.text).is_some();
        seen_item |= is_item;
        // Names of the portal and its bars stand in front of the menu, or in front of the last crumb.
        if is_item
            || !seen_item
            || last_crumb.is_some_and(|crumb| at <= crumb)
            || line.text == "Login"
            || line.text == "Home"
            || line.text.starts_with("1. ")
        {
            reader.mark(at, Became::Navigation);
        }
    }
}

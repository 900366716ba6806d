//! The sections of a page: where its head, its prose, its request, its samples and its answers begin and end.

use std::ops::Range;

use super::{authorization, endpoint, line::Line};

/// The lists of a request.
const LISTS: [&str; 4] = ["Path Params", "Query Params", "Header Params", "Cookie Params"];

pub(super) const BODY: &str = "Body Params";

/// The sections of a page, as indexes of lines. Empty ranges are sections that it does not have.
#[derive(Debug)]
pub(super) struct Skeleton {
    /// The line with the method; `None` if it is lost.
    pub(super) method: Option<usize>,
    pub(super) title: Option<usize>,
    pub(super) status: Option<usize>,
    /// From behind the path to the request.
    pub(super) prose: Range<usize>,
    /// The heading `Request`.
    pub(super) request_label: Option<usize>,
    pub(super) request: Range<usize>,
    /// With its heading.
    pub(super) samples: Range<usize>,
    /// The heading `Responses`.
    pub(super) responses_label: Option<usize>,
    pub(super) responses: Range<usize>,
    pub(super) tail: Range<usize>,
}

/// Whether a line is the heading of a list of fields in the request.
pub(super) fn is_list_label(text: &str) -> bool {
    LISTS.contains(&text)
        || text.strip_prefix(BODY).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

pub(super) fn is_samples_label(text: &str) -> bool {
    matches!(text, "Request samples" | "Request Code Samples" | "Request Request Example" | "Request Example")
}

/// Whether a line follows the last answer.
pub(super) fn is_tail(text: &str) -> bool {
    let link = |word: &str| {
        text.strip_prefix(word).is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(' ') || rest.starts_with(char::is_uppercase)
        })
    };
    text.starts_with("Modified at")
        || text.starts_with("Last modified:")
        || text == "Built with"
        || link("Previous")
        || link("Next")
}

/// The line with the method of the page: not one of the menu, whose items have methods as well.
pub(super) fn operation(lines: &[Line]) -> Option<usize> {
    let apart = lines.iter().any(|line| line.text == "Request");
    let candidates = || {
        (0..lines.len().saturating_sub(1)).filter_map(|at| {
            endpoint::method(&lines[at].text)?;
            let path = endpoint::path(&lines[at + 1].text, apart)?;
            (at == 0 || !lines[at - 1].is_item()).then_some((at, path))
        })
    };
    let found = candidates().find(|(_, path)| path.path.contains('/')).or_else(|| candidates().next());
    found.map(|(at, _)| at)
}

impl Skeleton {
    pub(super) fn of(lines: &[Line]) -> Self {
        let text = |at: usize| lines.get(at).map_or("", |line| line.text.as_str());
        let find = |from: usize, to: usize, is: &dyn Fn(usize) -> bool| (from..to).find(|at| is(*at));
        let end = lines.len();
        let method = operation(lines);
        let status = method.and_then(|at| at.checked_sub(1)).filter(|at| endpoint::is_status(text(*at)));
        let title = status.or(method).and_then(|at| at.checked_sub(1));
        let title = title.filter(|at| !lines[*at].is_crumb() && !lines[*at].is_item());
        let prose = method.map_or(0, |at| (at + 2).min(end));

        let opens = |at: usize| {
            let next = text(at);
            is_list_label(next)
                || is_samples_label(next)
                || next == "Responses"
                || authorization::starts(lines, at)
                || at >= end
        };
        let request_label = find(prose, end, &|at| text(at) == "Request" && opens(at + 1))
            .or_else(|| find(prose, end, &|at| text(at) == "Request"));
        let first_list =
            || find(prose, end, &|at| is_list_label(text(at)) || authorization::starts(lines, at));
        let samples_from = request_label.map_or(prose, |at| at + 1);
        let is_samples = |at: usize| is_samples_label(text(at)) || is_curl(text(at));
        let responses_label = find(samples_from, end, &|at| text(at) == "Responses");
        let is_response = |at: usize| {
            super::response::heading(text(at)).is_some() && super::response::is_heading(lines, at)
        };
        let responses =
            responses_label.map(|at| at + 1).or_else(|| find(samples_from, end, &is_response)).unwrap_or(end);
        let before_responses = responses_label.unwrap_or(responses);
        let samples = find(samples_from, before_responses, &is_samples);
        let tail = find(responses.min(samples.unwrap_or(end)), end, &|at| is_tail(text(at))).unwrap_or(end);
        let responses = responses.min(tail);
        let before_responses = before_responses.min(tail);
        let samples = samples.unwrap_or(before_responses).min(before_responses);
        let request = match request_label {
            Some(at) => at + 1,
            None => first_list().unwrap_or(samples),
        };
        let request = request.min(samples);
        Self {
            method,
            title,
            status,
            prose: prose..request_label.unwrap_or(request).max(prose),
            request_label,
            request: request..samples,
            samples: samples..before_responses,
            responses_label: responses_label.filter(|at| *at < tail),
            responses: responses..tail,
            tail: tail..end,
        }
    }
}

/// Whether a line begins a sample of the command line.
pub(super) fn is_curl(text: &str) -> bool {
    text.strip_prefix("curl").is_some_and(|rest| rest.starts_with([' ', '-']))
}

//! Descriptions as rustdoc. A description is CommonMark by a stranger: it must neither break the build nor become
//! a doctest, a link to one of our items, or HTML.

use proc_macro2::TokenStream;
use quote::quote;

/// One paragraph after the other, as `#[doc]` attributes; empty ones are left out.
pub(super) fn docs<'a>(paragraphs: impl IntoIterator<Item = &'a str>) -> TokenStream {
    let text: Vec<_> = paragraphs.into_iter().map(str::trim).filter(|text| !text.is_empty()).collect();
    let text = text.join("\n\n");
    let lines = text.lines().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote!(#(#[doc = #lines])*)
}

/// A description, made safe; `fallback` if there is none.
pub(super) fn description(text: Option<&str>, fallback: &str) -> String {
    match text.map(str::trim) {
        Some(text) if !text.is_empty() => tame(text),
        _ => fallback.to_owned(),
    }
}

/// A text of the wire as code, whatever it holds.
pub(super) fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'").split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The first paragraph as a single line, for a cell of a table.
pub(super) fn line(text: &str) -> String {
    let paragraph: Vec<_> = text.trim().lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    tame(&paragraph.join(" ")).replace('|', "\\|").replace('\n', " ")
}

/// Makes CommonMark safe: code blocks become text, so that none is a doctest; brackets and angles are escaped
/// unless they are a link to the web.
pub(super) fn tame(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut fence: Option<&str> = None;
    for line in text.lines() {
        let trimmed = line.trim_start();
        let marker = ["```", "~~~"].into_iter().find(|marker| trimmed.starts_with(marker));
        match (fence, marker) {
            (Some(open), Some(marker)) if open == marker => {
                out.push_str(marker);
                fence = None;
            }
            (Some(_), _) => out.push_str(line.trim_end()),
            (None, Some(marker)) => {
                out.push_str(marker);
                out.push_str("text");
                fence = Some(marker);
            }
            (None, None) => {
                // Four spaces would be a code block, and so a doctest.
                let indent = (line.len() - trimmed.len()).min(3);
                out.push_str(&"   "[..indent]);
                tame_line(trimmed.trim_end(), &mut out);
            }
        }
        out.push('\n');
    }
    if let Some(marker) = fence {
        out.push_str(marker);
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out
}

fn tame_line(line: &str, out: &mut String) {
    let mut code = false;
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '`' => {
                // A backtick without its twin is text.
                code = !code && rest[1..].contains('`');
                1
            }
            '<' if !code => {
                let link = is_web(&rest[1..]).then(|| rest.find('>')).flatten();
                if link.is_none() {
                    out.push('\\');
                }
                link.map_or(1, |end| end + 1)
            }
            '[' if !code => {
                let link = web_link(rest);
                if link.is_none() {
                    out.push('\\');
                }
                link.unwrap_or(1)
            }
            ']' if !code => {
                out.push('\\');
                1
            }
            'h' if !code && is_web(rest) => {
                let end =
                    rest.find(|c: char| c.is_whitespace() || "<>()[]`\"'".contains(c)).unwrap_or(rest.len());
                let end = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_']).len();
                out.push('<');
                out.push_str(&rest[..end]);
                out.push('>');
                rest = &rest[end..];
                continue;
            }
            other => other.len_utf8(),
        };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
}

fn is_web(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// The length of `[text](https://…)` at the start of a line's rest.
fn web_link(rest: &str) -> Option<usize> {
    let close = rest.find(']')?;
    if rest[1..close].contains(['[', '`', '<']) {
        return None;
    }
    let target = rest[close + 1..].strip_prefix('(')?;
    let end = target.find(')')?;
    (is_web(target) && !target[..end].contains(char::is_whitespace)).then_some(close + 3 + end)
}

#[cfg(test)]
mod tests {
    use super::tame;

    #[test]
    fn description_cannot_break_out() {
        for (text, expected) in [
            ("plain `code` text", "plain `code` text"),
            ("see [Book] and [x](y)", "see \\[Book\\] and \\[x\\](y)"),
            ("see [page](https://example.com/a)", "see [page](https://example.com/a)"),
            ("at https://example.com/a.", "at <https://example.com/a>."),
            ("at <https://example.com>", "at <https://example.com>"),
            ("<b>bold</b>", "\\<b>bold\\</b>"),
            ("`<b>` stays", "`<b>` stays"),
            ("a ` alone [x]", "a ` alone \\[x\\]"),
            ("```rust\nlet x = [1];\n```", "```text\nlet x = [1];\n```"),
            ("```\nnever closed", "```text\nnever closed\n```"),
            ("para\n\n    let code = 1;", "para\n\n   let code = 1;"),
        ] {
            assert_eq!(tame(text), expected, "{text}");
        }
    }
}

//! A page from disk: read, decoded, taken apart, its secrets masked before anything is shown.

use std::{borrow::Cow, fs::File, io::Read, path::Path};

use super::{Became, Covered, Finding, Opened, diagnostic, encoding, html, line, mask, read, transcribe};
use crate::report::{Code, Diagnostic, Origin, Report, Sources};

/// The largest page that is read: 16 MiB, a thousand times the largest that is known.
const MAX_BYTES: u64 = 16 << 20;

/// Reads the page at `path`. What there is to say of it is pushed to the report.
///
/// `None`, with the reason in the report, if the file cannot be read, is too large, is no text, or describes no
/// operation.
pub fn open(path: &Path, sources: &mut Sources, report: &mut Report) -> Option<Opened> {
    let shown = path.display().to_string();
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        report.push(Diagnostic::new(Code::Io, format!("cannot read `{shown}`: {error}")));
        return None;
    }
    if bytes.len() as u64 > MAX_BYTES {
        let message = format!("`{shown}` is larger than {} MiB", MAX_BYTES >> 20);
        report.push(Diagnostic::new(Code::TooLarge, message));
        return None;
    }
    open_bytes(&shown, &bytes, sources, report)
}

/// Like [`open`], for bytes that are already there; `name` is the path shown in diagnostics.
pub fn open_bytes(name: &str, bytes: &[u8], sources: &mut Sources, report: &mut Report) -> Option<Opened> {
    let decoded = match encoding::decode(bytes) {
        Ok(decoded) => decoded,
        Err(offset) => {
            let message = format!("`{name}` is no text: the byte at offset {offset} belongs to none");
            report.push(Diagnostic::new(Code::Encoding, message).help("save the page as text or as HTML"));
            return None;
        }
    };
    let text = decoded.text;
    let is_html = html::is_html(&text);
    let (raw, address): (Vec<(usize, Cow<'_, str>)>, _) = if is_html {
        let reduced = html::reduce(&text);
        let lines = reduced.lines.into_iter().map(|(number, line)| (number, line.into()));
        (lines.collect(), reduced.address)
    } else {
        let address = text.lines().next().and_then(address).map(str::to_owned);
        let lines = (1..).zip(text.lines().map(Cow::from));
        (lines.skip(usize::from(address.is_some())).collect(), address)
    };
    let lines = line::lines(raw.iter().map(|(number, line)| (*number, &**line)));
    let file = Path::new(name).file_stem().map_or(name.into(), |stem| stem.to_string_lossy());
    match read::read(lines, &file, address) {
        Ok((mut page, shown)) => {
            let covered = page.coverage.clone();
            let mut masks = mask::mask(&mut page);
            let raw = raw.iter().map(|(_, line)| &**line);
            let mut transcription = transcribe::transcribe(raw, &covered, &shown, &mut masks);
            if let Some(address) = &page.address {
                transcription.insert_str(0, &format!("{address}\n"));
                if !is_html {
                    let text = address.clone();
                    page.coverage.insert(0, Covered { line: 1, became: Became::Navigation, text });
                }
            }
            let shown = if is_html { masks.text(&text) } else { masks.text(&transcription) };
            let source = sources.add(name, shown);
            if let Some(assumed) = decoded.assumed {
                let message = format!("the page is not UTF-8, and is read as {assumed}");
                report
                    .push(Diagnostic::new(Code::PageEncoding, message).at(Origin::line_column(source, 1, 1)));
            }
            report.extend(page.findings.iter().map(|finding: &Finding| diagnostic(finding, source)));
            Some(Opened { page, source, transcription })
        }
        Err(is_empty) => {
            let what = match is_empty {
                true => "the page is empty",
                false => "the page holds no operation: there is no line with a method above one with a path",
            };
            let message = format!("`{name}`: {what}");
            report.push(Diagnostic::new(Code::NotAPage, message));
            None
        }
    }
}

/// The address of a page, if it stands alone on the first line of its text.
fn address(line: &str) -> Option<&str> {
    let line = line.trim();
    let is_address = line.starts_with("https://") || line.starts_with("http://");
    (is_address && !line.contains(char::is_whitespace)).then_some(line)
}

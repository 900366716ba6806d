//! A page as it may be kept: the text that it was, with made-up values in the place of those that may be somebody's.
//!
//! Invariant: the transcription of a text has its lines, so that what is read of it stands where it stood.

use super::{
    Became, Covered, line,
    mask::{self, Masks},
    reader::Shown,
};

/// Transcribes the lines of a page. `covered` says what became of those that are not blank, with their own texts.
pub(super) fn transcribe<'t>(
    raw: impl Iterator<Item = &'t str>,
    covered: &[Covered],
    shown: &[Shown],
    masks: &mut Masks,
) -> String {
    let masked = masked(covered, shown, masks);
    let mut lines = covered.iter().zip(&masked);
    let mut out = String::new();
    for raw in raw {
        if let Some(damaged) = line::damaged(raw)
            && let Some((original, masked)) = lines.next()
            && original.text != *masked
        {
            out.push_str(&raw[..raw.len() - raw.trim_start().len()]);
            out.push_str(masked);
            out.push_str(if damaged { "\u{c2}" } else { "" });
        } else {
            out.push_str(raw);
        }
        out.push('\n');
    }
    out
}

/// The text of each line that is not blank.
fn masked(covered: &[Covered], shown: &[Shown], masks: &mut Masks) -> Vec<String> {
    let mut texts: Vec<String> = covered.iter().map(|line| line.text.clone()).collect();
    let mut done = vec![false; texts.len()];
    for Shown { name, text, lines } in shown {
        let masked = masks.whole(name, text);
        done[lines.clone()].fill(true);
        if masked == *text {
            continue;
        }
        let is_glued = lines.len() == 1;
        let mut masked = masked.lines();
        for line in &mut texts[lines.clone()] {
            let value = masked.next().unwrap_or_default();
            *line = match line.strip_suffix(text.as_str()) {
                Some(label) if is_glued => format!("{label}{value}"),
                _ => value.to_owned(),
            };
        }
    }
    let mut at = 0;
    while at < texts.len() {
        let run = covered[at..].iter().take_while(|line| line.became == Became::Sample).count();
        if run > 0 {
            let masked = mask::sample(masks, &texts[at..at + run].join("\n"));
            for (line, masked) in texts[at..at + run].iter_mut().zip(masked.split('\n')) {
                masked.clone_into(line);
            }
            at += run;
            continue;
        }
        // Names, types, values that are allowed: what a description says of them is not made up either.
        let text = &covered[at].text;
        let is_fact = covered[at].became == Became::Fact
            && !["required", "optional"].iter().any(|word| text.starts_with(word));
        if !done[at] && !is_fact {
            texts[at] = masks.text(&texts[at]).into_owned();
        }
        at += 1;
    }
    texts
}

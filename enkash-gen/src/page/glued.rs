//! Allowed values that are printed one after the other with nothing in between: `IMPSNEFTRTGSUPI`.
//!
//! They are split only where something else on the page names every one of them, and in one way only. A guess would
//! refuse a value that the server takes.

/// More than any list of values that is known.
const LONGEST: usize = 4096;

/// The words of a text that may be values.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').filter(|word| !word.is_empty())
}

/// The values, if `evidence` names all of them and the text falls into them in exactly one way.
pub(super) fn split<'e>(glued: &str, evidence: impl IntoIterator<Item = &'e str>) -> Option<Vec<String>> {
    if glued.is_empty() || glued.len() > LONGEST {
        return None;
    }
    let mut words: Vec<&str> = evidence.into_iter().filter(|word| glued.contains(*word)).collect();
    words.sort_unstable();
    words.dedup();
    // How many ways lead to each place, and the last word of one of them.
    let mut ways = vec![(0_u8, ""); glued.len() + 1];
    ways[0].0 = 1;
    for at in 0..glued.len() {
        let count = ways[at].0;
        if count == 0 {
            continue;
        }
        for word in &words {
            if glued[at..].starts_with(word) {
                let (ways, last) = &mut ways[at + word.len()];
                *ways = ways.saturating_add(count);
                *last = word;
            }
        }
    }
    if ways[glued.len()].0 != 1 {
        return None;
    }
    let mut values = Vec::new();
    let mut end = glued.len();
    while end > 0 {
        let word = ways[end].1;
        values.push(word.to_owned());
        end -= word.len();
    }
    values.reverse();
    let mut distinct: Vec<&String> = values.iter().collect();
    distinct.sort_unstable();
    distinct.dedup();
    (distinct.len() == values.len()).then_some(values)
}

#[cfg(test)]
mod tests {
    use super::{split, words};

    #[test]
    fn values_that_are_all_named_are_split() {
        for (glued, evidence, expected) in [
            ("IMPSNEFTRTGSUPI", "One of IMPS, NEFT, RTGS & UPI.", Some("IMPS NEFT RTGS UPI")),
            (
                "LULBLAP",
                "L - Locked, UL - Unlocked, BL - Blocked, AP - Activation in Progress",
                Some("L UL BL AP"),
            ),
            ("MOBILEMFA", "MOBILE", None),
            ("DRCR", "only CR", None),
            ("T0T1T2", "T0, T1 or T2", Some("T0 T1 T2")),
            ("AAA", "A or AA", None),
            ("AA", "A", None),
        ] {
            let values = split(glued, words(evidence)).map(|values| values.join(" "));
            assert_eq!(values.as_deref(), expected, "{glued}");
        }
    }
}

//! "did you mean": the nearest of the names that exist.

use std::sync::atomic::{AtomicUsize, Ordering};

/// `did you mean` followed by the nearest name, if one is near enough to be a slip.
pub fn did_you_mean<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    similar(wrong, names).map(|name| format!("did you mean `{name}`?"))
}

/// Suggestions about one document. Only so many are made: each takes a look at all the names that exist, and where
/// thousands are wrong nobody reads the last.
#[derive(Debug, Default)]
pub struct Suggestions {
    made: AtomicUsize,
}

impl Suggestions {
    const MOST: usize = 100;

    /// [`did_you_mean`], unless enough has been suggested.
    pub fn did_you_mean<'a>(&self, wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
        let made = self.made.fetch_add(1, Ordering::Relaxed);
        if made < Self::MOST { did_you_mean(wrong, names) } else { None }
    }
}

/// The name that differs from `wrong` by the fewest slips; `None` if it takes more than a third of its letters.
pub fn similar<'a>(wrong: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong: Vec<char> = wrong.chars().flat_map(char::to_lowercase).collect();
    let allowed = (wrong.len() / 3).max(1);
    names
        .into_iter()
        .map(|name| {
            (slips(&wrong, &name.chars().flat_map(char::to_lowercase).collect::<Vec<_>>(), allowed), name)
        })
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Edit distance in which a swap of two neighbours is one slip (optimal string alignment); more than `limit` is
/// not measured exactly.
fn slips(a: &[char], b: &[char], limit: usize) -> usize {
    if a.len().abs_diff(b.len()) > limit {
        return limit + 1;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &y) in b.iter().enumerate() {
            let mut best = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && x == b[j - 1] && a[i - 1] == y {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{Suggestions, similar};

    #[test]
    fn a_slip_is_recognised_and_a_different_word_is_not() {
        let names = ["Book", "Author", "operationId"];
        for (wrong, expected) in [
            ("Bok", Some("Book")),
            ("book", Some("Book")),
            ("Auhtor", Some("Author")),
            ("operationID", Some("operationId")),
            ("operation_id", Some("operationId")),
            ("Loan", None),
            ("", None),
        ] {
            assert_eq!(similar(wrong, names), expected, "{wrong}");
        }
    }

    #[test]
    fn enough_is_suggested_and_then_no_more() {
        let suggestions = Suggestions::default();
        let suggest = |_| suggestions.did_you_mean("Bok", ["Book"]);
        let made = (0..2 * Suggestions::MOST).filter_map(suggest).count();
        assert_eq!(made, Suggestions::MOST);
    }
}

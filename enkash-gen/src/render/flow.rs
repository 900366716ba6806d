//! Lines of a table: its entries side by side, as many to a line as fit.

/// The longest line of a table, in characters.
const WIDTH: usize = 100;

/// Expands to `head { entry, entry }tail`, in as many lines as it takes.
pub(super) fn flow(head: &str, entries: &[String], tail: &str) -> String {
    let mut out = format!("{head} {{");
    let mut column = out.chars().count();
    for (index, entry) in entries.iter().enumerate() {
        let last = index + 1 == entries.len();
        let end = if last { 2 + tail.len() } else { 1 };
        let width = entry.chars().count() + end;
        if column + 1 + width > WIDTH {
            out.push_str("\n    ");
            column = 4;
        } else {
            out.push(' ');
            column += 1;
        }
        out.push_str(entry);
        if !last {
            out.push(',');
        }
        column += width;
    }
    out.push_str(if entries.is_empty() { "}" } else { " }" });
    out.push_str(tail);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_fill_lines_that_are_never_longer_than_they_may_be() {
        let entry = "0 name: required";
        let entries = |count: usize| vec![entry.to_owned(); count];
        assert_eq!(flow("rt::object!(Cat", &[], ");"), "rt::object!(Cat {});");
        assert_eq!(flow("rt::object!(Cat", &entries(1), ");"), "rt::object!(Cat { 0 name: required });");
        assert_eq!(
            flow("rt::object!(Cat", &entries(6), ");"),
            format!("rt::object!(Cat {{ {entry}, {entry}, {entry}, {entry},\n    {entry}, {entry} }});")
        );
        for count in 1..200 {
            let table = flow("rt::object!(Cat", &entries(count), ");");
            assert_eq!(table.matches(entry).count(), count);
            let longest = table.lines().map(|line| line.chars().count()).max();
            assert!(longest <= Some(WIDTH), "{table}");
        }
    }
}

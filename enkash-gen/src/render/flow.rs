//! Lines of a table: its entries side by side, as many to a line as fit.

/// The longest line of a table, in characters.
const WIDTH: usize = 100;

/// Expands to `head { entry, entry }tail` on one line, or to lines of entries between `head {` and `}tail`.
pub(super) fn flow(head: &str, entries: &[String], tail: &str) -> String {
    let length: usize = entries.iter().map(|entry| entry.chars().count() + 2).sum();
    if entries.is_empty() {
        return format!("{head} {{}}{tail}");
    }
    if head.chars().count() + length + tail.len() + 4 <= WIDTH {
        return format!("{head} {{ {} }}{tail}", entries.join(", "));
    }
    let mut out = format!("{head} {{");
    let mut column = WIDTH;
    for (index, entry) in entries.iter().enumerate() {
        let width = entry.chars().count() + 2;
        if column + width > WIDTH {
            out.push_str("\n    ");
            column = 4;
        } else {
            out.push(' ');
        }
        out.push_str(entry);
        if index + 1 < entries.len() {
            out.push(',');
        }
        column += width;
    }
    out.push_str("\n}");
    out.push_str(tail);
    out
}

#[cfg(test)]
mod tests {
    use super::flow;

    #[test]
    fn short_table_is_one_line_and_a_long_one_is_filled() {
        let entries = |count: usize| vec!["0 name: required(\"name\")".to_owned(); count];
        assert_eq!(flow("rt::object!(Cat", &[], ");"), "rt::object!(Cat {});");
        assert_eq!(
            flow("rt::object!(Cat", &entries(1), ");"),
            "rt::object!(Cat { 0 name: required(\"name\") });"
        );
        let entry = "0 name: required(\"name\")";
        assert_eq!(
            flow("rt::object!(Cat", &entries(5), ");"),
            format!("rt::object!(Cat {{\n    {entry}, {entry}, {entry},\n    {entry}, {entry}\n}});")
        );
    }
}

//! Adds a page to the text of a project file, and leaves everything else in it as it is.

use ::toml::de::DeTable;

/// The text with a further path at the end of a product's `pages`.
///
/// `None` if the product has no such list.
pub fn with_page(text: &str, product: &str, page: &str) -> Option<String> {
    let table = DeTable::parse(text).ok()?;
    let products = table.get_ref().get("product")?.get_ref().as_table()?;
    let list = products.get(product)?.get_ref().as_table()?.get("pages")?;
    let quoted = format!("\"{}\"", page.replace('\\', "\\\\").replace('"', "\\\""));
    let (at, added) = match list.get_ref().as_array()?.iter().last() {
        Some(last) => {
            let start = text[..last.span().start].rfind('\n').map_or(0, |at| at + 1);
            let before = &text[start..last.span().start];
            // A list with a line for each gets a line more.
            let is_apart = start > list.span().start && before.trim().is_empty();
            let between = if is_apart { format!(",\n{before}") } else { ", ".to_owned() };
            (last.span().end, between + &quoted)
        }
        None => (list.span().start + 1, quoted),
    };
    Some(format!("{}{added}{}", text.get(..at)?, text.get(at..)?))
}

#[cfg(test)]
mod tests {
    use super::with_page;

    #[test]
    fn a_page_is_added_in_the_manner_of_the_list() {
        for (list, expected) in [
            ("[]", "[\"n.txt\"]"),
            ("[\"a.txt\"]", "[\"a.txt\", \"n.txt\"]"),
            ("[\"a.txt\",]", "[\"a.txt\", \"n.txt\",]"),
            ("[\n    \"a.txt\",\n    'b.txt',\n]", "[\n    \"a.txt\",\n    'b.txt',\n    \"n.txt\",\n]"),
            ("[\n    \"a.txt\"\n]", "[\n    \"a.txt\",\n    \"n.txt\"\n]"),
        ] {
            let text =
                |list: &str| format!("# mine\n[product.a]\npages = {list} # why\n[product.b]\npages = []\n");
            assert_eq!(with_page(&text(list), "a", "n.txt"), Some(text(expected)), "{list}");
        }
        let inline = "product = {a = {document = \"a.yaml\", pages = [\"a.txt\"]}}";
        let expected = "product = {a = {document = \"a.yaml\", pages = [\"a.txt\", \"n.txt\"]}}";
        assert_eq!(with_page(inline, "a", "n.txt").as_deref(), Some(expected));
        assert_eq!(with_page("[product.a]\ndocument = \"a.yaml\"\n", "a", "n.txt"), None);
    }
}

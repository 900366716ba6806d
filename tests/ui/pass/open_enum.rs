//! An enum is open: a match has an arm for what the description does not list, and that survives.

use enkash_tests::golden::library::Genre;

fn shelf(genre: &Genre) -> &str {
    match genre {
        Genre::Fiction | Genre::GraphicNovel => "upstairs",
        Genre::Poetry => "by the window",
        Genre::Unknown(other) => other,
        _ => "downstairs",
    }
}

fn main() {
    let zine: Genre = "zine".parse().unwrap();
    assert_eq!((shelf(&zine), zine.as_str(), zine.to_string()), ("zine", "zine", "zine".to_owned()));
    assert_eq!(shelf(&"poetry".into()), "by the window");
    assert_eq!(Genre::from("poetry"), Genre::Poetry);
}

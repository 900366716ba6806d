//! The grammar, by texts and the mistakes in them.

use super::*;
use crate::{
    fixture::{Mistake, mistakes},
    types::shown,
};

fn parse(source: &str) -> (Args, Vec<Mistake>) {
    let mut errors = Errors::default();
    let args = Args::parse(source.parse().expect("tokens"), &mut errors);
    (args, mistakes(&errors))
}

#[test]
fn a_product_and_an_operation_are_enough() {
    let (args, mistakes) = parse(r#"rewards, "createToken""#);
    assert_eq!(mistakes, []);
    assert_eq!(shown(&args.module), "rewards");
    assert!(matches!(&args.operations[..], [OperationRef::Id(id)] if id.value() == "createToken"));
    assert_eq!(shown(&args.krate), "::enkash_api");
    assert!(args.spec.is_none() && args.response.is_none());
}

#[test]
fn an_operation_may_be_named_by_method_and_path() {
    let (args, mistakes) = parse(r#"crate::api::partner, PUT "/books/{id}", "#);
    assert_eq!(mistakes, []);
    assert_eq!(shown(&args.module), "crate::api::partner");
    let [OperationRef::Route { method, path }] = &args.operations[..] else { panic!("no route") };
    assert_eq!((method.to_string().as_str(), path.value().as_str()), ("PUT", "/books/{id}"));
}

#[test]
fn every_option_is_read_in_any_order() {
    let (args, mistakes) = parse(
        r#"crate = ::money, partner, "pay", overlay = "a", response = Vec<Paid>, spec = "spec/p.yaml", overlay = "b""#,
    );
    assert_eq!(mistakes, []);
    assert_eq!(shown(&args.krate), "::money");
    assert_eq!(shown(&args.response), "Vec<Paid>");
    assert_eq!(args.spec.map(|spec| spec.value()).as_deref(), Some("spec/p.yaml"));
    assert_eq!(args.overlays.iter().map(LitStr::value).collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn a_module_takes_several_operations() {
    let (args, mistakes) = parse(r#""a", GET "/b", spec = "s""#);
    assert_eq!(mistakes, []);
    assert!(args.module.is_none());
    assert_eq!(args.operations.iter().map(|it| it.literal().value()).collect::<Vec<_>>(), ["a", "/b"]);
}

#[test]
fn mistakes_point_at_their_tokens_and_name_the_options() {
    for (source, message, at) in [
        (
            r#"rewards, "a", respnse = Foo<A>"#,
            "there is no option `respnse`\nhelp: did you mean `response`? the options are `crate`, `overlay`, `response`, `spec`",
            "respnse",
        ),
        (
            r#"rewards, "a", timeout = 5, spec = "s""#,
            "there is no option `timeout`\nhelp: the options are `crate`, `overlay`, `response`, `spec`",
            "timeout",
        ),
        (r#"rewards, "a", spec = "s", spec = "t""#, "the option `spec` is given twice", "spec"),
        (
            r#""a", rewards"#,
            "this is neither an operation nor an option\nhelp: the module comes first, then the operation, then the \
             options: `module, \"createItem\", spec = \"…\"`",
            "rewards",
        ),
        (
            r#"rewards, "a", overlay = "o""#,
            "an overlay is applied to a document of your own\nhelp: add `spec = \"…\"`; those of the bundled products \
             stand in their project file",
            "\"o\"",
        ),
        (r#"rewards, "a" "b""#, "expected `,`", "\"b\""),
        (r#"rewards, "a", spec = 7"#, "expected string literal", "7"),
        (
            "rewards, 7",
            "expected the module of an API, an operation such as `\"createItem\"` or `POST \"/items\"`, or an option",
            "7",
        ),
    ] {
        assert_eq!(parse(source).1, [(message.to_owned(), at.to_owned())], "{source}");
    }
}

//! Spelling of hostile texts, and names in one scope.

use std::collections::HashSet;

use super::{Names, name, pascal, snake};
use crate::ir::{
    Api, Constant, Field, Location, Method, Operation, Outcome, Scheme, SchemeKind, Server, Status, TypeDef,
    TypeId, TypeKind, Usage,
    fixture::{enumeration, operation, optional, param, required, structure, text, typedef},
};

#[test]
fn any_text_is_spelled_as_a_function_and_as_a_type() {
    for (written, function, ty) in [
        ("loanId", "loan_id", "LoanId"),
        ("loan_status", "loan_status", "LoanStatus"),
        ("X-Request-Id", "x_request_id", "XRequestId"),
        ("HTTPServerURL2XX", "http_server_url2xx", "HttpServerUrl2xx"),
        ("Foo.Bar/baz", "foo_bar_baz", "FooBarBaz"),
        ("filter[name]", "filter_name", "FilterName"),
        ("$top", "top", "Top"),
        ("_id", "id", "Id"),
        ("a\nb", "a_b", "AB"),
        // keywords, also those of later editions
        ("type", "type_", "Type"),
        ("async", "async_", "Async"),
        ("gen", "gen_", "Gen"),
        ("self", "self_", "SelfValue"),
        ("Self", "self_", "SelfValue"),
        ("crate", "crate_", "Crate"),
        ("union", "union", "Union"),
        ("r#type", "r_type", "RType"),
        // digits
        ("3ds", "_3ds", "_3ds"),
        ("1", "_1", "_1"),
        // signs that mean something
        ("-title", "minus_title", "MinusTitle"),
        ("+1", "plus_1", "Plus1"),
        ("-1", "minus_1", "Minus1"),
        // nothing but punctuation
        ("", "empty", "Empty"),
        (" ", "space", "Space"),
        ("_", "underscore", "Underscore"),
        ("*", "star", "Star"),
        ("!?", "bang_question", "BangQuestion"),
        ("--", "minus_minus", "MinusMinus"),
        ("\u{7}", "u7", "U7"),
        // beyond ASCII
        ("größe", "grosse", "Grosse"),
        ("naïve", "naive", "Naive"),
        ("ключ", "kliuch", "Kliuch"),
        ("📚", "books", "Books"),
    ] {
        assert_eq!((snake(written).as_str(), pascal(written).as_str()), (function, ty), "{written:?}");
    }
}

/// Numbers that are the same in each run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 % u64::from(end)).unwrap_or(0)
    }

    /// A short text: letters, punctuation, any character at all, now and then a keyword.
    fn text(&mut self) -> String {
        if self.below(8) == 0 {
            return ["self", "Self", "type", "_", "crate", "super", "r#fn", "Option", ""]
                [self.below(9) as usize]
                .to_owned();
        }
        (0..self.below(9))
            .filter_map(|_| match self.below(4) {
                0 => char::from_u32(0x20 + self.below(0x5f)),
                1 => char::from_u32(self.below(0x3000)),
                2 => char::from_u32(self.below(0x0011_0000)),
                _ => char::from_u32(0x61 + self.below(26)),
            })
            .collect()
    }
}

fn assert_legal(name: &str, written: &str) {
    assert!(syn::parse_str::<syn::Ident>(name).is_ok(), "`{name}` for {written:?} is no identifier");
    assert!(name.is_ascii() && name != "_" && name != "gen", "`{name}` for {written:?}");
}

#[test]
fn every_spelling_is_a_legal_identifier() {
    let mut numbers = Numbers(0x5eed);
    for _ in 0..20_000 {
        let written = numbers.text();
        assert_legal(&snake(&written), &written);
        assert_legal(&pascal(&written), &written);
    }
}

#[test]
fn names_of_one_scope_never_collide() {
    let mut numbers = Numbers(0xfeed);
    for _ in 0..25 {
        let texts: Vec<String> = (0..40).map(|_| numbers.text()).collect();
        let words: Vec<&str> = texts.iter().map(String::as_str).collect();
        let fields = || words.iter().map(|word| required(word, text())).collect::<Vec<Field>>();
        let mut types: Vec<TypeDef> = words.iter().map(|word| structure(&[word], fields())).collect();
        types.push(enumeration(&["Enum"], &words));
        types.iter_mut().for_each(|def| def.usage.sent = true);
        let operations = words
            .iter()
            .map(|word| Operation {
                params: words.iter().map(|word| param(word, Location::Path, text())).collect(),
                ..operation(word, "/zoo")
            })
            .collect();
        let scheme = |word: &&str| Scheme {
            flow: None,
            wire_name: (*word).to_owned(),
            kind: SchemeKind::Basic,
            description: None,
        };
        let server = |word: &&str| Server {
            wire_name: Some((*word).to_owned()),
            url: String::new(),
            variables: Vec::new(),
            description: None,
        };
        let api = Api {
            types,
            operations,
            schemes: words.iter().map(scheme).collect(),
            servers: words.iter().map(server).collect(),
            ..Api::default()
        };
        let names = name(&api);
        for scope in scopes(&names) {
            let mut seen = HashSet::new();
            for name in scope {
                assert_legal(name, "a scope");
                assert!(seen.insert(name), "`{name}` is taken twice, from {words:?}");
            }
        }
        assert_eq!(name(&api), names);
    }
}

/// The names that must differ from each other, scope by scope.
fn scopes(names: &Names) -> Vec<Vec<&str>> {
    let types =
        names.types.iter().flat_map(|ty| [ty.ident.as_str(), &ty.required]).filter(|name| !name.is_empty());
    let mut scopes = vec![
        types.collect(),
        names.operations.iter().map(|operation| operation.method.as_str()).collect(),
        names.operations.iter().map(|operation| operation.marker.as_str()).collect(),
        names.schemes.iter().chain(&names.own_servers).map(String::as_str).collect(),
        names.environments.iter().map(|names| names.ident.as_str()).collect::<Vec<_>>(),
    ];
    scopes.extend(
        names.types.iter().map(|ty| ty.members.iter().chain([&ty.rest]).map(String::as_str).collect()),
    );
    scopes
        .extend(names.operations.iter().map(|operation| operation.args.iter().map(String::as_str).collect()));
    scopes
}

fn type_names(hints: &[&[&str]]) -> Vec<String> {
    let types = hints.iter().map(|hint| structure(hint, Vec::new())).collect();
    name(&Api { types, ..Api::default() }).types.into_iter().map(|names| names.ident).collect()
}

#[test]
fn a_type_is_named_by_the_document_first_and_by_its_owners_else() {
    for (hints, expected) in [
        (&[&["Book"][..], &["Book", "status"]][..], &["Book", "BookStatus"][..]),
        // A word that repeats the end of those before it is said once.
        (&[&["createLoan", "loan"]], &["CreateLoan"]),
        // The component has the name, although the inline type comes first.
        (&[&["Book", "status"], &["BookStatus"]], &["BookStatus2", "BookStatus"]),
        (&[&["twin_type"], &["TwinType"], &["twin-type"]], &["TwinType", "TwinType2", "TwinType3"]),
        // Names of the prelude and of the module.
        (&[&["Option"], &["Client"], &["copy"]], &["OptionModel", "ClientModel", "CopyModel"]),
    ] {
        assert_eq!(type_names(hints), expected);
    }
}

#[test]
fn what_must_be_given_has_a_struct_only_if_it_is_more_than_one() {
    let def = |hint: &str, fields: Vec<Field>, sent| TypeDef {
        usage: Usage { sent, received: false },
        ..structure(&[hint], fields)
    };
    let two = || vec![required("a", text()), required("b", text()), optional("c", text())];
    let filled_in = || {
        vec![
            required("a", text()),
            Field { only: Some(Constant::Text("x".to_owned())), ..required("b", text()) },
        ]
    };
    let api = Api {
        types: vec![
            def("LoanRequest", two(), true),
            def("Loan", two(), true),
            def("Request", two(), true),
            def("One", filled_in(), true),
            def("Received", two(), false),
        ],
        ..Api::default()
    };
    let names: Vec<_> = name(&api).types.into_iter().map(|names| names.required).collect();
    assert_eq!(names, ["LoanRequired", "LoanRequired2", "RequestRequired", "", ""]);
}

#[test]
fn members_of_one_spelling_are_told_apart_by_their_place_or_a_number() {
    let field = |name: &str, location| Field { location, ..optional(name, text()) };
    let (path, query, header, body) = (Location::Path, Location::Query, Location::Header, Location::Body);
    for (fields, expected) in [
        (vec![("a-b", body), ("a_b", body), ("aB", body)], &["a_b", "a_b_2", "a_b_3"][..]),
        (vec![("id", path), ("id", query), ("Id", header)], &["id", "id_query", "id_header"]),
        (vec![("id", path), ("ID", path)], &["id", "id_2"]),
        (vec![("type", body), ("Type", body)], &["type_", "type_2"]),
        (vec![("additionalProperties", body)], &["additional_properties"]),
    ] {
        let fields = fields.into_iter().map(|(name, location)| field(name, location)).collect();
        let names = name(&Api { types: vec![structure(&["T"], fields)], ..Api::default() });
        assert_eq!(names.ty(TypeId(0)).members, expected);
        assert!(!names.types[0].members.contains(&names.types[0].rest));
    }
}

#[test]
fn choices_and_cases_have_names_of_their_own() {
    let cases = [Status::Code(200), Status::Code(418), Status::Range(4), Status::Range(5), Status::Default];
    let api = Api {
        types: vec![
            enumeration(&["E"], &["on", "ON", "-1", ""]),
            enumeration(&["U"], &["Unknown"]),
            typedef(&["C"], TypeKind::Cases(cases.map(|status| (status, None)).to_vec())),
        ],
        ..Api::default()
    };
    let found: Vec<_> =
        name(&api).types.into_iter().map(|names| (names.members.join(" "), names.rest)).collect();
    let expected = [
        ("On On2 Minus1 Empty", "Unknown"),
        ("Unknown", "Unlisted"),
        ("Ok Status418 ClientError ServerError Other", ""),
    ];
    assert_eq!(found, expected.map(|(members, rest)| (members.to_owned(), rest.to_owned())));
}

#[test]
fn an_operation_without_an_id_of_its_own_is_named_after_method_and_path() {
    let with = |id: Option<&str>, method, path: &str| Operation {
        id: id.map(str::to_owned),
        method,
        success: Outcome::Empty,
        ..operation("", path)
    };
    let api = Api {
        operations: vec![
            with(Some("listBooks"), Method::Get, "/books"),
            with(None, Method::Get, "/branches/{branchId}/opening-hours"),
            with(Some("getItem"), Method::Get, "/twins"),
            with(Some("get_item"), Method::Put, "/twins"),
            with(Some("builder"), Method::Get, "/builder"),
            with(None, Method::Get, "/"),
            with(None, Method::Get, "/-"),
        ],
        ..Api::default()
    };
    let found: Vec<_> = name(&api).operations.into_iter().map(|names| (names.method, names.marker)).collect();
    let expected = [
        ("list_books", "ListBooks"),
        ("get_branches_by_branch_id_opening_hours", "GetBranchesByBranchIdOpeningHours"),
        ("get_twins", "GetTwins"),
        ("put_twins", "PutTwins"),
        ("builder_", "Builder"),
        ("get", "Get"),
        ("get_", "Get2"),
    ];
    assert_eq!(found, expected.map(|(method, marker)| (method.to_owned(), marker.to_owned())));
}

#[test]
fn a_server_is_named_by_the_document_or_by_a_short_description() {
    let server = |wire_name: Option<&str>, description: Option<&str>| Server {
        wire_name: wire_name.map(str::to_owned),
        url: "https://zoo.example".to_owned(),
        variables: Vec::new(),
        description: description.map(str::to_owned),
    };
    let api = Api {
        servers: vec![
            server(Some("live"), Some("The one that counts.")),
            server(None, Some("Test system")),
            server(None, Some("A copy that is reset every night.")),
            server(None, None),
            server(Some("Live"), None),
        ],
        ..Api::default()
    };
    let found: Vec<String> = name(&api).environments.into_iter().map(|names| names.ident).collect();
    assert_eq!(found, ["Live", "TestSystem", "Server3", "Server4", "Live2"]);
}

#[test]
fn groups_have_modules_that_hide_nothing_and_features_that_are_not_taken() {
    let tags: [&[&str]; 7] =
        [&["Pets"], &["pets"], &["core"], &["serde", "Pets"], &["3ds / Füße"], &["💥"], &["all"]];
    let groups = tags.map(|tags| crate::ir::Group {
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..crate::ir::Group::default()
    });
    let named = name(&Api { groups: groups.to_vec(), ..Api::default() }).groups;
    let named: Vec<_> = named.iter().map(|names| (names.module.as_str(), names.features.join(" "))).collect();
    let expected = [
        ("pets", "pets"),
        ("pets_operations", "tag-pets"),
        ("core_operations", "core"),
        ("serde_and_pets", "tag-serde pets"),
        ("_3ds_fusse", "3ds-fusse"),
        ("boom", "boom"),
        ("all", "tag-all"),
    ];
    assert_eq!(named, expected.map(|(module, features)| (module, features.to_owned())));
}

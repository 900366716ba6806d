//! Documents that are too deep, too wide, too long or too repetitive: twice as much of it costs about twice as much.

use std::fmt::Write as _;

use crate::run::{Outcome, run, within};

pub(crate) const HEAD: &str = "openapi: 3.0.3\ninfo: { title: Monster, version: '1' }\n";
pub(crate) const PLAIN: &str =
    "  /plain: { get: { operationId: plain, responses: { '204': { description: Done. } } } }\n";

/// A document with one operation that takes this schema, beside these.
pub(crate) fn taking(schema: &str, schemas: &str) -> String {
    format!(
        "{HEAD}paths:\n{PLAIN}  /odd: {{ post: {{ operationId: odd, responses: {{ '204': {{ description: Done. }} }}, \
         requestBody: {{ content: {{ application/json: {{ schema: {schema} }} }} }} }} }}\n\
         components: {{ schemas: {{ {schemas} }} }}\n"
    )
}

/// `n` texts, one after the other.
pub(crate) fn each(n: usize, text: impl Fn(usize) -> String) -> String {
    (0..n).fold(String::new(), |mut out, at| {
        out.push_str(&text(at));
        out
    })
}

/// A tenth or less of what is named as a monster, since a debug build is slow; `ROBUST_SCALE` makes it larger.
fn scale() -> usize {
    std::env::var("ROBUST_SCALE").ok().and_then(|scale| scale.parse().ok()).unwrap_or(1)
}

/// Runs a document of a size and one of twice the size, which may ask for two and a half times the memory, and hold as
/// much at a time.
pub(crate) fn doubled(what: &'static str, size: usize, document: impl Fn(usize) -> String) -> Outcome {
    let size = size * scale();
    let [small, large] = [size, 2 * size].map(|size| {
        let text = document(size);
        let length = text.len();
        let outcome = within(what, move || run("monster.yaml", text));
        assert!(!outcome.refused && outcome.generated >= 1, "{what} of {size}: {outcome:?}");
        assert!(outcome.printed + outcome.said < 100_000 + 40 * length, "{what} of {size}: {outcome:?}");
        outcome
    });
    println!("{what}: {small:?} {large:?}");
    for (word, small, large) in
        [("asked for", small.cost.asked, large.cost.asked), ("held", small.cost.peak, large.cost.peak)]
    {
        assert!(large < 5 * small / 2, "{what}: {small} bytes {word} for {size}, {large} for twice as much");
    }
    large
}

#[test]
fn deep_nesting_is_refused() {
    let n = 100_000;
    for (name, text) in [
        ("json lists", "[".repeat(n)),
        ("closed json lists", format!("{}{}", "[".repeat(n), "]".repeat(n))),
        ("json objects", "{\"a\":".repeat(n)),
        ("yaml lists", format!("{HEAD}paths: {}", "[".repeat(n))),
        ("yaml objects", format!("{HEAD}paths: {}", "{a: ".repeat(n))),
        ("yaml blocks", format!("{HEAD}paths:\n{}", each(2_000, |at| format!("{}a:\n", " ".repeat(at + 1))))),
        ("yaml dashes", format!("{HEAD}paths: \n{}", "- ".repeat(n))),
        ("yaml keys", format!("{HEAD}{}", "? ".repeat(n))),
        ("yaml tags", format!("{HEAD}paths: {}", "!a ".repeat(n))),
    ] {
        let outcome = within(name, move || run("deep.yaml", text));
        assert!(outcome.refused && outcome.said < 10_000, "{name}: {outcome:?}");
    }
}

#[test]
fn nesting_up_to_the_limit_is_read() {
    for word in ["type: array, items: ", "type: object, additionalProperties: ", "allOf: [", "oneOf: ["] {
        let close = if word.ends_with('[') { " }]" } else { " }" };
        let n = if word.ends_with('[') { 50 } else { 100 };
        let schema = format!("{{ {}{{ type: string {}", format!("{word}{{ ").repeat(n), close.repeat(n));
        let schema = format!("{} }}", schema.replace("{ {", "{"));
        let text = taking(&schema.replacen("{ type: string", "type: string", 1), "");
        within("nested schemas", move || run("nested.yaml", text));
    }
}

#[test]
fn aliases_do_not_multiply() {
    let mut text = format!("{HEAD}paths:\n{PLAIN}x-a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for at in 1..30 {
        let before = format!("*a{}, ", at - 1).repeat(10);
        _ = writeln!(text, "x-a{at}: &a{at} [{}]", before.trim_end_matches(", "));
    }
    let outcome = within("an alias bomb", move || run("bomb.yaml", text));
    assert!(outcome.cost.asked < 200_000_000, "{outcome:?}");
}

#[test]
fn wide_object_costs_as_much_as_it_is_wide() {
    let large = doubled("properties", 1_000, |n| {
        taking(
            &format!(
                "{{ type: object, properties: {{ {} }} }}",
                each(n, |at| format!("p{at}: {{ type: string }}, "))
            ),
            "",
        )
    });
    assert_eq!(large.skipped, 0);
}

#[test]
fn many_required_properties_cost_as_much_as_they_are_many() {
    doubled("required", 1_000, |n| {
        taking(
            &format!(
                "{{ type: object, required: [{}], properties: {{ {} }} }}",
                each(n, |at| format!("p{at}, ")),
                each(n, |at| format!("p{at}: {{ type: integer }}, "))
            ),
            "",
        )
    });
}

#[test]
fn many_operations_cost_as_much_as_they_are_many() {
    let large = doubled("operations", 200, |n| {
        let operation = |at| {
            format!(
                "  /a{at}/{{id}}: {{ get: {{ operationId: op, parameters: [{{ name: id, in: path, required: true, \
                 schema: {{ type: string }} }}], responses: {{ '200': {{ description: It., content: {{ application/json: \
                 {{ schema: {{ type: object, properties: {{ a: {{ type: string }} }} }} }} }} }} }} }} }}\n"
            )
        };
        format!("{HEAD}paths:\n{PLAIN}{}", each(n, operation))
    });
    // They all ask for the same name, which costs none of them.
    assert_eq!(large.skipped, 0);
}

#[test]
fn long_texts_cost_as_much_as_they_are_long() {
    for description in ["word ", "`", "[a](", "*_", "\\\\", "<b>", "ü🌿", "1. ", "> ", "~~~ "] {
        // The documentation of the generated type is all that it costs.
        let long = description.repeat(40_000 * scale());
        let text = taking(
            &format!(
                "{{ type: object, description: '{long}', properties: {{ a: {{ type: string, description: '{long}' }} }} }}"
            ),
            "",
        );
        let length = text.len() as u64;
        let outcome = within("a long description", move || run("long.yaml", text));
        assert_eq!((outcome.generated, outcome.skipped), (2, 0), "{outcome:?}");
        assert!(outcome.cost.asked < 200 * length, "{description}: {} for {length}", outcome.cost.asked);
    }
}

#[test]
fn long_chains_cost_as_much_as_they_are_long() {
    // None of them is as long as the stack is deep.
    doubled("references", 2_000, |n| {
        let link = |at| format!("S{at}: {{ $ref: '#/components/schemas/S{}' }}, ", at + 1);
        let last = format!("S{n}: {{ type: object, properties: {{ last: {{ type: string }} }} }}");
        taking("{ $ref: '#/components/schemas/S0' }", &format!("{}{last}", each(n, link)))
    });
    doubled("allOf", 2_000, |n| {
        let link = |at| format!("S{at}: {{ allOf: [{{ $ref: '#/components/schemas/S{}' }}] }}, ", at + 1);
        let last = format!("S{n}: {{ type: object, properties: {{ last: {{ type: string }} }} }}");
        taking("{ $ref: '#/components/schemas/S0' }", &format!("{}{last}", each(n, link)))
    });
    doubled("oneOf", 1_000, |n| {
        let link = |at| {
            format!(
                "S{at}: {{ oneOf: [{{ $ref: '#/components/schemas/S{}' }}, {{ type: integer }}] }}, ",
                at + 1
            )
        };
        let last = format!("S{n}: {{ type: object, properties: {{ last: {{ type: string }} }} }}");
        taking("{ $ref: '#/components/schemas/S0' }", &format!("{}{last}", each(n, link)))
    });
    doubled("members", 1_000, |n| {
        let link = |at| {
            format!(
                "S{at}: {{ type: object, required: [next], properties: {{ next: {{ $ref: '#/components/schemas/S{}' }} }} }}, ",
                at + 1
            )
        };
        let last = format!("S{n}: {{ type: object, properties: {{ last: {{ type: string }} }} }}");
        taking("{ $ref: '#/components/schemas/S0' }", &format!("{}{last}", each(n, link)))
    });
}

#[test]
fn wide_composition_costs_as_much_as_it_is_wide() {
    for word in ["allOf", "oneOf", "anyOf"] {
        doubled(word, 100, |n| composed(n, word));
    }
}

fn composed(n: usize, word: &str) -> String {
    let member =
        |at| format!("{{ type: object, required: [p{at}], properties: {{ p{at}: {{ type: string }} }} }}, ");
    taking(&format!("{{ {word}: [{}] }}", each(n, member)), "")
}

#[test]
fn references_that_share_do_not_multiply() {
    // Each is twice the one before it: 2^n paths through n schemas.
    for word in ["allOf", "oneOf", "anyOf"] {
        let schemas = each(40, |at| {
            let next = format!("{{ $ref: '#/components/schemas/S{}' }}", at + 1);
            format!(
                "S{at}: {{ {word}: [{next}, {{ type: object, properties: {{ p{at}: {next} }} }}, {next}] }}, "
            )
        });
        let text =
            taking("{ $ref: '#/components/schemas/S0' }", &format!("{schemas} S40: {{ type: object }}"));
        let outcome = within(word, move || run("diamond.yaml", text));
        assert!(outcome.generated >= 1 && outcome.printed < 2_000_000, "{word}: {outcome:?}");
        assert!(outcome.cost.asked < 1_000_000_000, "{word}: {outcome:?}");
    }
}

#[test]
fn huge_enum_costs_as_much_as_it_is_huge() {
    doubled("values", 1_000, |n| {
        taking(&format!("{{ type: string, enum: [{}] }}", each(n, |at| format!("'v {at}', "))), "")
    });
    // All of them ask for one name.
    doubled("values of one name", 500, |n| {
        taking(
            &format!(
                "{{ type: string, enum: [{}] }}",
                each(n, |at| format!("'{}', ", "-".repeat(at % 7) + "é" + &" ".repeat(at / 7 % 60)))
            ),
            "",
        )
    });
}

#[test]
fn many_parameters_cost_as_much_as_they_are_many() {
    doubled("query parameters", 200, |n| {
        let parameters = each(n, |at| format!("{{ name: p{at}, in: query, schema: {{ type: string }} }}, "));
        format!(
            "{HEAD}paths:\n{PLAIN}  /a: {{ get: {{ parameters: [{parameters}], responses: {{ '204': {{ description: \
             Done. }} }} }} }}\n"
        )
    });
    doubled("parameters of two places", 200, |n| {
        let parameter = |place, at| format!("{{ name: p{at}, in: {place}, schema: {{ type: string }} }}, ");
        let parameters = each(n, |at| parameter("query", at) + &parameter("header", at));
        format!(
            "{HEAD}paths:\n{PLAIN}  /a: {{ get: {{ parameters: [{parameters}], responses: {{ '204': {{ description: \
             Done. }} }} }} }}\n"
        )
    });
}

#[test]
fn long_names_cost_as_much_as_they_are_long() {
    let long = "a-Long_name ".repeat(1_000 * scale());
    let word = long.replace(' ', "");
    // YAML takes a key of more than 1024 characters only after a question mark.
    for text in [
        taking("{ $ref: '#/components/schemas/A' }", "? A : { type: string }").replace('A', &word),
        taking(
            &format!(
                "{{ type: object, properties: {{ ? '{long}' : {{ type: string, enum: ['{long}'] }} }} }}"
            ),
            "",
        ),
        taking("{}", "").replace("operationId: odd", &format!("operationId: '{long}'")),
        taking("{}", "").replace("/odd:", &format!("? /{}\n  :", long.replace(' ', "/"))),
        taking("{}", "").replace("application/json:", &format!("? application/{word} :")),
    ] {
        let length = text.len() as u64;
        let outcome = within("a long name", move || run("names.yaml", text));
        assert!(!outcome.refused && outcome.generated >= 1, "{outcome:?}");
        assert!(outcome.cost.asked < 3_000 * length, "{} for {length}", outcome.cost.asked);
    }
}

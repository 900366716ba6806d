//! What a document says once and every part of it has to do with: the path of an operation, the name of a schema, the
//! names that a wrong one could have meant. It costs its size, not its size for each part.

use crate::monsters::{HEAD, PLAIN, doubled, each, taking};

/// An operation whose path has `n` parameters, each described like this.
fn along(head: &str, n: usize, parameter: impl Fn(usize) -> String) -> String {
    let path = each(n, |at| format!("/{{p{at}}}"));
    format!(
        "{head}paths:\n{PLAIN}  ? /a{path}\n  : {{ get: {{ parameters: [{}], responses: {{ '204': {{ description: \
         Done. }} }} }} }}\n",
        each(n, |at| parameter(at) + ", ")
    )
}

#[test]
fn a_long_path_costs_its_length_and_not_that_for_each_parameter() {
    let described = |at: usize, how: &str| format!("{{ name: p{at}, in: path, required: true, {how} }}");
    doubled("path parameters", 1_000, |n| along(HEAD, n, |at| described(at, "schema: { type: string }")));
    doubled("types of path parameters", 1_000, |n| {
        along(HEAD, n, |at| described(at, &format!("schema: {{ type: string, enum: [a{at}, b] }}")))
    });
    doubled("moved path parameters", 1_000, |n| {
        let head = "swagger: '2.0'\ninfo: { title: Monster, version: '1' }\n";
        along(head, n, |at| described(at, "type: string"))
    });
    // What is said about each of them stands below the path, and names it.
    doubled("odd path parameters", 1_000, |n| {
        along(HEAD, n, |at| described(at, "schema: { type: [string], type: [string] }"))
    });
    doubled("misspelt path parameters", 1_000, |n| {
        along(HEAD, n, |at| {
            format!("{{ name: P{at}, in: path, required: true, schema: {{ type: string }} }}")
        })
    });
    doubled("undeclared path parameters", 1_000, |n| {
        let path = each(n, |at| format!("/{{p{at}}}"));
        format!(
            "{HEAD}paths:\n{PLAIN}  ? /a{path}\n  : {{ get: {{ responses: {{ '204': {{ description: Done. }} }} }} }}\n"
        )
    });
}

#[test]
fn a_long_name_costs_its_length_and_not_that_for_each_type_inside() {
    doubled("members of a long name", 500, |n| {
        let name = "LongName".repeat(n);
        let member = |at| format!("p{at}: {{ type: object, properties: {{ q{at}: {{ type: string }} }} }}, ");
        taking(
            &format!("{{ $ref: '#/components/schemas/{name}' }}"),
            &format!("? {name} : {{ type: object, properties: {{ {} }} }}", each(n, member)),
        )
    });
}

#[test]
fn an_object_costs_its_size_and_not_that_for_each_of_its_kinds() {
    doubled("kinds", 200, |n| {
        let mapping = each(n, |at| format!("k{at}: '#/components/schemas/S{at}', "));
        let base = format!(
            "Base: {{ type: object, required: [kind], properties: {{ kind: {{ type: string }} }}, discriminator: {{ \
             propertyName: kind, mapping: {{ {mapping} }} }} }}, "
        );
        let kind = |at| {
            format!(
                "S{at}: {{ allOf: [{{ $ref: '#/components/schemas/Base' }}, {{ type: object, properties: {{ p{at}: {{ \
                 type: string }} }} }}] }}, "
            )
        };
        taking("{ $ref: '#/components/schemas/Base' }", &(base + &each(n, kind)))
    });
    doubled("alternatives", 200, |n| {
        let member = |at| format!("{{ $ref: '#/components/schemas/S{at}' }}, ");
        let tag = |at| format!("k{at}: '#/components/schemas/S{at}', ");
        let schema = |at| {
            format!(
                "S{at}: {{ type: object, required: [kind], properties: {{ kind: {{ type: string }} }} }}, "
            )
        };
        let discriminator =
            format!("discriminator: {{ propertyName: kind, mapping: {{ {} }} }}", each(n, tag));
        taking(&format!("{{ oneOf: [{}], {discriminator} }}", each(n, member)), &each(n, schema))
    });
}

#[test]
fn names_cost_their_number_and_not_that_for_each_wrong_one() {
    let schema = |at| format!("S{at}: {{ type: object, properties: {{ p{at}: {{ type: string }} }} }}, ");
    doubled("references to nothing", 500, |n| {
        let member = |at| format!("p{at}: {{ $ref: '#/components/schemas/Q{at}' }}, ");
        let object = format!("{{ type: object, properties: {{ {} }} }}", each(n, member));
        taking(&object, &each(n, schema))
    });
    doubled("parameters that are not there", 500, |n| {
        let reference = |at| format!("{{ $ref: '#/components/parameters/Q{at}' }}, ");
        let parameter = |at| format!("P{at}: {{ name: p{at}, in: query, schema: {{ type: string }} }}, ");
        format!(
            "{HEAD}paths:\n{PLAIN}  /a: {{ get: {{ parameters: [{}], responses: {{ '204': {{ description: Done. }} }} }} }}\n\
             components: {{ parameters: {{ {} }} }}\n",
            each(n, reference),
            each(n, parameter)
        )
    });
    // All of them ask for one name.
    doubled("definitions", 500, |n| {
        let member = |at| format!("p{at}: {{ $ref: '#/components/schemas/S{at}/$defs/D' }}, ");
        let object = format!("{{ type: object, properties: {{ {} }} }}", each(n, member));
        let definition = |at| format!("S{at}: {{ $defs: {{ D: {{ type: object, title: T{at} }} }} }}, ");
        taking(&object, &each(n, definition))
    });
}

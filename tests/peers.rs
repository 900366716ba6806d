//! What other generators for Rust get wrong without saying so, promised and read off the wire.
//!
//! | elsewhere | here |
//! |---|---|
//! | a form is sent as JSON | `form_body_is_sent_as_a_form` |
//! | the credentials of HTTP basic are never sent, or sent wrongly | `basic_credentials_are_sent` |
//! | a token goes to an operation with `security: []` | `operation_without_security_sends_no_token` |
//! | a required header is dropped | `required_header_is_sent` |
//! | a path value leaves its segment | `path_value_cannot_leave_its_segment` |
//! | the discriminator is ignored | `discriminator_decides_the_member` |
//! | a status decodes as the body of another | `body_is_that_of_its_status` |
//! | a failure arrives inside `Ok` | `failure_is_never_inside_ok` |
//! | a declared 202 arrives as an error | `declared_202_is_a_success` |
//! | `integer` without a format is 32 bits wide | `integer_without_format_holds_nine_billion` |
//! | an unknown value of an enum fails the answer | `unknown_enum_value_survives` |
//! | an unknown tag of a union fails the answer | `unknown_union_tag_survives` |
//! | a path without a slash loses its operations | `path_without_a_slash_keeps_its_operations` |
//! | `explode: false` is sent exploded | `explode_false_is_joined` |
//! | a list in a form fails at run time | `list_in_a_form_is_a_pair_per_item` |
//! | an optional body becomes required | `optional_body_stays_optional` |
//! | a required `writeOnly` member makes an answer fail, or is forgotten | `write_only_field_is_demanded_of_a_request_and_of_no_answer` |
//! | limits that nobody wrote are enforced, and the refusal prints the value | `no_validation_is_invented` |
//! | the parts of a form change their order | `parts_of_a_form_keep_their_order` |
//! | a POST is sent again | `post_is_never_repeated` |
//! | `Retry-After` is ignored | `post_is_never_repeated` |
//! | `{:?}` of a token answer prints the tokens | `tokens_are_not_printed` |
//! | a decode error prints the body | `decode_error_prints_nothing_of_the_body` |
//! | an error of the connection prints a key of the query | `key_in_a_query_is_in_no_error` |
//! | the holder of the credentials prints them | `client_and_credentials_print_no_secret` |
//!
//! The rows hold for one small document, `golden/peers.yaml`; `e2e.rs` says the same of larger ones, at length.
#![allow(clippy::redundant_closure_for_method_calls)] // `|client| client.operation(…)` reads alike in every row

#[path = "peers/answers.rs"]
mod answers;
#[path = "peers/harbour.rs"]
mod harbour;
#[path = "peers/requests.rs"]
mod requests;
#[path = "peers/secrets.rs"]
mod secrets;

//! Answers and their headers.

use serde_json::Value;

use super::{Mender, Object, link::Kind};
use crate::{
    load::typed::{HEADER, RESPONSE},
    report::Code,
};

impl Mender<'_> {
    pub(super) fn response(&mut self, response: &mut Value) {
        if let Value::String(text) = response {
            let text = std::mem::take(text);
            self.repair(Code::WrongKind, "an answer is text, which is taken for its description");
            *response =
                Value::Object([("description".to_owned(), Value::String(text))].into_iter().collect());
        }
        if !response.is_object() {
            *response = Value::Object(Object::new());
        }
        let Value::Object(map) = response else { return };
        if self.link(map, Kind::Response) {
            return;
        }
        self.swagger_content(map, "an answer");
        self.fit(map, &RESPONSE);
        self.content(map);
        self.entries(map, "headers", Self::header);
    }

    pub(super) fn header(&mut self, header: &mut Value) {
        if !header.is_object() {
            *header = Value::Object(Object::new());
        }
        let Value::Object(map) = header else { return };
        if self.link(map, Kind::Header) {
            return;
        }
        self.typed_outside(map, "a header");
        self.described(map, "a header");
        if map.get("style").and_then(Value::as_str).is_some_and(|style| style != "simple") {
            self.within("style", |this| {
                this.repair(Code::UnknownStyle, "a header has no style but `simple`");
            });
            map.shift_remove("style");
        }
        self.fit(map, &HEADER);
        self.schema_at(map, "schema");
        self.content(map);
    }
}

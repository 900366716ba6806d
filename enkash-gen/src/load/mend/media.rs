//! What is sent and answered: bodies, and their media types.

use serde_json::Value;

use super::{Mender, Object, link::Kind};
use crate::{
    load::typed::{ENCODING, MEDIA_TYPE, REQUEST_BODY},
    report::Code,
};

impl Mender<'_> {
    pub(super) fn body(&mut self, body: &mut Value) {
        let Value::Object(map) = body else { return };
        if self.link(map, Kind::Body) {
            return;
        }
        self.swagger_content(map, "a request body");
        self.fit(map, &REQUEST_BODY);
        self.content(map);
    }

    /// The media types of a body, an answer, a parameter or a header.
    pub(super) fn content(&mut self, map: &mut Object) {
        self.entries(map, "content", |this, media| {
            if !media.is_object() {
                if !media.is_null() {
                    this.repair(Code::WrongKind, "a media type that is no object says nothing");
                }
                *media = Value::Object(Object::new());
            }
            let Value::Object(media) = media else { return };
            this.fit(media, &MEDIA_TYPE);
            this.schema_at(media, "schema");
            this.entries(media, "encoding", |this, encoding| {
                if !encoding.is_object() {
                    *encoding = Value::Object(Object::new());
                }
                let Value::Object(encoding) = encoding else { return };
                this.fit(encoding, &ENCODING);
                this.entries(encoding, "headers", Self::header);
            });
        });
    }
}

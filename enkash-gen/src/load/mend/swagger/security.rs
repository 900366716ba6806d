//! Security schemes of 2.0.

use serde_json::{Value, json};

use crate::load::mend::{Mender, Object};

impl Mender<'_> {
    /// `basic`, and flows that stand on the scheme itself.
    pub(in crate::load::mend) fn swagger_security(&mut self, map: &mut Object) {
        if map.get("type").is_some_and(|typ| typ == "basic") {
            self.swagger_word("type", "`basic` is no type of a security scheme");
            map.insert("type".to_owned(), "http".into());
            map.insert("scheme".to_owned(), "basic".into());
        }
        let Some(flow) = map.get("flow").and_then(Value::as_str) else { return };
        let name = match flow {
            "application" => "clientCredentials",
            "accessCode" => "authorizationCode",
            other => other,
        }
        .to_owned();
        self.swagger_word("flow", "the flow stands on the scheme itself");
        map.shift_remove("flow");
        let mut flow = Object::new();
        for key in ["authorizationUrl", "tokenUrl", "scopes"] {
            if let Some(value) = map.shift_remove(key) {
                flow.insert(key.to_owned(), value);
            }
        }
        flow.entry("scopes").or_insert_with(|| json!({}));
        let here = self.place(&[]);
        self.moved(&["flows", &name], here);
        map.insert("flows".to_owned(), json!({name: flow}));
    }
}

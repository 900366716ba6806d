//! Security schemes.

use serde_json::{Value, json};

use super::{Mender, Object};
use crate::{load::typed::SECURITY_SCHEME, report::Code};

/// The flows, and the addresses that each must have.
const FLOWS: [(&str, &[&str]); 4] = [
    ("implicit", &["authorizationUrl"]),
    ("password", &["tokenUrl"]),
    ("clientCredentials", &["tokenUrl"]),
    ("authorizationCode", &["authorizationUrl", "tokenUrl"]),
];

impl Mender<'_> {
    pub(super) fn security_scheme(&mut self, scheme: &mut Value) {
        let Value::Object(map) = scheme else { return };
        if map.contains_key("$ref") {
            return;
        }
        self.swagger_security(map);
        self.fit(map, &SECURITY_SCHEME);
        if let Some(Value::String(place)) = map.get_mut("in") {
            *place = place.trim().to_ascii_lowercase();
        }
        match map.get("type").and_then(Value::as_str) {
            Some("oauth2") => self.flows(map),
            Some("openIdConnect") => self.address(map, "openIdConnectUrl"),
            _ => {}
        }
    }

    /// Nothing is fetched from these addresses, so what is missing costs nothing.
    fn flows(&mut self, map: &mut Object) {
        if !map.get("flows").is_some_and(Value::is_object) {
            self.repair(Code::MissingPart, "a scheme of type `oauth2` has no `flows`");
            map.insert("flows".to_owned(), json!({}));
        }
        self.child(map, "flows", |this, flows| {
            for (name, addresses) in FLOWS {
                this.child(flows, name, |this, flow| {
                    for address in addresses {
                        this.address(flow, address);
                    }
                    match flow.get_mut("scopes") {
                        Some(Value::Object(scopes)) => {
                            for text in scopes.values_mut().filter(|text| !text.is_string()) {
                                *text = Value::String(String::new());
                            }
                        }
                        _ => {
                            this.repair(Code::MissingPart, "a flow has no `scopes`");
                            flow.insert("scopes".to_owned(), json!({}));
                        }
                    }
                });
            }
        });
    }

    fn address(&mut self, map: &mut Object, key: &str) {
        if !map.get(key).is_some_and(Value::is_string) {
            self.repair(Code::MissingPart, format!("`{key}` is missing"));
            map.insert(key.to_owned(), Value::String(String::new()));
        }
    }
}

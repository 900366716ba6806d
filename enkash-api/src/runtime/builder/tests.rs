//! What the settings become, and what is refused.

use super::*;
use crate::runtime::{ErrorKind, SchemeKind};

struct Zoo;

impl Api for Zoo {
    const NAME: &'static str = "Zoo";
    const DIGEST: &'static str = "0";
    const SCHEMES: &'static [Scheme] = &[Scheme { name: "basic", kind: SchemeKind::Basic }];
}

fn builder(base: &str) -> Builder {
    Builder::new::<Zoo>(BaseUrl::parse(base).expect("a good address"))
}

#[test]
fn user_agent_names_the_crate_and_the_program() {
    let own = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
    assert_eq!(user_agent(None).expect("own name").to_str().ok(), Some(own));
    assert_eq!(user_agent(Some("shop/2")).expect("plain").to_str().ok(), Some(&*format!("{own} (+shop/2)")));
    for app in ["", "a\nb", "a)b", "ä"] {
        assert_eq!(user_agent(Some(app)).expect_err(app).kind(), ErrorKind::Config);
    }
}

#[test]
fn debug_hides_credentials() {
    let builder = builder("https://zoo.example").credential(0, Credential::basic("canary", "canary"));
    assert!(!format!("{builder:?} {builder:#?}").contains("canary"));
}

#[test]
fn bad_credential_and_unknown_scheme_send_nothing() {
    let refused = builder("http://localhost").credential(0, Credential::basic("a:b", "c")).build();
    assert_eq!(refused.expect_err("a colon").kind(), ErrorKind::Config);
    // Only generated code passes indexes; one too large has no effect.
    let unknown = builder("http://localhost").credential(9, Credential::bearer("a"));
    assert_eq!(unknown.credentials.len(), 1);
}

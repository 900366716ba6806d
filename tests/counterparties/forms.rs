//! The form as three parsers that are not ours read it.

use crate::login::{Login, Outcome};
use crate::server::{CLIENT, Kind, ODD_USER, Server};
use enkash_api::ErrorKind;
use serde_json::{Value, json};

#[tokio::test]
async fn form_is_read_back_byte_for_byte() {
    let users = [
        ODD_USER,
        ("a=b&c=d", "&&==%26%3D+%2B"),
        (" leading and trailing ", "\t\r\n\u{1}\u{7f}"),
        ("ünïcödé", "\u{2028}\u{feff}\u{10ffff}e\u{301}"),
        ("*-._~!'()", "\"\\<>`{|}^[]@:/?#$,;"),
    ];
    for kind in Kind::ALL {
        let Some(server) = Server::shared(kind).await else { return };
        // There every form is answered with what was read, also where a client asks for a token.
        let url = format!("{}/echo", server.url());
        for user in users {
            let login = Login { client: CLIENT, user };
            let rewards = json!({
                "username": user.0, "password": user.1, "grant_type": "password", "clientId": "CEK0000000"
            });
            assert_eq!(echoed(login.rewards(&url).await), rewards, "{kind:?}");
            let expense = json!({ "username": user.0, "password": user.1, "grant_type": "password" });
            assert_eq!(echoed(login.expense(&url).await), expense, "{kind:?}");
        }
    }
}

/// The fields that were read: no token, which the error keeps.
fn echoed(outcome: Outcome) -> Value {
    let Outcome::Failed(error) = outcome else { panic!("an echo is no token: {outcome:?}") };
    assert_eq!(error.kind(), ErrorKind::Decode);
    serde_json::from_slice(error.body()).expect("the echo is JSON")
}

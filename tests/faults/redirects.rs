//! Nobody sends a password elsewhere. (13)

use crate::bank::{PASSWORD, bank, builder, fetches};
use enkash_api::testing::{Fault, TokenServer};
use enkash_api::{Error, ErrorKind};
use enkash_tests::chain;

#[tokio::test]
async fn p13_password_is_never_sent_to_where_a_server_redirects() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = bank().start().await.expect("a free port");
        for (location, named) in [
            (format!("{}/oauth/token?canary=Canary", elsewhere.url()), Some(elsewhere.url())),
            ("/elsewhere?canary=Canary".to_owned(), None),
            ("http://user:Canary@plain.example/Canary".to_owned(), Some("http://plain.example".to_owned())),
        ] {
            let server: TokenServer = bank().start().await.expect("a free port");
            server.inject(Fault::redirect(status, &location).on("/oauth/token"));
            let client = builder(&server, PASSWORD).build().expect("good settings");
            let error = Error::from(client.get_account("7").await.expect_err("a redirect"));
            assert_eq!(error.kind(), ErrorKind::Redirect, "{status} {location}");
            let text = chain(&error);
            assert!(!text.contains("anary"), "{text}");
            assert!(named.as_ref().is_none_or(|named| text.contains(named.as_str())), "{text}");
            assert_eq!((fetches(&server), elsewhere.connections()), (1, 0), "{status} {location}");
        }
    }
}

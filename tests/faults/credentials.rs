//! What a login is made of, and that nothing unusable leaves the process. (15, 16)

use crate::bank::{PASSWORD, bank, brief, fetches, login};
use enkash_api::runtime::PasswordGrant;
use enkash_api::runtime::transport::BoxFuture;
use enkash_api::testing::TokenServer;
use enkash_api::{BaseUrl, BasicEncoding, Error, ErrorKind, Login, LoginProvider, Sent};
use enkash_tests::golden::bank::Client;
use std::sync::{Arc, Mutex};

async fn start(builder: enkash_api::testing::TokenServerBuilder) -> TokenServer {
    builder.start().await.expect("a free port")
}

async fn outcome(server: &TokenServer, login: Login<PasswordGrant>) -> Result<(), Error> {
    let base = BaseUrl::parse(server.url()).expect("loopback may be plain");
    let client = Client::builder(base).login(login).retries(brief()).build().expect("good settings");
    client.get_account("7").await.map(drop).map_err(Error::from)
}

#[tokio::test]
async fn p15_unusable_credentials_never_leave_the_process() {
    let server = start(bank()).await;
    let grant = |name: &str, password: &str| Login::new(PasswordGrant::new(name, password));
    for login in [
        grant("", "p").client("app", "s"),
        grant("ada", "").client("app", "s"),
        grant("ada", "p").client("", "s"),
        grant("ada", "p").client("app", ""),
        grant("ada", "p").client("a:b", "s"),
        grant("ada", "p").client("a\nb", "s"),
        grant("ada", "p").client("app", "s\u{7f}"),
        grant("ada\0", "p").client("app", "s"),
    ] {
        let error = outcome(&server, login).await.expect_err("unusable");
        assert!(matches!(error.kind(), ErrorKind::Config | ErrorKind::InvalidInput), "{error:?}");
        assert_eq!(error.sent(), Sent::No);
    }
    assert_eq!((server.connections(), server.requests()), (0, 0));
}

#[tokio::test]
async fn p16_every_character_of_a_login_arrives_as_it_was() {
    for password in
        ["a b", "a+b", "a&b=c", "100%", "%41", "line\nbreak", "emoji 😀", "ü", "\u{2028}", "\"'\\"]
    {
        let server = start(bank().user("bob", password)).await;
        let login = Login::new(PasswordGrant::new("bob", password)).client("app", "Canary-Secret");
        outcome(&server, login).await.unwrap_or_else(|error| panic!("{password:?}: {error}"));
        let request = &server.recorded()[0];
        let sent: Vec<_> = form_urlencoded::parse(request.body()).into_owned().collect();
        let wanted = [("grant_type", "password"), ("username", "bob"), ("password", password)];
        assert_eq!(sent, wanted.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
}

#[tokio::test]
async fn p14_client_is_named_in_one_encoding_and_never_in_both_in_turn() {
    use base64::Engine as _;
    let decode = |header: &str| {
        let text = header.strip_prefix("Basic ").expect("Basic");
        let bytes = base64::engine::general_purpose::STANDARD.decode(text).expect("Base64");
        String::from_utf8(bytes).expect("UTF-8")
    };
    for (encoding, expected) in [
        (BasicEncoding::Raw, "app:s:ec+r%et ü"),
        (BasicEncoding::FormUrlEncoded, "app:s%3Aec%2Br%25et%20%C3%BC"),
    ] {
        let server = start(bank().client("app", "s:ec+r%et ü")).await;
        let login = Login::new(PasswordGrant::new("ada", PASSWORD));
        let login = login.client_encoded(encoding, "app", "s:ec+r%et ü");
        let worked = outcome(&server, login).await.is_ok();
        assert_eq!(worked, encoding == BasicEncoding::Raw, "this server reads what is sent as it is");
        let asked: Vec<_> = server.recorded();
        let asked = asked.iter().filter(|request| request.target() == "/oauth/token").collect::<Vec<_>>();
        assert_eq!(asked.len(), 1, "{encoding:?}");
        assert_eq!(decode(asked[0].header("authorization").expect("a client")), expected);
    }
}

/// A vault whose password somebody rotates.
#[derive(Clone)]
struct Vault(Arc<Mutex<Option<String>>>);

impl LoginProvider<PasswordGrant> for Vault {
    fn login(&self) -> BoxFuture<'_, Result<Login<PasswordGrant>, Box<dyn std::error::Error + Send + Sync>>> {
        let password = self.0.lock().expect("no panic").clone();
        Box::pin(async move { Ok(login(&password.ok_or("the vault is sealed")?)) })
    }
}

#[tokio::test]
async fn login_of_a_provider_is_sent_again_only_once_it_has_changed() {
    let server = start(bank().lock_after(3)).await;
    let vault = Vault(Arc::new(Mutex::new(None)));
    let base = BaseUrl::parse(server.url()).expect("loopback may be plain");
    let client =
        Client::builder(base).login_from(vault.clone()).retries(brief()).build().expect("good settings");
    let set = |password: &str| *vault.0.lock().expect("no panic") = Some(password.to_owned());
    let error = Error::from(client.get_account("7").await.expect_err("the vault is sealed"));
    assert_eq!((error.kind(), fetches(&server)), (ErrorKind::NoCredentials, 0));
    set("wrong");
    assert_eq!(client.get_account("7").await.expect_err("wrong").kind(), ErrorKind::Credentials);
    for _ in 0..20 {
        let error = Error::from(client.get_account("7").await.expect_err("still wrong"));
        assert_eq!(error.kind(), ErrorKind::CredentialsLatched, "{error:?}");
    }
    assert_eq!(fetches(&server), 1);
    set(PASSWORD);
    client.get_account("7").await.expect("the vault has been rotated");
    assert_eq!(fetches(&server), 2);
}

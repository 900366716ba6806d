//! A login with the client of each product, and what came of it in the same words.

use crate::server::{CLIENT, USER};
use enkash_api::runtime::CallError;
use enkash_api::{BaseUrl, Error, ErrorKind, Sent, expense, rewards};

/// Who logs in.
#[derive(Clone, Copy)]
pub(crate) struct Login {
    pub(crate) client: (&'static str, &'static str),
    pub(crate) user: (&'static str, &'static str),
}

/// What came of it.
#[derive(Debug)]
pub(crate) enum Outcome {
    Granted { access: String, token_type: String, lifetime: i64, scope: String },
    Refused { status: u16, code: String },
    Failed(Error),
}

impl Login {
    /// A login that is right.
    pub(crate) const RIGHT: Self = Self { client: CLIENT, user: USER };

    /// Logs in at a base URL with the clients of both products, one after the other.
    pub(crate) async fn with_both(self, url: &str) -> [(&'static str, Outcome); 2] {
        [("rewards", self.rewards(url).await), ("expense", self.expense(url).await)]
    }

    /// Logs in with the client that was generated from the description of `rewards`.
    pub(crate) async fn rewards(self, url: &str) -> Outcome {
        let (base, (id, secret)) = (BaseUrl::parse(url).expect("loopback may be plain"), self.client);
        let client = rewards::Client::builder(base).basic(id, secret).build().expect("good settings");
        let request = rewards::TokenRequest::new(rewards::TokenRequired {
            username: self.user.0.into(),
            password: self.user.1.into(),
            client_id: "CEK0000000".into(),
        });
        let answer = client.create_token(&request).await;
        outcome(
            answer,
            |token| (token.access_token.expose().to_owned(), token.token_type, token.expires_in, token.scope),
            |refusal| refusal.error.as_str().to_owned(),
        )
    }

    /// Logs in with the client that was generated from the description of `expense`.
    pub(crate) async fn expense(self, url: &str) -> Outcome {
        let (base, (id, secret)) = (BaseUrl::parse(url).expect("loopback may be plain"), self.client);
        let client = expense::Client::builder(base).basic(id, secret).build().expect("good settings");
        let request = expense::TokenRequest::new(expense::TokenRequired {
            username: self.user.0.into(),
            password: self.user.1.into(),
        });
        let answer = client.create_token(&request).await;
        outcome(
            answer,
            |token| (token.access_token.expose().to_owned(), token.token_type, token.expires_in, token.scope),
            |refusal| refusal.error.as_str().to_owned(),
        )
    }
}

fn outcome<T, E>(
    answer: Result<T, CallError<E>>,
    granted: impl FnOnce(T) -> (String, String, i64, String),
    refused: impl FnOnce(E) -> String,
) -> Outcome {
    match answer {
        Ok(token) => {
            let (access, token_type, lifetime, scope) = granted(token);
            Outcome::Granted { access, token_type, lifetime, scope }
        }
        Err(error) => {
            let (kind, sent) = (error.kind(), error.sent());
            match error {
                CallError::Api(refusal) => {
                    assert_eq!((kind, sent), (ErrorKind::Api, Sent::Yes));
                    Outcome::Refused { status: refusal.parts.status.as_u16(), code: refused(refusal.value) }
                }
                other => Outcome::Failed(other.into()),
            }
        }
    }
}

impl Outcome {
    /// The access token.
    #[track_caller]
    pub(crate) fn token(&self) -> &str {
        let Self::Granted { access, .. } = self else { panic!("no token: {self:?}") };
        access
    }

    /// The status and the code of a refusal.
    #[track_caller]
    pub(crate) fn refusal(&self) -> (u16, &str) {
        let Self::Refused { status, code } = self else { panic!("no refusal: {self:?}") };
        (*status, code)
    }
}

//! What a token is asked for with, and where that comes from.

use super::super::transport::BoxFuture;
use super::super::wire::Wire;
use super::super::{BasicEncoding, Credential, Secret};
use std::error::Error as StdError;
use std::fmt;

/// What a token is asked for with: the body of the token request, and the client's own credentials if they are not
/// those of the client builder.
///
/// `R` is the type that the description has for the body. Anything of that type is a login by itself.
#[derive(Clone)]
pub struct Login<R> {
    pub(super) request: R,
    pub(super) client: Option<Credential>,
}

impl<R> Login<R> {
    /// A login with this request.
    pub fn new(request: R) -> Self {
        Self { request, client: None }
    }

    /// Names the client by HTTP Basic, with its id and secret as they are; they are used instead of those of the
    /// client builder.
    #[must_use]
    pub fn client(self, id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self { client: Some(Credential::basic(id, secret)), ..self }
    }

    /// The same, with id and secret written in another way.
    #[must_use]
    pub fn client_encoded(
        self,
        encoding: BasicEncoding,
        id: impl Into<String>,
        secret: impl Into<Secret>,
    ) -> Self {
        Self { client: Some(Credential::basic(id, secret).encoded(encoding)), ..self }
    }
}

impl<R> From<R> for Login<R> {
    fn from(request: R) -> Self {
        Self::new(request)
    }
}

/// Whatever the request shows of itself stays hidden.
impl<R> fmt::Debug for Login<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Login").field("client", &self.client).finish_non_exhaustive()
    }
}

/// Where logins come from: a vault, a file that is rotated, a prompt.
///
/// It is asked before each token request. If the server has refused a login, the next one is sent only if it differs
/// from the refused one.
///
/// Any `Fn() -> Future<Output = Result<Login<R>, E>>` can be one, by [`LoginProvider::login`]'s own signature; see the
/// builder's `login_from`.
pub trait LoginProvider<R>: Send + Sync + 'static {
    /// The login that holds now.
    ///
    /// # Errors
    /// Whatever prevents it; the call that needs a token fails with it as its cause. Its text reaches users' logs.
    fn login(&self) -> BoxFuture<'_, Result<Login<R>, Box<dyn StdError + Send + Sync>>>;

    /// Whether the login is always the same, so that a refused one need not be asked for again.
    fn is_fixed(&self) -> bool {
        false
    }
}

/// A login that stays the same.
pub(in super::super) struct FixedLogin<R>(pub(in super::super) Login<R>);

impl<R: Wire + Clone + Send + Sync + 'static> LoginProvider<R> for FixedLogin<R> {
    fn login(&self) -> BoxFuture<'_, Result<Login<R>, Box<dyn StdError + Send + Sync>>> {
        let login = self.0.clone();
        Box::pin(std::future::ready(Ok(login)))
    }

    fn is_fixed(&self) -> bool {
        true
    }
}

//! A login as a request that has not been sent, whatever its type.

#[cfg(feature = "store")]
use super::super::Credential;
use super::super::credential::Prepared;
use super::super::request::Request;
use super::super::transport::BoxFuture;
#[cfg(feature = "store")]
use super::super::wire::json_text;
use super::super::wire::{Object, View, Wire};
use super::super::{Error, ErrorKind, Format, Meta, Scheme, SchemeKind};
use super::{Login, LoginProvider};

/// What a token is asked for with, now.
pub(in super::super) struct Asked {
    pub(super) request: Request,
    /// The header that names the client, if the login brings one.
    pub(super) client: Option<Prepared>,
    /// Whom it is for, but for the secrets.
    #[cfg(feature = "store")]
    pub(super) identity: Vec<Vec<u8>>,
}

/// Gives the request that a token is asked for with.
pub(in super::super) trait Ask: Send + Sync + 'static {
    fn ask(&self) -> BoxFuture<'_, Result<Asked, Error>>;

    /// Whether it is always the same.
    fn is_fixed(&self) -> bool;

    fn meta(&self) -> &'static Meta;

    /// Where the token operation is served, if not where the whole API is.
    fn server(&self) -> Option<usize>;
}

/// Logins of a type, for the operation that takes them.
pub(in super::super) struct Asking<R> {
    pub(in super::super) meta: &'static Meta,
    pub(in super::super) server: Option<usize>,
    pub(in super::super) format: Format,
    pub(in super::super) provider: Box<dyn LoginProvider<R>>,
}

impl<R: Wire + Send + Sync + 'static> Ask for Asking<R> {
    fn ask(&self) -> BoxFuture<'_, Result<Asked, Error>> {
        Box::pin(async move {
            let Login { request: body, client } = self.provider.login().await.map_err(|cause| {
                let message = "the provider of logins gave none";
                Error::new(ErrorKind::NoCredentials, message).operation(self.meta.id).caused_by(cause)
            })?;
            let scheme = Scheme { name: "client", kind: SchemeKind::Basic };
            #[cfg(feature = "store")]
            let identity = identity(client.as_ref(), &body);
            let client = client.map(|client| client.prepare(&scheme)).transpose()?;
            if let View::Object(object) = body.view() {
                filled(object).map_err(|error| error.operation(self.meta.id))?;
            }
            let mut request = Request::new(self.meta);
            request.server = self.server;
            request.body(self.format, &body);
            Ok(Asked {
                request,
                client,
                #[cfg(feature = "store")]
                identity,
            })
        })
    }

    fn is_fixed(&self) -> bool {
        self.provider.is_fixed()
    }

    fn meta(&self) -> &'static Meta {
        self.meta
    }

    fn server(&self) -> Option<usize> {
        self.server
    }
}

/// What tells one login from another: the client's id, and every member that is no secret.
#[cfg(feature = "store")]
fn identity(client: Option<&Credential>, login: &dyn Wire) -> Vec<Vec<u8>> {
    let id = client.and_then(Credential::id).unwrap_or_default();
    let mut identity = vec![id.as_bytes().to_vec()];
    if let View::Object(object) = login.view() {
        for (index, field) in object.table().fields.iter().enumerate() {
            let text = match object.get(index).map(Wire::view) {
                None | Some(View::Secret(_) | View::Absent) => continue,
                Some(view) => json_text(view).unwrap_or_default(),
            };
            identity.push(format!("{}={text}", field.name).into_bytes());
        }
    }
    identity
}

/// A forgotten password may count as a wrong one, so that an empty member never leaves the process.
fn filled(login: &dyn Object) -> Result<(), Error> {
    for (index, field) in login.table().fields.iter().enumerate() {
        let empty = |view: View<'_>| matches!(view, View::Text(""));
        let is_empty = login.get(index).is_some_and(|value| match value.view() {
            View::Secret(value) => empty(value.view()),
            view => empty(view),
        });
        if is_empty {
            return Err(Error::config(format!("the login's `{}` is empty", field.name)));
        }
    }
    Ok(())
}

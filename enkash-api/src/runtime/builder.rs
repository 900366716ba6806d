//! The settings that every client has, and the checks that turn them into a [`Core`].

#[cfg(feature = "login")]
mod login;
mod network;

#[cfg(feature = "cookies")]
use super::cookies::Jar;
use super::credential::Prepared;
use super::hook::Hooks;
use super::line::{Line, Root};
use super::outline::Outlines;
use super::retry::Retries;
use super::transport::Transport;
use super::{Api, BaseUrl, BasicEncoding, Clock, Core, Credential, Error, Hook};
use super::{RetryPolicy, Scheme, Server, SystemClock};
use http::HeaderValue;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// The settings of a client; wrapped by the builder of each API.
#[derive(Clone)]
pub struct Builder {
    api: &'static str,
    schemes: &'static [Scheme],
    servers: &'static [Server],
    base: BaseUrl,
    own_bases: Vec<Option<BaseUrl>>,
    credentials: Vec<Option<Credential>>,
    basic: BasicEncoding,
    login_schemes: &'static [usize],
    #[cfg(feature = "login")]
    login: login::Settings,
    retries: RetryPolicy,
    clock: Arc<dyn Clock>,
    hooks: Hooks,
    #[cfg(feature = "cookies")]
    keep_cookies: bool,
    timeout: Duration,
    connect_timeout: Duration,
    read_timeout: Duration,
    max_body: usize,
    app: Option<String>,
    transport: Option<Arc<dyn Transport>>,
    #[cfg(feature = "reqwest")]
    network: super::transport::Network,
}

impl Builder {
    /// The settings that hold until others are made.
    pub fn new<A: Api>(base: impl Into<BaseUrl>) -> Self {
        Self {
            api: A::NAME,
            schemes: A::SCHEMES,
            servers: A::SERVERS,
            base: base.into(),
            own_bases: vec![None; A::SERVERS.len()],
            credentials: vec![None; A::SCHEMES.len()],
            basic: BasicEncoding::Raw,
            login_schemes: A::LOGIN,
            #[cfg(feature = "login")]
            login: login::Settings::default(),
            retries: RetryPolicy::new(),
            clock: Arc::new(SystemClock::new()),
            hooks: Hooks::default(),
            #[cfg(feature = "cookies")]
            keep_cookies: false,
            timeout: Duration::from_secs(60),
            connect_timeout: Duration::from_secs(5),
            read_timeout: Duration::from_secs(15),
            max_body: 16 * 1024 * 1024,
            app: None,
            transport: None,
            #[cfg(feature = "reqwest")]
            network: super::transport::Network::default(),
        }
    }

    /// Sets the credential of the scheme at an index of [`Api::SCHEMES`].
    #[must_use]
    pub fn credential(mut self, scheme: usize, credential: Credential) -> Self {
        if let Some(slot) = self.credentials.get_mut(scheme) {
            *slot = Some(credential);
        }
        self
    }

    /// Sets how a name and a secret are written into HTTP Basic.
    #[must_use]
    pub fn basic_encoding(self, basic: BasicEncoding) -> Self {
        Self { basic, ..self }
    }

    /// Sets which requests are sent again.
    #[must_use]
    pub fn retries(self, retries: RetryPolicy) -> Self {
        Self { retries, ..self }
    }

    /// Replaces the clock.
    #[must_use]
    pub fn clock(self, clock: impl Clock) -> Self {
        Self { clock: Arc::new(clock), ..self }
    }

    /// Adds a hook, to be called after those that are there.
    #[must_use]
    pub fn hook(mut self, hook: impl Hook) -> Self {
        self.hooks.add(hook);
        self
    }

    /// Keeps the cookies that servers set, and brings them back.
    #[cfg(feature = "cookies")]
    #[must_use]
    pub fn keep_cookies(self) -> Self {
        Self { keep_cookies: true, ..self }
    }

    /// Sets where the server at an index of [`Api::SERVERS`] is.
    #[must_use]
    pub fn server(mut self, server: usize, base: impl Into<BaseUrl>) -> Self {
        if let Some(slot) = self.own_bases.get_mut(server) {
            *slot = Some(base.into());
        }
        self
    }

    /// Sets the longest time that a whole call may take.
    #[must_use]
    pub fn timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    /// Sets the longest time that the default transport may take to connect.
    #[must_use]
    pub fn connect_timeout(self, connect_timeout: Duration) -> Self {
        Self { connect_timeout, ..self }
    }

    /// Sets the longest silence of the server: before its answer, and between two chunks of it.
    #[must_use]
    pub fn read_timeout(self, read_timeout: Duration) -> Self {
        Self { read_timeout, ..self }
    }

    /// Sets the longest body, in bytes, that an answer may have.
    #[must_use]
    pub fn max_body(self, bytes: usize) -> Self {
        Self { max_body: bytes, ..self }
    }

    /// Adds the name of the calling program to the header `user-agent`.
    #[must_use]
    pub fn user_agent(self, app: impl Into<String>) -> Self {
        Self { app: Some(app.into()), ..self }
    }

    /// Replaces the default transport.
    #[must_use]
    pub fn transport(self, transport: impl Transport) -> Self {
        Self { transport: Some(Arc::new(transport)), ..self }
    }

    /// Checks the settings. Nothing is sent.
    ///
    /// # Errors
    /// [`Config`](super::ErrorKind::Config) if a setting is unusable.
    pub fn build(self) -> Result<Core, Error> {
        let origin = self.base.resolve()?;
        let mut own = Vec::with_capacity(self.own_bases.len());
        for base in &self.own_bases {
            let base = base.as_ref().map(BaseUrl::resolve).transpose()?;
            if base.as_ref().is_some_and(|base| base.plain != origin.plain) {
                let message = "of the addresses of one client some are `https` and some are not";
                return Err(Error::config(message));
            }
            own.push(base.map(|base| base.prefix));
        }
        let prepare = |(credential, scheme): (&Option<Credential>, &Scheme)| {
            let encoded = credential.clone().map(|credential| credential.encoded(self.basic));
            encoded.map(|credential| credential.prepare(scheme)).transpose()
        };
        let credentials: Arc<[Option<Prepared>]> =
            self.credentials.iter().zip(self.schemes).map(prepare).collect::<Result<_, _>>()?;
        let user_agent = user_agent(self.app.as_deref())?;
        let transport = self.transport_to(origin.plain)?;
        #[cfg(feature = "cookies")]
        let jar = self
            .keep_cookies
            .then(|| Jar::new(own.iter().flatten().chain([&origin.prefix]).map(String::as_str)));
        let root = Root::of(&origin.prefix).ok_or_else(|| Error::config("the base URL is no address"))?;
        let line = Line {
            base: origin,
            root,
            servers: self.servers,
            own,
            transport,
            timeout: self.timeout,
            read_timeout: self.read_timeout,
            max_body: self.max_body,
            user_agent,
            retries: Retries::new(self.retries),
            clock: self.clock,
            hooks: self.hooks,
            #[cfg(feature = "cookies")]
            jar,
        };
        let line = Arc::new(line);
        #[cfg(not(feature = "login"))]
        let tokens = None;
        #[cfg(feature = "login")]
        let tokens = self.login.source(&line, self.schemes, &credentials, &self.credentials);
        Ok(Core {
            api: self.api,
            schemes: self.schemes,
            credentials,
            line,
            outlines: Outlines::new(),
            tokens,
            login: self.login_schemes,
        })
    }
}

/// `<crate>/<version> (+app)`.
fn user_agent(app: Option<&str>) -> Result<HeaderValue, Error> {
    let own = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
    let Some(app) = app else { return Ok(HeaderValue::from_static(own)) };
    let is_plain = |char: char| char == ' ' || (char.is_ascii_graphic() && !"()\\".contains(char));
    if app.is_empty() || !app.chars().all(is_plain) {
        return Err(Error::config("the user agent is empty, or not plain ASCII without `(`, `)` and `\\`"));
    }
    HeaderValue::try_from(format!("{own} (+{app})"))
        .map_err(|error| Error::config("the user agent is no header value").caused_by(error))
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("api", &self.api)
            .field("base", &self.base)
            .field("credentials", &self.credentials)
            .field("retries", &self.retries)
            .field("hooks", &self.hooks.len())
            .field("timeout", &self.timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("read_timeout", &self.read_timeout)
            .field("max_body", &self.max_body)
            .field("app", &self.app)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;

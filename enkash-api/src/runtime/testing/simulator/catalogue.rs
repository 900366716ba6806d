//! How a Spring authorization server, a resource server beside it and the gateway in front refuse, as a table.
//!
//! Facts read in the public source of Spring Security OAuth 2.5: which statuses, codes and texts, and that a wrong
//! client is refused before the endpoint, by the servlet container, in another shape than the rest.

/// A way to refuse a request.
///
/// A [`TokenServer`](super::TokenServer) refuses by itself what is wrong, and with
/// [`Fault::case`](super::Fault::case) also what is right.
///
/// ```
#[cfg_attr(doctest, doc = concat!("# use ", env!("CARGO_CRATE_NAME"), "::runtime::testing::Case;"))]
/// // A refresh token that has expired is told like an access token that has.
/// let case = Case::ExpiredRefreshToken;
/// assert_eq!((case.status(), case.error()), (401, Some("invalid_token")));
/// assert!(Case::all().all(|case| case.status() >= 400));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Case {
    /// 404: the path is neither the endpoint's nor a resource's.
    OtherPath,
    /// 401 `unauthorized`: no client came, and one must.
    NoClient,
    /// 401 in the container's shape: the same of a server whose container answers it.
    NoClientContainer,
    /// 401 in the container's shape: the client of the header is unknown or its secret wrong.
    WrongClient,
    /// 401 `invalid_client`: the client of the form is unknown or its secret wrong.
    WrongFormClient,
    /// 401 `invalid_client`: the form names another client than the header.
    OtherClient,
    /// 405 `method_not_allowed`: the method is not `POST`.
    OtherMethod,
    /// 400 `invalid_request`: no grant type came.
    NoGrant,
    /// 400 `unsupported_grant_type`: the grant type is unknown.
    OtherGrant,
    /// 401 `invalid_client`, and not `unauthorized_client`: the client may not use this grant type.
    GrantNotAllowed,
    /// 400 `invalid_scope`, with the scopes that there are under `scope`: one was asked for that is not among them.
    WrongScope,
    /// 400 `invalid_request`: a field that this server demands is missing or has another value.
    WrongField,
    /// 400 `invalid_grant`: the user is unknown.
    UnknownUser,
    /// 400 `invalid_grant`: the password is wrong, or name or password is missing: a forgotten field is a failed login.
    WrongPassword,
    /// 400 `invalid_grant`: the account is locked, whatever the password.
    Locked,
    /// 400 `invalid_grant`: the account is disabled, whatever the password.
    Disabled,
    /// 400 `invalid_grant`: the account has expired, whatever the password.
    Expired,
    /// 400 `invalid_grant`: the password is right, but too old.
    PasswordExpired,
    /// 400 `invalid_request`: no refresh token came.
    NoRefreshToken,
    /// 400 `invalid_grant`: the refresh token is unknown.
    WrongRefreshToken,
    /// 400 `invalid_grant`: the refresh token was given to another client.
    OtherRefreshToken,
    /// 401 `invalid_token`, where RFC 6749 §5.2 has 400 `invalid_grant`: the refresh token has expired.
    ExpiredRefreshToken,
    /// 500 `server_error`: anything else, above all two token requests at the same time.
    ServerError,
    /// 401 `unauthorized`: a resource was asked for without a token.
    NoToken,
    /// 401 `invalid_token`: the access token is unknown, revoked or replaced.
    WrongToken,
    /// 401 `invalid_token`: the access token has expired.
    ExpiredToken,
    /// 403 `insufficient_scope`, with the scope under `scope`: the access token lacks the scope of the resource.
    TokenLacksScope,
    /// 403 `access_denied`: the resource is not for this client or user.
    AccessDenied,
    /// 403 from the gateway, as HTML: it takes the caller for an attacker.
    GatewayForbidden,
    /// 429 from the gateway, as HTML: too many requests.
    GatewayLimited,
    /// 503 from the gateway, as HTML: the server behind it is down.
    GatewayUnavailable,
    /// 520 from the gateway, as HTML: the server behind it answered nonsense.
    GatewayUnknown,
}

impl Case {
    /// Every case, in the order of the catalogue.
    pub fn all() -> impl Iterator<Item = Self> {
        CATALOGUE.iter().map(|row| row.case)
    }

    /// The status of the answer.
    pub fn status(self) -> u16 {
        self.refusal().status
    }

    /// What stands under `error` in the answer; `None` if the answer is the gateway's.
    pub fn error(self) -> Option<&'static str> {
        let row = self.refusal();
        (row.shape != Shape::Gateway).then_some(row.error)
    }

    pub(super) fn refusal(self) -> &'static Refusal {
        &CATALOGUE[self as usize]
    }
}

/// The shape of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// RFC 6749 §5.2: `error`, `error_description`.
    OAuth,
    /// The same, and the scopes in question under `scope`.
    Scoped,
    /// The container's own: `timestamp`, `status`, `error`, `message`, `path`.
    Container,
    /// A page of the gateway for a browser.
    Gateway,
}

/// The header `www-authenticate`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Challenge {
    None,
    /// For HTTP Basic, without a word about the error.
    Basic,
    /// For the client of the form.
    Form,
    /// RFC 6750 §3, as the endpoint words it.
    Bearer,
    /// RFC 6750 §3, as a resource server words it: with a realm.
    Resource,
}

/// One way to refuse.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refusal {
    pub(super) case: Case,
    pub(super) status: u16,
    pub(super) shape: Shape,
    pub(super) challenge: Challenge,
    pub(super) error: &'static str,
    /// `{}` stands for what is wrong.
    pub(super) description: &'static str,
    /// What releases before 2.5.2 wrote instead; empty if the same.
    pub(super) leaky: &'static str,
}

#[rustfmt::skip]
pub(super) const CATALOGUE: [Refusal; 32] = {
    use Case::*;
    use Challenge::*;
    use Shape::*;
    const FULL: &str = "Full authentication is required to access this resource";
    const SQL: &str = "PreparedStatementCallback; SQL [insert into oauth_access_token (token_id, token) values (?, ?)]; \
                       Duplicate entry '{}' for key 'PRIMARY'";
    const fn row(
        case: Case, status: u16, shape: Shape, challenge: Challenge, error: &'static str, description: &'static str, leaky: &'static str,
    ) -> Refusal {
        Refusal { case, status, shape, challenge, error, description, leaky }
    }
    [
        row(OtherPath,           404, Container, None,     "Not Found",              "No message available", ""),
        row(NoClient,            401, OAuth,     Basic,    "unauthorized",           FULL, ""),
        row(NoClientContainer,   401, Container, Basic,    "Unauthorized",           FULL, ""),
        row(WrongClient,         401, Container, Basic,    "Unauthorized",           "Bad credentials", ""),
        row(WrongFormClient,     401, OAuth,     Form,     "invalid_client",         "Bad client credentials", ""),
        row(OtherClient,         401, OAuth,     Bearer,   "invalid_client",         "Given client ID does not match authenticated client", ""),
        row(OtherMethod,         405, OAuth,     None,     "method_not_allowed",     "Request method not supported", ""),
        row(NoGrant,             400, OAuth,     None,     "invalid_request",        "Missing grant type", ""),
        row(OtherGrant,          400, OAuth,     None,     "unsupported_grant_type", "Unsupported grant type", "Unsupported grant type: {}"),
        row(GrantNotAllowed,     401, OAuth,     Bearer,   "invalid_client",         "Unauthorized grant type", "Unauthorized grant type: {}"),
        row(WrongScope,          400, Scoped,    None,     "invalid_scope",          "Invalid scope", "Invalid scope: {}"),
        row(WrongField,          400, OAuth,     None,     "invalid_request",        "Missing or wrong field: {}", ""),
        row(UnknownUser,         400, OAuth,     None,     "invalid_grant",          "username not found", "Username {} not found"),
        row(WrongPassword,       400, OAuth,     None,     "invalid_grant",          "Bad credentials", ""),
        row(Locked,              400, OAuth,     None,     "invalid_grant",          "User account is locked", ""),
        row(Disabled,            400, OAuth,     None,     "invalid_grant",          "User is disabled", ""),
        row(Expired,             400, OAuth,     None,     "invalid_grant",          "User account has expired", ""),
        row(PasswordExpired,     400, OAuth,     None,     "invalid_grant",          "User credentials have expired", ""),
        row(NoRefreshToken,      400, OAuth,     None,     "invalid_request",        "refresh_token parameter not provided", ""),
        row(WrongRefreshToken,   400, OAuth,     None,     "invalid_grant",          "Invalid refresh token", "Invalid refresh token: {}"),
        row(OtherRefreshToken,   400, OAuth,     None,     "invalid_grant",          "Wrong client for this refresh token", "Wrong client for this refresh token: {}"),
        row(ExpiredRefreshToken, 401, OAuth,     Bearer,   "invalid_token",          "Invalid refresh token (expired)", "Invalid refresh token (expired): {}"),
        row(ServerError,         500, OAuth,     None,     "server_error",           "Internal Server Error", SQL),
        row(NoToken,             401, OAuth,     Resource, "unauthorized",           FULL, ""),
        row(WrongToken,          401, OAuth,     Resource, "invalid_token",          "Invalid access token", "Invalid access token: {}"),
        row(ExpiredToken,        401, OAuth,     Resource, "invalid_token",          "Access token expired", "Access token expired: {}"),
        row(TokenLacksScope,     403, Scoped,    Bearer,   "insufficient_scope",     "Insufficient scope for this resource", ""),
        row(AccessDenied,        403, OAuth,     None,     "access_denied",          "Access is denied", ""),
        row(GatewayForbidden,    403, Gateway,   None,     "Access denied",          "You have been blocked", ""),
        row(GatewayLimited,      429, Gateway,   None,     "Too many requests",      "You are being rate limited", ""),
        row(GatewayUnavailable,  503, Gateway,   None,     "Service unavailable",    "The origin is not available", ""),
        row(GatewayUnknown,      520, Gateway,   None,     "Unknown error",          "The origin returned an unknown error", ""),
    ]
};

// A case is the index of its row.
const _: () = {
    let mut index = 0;
    while index < CATALOGUE.len() {
        assert!(CATALOGUE[index].case as usize == index, "the rows stand in the order of `Case`");
        index += 1;
    }
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_401_has_a_challenge_and_of_the_others_only_the_one_about_scope() {
        for row in &CATALOGUE {
            let expected = row.status == 401 || row.case == Case::TokenLacksScope;
            assert_eq!(row.challenge != Challenge::None, expected, "{:?}", row.case);
        }
    }

    #[test]
    fn case_tells_its_status_and_error() {
        let case = Case::ExpiredRefreshToken;
        assert_eq!((case.status(), case.error()), (401, Some("invalid_token")));
        assert_eq!((Case::GatewayUnknown.status(), Case::GatewayUnknown.error()), (520, None));
        assert_eq!(Case::all().count(), CATALOGUE.len());
    }
}

//! How a Spring authorization server refuses, as a table.
//!
//! Facts read in the public source of Spring Security OAuth 2.5: which statuses and codes, and that a wrong
//! client is refused before the endpoint, by the servlet container, in another shape than the rest.

/// What is wrong with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// The path is not the endpoint's.
    OtherPath,
    /// No client came, and one must.
    NoClient,
    /// The client is unknown or its secret wrong.
    WrongClient,
    /// The form names another client than the header.
    OtherClient,
    /// The method is not `POST`.
    OtherMethod,
    /// No grant type came.
    NoGrant,
    /// The grant type is unknown.
    OtherGrant,
    /// A field that this server demands is missing or has another value.
    WrongField,
    /// The user is unknown.
    UnknownUser,
    /// The password is wrong, or name or password is missing: a forgotten field is a failed login.
    WrongPassword,
}

/// The shape of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// RFC 6749 §5.2: `error`, `error_description`.
    OAuth,
    /// The container's own: `timestamp`, `status`, `error`, `message`, `path`.
    Container,
}

/// One way to refuse.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refusal {
    pub(super) case: Case,
    pub(super) status: u16,
    pub(super) shape: Shape,
    pub(super) error: &'static str,
    /// `{}` stands for the field that is wrong.
    pub(super) description: &'static str,
    /// The header `www-authenticate`.
    pub(super) challenge: Option<&'static str>,
}

const BASIC: Option<&str> = Some(r#"Basic realm="oauth2/client""#);
const BEARER: Option<&str> = Some(
    r#"Bearer error="invalid_client", error_description="Given client ID does not match authenticated client""#,
);

#[rustfmt::skip]
pub(super) const CATALOGUE: [Refusal; 10] = {
    use Case::*;
    use Shape::*;
    const fn row(
        case: Case, status: u16, shape: Shape, error: &'static str, description: &'static str, challenge: Option<&'static str>,
    ) -> Refusal {
        Refusal { case, status, shape, error, description, challenge }
    }
    [
        row(OtherPath,     404, Container, "Not Found",              "No message available", None),
        row(NoClient,      401, OAuth,     "unauthorized",           "Full authentication is required to access this resource", BASIC),
        row(WrongClient,   401, Container, "Unauthorized",           "Bad credentials", BASIC),
        row(OtherClient,   401, OAuth,     "invalid_client",         "Given client ID does not match authenticated client", BEARER),
        row(OtherMethod,   405, OAuth,     "method_not_allowed",     "Request method not supported", None),
        row(NoGrant,       400, OAuth,     "invalid_request",        "Missing grant type", None),
        row(OtherGrant,    400, OAuth,     "unsupported_grant_type", "Unsupported grant type", None),
        row(WrongField,    400, OAuth,     "invalid_request",        "Missing or wrong field: {}", None),
        row(UnknownUser,   400, OAuth,     "invalid_grant",          "username not found", None),
        row(WrongPassword, 400, OAuth,     "invalid_grant",          "Bad credentials", None),
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

/// The row of a case.
pub(super) fn refusal(case: Case) -> &'static Refusal {
    &CATALOGUE[case as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_401_has_a_challenge() {
        for row in &CATALOGUE {
            assert_eq!(row.status == 401, row.challenge.is_some(), "{:?}", row.case);
        }
    }
}

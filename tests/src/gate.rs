//! An API whose client gets its tokens by itself, written by hand as the generator would write it, and the two answers
//! that its server has to give.

use crate::loopback::{Act, Seen, Server, answer};
use enkash_api::runtime as rt;

/// The API as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Api;

impl rt::Api for Api {
    const NAME: &'static str = "Gate";
    const DIGEST: &'static str = "0";
    const SCHEMES: &'static [rt::Scheme] = &[
        rt::Scheme { name: "basic", kind: rt::SchemeKind::Basic },
        rt::Scheme { name: "token", kind: rt::SchemeKind::Bearer },
    ];
    const LOGIN: &'static [usize] = &[1];
}

rt::client!(Client, ClientBuilder, Api);

const FORM: rt::Format = rt::Format::Form("application/x-www-form-urlencoded", &[]);

impl ClientBuilder {
    /// Sets how the client is known at the token endpoint.
    pub fn basic(self, id: &str, secret: &str) -> Self {
        Self(self.0.credential(0, rt::Credential::basic(id, secret)))
    }

    /// Sets what tokens are asked for with.
    pub fn login(self, login: impl Into<rt::Login<Pass>>) -> Self {
        Self(self.0.login::<GetToken, Pass>(FORM, login))
    }

    /// Sets how tokens are got and kept.
    pub fn token_options(self, options: rt::TokenOptions) -> Self {
        Self(self.0.token_options(options))
    }
}

impl Client {
    /// `GET /gates/{gate}`
    pub fn gate(&self, gate: &str, visitor: &str) -> rt::Call<'_, Gate, rt::Undeclared> {
        let params = GateParams { visitor: visitor.to_owned() };
        rt::Call::of::<GetGate>(self.core()).path(&gate.to_owned()).params(&params)
    }

    /// `GET /gates/{gate}`, as it arrives.
    pub fn gate_bytes(&self, gate: &str) -> rt::Call<'_, rt::ByteStream, rt::Undeclared> {
        self.gate(gate, "anybody").stream()
    }

    /// `POST /gates/{gate}/close`
    pub fn close(&self, gate: &str) -> rt::Call<'_, (), rt::Undeclared> {
        rt::Call::of::<CloseGate>(self.core()).path(&gate.to_owned())
    }

    /// The client's tokens.
    pub fn tokens(&self) -> Option<rt::Tokens<Pass>> {
        self.core().tokens::<GetToken, Pass>(FORM)
    }
}

/// What a token is asked for with.
#[derive(Clone)]
pub struct Pass {
    /// Who.
    pub visitor: String,
    /// Known to nobody else.
    pub pin: rt::Secret,
}
rt::object!(Pass {
    0 visitor: required,
    1 pin: required,
    const: fixed("grant_type", "password"),
});

struct GateParams {
    visitor: String,
}
rt::object!(GateParams {
    0 visitor: required.query(),
});

/// A token answer.
pub struct Token {
    /// The token.
    pub access_token: rt::Secret,
}
rt::object!(Token {
    0 access_token: required,
});

/// What there is to know of a gate.
#[derive(PartialEq, Eq)]
pub struct Gate {
    /// Its name.
    pub name: String,
}
rt::object!(Gate {
    0 name: required,
});

rt::operation!(GetToken of Api: "getToken" POST "/token" {
    success: Token [Code(200)], failure: rt::Undeclared [], security: [[0]]
});

rt::operation!(GetGate of Api: "getGate" GET "/gates/{gate}" {
    success: Gate [Code(200)], failure: rt::Undeclared [], security: [[1]]
});

rt::operation!(CloseGate of Api: "closeGate" POST "/gates/{gate}/close" {
    success: () [Code(204)], failure: rt::Undeclared [], security: [[1]]
});

/// The answer to a good login.
pub const TOKEN: &str = r#"{"access_token":"made-up-token","token_type":"bearer","expires_in":300}"#;

/// Gives out tokens and shows the north gate, as often as it is asked.
pub fn serve() -> Server {
    Server::start(std::iter::repeat_with(|| Act::Echo(good)).take(1_000))
}

/// What a server says to which all is well.
pub fn good(seen: &Seen) -> Vec<u8> {
    match seen.line.as_str() {
        "POST /token HTTP/1.1" => answer(200, &[], TOKEN),
        line if line.ends_with("/close HTTP/1.1") => answer(204, &[], ""),
        _ => answer(200, &[], r#"{"name":"north"}"#),
    }
}

/// A builder for a server, with everything that a login needs.
///
/// # Panics
/// If the server is not on loopback.
pub fn builder(server: &Server) -> ClientBuilder {
    let base = rt::BaseUrl::parse(server.url()).expect("loopback may be plain");
    Client::builder(base).basic("made-up-client", "made-up-secret").login(pass())
}

/// A login.
pub fn pass() -> Pass {
    Pass { visitor: "made-up-visitor".to_owned(), pin: "made-up-pin".into() }
}

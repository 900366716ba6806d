//! A refusal is matched by its typed code, everything else by what can be done about it.

use enkash_api::rewards::{OAuthError, OAuthErrorCode, Token};
use enkash_api::{CallError, Error, ErrorKind, Sent};

fn handle(answer: Result<Token, CallError<OAuthError>>) -> Result<Option<Token>, Error> {
    match answer {
        Err(CallError::Api(refusal)) if refusal.value.error == OAuthErrorCode::InvalidGrant => Ok(None),
        Err(error) if error.sent() == Sent::Maybe => panic!("find out first: {error}"),
        Err(error) if error.kind() == ErrorKind::Timeout => panic!("again in {:?}", error.retry_after()),
        other => Ok(Some(other?)),
    }
}

fn main() {
    _ = handle;
}

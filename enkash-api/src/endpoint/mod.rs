//! Types of your own as requests: what `#[enkash_endpoint]` needs, and the guide to it.
//!
//! The macro compares the fields of a struct with the description and writes an [`Endpoint`]; whether the *types*
//! fit is for the compiler to say, through [`Carries`]. A stand-alone crate has no part of this.
//!
#![doc = include_str!("guide.md")]

mod bound;
mod carries;
mod standard;
pub mod wire;

pub use self::bound::{
    Bound, bind, carry, carry_nullable, carry_optional, carry_tri, display, display_nullable,
    display_optional, display_tri, same_digest,
};
pub use self::carries::{Carried, Carries};
#[doc(hidden)]
pub use crate::runtime::Incoming;
use crate::runtime::wire::DecodeError;
use crate::runtime::{Api, Call, Operation, Reply};

/// A struct that is the request of one operation. Written by `#[enkash_endpoint]`; sent by a client's `send`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not bound to an operation",
    label = "this type has no `#[enkash_endpoint(…)]`"
)]
pub trait Endpoint {
    /// The API that the operation belongs to.
    type Api: Api;
    /// The operation.
    type Operation: Operation<Api = Self::Api>;
    /// What a success is read into.
    type Output;

    /// Reads a success.
    #[doc(hidden)]
    fn read(answer: &mut Incoming) -> Result<Self::Output, DecodeError>;

    /// Fills a call with the struct's values.
    #[doc(hidden)]
    fn fill<'c>(&self, call: EndpointCall<'c, Self>) -> EndpointCall<'c, Self>;
}

/// The call that sends an endpoint.
pub type EndpointCall<'c, T> =
    Call<'c, <T as Endpoint>::Output, <<T as Endpoint>::Operation as Operation>::Failure>;

/// An [`Endpoint`] of the API `A`; what a client asks of the struct that it is given. Written by `#[enkash_endpoint]`
/// for [`Endpoint::Api`] alone.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a request of this client's API",
    label = "this struct is bound to another product, or to none",
    note = "send it with the client of the module that its `#[enkash_endpoint(…)]` names"
)]
pub trait RequestOf<A: Api>: Endpoint {}

/// What the macro leaves behind where it has reported a mistake, so that no further errors follow from it.
#[doc(hidden)]
pub struct Broken<A>(std::marker::PhantomData<A>);

impl<A: Api> Operation for Broken<A> {
    type Api = A;
    type Output = ();
    type Failure = crate::runtime::Undeclared;
    const META: crate::runtime::Meta = crate::runtime::Meta {
        id: "",
        method: "GET",
        path: "/",
        accept: "*/*",
        success: &[],
        failure: &[],
        security: &[],
        class: crate::runtime::Class::Neither,
        business: None,
    };
}

/// Reads a success into the operation's own type.
#[doc(hidden)]
pub fn read_output<O: Operation>(answer: &mut Incoming) -> Result<O::Output, DecodeError> {
    O::Output::read(answer)
}

/// Reads a success into a type of the user's, which serde knows.
///
/// # Errors
/// If the body is not of that type's shape: JSON, or a text that the type takes.
#[doc(hidden)]
pub fn read_response<T: serde::de::DeserializeOwned>(answer: &mut Incoming) -> Result<T, DecodeError> {
    answer.read_foreign()
}

#[cfg(all(test, feature = "expense", feature = "rewards", feature = "testing"))]
mod tests;

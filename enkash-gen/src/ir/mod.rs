//! What an API is, once the document is forgotten: plain data.
//!
//! Invariant: nothing here knows `openapiv3`, JSON, `quote` or a Rust name. What a document calls a thing is a
//! `wire_name` or `wire_value`; what Rust will call it is decided in [`names`](crate::names).

mod api;
mod body;
mod field;
#[cfg(test)]
pub(crate) mod fixture;
mod group;
mod limits;
mod login;
mod operation;
mod param;
mod path;
mod reply;
mod security;
mod server;
mod shape;
mod style;
mod twins;
mod typedef;
mod union;
mod webhook;

pub use api::Api;
pub use body::{Body, Encoding, Media};
pub use field::{Access, Field, Location};
pub use group::Group;
pub use limits::Limits;
pub use login::{Login, PasswordFlow};
pub use operation::{BusinessError, Method, Operation, Skipped};
pub use param::Param;
pub use path::{PathPart, PathTemplate};
pub use reply::{Outcome, Reading, Reply, Status};
pub use security::{Scheme, SchemeId, SchemeKind};
pub use server::{OwnServer, Server, ServerId, Variable};
pub use shape::{Format, IntWidth, Shape, Slot};
pub use style::{Notation, Style};
pub(crate) use twins::Twins;
pub use typedef::{
    Alias, Choice, Constant, EnumBase, EnumDef, NameHint, StructDef, TypeDef, TypeId, TypeKind, Usage,
};
pub use union::{Tag, UnionDef, Variant};
pub use webhook::Webhook;

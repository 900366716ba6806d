//! One operation: a method on a path.

use super::{Body, Outcome, Param, PathTemplate, Reply, SchemeId, ServerId, Slot, Status, TypeId};
use crate::report::Origin;

/// One operation of the API.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// `operationId`; more than a quarter of real documents leave it out.
    pub id: Option<String>,
    /// The HTTP method.
    pub method: Method,
    /// The path below the server's address.
    pub path: PathTemplate,
    /// One line on what it does.
    pub summary: Option<String>,
    /// More on what it does, in CommonMark.
    pub description: Option<String>,
    /// Whether the document advises against it.
    pub deprecated: bool,
    /// The tags, in the order of the document.
    pub tags: Vec<String>,
    /// The parameters, in the order of the document; path parameters in the order of the path.
    pub params: Vec<Param>,
    /// The struct that [`passes`](crate::passes) made of the parameters that are not passed one by one.
    pub params_type: Option<TypeId>,
    /// What that struct is called here, if it is shared with an operation whose name it has.
    pub params_alias: Option<TypeId>,
    /// The request body.
    pub body: Option<Body>,
    /// The same in other formats that the document allows; each has a method of its own.
    pub other_bodies: Vec<Body>,
    /// The declared answers, in the order of the document.
    pub replies: Vec<Reply>,
    /// What a success carries; filled in by [`passes`](crate::passes).
    pub success: Outcome,
    /// What a declared failure carries; filled in by [`passes`](crate::passes).
    pub failure: Outcome,
    /// The alternatives, each a set of schemes that must all be sent. No alternative: nothing is sent. An empty
    /// alternative: it may be called anonymously.
    pub security: Vec<Vec<SchemeId>>,
    /// Where it is served, if not where the whole API is.
    pub server: Option<ServerId>,
    /// Whether it changes nothing, if the document says so apart from the method (`x-safe`).
    pub safe: Option<bool>,
    /// What in the body of a success says that it is none (`x-business-error`).
    pub business_error: Option<BusinessError>,
    /// Whether its success is the token that other operations need (`x-token-operation`).
    pub gives_tokens: bool,
    /// Where it stands in the document.
    pub origin: Origin,
}

/// How an answer that HTTP calls a success says that it is a failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusinessError {
    /// The way to the code, from the root of the body.
    pub code: Vec<String>,
    /// The codes that are a success, as text.
    pub success: Vec<String>,
}

impl Operation {
    /// What a person calls it: the `operationId`, or method and path.
    pub fn label(&self) -> String {
        self.id.clone().unwrap_or_else(|| format!("{} {}", self.method, self.path.raw()))
    }

    /// The type by whose name a caller knows the struct of the parameters.
    pub fn params_name(&self) -> Option<TypeId> {
        self.params_alias.or(self.params_type)
    }

    /// The types that its method names: of parameters, bodies and answers.
    pub fn named(&self) -> Vec<TypeId> {
        let mut found: Vec<TypeId> = self.params_name().into_iter().collect();
        let params = self.params.iter().map(|param| &param.slot);
        for slot in params.chain(self.bodies().map(|body| &body.slot)) {
            slot.each_named(&mut |id| found.push(id));
        }
        found.extend(self.named_by_answers());
        found
    }

    /// The types that its answers name.
    pub fn named_by_answers(&self) -> impl Iterator<Item = TypeId> {
        [&self.success, &self.failure].into_iter().flat_map(Outcome::named)
    }

    /// The body in every format, the one that is taken first in front.
    pub fn bodies(&self) -> impl Iterator<Item = &Body> {
        self.body.iter().chain(&self.other_bodies)
    }

    pub(crate) fn bodies_mut(&mut self) -> impl Iterator<Item = &mut Body> {
        self.body.iter_mut().chain(&mut self.other_bodies)
    }

    /// The answers that are a success: those of 2xx; where there are none, those that redirect, which then are what
    /// the operation is for; where there are none either, `default`.
    pub fn successes(&self) -> Vec<&Reply> {
        let declared = |wanted: fn(Status) -> bool| -> Vec<_> {
            self.replies.iter().filter(|reply| wanted(reply.status)).collect()
        };
        [Status::is_success, Status::is_redirect]
            .into_iter()
            .map(declared)
            .find(|replies| !replies.is_empty())
            .unwrap_or_else(|| self.defaults())
    }

    /// The answers that are a failure; `default` is one in any case.
    pub fn failures(&self) -> Vec<&Reply> {
        let successes = self.successes();
        let is_success = |reply: &Reply| successes.iter().any(|success| success.status == reply.status);
        let declared = self.replies.iter().filter(|reply| reply.status.is_failure() && !is_success(reply));
        declared.chain(self.defaults()).collect()
    }

    /// The value of the header `accept`: the media types that are read, those of successes first. A type that only
    /// failures have is asked for less, so that no success is sent in it.
    pub fn accept(&self) -> String {
        let (successes, failures) = (self.successes(), self.failures());
        let with_body = |replies: &[&Reply]| -> Vec<Reply> {
            replies.iter().filter(|reply| reply.body.is_some()).map(|reply| (*reply).clone()).collect()
        };
        let (successes, failures) = (with_body(&successes), with_body(&failures));
        let mut accepted: Vec<String> = Vec::new();
        for reply in &successes {
            if !accepted.contains(&reply.media) {
                accepted.push(reply.media.clone());
            }
        }
        for reply in &failures {
            let is_read = successes.iter().any(|success| success.reading == reply.reading);
            let is_left_out = successes.iter().any(|success| success.others.contains(&reply.media));
            let media =
                if successes.is_empty() { reply.media.clone() } else { format!("{};q=0.5", reply.media) };
            if !is_read && !is_left_out && !accepted.contains(&media) {
                accepted.push(media);
            }
        }
        if accepted.is_empty() { "*/*".to_owned() } else { accepted.join(", ") }
    }

    fn defaults(&self) -> Vec<&Reply> {
        self.replies.iter().filter(|reply| reply.status == Status::Default).collect()
    }

    pub(super) fn each_slot_mut(&mut self, visit: &mut dyn FnMut(&mut Slot)) {
        for param in &mut self.params {
            param.slot.each_mut(visit);
        }
        for body in self.bodies_mut() {
            body.slot.each_mut(visit);
        }
        for reply in &mut self.replies {
            for slot in [&mut reply.body, &mut reply.events, &mut reply.headers].into_iter().flatten() {
                slot.each_mut(visit);
            }
        }
    }
}

/// An operation that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// `operationId`, if it has one.
    pub id: Option<String>,
    /// The HTTP method.
    pub method: Method,
    /// The path as the document writes it.
    pub path: String,
    /// The code of the diagnostic that says why.
    pub code: crate::report::Code,
}

/// An HTTP method that OpenAPI has a place for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// `GET`
    Get,
    /// `PUT`
    Put,
    /// `POST`
    Post,
    /// `DELETE`
    Delete,
    /// `OPTIONS`
    Options,
    /// `HEAD`
    Head,
    /// `PATCH`
    Patch,
    /// `TRACE`
    Trace,
    /// `QUERY`, of OpenAPI 3.2: a `GET` with a body.
    Query,
}

impl Method {
    /// Every method, in the order of the specification.
    pub const ALL: [Self; 9] = [
        Self::Get,
        Self::Put,
        Self::Post,
        Self::Delete,
        Self::Options,
        Self::Head,
        Self::Patch,
        Self::Trace,
        Self::Query,
    ];

    /// The method as HTTP writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Query => "QUERY",
        }
    }
}

impl std::fmt::Display for Method {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

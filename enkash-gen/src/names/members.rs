//! The names of fields, choices and cases.

use std::collections::{BTreeSet, HashMap};

use super::{Choices, choices, pascal, scope::Scope, snake};
use crate::ir::{Api, Location, Status, TypeDef, TypeId, TypeKind};

/// Whether making a value takes more than one argument, so that the arguments are named in a struct.
pub(super) fn needs_required_struct(api: &Api, id: TypeId) -> bool {
    let def = api.ty(api.behind(id));
    let TypeKind::Struct(inner) = &def.kind else { return false };
    def.usage.sent && inner.fields.iter().filter(|field| field.is_demanded(def.usage)).count() > 1
}

/// The members by their index, and the name for what is not listed.
pub(super) fn name_members(def: &TypeDef, choices: &Choices) -> (Vec<String>, String) {
    let mut scope = Scope::default();
    match &def.kind {
        TypeKind::Struct(inner) => {
            let owner = choices::key(def);
            let mut places: HashMap<String, BTreeSet<Location>> = HashMap::new();
            for field in inner.fields.iter().filter(|field| field.location != Location::Body) {
                places.entry(snake(&field.wire_name)).or_default().insert(field.location);
            }
            let fields = inner
                .fields
                .iter()
                .map(|field| {
                    let key = format!("{owner}.{}", field.wire_name);
                    let base = snake(choices.properties.get(&key).unwrap_or(&field.wire_name));
                    // A path and a query parameter may share a name; their places then tell them apart.
                    let elsewhere = |place: &Location| *place != field.location;
                    let twin = places.get(&base).is_some_and(|places| places.iter().any(elsewhere));
                    if field.location == Location::Body || !twin {
                        scope.claim(&[base])
                    } else {
                        let precise = format!("{}_{}", base.trim_end_matches('_'), field.location.as_str());
                        scope.claim(&[base, precise])
                    }
                })
                .collect();
            (fields, scope.claim(&["additional_properties".to_owned()]))
        }
        TypeKind::Enum(inner) => {
            let choices = inner
                .choices
                .iter()
                .map(|choice| scope.claim(&[pascal(&choice.wire_value.to_string())]))
                .collect();
            (choices, scope.claim(&["Unknown".to_owned(), "Unlisted".to_owned()]))
        }
        TypeKind::Cases(cases) => {
            (cases.iter().map(|(status, _)| scope.claim(&[case(*status)])).collect(), String::new())
        }
        // Named after their types, once those have names.
        TypeKind::Union(_) | TypeKind::Alias(_) | TypeKind::Unsupported(_) => (Vec::new(), String::new()),
    }
}

/// The variants of what the server sends on its own.
pub(super) fn name_webhooks(api: &Api) -> Vec<String> {
    let mut scope = Scope::default();
    api.webhooks.iter().map(|webhook| scope.claim(&[pascal(&webhook.wire_name)])).collect()
}

/// The reason phrase of RFC 9110 as a name, for the statuses that documents declare.
fn case(status: Status) -> String {
    let phrase = match status {
        Status::Default => "Other",
        Status::Range(1) => "Informational",
        Status::Range(2) => "Successful",
        Status::Range(3) => "Redirection",
        Status::Range(4) => "ClientError",
        Status::Range(_) => "ServerError",
        Status::Code(200) => "Ok",
        Status::Code(201) => "Created",
        Status::Code(202) => "Accepted",
        Status::Code(203) => "NonAuthoritativeInformation",
        Status::Code(204) => "NoContent",
        Status::Code(205) => "ResetContent",
        Status::Code(206) => "PartialContent",
        Status::Code(207) => "MultiStatus",
        Status::Code(304) => "NotModified",
        Status::Code(400) => "BadRequest",
        Status::Code(401) => "Unauthorized",
        Status::Code(402) => "PaymentRequired",
        Status::Code(403) => "Forbidden",
        Status::Code(404) => "NotFound",
        Status::Code(405) => "MethodNotAllowed",
        Status::Code(406) => "NotAcceptable",
        Status::Code(408) => "RequestTimeout",
        Status::Code(409) => "Conflict",
        Status::Code(410) => "Gone",
        Status::Code(411) => "LengthRequired",
        Status::Code(412) => "PreconditionFailed",
        Status::Code(413) => "ContentTooLarge",
        Status::Code(415) => "UnsupportedMediaType",
        Status::Code(422) => "UnprocessableContent",
        Status::Code(423) => "Locked",
        Status::Code(424) => "FailedDependency",
        Status::Code(428) => "PreconditionRequired",
        Status::Code(429) => "TooManyRequests",
        Status::Code(500) => "InternalServerError",
        Status::Code(501) => "NotImplemented",
        Status::Code(502) => "BadGateway",
        Status::Code(503) => "ServiceUnavailable",
        Status::Code(504) => "GatewayTimeout",
        Status::Code(code) => return format!("Status{code}"),
    };
    phrase.to_owned()
}

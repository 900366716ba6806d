//! The rules: one table, a row per change that can be told, and nowhere else.
//!
//! A row is: its name in the code, its stable id, what it is about, what happened, which way it travels, how much it
//! weighs; then the sentence of a report, what the change means for a client, and what to do.

use std::fmt;

use super::rule::{Direction, Event, Impact, Noun};

/// Expands to the enum, the list of all rules and the lookups; a new rule is one new row.
macro_rules! rules {
    ($($variant:ident $id:literal $noun:ident $event:ident $direction:ident $impact:ident
        $sentence:literal $meaning:literal $advice:literal)*) => {
        /// A kind of change. The id is stable: scripts and change logs may name it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule {
            $(#[doc = $meaning] $variant,)*
        }

        impl Rule {
            /// Every rule, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable id, in kebab case.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// What it is about.
            pub const fn noun(self) -> Noun {
                match self { $(Self::$variant => Noun::$noun,)* }
            }

            /// What happened to that.
            pub const fn event(self) -> Event {
                match self { $(Self::$variant => Event::$event,)* }
            }

            /// Which way that travels.
            pub const fn direction(self) -> Direction {
                match self { $(Self::$variant => Direction::$direction,)* }
            }

            /// How much it weighs.
            pub const fn impact(self) -> Impact {
                match self { $(Self::$variant => Impact::$impact,)* }
            }

            /// A few words for a report, behind the place.
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$variant => $sentence,)* }
            }

            /// What it means for a client, in one sentence.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)* }
            }

            /// What to do about it.
            pub const fn advice(self) -> &'static str {
                match self { $(Self::$variant => $advice,)* }
            }
        }
    };
}

rules! {
    // the API as a whole
    ApiTitle "api-title-changed" Title Changed Either Documentation "another title"
        "The API is called something else; nothing on the wire depends on it." "nothing"
    ApiVersion "api-version-changed" Version Changed Either Documentation "another version"
        "The description counts another version; what changed stands in the other lines." "nothing"
    ApiDescription "api-description-changed" Prose Changed Either Documentation "another description"
        "The text about the whole API differs." "read it once: rules that no schema holds stand there"
    // servers
    ServerAdded "server-added" Server Added Either Compatible "a further server"
        "There is one more place to send to." "nothing, unless you want to use it"
    ServerRemoved "server-removed" Server Removed Either Breaking "a server is gone"
        "A client that is built for this server has no name for it any more, and the server may go." "choose another server"
    ServerChanged "server-address-changed" Server Changed Either PossiblyBreaking "another address"
        "The API is served elsewhere; the old address may stop to answer." "try the new address; look at firewalls, allow-lists and certificates"
    ServerFirst "server-default-changed" DefaultServer Changed Either PossiblyBreaking "another server stands first"
        "Whoever takes the first server talks to another one, perhaps from test to live." "name the server that you mean"
    ServerVariable "server-variable-changed" ServerVariable Changed Either PossiblyBreaking "a variable of the address differs"
        "The default or the choices of a part of the address differ, so the same input may give another address." "compare the address that comes out"
    OwnServer "operation-server-changed" OwnServer Changed Either PossiblyBreaking "another server for this operation"
        "The operation is served elsewhere than before." "try the new address"
    // operations
    OperationAdded "operation-added" Operation Added Either Compatible "a new operation"
        "The API can do more." "nothing"
    OperationRemoved "operation-removed" Operation Removed Either Breaking "the operation is gone"
        "The description has no such operation any more; the server may answer 404, and the method is gone." "look for the operation that replaces it before you regenerate"
    OperationMoved "operation-path-changed" Path Changed Either Breaking "another path"
        "The same operation is found under another path; requests to the old one may fail." "regenerate, and deploy before the old path is switched off"
    PathParameterRenamed "operation-path-parameter-renamed" PathName Changed Either Compatible "a path parameter has another name"
        "The path is the same on the wire; only the name of a part of it differs." "nothing; positional arguments stay as they are"
    MethodChanged "operation-method-changed" Method Changed Either Breaking "another method"
        "The same operation wants another HTTP method; requests with the old one may fail." "regenerate; check proxies and retries, which treat methods differently"
    OperationId "operation-id-changed" OperationId Changed Either Compatible "another operation id"
        "Nothing differs on the wire, but the Rust method is called after the id." "call the new method, or keep the old name in the project file under `rename`"
    OperationDeprecated "operation-deprecated" Deprecation Added Either Compatible "it is advised against"
        "The operation works, and will go." "plan for its replacement"
    OperationUndeprecated "operation-undeprecated" Deprecation Removed Either Documentation "it is not advised against any more"
        "The operation stays." "nothing"
    Tags "operation-tags-changed" Tags Changed Either Documentation "other tags"
        "The operation is grouped otherwise; with a layout by tags it has another cargo feature." "check the features that you name"
    Unreadable "operation-unreadable" Reading Changed Either PossiblyBreaking "it cannot be compared"
        "One of the two descriptions holds something here that the generator does not support, so changes of it are not seen." "see the diagnostics of `enkash-gen check`"
    TokenMarked "operation-token-added" TokenOperation Added Either PossiblyBreaking "it is now what gives tokens"
        "The client asks for tokens by itself from now on (`x-token-operation`)." "give the client the credentials of this operation, and drop your own handling"
    TokenUnmarked "operation-token-removed" TokenOperation Removed Either Breaking "it gives no tokens any more"
        "The client does not log in by itself any more." "hand tokens to the client, or mark the operation that gives them"
    Safe "operation-safe-added" Safety Added Either Compatible "it changes nothing, says the description"
        "The client may send it again after a failure (`x-safe`)." "check that this is true"
    Unsafe "operation-safe-removed" Safety Removed Either PossiblyBreaking "it may change something"
        "The client does not repeat it after a failure any more." "handle failures that were repeated silently before"
    BusinessErrorAdded "business-error-added" BusinessError Added Either PossiblyBreaking "some successes are failures now"
        "An answer with a success status whose body says otherwise is an error from now on (`x-business-error`)." "expect an error where you looked into the body"
    BusinessErrorRemoved "business-error-removed" BusinessError Removed Either Breaking "no success is a failure any more"
        "Answers that were errors arrive as successes." "look into the body yourself"
    BusinessErrorChanged "business-error-changed" BusinessError Changed Either PossiblyBreaking "other successes are failures"
        "The place of the code, or the codes that are a success, differ." "compare the codes with those that you handle"
    Summary "operation-summary-changed" Summary Changed Either Documentation "another title"
        "The operation is titled otherwise." "nothing"
    OperationText "operation-description-changed" Prose Changed Either Documentation "another description"
        "The text about the operation differs." "read it once: rules that no schema holds stand there"
    Page "page-changed" Page Changed Either Documentation "it comes from another page"
        "The facts were taken from another page." "nothing"
    PageDate "page-date-changed" PageDate Changed Either Documentation "the page was changed"
        "The page carries another date." "nothing"
    // parameters
    ParameterAdded "parameter-added" Parameter Added Sent Compatible "a further parameter"
        "It may be sent, and need not be." "nothing"
    ParameterAddedRequired "parameter-added-required" NeededParameter Added Sent Breaking "a further parameter, required"
        "Requests without it may be refused." "send it"
    ParameterRemoved "parameter-removed" Parameter Removed Sent PossiblyBreaking "the parameter is gone"
        "The server may ignore it or refuse it; the code that sets it does not compile any more." "do without it"
    ParameterMoved "parameter-place-changed" ParameterPlace Changed Sent Breaking "it is sent elsewhere"
        "The server looks for it in another part of the request." "regenerate"
    ParameterRequired "parameter-required" ParameterNeed Added Sent Breaking "it is required now"
        "Requests without it may be refused." "send it always"
    ParameterOptional "parameter-optional" ParameterNeed Removed Sent Compatible "it is optional now"
        "It may be left out." "nothing"
    ParameterStyle "parameter-style-changed" ParameterStyle Changed Sent Breaking "it is written otherwise"
        "The same value gives other bytes (`style`, `explode`, `allowReserved`)." "regenerate"
    ParameterDeprecated "parameter-deprecated" Deprecation Added Sent Compatible "it is advised against"
        "The parameter works, and will go." "do without it"
    TransportAdded "parameter-transport-added" Transport Added Sent Compatible "it belongs to the transport"
        "It is no argument any more (`x-transport`)." "set it as a header of the call, if at all"
    TransportRemoved "parameter-transport-removed" Transport Removed Sent PossiblyBreaking "it is a parameter of its own"
        "It is an argument now, and was a matter of the transport." "pass it as an argument"
    // the request body
    BodyAdded "request-body-added" Body Added Sent Compatible "a body, optional"
        "A body may be sent." "nothing"
    BodyAddedRequired "request-body-added-required" NeededBody Added Sent Breaking "a body, required"
        "Requests without a body may be refused." "send one"
    BodyRemoved "request-body-removed" Body Removed Sent PossiblyBreaking "the body is gone"
        "The server may ignore a body or refuse it." "see where its members went: to the query, or nowhere"
    BodyRequired "request-body-required" BodyNeed Added Sent Breaking "the body is required now"
        "Requests without a body may be refused." "send one always"
    BodyOptional "request-body-optional" BodyNeed Removed Sent Compatible "the body is optional now"
        "It may be left out." "nothing"
    RequestBodyKind "request-body-kind-changed" BodyKind Changed Sent Breaking "a body of another kind"
        "The whole body is something else, such as an object in place of a text." "regenerate, and build the new body"
    RequestMediaAdded "request-media-type-added" Media Added Sent Compatible "a further media type"
        "The same may be sent in another format." "nothing"
    RequestMediaRemoved "request-media-type-removed" Media Removed Sent Breaking "a media type is gone"
        "Bodies in this format may be refused with 415." "use one of the formats that are left"
    RequestMedia "request-media-type-changed" Media Changed Sent Breaking "another media type"
        "The body is written in another format." "regenerate"
    Encoding "request-encoding-changed" Encoding Changed Sent Breaking "members are written otherwise"
        "The same members of a form or of parts give other bytes." "regenerate"
    FieldOrder "request-field-order-changed" FieldOrder Changed Sent Compatible "another order of the members"
        "The members of a form are sent in another order; only signatures over the bytes notice." "check whether the bytes are signed"
    // members that are sent
    RequestFieldAdded "request-field-added" OptionalField Added Sent Compatible "a further member"
        "It may be sent, and need not be." "nothing; code that lists every member without `..` has to name it"
    RequestFieldAddedRequired "request-field-added-required" NeededField Added Sent Breaking "a further member, required"
        "Requests without it may be refused." "fill it in where the compiler points"
    RequestFieldRemoved "request-field-removed" Field Removed Sent PossiblyBreaking "the member is gone"
        "The server may ignore it or refuse it; the code that fills it in does not compile any more." "do without it"
    RequestFieldRenamed "request-field-renamed" FieldName Changed Sent Breaking "the member is spelled otherwise"
        "The server looks for another name, so the value would not arrive." "regenerate"
    RequestFieldRequired "request-field-required" FieldNeed Added Sent Breaking "it is required now"
        "Requests without it may be refused." "fill it in where the compiler points"
    RequestFieldOptional "request-field-optional" FieldNeed Removed Sent Compatible "it is optional now"
        "It may be left out." "nothing; the field becomes an `Option`"
    RequestFieldReadOnly "request-field-read-only" Access Removed Sent PossiblyBreaking "it is only received now"
        "It is not sent any more (`readOnly`)." "do without it in requests"
    RequestFieldWritable "request-field-writable" Access Added Sent Compatible "it may be sent now"
        "It was only received before." "nothing"
    RequestNullAllowed "request-null-allowed" Null Added Sent Compatible "`null` may be sent"
        "The server takes `null` for a value." "nothing"
    RequestNullRefused "request-null-refused" Null Removed Sent Breaking "`null` may not be sent any more"
        "Requests with `null` here may be refused." "leave the member out, or send a value"
    RequestType "request-type-changed" Type Changed Sent Breaking "another type"
        "Values of the old type may be refused." "send the new type"
    RequestTypeNarrowed "request-type-narrowed" Type Narrowed Sent Breaking "a narrower type"
        "Only some of the old values are accepted." "check the values that you send"
    RequestTypeWidened "request-type-widened" Type Widened Sent Compatible "a wider type"
        "All old values are accepted, and more." "nothing on the wire; the Rust type may differ"
    RequestListed "request-list-introduced" List Added Sent Breaking "a list in place of one value"
        "The server expects a list." "send a list of one"
    RequestUnlisted "request-list-dropped" List Removed Sent Breaking "one value in place of a list"
        "The server expects one value." "send one value"
    RequestDescribed "request-shape-declared" Shape Added Sent PossiblyBreaking "it is described now"
        "Anything could be sent by the old description, and only this by the new one." "check that what you send fits"
    RequestUndescribed "request-shape-undeclared" Shape Removed Sent Compatible "it may be anything now"
        "The description does not say any more what is sent." "keep sending what worked"
    RequestFormat "request-format-changed" Format Changed Sent PossiblyBreaking "another format"
        "The text is to be of another form." "check the values that you send"
    RequestEnumIntroduced "request-enum-introduced" Enum Added Sent Breaking "only listed values"
        "Values that are not listed may be refused." "send one of the listed values"
    RequestEnumDropped "request-enum-dropped" Enum Removed Sent Compatible "no longer only listed values"
        "Other values are accepted as well." "nothing on the wire; the Rust type is a plain one now"
    RequestValueAdded "request-enum-value-added" Value Added Sent Compatible "a further value"
        "One more value is accepted." "nothing"
    RequestValueRemoved "request-enum-value-removed" Value Removed Sent Breaking "a value is gone"
        "Requests with this value may be refused." "send another value"
    RequestConstant "request-constant-changed" Constant Changed Sent Breaking "another fixed value"
        "The only value that is accepted is another one; the generated code fills it in." "regenerate"
    RequestBoundAdded "request-bound-added" Bound Added Sent Breaking "a bound"
        "Values beyond it may be refused." "check the values that you send"
    RequestBoundRemoved "request-bound-removed" Bound Removed Sent Compatible "a bound is gone"
        "More values are accepted." "nothing"
    RequestBoundNarrowed "request-bound-narrowed" Bound Narrowed Sent Breaking "a tighter bound"
        "Some values that were accepted may be refused." "check the values that you send"
    RequestBoundWidened "request-bound-widened" Bound Widened Sent Compatible "a looser bound"
        "More values are accepted." "nothing"
    RequestPatternAdded "request-pattern-added" Pattern Added Sent Breaking "a pattern"
        "Texts that do not match may be refused." "check the texts that you send"
    RequestPatternRemoved "request-pattern-removed" Pattern Removed Sent Compatible "a pattern is gone"
        "More texts are accepted." "nothing"
    RequestPattern "request-pattern-changed" Pattern Changed Sent PossiblyBreaking "another pattern"
        "Texts that matched before may be refused." "check the texts that you send"
    RequestDefaultAdded "request-default-added" Default Added Sent Compatible "a default"
        "The server says what it assumes where nothing is sent." "check that it is what you mean"
    RequestDefaultRemoved "request-default-removed" Default Removed Sent PossiblyBreaking "a default is gone"
        "What is assumed where nothing is sent is not said any more." "send the value that you mean"
    RequestDefault "request-default-changed" Default Changed Sent PossiblyBreaking "another default"
        "The same request means something else where the value is left out." "send the value that you mean"
    RequestVariantAdded "request-variant-added" Variant Added Sent Compatible "a further alternative"
        "One more kind of value is accepted." "nothing"
    RequestVariantRemoved "request-variant-removed" Variant Removed Sent Breaking "an alternative is gone"
        "This kind of value may be refused." "send one of the others"
    RequestTag "request-tag-changed" Tag Changed Sent Breaking "alternatives are told apart otherwise"
        "The member that names the alternative, or its values, differ." "regenerate"
    RequestRestAdded "request-rest-added" Rest Added Sent Compatible "further members are allowed"
        "Members of any name may be sent beside the listed ones." "nothing"
    RequestRestRemoved "request-rest-removed" Rest Removed Sent PossiblyBreaking "further members are not described any more"
        "Members beside the listed ones may be refused." "send the listed ones"
    // members that are received
    ResponseFieldAdded "response-field-added" Field Added Received Compatible "a further member"
        "The answer says more; what is not known is ignored." "nothing"
    ResponseFieldRemoved "response-field-removed" NeededField Removed Received Breaking "a member that was always there is gone"
        "Old clients fail to read the answer, and new ones have no such field." "do without it"
    ResponseFieldRemovedOptional "response-optional-field-removed" OptionalField Removed Received PossiblyBreaking "an optional member is gone"
        "The answer may never hold it any more; the code that reads it does not compile." "do without it"
    ResponseFieldRenamed "response-field-renamed" FieldName Changed Received Breaking "the member is spelled otherwise"
        "Old clients do not find the value." "regenerate"
    ResponseFieldRequired "response-field-required" FieldNeed Added Received Compatible "it is always there now"
        "The answer always holds it." "nothing on the wire; the field is no `Option` any more"
    ResponseFieldOptional "response-field-optional" FieldNeed Removed Received Breaking "it may be missing now"
        "Old clients fail to read an answer without it." "regenerate, and handle its absence"
    ResponseFieldWriteOnly "response-field-write-only" Access Removed Received Breaking "it is only sent now"
        "It is not in answers any more (`writeOnly`)." "do without it in answers"
    ResponseFieldReadable "response-field-readable" Access Added Received Compatible "it is received now"
        "It was only sent before." "nothing"
    ResponseNullAdded "response-null-added" Null Added Received Breaking "it may be `null` now"
        "Old clients fail to read `null`." "regenerate, and handle `null`"
    ResponseNullRemoved "response-null-removed" Null Removed Received Compatible "it is never `null` any more"
        "The value is always there." "nothing"
    ResponseBodyKind "response-body-kind-changed" BodyKind Changed Received Breaking "an answer of another kind"
        "The whole answer is something else, such as an object in place of a text." "regenerate"
    ResponseType "response-type-changed" Type Changed Received Breaking "another type"
        "Old clients fail to read the value." "regenerate"
    ResponseTypeNarrowed "response-type-narrowed" Type Narrowed Received Compatible "a narrower type"
        "The values that come are some of those that came before." "nothing on the wire; the Rust type may differ"
    ResponseTypeWidened "response-type-widened" Type Widened Received Breaking "a wider type"
        "Values may come that old clients cannot read." "regenerate"
    ResponseListed "response-list-introduced" List Added Received Breaking "a list in place of one value"
        "Old clients fail to read the list." "regenerate"
    ResponseUnlisted "response-list-dropped" List Removed Received Breaking "one value in place of a list"
        "Old clients fail to read the value." "regenerate"
    ResponseDescribed "response-shape-declared" Shape Added Received Compatible "it is described now"
        "Anything could come by the old description." "read the typed value in place of your own parsing"
    ResponseUndescribed "response-shape-undeclared" Shape Removed Received PossiblyBreaking "it may be anything now"
        "The description does not say any more what comes." "parse it yourself, and expect surprises"
    ResponseFormat "response-format-changed" Format Changed Received PossiblyBreaking "another format"
        "The text is of another form." "check what parses it"
    ResponseEnumIntroduced "response-enum-introduced" Enum Added Received Compatible "only listed values"
        "The values that come are listed now." "nothing on the wire; the Rust type is an enum now"
    ResponseEnumDropped "response-enum-dropped" Enum Removed Received PossiblyBreaking "no longer only listed values"
        "Other values may come." "handle values that you do not know"
    ResponseValueAdded "response-enum-value-added" Value Added Received PossiblyBreaking "a further value"
        "A value may come that old programs do not know; the generated enum keeps it as unknown." "handle it"
    ResponseValueRemoved "response-enum-value-removed" Value Removed Received Compatible "a value is gone"
        "The value does not come any more." "drop what handles it"
    ResponseConstant "response-constant-changed" Constant Changed Received PossiblyBreaking "another fixed value"
        "The only value that comes is another one." "look for comparisons with the old one"
    ResponseBoundTightened "response-bound-tightened" Bound Narrowed Received Compatible "a tighter bound"
        "The values that come are some of those that came before." "nothing"
    ResponseBoundLoosened "response-bound-loosened" Bound Widened Received PossiblyBreaking "a looser bound"
        "Values may come that did not before, such as longer texts." "check columns and buffers of a fixed size"
    ResponsePattern "response-pattern-changed" Pattern Changed Received PossiblyBreaking "another pattern"
        "The texts that come may look otherwise." "check what parses them"
    ResponseDefault "response-default-changed" Default Changed Received Documentation "another default"
        "What a missing member stands for is said otherwise." "check what you assume where it is missing"
    ResponseVariantAdded "response-variant-added" Variant Added Received PossiblyBreaking "a further alternative"
        "A kind of value may come that old programs do not know." "handle it"
    ResponseVariantRemoved "response-variant-removed" Variant Removed Received Compatible "an alternative is gone"
        "This kind of value does not come any more." "drop what handles it"
    ResponseTag "response-tag-changed" Tag Changed Received Breaking "alternatives are told apart otherwise"
        "Old clients take one kind of value for another, or for none." "regenerate"
    ResponseRestAdded "response-rest-added" Rest Added Received Compatible "further members are described"
        "Members beside the listed ones have a type now." "nothing"
    ResponseRestRemoved "response-rest-removed" Rest Removed Received PossiblyBreaking "further members are not described any more"
        "Members beside the listed ones are not kept any more." "read what you need under a name of its own"
    // answers
    SuccessAdded "response-success-added" Success Added Received PossiblyBreaking "a further success"
        "An answer may come that old clients take for an error." "handle it"
    SuccessRemoved "response-success-removed" Success Removed Received Breaking "a success is gone"
        "The answer is not declared any more; if it comes, it is an error." "handle what comes in its place"
    FailureAdded "response-failure-added" Failure Added Received Compatible "a further failure"
        "A failure has a description, and perhaps a type." "nothing"
    FailureRemoved "response-failure-removed" Failure Removed Received PossiblyBreaking "a failure is not described any more"
        "The failure has no type any more." "read the bytes of the error, if you need them"
    ResponseBodyAdded "response-body-added" Body Added Received Compatible "a body where there was none"
        "The answer says something now." "nothing"
    ResponseBodyRemoved "response-body-removed" Body Removed Received Breaking "the body is gone"
        "Old clients fail to read the empty answer." "do without it"
    ResponseMedia "response-media-type-changed" Media Changed Received Breaking "another media type"
        "The answer comes in another format." "regenerate"
    ResponseMediaAdded "response-media-type-added" Media Added Received Compatible "a further media type"
        "The same may be asked for in another format." "nothing"
    ResponseMediaRemoved "response-media-type-removed" Media Removed Received PossiblyBreaking "a media type is gone"
        "The answer does not come in this format any more." "ask for one that is left"
    StreamAdded "response-stream-added" Stream Added Received Compatible "it may come as a stream"
        "The same may be received event by event." "nothing"
    StreamRemoved "response-stream-removed" Stream Removed Received Breaking "it does not come as a stream any more"
        "Clients that read events get none." "read the whole answer"
    HeaderAdded "response-header-added" Header Added Received Compatible "a further header"
        "The answer says more in its headers." "nothing"
    HeaderRemoved "response-header-removed" Header Removed Received PossiblyBreaking "a header is gone"
        "The header may not come any more." "do without it"
    WebhookAdded "webhook-added" Webhook Added Received Compatible "a further webhook"
        "The server may send more." "nothing, unless you want to receive it"
    WebhookRemoved "webhook-removed" Webhook Removed Received Breaking "a webhook is gone"
        "The server may not send it any more." "ask for its state in another way"
    // security
    SchemeAdded "security-scheme-added" Scheme Added Sent Compatible "a further security scheme"
        "There is one more kind of credential; operations that ask for it are named apart." "nothing"
    SchemeRemoved "security-scheme-removed" Scheme Removed Sent Breaking "a security scheme is gone"
        "The credential means nothing any more, and its setter is gone." "get the credential that replaces it"
    SchemeChanged "security-scheme-changed" Scheme Changed Sent Breaking "another kind of credential"
        "What is sent to prove who you are differs; old credentials may be refused." "get the new credential"
    Flow "security-flow-changed" Flow Changed Sent Breaking "tokens come from elsewhere"
        "The address that gives tokens differs." "regenerate"
    SecurityAdded "security-added" Security Added Sent Breaking "a credential is required now"
        "Calls without a credential may be refused with 401." "configure the credential"
    SecurityRemoved "security-removed" Security Removed Sent Breaking "no credential is sent any more"
        "The operation is called without a credential; a server that still wants one refuses it." "make sure that this is meant"
    AlternativeAdded "security-alternative-added" Alternative Added Sent Compatible "a further credential is accepted"
        "There is one more way to prove who you are." "nothing"
    AlternativeRemoved "security-alternative-removed" Alternative Removed Sent Breaking "a credential is not accepted any more"
        "Calls with this credential may be refused." "configure one that is left"
    AlternativeChanged "security-alternative-changed" Alternative Changed Sent Breaking "another credential"
        "Calls with the old credential may be refused." "configure the new one"
    AnonymousAdded "security-anonymous-added" Anonymous Added Sent Compatible "it may be called without a credential"
        "Nothing has to be configured." "nothing"
    AnonymousRemoved "security-anonymous-removed" Anonymous Removed Sent Breaking "it may not be called without a credential any more"
        "Calls without a credential may be refused." "configure one"
    ScopeAdded "security-scope-added" Scope Added Sent Breaking "a further scope is required"
        "Tokens without the scope may be refused with 403." "ask for tokens with the scope"
    ScopeRemoved "security-scope-removed" Scope Removed Sent Compatible "a scope is not required any more"
        "Tokens without the scope are accepted." "nothing"
    // what people have added
    SecretAdded "secret-added" Secrecy Added Either Compatible "it is a secret now"
        "The value is never printed, and has the type of a secret (`x-secret`, `format: password`)." "wrap it where the compiler points"
    SecretRemoved "secret-removed" Secrecy Removed Either PossiblyBreaking "it is no secret any more"
        "The value is a plain text, which is printed in `Debug`." "look for logs that would show it"
    MaskAdded "sensitive-added" Masking Added Either Documentation "it is masked in `Debug`"
        "The value is not printed in `Debug` (`x-sensitive`)." "nothing"
    MaskRemoved "sensitive-removed" Masking Removed Either PossiblyBreaking "it is not masked any more"
        "The value is printed in `Debug`." "look for logs that would show it"
    // texts
    FieldDeprecated "field-deprecated" Deprecation Changed Either Compatible "it is advised for or against otherwise"
        "The member works, and its mark of deprecation differs." "see the description for a replacement"
    Description "description-changed" Description Changed Either Documentation "another description"
        "The text beside it differs." "read it once: rules that no schema holds stand there"
    Example "example-changed" Example Changed Either Documentation "another example"
        "The sample value differs." "nothing"
}

impl Rule {
    /// The rule with this id.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.as_str() == id)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

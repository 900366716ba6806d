#[automatically_derived]
#[allow(deprecated, unused_qualifications, clippy::all, clippy::pedantic)]
impl ::enkash_api::endpoint::Endpoint for Lend {
    type Api = library::Api;
    type Operation = library::ops::CreateLoan;
    type Output = <library::ops::CreateLoan as ::enkash_api::runtime::Operation>::Output;
    fn read(
        __answer: &mut ::enkash_api::endpoint::Incoming,
    ) -> ::core::result::Result<Self::Output, ::enkash_api::DecodeError> {
        ::enkash_api::endpoint::read_output::<library::ops::CreateLoan>(__answer)
    }
    fn fill<'__call>(
        &self,
        __call: ::enkash_api::endpoint::EndpointCall<'__call, Self>,
    ) -> ::enkash_api::endpoint::EndpointCall<'__call, Self> {
        static PARAMS: ::enkash_api::runtime::wire::Table = ::enkash_api::runtime::wire::Table {
            name: "Lend",
            fields: &[::enkash_api::runtime::wire::Field::required("branchId").path()],
        };
        static BODY: ::enkash_api::runtime::wire::Table = ::enkash_api::runtime::wire::Table {
            name: "Lend",
            fields: &[
                ::enkash_api::runtime::wire::Field::required("reader").masked(),
                ::enkash_api::runtime::wire::Field::required("pin"),
                ::enkash_api::runtime::wire::Field::fixed("media", "book"),
                ::enkash_api::runtime::wire::Field::nullable("note"),
                ::enkash_api::runtime::wire::Field::optional("memo"),
                ::enkash_api::runtime::wire::Field::optional("kind"),
            ],
        };
        __call
            .params(
                &::enkash_api::endpoint::Bound::new(
                    &PARAMS,
                    &[
                        ::enkash_api::endpoint::carry::<
                            ::enkash_api::endpoint::wire::Text,
                            _,
                        >(&self.branch_id),
                    ],
                ),
            )
            .form_optional(
                ::core::option::Option::Some(
                    &::enkash_api::endpoint::Bound::new(
                        &BODY,
                        &[
                            ::enkash_api::endpoint::carry::<
                                ::enkash_api::endpoint::wire::Text,
                                _,
                            >(&self.reader),
                            ::enkash_api::endpoint::carry::<
                                ::enkash_api::endpoint::wire::SecretText,
                                _,
                            >(&self.pin),
                            ::enkash_api::endpoint::Carried::Absent,
                            ::enkash_api::endpoint::carry_nullable::<
                                ::enkash_api::endpoint::wire::Text,
                                _,
                            >(&self.note),
                            ::enkash_api::endpoint::carry_tri::<
                                ::enkash_api::endpoint::wire::Text,
                                _,
                            >(&self.memo),
                            ::enkash_api::endpoint::carry_optional::<
                                library::Kind,
                                _,
                            >(&self.kind),
                        ],
                    ),
                ),
            )
    }
}
#[automatically_derived]
impl ::enkash_api::endpoint::RequestOf<library::Api> for Lend {}
const _: () = ::core::assert!(
    ::enkash_api::endpoint::same_digest(library::DIGEST, "3727deb8f924d453"),
    "`library` was generated from another description than the one that `#[enkash_endpoint]` has read\nhelp: build both again, or name the module that is generated from this one"
);

#[automatically_derived]
#[allow(deprecated, unused_qualifications, clippy::all, clippy::pedantic)]
impl<'a> ::enkash_api::endpoint::Endpoint for Loans<'a> {
    type Api = library::Api;
    type Operation = library::ops::ListLoans;
    type Output = Vec<Mine>;
    fn read(
        __answer: &mut ::enkash_api::endpoint::Incoming,
    ) -> ::core::result::Result<Self::Output, ::enkash_api::DecodeError> {
        ::enkash_api::endpoint::read_response::<Vec<Mine>>(__answer)
    }
    fn fill<'__call>(
        &self,
        __call: ::enkash_api::endpoint::EndpointCall<'__call, Self>,
    ) -> ::enkash_api::endpoint::EndpointCall<'__call, Self> {
        static PARAMS: ::enkash_api::runtime::wire::Table = ::enkash_api::runtime::wire::Table {
            name: "Loans",
            fields: &[
                ::enkash_api::runtime::wire::Field::required("branchId").path(),
                ::enkash_api::runtime::wire::Field::optional("limit").query(),
                ::enkash_api::runtime::wire::Field::optional("tag").query().joined(),
                ::enkash_api::runtime::wire::Field::optional("id").header(),
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
                        ::enkash_api::endpoint::carry_optional::<
                            ::enkash_api::endpoint::wire::Int32,
                            _,
                        >(&self.limit),
                        ::enkash_api::endpoint::carry::<
                            ::enkash_api::endpoint::wire::List<
                                ::enkash_api::endpoint::wire::Text,
                            >,
                            _,
                        >(&self.tags),
                        ::enkash_api::endpoint::display(&self.id),
                    ],
                ),
            )
    }
}
#[automatically_derived]
impl<'a> ::enkash_api::endpoint::RequestOf<library::Api> for Loans<'a> {}
const _: () = ::core::assert!(
    ::enkash_api::endpoint::same_digest(library::DIGEST, "3727deb8f924d453"),
    "`library` was generated from another description than the one that `#[enkash_endpoint]` has read\nhelp: build both again, or name the module that is generated from this one"
);

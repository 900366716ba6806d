#[automatically_derived]
#[allow(deprecated, unused_qualifications, clippy::all, clippy::pedantic)]
impl ::money::endpoint::Endpoint for Add {
    type Api = library::Api;
    type Operation = library::ops::AddBooks;
    type Output = <library::ops::AddBooks as ::money::runtime::Operation>::Output;
    fn read(
        __answer: &mut ::money::endpoint::Incoming,
    ) -> ::core::result::Result<Self::Output, ::money::DecodeError> {
        ::money::endpoint::read_output::<library::ops::AddBooks>(__answer)
    }
    fn fill<'__call>(
        &self,
        __call: ::money::endpoint::EndpointCall<'__call, Self>,
    ) -> ::money::endpoint::EndpointCall<'__call, Self> {
        __call
            .json_optional(
                ::money::endpoint::Carried::given(
                    &::money::endpoint::carry_optional::<
                        ::money::endpoint::wire::List<
                            ::money::endpoint::wire::Nullable<
                                ::money::endpoint::wire::Text,
                            >,
                        >,
                        _,
                    >(&self.body),
                ),
            )
    }
}
#[automatically_derived]
impl ::money::endpoint::RequestOf<library::Api> for Add {}
const _: () = ::core::assert!(
    ::money::endpoint::same_digest(library::DIGEST, "3727deb8f924d453"),
    "`library` was generated from another description than the one that `#[enkash_endpoint]` has read\nhelp: build both again, or name the module that is generated from this one"
);
const _: () = {
    #[deprecated(note = "the description advises against `addBooks`")]
    const fn add_books() {}
    add_books()
};

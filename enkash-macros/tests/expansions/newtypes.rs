#[automatically_derived]
#[allow(deprecated, clippy::all, clippy::pedantic)]
impl<__W> ::enkash_api::endpoint::Carries<__W> for Mobile
where
    String: ::enkash_api::endpoint::Carries<__W>,
{
    fn carry(&self) -> ::enkash_api::endpoint::Carried<'_> {
        <String as ::enkash_api::endpoint::Carries<__W>>::carry(&self.0)
    }
}
#[automatically_derived]
#[allow(deprecated, clippy::all, clippy::pedantic)]
impl<'a, T: Clone, __W> crate::money::endpoint::Carries<__W> for Named<'a, T>
where
    T: Copy,
    &'a [T]: crate::money::endpoint::Carries<__W>,
{
    fn carry(&self) -> crate::money::endpoint::Carried<'_> {
        <&'a [T] as crate::money::endpoint::Carries<__W>>::carry(&self.value)
    }
}

//! Any answer of a token endpoint and of a resource: the classifier, the readers of `www-authenticate` and
//! `retry-after`, and both decoders.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| enkash_tests::noise::answered(bytes));

//! Bytes of a fuzzer as a saved documentation page.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| enkash_tests::torn::imported(bytes));

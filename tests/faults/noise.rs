//! Answers that mean nothing. (33) A fuzzer tries more of them: `tests/fuzz`.

use enkash_tests::noise::answered;
use proptest::prelude::*;

/// An answer: how, a status, lines of headers, a body.
fn answer(status: u16, headers: &[(u8, &str)], body: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0];
    bytes.extend((status - 100).to_be_bytes());
    for (name, value) in headers {
        bytes.push(*name);
        bytes.extend(value.as_bytes());
        bytes.push(b'\n');
    }
    bytes.push(b'\n');
    bytes.extend(body);
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn p33_no_bytes_of_a_server_panic_or_show(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        answered(&bytes);
    }

    #[test]
    fn p33_no_answer_that_looks_like_one_panics_or_shows(
        how in 0_u8..2,
        status in prop_oneof![Just(200_u16), Just(400), Just(401), Just(403), Just(429), Just(503), 100_u16..600],
        challenge in r#"(Bearer|Basic|,| |error|=|"|\\|invalid_token|x){0,12}"#,
        wait in r"[0-9a-zA-Z ,:+-]{0,40}",
        body in r#"(\{|\}|\[|"access_token"|"token_type"|"expires_in"|"error"|:|,|"bearer"|"C4n4ry"|1e999|-5|null){0,16}"#,
    ) {
        let mut bytes = answer(status, &[(0, &challenge), (1, &wait)], body.as_bytes());
        bytes[0] = how;
        answered(&bytes);
    }
}

#[test]
fn p33_a_megabyte_takes_no_more_than_its_share() {
    const LENGTH: usize = 1 << 20;
    for piece in [
        "[",
        "{\"a\":",
        "\"",
        "{\"access_token\":\"a\",",
        "\\u0000",
        "0",
        "{\"expires_in\":1",
        "\u{feff}",
        "{}",
        "<a>",
    ] {
        let body = piece.repeat(LENGTH / piece.len());
        for status in [200, 400, 401] {
            answered(&answer(status, &[], body.as_bytes()));
        }
    }
    let members: String = (0..LENGTH / 12).map(|index| format!("\"m{index}\":0,")).collect();
    answered(&answer(200, &[], format!("{{{members}\"a\":1}}").as_bytes()));
    for piece in ["9", "Bearer ", "error=\"", "a=b,", "\\\""] {
        let value = piece.repeat(LENGTH / piece.len());
        answered(&answer(401, &[(0, &value), (1, &value)], b""));
    }
}

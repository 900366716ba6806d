//! Which samples are made up, and which stay.

use serde_json::json;

use super::Masks;

#[test]
fn what_is_somebodys_is_made_up_in_its_shape() {
    for (name, text, expected) in [
        ("password", "Test@7654321", "Made-Up@0000000"),
        ("client_secret", "s3cr3t", "Made-Up@0000000"),
        ("Authorization", "Basic dXNlcjpwYXNzd29yZA==", "Basic bWFkZS11cDptYWRlLXVw"),
        ("authorization", "Bearer abc.def", "Bearer made-up_token-000001"),
        ("Cookie", "_a=1x2y3z4; JSESSIONID=ABCDEF12", "_a=made-up; JSESSIONID=made-up"),
        ("username", "9876501234", "1234567890"),
        ("email", "ada@bank.example", "made.up@example.com"),
        ("company", "CEK1A2B3C4", "CEK0000000"),
        ("access_token", "aB3dE6_gH9", "made-up_access-token-000001"),
        ("refreshToken", "aB3dE6_gH9", "made-up_refresh-token-000001"),
        ("otp", "123456", "000000"),
        ("firstName", "Ada", "Made Up"),
        ("reference", "4f9d1c2b7a8e0d3c5b6a", "made-up_value-000001"),
    ] {
        assert_eq!(Masks::default().value(name, text), expected, "{name}: {text}");
    }
}

#[test]
fn words_of_the_protocol_placeholders_dates_and_amounts_stay() {
    for (name, text) in [
        ("grant_type", "password"),
        ("token_type", "bearer"),
        ("scope", "read write trust"),
        ("password", "string"),
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("expiry", "2019-08-24T14:15:22Z"),
        ("specialDate", "02-09-2001"),
        ("amount", "100.00"),
        ("currency", "INR"),
        ("status", "PENDING_WITH_BANK"),
        ("Authorization", "••••••"),
        ("otpMedium", "MOBILE"),
    ] {
        assert_eq!(Masks::default().value(name, text), text, "{name}");
    }
    let mut sample =
        json!({"expires_in": 86399, "amount": 123_456_789, "pinBlock": 9078, "mobile": 9_876_501_234_u64});
    Masks::default().json("", &mut sample);
    assert_eq!(
        sample,
        json!({"expires_in": 86399, "amount": 123_456_789, "pinBlock": 0, "mobile": 1_234_567_890})
    );
}

#[test]
fn a_known_sample_is_replaced_in_other_texts_as_well() {
    let mut masks = Masks::default();
    masks.value("Authorization", "Basic dXNlcjpwYXNzd29yZA==");
    masks.value("password", "Test@7654321");
    assert_eq!(
        masks.text("send Test@7654321 or dXNlcjpwYXNzd29yZA== to ada@bank.example"),
        "send Made-Up@0000000 or bWFkZS11cDptYWRlLXVw to made.up@example.com"
    );
    assert_eq!(masks.text("three attempts, then 5 minutes"), "three attempts, then 5 minutes");
}

#[test]
fn what_stands_for_a_sample_is_not_replaced_again() {
    let mut masks = Masks::default();
    let whole = "x_token-000001";
    for start in 0..=8 {
        masks.value("token", &whole[start..]);
    }
    assert_eq!(masks.text(whole), "made-up_token-000001");
    assert_eq!(masks.text("-000001 and 000001"), "made-up_token-000001 and made-up_token-000001");
}

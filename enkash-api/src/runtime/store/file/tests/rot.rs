//! Files that hold no token of the key: each counts as none, and the next token replaces it.

use super::*;
use serde_json::{Value, json};

fn millis(time: SystemTime) -> u64 {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).expect("it is after 1970");
    u64::try_from(since.as_millis()).expect("it is soon")
}

/// A sound file, with some of its members replaced.
fn content(shelf: &Shelf, members: Value) -> Vec<u8> {
    let mut sound = json!({
        "version": 1, "key": shelf.key.as_str(), "access_token": "a", "refresh_token": null, "scope": null,
        "issued_at": millis(SystemTime::now()), "expires_at": null,
    });
    let Value::Object(members) = members else { panic!("members are an object") };
    for (name, value) in members {
        sound[name] = value;
    }
    serde_json::to_vec(&sound).expect("it is JSON")
}

fn without(shelf: &Shelf, member: &str) -> Vec<u8> {
    let mut sound: Value = serde_json::from_slice(&content(shelf, json!({}))).expect("it is JSON");
    sound.as_object_mut().expect("it is an object").remove(member);
    serde_json::to_vec(&sound).expect("it is JSON")
}

async fn put(shelf: &Shelf, content: &[u8]) {
    fs::create_dir_all(shelf.directory()).expect("the root is ours");
    set_mode(&shelf.directory(), 0o700);
    fs::write(shelf.path("json"), content).expect("the directory is ours");
    set_mode(&shelf.path("json"), 0o600);
}

#[tokio::test]
async fn what_is_no_token_of_the_key_counts_as_none_and_is_replaced() {
    let shelf = Shelf::new();
    let sound = content(&shelf, json!({}));
    let now = millis(SystemTime::now());
    let padded = |length: usize| [&sound[..], &vec![b' '; length - sound.len()]].concat();
    let rows: Vec<(&str, Vec<u8>)> = vec![
        ("empty", Vec::new()),
        ("zeros", vec![0; 300]),
        ("no JSON", b"access_token=a".to_vec()),
        ("another value", b"[]".to_vec()),
        ("no UTF-8", [b"\xff", &sound[..]].concat()),
        ("more behind it", [&sound[..], b"{}"].concat()),
        ("too long", padded(64 * 1024 + 1)),
        ("far too long", padded(1024 * 1024)),
        ("another key", content(&shelf, json!({"key": StoreKey::digest(["other"]).as_str()}))),
        ("another version", content(&shelf, json!({"version": 2}))),
        ("a version in text", content(&shelf, json!({"version": "1"}))),
        ("no version", without(&shelf, "version")),
        ("no key", without(&shelf, "key")),
        ("no token", without(&shelf, "access_token")),
        ("null for a token", content(&shelf, json!({"access_token": null}))),
        ("a number for a token", content(&shelf, json!({"access_token": 1}))),
        ("a list for a scope", content(&shelf, json!({"scope": ["a"]}))),
        ("no time", without(&shelf, "issued_at")),
        ("a time before 1970", content(&shelf, json!({"issued_at": -1}))),
        ("an end before 1970", content(&shelf, json!({"expires_at": -1}))),
        ("a time that is no number", content(&shelf, json!({"issued_at": "2026-01-01T00:00:00Z"}))),
        ("a time without end", content(&shelf, json!({"issued_at": 1e300}))),
        ("issued a minute and more from now", content(&shelf, json!({"issued_at": now + 75_000}))),
        ("issued tomorrow", content(&shelf, json!({"issued_at": now + 86_400_000}))),
    ];
    for (what, content) in rows {
        put(&shelf, &content).await;
        assert_eq!(shelf.load().await.expect(what), None, "{what}");
        shelf.remove("a").await.expect(what);
        assert_eq!(fs::read(shelf.path("json")).expect("it is there"), content, "{what}");
        shelf.save("new").await.expect(what);
        assert_eq!(shelf.load().await.expect(what).as_deref(), Some("new"), "{what}");
    }
}

#[tokio::test]
async fn what_is_odd_but_sound_is_a_token() {
    let shelf = Shelf::new();
    let sound = content(&shelf, json!({}));
    let now = millis(SystemTime::now());
    let rows: Vec<(&str, Vec<u8>)> = vec![
        ("as it is", sound.clone()),
        ("as long as can be", [&sound[..], &vec![b' '; 64 * 1024 - sound.len()]].concat()),
        ("a member of a later day", content(&shelf, json!({"note": {"a": [1]}}))),
        ("what may be missing is", without(&shelf, "refresh_token")),
        ("issued soon", content(&shelf, json!({"issued_at": now + 45_000}))),
        ("issued long ago", content(&shelf, json!({"issued_at": 0, "expires_at": 0}))),
    ];
    for (what, content) in rows {
        put(&shelf, &content).await;
        assert_eq!(shelf.load().await.expect(what).as_deref(), Some("a"), "{what}");
    }
}

#[tokio::test]
async fn file_that_is_cut_off_anywhere_counts_as_none() {
    let shelf = Shelf::with("a").await;
    let whole = fs::read(shelf.path("json")).expect("it is there");
    for length in 0..whole.len() {
        put(&shelf, &whole[..length]).await;
        assert_eq!(shelf.load().await.expect("rot is no error"), None, "{length} of {}", whole.len());
    }
}

#[tokio::test]
async fn token_that_could_not_be_read_again_is_not_saved() {
    let shelf = Shelf::with("a").await;
    let error = shelf.save(&"b".repeat(64 * 1024)).await.expect_err("it is too long");
    assert!(error.to_string().ends_with("bytes is too long to be kept"), "{error}");
    assert_eq!(shelf.load().await.expect("it can be read").as_deref(), Some("a"));
}

#[test]
fn buffer_of_a_token_never_grows() {
    let key = StoreKey::digest(["key"]);
    for text in ["", "a", "\u{1}\u{1}\u{1}", "\u{1f600}", "\"\\"].map(|text| text.repeat(1_000)) {
        let mut token = StoredToken::new(text.as_str(), SystemTime::now() + Duration::from_secs(1 << 40));
        token.expires_at = Some(token.issued_at);
        token.refresh_token = Some(text.as_str().into());
        token.scope = Some(text.clone());
        let content = record::encode(&key, &token).expect("it fits");
        assert_eq!(content.capacity(), 512 + 6 * 3 * text.len());
    }
}

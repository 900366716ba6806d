//! Parts, byte by byte.

use super::multipart;
use crate::runtime::gather::{BodyError, gather};
use crate::runtime::transport::Chunks;
use crate::runtime::wire::{Field, Wire, object};
use crate::runtime::{Body, File, Secret, TransportError};
use bytes::Bytes;
use serde_json::json;
use std::task::{Context, Poll};

struct Upload {
    title: String,
    pin: Secret,
    pages: Option<Vec<File>>,
    cover: Option<File>,
    shelf: Option<serde_json::Value>,
}
object!(Upload {
    0 title: required,
    1 pin: required,
    2 pages: optional,
    3 cover as "co\"ver": optional,
    4 shelf: optional,
    const: fixed("kind", "book"),
});

fn upload() -> Upload {
    Upload {
        title: "Ü & \r\n--x".to_owned(),
        pin: Secret::new("1234"),
        pages: None,
        cover: None,
        shelf: None,
    }
}

/// The body, its boundary written as `B`.
async fn written(value: &dyn Wire, encoding: &[Field]) -> Result<String, String> {
    let (body, boundary) = multipart(value, encoding).map_err(|error| error.to_string())?;
    let length = body.length();
    let bytes = match gather(body).await {
        Ok(bytes) => bytes,
        Err(BodyError::TooLarge(_) | BodyError::Broken(_) | BodyError::Silent) => {
            panic!("the body breaks off")
        }
    };
    assert!(length.is_none_or(|length| length == bytes.len() as u64));
    Ok(String::from_utf8_lossy(&bytes).replace(&boundary, "B"))
}

#[tokio::test]
async fn parts_have_the_order_of_the_description_and_the_types_of_the_specification() {
    let value = Upload {
        pages: Some(vec![
            File::new("one"),
            File::new("two").named("2\".txt").of_type("text/plain").header("x-a", "b"),
        ]),
        cover: Some(Bytes::from_static(b"three").into()),
        shelf: Some(json!({ "row": [1, 2] })),
        ..upload()
    };
    let expected = "--B\r\ncontent-disposition: form-data; name=\"title\"\r\n\r\nÜ & \r\n--x\r\n\
        --B\r\ncontent-disposition: form-data; name=\"pin\"\r\n\r\n1234\r\n\
        --B\r\ncontent-disposition: form-data; name=\"pages\"; filename=\"pages\"\r\n\
        content-type: image/png\r\n\r\none\r\n\
        --B\r\ncontent-disposition: form-data; name=\"pages\"; filename=\"2%22.txt\"\r\n\
        content-type: text/plain\r\nx-a: b\r\n\r\ntwo\r\n\
        --B\r\ncontent-disposition: form-data; name=\"co%22ver\"; filename=\"co%22ver\"\r\n\
        content-type: application/octet-stream\r\n\r\nthree\r\n\
        --B\r\ncontent-disposition: form-data; name=\"shelf\"\r\n\
        content-type: application/json\r\n\r\n{\"row\":[1,2]}\r\n\
        --B\r\ncontent-disposition: form-data; name=\"kind\"\r\n\r\nbook\r\n--B--\r\n";
    let encoding =
        [Field::optional("pages").part("image/png"), Field::optional("co\"ver").part("image/*, x/y")];
    assert_eq!(written(&value, &encoding).await.as_deref(), Ok(expected));
}

#[tokio::test]
async fn list_is_a_part_per_item_unless_it_is_json_as_a_whole() {
    let part = |name: &str, head: &str, text: &str| {
        format!("--B\r\ncontent-disposition: form-data; name=\"{name}\"\r\n{head}\r\n{text}\r\n")
    };
    let json_head = "content-type: application/json\r\n";
    let value = json!({ "a": ["x", 1], "b": [{ "c": true }, [2]], "none": null, "d": "e" });
    for (encoding, expected) in [
        (
            &[][..],
            vec![
                part("a", "", "x"),
                part("a", "", "1"),
                part("b", json_head, "{\"c\":true}"),
                part("b", json_head, "[2]"),
                part("d", "", "e"),
            ],
        ),
        (
            &[
                Field::optional("a").part("application/json"),
                Field::optional("b").part("application/vnd.b+json"),
                Field::optional("d").part("text/csv"),
            ],
            vec![
                part("a", json_head, "[\"x\",1]"),
                part("b", "content-type: application/vnd.b+json\r\n", "[{\"c\":true},[2]]"),
                part("d", "content-type: text/csv\r\n", "e"),
            ],
        ),
    ] {
        let expected = expected.concat() + "--B--\r\n";
        assert_eq!(written(&value, encoding).await, Ok(expected));
    }
}

struct Pieces(Vec<&'static str>);

impl Chunks for Pieces {
    fn poll_next(&mut self, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        let next = (!self.0.is_empty()).then(|| self.0.remove(0));
        Poll::Ready(next.map(|piece| Ok(Bytes::from_static(piece.as_bytes()))))
    }
}

#[tokio::test]
async fn stream_is_sent_once_and_its_length_counts_if_it_is_known() {
    let stream = || Body::chunks(Pieces(vec!["a", "", "bc"]));
    for (content, known) in [(stream(), false), (stream().with_length(3), true)] {
        let value = Upload { cover: Some(content.into()), ..upload() };
        let (body, boundary) = multipart(&value, &[]).expect("the stream is fresh");
        assert_eq!(body.length().is_some(), known);
        assert_eq!(body.as_bytes(), None);
        let Ok(bytes) = gather(body).await else { panic!("the body breaks off") };
        let text = String::from_utf8_lossy(&bytes).replace(&boundary, "B");
        let cover = text.split("--B\r\n").nth(3).expect("the third part");
        assert_eq!(
            cover,
            "content-disposition: form-data; name=\"co%22ver\"; filename=\"co%22ver\"\r\n\
             content-type: application/octet-stream\r\n\r\nabc\r\n"
        );
        assert_eq!(written(&value, &[]).await, Err("`co\"ver`: the stream has been sent before".to_owned()));
    }
}

#[tokio::test]
async fn what_is_no_header_is_refused_and_not_shown() {
    for (file, reason) in [
        (File::new("a").of_type("text/canary\r\nx: y"), "the media type has characters that no header has"),
        (File::new("a").header("x", "canary\r\n\r\n"), "a header of the part is none"),
        (File::new("a").header("canary canary", "y"), "a header of the part is none"),
    ] {
        let value = Upload { cover: Some(file), ..upload() };
        assert_eq!(written(&value, &[]).await, Err(format!("`co\"ver`: {reason}")));
    }
    for value in [&7 as &dyn Wire, &"a", &vec![1]] {
        assert_eq!(written(value, &[]).await, Err("a body of parts is made of an object".to_owned()));
    }
}

#[test]
fn file_shows_no_content() {
    let file = File::new("canary").named("n").of_type("t/u").header("canary", "canary");
    assert_eq!(
        format!("{file:?}"),
        "File { content: 6 bytes, name: Some(\"n\"), media_type: Some(\"t/u\"), .. }"
    );
}

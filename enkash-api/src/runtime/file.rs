//! A file on its way into a multipart body.

use super::body::Body;
use super::wire::{Blank, Leaf, Place, Scalar, View, Wire};
use bytes::Bytes;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// The content of a part that is bytes, and what the part says about it.
///
/// ```text
/// let photo = File::new(std::fs::read("shelf.png")?).named("shelf.png").of_type("image/png");
/// let scan = File::new(Body::stream(ReaderStream::new(file))).named("scan.tiff");
/// ```
///
/// Clones share a stream, and it can be sent once; bytes can be sent as often as you like. A file without a name is
/// sent under the name of its part, since most servers take only a part with a file name for a file; without a type
/// it has the one of the description, or `application/octet-stream`.
#[derive(Clone)]
pub struct File {
    content: Content,
    name: Option<String>,
    media_type: Option<String>,
    headers: Vec<(String, String)>,
}

#[derive(Clone)]
enum Content {
    Bytes(Bytes),
    Stream(Arc<Mutex<Option<Body>>>),
}

impl File {
    /// A file of bytes, a text or a stream.
    pub fn new(content: impl Into<Body>) -> Self {
        let body = content.into();
        let content = match body.as_bytes() {
            Some(bytes) => Content::Bytes(bytes.clone()),
            None => Content::Stream(Arc::new(Mutex::new(Some(body)))),
        };
        Self { content, name: None, media_type: None, headers: Vec::new() }
    }

    /// The same, with a file name. It is sent as it is, so leave out what the server need not know.
    #[must_use]
    pub fn named(self, name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..self }
    }

    /// The same, of a media type such as `image/png`.
    #[must_use]
    pub fn of_type(self, media_type: impl Into<String>) -> Self {
        Self { media_type: Some(media_type.into()), ..self }
    }

    /// The same, its part having a further header.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    pub(super) fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    pub(super) fn media_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }

    pub(super) fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// The bytes, if it is no stream.
    pub(super) fn bytes(&self) -> Option<&Bytes> {
        match &self.content {
            Content::Bytes(bytes) => Some(bytes),
            Content::Stream(_) => None,
        }
    }

    /// The content, which is gone then if it is a stream. `None` if it has gone before.
    pub(super) fn take(&self) -> Option<Body> {
        match &self.content {
            Content::Bytes(bytes) => Some(bytes.clone().into()),
            Content::Stream(stream) => stream.lock().unwrap_or_else(PoisonError::into_inner).take(),
        }
    }
}

impl<T: Into<Body>> From<T> for File {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("File");
        match &self.content {
            Content::Bytes(bytes) => out.field("content", &format_args!("{} bytes", bytes.len())),
            Content::Stream(_) => out.field("content", &format_args!("a stream")),
        };
        out.field("name", &self.name).field("media_type", &self.media_type).finish_non_exhaustive()
    }
}

impl Wire for File {
    fn view(&self) -> View<'_> {
        View::File(self)
    }
    fn place(&mut self) -> Place<'_> {
        Place::Leaf(self)
    }
}

/// Outside of a multipart body the bytes are text.
impl Leaf for File {
    fn put(&mut self, scalar: Scalar<'_>) -> bool {
        let Scalar::Text(text) = scalar else { return false };
        *self = Self::new(text.to_owned());
        true
    }
    fn expects(&self) -> &'static str {
        "text"
    }
}

impl Blank for File {
    fn blank() -> Self {
        Self::new(Bytes::new())
    }
}

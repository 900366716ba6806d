//! Texts and bodies one after the other: bytes if all of them are, else a stream of the length that is known.

use crate::runtime::transport::{Body, Chunks, TransportError};
use bytes::{Bytes, BytesMut};
use futures_core::Stream as _;
use std::collections::VecDeque;
use std::fmt::{self, Write as _};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

#[derive(Default)]
pub(super) struct Pieces {
    done: VecDeque<Body>,
    open: BytesMut,
}

impl Pieces {
    pub(super) fn text(&mut self, text: fmt::Arguments<'_>) {
        _ = self.open.write_fmt(text);
    }

    pub(super) fn body(&mut self, body: Body) {
        match body.as_bytes() {
            Some(bytes) => self.open.extend_from_slice(bytes),
            None => {
                self.close();
                self.done.push_back(body);
            }
        }
    }

    fn close(&mut self) {
        self.done.push_back(Body::from(std::mem::take(&mut self.open).freeze()));
    }

    pub(super) fn into_body(mut self) -> Body {
        self.close();
        let length = self.done.iter().map(Body::length).sum::<Option<u64>>();
        match self.done.pop_front() {
            Some(only) if self.done.is_empty() => only,
            Some(first) => {
                self.done.push_front(first);
                let body = Body::chunks(Sequence(self.done));
                match length {
                    Some(length) => body.with_length(length),
                    None => body,
                }
            }
            None => Body::from(Bytes::new()),
        }
    }
}

struct Sequence(VecDeque<Body>);

impl Chunks for Sequence {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        while let Some(body) = self.0.front_mut() {
            if let Some(chunk) = ready!(Pin::new(body).poll_next(context)) {
                return Poll::Ready(Some(chunk));
            }
            self.0.pop_front();
        }
        Poll::Ready(None)
    }
}

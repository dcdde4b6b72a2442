//! Bodies that are sent as they are: texts and bytes.

use bytes::Bytes;
use http::HeaderValue;

use super::request::Request;

impl Request {
    /// A body of this media type.
    pub(crate) fn payload(mut self, media_type: &str, body: impl Into<Bytes>) -> Self {
        self.set_body(HeaderValue::from_str(media_type).ok(), body.into());
        self
    }

    /// A body of this media type, when there is one.
    pub(crate) fn payload_opt(self, media_type: &str, body: Option<impl Into<Bytes>>) -> Self {
        match body {
            Some(body) => self.payload(media_type, body),
            None => self,
        }
    }

    /// A text of this media type.
    pub(crate) fn text(self, media_type: &str, body: &str) -> Self {
        self.payload(media_type, body.to_owned())
    }

    /// A text of this media type, when there is one.
    pub(crate) fn text_opt(self, media_type: &str, body: Option<&str>) -> Self {
        match body {
            Some(body) => self.text(media_type, body),
            None => self,
        }
    }
}

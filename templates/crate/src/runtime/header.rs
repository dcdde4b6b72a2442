//! Header parameters.

use http::{HeaderName, HeaderValue};

use super::{error::Error, param::Param, request::Request};

impl Request {
    /// OpenAPI's style `simple`: items joined by commas. A list without items is not sent.
    pub(crate) fn header(mut self, name: &str, value: &(impl Param + ?Sized)) -> Self {
        let Some(text) = super::param::joined(value) else { return self };
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(&text)) {
            (Ok(name), Ok(value)) => self.set_header(name, value),
            (Err(_), _) => self.fail(Error::invalid(format!("`{name}` is no header name"))),
            (_, Err(_)) => self.fail(Error::invalid(format!("header `{name}` has characters that no header can hold"))),
        }
        self
    }
}

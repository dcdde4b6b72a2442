//! Cookie parameters.

use super::{param::Param, request::Request};

impl Request {
    /// OpenAPI's style `form` in the `Cookie` header; what a cookie cannot hold is percent-encoded.
    pub(crate) fn cookie(mut self, name: &str, value: &(impl Param + ?Sized)) -> Self {
        if let Some(text) = super::param::joined(value) {
            self.push_cookie(name, &text);
        }
        self
    }
}

//! Query parameters.

use super::{param::Param, request::Request};

impl Request {
    /// OpenAPI's style `form`, exploded: a pair for each item; a map's keys are names of their own.
    pub(crate) fn query(mut self, name: &str, value: &(impl Param + ?Sized)) -> Self {
        value.each(&mut |key, text| self.push_query(key.unwrap_or(name), text));
        self
    }

    /// OpenAPI's style `form`, not exploded: one pair, items joined by commas. A list without items is not sent.
    pub(crate) fn query_comma(mut self, name: &str, value: &(impl Param + ?Sized)) -> Self {
        if let Some(text) = super::param::joined(value) {
            self.push_query(name, &text);
        }
        self
    }
}

//! A value that an open enum of strings does not list.

use std::fmt;

/// A value that the API's description does not list, kept as it came.
///
/// It is opaque, so that no code depends on a value which a later version lists as a variant of its own. The enum's
/// `as_str` gives the text; to send an unlisted value, make the enum from the text with `From`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    pub(crate) fn new(text: &str) -> Self {
        Self(text.into())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

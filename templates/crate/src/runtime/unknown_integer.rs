//! A value that an open enum of integers does not list.

use std::fmt;

/// A value that the API's description does not list, kept as it came.
///
/// It is opaque, so that no code depends on a value which a later version lists as a variant of its own. The enum's
/// `as_i64` gives the number; to send an unlisted value, make the enum from the number with `From`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnknownInteger(i64);

impl UnknownInteger {
    pub(crate) const fn new(value: i64) -> Self {
        Self(value)
    }

    pub(crate) const fn as_i64(self) -> i64 {
        self.0
    }
}

impl fmt::Debug for UnknownInteger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

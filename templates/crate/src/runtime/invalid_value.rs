//! The error of making a closed enum from a value that it does not have.

use std::{error::Error, fmt};

/// A value that is none of an enum's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidValue {
    ty: &'static str,
    value: String,
}

impl InvalidValue {
    pub(crate) fn new(ty: &'static str, value: &dyn fmt::Display) -> Self {
        Self { ty, value: value.to_string() }
    }
}

impl fmt::Display for InvalidValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is no value of {}", self.value, self.ty)
    }
}

impl Error for InvalidValue {}

// Generated from openapi.yaml; edit that instead.

use super::{Cat, Dog};
use crate::constructs::runtime::{self, union};

/// The schema `Animal`. Which one a received value is, `kind` says.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum Animal {
    /// `cat` on the wire.
    Cat(Box<Cat>),
    /// `dog` on the wire.
    Dog(Box<Dog>),
    /// A value that is none of these, kept as it came.
    Unknown(serde_json::Value),
}

impl From<Cat> for Animal {
    fn from(value: Cat) -> Self {
        Self::Cat(Box::new(value))
    }
}

impl From<Dog> for Animal {
    fn from(value: Dog) -> Self {
        Self::Dog(Box::new(value))
    }
}

union! { Animal: Serialize + Deserialize by "kind" {
    Cat "cat";
    Dog "dog";
    ..Unknown;
} }

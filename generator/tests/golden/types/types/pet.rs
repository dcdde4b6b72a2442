// Generated from openapi.yaml; edit that instead.

use std::collections::BTreeMap;

use super::{Cat, Closed, Dog};
use crate::golden::runtime::{self, union};

/// A pet. Which one a received value is, `kind` says.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum Pet {
    /// `cat` on the wire.
    Cat(Box<Cat>),
    /// `dog` on the wire.
    Dog(Box<Dog>),
    /// `herd` on the wire.
    Herd(Box<BTreeMap<String, Cat>>),
    /// `both` on the wire.
    Both(Box<Closed>),
    /// A value that is none of these, kept as it came.
    Unknown(serde_json::Value),
}

impl From<Cat> for Pet {
    fn from(value: Cat) -> Self {
        Self::Cat(Box::new(value))
    }
}

impl From<Dog> for Pet {
    fn from(value: Dog) -> Self {
        Self::Dog(Box::new(value))
    }
}

impl From<BTreeMap<String, Cat>> for Pet {
    fn from(value: BTreeMap<String, Cat>) -> Self {
        Self::Herd(Box::new(value))
    }
}

impl From<Closed> for Pet {
    fn from(value: Closed) -> Self {
        Self::Both(Box::new(value))
    }
}

union! { Pet: Serialize + Deserialize by "kind" {
    Cat  "cat" | "kitten";
    Dog  "dog", tagged;
    Herd "herd", tagged;
    Both "both", retagged;
    ..Unknown;
} }

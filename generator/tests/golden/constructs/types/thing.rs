// Generated from openapi.yaml; edit that instead.

use super::Animal;
use crate::constructs::runtime::{self, union};

/// The schema `Thing`. Which one a received value is, its JSON type says.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum Thing {
    /// Holds [`Animal`].
    Animal(Animal),
    /// Holds `Vec<Thing>`.
    List(Vec<Thing>),
    /// Holds `String`.
    Text(String),
    /// A value that is none of these, kept as it came.
    Unknown(serde_json::Value),
}

impl From<Animal> for Thing {
    fn from(value: Animal) -> Self {
        Self::Animal(value)
    }
}

impl From<Vec<Thing>> for Thing {
    fn from(value: Vec<Thing>) -> Self {
        Self::List(value)
    }
}

impl From<String> for Thing {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for Thing {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

union! { Thing: Serialize + Deserialize by shape {
    Animal object;
    List   array;
    Text   string;
    ..Unknown;
} }

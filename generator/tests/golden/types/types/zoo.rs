// Generated from openapi.yaml; edit that instead.

use super::Pet;
use crate::golden::runtime::{self, object};

/// `Zoo` in the API's description.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Zoo {
    /// All of them.
    pub pets: Vec<Pet>,
}

impl Zoo {
    /// Takes all of it: every field is required.
    pub fn new(pets: Vec<Pet>) -> Self {
        Self { pets }
    }
}

object! { Zoo: Deserialize {
    pets required "pets";
} }

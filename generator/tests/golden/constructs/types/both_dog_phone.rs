// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `Dog`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct BothDogPhone {
    /// `kind` on the wire. `new` sets it to `"dog"`.
    pub kind: String,
    /// `bark` on the wire.
    pub bark: Option<String>,
    /// `phone` on the wire.
    pub phone: String,
}

impl BothDogPhone {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(phone: impl Into<String>) -> Self {
        Self {
            kind: "dog".to_owned(),
            bark: None,
            phone: phone.into(),
        }
    }

    /// Sets `kind`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = kind.into();
        self
    }

    /// Sets `bark`.
    #[must_use]
    pub fn bark(mut self, bark: impl Into<String>) -> Self {
        self.bark = Some(bark.into());
        self
    }
}

object! { BothDogPhone: Serialize + Deserialize {
    kind  required "kind";
    bark  optional "bark";
    phone required "phone";
} }

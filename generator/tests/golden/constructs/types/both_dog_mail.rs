// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `Dog`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct BothDogMail {
    /// `kind` on the wire. `new` sets it to `"dog"`.
    pub kind: String,
    /// `bark` on the wire.
    pub bark: Option<String>,
    /// `mail` on the wire.
    pub mail: String,
}

impl BothDogMail {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(mail: impl Into<String>) -> Self {
        Self {
            kind: "dog".to_owned(),
            bark: None,
            mail: mail.into(),
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

object! { BothDogMail: Serialize + Deserialize {
    kind required "kind";
    bark optional "bark";
    mail required "mail";
} }

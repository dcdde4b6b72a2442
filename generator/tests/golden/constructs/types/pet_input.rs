// Generated from openapi.yaml; edit that instead.

use super::{Color, HomeInput};
use crate::constructs::runtime::{self, Nullable, object};

/// A pet.
///
/// The form that is sent.
#[non_exhaustive]
#[derive(Clone, PartialEq)]
pub struct PetInput {
    /// `name` on the wire.
    pub name: String,
    /// `password` on the wire. Never shown by `Debug`.
    pub password: String,
    /// `home` on the wire.
    pub home: HomeInput,
    /// `friends` on the wire.
    pub friends: Option<Vec<PetInput>>,
    /// `note` on the wire.
    pub note: Nullable<String>,
    /// `color` on the wire.
    pub color: Option<Color>,
}

impl PetInput {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(
        home: HomeInput,
        name: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        Self {
            name: name.into(),
            password: password.into(),
            home,
            friends: None,
            note: Nullable::Absent,
            color: None,
        }
    }

    /// Sets `friends`.
    #[must_use]
    pub fn friends(mut self, friends: Vec<PetInput>) -> Self {
        self.friends = Some(friends);
        self
    }

    /// Sets `note`.
    #[must_use]
    pub fn note(mut self, note: impl Into<Nullable<String>>) -> Self {
        self.note = note.into();
        self
    }

    /// Sets `color`.
    #[must_use]
    pub fn color(mut self, color: impl Into<Color>) -> Self {
        self.color = Some(color.into());
        self
    }
}

object! { PetInput: Serialize + Debug {
    name     required "name";
    password required "password", secret;
    home     required "home";
    friends  optional "friends";
    note     maybe    "note";
    color    optional "color";
} }

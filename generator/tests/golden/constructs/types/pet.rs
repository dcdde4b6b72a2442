// Generated from openapi.yaml; edit that instead.

use super::{Color, Home};
use crate::constructs::runtime::{self, object};

/// A pet.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Pet {
    /// Given by the server.
    pub id: String,
    /// `name` on the wire.
    pub name: String,
    /// `home` on the wire.
    pub home: Home,
    /// `friends` on the wire.
    pub friends: Option<Vec<Pet>>,
    /// `note` on the wire.
    pub note: Option<String>,
    /// `color` on the wire.
    pub color: Option<Color>,
}

impl Pet {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(home: Home, id: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            home,
            friends: None,
            note: None,
            color: None,
        }
    }

    /// Sets `friends`.
    #[must_use]
    pub fn friends(mut self, friends: Vec<Pet>) -> Self {
        self.friends = Some(friends);
        self
    }

    /// Sets `note`.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Sets `color`.
    #[must_use]
    pub fn color(mut self, color: impl Into<Color>) -> Self {
        self.color = Some(color.into());
        self
    }
}

object! { Pet: Deserialize {
    id      required "id";
    name    required "name";
    home    required "home";
    friends optional "friends";
    note    optional "note";
    color   optional "color";
} }

// Generated from openapi.yaml; edit that instead.

use std::collections::BTreeMap;

use super::Size;
use crate::golden::runtime::{self, object};

/// Settings.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The name. `new` sets it to `"a \"b\""`.
    pub name: String,
    /// `ratio` on the wire. From 0 to 1. `new` sets it to `3.14`.
    pub ratio: f64,
    /// `size` on the wire. `new` sets it to `"\"l\"\n"`.
    pub size: Size,
    /// Tags. At least 1 item. Without duplicates. `new` sets it to `[]`.
    pub tags: Vec<String>,
    /// `labels` on the wire. `new` sets it to `{}`.
    pub labels: BTreeMap<String, String>,
    /// `count` on the wire. More than 0. The server's default is `-5`.
    pub count: Option<i32>,
    /// `note` on the wire. `new` sets it to `"n"`.
    pub note: Option<String>,
    /// `active` on the wire. `new` sets it to `true`.
    pub active: bool,
}

impl Settings {
    /// Starts with the defaults; the methods below change them.
    pub fn new() -> Self {
        Self {
            name: "a \"b\"".to_owned(),
            ratio: f64::from_bits(4614253070214989087),
            size: Size::Large,
            tags: Vec::new(),
            labels: BTreeMap::new(),
            count: None,
            note: Some("n".to_owned()),
            active: true,
        }
    }

    /// The name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets `ratio`.
    #[must_use]
    pub fn ratio(mut self, ratio: f64) -> Self {
        self.ratio = ratio;
        self
    }

    /// Sets `size`.
    #[must_use]
    pub fn size(mut self, size: impl Into<Size>) -> Self {
        self.size = size.into();
        self
    }

    /// Tags.
    #[must_use]
    pub fn tags(mut self, tags: Vec<String>) -> Self {
        self.tags = tags;
        self
    }

    /// Sets `labels`.
    #[must_use]
    pub fn labels(mut self, labels: BTreeMap<String, String>) -> Self {
        self.labels = labels;
        self
    }

    /// Sets `count`.
    #[must_use]
    pub fn count(mut self, count: i32) -> Self {
        self.count = Some(count);
        self
    }

    /// Sets `note`.
    #[must_use]
    pub fn note(mut self, note: Option<String>) -> Self {
        self.note = note;
        self
    }

    /// Sets `active`.
    #[must_use]
    pub fn active(mut self, active: bool) -> Self {
        self.active = active;
        self
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::new()
    }
}

object! { Settings: Serialize + Deserialize {
    name   required "name";
    ratio  required "ratio";
    size   required "size";
    tags   required "tags";
    labels required "labels";
    count  optional "count";
    note   nullable "note";
    active required "active";
} }

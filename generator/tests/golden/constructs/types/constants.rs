// Generated from openapi.yaml; edit that instead.

use std::collections::BTreeMap;

use super::{Color, ConstantsLevel, Home};
use crate::constructs::runtime::{self, object};

/// The schema `Constants`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Constants {
    /// `version` on the wire. `new` sets it to `3`.
    pub version: i64,
    /// `ratio` on the wire. `new` sets it to `0.5`.
    pub ratio: f64,
    /// `flag` on the wire. `new` sets it to `true`.
    pub flag: bool,
    /// `mode` on the wire. `new` sets it to `"fast"`.
    pub mode: String,
    /// `level` on the wire. `new` sets it to `2`.
    pub level: ConstantsLevel,
    /// `tags` on the wire. `new` sets it to `["a", "b"]`.
    pub tags: Vec<String>,
    /// `scores` on the wire. `new` sets it to `[[1.0, 2.5], []]`.
    pub scores: Vec<Vec<f64>>,
    /// `colors` on the wire. The server's default is `["red"]`.
    pub colors: Option<Vec<Color>>,
    /// `size` on the wire. `new` sets it to `{"a": 1}`.
    pub size: BTreeMap<String, i64>,
    /// `home` on the wire. The server's default is `{"street":"x"}`.
    pub home: Option<Home>,
}

impl Constants {
    /// Starts with the defaults; the methods below change them.
    pub fn new() -> Self {
        Self {
            version: 3,
            ratio: 0.5,
            flag: true,
            mode: "fast".to_owned(),
            level: ConstantsLevel::N2,
            tags: vec!["a".to_owned(), "b".to_owned()],
            scores: vec![vec![1.0, 2.5], Vec::new()],
            colors: None,
            size: BTreeMap::from([("a".to_owned(), 1)]),
            home: None,
        }
    }

    /// Sets `version`.
    #[must_use]
    pub fn version(mut self, version: i64) -> Self {
        self.version = version;
        self
    }

    /// Sets `ratio`.
    #[must_use]
    pub fn ratio(mut self, ratio: f64) -> Self {
        self.ratio = ratio;
        self
    }

    /// Sets `flag`.
    #[must_use]
    pub fn flag(mut self, flag: bool) -> Self {
        self.flag = flag;
        self
    }

    /// Sets `mode`.
    #[must_use]
    pub fn mode(mut self, mode: impl Into<String>) -> Self {
        self.mode = mode.into();
        self
    }

    /// Sets `level`.
    #[must_use]
    pub fn level(mut self, level: impl Into<ConstantsLevel>) -> Self {
        self.level = level.into();
        self
    }

    /// Sets `tags`.
    #[must_use]
    pub fn tags(mut self, tags: Vec<String>) -> Self {
        self.tags = tags;
        self
    }

    /// Sets `scores`.
    #[must_use]
    pub fn scores(mut self, scores: Vec<Vec<f64>>) -> Self {
        self.scores = scores;
        self
    }

    /// Sets `colors`.
    #[must_use]
    pub fn colors(mut self, colors: Vec<Color>) -> Self {
        self.colors = Some(colors);
        self
    }

    /// Sets `size`.
    #[must_use]
    pub fn size(mut self, size: BTreeMap<String, i64>) -> Self {
        self.size = size;
        self
    }

    /// Sets `home`.
    #[must_use]
    pub fn home(mut self, home: Home) -> Self {
        self.home = Some(home);
        self
    }
}

impl Default for Constants {
    fn default() -> Self {
        Self::new()
    }
}

object! { Constants: Serialize + Deserialize {
    version required "version";
    ratio   required "ratio";
    flag    required "flag";
    mode    required "mode";
    level   required "level";
    tags    required "tags";
    scores  required "scores";
    colors  optional "colors";
    size    required "size";
    home    optional "home";
} }

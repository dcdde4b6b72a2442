//! JSON pointers (RFC 6901) and places in the input.

mod places;
mod steps;

use std::fmt;

use percent_encoding::percent_decode_str;
use serde::{Serialize, Serializer};

pub use places::Places;
use steps::Steps;

/// A JSON pointer: reference tokens, unescaped. Everything that is made of a description keeps its place, so a place
/// shares all of the places above it.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(Steps);

impl Pointer {
    /// The whole document.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// Reads the text of a pointer, `#` before it allowed. `None` when it begins with neither `/` nor nothing.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('#').unwrap_or(text);
        if text.is_empty() {
            return Some(Self::root());
        }
        let tokens = text.strip_prefix('/')?.split('/');
        Some(tokens.map(|t| t.replace("~1", "/").replace("~0", "~")).collect())
    }

    /// Reads a reference into the same document: a percent-encoded pointer after `#` (RFC 6901, section 6).
    #[must_use]
    pub fn of_reference(text: &str) -> Option<Self> {
        let fragment = text.strip_prefix('#')?;
        Self::parse(&percent_decode_str(fragment).decode_utf8().ok()?)
    }

    /// Whether this place is, or is below, another one.
    #[must_use]
    pub fn is_at_or_below(&self, other: &Self) -> bool {
        let above = self.0.len().checked_sub(other.0.len());
        above.is_some_and(|above| self.0.up(above) == other.0)
    }

    /// The place of `key` (or of an index) below this one.
    #[must_use]
    pub fn join(&self, key: impl ToString) -> Self {
        Self(self.0.then(key.to_string()))
    }

    /// The reference tokens, unescaped.
    #[must_use]
    pub fn tokens(&self) -> &[String] {
        self.0.flat()
    }

    /// The place that holds this one.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        (self.0.len() > 0).then(|| Self(self.0.up(1)))
    }

    /// The last token.
    #[must_use]
    pub fn last(&self) -> Option<&str> {
        self.0.last()
    }
}

impl fmt::Debug for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pointer").field(&self.tokens()).finish()
    }
}

impl FromIterator<String> for Pointer {
    fn from_iter<I: IntoIterator<Item = String>>(tokens: I) -> Self {
        tokens.into_iter().fold(Self::root(), |above, token| Self(above.0.then(token)))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.tokens().into_iter().try_for_each(|token| {
            f.write_str("/")?;
            match token.contains(['~', '/']) {
                true => f.write_str(&token.replace('~', "~0").replace('/', "~1")),
                false => f.write_str(token),
            }
        })
    }
}

impl Serialize for Pointer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Index of a file of the input; 0 is the root document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct FileId(pub usize);

/// A place in the input. Line and column are found only when it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Origin {
    /// Which file.
    pub file: FileId,
    /// Where in it.
    pub pointer: Pointer,
}

impl Origin {
    /// A place in the root document.
    #[must_use]
    pub const fn root(pointer: Pointer) -> Self {
        Self { file: FileId(0), pointer }
    }

    /// The place of `key` (or of an index) below this one.
    #[must_use]
    pub fn join(&self, key: impl ToString) -> Self {
        Self { file: self.file, pointer: self.pointer.join(key) }
    }
}

/// A node of the document together with its place; resolve walks with these.
#[derive(Clone, Debug)]
pub struct At<T> {
    /// The node.
    pub node: T,
    /// Its place.
    pub origin: Origin,
}

impl<T> At<T> {
    /// `node`, which stands at `origin`.
    pub const fn new(node: T, origin: Origin) -> Self {
        Self { node, origin }
    }

    /// Another node that stands under `key` below this one.
    pub fn below<U>(&self, key: impl ToString, node: U) -> At<U> {
        At { node, origin: self.origin.join(key) }
    }
}

//! Which media types an operation takes and gives.

use serde_json::Value;

use super::{Entries, Pointer, Rewrite};
use crate::diagnostic::Code;

/// What `consumes` and `produces` say; none: they do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Media {
    pub(super) consumes: Option<Vec<String>>,
    pub(super) produces: Option<Vec<String>>,
}

pub(super) const JSON: &str = "application/json";
pub(super) const BYTES: &str = "application/octet-stream";
pub(super) const MULTIPART: &str = "multipart/form-data";
pub(super) const URLENCODED: &str = "application/x-www-form-urlencoded";

/// A media type without its parameters, in lower case.
pub(super) fn essence(name: &str) -> String {
    name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

impl Rewrite<'_> {
    /// Takes `consumes` and `produces` of the document or of an operation; an operation's own win over the document's.
    /// `None` when neither is stated.
    pub(super) fn media_of(&mut self, entries: &mut Entries, place: &Pointer) -> Option<Media> {
        let consumes = self.list(entries, "consumes", place);
        let produces = self.list(entries, "produces", place);
        if consumes.is_none() && produces.is_none() {
            return None;
        }
        let media = &self.media;
        Some(Media {
            consumes: consumes.or_else(|| media.consumes.clone()),
            produces: produces.or_else(|| media.produces.clone()),
        })
    }

    fn list(&mut self, entries: &mut Entries, key: &str, place: &Pointer) -> Option<Vec<String>> {
        let place = place.join(key);
        let value = entries.shift_remove(key)?;
        let items = match value {
            Value::Array(items) => items,
            Value::Null => return None,
            // One name in the place of a list means a list of one.
            Value::String(name) => {
                self.say(Code::DialectForeign, &place, format!("`{key}` is a text; it is read as a list of one"));
                vec![Value::String(name)]
            }
            _ => {
                self.say(Code::DialectShape, &place, format!("`{key}` must be a list of media types"));
                return None;
            }
        };
        let mut names = Vec::new();
        for (index, item) in items.into_iter().enumerate() {
            match item {
                Value::String(name) if !names.contains(&name) => names.push(name),
                Value::String(_) => {}
                _ => self.say(Code::DialectShape, &place.join(index), "a media type must be a text".to_owned()),
            }
        }
        // An empty list says that the document's does not count; a body that is declared all the same has some type.
        Some(names)
    }

    /// The media types of a body or an answer; JSON where nothing says otherwise, which is said once.
    pub(super) fn stated(&mut self, key: &'static str, names: Option<&Vec<String>>) -> Vec<String> {
        if let Some(names) = names.filter(|names| !names.is_empty()) {
            return names.clone();
        }
        if !self.assumed.contains(&key) {
            self.assumed.push(key);
            let message = format!("where no `{key}` is in force, `{JSON}` is taken");
            self.say(Code::DialectFilled, &Pointer::root(), message);
        }
        vec![JSON.to_owned()]
    }
}

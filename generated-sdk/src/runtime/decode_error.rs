//! Why a body is not what it should be, and where.

use std::{borrow::Cow, fmt};

use super::json_path;

/// What is known of a body that could not be decoded. Nothing is computed before it is asked for.
pub(crate) struct DecodeError {
    type_name: &'static str,
    error: Option<serde_json::Error>,
}

impl DecodeError {
    /// A body that is no `T`, as serde found.
    pub(crate) fn new<T>(error: serde_json::Error) -> Self {
        Self { type_name: std::any::type_name::<T>(), error: Some(error) }
    }

    /// A body that is no `T` for another reason than its JSON.
    pub(crate) fn other<T>() -> Self {
        Self { type_name: std::any::type_name::<T>(), error: None }
    }

    /// The type, without the paths of modules: `Vec<Connection>`.
    pub(crate) fn type_name(&self) -> Cow<'static, str> {
        short(self.type_name)
    }

    /// What serde said.
    pub(crate) fn error(&self) -> Option<&serde_json::Error> {
        self.error.as_ref()
    }

    /// The byte at which decoding stopped.
    fn offset(&self, body: &[u8]) -> Option<usize> {
        let error = self.error.as_ref().filter(|error| error.line() > 0)?;
        let mut lines = body.split_inclusive(|&byte| byte == b'\n');
        let before: usize = lines.by_ref().take(error.line() - 1).map(<[u8]>::len).sum();
        Some(before.saturating_add(error.column()).min(body.len()))
    }

    /// The JSON path of the place: `$.data.items[3].name`.
    pub(crate) fn path(&self, body: &[u8]) -> Option<String> {
        self.offset(body).map(|offset| json_path::at(body, offset))
    }

    /// The body around the place, at most 80 bytes.
    pub(crate) fn snippet(&self, body: &[u8]) -> Option<String> {
        let offset = self.offset(body)?;
        let from = offset.saturating_sub(60);
        let around = body.get(from..offset.saturating_add(20).min(body.len()))?;
        Some(String::from_utf8_lossy(around).into_owned())
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError").field("type", &self.type_name()).finish_non_exhaustive()
    }
}

/// Drops each `path::` before a name.
fn short(name: &'static str) -> Cow<'static, str> {
    if !name.contains("::") {
        return Cow::Borrowed(name);
    }
    let mut text = String::with_capacity(name.len());
    for part in name.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')) {
        text.push_str(part.rsplit("::").next().unwrap_or(part));
    }
    Cow::Owned(text)
}

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

    /// The override in `generator.toml` that would have let the body through, where one would. Read from serde's words,
    /// so that the types pay nothing for it.
    pub(crate) fn remedy(&self, body: &[u8]) -> Option<String> {
        let said = self.error.as_ref()?.to_string();
        let (key, says) = match said.strip_prefix("missing field `") {
            Some(rest) => (rest.split('`').next()?.to_owned(), "optional"),
            None => {
                let says = match said.strip_prefix("invalid value: ") {
                    Some(said) => remedy_of_value(said)?,
                    None => remedy_of_type(said.strip_prefix("invalid type: ")?)?,
                };
                (self.path(body)?.rsplit_once('.')?.1.to_owned(), says)
            }
        };
        // Of a list, its items are meant: `tags[3]`.
        let (key, items) = key.split_at(key.find('[').unwrap_or(key.len()));
        if !items.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'[' | b']')) {
            return None; // a key of a map
        }
        let items = "/items".repeat(items.matches('[').count());
        let plain = key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'$' | b'@'));
        plain.then(|| format!("{{ at = \"/**/properties/{key}{items}\", {says} = true }}"))
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

/// What lets an unknown value of a closed enum through.
fn remedy_of_value(said: &str) -> Option<&'static str> {
    let expected = said.rsplit_once(", expected ")?.1;
    (expected.starts_with("a string (") || expected.starts_with("an integer (")).then_some("open")
}

/// What lets one type stand for another: `null` for any, a number for a text and a text for a number.
fn remedy_of_type(said: &str) -> Option<&'static str> {
    if said.starts_with("null,") {
        return Some("nullable");
    }
    let expected = said.rsplit_once(", expected ")?.1.split(" at line ").next()?;
    let number = said.starts_with("integer ") || said.starts_with("floating point ");
    let lenient = (number && expected == "a string")
        || (said.starts_with("string ") && matches!(expected, "i32" | "i64" | "u32" | "u64" | "f32" | "f64"));
    lenient.then_some("lenient")
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

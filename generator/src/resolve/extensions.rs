//! Vendor extensions, ours and the synonyms of others.

use indexmap::IndexMap;
use serde_json::Value;

use crate::{diagnostic::Diagnostics, pointer::Origin};

/// Reads the extensions of one object.
#[derive(Debug)]
pub struct Reader<'a> {
    extensions: &'a IndexMap<String, Value>,
    origin: Origin,
}

/// What an extension says of one value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// The value.
    pub value: Value,
    /// Its name.
    pub name: Option<String>,
    /// What it means.
    pub description: Option<String>,
}

impl<'a> Reader<'a> {
    /// The extensions of the object at `origin`.
    #[must_use]
    pub fn new(extensions: &'a IndexMap<String, Value>, origin: &Origin) -> Self {
        Self { extensions, origin: origin.clone() }
    }

    fn get(&self, key: &str) -> Option<&'a Value> {
        self.extensions.get(key)
    }

    /// `x-sdk-name`.
    pub fn name(&self, _diagnostics: &mut Diagnostics) -> Option<String> {
        self.get("x-sdk-name")?.as_str().map(str::to_owned)
    }

    /// `x-sdk-secret`.
    pub fn secret(&self, _diagnostics: &mut Diagnostics) -> Option<bool> {
        self.get("x-sdk-secret")?.as_bool()
    }

    /// `x-sdk-lenient`.
    pub fn lenient(&self, _diagnostics: &mut Diagnostics) -> Option<bool> {
        self.get("x-sdk-lenient")?.as_bool()
    }

    /// `x-sdk-open`.
    pub fn open(&self, _diagnostics: &mut Diagnostics) -> Option<bool> {
        self.get("x-sdk-open")?.as_bool()
    }

    /// `x-sdk-ignore`.
    pub fn ignore(&self, _diagnostics: &mut Diagnostics) -> Option<bool> {
        self.get("x-sdk-ignore")?.as_bool()
    }

    /// `x-sdk-enum`.
    pub fn enum_values(&self, _values: &[&Value], _diagnostics: &mut Diagnostics) -> Option<Vec<EnumValue>> {
        let _ = &self.origin;
        let rows = self.get("x-sdk-enum")?.as_array()?;
        let row = |row: &Value| {
            let text = |key: &str| row.get(key).and_then(Value::as_str).map(str::to_owned);
            Some(EnumValue { value: row.get("value")?.clone(), name: text("name"), description: text("description") })
        };
        Some(rows.iter().filter_map(row).collect())
    }
}

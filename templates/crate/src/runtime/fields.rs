//! Objects, and what else is no single value and no list of them, as parameters and in forms.

use std::fmt;

use serde_core::{
    Serialize,
    de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor},
};

use super::{error::Error, param::Param, request::Request, style::Style};

/// A value by its JSON, members in their order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fields {
    Null,
    /// A number or a boolean, as it is written.
    Plain(String),
    Text(String),
    List(Vec<Fields>),
    Object(Vec<(String, Fields)>),
}

impl Fields {
    /// What `value` is in JSON.
    pub(crate) fn of(value: &(impl Serialize + ?Sized)) -> Result<Self, Error> {
        let written = serde_json::to_vec(value).and_then(|json| serde_json::from_slice(&json));
        written.map_err(|error| Error::invalid("a value cannot be written").with_source(error))
    }

    /// As a parameter of this style is written.
    fn styled(style: Style, value: &(impl Serialize + ?Sized)) -> Result<Self, Error> {
        match style {
            Style::Json | Style::WholeJson => {
                let text = serde_json::to_string(value);
                text.map(Self::Text).map_err(|error| Error::invalid("a value cannot be written").with_source(error))
            }
            _ => Self::of(value),
        }
    }

    /// As one text: a single value as it is, anything else in JSON.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            _ => self.json(),
        }
    }

    /// As JSON.
    pub(crate) fn json(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Plain(text) => text.clone(),
            Self::Text(text) => quoted(text),
            Self::List(items) => format!("[{}]", items.iter().map(Self::json).collect::<Vec<_>>().join(",")),
            Self::Object(members) => {
                let members = members.iter().map(|(name, value)| format!("{}:{}", quoted(name), value.json()));
                format!("{{{}}}", members.collect::<Vec<_>>().join(","))
            }
        }
    }

    const fn is_single(&self) -> bool {
        matches!(self, Self::Null | Self::Plain(_) | Self::Text(_))
    }

    /// Hands over all that is below `key`, in brackets what OpenAPI leaves open: `key[inner]`, `key[0][inner]`.
    fn below(&self, key: &str, put: &mut dyn FnMut(Option<&str>, &str)) {
        match self {
            Self::Null => {}
            Self::Plain(text) | Self::Text(text) => put(Some(key), text),
            Self::List(items) if items.iter().all(Self::is_single) => {
                items.iter().for_each(|item| item.below(key, put))
            }
            Self::List(items) => {
                items.iter().enumerate().for_each(|(index, item)| item.below(&format!("{key}[{index}]"), put));
            }
            Self::Object(members) => {
                members.iter().for_each(|(name, value)| value.below(&format!("{key}[{name}]"), put))
            }
        }
    }
}

/// A text in JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

impl Param for Fields {
    fn each(&self, put: &mut dyn FnMut(Option<&str>, &str)) {
        match self {
            Self::Null => {}
            Self::Plain(text) | Self::Text(text) => put(None, text),
            Self::List(items) if items.iter().all(Self::is_single) => items.iter().for_each(|item| item.each(put)),
            Self::List(_) => self.below("", put),
            Self::Object(members) => members.iter().for_each(|(name, value)| value.below(name, put)),
        }
    }
}

impl Request {
    /// A query parameter.
    pub(crate) fn query_fields(self, name: &str, style: Style, value: &(impl Serialize + ?Sized)) -> Self {
        self.with_fields(Fields::styled(style, value), |call, fields| call.query_styled(name, style, fields))
    }

    /// The next variable of the path.
    pub(crate) fn path_fields(self, style: Style, value: &(impl Serialize + ?Sized)) -> Self {
        self.with_fields(Fields::styled(style, value), |call, fields| call.path_styled(style, fields))
    }

    /// A header.
    pub(crate) fn header_fields(self, name: &str, style: Style, value: &(impl Serialize + ?Sized)) -> Self {
        self.with_fields(Fields::styled(style, value), |call, fields| call.header_styled(name, style, fields))
    }

    /// A cookie.
    pub(crate) fn cookie_fields(self, name: &str, style: Style, value: &(impl Serialize + ?Sized)) -> Self {
        self.with_fields(Fields::styled(style, value), |call, fields| call.cookie_styled(name, style, fields))
    }

    /// Goes on with what could be written, or keeps the fault.
    pub(crate) fn with_fields(
        mut self,
        fields: Result<Fields, Error>,
        put: impl FnOnce(Self, &Fields) -> Self,
    ) -> Self {
        match fields {
            Ok(fields) => put(self, &fields),
            Err(fault) => {
                self.fail(fault);
                self
            }
        }
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Fields, E> {
        Ok(Fields::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Fields, E> {
        Ok(Fields::Plain(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Fields, E> {
        Ok(Fields::Plain(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Fields, E> {
        Ok(Fields::Plain(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Fields, E> {
        Ok(Fields::Plain(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Fields, E> {
        Ok(Fields::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Fields, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Fields::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Fields, A::Error> {
        let mut object = Vec::new();
        while let Some(member) = members.next_entry()? {
            object.push(member);
        }
        Ok(Fields::Object(object))
    }
}

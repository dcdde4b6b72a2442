//! YAML as JSON, with numbers of any size: what is beyond 64 bits becomes a float, as JSON readers have it.

use std::fmt;

use serde::de::{Deserialize, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde_json::Value;

/// Reads one document, its merge keys applied.
pub fn read(text: &str) -> Result<Value, serde_yaml::Error> {
    let Node(mut value) = serde_yaml::from_str(text)?;
    value.apply_merge()?;
    Ok(json(value))
}

/// A node; `serde_yaml`'s own refuses integers beyond 64 bits.
struct Node(serde_yaml::Value);

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Nodes).map(Self)
    }
}

struct Nodes;

impl<'de> Visitor<'de> for Nodes {
    type Value = serde_yaml::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML node")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        Ok(value.into())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Self::Value, E> {
        Ok((value as f64).into())
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Self::Value, E> {
        Ok((value as f64).into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(serde_yaml::Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Node(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(serde_yaml::Value::Sequence(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut map = serde_yaml::Mapping::new();
        while let Some((Node(key), Node(value))) = entries.next_entry()? {
            map.insert(key, value);
        }
        Ok(serde_yaml::Value::Mapping(map))
    }

    /// A tag says nothing here.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Self::Value, A::Error> {
        let (_, content) = tagged.variant::<String>()?;
        content.newtype_variant::<Node>().map(|Node(value)| value)
    }
}

/// Keys that are no texts become the texts of their scalars.
fn json(value: serde_yaml::Value) -> Value {
    match value {
        serde_yaml::Value::Sequence(items) => items.into_iter().map(json).collect(),
        serde_yaml::Value::Mapping(entries) => {
            let entry = |(key, value)| {
                let key = match json(key) {
                    Value::String(text) => text,
                    other => other.to_string(),
                };
                (key, json(value))
            };
            Value::Object(entries.into_iter().map(entry).collect())
        }
        serde_yaml::Value::Tagged(tagged) => json(tagged.value),
        serde_yaml::Value::Bool(yes) => Value::Bool(yes),
        serde_yaml::Value::String(text) => Value::String(text),
        serde_yaml::Value::Number(number) => serde_json::to_value(number).unwrap_or_default(),
        serde_yaml::Value::Null => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn numbers_of_any_size_are_read() {
        let read = super::read("a: &a {200: -9223372036854776000}\nb: {<<: *a, c: !tag 1.5}\n").unwrap();
        assert_eq!(read, json!({"a": {"200": -9223372036854776000.0}, "b": {"200": -9223372036854776000.0, "c": 1.5}}));
    }
}

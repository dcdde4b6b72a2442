//! The derives and attributes that stand for a table.

use std::collections::BTreeMap;

use super::{Directions, tables::Table};

/// What the codec of a row is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Member {
    /// The value.
    Whole,
    /// A value that may be missing or null.
    Null,
}

/// A file with derives in place of tables.
pub fn derive(text: &str, tables: &BTreeMap<String, Table>, directions: Directions) -> String {
    let (mut out, mut table) = (String::new(), None);
    for line in text.lines() {
        if let Some(found) = type_name(line).and_then(|name| tables.get(name)) {
            out += &format!("#[derive({})]\n", traits(found, directions));
            if !found.whole.is_empty() {
                out += &format!("#[serde({})]\n", found.whole);
            }
            table = Some(found);
        }
        let said = table.and_then(|table: &Table| table.rows.get(member_name(line)?));
        if let Some(said) = said.filter(|said| !said.is_empty()) {
            out += &format!("    #[serde({said})]\n");
        }
        if line.starts_with('}') || (type_name(line).is_some() && line.ends_with(['}', ';'])) {
            table = None;
        }
        out += line;
        out += "\n";
    }
    out
}

fn traits(table: &Table, directions: Directions) -> String {
    let all = ["Serialize", "Deserialize"].into_iter();
    let needed = |name: &&str| directions == Directions::Both || table.traits.iter().any(|given| given == name);
    all.filter(needed).map(|name| format!("serde::{name}")).collect::<Vec<_>>().join(", ")
}

fn type_name(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum "))?;
    rest.split([' ', '{', ';']).next()
}

/// `    pub name: …` or `    Variant(…),`.
fn member_name(line: &str) -> Option<&str> {
    let line = line.strip_prefix("    ")?;
    match line.strip_prefix("pub ") {
        Some(field) => field.split_once(':').map(|(name, _)| name),
        None if line.starts_with(char::is_alphabetic) => line.split(['(', ',']).next(),
        None => None,
    }
}

/// The attribute's arguments for a codec.
pub fn with(codec: &str, member: Member) -> String {
    let whole = if member == Member::Null { format!("null({codec})") } else { codec.to_owned() };
    let path = format!("<{} as crate::runtime::codec::Coder<_>>", path(&whole));
    format!("serialize_with = \"{path}::write\", deserialize_with = \"{path}::read\"")
}

/// What the runtime's `codec!` makes of it.
fn path(codec: &str) -> String {
    let codec = codec.trim();
    match codec.split_once('(') {
        Some((around, inner)) => {
            let inner = parts(inner.strip_suffix(')').unwrap_or(inner)).into_iter().map(path).collect::<Vec<_>>();
            match around {
                "list" => format!("crate::runtime::codec::List<{}>", inner.join(", ")),
                "map" => format!("crate::runtime::codec::Map<{}>", inner.join(", ")),
                "tuple" => format!("crate::runtime::tuple::Tuple<({},)>", inner.join(", ")),
                _ => format!("crate::runtime::codec::Null<{}>", inner.join(", ")),
            }
        }
        None if codec == "plain" => "crate::runtime::tuple::Plain".to_owned(),
        None => format!("crate::runtime::{codec}::Codec"),
    }
}

/// Splits at commas outside of brackets.
fn parts(text: &str) -> Vec<&str> {
    let mut depth = 0;
    let split = text.split(|c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    });
    split.collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn codecs_within_codecs() {
        let path = super::path("tuple(plain, list(map(byte)), null(uuid))");
        let codec = "crate::runtime::codec";
        let inner = format!(
            "{codec}::List<{codec}::Map<crate::runtime::byte::Codec>>, {codec}::Null<crate::runtime::uuid::Codec>"
        );
        assert_eq!(path, format!("crate::runtime::tuple::Tuple<(crate::runtime::tuple::Plain, {inner},)>"));
    }
}

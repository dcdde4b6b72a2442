//! The wire tables of an emitted file.

use std::collections::BTreeMap;

use super::{
    Directions,
    attributes::{Member, with},
};

/// A file without the tables that derive takes the place of.
#[derive(Debug)]
pub struct Tables {
    /// All else.
    pub rest: String,
    /// The tables by the type's name.
    pub tables: BTreeMap<String, Table>,
}

/// What a table says.
#[derive(Debug)]
pub struct Table {
    /// The traits that its header names.
    pub traits: Vec<String>,
    /// What its header says of the whole: an attribute's arguments.
    pub whole: String,
    /// What the rows say of fields and variants: an attribute's arguments.
    pub rows: BTreeMap<String, String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Object,
    Union { tagged: bool },
    Text,
}

/// Takes the tables out of a file.
pub fn take(text: &str, directions: Directions) -> Tables {
    let mut found = Tables { rest: String::new(), tables: BTreeMap::new() };
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(header) = Header::parse(line) else {
            found.rest += line;
            found.rest += "\n";
            continue;
        };
        let mut body: Vec<&str> = Vec::new();
        if !line.ends_with("} }") {
            body.extend(lines.by_ref().take_while(|line| !line.starts_with('}')));
        }
        found.rest += &header.stays(&body);
        found.tables.insert(header.name.to_owned(), header.table(&body, directions));
    }
    found
}

struct Header<'t> {
    kind: Kind,
    name: &'t str,
    traits: Vec<&'t str>,
    whole: String,
    line: &'t str,
}

impl<'t> Header<'t> {
    /// `object! { Pet: Serialize + Deserialize {`, `union! { Pet: Serialize by "kind" {`, `open_enum! { Color {`.
    fn parse(line: &'t str) -> Option<Self> {
        let (table, header) = line.split_once("! { ")?;
        let (header, _) = header.split_once(" {")?;
        let (name, said) = header.split_once(": ").unwrap_or((header, ""));
        let (traits, by) = said.split_once(" by ").unwrap_or((said, ""));
        let traits: Vec<_> = traits.split(" + ").filter(|name| !name.is_empty()).collect();
        let (kind, whole) = match table {
            "object" if traits == ["Debug"] => return None,
            "object" => (Kind::Object, String::new()),
            "union" if by == "shape" => (Kind::Union { tagged: false }, "untagged".to_owned()),
            "union" => (Kind::Union { tagged: true }, format!("tag = {by}")),
            "open_enum" | "closed_enum" => (Kind::Text, String::new()),
            _ => return None,
        };
        Some(Self { kind, name, traits, whole, line })
    }

    /// What of the table is no matter of serde.
    fn stays(&self, body: &[&str]) -> String {
        let header = match self.kind {
            Kind::Text => self.line.to_owned(),
            Kind::Object if self.traits.contains(&"Debug") => format!("object! {{ {}: Debug {{", self.name),
            Kind::Object | Kind::Union { .. } => return String::new(),
        };
        let rows: String = body.iter().map(|row| format!("{row}\n")).collect();
        format!("{header}\n{rows}}} }}\n")
    }

    fn table(&self, body: &[&str], directions: Directions) -> Table {
        let mut traits: Vec<_> =
            self.traits.iter().filter(|name| **name != "Debug").map(|name| (*name).to_owned()).collect();
        if self.kind == Kind::Text || directions == Directions::Both {
            traits = ["Serialize", "Deserialize"].map(str::to_owned).to_vec();
        }
        let serialises = traits.iter().any(|name| name == "Serialize");
        let rows = body.iter().filter_map(|line| self.row(line.trim().strip_suffix(';')?, serialises));
        let mut rows: BTreeMap<_, _> = rows.collect();
        if self.kind == Kind::Text {
            rows.insert("Unknown".to_owned(), "untagged".to_owned());
        }
        Table { traits, whole: self.whole.clone(), rows }
    }

    /// The field or variant, and what is said of it.
    fn row(&self, row: &str, serialises: bool) -> Option<(String, String)> {
        // What follows the last text: a codec, and what serde has no word for.
        let tail = row.rsplit_once('"').map_or(row, |(_, tail)| tail);
        let codec =
            tail.split_once(" as ").map(|(_, codec)| codec.split_once(", secret").map_or(codec, |(codec, _)| codec));
        if let Some(rest) = row.strip_prefix("..") {
            let name = rest.split_once(' ').map_or(rest, |(name, _)| name);
            let said = match self.kind {
                Kind::Object => {
                    let codec = codec.map(|codec| with(&format!("map({codec})"), Member::Whole));
                    ["flatten".to_owned()].into_iter().chain(codec).collect::<Vec<_>>().join(", ")
                }
                Kind::Union { tagged: true } | Kind::Text => "untagged".to_owned(),
                Kind::Union { tagged: false } => String::new(),
            };
            return Some((name.to_owned(), said));
        }
        let (name, said) = row.split_once(' ')?;
        let texts = texts(said);
        let said = match self.kind {
            Kind::Object => field(said.split_whitespace().next()?, texts.first()?, codec, serialises),
            Kind::Text => format!("rename = {}", texts.first()?),
            Kind::Union { tagged: true } => {
                let also = texts.iter().skip(1).map(|text| format!(", alias = {text}"));
                format!("rename = {}{}", texts.first()?, also.collect::<String>())
            }
            Kind::Union { tagged: false } => codec.map(|codec| with(codec, Member::Whole)).unwrap_or_default(),
        };
        Some((name.to_owned(), said))
    }
}

fn field(presence: &str, key: &str, codec: Option<&str>, serialises: bool) -> String {
    let (absent, member) = match presence {
        "optional" => (Some("Option::is_none"), Member::Null),
        "maybe" => (Some("crate::runtime::Nullable::is_absent"), Member::Null),
        "nullable" => (None, Member::Null),
        _ => (None, Member::Whole),
    };
    let mut said = format!("rename = {key}");
    if let Some(absent) = absent {
        said += ", default";
        if serialises {
            said += &format!(", skip_serializing_if = {absent:?}");
        }
    }
    if let Some(codec) = codec {
        said += &format!(", {}", with(codec, member));
    }
    said
}

/// The string literals of a row, as they stand.
fn texts(row: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut begin, mut escaped) = (None, false);
    for (index, c) in row.char_indices() {
        match (c, begin) {
            ('"', None) => begin = Some(index),
            ('"', Some(start)) if !escaped => {
                found.extend(row.get(start..=index));
                begin = None;
            }
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    found
}

#[cfg(test)]
mod tests {
    #[test]
    fn texts_with_quotes() {
        assert_eq!(super::texts(r#"required "a\"b\\" | "c" as d"#), [r#""a\"b\\""#, r#""c""#]);
    }
}

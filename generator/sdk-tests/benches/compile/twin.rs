//! The twin of an emitted crate: the same runtime, operations and public types, with serde's derive in place of the wire
//! tables. A change of text: each `object!` table goes, and what its rows say becomes attributes of the fields.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Which impls the twin derives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Directions {
    /// `Serialize` and `Deserialize` for every struct.
    Both,
    /// What the table's header names.
    Needed,
}

struct Table {
    directions: Vec<String>,
    /// Field -> (whether it may be absent, its wire name).
    rows: BTreeMap<String, (bool, String)>,
}

/// Writes the twin of the crate at `emitted` and says where it is.
pub fn write(emitted: &Path, out: &Path, directions: Directions) -> PathBuf {
    copy(emitted, out);
    let manifest = fs::read_to_string(out.join("Cargo.toml")).unwrap();
    let serde = "[dependencies]\nserde = { version = \"1\", features = [\"derive\"] }\n";
    fs::write(out.join("Cargo.toml"), manifest.replacen("[dependencies]\n", serde, 1)).unwrap();
    let mut tables = 0;
    for entry in fs::read_dir(out.join("src/types")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let (rest, found) = take_tables(&text);
        tables += found.len();
        fs::write(path, derive(&rest, &found, directions)).unwrap();
    }
    assert!(
        tables > 0,
        "no emitted type has a table: the form of emitted types has changed, and this file must follow"
    );
    out.to_owned()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The text without its tables and without the import of their macro, and the tables by the struct's name.
fn take_tables(text: &str) -> (String, BTreeMap<String, Table>) {
    let (mut rest, mut tables) = (String::new(), BTreeMap::new());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(header) = line.strip_prefix("object! { ") {
            let (name, directions) = header.trim_end_matches(" {").split_once(": ").unwrap();
            let rows = lines.by_ref().take_while(|line| !line.starts_with('}')).map(row).collect();
            let directions = directions.split(" + ").map(str::to_owned).collect();
            tables.insert(name.to_owned(), Table { directions, rows });
        } else if !(line.starts_with("use ") && line.contains("object")) {
            rest += line;
            rest += "\n";
        }
    }
    (rest, tables)
}

fn row(line: &str) -> (String, (bool, String)) {
    let mut words = line.split_whitespace();
    let (field, presence) = (words.next().unwrap(), words.next().unwrap());
    let wire = line.split('"').nth(1).unwrap();
    (field.to_owned(), (presence == "optional", wire.to_owned()))
}

fn derive(text: &str, tables: &BTreeMap<String, Table>, directions: Directions) -> String {
    let (mut out, mut table) = (String::new(), None);
    let lines: Vec<&str> = text.lines().collect();
    for (index, line) in lines.iter().enumerate() {
        if let Some(name) = struct_name(lines.get(index + 1).unwrap_or(&""))
            && line.starts_with("#[derive(")
            && let Some(found) = tables.get(name)
        {
            out += &format!("#[derive({})]\n", traits(found, directions));
            table = Some(found);
        }
        if let Some((field, table)) = field_name(line).zip(table)
            && let Some((optional, wire)) = table.rows.get(field)
        {
            let absent = if *optional { ", default, skip_serializing_if = \"Option::is_none\"" } else { "" };
            out += &format!("    #[serde(rename = {wire:?}{})]\n", for_direction(table, directions, absent));
        }
        if line.starts_with('}') {
            table = None;
        }
        out += line;
        out += "\n";
    }
    out
}

/// `skip_serializing_if` stands only where something is serialised.
fn for_direction(table: &Table, directions: Directions, absent: &'static str) -> &'static str {
    let serialises = directions == Directions::Both || table.directions.iter().any(|name| name == "Serialize");
    if serialises || absent.is_empty() { absent } else { ", default" }
}

fn traits(table: &Table, directions: Directions) -> String {
    let all = ["Serialize", "Deserialize"].into_iter();
    let needed = |name: &&str| directions == Directions::Both || table.directions.iter().any(|given| given == name);
    all.filter(needed).map(|name| format!("serde::{name}")).collect::<Vec<_>>().join(", ")
}

fn struct_name(line: &str) -> Option<&str> {
    line.strip_prefix("pub struct ")?.split([' ', '{']).next()
}

fn field_name(line: &str) -> Option<&str> {
    line.strip_prefix("    pub ")?.split_once(": ").map(|(name, _)| name)
}

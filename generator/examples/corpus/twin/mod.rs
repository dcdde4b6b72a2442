//! The twin of an emitted crate: the same runtime, operations and public types, with serde's derive in place of the wire
//! tables. It is there to be compiled, not to be called.
//!
//! A change of text: each `object!` and `union!` table goes, and what its rows say becomes attributes of the fields and
//! variants; an enum of strings keeps its table for the methods that it makes, without the impls of serde's traits.
//! Enums of integers and of values of several types keep theirs: serde derives nothing for them.

mod attributes;
mod runtime;
mod tables;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use self::tables::Tables;

/// Which impls the twin derives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Directions {
    /// `Serialize` and `Deserialize` for every type.
    Both,
    /// What the table's header names.
    #[allow(dead_code, reason = "one of the programs that have this module asks for it")]
    Needed,
}

/// Writes the twin of the crate at `emitted`.
pub fn write(emitted: &Path, out: &Path, directions: Directions) -> io::Result<()> {
    copy(emitted, out)?;
    let manifest = fs::read_to_string(out.join("Cargo.toml"))?;
    let serde = "[dependencies]\nserde = { version = \"1\", features = [\"derive\"] }\n";
    fs::write(out.join("Cargo.toml"), manifest.replacen("[dependencies]\n", serde, 1))?;
    let root = out.join("src/lib.rs");
    // What only the tables used is no matter here.
    fs::write(&root, format!("#![allow(unused)]\n{}", fs::read_to_string(&root)?))?;
    runtime::change(&out.join("src/runtime"))?;
    let mut derived = 0;
    for path in files(&out.join("src"))? {
        let text = fs::read_to_string(&path)?;
        let (text, count) = twin(&text, directions);
        derived += count;
        if count > 0 {
            fs::write(path, text)?;
        }
    }
    if derived == 0 {
        let form = "no emitted type has a table: the form of emitted types has changed, and the twin must follow";
        return Err(io::Error::other(form));
    }
    Ok(())
}

/// The text with derived impls, and of how many types.
fn twin(text: &str, directions: Directions) -> (String, usize) {
    let Tables { rest, tables } = tables::take(text, directions);
    (attributes::derive(&rest, &tables, directions), tables.len())
}

/// The sources without the runtime.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("src/runtime") {
            found.extend(files(&path)?);
        } else if path.is_file() {
            found.push(path);
        }
    }
    Ok(found)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    // No `use`: a benchmark without a harness compiles this module and none of its tests.

    #[test]
    fn a_struct() {
        let text = "use crate::runtime::{self, object};\n\n#[derive(Clone)]\npub struct Pet {\n    /// Its name.\n    \
                    pub name: String,\n    pub born: Option<jiff::Timestamp>,\n    pub owner: Nullable<String>,\n    \
                    pub extra: BTreeMap<String, String>,\n}\n\nobject! { Pet: Deserialize {\n    name  required \
                    \"na\\\"me\";\n    born  optional \"born\" as list(timestamp), secret;\n    owner maybe    \
                    \"owner\";\n    ..extra;\n} }\n";
        let (both, count) = super::twin(text, super::Directions::Both);
        assert_eq!(count, 1);
        assert!(!both.contains("object! {"), "{both}");
        let lines = [
            "#[derive(serde::Serialize, serde::Deserialize)]\npub struct Pet {",
            "    #[serde(rename = \"na\\\"me\")]\n    pub name: String,",
            "    #[serde(rename = \"born\", default, skip_serializing_if = \"Option::is_none\", \
             serialize_with = \"<crate::runtime::codec::Null<crate::runtime::codec::List<crate::runtime::timestamp::Codec>> \
             as crate::runtime::codec::Coder<_>>::write\", deserialize_with = ",
            "    #[serde(rename = \"owner\", default, skip_serializing_if = \"crate::runtime::Nullable::is_absent\")]",
            "    #[serde(flatten)]\n    pub extra:",
        ];
        for line in lines {
            assert!(both.contains(line), "{line}\n{both}");
        }
        let (needed, _) = super::twin(text, super::Directions::Needed);
        assert!(needed.contains("#[derive(serde::Deserialize)]\n") && !needed.contains("skip_serializing_if"));
    }

    #[test]
    fn debug_of_secrets_stays() {
        let text = "pub struct Key {\n    pub key: String,\n}\n\nobject! { Key: Serialize + Debug {\n    key required \
                    \"key\", secret;\n} }\n";
        let (both, _) = super::twin(text, super::Directions::Both);
        assert!(both.contains("object! { Key: Debug {\n    key required \"key\", secret;\n} }"), "{both}");
        let alone = text.replace("Serialize + ", "");
        assert_eq!(super::twin(&alone, super::Directions::Both), (alone.clone(), 0));
    }

    #[test]
    fn unions() {
        let tagged = "pub enum Pet {\n    Cat(Box<Cat>),\n    Dog(Dog),\n    Unknown(serde_json::Value),\n}\n\nunion! { \
                      Pet: Deserialize by \"kind\" {\n    Cat \"cat\" | \"kitten\", tagged;\n    Dog \"dog\";\n    \
                      ..Unknown;\n} }\n";
        let (both, _) = super::twin(tagged, super::Directions::Both);
        let whole = "#[derive(serde::Serialize, serde::Deserialize)]\n#[serde(tag = \"kind\")]\npub enum Pet {\n    \
                     #[serde(rename = \"cat\", alias = \"kitten\")]\n    Cat(Box<Cat>),\n    #[serde(rename = \"dog\")]\n    \
                     Dog(Dog),\n    #[serde(untagged)]\n    Unknown(serde_json::Value),\n}\n\n";
        assert_eq!(both, whole);
        let shape = "pub enum Id {\n    Number(i64),\n    At(jiff::Timestamp),\n}\n\nunion! { Id: Serialize by shape {\n    \
                     Number object \"a\", \"k\" = \"x as y\";\n    At string as timestamp;\n} }\n";
        let (both, _) = super::twin(shape, super::Directions::Both);
        assert!(both.contains("#[serde(untagged)]\npub enum Id {\n    Number(i64),\n    #[serde(serialize_with = \"<crate::runtime::timestamp::Codec as "), "{both}");
    }

    #[test]
    fn enums_of_strings_keep_their_methods() {
        let text = "pub enum Color {\n    Red,\n    Unknown(UnknownValue),\n}\n\nopen_enum! { Color {\n    Red \"red\";\n} }\n";
        let (both, count) = super::twin(text, super::Directions::Both);
        assert_eq!(count, 1);
        assert!(
            both.contains("    #[serde(rename = \"red\")]\n    Red,\n    #[serde(untagged)]\n    Unknown("),
            "{both}"
        );
        assert!(both.contains("open_enum! { Color {\n    Red \"red\";\n} }"));
        let integers = "pub enum Level {\n    Low,\n}\n\nopen_integer_enum! { Level {\n    Low 1;\n} }\n";
        assert_eq!(super::twin(integers, super::Directions::Both), (integers.to_owned(), 0));
    }
}

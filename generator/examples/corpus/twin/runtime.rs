//! What the runtime of a twin has beside, and has not.

use std::{fs, io, path::Path};

/// What a derived impl asks of a field that may be absent or null; the tables ask nothing of the type.
const NULLABLE: &str = r#"
impl<T: Serialize> Serialize for Nullable<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Nullable<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self::from)
    }
}

impl<C: super::codec::Coder<T>, T> super::codec::Coder<Nullable<T>> for super::codec::Null<C> {
    fn write<S: serde::Serializer>(value: &Nullable<T>, serializer: S) -> Result<S::Ok, S::Error> {
        value.value().map(super::codec::Coded::<C, T>::new).serialize(serializer)
    }

    fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Nullable<T>, D::Error> {
        <Self as super::codec::Coder<Option<T>>>::read(deserializer).map(Nullable::from)
    }
}
"#;

/// Changes the runtime in its folder; a crate has the files that it needs.
pub fn change(folder: &Path) -> io::Result<()> {
    let change = |name: &str, change: &dyn Fn(&str) -> String| {
        let path = folder.join(name);
        if path.is_file() { fs::write(&path, change(&fs::read_to_string(&path)?)) } else { Ok(()) }
    };
    change("nullable.rs", &|text| format!("{text}{NULLABLE}"))?;
    change("unknown.rs", &|text| {
        text.replace(
            "pub struct UnknownValue",
            "#[derive(serde::Serialize, serde::Deserialize)]\npub struct UnknownValue",
        )
    })?;
    change("open_enum.rs", &without_serde)?;
    change("closed_enum.rs", &without_serde)
}

/// A macro without the impls of serde's traits.
fn without_serde(text: &str) -> String {
    let mut out = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let is_impl = line.trim_start().starts_with("impl") && line.contains("::serde_core::");
        if is_impl {
            let end = format!("{}}}", line.split("impl").next().unwrap_or_default());
            lines.by_ref().find(|line| *line == end);
        } else {
            out += line;
            out += "\n";
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn impls_go() {
        let text = "    impl ::serde_core::Serialize for $name {\n        fn a() {\n        }\n    }\n    impl A for $name {\n    }\n";
        assert_eq!(super::without_serde(text), "    impl A for $name {\n    }\n");
    }
}

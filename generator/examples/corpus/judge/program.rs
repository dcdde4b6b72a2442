//! A program beside the emitted crate that reads each example as its Rust type and writes it again.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use syn::visit_mut::{VisitMut, visit_path_mut};

use crate::{Error, generator_cli::package, inspected::Inspected, process::run};

/// What became of one value.
#[derive(Debug)]
pub enum Reread {
    /// It was read, and written like this; whether a catch-all took a part of it.
    Value(Value, bool),
    /// It could not be read.
    Error(String),
}

const MAIN: &str = r#"//! Reads `[index of type, value]` by line, writes what comes out by line.
use std::{fmt::Debug, fs, io::Write as _};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

#[path = "table.rs"]
mod table;

fn check<T: Serialize + DeserializeOwned + Debug>(text: &str) -> Value {
    let read: T = match serde_json::from_str(text) {
        Ok(read) => read,
        Err(error) => return json!({ "error": error.to_string() }),
    };
    let unknown = format!("{read:?}").contains("Unknown(");
    match serde_json::to_value(&read) {
        Ok(value) => json!({ "value": value, "unknown": unknown }),
        Err(error) => json!({ "error": format!("written: {error}") }),
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (cases, results) = (arguments.next().expect("cases"), arguments.next().expect("results"));
    let mut out = std::io::BufWriter::new(fs::File::create(results).expect("results"));
    for line in fs::read_to_string(cases).expect("cases").lines() {
        let (index, text) = line.split_once(' ').expect("index");
        let index: usize = index.parse().expect("index");
        writeln!(out, "{}", table::TYPES[index](text)).expect("results");
    }
}
"#;

/// The program of one description.
#[derive(Debug)]
pub struct Program<'p> {
    /// Its folder.
    pub folder: PathBuf,
    /// The emitted crate.
    pub sdk: &'p Path,
    /// The description's name.
    pub name: &'p str,
    /// Where it is compiled.
    pub target: &'p Path,
}

impl Program<'_> {
    /// Compiles and runs it over values of these types.
    pub fn run(&self, inspected: &Inspected, types: &[String], cases: &[(usize, Value)]) -> Result<Vec<Reread>, Error> {
        self.write(inspected, types)?;
        let (input, output) = (self.folder.join("cases.txt"), self.folder.join("results.txt"));
        fs::write(&input, cases.iter().map(|(index, value)| format!("{index} {value}\n")).collect::<String>())?;
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command
            .args(["run", "-q", "--manifest-path"])
            .arg(self.folder.join("Cargo.toml"))
            .arg("--")
            .args([&input, &output]);
        command.env("CARGO_TARGET_DIR", self.target).env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_INCREMENTAL", "0");
        let ended = run(&mut command)?;
        if !ended.success {
            let said: Vec<_> = ended.stderr.lines().filter(|line| !line.is_empty()).take(12).collect();
            return Err(format!("the program over the examples failed:\n{}", said.join("\n")).into());
        }
        let results = fs::read_to_string(output)?;
        results.lines().map(|line| Ok(reread(serde_json::from_str(line)?))).collect()
    }

    fn write(&self, inspected: &Inspected, types: &[String]) -> Result<(), Error> {
        let package = package(self.name);
        let sdk = self.sdk.to_string_lossy();
        // A large crate has a feature for each resource, and this one for them all.
        let has_parts =
            fs::read_to_string(self.sdk.join("Cargo.toml"))?.lines().any(|line| line.starts_with("full = ["));
        let full = if has_parts { ", \"full\"" } else { "" };
        let manifest = format!(
            "[package]\nname = \"examples-of-{}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             sdk = {{ package = \"{package}\", path = {sdk:?}, default-features = false, features = [\"serde-all\"{full}] }}\n\
             serde = \"1\"\nserde_json = \"1\"\n\n[workspace]\n",
            self.name
        );
        fs::create_dir_all(self.folder.join("src"))?;
        let lock = self.sdk.join("Cargo.lock");
        if lock.is_file() {
            fs::copy(lock, self.folder.join("Cargo.lock"))?;
        }
        put(&self.folder.join("Cargo.toml"), &manifest)?;
        put(&self.folder.join("src/main.rs"), MAIN)?;
        let rows = types.iter().map(|ty| Ok(format!("    crate::check::<{}>,\n", path(ty, inspected)?)));
        let rows = rows.collect::<Result<String, Error>>()?;
        let table = format!(
            "#![allow(deprecated)]\nuse std::collections::BTreeMap;\n#[allow(dead_code)]\ntype Keep = BTreeMap<u8, u8>;\n\
             pub static TYPES: &[fn(&str) -> serde_json::Value] = &[\n{rows}];\n"
        );
        put(&self.folder.join("src/table.rs"), &table)?;
        Ok(())
    }
}

/// Writes what is not there already: cargo goes by time.
fn put(path: &Path, text: &str) -> io::Result<()> {
    if fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes()) { Ok(()) } else { fs::write(path, text) }
}

fn reread(mut line: Value) -> Reread {
    match line.get("error").and_then(Value::as_str) {
        Some(error) => Reread::Error(error.to_owned()),
        None => {
            let unknown = line.get("unknown") == Some(&Value::Bool(true));
            Reread::Value(line.get_mut("value").map(Value::take).unwrap_or_default(), unknown)
        }
    }
}

/// A type as another crate names it: named types by their paths, crates by the emitted crate's re-exports.
fn path(ty: &str, inspected: &Inspected) -> Result<String, Error> {
    struct Paths<'i>(&'i Inspected);
    impl VisitMut for Paths<'_> {
        fn visit_path_mut(&mut self, path: &mut syn::Path) {
            visit_path_mut(self, path);
            let Some(first) = path.segments.first().map(|segment| segment.ident.to_string()) else { return };
            let named = self.0.types.iter().find(|ty| path.segments.len() == 1 && ty.name() == first);
            let outside = (path.segments.len() > 1 && first != "std") || first == "Nullable";
            let prefix = match named {
                Some(ty) => ty.rust.rsplit_once("::").map(|(module, _)| module.replacen("crate", "sdk", 1)),
                None => outside.then(|| "sdk".to_owned()),
            };
            if let Some(Ok(mut whole)) = prefix.map(|prefix| syn::parse_str::<syn::Path>(&prefix)) {
                whole.segments.extend(std::mem::take(&mut path.segments));
                *path = whole;
            }
        }
    }
    let mut parsed: syn::Type = syn::parse_str(ty)?;
    Paths(inspected).visit_type_mut(&mut parsed);
    Ok(quote::quote!(#parsed).to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn types_are_named_from_outside() {
        let types = json!([{ "rust": "crate::types::Error", "place": { "pointer": "" } }]);
        let inspected = serde_json::from_value(json!({ "operations": [], "types": types, "findings": [] })).unwrap();
        let path = |ty: &str| super::path(ty, &inspected).unwrap().replace(' ', "");
        assert_eq!(path("Vec<Option<Error>>"), "Vec<Option<sdk::types::Error>>");
        assert_eq!(path("BTreeMap<String, jiff::Timestamp>"), "BTreeMap<String,sdk::jiff::Timestamp>");
        assert_eq!(path("Option<std::net::IpAddr>"), "Option<std::net::IpAddr>");
    }
}

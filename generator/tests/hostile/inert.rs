//! What holds of a crate whatever its document is.

use std::collections::BTreeSet;

use generator::{
    emit::Files,
    output::{self, Options},
};

use crate::{
    markdown::{self, Seen},
    shape,
};

/// What does not hold, in words. `benign` is the crate of the same document without a payload.
pub fn broken(files: &Files, benign: &Files) -> Vec<String> {
    let mut wrong = Vec::new();
    let empty = tempfile::tempdir().unwrap();
    let dry = Options { dry_run: true, ..Options::default() };
    wrong.extend(output::write(empty.path(), files, dry).err().map(|refusal| format!("{refusal:?}")));
    let folded: BTreeSet<_> = files.0.keys().map(|path| path.to_lowercase()).collect();
    wrong.extend((folded.len() != files.0.len()).then(|| "two files of one name".to_owned()));
    for (path, text) in &files.0 {
        wrong.extend(text.chars().find(|c| is_odd(*c)).map(|c| format!("{path} holds {c:?}")));
    }
    for (path, text) in files.0.iter().filter(|(path, _)| path.starts_with("src/runtime/")) {
        let copied = path != "src/runtime/config.rs";
        wrong.extend((copied && benign.0.get(path) != Some(text)).then(|| format!("{path} is another one")));
    }
    manifest(files, benign, &mut wrong);
    readme(files, benign, &mut wrong);
    let mut seen = Seen::default();
    for (_, text) in shape::rust(files) {
        shape::docs(text).iter().for_each(|docs| markdown::read(docs, &mut seen));
    }
    wrong.extend(seen.html.iter().map(|html| format!("documentation holds the HTML {html:?}")));
    for info in seen.code.keys().filter(|info| !matches!(info.as_str(), "text" | "no_run")) {
        wrong.push(format!("documentation holds code that rustdoc would run: {info:?}"));
    }
    wrong.extend(seen.links.iter().filter(|l| !is_harmless(l)).map(|link| format!("documentation links to {link:?}")));
    wrong
}

/// A character that changes what is seen, or that rustc, cargo or git refuse or convert.
fn is_odd(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A link of Markdown that opens a page, or of rustdoc to an item of the crate.
fn is_harmless(link: &str) -> bool {
    let page = ["https://", "http://", "mailto:", "#"].iter().any(|start| link.starts_with(start));
    let item = link.replace("::", "").chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '#' | '!' | '(' | ')'));
    page || item
}

fn manifest(files: &Files, benign: &Files, wrong: &mut Vec<String>) {
    let keys = |files: &Files| {
        let table: Result<toml::Value, _> = toml::from_str(&files.0["Cargo.toml"]);
        let mut keys = BTreeSet::new();
        match table {
            Ok(table) => leaves("", &table, &mut keys),
            Err(error) => drop(keys.insert(format!("no TOML: {error}"))),
        }
        keys
    };
    // A crate may do without a capability when an operation was lost, but it never has more.
    wrong.extend(keys(files).difference(&keys(benign)).map(|key| format!("Cargo.toml says {key}")));
}

/// Every key with its value; of what the document says, the key alone.
fn leaves(path: &str, value: &toml::Value, keys: &mut BTreeSet<String>) {
    let is_word = |text: &str| text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    match value {
        toml::Value::Table(table) => {
            table.iter().for_each(|(key, value)| leaves(&format!("{path}/{key}"), value, keys));
        }
        toml::Value::Array(items) => items.iter().for_each(|item| leaves(path, item, keys)),
        toml::Value::String(_) if path == "/package/description" => drop(keys.insert(path.to_owned())),
        toml::Value::String(name) if path == "/example/name" && is_word(name) => drop(keys.insert(path.to_owned())),
        other => drop(keys.insert(format!("{path} = {other}"))),
    }
}

fn readme(files: &Files, benign: &Files, wrong: &mut Vec<String>) {
    let read = |files: &Files| {
        let mut seen = Seen::default();
        markdown::read(&files.0["README.md"], &mut seen);
        seen
    };
    let (seen, calm) = (read(files), read(benign));
    wrong.extend((seen.html != calm.html).then(|| format!("README.md holds the HTML {:?}", seen.html)));
    wrong.extend(seen.links.iter().filter(|l| !is_harmless(l)).map(|link| format!("README.md links to {link:?}")));
    let allowed = |info: &&String| info.as_str() == "text" || calm.code.contains_key(*info);
    wrong.extend(seen.code.keys().filter(|info| !allowed(info)).map(|info| format!("README.md holds code: {info:?}")));
}

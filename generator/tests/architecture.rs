//! The walls of `ARCHITECTURE.md`, read from the paths that the source names. A broken one fails with its own text.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "architecture/paths.rs"]
mod paths;
#[path = "architecture/rules.rs"]
mod rules;

use std::{
    fs,
    path::{Path, PathBuf},
};

use paths::Named;

/// A source file of the program.
struct Source {
    /// Below the folder that was walked, with `/`.
    name: String,
    text: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sources(folder: &str) -> Vec<Source> {
    let top = root().join(folder);
    let (mut open, mut found) = (vec![top.clone()], Vec::new());
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if entry.file_type().unwrap().is_dir() {
                // Each package's own target folder, where someone builds outside the workspace.
                open.extend((entry.file_name() != "target").then_some(path));
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&top).unwrap().to_str().unwrap().replace('\\', "/");
                found.push(Source { name, text: fs::read_to_string(&path).unwrap() });
            }
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(!found.is_empty(), "{} holds no Rust file", top.display());
    found
}

fn is_test(name: &str) -> bool {
    name.ends_with("tests.rs") || name.contains("tests/")
}

/// Every path that the program's own code names, tests left out.
fn named(folder: &str) -> Vec<(String, Vec<Named>)> {
    let files = sources(folder).into_iter().filter(|source| !is_test(&source.name));
    files.map(|source| (source.name.clone(), paths::named(&source.name, &source.text))).collect()
}

/// The modules that a stage may use, and no others.
#[test]
fn arrows() {
    let mut broken = Vec::new();
    for (file, named) in named("generator/src") {
        let from = paths::module(&file).first().cloned().unwrap_or_default();
        let Some((_, allowed, text)) = rules::ARROWS.iter().find(|(module, ..)| *module == from) else { continue };
        for path in named.iter().filter_map(Named::path) {
            if let [root, to, ..] = path
                && root == "crate"
                && rules::MODULES.contains(&to.as_str())
                && *to != from
                && !allowed.contains(&to.as_str())
            {
                broken.push(format!("{file}: {}\n    {text}", path.join("::")));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// What only some files may name: crates, parts of the standard library, macros.
#[test]
fn nevers() {
    let mut broken = Vec::new();
    for (file, named) in named("generator/src") {
        for name in &named {
            for rule in rules::NEVERS.iter().filter(|rule| rule.forbids(&file, name)) {
                broken.push(format!("{file}: {name}\n    {}", rule.text));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn one_file_names_serde_yaml() {
    let names = |named: &[Named]| named.iter().filter_map(Named::path).any(|path| path[0] == "serde_yaml");
    let files: Vec<_> = named("generator/src").into_iter().filter(|(_, named)| names(named)).map(|(f, _)| f).collect();
    assert!(files.len() <= 1, "serde_yaml is archived: one file names it, so that it can be replaced; now {files:?}");
}

#[test]
fn runtime_files_name_each_other_by_super() {
    let mut broken = Vec::new();
    for source in sources("templates/crate/src/runtime") {
        let named = paths::named_as_written(&source.text);
        let absolute = named.iter().filter_map(Named::path).filter(|path| path[0] == "crate");
        broken.extend(absolute.map(|path| format!("{}: {}", source.name, path.join("::"))));
    }
    let text = "a runtime file names its siblings by `super::` only: the crate may be mounted as a module";
    assert!(broken.is_empty(), "{text}\n{}", broken.join("\n"));
}

#[test]
fn files_fit_in_a_head() {
    let mut sizes = Vec::new();
    for folder in ["generator", "templates"] {
        for source in sources(folder) {
            sizes.push((source.text.lines().count(), format!("{folder}/{}", source.name)));
        }
    }
    sizes.sort();
    let long: Vec<_> = sizes.iter().filter(|(lines, _)| *lines > 500).collect();
    assert!(long.is_empty(), "no file is over 500 lines: {long:?}");
    let (median, _) = sizes[sizes.len() / 2];
    assert!(median < 250, "the median of files is under 250 lines, now {median}");
}

#[test]
fn nothing_is_unsafe() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap().parse::<toml::Table>().unwrap();
    assert_eq!(manifest["workspace"]["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
    for member in manifest["workspace"]["members"].as_array().unwrap() {
        let member = member.as_str().unwrap();
        let text = fs::read_to_string(root().join(member).join("Cargo.toml")).unwrap();
        let lints = text.parse::<toml::Table>().unwrap().remove("lints");
        let forbids = lints.is_some_and(|lints| {
            lints.get("workspace").and_then(toml::Value::as_bool) == Some(true)
                || lints.get("rust").and_then(|rust| rust.get("unsafe_code")?.as_str()) == Some("forbid")
        });
        // The emitted crate inherits nothing: its root says it.
        let library = fs::read_to_string(root().join(member).join("src/lib.rs")).unwrap();
        assert!(forbids || library.contains("#![forbid(unsafe_code)]"), "{member} does not forbid unsafe code");
    }
}

/// The rules above are only as good as the reader of paths.
#[test]
fn paths_are_read_from_uses_and_expressions() {
    let text = r#"
        use crate::{emit::{self, Files}, model::Api};
        use super::tokens;
        // use miette::Report;
        fn g() -> TokenStream { quote! { println!("{}", std::env::args()) } }
        fn f() { let _ = "std::fs"; std::fs::read("x"); println!("{}", heck::AsSnakeCase("x")); }
        mod inner { use super::super::source::load; }
        #[cfg(test)]
        mod tests { use crate::resolve::resolve; }
    "#;
    let found: Vec<_> = paths::named("emit/print.rs", text).iter().map(ToString::to_string).collect();
    let expected = [
        "crate::emit::self",
        "crate::emit::Files",
        "crate::model::Api",
        "crate::emit::tokens",
        "quote!",
        "std::fs::read",
        "println!",
        "heck::AsSnakeCase",
        "crate::emit::source::load",
    ];
    assert_eq!(found, expected);
}

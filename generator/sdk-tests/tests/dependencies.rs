//! Licences, sources and duplicates of what the workspace depends on, by the rules of `deny.toml`.
//!
//! The same as `cargo deny check licenses sources bans` holds, at the cost of one `cargo metadata`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
    process::Command,
};

use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn metadata() -> Value {
    metadata_with(&["--all-features"])
}

fn metadata_with(features: &[&str]) -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked"])
        .args(features)
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn rules() -> toml::Table {
    fs::read_to_string(root().join("deny.toml")).unwrap().parse().unwrap()
}

fn texts(value: &toml::Value) -> BTreeSet<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_licence_is_allowed() {
    let allowed = texts(&rules()["licenses"]["allow"]);
    let metadata = metadata();
    let (mut refused, mut used) = (Vec::new(), BTreeSet::new());
    // A member that is never published needs none.
    let private = |package: &&Value| package["publish"].as_array().is_some_and(Vec::is_empty);
    for package in metadata["packages"].as_array().unwrap().iter().filter(|package| !private(package)) {
        let licence = package["license"].as_str().unwrap_or("none");
        match fits(licence, &allowed) {
            Some(names) => used.extend(names),
            None => refused.push(format!("{} {}: {licence}", package["name"], package["version"])),
        }
    }
    assert!(refused.is_empty(), "deny.toml does not allow\n{}", refused.join("\n"));
    let unused: Vec<_> = allowed.difference(&used).collect();
    assert!(unused.is_empty(), "deny.toml allows what no package has: {unused:?}");
}

/// The allowed names that meet an SPDX expression, or `None`. `/` is cargo's old spelling of `OR`.
fn fits(expression: &str, allowed: &BTreeSet<String>) -> Option<BTreeSet<String>> {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut words = words.as_slice();
    any(&mut words, allowed)
}

fn any(words: &mut &[&str], allowed: &BTreeSet<String>) -> Option<BTreeSet<String>> {
    let mut met = all(words, allowed);
    while let [first, rest @ ..] = *words
        && *first == "OR"
    {
        *words = rest;
        let other = all(words, allowed);
        met = match (met, other) {
            (Some(one), Some(two)) => Some(&one | &two),
            (one, two) => one.or(two),
        };
    }
    met
}

fn all(words: &mut &[&str], allowed: &BTreeSet<String>) -> Option<BTreeSet<String>> {
    let mut met = one(words, allowed);
    while let [first, rest @ ..] = *words
        && *first == "AND"
    {
        *words = rest;
        let other = one(words, allowed);
        met = met.zip(other).map(|(one, two)| &one | &two);
    }
    met
}

fn one(words: &mut &[&str], allowed: &BTreeSet<String>) -> Option<BTreeSet<String>> {
    let (first, rest) = words.split_first().expect("an SPDX expression ends too early");
    *words = rest;
    if *first == "(" {
        let met = any(words, allowed);
        *words = words.split_first().filter(|(last, _)| **last == ")").expect("a `)` is missing").1;
        return met;
    }
    // `Apache-2.0 WITH LLVM-exception` allows more than `Apache-2.0` does.
    if let ["WITH", _, rest @ ..] = *words {
        *words = rest;
    }
    allowed.get(*first).map(|name| BTreeSet::from([name.clone()]))
}

#[test]
fn an_expression_is_read_as_spdx_says() {
    let allowed = BTreeSet::from(["MIT".to_owned(), "ISC".to_owned()]);
    for (expression, fit) in [
        ("MIT/GPL-3.0", true),
        ("MIT AND GPL-3.0", false),
        ("GPL-3.0 OR (MIT AND ISC)", true),
        ("(MIT OR GPL-3.0) AND GPL-3.0", false),
        ("GPL-3.0 AND MIT OR ISC", true),
    ] {
        assert_eq!(fits(expression, &allowed).is_some(), fit, "{expression}");
    }
}

#[test]
fn everything_comes_from_the_registry_or_from_here() {
    assert_eq!(rules()["sources"]["unknown-git"].as_str(), Some("deny"));
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap();
    let foreign: Vec<_> = packages
        .iter()
        .filter(|package| package["source"].as_str().is_some_and(|source| !source.starts_with("registry+")))
        .map(|package| package["id"].as_str().unwrap())
        .collect();
    assert!(foreign.is_empty(), "neither a registry nor this workspace: {foreign:?}");
    let outside: Vec<_> = packages
        .iter()
        .filter(|package| package["source"].is_null())
        .filter(|package| !metadata["workspace_members"].as_array().unwrap().contains(&package["id"]))
        .map(|package| package["id"].as_str().unwrap())
        .collect();
    assert!(outside.is_empty(), "a path outside the workspace: {outside:?}");
}

/// A machine with Rust and nothing else has no headers of OpenSSL.
#[test]
fn no_member_asks_for_native_tls_by_default() {
    let names = |metadata: &Value| -> BTreeSet<String> {
        let nodes = metadata["resolve"]["nodes"].as_array().unwrap().iter();
        let used: BTreeSet<_> = nodes.map(|node| node["id"].as_str().unwrap()).collect();
        let packages = metadata["packages"].as_array().unwrap().iter();
        let used = packages.filter(|package| used.contains(package["id"].as_str().unwrap()));
        used.map(|package| package["name"].as_str().unwrap().to_owned()).collect()
    };
    assert!(names(&metadata()).contains("openssl-sys"), "the feature exists, so that the next line says something");
    assert!(!names(&metadata_with(&[])).contains("openssl-sys"));
}

#[test]
fn the_sdk_pulls_no_crate_twice() {
    let skipped: BTreeSet<String> = rules()["bans"]["skip"]
        .as_array()
        .unwrap()
        .iter()
        .map(|skip| skip["crate"].as_str().unwrap().to_owned())
        .collect();
    let twice = duplicates();
    let found: BTreeSet<String> = twice.keys().cloned().collect();
    assert_eq!(found, skipped, "left: crates in two versions; right: those that deny.toml skips with a reason");
}

/// Crates that the SDK's normal dependencies hold in more than one version, on any target and with all features.
fn duplicates() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "-p", "airstore-sdk", "--all-features", "--target=all", "--edges=normal", "--locked"])
        .args(["--prefix=none", "--format={p}"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let (name, rest) = line.split_once(" v").unwrap();
        let version = rest.split(' ').next().unwrap();
        versions.entry(name.to_owned()).or_default().insert(version.to_owned());
    }
    assert!(versions.len() > 20, "cargo tree names only {versions:?}");
    versions.retain(|_, versions| versions.len() > 1);
    versions
}

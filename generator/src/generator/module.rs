//! Module mode: the crate's files as a module tree, and its dependencies as lines for the user's manifest.

use std::{collections::BTreeMap, env, path::Path};

use crate::{config::RawSdk, emit::Files, failure::Failure, model::ModuleName};

/// Fills in what module mode decides itself.
pub(super) fn prepare(raw: &mut RawSdk, mount: &str) -> Result<(), Failure> {
    if ModuleName::new(mount).is_err() || mount.chars().any(|c| c.is_ascii_uppercase()) {
        let message = format!("`{mount}` cannot be a module's name");
        return Err(Failure::usage(message, "choose one in snake case that is no keyword"));
    }
    if raw.out.is_empty() {
        let Some(folder) = env::var_os("OUT_DIR") else {
            let help = "call it from a build script, or name a folder with `.out(..)`";
            return Err(Failure::usage("OUT_DIR is not set", help));
        };
        raw.out = Path::new(&folder).join(mount).to_string_lossy().into_owned();
    }
    // What the crate would be called only shows in the User-Agent.
    raw.package.get_or_insert_with(|| mount.to_owned());
    (raw.tests, raw.examples) = (Some(false), Some(false));
    Ok(())
}

/// What stands under `src/`, its root being `mod.rs`, and the manifest's features and dependencies.
pub(super) fn of_crate(files: Files) -> (Files, String) {
    let mut tree = BTreeMap::new();
    let mut manifest = String::new();
    for (path, text) in files.0 {
        match path.strip_prefix("src/") {
            Some("lib.rs") => {
                tree.insert("mod.rs".to_owned(), text);
            }
            Some(below) => {
                tree.insert(below.to_owned(), text);
            }
            None if path == "Cargo.toml" => manifest = text,
            None => {}
        }
    }
    (Files(tree), dependencies(&manifest))
}

/// The tables of a manifest that say what the code needs.
fn dependencies(manifest: &str) -> String {
    let Ok(mut document) = manifest.parse::<toml_edit::DocumentMut>() else { return String::new() };
    document.retain(|key, _| matches!(key, "features" | "dependencies" | "target"));
    document.to_string().trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_is_what_stands_under_src() {
        let files = [
            ("Cargo.toml", "[package]\nname = \"x\"\n\n[features]\ndefault = []\n\n[dependencies]\nbytes = \"1\"\n"),
            ("README.md", "x"),
            ("src/lib.rs", "mod client;"),
            ("src/types/pet.rs", "struct Pet;"),
        ];
        let files = Files(files.iter().map(|(p, t)| ((*p).to_owned(), (*t).to_owned())).collect());
        let (tree, dependencies) = of_crate(files);
        assert_eq!(tree.0.keys().collect::<Vec<_>>(), ["mod.rs", "types/pet.rs"]);
        assert_eq!(dependencies, "[features]\ndefault = []\n\n[dependencies]\nbytes = \"1\"\n");
    }

    #[test]
    fn a_mount_is_a_module() {
        let mut raw = RawSdk { out: "x".to_owned(), ..RawSdk::default() };
        assert!(prepare(&mut raw, "type").is_err());
        assert!(prepare(&mut raw, "a::b").is_err());
        assert!(prepare(&mut raw, "pets").is_ok());
        assert_eq!(raw.package.as_deref(), Some("pets"));
    }
}

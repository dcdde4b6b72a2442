//! The program embeds every file of `templates/crate`, and no other.

use std::{collections::BTreeMap, error::Error, fs, path::Path};

use generator::emit::Templates;

fn collect(folder: &Path, below: &Path, found: &mut BTreeMap<String, String>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, below, found)?;
        } else {
            let name = path.strip_prefix(below)?.to_string_lossy().replace('\\', "/");
            found.insert(name, fs::read_to_string(&path)?.replace("\r\n", "\n"));
        }
    }
    Ok(())
}

#[test]
fn embedded_templates_are_the_folder() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/crate");
    let mut found = BTreeMap::new();
    collect(&root, &root, &mut found)?;
    let templates = Templates::embedded();
    assert_eq!(templates.paths().collect::<Vec<_>>(), found.keys().collect::<Vec<_>>());
    for (path, text) in &found {
        assert_eq!(templates.get(path), Some(text.as_str()), "{path}");
    }
    Ok(())
}

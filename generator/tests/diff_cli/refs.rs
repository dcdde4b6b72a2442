//! What of a commit is exported: what a description may refer to, whatever else the repository holds.

use generator::diff::inputs::{follow, git::Repository};

use crate::{
    commit,
    folder::{Folder, PETS},
    git,
};

/// The files of the last commit that the description at this path needs, in order.
fn exported(folder: &Folder, path: &str) -> Vec<String> {
    let repository = Repository::around(&folder.path(".").canonicalize().unwrap()).unwrap();
    let mut export = repository.open("HEAD").unwrap();
    follow::configurations(&repository, &mut export).unwrap();
    follow::description(&repository, &mut export, path).unwrap();
    export.taken().inspect(|path| assert!(export.folder().join(path).is_file(), "{path}")).cloned().collect()
}

#[test]
fn only_what_a_description_refers_to_is_exported() {
    let folder = Folder::empty();
    folder.put("api/openapi.yaml", &PETS.replace("'#/components/schemas/Pet'", "'parts/pet.yaml'"));
    folder.put("api/parts/pet.yaml", "type: object\nproperties: { name: { $ref: \"./na%6De.json#/Name\" } }\n");
    folder.put("api/parts/name.json", r#"{"Name": {"type": "string"}}"#);
    folder.put("api/generator.toml", "[[sdk]]\nspec = 'openapi.yaml'\nout = 'sdk'\noverlays = ['more.yml']\n");
    folder.put("api/more.yml", "overlay: 1.0.0\ninfo: { title: o, version: '1' }\nactions: []\n");
    for other in ["deploy/values.yaml", "api/other.yaml", "package.json", "api/parts/dog.yaml", "src/main.rs"] {
        folder.put(other, "{}\n");
    }
    folder.put("other/generator.toml", "[[sdk]]\nspec = '../deploy/values.yaml'\nout = 'sdk'\n");
    folder.put("sdk/Cargo.toml", "[package]\nname = 'sdk'\nversion = '1.2.3'\n");
    git(&folder, &["init", "-q", "."]);
    commit(&folder);
    let all = ["generator.toml", "more.yml", "openapi.yaml", "parts/name.json", "parts/pet.yaml"];
    let mut all: Vec<String> = all.iter().map(|name| format!("api/{name}")).collect();
    all.extend(["other/generator.toml", "sdk/Cargo.toml"].map(str::to_owned));
    assert_eq!(exported(&folder, "api/openapi.yaml"), all);
    assert_eq!(exported(&folder, "api"), all, "a folder is its description");
    // A name that stands in a text otherwise than in the file system is not looked for: it is there.
    folder.put("api/parts/my pet.yaml", "type: object\n");
    folder.put("api/parts/h\u{e9}ros.yaml", "type: object\n");
    commit(&folder);
    assert_eq!(exported(&folder, "api/openapi.yaml").len(), all.len() + 2);
    // Nor is what an escape may hide.
    folder.put("api/parts/pet.yaml", "properties: { name: { $ref: \"d\\x6fg.yaml\" } }\n");
    commit(&folder);
    assert!(exported(&folder, "api/openapi.yaml").contains(&"api/parts/dog.yaml".to_owned()));
}

#[test]
fn a_repository_of_many_files_is_no_hindrance() {
    let folder = Folder::with_pets();
    (0..21_000).for_each(|number| folder.put(&format!("many/{}/{number}.json", number % 100), "{}"));
    git(&folder, &["init", "-q", "."]);
    commit(&folder);
    let ended = folder.run(&["diff", "HEAD"]).with(0);
    assert!(ended.out.contains("The two descriptions say the same."), "{}", ended.out);
    folder.run(&["diff", "HEAD:many", "api.yaml"]).with(2).says(&["the folder `HEAD:many` holds none of openapi.yaml"]);
}

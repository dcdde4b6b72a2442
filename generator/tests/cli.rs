//! The program as a person meets it: its words, its exit codes, and what it leaves on disk.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "cli/codes.rs"]
mod codes;
#[path = "cli/folder.rs"]
mod folder;
#[path = "cli/inspect.rs"]
mod inspect;
#[path = "cli/messages.rs"]
mod messages;
#[path = "cli/overrides.rs"]
mod overrides;

use std::fs;

use folder::{Folder, PETS};

#[test]
fn without_anything_it_says_how_to_begin() {
    Folder::empty().run(&[]).with(2).says(&["no generator.toml here", "generator init SPEC"]);
    Folder::empty().run(&["generate", "api.yaml"]).with(2).says(&["generator generate api.yaml --out my-sdk"]);
    Folder::empty().run(&["generate", "gone.yaml", "--out", "sdk"]).with(2).says(&["`gone.yaml` cannot be read"]);
}

#[test]
fn a_wrong_command_line_is_answered_with_the_right_one() {
    let folder = Folder::with_pets();
    folder.run(&["chekc"]).with(2).says(&["check"]);
    folder.run(&["generate", "--dry-rum"]).with(2).says(&["--dry-run"]);
    folder.run(&["--only", "pest"]).with(2).says(&["no crate `pest`", "did you mean `pets`?"]);
    folder.run(&["--deny", "warnigns"]).with(2).says(&["`warnigns` is no diagnostic's code"]);
    folder.run(&["generate", "other.yaml"]).with(2).says(&["has the spec `other.yaml`", "--out my-sdk"]);
    folder
        .run(&["generate", "api.yaml", "--out", "x", "--name", "a b"])
        .with(2)
        .says(&["`a b` cannot be a crate's name"]);
    assert!(!folder.has("x") && !folder.has("sdk"));
}

#[test]
fn every_command_has_help_with_examples() {
    let folder = Folder::empty();
    for command in ["generate", "check", "init", "inspect", "explain", "completions"] {
        let help = folder.run(&[command, "--help"]).with(0);
        assert!(help.out.contains(&format!("Examples:\n  generator {command}")), "{}", help.out);
    }
    assert!(folder.run(&["completions", "bash"]).with(0).out.contains("_generator()"));
}

#[test]
fn a_misspelt_key_is_named_with_its_place() {
    let folder = Folder::with_pets();
    folder.put("generator.toml", "[[sdk]]\nspec = \"api.yaml\"\nout = \"sdk\"\n  licence = \"MIT\"\n");
    let ended = folder.run(&["--format", "short"]).with(2);
    assert_eq!(
        ended.err,
        "generator.toml:4:3: error[config-key]: `licence` is no key of this table; did you mean `license`?\n"
    );
    folder.run(&[]).with(2).says(&["[generator.toml:4:3]", "licence = \"MIT\"", "───────"]);
    assert!(!folder.has("sdk"));
}

#[test]
fn wrong_choices_are_all_named() {
    let folder = Folder::with_pets();
    folder.put(
        "generator.toml",
        "[[sdk]]\nspec = \"api.yaml\"\nout = \"sdk\"\nversion = \"v1\"\nclient = \"my client\"\n\
         allow = [{ code = \"schema-untyped\", reason = \"\" }]\n",
    );
    let ended = folder.run(&["--format", "short"]).with(2);
    let places: Vec<_> = ended.err.lines().map(|l| l.split(": ").next().unwrap()).collect();
    assert_eq!(places, ["generator.toml:4:11", "generator.toml:5:10", "generator.toml:6:10"], "{}", ended.err);
}

#[test]
fn a_broken_description_is_refused_and_leaves_nothing() {
    let folder = Folder::with_pets();
    folder.put("api.yaml", "openapi: 3.0.3\npaths: {\n");
    let ended = folder.run(&["--format", "short"]).with(3);
    assert!(ended.err.starts_with("api.yaml:"), "{}", ended.err);
    assert!(ended.err.contains(": error[source-syntax]: "), "{}", ended.err);
    assert!(!folder.has("sdk"));
    let json = folder.run(&["--format", "json"]).with(3).json();
    assert_eq!((&json["exit"], &json["findings"][0]["code"]), (&3.into(), &"source-syntax".into()));
}

#[test]
fn a_failing_run_leaves_the_crate_as_it_was() {
    let folder = Folder::with_crate();
    let owned = folder.owned();
    owned.iter().for_each(|path| folder.age(path));
    folder.put("api.yaml", "openapi: [\n");
    folder.run(&[]).with(3);
    assert!(owned.iter().all(|path| folder.is_aged(path)));
}

#[test]
fn it_makes_a_crate_and_then_touches_nothing() {
    let folder = Folder::with_pets();
    let first = folder.run(&[]).with(0);
    assert!(first.out.contains("pets in sdk: 1 type, 2 operations (2 typed, 0 raw)"), "{}", first.out);
    assert!(first.out.contains("  wrote Cargo.toml\n"), "{}", first.out);
    let owned = folder.owned();
    assert!(owned.contains(&"sdk/src/lib.rs".to_owned()), "{owned:?}");
    owned.iter().for_each(|path| folder.age(path));
    folder.age("sdk/.sdk-manifest.json");

    let second = folder.run(&[]).with(0);
    assert!(second.out.contains(&format!("wrote 0 files, kept {}, removed 0", owned.len())), "{}", second.out);
    assert!(owned.iter().all(|path| folder.is_aged(path)));
    assert!(folder.is_aged("sdk/.sdk-manifest.json"));
}

#[test]
fn the_folder_is_found_by_walking_up() {
    let folder = Folder::with_pets();
    folder.put("deep/er/x", "");
    let ended = std::process::Command::new(env!("CARGO_BIN_EXE_generator"))
        .current_dir(folder.path("deep/er"))
        .output()
        .unwrap();
    let out = String::from_utf8(ended.stdout).unwrap();
    assert!(out.contains("pets in ../../sdk"), "{out}");
    assert!(folder.has("sdk/Cargo.toml"));
}

#[test]
fn a_dry_run_says_what_would_be_and_touches_nothing() {
    let folder = Folder::with_pets();
    let ended = folder.run(&["--dry-run"]).with(0);
    assert!(ended.out.contains("  would write Cargo.toml\n"), "{}", ended.out);
    assert!(!folder.has("sdk"));
}

#[test]
fn quiet_says_nothing_and_json_says_all() {
    let folder = Folder::with_pets();
    let quiet = folder.run(&["--quiet"]).with(0);
    assert_eq!((quiet.out.as_str(), quiet.err.as_str()), ("", ""));
    let json = folder.run(&["--format", "json"]).with(0).json();
    let made = &json["crates"][0];
    assert_eq!((&made["package"], &made["types"]), (&"pets".into(), &1.into()));
    assert_eq!(made["kept"].as_array().unwrap().len(), folder.owned().len());
    assert!(made["findings"].as_array().unwrap().iter().any(|f| f["code"] == "schema-untyped"), "{json:#}");
}

#[test]
fn a_hand_edit_is_not_overwritten() {
    let folder = Folder::with_crate();
    folder.put("sdk/src/lib.rs", "// mine\n");
    folder.run(&[]).with(1).says(&["output-edited", "`sdk/src/lib.rs` was edited by hand", "--force"]);
    assert_eq!(folder.read("sdk/src/lib.rs"), "// mine\n");
    folder.run(&["--force"]).with(0);
    assert_ne!(folder.read("sdk/src/lib.rs"), "// mine\n");
}

#[test]
fn hand_written_files_survive_and_ext_is_declared() {
    let folder = Folder::with_crate();
    assert!(!folder.read("sdk/src/lib.rs").contains("mod ext"));
    folder.put("sdk/src/ext.rs", "//! Mine.\n");
    folder.put("sdk/NOTES.md", "mine");
    folder.run(&[]).with(0);
    assert!(folder.read("sdk/src/lib.rs").contains("pub mod ext;"));
    assert_eq!(
        (folder.read("sdk/src/ext.rs"), folder.read("sdk/NOTES.md")),
        ("//! Mine.\n".to_owned(), "mine".to_owned())
    );
}

#[test]
fn check_tells_a_hand_edit_a_stale_file_and_a_changed_description() {
    let folder = Folder::with_crate();
    folder.run(&["check"]).with(0);
    let text = folder.read("sdk/src/lib.rs");
    folder.put("sdk/src/lib.rs", &text.replace("pub mod types", "pub mod kinds"));
    let ended = folder.run(&["check"]).with(1).says(&["check-drift", "`sdk/src/lib.rs` was edited by hand"]);
    assert!(ended.out.contains("--- sdk/src/lib.rs (on disk)"), "{}", ended.out);
    assert!(ended.out.contains("-pub mod kinds") && ended.out.contains("+pub mod types"), "{}", ended.out);

    folder.put("sdk/src/lib.rs", &text);
    folder.put("api.yaml", &PETS.replace("Pet:", "Dog:").replace("schemas/Pet'", "schemas/Dog'"));
    folder
        .run(&["check", "--format", "short"])
        .with(1)
        .says(&["`sdk/src/types/pet.rs` is stale", "`sdk/src/types/dog.rs` is missing"]);
    assert!(folder.has("sdk/src/types/pet.rs") && !folder.has("sdk/src/types/dog.rs"));
    folder.run(&["--quiet"]).with(0);
    assert!(!folder.has("sdk/src/types/pet.rs") && folder.has("sdk/src/types/dog.rs"));
    folder.run(&["check"]).with(0);
}

#[test]
fn a_run_that_was_cut_off_is_finished_without_force() {
    let folder = Folder::with_crate();
    let old_manifest = folder.read("sdk/.sdk-manifest.json");
    folder.put(
        "api.yaml",
        &PETS.replace("name: { type: string }", "name: { type: string }\n        age: { type: integer }"),
    );
    folder.run(&["--quiet"]).with(0);
    // As if it had been stopped before the manifest: new files under the old manifest, a temporary one left.
    folder.put("sdk/.sdk-manifest.json", &old_manifest);
    folder.put("sdk/src/.sdk-tmp-x1", "half");
    let ended = folder.run(&[]).with(0);
    assert!(ended.out.contains("wrote 0 files"), "{}", ended.out);
    assert!(!folder.has("sdk/src/.sdk-tmp-x1"));
    folder.run(&["check"]).with(0);
}

#[test]
fn a_folder_of_somebody_else_is_left_alone() {
    let folder = Folder::with_pets();
    folder.put("sdk/src/main.rs", "fn main() {}\n");
    folder.run(&[]).with(2).says(&["output-foreign", "it holds `src/main.rs`"]);
    assert!(!folder.has("sdk/Cargo.toml"));
}

#[test]
fn a_newer_generators_crate_is_left_alone() {
    let folder = Folder::with_crate();
    let manifest = folder.read("sdk/.sdk-manifest.json");
    folder.put("sdk/.sdk-manifest.json", &manifest.replace(env!("CARGO_PKG_VERSION"), "99.1.0"));
    folder.run(&[]).with(2).says(&["made by generator 99.1.0", "install the newer generator"]);
    folder.run(&["check"]).with(2);
    folder.run(&["--force"]).with(0);
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    let folder = Folder::with_crate();
    folder.put("elsewhere/keep", "x");
    fs::remove_dir_all(folder.path("sdk/src")).unwrap();
    std::os::unix::fs::symlink(folder.path("elsewhere"), folder.path("sdk/src")).unwrap();
    for arguments in [&[][..], &["--force"], &["check"]] {
        folder.run(arguments).with(2).says(&["output-unwritable", "a symbolic link"]);
    }
    assert_eq!(fs::read_dir(folder.path("elsewhere")).unwrap().count(), 1);
}

#[test]
fn a_gate_stops_the_run_before_it_writes() {
    let folder = Folder::with_pets();
    folder.run(&["--deny", "warnings"]).with(1).says(&["schema-untyped", "nothing was written"]);
    folder.run(&["--deny", "schema-untyped"]).with(1);
    assert!(!folder.has("sdk"));
    folder.run(&["--deny", "name-collision"]).with(0);

    let allow = "allow = [{ code = \"schema-untyped\", reason = \"shapes are opaque to us\" }]\n";
    let toml = folder.read("generator.toml");
    folder.put("generator.toml", &(toml + allow));
    let ended = folder.run(&["--deny", "warnings"]).with(0);
    assert!(!ended.err.contains("schema-untyped"), "{}", ended.err);
    folder.run(&["--deny", "schema-untyped"]).with(1);
}

#[test]
fn standard_input_makes_a_crate_that_stands_alone() {
    let folder = Folder::empty();
    let ended = folder.run_with(&["generate", "-", "--out", "my-pets"], PETS).with(0);
    assert!(ended.out.trim_end().lines().last().unwrap().starts_with("the crate stands alone"), "{}", ended.out);
    let manifest = folder.read("my-pets/Cargo.toml");
    assert!(manifest.contains("name = \"my-pets\"") && manifest.contains("[workspace]"), "{manifest}");
    assert!(!manifest.contains("license"), "{manifest}");

    let member = ["generate", "-", "--out", "member", "--name", "pets-api", "--member"];
    let ended = folder.run_with(&member, PETS).with(0);
    assert!(ended.out.contains("add \"member\" to `members`"), "{}", ended.out);
    let manifest = folder.read("member/Cargo.toml");
    assert!(manifest.contains("name = \"pets-api\"") && !manifest.contains("[workspace]"), "{manifest}");
    folder.run_with(&["generate", "-", "--out", "bad"], "a: b: c").with(3).says(&["<stdin>:1:"]);
}

#[test]
fn init_needs_nothing_and_makes_all() {
    let folder = Folder::empty();
    let ended = folder.run(&["init", "--example"]).with(0);
    for name in ["openapi.yaml", "generator.schema.json", "generator.toml", "airstore-sdk/Cargo.toml"] {
        assert!(folder.has(name), "{name}");
    }
    let next = "next: cargo doc --no-deps --open --manifest-path airstore-sdk/Cargo.toml";
    assert!(ended.out.ends_with(&format!("{next}\n")), "{}", ended.out);
    folder.run(&["check"]).with(0);
    folder.run(&["init", "--example"]).with(2).says(&["generator.toml exists already"]);
}

#[test]
fn init_takes_the_name_from_the_description_and_leaves_nothing_behind_a_failure() {
    let folder = Folder::empty();
    folder.run(&["init"]).with(2).says(&["generator init --example"]);
    folder.put("openapi.yaml", "openapi: [\n");
    folder.run(&["init"]).with(3);
    assert!(!folder.has("generator.toml"));
    folder.put("openapi.yaml", PETS);
    folder.run(&["init"]).with(0);
    assert!(folder.read("generator.toml").contains("package = \"pet-store-sdk\""));
    assert!(folder.has("pet-store-sdk/src/lib.rs"));
}

#[test]
fn inspect_shows_every_stage() {
    let folder = Folder::with_pets();
    let json = folder.run(&["inspect", "--format", "json"]).with(0).json();
    assert_eq!(json["version"], 1);
    let operations = json["operations"].as_array().unwrap();
    let list = operations.iter().find(|o| o["operation_id"] == "listPets").unwrap();
    assert_eq!(list["signature"], "pub fn list(&self) -> op::List");
    assert_eq!(list["rust"], "pets::resources::pets::Pets::list");
    assert_eq!((&list["http_method"], &list["path"]), (&"GET".into(), &"/pets".into()));
    assert_eq!(list["results"][0]["type"], "Vec<Pet>");
    assert_eq!(list["place"]["line"], 6);
    let pet = &json["types"][0];
    assert_eq!((&pet["rust"], &pet["kind"]), (&"pets::types::Pet".into(), &"struct".into()));
    assert_eq!(pet["place"]["pointer"], "/components/schemas/Pet");
    assert_eq!((&pet["fields"][0]["wire"], &pet["fields"][0]["presence"]), (&"name".into(), &"required".into()));
    assert_eq!(json["fallbacks"].as_array().unwrap().len(), 1);

    let human = folder.run(&["inspect", "api.yaml"]).with(0);
    assert!(human.out.contains("GET /pets  listPets\n    pub fn list(&self) -> op::List\n"), "{}", human.out);
    let source = folder.run_with(&["inspect", "-", "--stage", "source"], PETS).with(0).json();
    assert_eq!(source["info"]["title"], "Pet Store");
    let dialect = folder.run(&["inspect", "--stage", "dialect"]).with(0).json();
    assert!(dialect["paths"]["/pets"]["get"].is_object());
    folder.run_with(&["inspect", "-"], "nonsense").with(3);
}

#[test]
fn explain_says_why_and_what_changes_it() {
    let folder = Folder::with_pets();
    for name in ["listPets", "pets.list", "get /pets"] {
        let ended = folder.run(&["explain", "api.yaml", name]).with(0);
        assert!(ended.out.contains("`x-sdk-method` changes it"), "{}", ended.out);
    }
    let pinned = PETS.replace("operationId: listPets", "operationId: listPets\n      x-sdk-method: all");
    folder.put("pinned.yaml", &pinned);
    let ended = folder.run(&["explain", "pinned.yaml", "listPets"]).with(0);
    assert!(ended.out.contains("the method `all`: pinned by `x-sdk-method: all`"), "{}", ended.out);
    assert!(folder.run(&["explain", "api.yaml", "Pet"]).with(0).out.contains("pets::types::Pet"));
    folder.run(&["explain", "api.yaml", "lsitPets"]).with(2).says(&["did you mean `listPets`?"]);
    folder.run(&["explain", "schema-untypd"]).with(2).says(&["did you mean `schema-untyped`?"]);
    assert!(folder.run(&["explain", "schema-untyped"]).with(0).out.contains("remedy: "));
    folder
        .run(&["explain", "api.yaml"])
        .with(2)
        .says(&["no operation or schema of `api.yaml`", "explain api.yaml listPets"]);
}

#[test]
fn hostile_text_does_not_act_on_the_terminal() {
    let folder = Folder::empty();
    let hostile = PETS.replace("listPets", "\"\\e[2J\\u202e\"").replace("Pet Store", "\"\\e]0;x\\a\"");
    folder.put("api.yaml", &hostile);
    for arguments in [&["inspect", "api.yaml"][..], &["generate", "api.yaml", "--out", "sdk"]] {
        let ended = folder.run(arguments);
        let all = ended.out + &ended.err;
        assert!(!all.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{all:?}");
    }
}

#[test]
fn templates_replace_embedded_ones_by_path_only() {
    let folder = Folder::with_pets();
    folder.put("mine/READNE.md.tera", "x");
    folder.run(&["--templates", "mine"]).with(2).says(&["READNE.md.tera", "did you mean `README.md.tera`?"]);
    fs::remove_file(folder.path("mine/READNE.md.tera")).unwrap();
    folder.put("mine/README.md.tera", "mine: {{ package }}\n");
    folder.run(&["--templates", "mine"]).with(0);
    assert!(folder.read("sdk/README.md").starts_with("mine: "), "{}", folder.read("sdk/README.md"));
}

//! Overrides of `generator.toml`: what they change, and what is said of those that change nothing.

use crate::folder::Folder;

const HEAD: &str = "[[sdk]]\nspec = \"api.yaml\"\nout = \"sdk\"\nlicense = \"MIT\"\n";

fn with(overrides: &str) -> Folder {
    let folder = Folder::with_pets();
    folder.put("generator.toml", &format!("{HEAD}{overrides}"));
    folder
}

#[test]
fn an_override_changes_the_crate_and_inspect_lists_it() {
    let folder = with("[[sdk.override]]\nat = \"Pet.name\"\noptional = true\nnullable = true\n");
    folder.run(&[]).with(0);
    let pet = folder.read("sdk/src/types/pet.rs");
    assert!(pet.contains("name: Nullable<String>") || pet.contains("name: Option<String>"), "{pet}");
    let human = folder.run(&["inspect"]).with(0).out;
    let line = "api.yaml:26:9 /components/schemas/Pet/properties/name: optional = true (by `Pet.name`)";
    assert!(human.contains(line), "{human}");
    let json: serde_json::Value =
        serde_json::from_str(&folder.run(&["inspect", "--format", "json"]).with(0).out).unwrap();
    assert_eq!(json["overrides"][1]["set"], "nullable = true");
    assert_eq!(json["overrides"][1]["at"], "Pet.name");
    assert_eq!(json["overrides"][1]["place"]["line"], 26);
}

#[test]
fn a_type_and_traits_of_ones_own_are_emitted() {
    let folder = with(
        "override = [\n  { at = \"Pet.name\", type = \"my_names::Name\" },\n  { at = \"Pet\", derive = [\"my_names::Tagged\"] },\n]\n[sdk.dependencies]\nmy_names = \"1\"\n",
    );
    folder.run(&[]).with(0);
    let pet = folder.read("sdk/src/types/pet.rs");
    assert!(pet.contains("pub name: my_names::Name,"), "{pet}");
    assert!(pet.lines().any(|line| line.starts_with("#[derive(") && line.contains("my_names::Tagged")), "{pet}");
    assert!(folder.read("sdk/Cargo.toml").contains("my_names = "));
    let human = folder.run(&["inspect"]).with(0).out;
    assert!(human.contains("type = \"my_names::Name\" (by `Pet.name`)"), "{human}");
}

#[test]
fn the_override_that_a_decode_error_names_works() {
    let folder = with("override = [{ at = \"/**/properties/name\", nullable = true }]\n");
    folder.run(&[]).with(0);
    let pet = folder.read("sdk/src/types/pet.rs");
    assert!(pet.contains("pub name: Option<String>"), "{pet}");
}

#[test]
fn one_that_matches_nothing_is_an_error_at_its_place() {
    let folder =
        with("override = [\n  { at = \"Pet.name\", optional = true },\n  { at = \"Pet.nmae\", optional = true },\n]\n");
    let ended = folder.run(&["--format", "short"]).with(2);
    assert!(
        ended.err.contains(
            "generator.toml:7:3: error[config-override]: no schema, property or parameter is at `Pet.nmae`; did you mean `Pet.name`?"
        ),
        "{}",
        ended.err
    );
    assert!(!folder.has("sdk"));
}

#[test]
fn one_that_can_be_none_is_an_error_at_its_place() {
    let says = |text: &str, expected: &[&str]| {
        let folder = with(&format!("override = [{text}]\n"));
        folder.run(&["--format", "short"]).with(2).says(&["generator.toml:5:"]).says(expected);
    };
    says("{ at = \"Pet\", type = \"Vec<u8>; fn f() {}\" }", &["is no path of a Rust item"]);
    says("{ at = \"Pet\", derive = [\"Eq)]\"] }", &["`Eq)]` is no path"]);
    says("{ at = \"Pet/name\", optional = true }", &["neither a JSON pointer"]);
    says("{ at = \"Pet.name\" }", &["says nothing"]);
    says("{ at = \"Pet.name\", optoinal = true }", &["did you mean `optional`?"]);
    let folder = with("[[sdk.override]]\nat = \"Pet\"\noptional = true\n");
    folder
        .run(&["--format", "short"])
        .with(2)
        .says(&["generator.toml:5:1", "it is neither a property nor a parameter"]);
}

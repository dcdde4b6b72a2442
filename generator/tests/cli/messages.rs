//! What a person who does something wrong is told.

use crate::folder::{Folder, PETS};

#[test]
fn a_page_that_is_no_description_is_recognised() {
    let folder = Folder::empty();
    folder.put("page.yaml", "<!DOCTYPE html>\n<html></html>\n");
    folder.run(&["generate", "page.yaml", "--out", "sdk"]).with(3).says(&["the document is no mapping", "web page"]);
    folder.put("empty.yaml", "\n");
    let ended = folder.run(&["generate", "empty.yaml", "--out", "sdk"]).with(3);
    let ended = ended.says(&["empty.yaml:1:1: the input is empty", "check that it is the file you mean"]);
    assert!(!ended.err.contains("───"), "there is nothing to quote: {}", ended.err);
    assert!(!folder.has("sdk"));
}

#[test]
fn an_empty_path_is_no_folder() {
    let folder = Folder::empty();
    folder.put("api.yaml", PETS);
    folder.run(&["generate", "api.yaml", "--out", ""]).with(2).says(&["the folder's path is empty"]);
    folder.run(&["generate", "", "--out", "sdk"]).with(2).says(&["the description's path is empty"]);
}

#[test]
fn a_description_that_generator_toml_names_is_missed_there() {
    let folder = Folder::with_pets();
    std::fs::remove_file(folder.path("api.yaml")).unwrap();
    let ended = folder.run(&["--format", "short"]).with(2);
    let start = "generator.toml:2:8: error[input-unreadable]: `api.yaml` cannot be read: ";
    assert!(ended.err.starts_with(start) && !ended.err.contains("os error"), "{}", ended.err);
    // On the command line there is no place to name.
    let ended = folder.run(&["generate", "gone.yaml", "--out", "x", "--format", "short"]).with(2);
    assert!(ended.err.starts_with("error[input-unreadable]: "), "{}", ended.err);
}

#[test]
fn a_folder_or_a_missing_overlay_is_a_path_that_cannot_be_read() {
    let folder = Folder::with_pets();
    std::fs::create_dir(folder.path("inner")).unwrap();
    let said = ["`inner` cannot be read: Is a directory", "name the description's file in it"];
    folder.run(&["generate", "inner", "--out", "x"]).with(2).says(&said);
    let ended = folder.run(&["--overlay", "gone.yaml"]).with(2);
    assert!(ended.err.contains("the overlay `gone.yaml` cannot be read: "), "{}", ended.err);
    assert!(!ended.err.contains("os error"), "{}", ended.err);
    std::fs::write(folder.path("binary.yaml"), [b'a', 0xFF, 0xFE]).unwrap();
    let ended = folder.run(&["generate", "binary.yaml", "--out", "x"]).with(3);
    ended.says(&["not valid UTF-8", "check that it is the file you mean"]);
}

#[test]
fn a_reference_root_is_a_folder() {
    let folder = Folder::with_pets();
    folder
        .run(&["--ref-root", "gone", "--format", "short"])
        .with(2)
        .says(&["the reference root `", "gone` is no folder"]);
    folder.put("generator.toml", "[[sdk]]\nspec = \"api.yaml\"\nout = \"sdk\"\nref_root = \"api.yaml\"\n");
    let ended = folder.run(&["--format", "short"]).with(2);
    let start = "generator.toml:4:12: error[config-value]: the reference root `api.yaml` is no folder; name the folder";
    assert!(ended.err.starts_with(start), "{}", ended.err);
}

#[test]
fn two_crates_cannot_have_one_folder() {
    let folder = Folder::with_pets();
    let one =
        |out: &str, package: &str| format!("[[sdk]]\nspec = \"api.yaml\"\nout = \"{out}\"\npackage = \"{package}\"\n");
    folder.put("generator.toml", &(one("sdk", "first") + &one("./a/../sdk", "second")));
    let ended = folder.run(&["--format", "short"]).with(2);
    let start = "generator.toml:7:7: error[config-value]: `./a/../sdk` is the folder of another [[sdk]] as well; ";
    assert!(ended.err.starts_with(start), "{}", ended.err);
    assert!(!folder.has("sdk"));
    // Also when one is chosen: the other would take it back.
    folder.run(&["--only", "first"]).with(2).says(&["the folder of another [[sdk]]"]);
}

#[test]
fn a_crate_of_generator_toml_is_chosen_by_its_description_or_its_name() {
    let folder = Folder::with_pets();
    folder.put("other.yaml", PETS);
    let one = |spec: &str, out: &str| format!("[[sdk]]\nspec = \"{spec}\"\nout = \"{out}\"\nlicense = \"MIT\"\n");
    folder.put("generator.toml", &(one("api.yaml", "first") + &one("other.yaml", "second")));
    folder.run(&["generate", "other.yaml"]).with(0);
    assert!(folder.has("second/Cargo.toml") && !folder.has("first"));
    folder.run(&["--only", "first"]).with(0);
    assert!(folder.has("first/Cargo.toml"));
    // Of several, none has the folder that a flag names.
    folder.run(&["--out", "third"]).with(2).says(&["for one crate, and generator.toml has 2", "--only PACKAGE"]);
}

#[test]
fn one_table_in_place_of_a_list_is_explained() {
    let folder = Folder::with_pets();
    folder.put("generator.toml", "[sdk]\nspec = \"api.yaml\"\nout = \"sdk\"\n");
    folder.run(&[]).with(2).says(&["[generator.toml:1:1]", "a table, where a list belongs", "write [[sdk]]"]);
}

#[test]
fn what_is_denied_is_an_error_even_when_quiet() {
    let folder = Folder::with_pets();
    let ended = folder.run(&["--deny", "warnings", "--quiet", "--format", "short"]).with(1);
    assert!(ended.err.starts_with("api.yaml:27:18: error[schema-untyped]: "), "{}", ended.err);
    assert!(ended.err.contains("error[denied]: `schema-untyped` is denied; nothing was written"), "{}", ended.err);
    let both = ["generate", "api.yaml", "--out", "x", "--deny", "schema-untyped", "--deny", "config-license"];
    let ended = folder.run(&both).with(1);
    ended.says(&["`schema-untyped`, `config-license` are denied"]);
    folder.run(&["--deny", "warnigs"]).with(2).says(&["did you mean `warnings`?"]);
    folder.run(&["--deny", "zebra"]).with(2).says(&["`generator explain` lists all codes"]);
}

#[test]
fn check_tells_an_edit_from_a_change() {
    let folder = Folder::with_crate();
    let text = folder.read("sdk/src/lib.rs");
    folder.put("sdk/src/lib.rs", &(text + "// mine\n"));
    folder.run(&["check"]).with(1).says(&["`sdk/src/lib.rs` was edited by hand", "src/ext.rs"]);
    folder.run(&["--force"]).with(0);
    folder.put("api.yaml", &PETS.replace("name: { type: string }", "name: { type: integer }"));
    folder.run(&["check"]).with(1).says(&["differs from what would be generated", "run `generator generate`"]);
}

#[test]
fn check_says_which_crates_are_up_to_date() {
    let folder = Folder::with_pets();
    let one = |out: &str| format!("[[sdk]]\nspec = \"api.yaml\"\nout = \"{out}\"\nlicense = \"MIT\"\n");
    folder.put("generator.toml", &(one("first") + &one("second")));
    folder.run(&[]).with(0);
    folder.put("first/src/lib.rs", "// mine\n");
    let ended = folder.run(&["check"]).with(1);
    assert!(ended.out.contains("second in second is up to date"), "{}", ended.out);
    assert!(!ended.out.contains("first in first is up to date"), "{}", ended.out);
}

#[test]
fn a_file_in_the_way_of_the_crate_is_named() {
    let folder = Folder::empty();
    folder.put("api.yaml", PETS);
    folder.put("taken", "x");
    let ended = folder.run(&["generate", "api.yaml", "--out", "taken"]).with(2);
    ended.says(&["taken` is a file, where the output needs a plain folder", "name another folder"]);
}

#[test]
fn explain_without_anything_lists_all_codes() {
    let folder = Folder::empty();
    let ended = folder.run(&["explain"]).with(0);
    for code in generator::diagnostic::Code::ALL {
        assert!(ended.out.lines().any(|line| line.starts_with(code.as_str())), "{}", code.as_str());
    }
}

#[test]
fn explain_says_whether_a_call_is_repeated_and_why_a_field_is_optional() {
    let folder = Folder::with_pets();
    let get = folder.run(&["explain", "api.yaml", "listPets"]).with(0);
    assert!(get.out.contains("repeated after a failure: yes, GET is idempotent"), "{}", get.out);
    let post = folder.run(&["explain", "api.yaml", "createPet"]).with(0);
    assert!(post.out.contains("`x-sdk-idempotent: true` changes it"), "{}", post.out);
    assert!(post.out.contains("the argument `body`: the request body, a `&Pet`"), "{}", post.out);
    let pet = folder.run(&["explain", "api.yaml", "Pet"]).with(0);
    assert!(pet.out.contains("`Option`: `required` does not list it"), "{}", pet.out);
    assert!(!pet.out.contains("`Nullable`"), "{}", pet.out);
}

#[test]
fn an_address_is_no_file() {
    let folder = Folder::empty();
    let url = "https://example.com/openapi.yaml";
    for command in [&["generate", url, "--out", "sdk"][..], &["inspect", url], &["init", url]] {
        folder.run(command).with(2).says(&["is an address", "curl -fsSLo"]);
    }
    folder.put("api.yaml", PETS);
    let ended = folder.run(&["generate", "api.yaml", "--out", "sdk", "--tag", "pest", "--format", "short"]).with(2);
    assert!(ended.err.lines().any(|line| line.starts_with("error[select-unmatched]: `--tag pest`")), "{}", ended.err);
}

const OVERLAY: &str = "overlay: 1.1.0\ninfo: {title: O, version: '1'}\nactions:\n- target: $.components.schemas.Pet.properties\n  update: {odd: {not: {type: string}}}\n";

#[test]
fn overlays_and_choices_come_by_flags_and_by_the_file() {
    let folder = Folder::empty();
    folder.put("api.yaml", PETS);
    folder.put("o.yaml", OVERLAY);
    let flags = ["inspect", "api.yaml", "--overlay", "o.yaml", "--operation", "list*"];
    let ended = folder.run(&flags).with(0);
    assert!(ended.out.contains("1 operation (1 typed, 0 raw), 1 left out by choice"), "{}", ended.out);
    assert!(ended.err.contains("[o.yaml:5:"), "{}", ended.err);
    let source = folder.run(&[&flags[..], &["--stage", "source"]].concat()).with(0).out;
    assert!(source.contains("\"odd\"") && !source.contains("createPet"), "{source}");
    let file = "[[sdk]]\nspec = 'api.yaml'\nout = 'sdk'\noverlays = ['o.yaml']\n[sdk.select]\nexclude_operations = ['POST /pets']\n";
    folder.put("generator.toml", file);
    folder.run(&["generate", "--dry-run"]).with(0).says(&["[o.yaml:5:"]);
    folder.run(&["generate", "--dry-run", "--tag", "pest"]).with(2).says(&[
        "generator.toml:5:",
        "`--tag pest` matches no operation",
        "did you mean `pets`?",
    ]);
    folder.put("generator.toml", &file.replace("exclude_operations", "exclude_operation"));
    folder.run(&[]).with(2).says(&["did you mean `exclude_operations`?"]);
}

//! What is told of a change, as a reviewer meets it: on which day, of which place, of which Cargo feature.

use serde_json::Value;

use crate::{
    folder::{Folder, PETS},
    repository, without_post,
};

fn of_rule<'r>(report: &'r Value, id: &str) -> Vec<&'r Value> {
    report["findings"].as_array().unwrap().iter().filter(|finding| finding["id"] == id).collect()
}

/// The old side announces when the operation that makes a pet ends; the new one has none.
fn ended_on(day: &str) -> Value {
    let folder = Folder::empty();
    let announced = format!("    post:\n      deprecated: true\n      x-sunset: '{day}'\n");
    folder.put("old.yaml", &PETS.replace("    post:\n", &announced));
    folder.put("new.yaml", &without_post());
    folder.run(&["diff", "old.yaml", "new.yaml", "--format", "json"]).with(0).json()
}

#[test]
fn what_ends_after_its_announced_day_breaks_nobody_on_the_wire() {
    let (late, early) = (ended_on("2020-01-31"), ended_on("9999-01-31"));
    assert_eq!(of_rule(&late, "api-removed-after-sunset").len(), 1, "{late:#}");
    assert_eq!([&late["wire"], &late["rust"]], ["compatible", "major"]);
    assert_eq!(of_rule(&early, "api-removed-before-sunset").len(), 1, "{early:#}");
    assert_eq!(early["wire"], "breaking");
}

/// The pets with words on what an operation does, on what a pet is and on what its name is.
fn with_words(list: &str, pet: &str, name: &str) -> String {
    PETS.replace("      operationId: listPets\n", &format!("      operationId: listPets\n      summary: {list}\n"))
        .replace("    Pet:\n", &format!("    Pet:\n      description: {pet}\n"))
        .replace("name: { type: string }", &format!("name: {{ type: string, description: {name} }}"))
}

#[test]
fn words_are_accepted_place_by_place() {
    let folder = repository();
    folder.put("old.yaml", &with_words("Lists.", "An animal.", "Its name."));
    let prints = |new: &str| -> Vec<String> {
        folder.put("new.yaml", new);
        let report = folder.run(&["diff", "old.yaml", "new.yaml", "--format", "json"]).with(0).json();
        let docs = of_rule(&report, "sdk-docs-changed");
        docs.iter().map(|finding| finding["fingerprint"].as_str().unwrap().to_owned()).collect()
    };
    let one = |new: &str| {
        let found = prints(new);
        let [print] = &found[..] else { panic!("{found:?}") };
        print.clone()
    };
    let list = one(&with_words("Lists all.", "An animal.", "Its name."));
    let pet = one(&with_words("Lists.", "A beast.", "Its name."));
    let name = one(&with_words("Lists.", "An animal.", "How it is called."));
    assert!(list != pet && pet != name && list != name, "{list} {pet} {name}");
    // What changes elsewhere, words or not, moves none.
    let mut both = prints(&with_words("Lists all.", "A beast.", "Its name."));
    both.sort();
    let mut expected = vec![list.clone(), pet.clone()];
    expected.sort();
    assert_eq!(both, expected);
    let with_more = with_words("Lists.", "A beast.", "Its name.").replace(
        "      operationId: listPets\n",
        "      operationId: listPets\n      parameters: [{ name: kind, in: query, schema: { type: string } }]\n",
    );
    assert_eq!(one(&with_more), pet);
    // Who accepts the words of one place has not accepted those of another.
    folder.put("accept.toml", &format!("[[accept]]\nfingerprint = '{pet}'\nreason = 'better words'\n"));
    let gated = |new: &str| {
        folder.put("new.yaml", new);
        folder.run(&["diff", "old.yaml", "new.yaml", "--accept", "accept.toml", "--fail-on", "any", "--quiet"])
    };
    gated(&with_words("Lists.", "A beast.", "Its name.")).with(0);
    gated(&with_words("Lists all.", "A beast.", "Its name.")).with(1).says(&["1 finding trips"]);
}

/// A description with one operation for each tag.
fn tagged(tags: &[&str]) -> String {
    let operation = |tag: &&str| {
        format!(
            "  /{tag}:\n    get: {{ operationId: list_{tag}, tags: [{tag}], responses: {{ '204': {{ description: None. }} }} }}\n"
        )
    };
    let paths: String = tags.iter().map(operation).collect();
    format!(
        "openapi: 3.0.3\ninfo: {{ title: Pet Store, version: 1.0.0 }}\nservers: [{{ url: https://pets.example.com }}]\npaths:\n{paths}"
    )
}

#[test]
fn a_cargo_feature_that_goes_breaks_who_names_it() {
    let folder = Folder::with_pets();
    let toml = folder.read("generator.toml");
    folder.put("generator.toml", &(toml.clone() + "resource_features = true\n"));
    folder.put("old.yaml", &tagged(&["pets", "toys", "food"]));
    folder.put("api.yaml", &tagged(&["pets", "toys"]));
    let report = folder.run(&["diff", "old.yaml", "api.yaml", "--format", "json"]).with(0).json();
    let gone = of_rule(&report, "sdk-feature-removed");
    let names = |found: &[&Value]| -> Vec<String> {
        let items = found.iter().flat_map(|finding| finding["rust"]["items"].as_array().unwrap());
        items.map(|item| item["path"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&gone), ["food"], "{report:#}");
    assert_eq!(gone[0]["rust"]["level"], "major");
    // Without a feature for each resource there is none to lose.
    folder.put("generator.toml", &toml);
    let report = folder.run(&["diff", "old.yaml", "api.yaml", "--format", "json"]).with(0).json();
    assert_eq!(of_rule(&report, "sdk-feature-removed"), [&Value::Null; 0], "{report:#}");
}

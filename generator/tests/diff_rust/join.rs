//! What belongs together is one finding; fingerprints, order, places.

use generator::{
    diff::{
        Bump, Direction, Finding, Level, OperationKey, Report, Wire,
        compare::report as joined,
        rules,
        rust::predict,
        wire::{Change, Rule},
    },
    pointer::{Origin, Pointer},
};

use crate::pair::{described, edited, report, side};

static BREAKING: Rule =
    Rule { id: "property-changed", level: Level::Err, wire: Wire::Breaking, rollout: false, help: "Look." };
static RISKY: Rule = Rule { id: "property-risky", level: Level::Warn, wire: Wire::Risky, rollout: true, help: "Look." };
static QUIET: Rule =
    Rule { id: "something", level: Level::Info, wire: Wire::Compatible, rollout: false, help: "Fine." };

fn at(pointer: &str) -> Option<Origin> {
    Some(Origin::root(Pointer::parse(pointer).unwrap()))
}

fn found(rule: &'static Rule, old: &str, new: &str) -> Change {
    Change {
        rule,
        direction: Some(Direction::Response),
        old: at(old),
        new: at(new),
        before: Some("string".to_owned()),
        after: None,
        subject: vec!["note".to_owned()],
        message: "Something.".to_owned(),
        operations: [OperationKey { method: "GET".to_owned(), path: "/pets/{id}".to_owned() }].into(),
    }
}

/// The report on two descriptions of which this is known on the wire.
fn with(old: &str, new: &str, found: Vec<Change>) -> Report {
    let (old, new) = (described(old), described(new));
    let (old, new) = (side("old.yaml", &old), side("new.yaml", &new));
    joined(old, new, found, predict(old.api, new.api))
}

fn ids(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|finding| finding.id.as_str()).collect()
}

fn paths(finding: &Finding) -> Vec<&str> {
    finding.rust.items.iter().map(|item| item.path.as_str()).collect()
}

const PET: &str = "/components/schemas/Pet";

#[test]
fn a_change_joins_the_finding_of_its_place() {
    let new = edited(&[("        note: {type: string}\n", "")]);
    let place = format!("{PET}/properties/note");
    let report = with(&edited(&[]), &new, vec![found(&BREAKING, &place, PET)]);
    assert_eq!(ids(&report), ["property-changed"]);
    assert_eq!(paths(&report.findings[0]), ["types::Pet::note", "types::Pet::note"]);
    assert_eq!((report.wire, report.rust), (Wire::Breaking, Bump::Major));
}

#[test]
fn a_change_joins_what_stands_below_its_place_and_the_nearest() {
    let new =
        edited(&[("        size: {type: integer, format: int32}", "        size: {type: integer, format: int64}")]);
    let format = format!("{PET}/properties/size/format");
    let other = format!("{PET}/properties/note/maxLength");
    let all = vec![found(&BREAKING, &other, &other), found(&RISKY, &format, &format), found(&QUIET, PET, PET)];
    let report = with(&edited(&[]), &new, all);
    assert_eq!(ids(&report), ["property-changed", "property-risky", "something"]);
    let counts: Vec<_> = report.findings.iter().map(|finding| finding.rust.items.len()).collect();
    assert_eq!(counts, [0, 2, 0]);
}

#[test]
fn of_two_findings_of_one_place_the_worse_has_it() {
    let new =
        edited(&[("        size: {type: integer, format: int32}", "        size: {type: integer, format: int64}")]);
    let place = format!("{PET}/properties/size");
    let report = with(&edited(&[]), &new, vec![found(&QUIET, &place, &place), found(&BREAKING, &place, &place)]);
    assert_eq!(report.findings[0].id, "property-changed");
    assert_eq!((report.findings[0].rust.level, report.findings[1].rust.level), (Bump::Major, Bump::None));
}

#[test]
fn what_follows_from_a_property_joins_its_finding() {
    let new = edited(&[
        (
            "        note: {type: string}\n",
            "        note: {type: string}\n        mark: {$ref: '#/components/schemas/Mark'}\n",
        ),
        ("    Meat:", "    Mark: {type: object, properties: {score: {type: number}}}\n    Meat:"),
    ]);
    let place = format!("{PET}/properties/mark");
    let report = with(&edited(&[]), &new, vec![found(&BREAKING, PET, &place)]);
    assert_eq!(ids(&report), ["property-changed"], "{:#?}", report.findings);
    let items = paths(&report.findings[0]);
    assert!(items.contains(&"types::Mark") && items.contains(&"types::Pet::mark"), "{items:?}");
}

#[test]
fn a_new_operation_brings_its_types_along() {
    let new = edited(&[
        (
            "    put:\n",
            "    post:\n      operationId: feedPet\n      tags: [pets]\n      parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n      responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Meal'}}}}}\n    put:\n",
        ),
        (
            "    Meat:",
            "    Meal: {type: object, properties: {dish: {$ref: '#/components/schemas/Dish'}}}\n    Dish: {type: string, enum: [a, b]}\n    Meat:",
        ),
    ]);
    let report = with(&edited(&[]), &new, vec![found(&QUIET, "/paths/~1pets~1{id}", "/paths/~1pets~1{id}/post")]);
    assert_eq!(ids(&report), ["something"], "{:#?}", report.findings);
    let items = paths(&report.findings[0]);
    assert_eq!(items, ["resources::pets::Pets::feed", "types::Dish", "types::Meal"]);
    assert_eq!(report.rust, Bump::Minor);
}

#[test]
fn a_renaming_is_charged_to_nothing_else() {
    let new = edited(&[
        ("getPet", "fetchPet"),
        ("        - {name: limit", "        - {name: zone, in: query, schema: {type: string}}\n        - {name: limit"),
    ]);
    let parameter = "/paths/~1pets~1{id}/get/parameters/3";
    let report = with(&edited(&[]), &new, vec![found(&BREAKING, "/paths/~1pets~1{id}/get", parameter)]);
    assert_eq!(ids(&report), ["property-changed", "sdk-method-renamed"]);
    assert_eq!(report.findings[0].rust.level, Bump::Minor);
    assert_eq!(report.findings[1].rust.level, Bump::Major);
    let id = "/paths/~1pets~1{id}/get/operationId";
    let report =
        with(&edited(&[]), &new, vec![found(&BREAKING, "/paths/~1pets~1{id}/get", parameter), found(&QUIET, id, id)]);
    assert_eq!(ids(&report), ["property-changed", "something"]);
    assert_eq!(report.findings[1].rust.level, Bump::Major);
}

#[test]
fn what_nothing_on_the_wire_explains_has_a_finding_of_its_own() {
    let renamed = report(&edited(&[]), &edited(&[]).replace("Problem", "Trouble"));
    assert_eq!(ids(&renamed), ["sdk-type-renamed"]);
    let finding = &renamed.findings[0];
    assert_eq!(finding.message, "`types::Problem` is now `types::Trouble`.");
    assert_eq!((finding.wire, finding.level, finding.rust.level), (Wire::None, Level::Info, Bump::Major));
    assert_eq!(finding.operations.iter().map(ToString::to_string).collect::<Vec<_>>(), ["GET /pets/{id}"]);
    assert_eq!(renamed.rust, Bump::Major);
    let spot = |side: &Option<generator::diff::Side>| side.as_ref().unwrap().spot.as_ref().unwrap().label();
    assert_eq!(spot(&finding.old), "openapi.yaml:31:5");
    assert_eq!(spot(&finding.new), "openapi.yaml:31:5");
}

#[test]
fn behaviour_is_never_silent() {
    let report = report(&edited(&[]), &edited(&[("{name: from, in: query", "{name: since, in: query")]));
    // The wire says why; the note stands with what it says.
    let notes: Vec<_> = report.findings.iter().filter_map(|finding| finding.behaviour.as_deref()).collect();
    assert_eq!(notes.len(), 1, "{:#?}", ids(&report));
    assert!(
        notes[0].starts_with("`resources::pets::Pets::get`: argument 2 was `from` and is now `since`"),
        "{notes:?}"
    );
    // Where the wire has nothing to say, the crate has.
    let alone = with(&edited(&[]), &edited(&[("{name: from, in: query", "{name: since, in: query")]), Vec::new());
    assert_eq!(ids(&alone), ["sdk-behaviour-changed"]);
    assert_eq!(report.rust, Bump::Patch);
}

#[test]
fn documentation_is_one_finding_for_each_thing() {
    let new = edited(&[
        ("operationId: getPet", "operationId: getPet\n      description: Gives it."),
        ("maxLength: 20", "maxLength: 30"),
        ("        nick: {type: string}", "        nick: {type: string, description: Short.}"),
    ]);
    let report = with(&edited(&[]), &new, Vec::new());
    assert_eq!(ids(&report), ["sdk-docs-changed"; 2]);
    let message = |index: usize| report.findings[index].message.as_str();
    assert_eq!(message(0), "The documentation of `resources::pets::Pets::get` changes.");
    assert!(
        message(1).starts_with("The documentation of `types::NewPet::name` changes, and that of"),
        "{}",
        message(1)
    );
    assert_ne!(report.findings[0].fingerprint, report.findings[1].fingerprint);
    assert!(report.findings.iter().all(|one| one.rust.level == Bump::Patch && one.behaviour.is_none()));
    // Where the wire says what changed, that is the finding.
    let place = "/components/schemas/NewPet/properties/name/maxLength";
    let tightened = edited(&[("maxLength: 20", "maxLength: 10")]);
    let report = with(&edited(&[]), &tightened, vec![found(&BREAKING, place, place)]);
    assert_eq!(ids(&report), ["property-changed"]);
    assert_eq!(report.rust, Bump::Patch);
}

#[test]
fn nothing_is_no_finding() {
    let report = report(&edited(&[]), &edited(&[("version: '1'", "version: '2'")]));
    assert_eq!(ids(&report), [""; 0]);
    assert_eq!((report.wire, report.rust), (Wire::None, Bump::None));
}

#[test]
fn fingerprints_outlive_words_and_places() {
    let removed = [("        note: {type: string}\n", "")];
    let print = |old: &str, new: &str| {
        let report = report(old, new);
        report.findings.into_iter().filter(|f| f.id != "sdk-docs-changed").map(|f| f.fingerprint).collect::<Vec<_>>()
    };
    let first = print(&edited(&[]), &edited(&removed));
    assert!(first.len() == 1 && first[0].len() == 16, "{first:?}");
    // Other words, other places.
    let worded = |text: String| {
        text.replace("description: it", "description: The animal.").replace("  schemas:\n", "  schemas:\n\n\n")
    };
    assert_eq!(first, print(&edited(&[]), &worded(edited(&removed))));
    assert_eq!(first, print(&worded(edited(&[])), &worded(edited(&removed))));
    // A part of a component moved into another one.
    let moved = |text: String| {
        text.replace(
            "      type: object\n      required: [id, kind]\n",
            "      allOf: [{$ref: '#/components/schemas/Base'}]\n      type: object\n      required: [id, kind]\n",
        )
        .replace("        size: {type: integer, format: int32}\n", "")
        .replace("    Meat:", "    Base: {type: object, properties: {size: {type: integer, format: int32}}}\n    Meat:")
    };
    assert_eq!(first, print(&moved(edited(&[])), &moved(edited(&removed))));
    // Another change has another one.
    let other = edited(&[("        size: {type: integer, format: int32}\n", "")]);
    assert_ne!(first, print(&edited(&[]), &other));
}

#[test]
fn findings_of_one_kind_in_two_places_are_told_apart() {
    let (one, mut two) =
        (found(&BREAKING, PET, PET), found(&BREAKING, "/components/schemas/NewPet", "/components/schemas/NewPet"));
    two.operations = [OperationKey { method: "PUT".to_owned(), path: "/pets/{id}".to_owned() }].into();
    let text = edited(&[]);
    let both = with(&text, &text, vec![one.clone(), two.clone()]);
    let turned = with(&text, &text, vec![two, one.clone()]);
    let prints = |report: &Report| report.findings.iter().map(|f| f.fingerprint.clone()).collect::<Vec<_>>();
    assert_eq!(prints(&both), prints(&turned), "the order of finding is no part of it");
    assert_ne!(both.findings[0].fingerprint, both.findings[1].fingerprint);
    assert!(!prints(&both).contains(&with(&text, &text, vec![one]).findings[0].fingerprint));
}

#[test]
fn the_worst_stands_first() {
    let new = edited(&[
        ("        note: {type: string}\n", ""),
        (
            "        size: {type: integer, format: int32}",
            "        size: {type: integer, format: int32}\n        age: {type: integer}",
        ),
        ("operationId: putPet", "operationId: putPet\n      description: Puts it."),
    ]);
    let place = |name: &str| format!("{PET}/properties/{name}");
    let (quiet, risky) = (found(&QUIET, &place("kind"), &place("kind")), found(&RISKY, &place("id"), &place("id")));
    let report = with(&edited(&[]), &new, vec![quiet, risky]);
    assert_eq!(
        ids(&report),
        ["property-risky", "something", "sdk-field-removed", "sdk-field-added", "sdk-docs-changed"]
    );
}

#[test]
fn rules_have_one_id_each_and_words() {
    let mut helps = std::collections::BTreeMap::new();
    for rule in rules::all() {
        assert!(rule.id.starts_with("sdk-") && rule.help.ends_with('.'), "{rule:?}");
        assert_eq!((rule.wire, rule.level, rule.rollout), (Wire::None, Level::Info, false), "{rule:?}");
        assert_eq!(*helps.entry(rule.id).or_insert(rule.help), rule.help, "{rule:?}");
    }
}

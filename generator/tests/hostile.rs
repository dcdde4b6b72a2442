//! A document is somebody else's text: whatever stands in whichever place of it, the crate has the same items, no line
//! of the document's own, no test, no script, no file that the generator did not mean.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "hostile/inert.rs"]
mod inert;
#[path = "hostile/markdown.rs"]
mod markdown;
#[path = "hostile/payloads.rs"]
mod payloads;
#[path = "hostile/shape.rs"]
mod shape;
#[path = "hostile/spec.rs"]
mod spec;

use generator::{Stage, config::Config, emit::Files, run, source::Input};
use payloads::PAYLOADS;
use spec::{Attack, BENIGN, Places};

/// The crate of the maximal document, and what was said; no crate when it was refused.
fn emitted(attack: Attack<'_>) -> (Option<Files>, Vec<String>) {
    let input = Input { name: "openapi.json".to_owned(), bytes: spec::document(attack) };
    let config = Config { tests: true, license: Some("MIT".to_owned()), ..Config::new("hostile-sdk") };
    let run = run(input, &config, Stage::Emit).unwrap_or_else(|bug| panic!("{attack:?}: {bug:?}"));
    let said = run.diagnostics.into_sorted().into_iter();
    (run.files, said.map(|d| format!("{} {}: {}", d.code.as_str(), d.origin.pointer, d.message)).collect())
}

fn benign() -> Files {
    emitted(BENIGN).0.unwrap()
}

/// Fails with all that is wrong, each with its case.
fn all_right(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} things are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_benign_document_has_every_place() {
    let (files, said) = emitted(BENIGN);
    let files = files.unwrap();
    all_right(&inert::broken(&files, &files));
    // What is not typed yet may cost these places an item, and no other.
    let codes: Vec<_> = said.iter().map(|line| line.split(' ').next().unwrap()).collect();
    insta::assert_debug_snapshot!(codes);
    for (places, least) in [(Places::Texts, 25), (Places::Names, 40), (Places::Structure, 20)] {
        assert!(spec::words(places).len() >= least, "{:?}", spec::words(places));
    }
}

/// The payloads in all places of a class: nothing is there more or less often than without them.
fn same_items(places: Places) {
    let benign = benign();
    let calm = shape::of(&benign);
    let mut wrong = Vec::new();
    for (leaves, payload) in PAYLOADS {
        let (files, said) = emitted(Attack { places: &[places], payload, word: None });
        let Some(files) = files else {
            wrong.push(format!("{leaves}: refused: {said:?}"));
            continue;
        };
        let differs = shape::difference(&shape::of(&files), &calm);
        let broken = inert::broken(&files, &benign).into_iter().chain(differs);
        wrong.extend(broken.map(|what| format!("{leaves}: {what}")));
        wrong.extend((files.0.len() != benign.0.len()).then(|| format!("{leaves}: other files")));
    }
    all_right(&wrong);
}

#[test]
fn texts_change_no_item() {
    same_items(Places::Texts);
}

#[test]
fn names_change_no_item() {
    same_items(Places::Names);
}

/// The payloads that each part of the structure meets alone.
const ALONE: &[&str] = &["string literals", "line comments", "its folder", "a line"];

/// A payload in a part of the structure may cost the item that it stands in, but it brings none.
#[test]
fn structure_brings_no_item() {
    let benign = benign();
    let calm = shape::of(&benign);
    let words = spec::words(Places::Structure);
    let mut wrong = Vec::new();
    for (leaves, payload) in PAYLOADS {
        // All at once, and each alone so that one refusal does not hide another place.
        let alone = words.iter().map(|word| Some(word.as_str())).filter(|_| ALONE.contains(leaves));
        for word in alone.chain([None]) {
            let (files, said) = emitted(Attack { places: &[Places::Structure], payload, word });
            let Some(files) = files else {
                wrong.extend(said.is_empty().then(|| format!("{word:?} leaves {leaves}: refused in silence")));
                continue;
            };
            let foreign = shape::foreign(&shape::of(&files), &calm);
            let broken = inert::broken(&files, &benign).into_iter().chain(foreign);
            wrong.extend(broken.map(|what| format!("{word:?} leaves {leaves}: {what}")));
        }
    }
    all_right(&wrong);
}

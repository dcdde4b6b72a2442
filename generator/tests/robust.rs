//! Whatever is read, the pipeline ends in files or in diagnostics: no panic, no overflow of a small stack, no waiting.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

#[path = "robust/budgets.rs"]
mod budgets;
#[path = "robust/exits.rs"]
mod exits;
#[path = "robust/mutate.rs"]
mod mutate;

use std::{sync::mpsc, thread, time::Duration};

use generator::{Run, Stage, config::Config, run, source::Input};
use proptest::prelude::*;

/// The longest that one input may take here: in a debug build, on a busy machine.
const LIMIT: Duration = Duration::from_secs(30);

/// The stack of a thread that others made, and smaller than any default.
const STACK: usize = 512 << 10;

/// Runs the whole pipeline on a small stack within the limit, and holds what every run promises.
fn ends(bytes: Vec<u8>) -> Run {
    let shown = String::from_utf8_lossy(bytes.get(..bytes.len().min(2000)).unwrap()).into_owned();
    let (done, result) = mpsc::channel();
    let work = move || {
        let config = Config { tests: true, ..Config::new("sdk") };
        let _ = done.send(run(Input { name: "openapi.yaml".to_owned(), bytes }, &config, Stage::Emit));
    };
    thread::Builder::new().stack_size(STACK).spawn(work).unwrap();
    let ended = result.recv_timeout(LIMIT).unwrap_or_else(|error| panic!("{error}:\n{shown}"));
    let run = ended.unwrap_or_else(|bug| panic!("{bug:?}:\n{shown}"));
    assert_eq!(run.files.is_none(), run.diagnostics.has_errors(), "{:?}\n{shown}", run.diagnostics);
    for (path, text) in run.files.iter().flat_map(|files| &files.0).filter(|(path, _)| path.ends_with(".rs")) {
        if !path.starts_with("src/runtime/") {
            assert!(syn::parse_file(text).is_ok(), "{path}:\n{text}\n{shown}");
        }
    }
    run
}

/// The descriptions that are mutated.
const AIRSTORE: &str = include_str!("../../openapi.yaml");
const MAXIMAL: &str = include_str!("hostile/maximal.yaml");
const SMALL: &str = "
openapi: 3.0.3
info: {title: T, version: '1'}
servers: [{url: 'https://{r}.a.test', variables: {r: {default: eu}}}]
paths:
  /a/{b}:
    get:
      parameters: [{name: b, in: path, required: true, schema: {type: integer}}]
      responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
components:
  schemas:
    A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {c: {$ref: '#/components/schemas/A'}}}]}
    B: {type: object, required: [d], properties: {d: {oneOf: [{type: string}, {type: array, items: {enum: [1, 2]}}]}}}
";

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
        ends(bytes);
    }

    #[test]
    fn any_text(text in "[\\-\\[\\]{}:,&*!|>'\"%@`#?~a-z0-9. \n\t]{0,200}") {
        ends(text.into_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cut_and_spliced_text(start in any::<prop::sample::Index>(), len in 0_usize..400, with in "[ \n:\\[\\]{}&*a'\"-]{0,8}") {
        let mut text = AIRSTORE.as_bytes().to_vec();
        let start = start.index(text.len());
        let end = (start + len).min(text.len());
        text.splice(start..end, with.bytes());
        ends(text);
    }

    #[test]
    fn a_real_description_with_other_nodes(changes in mutate::changes(6)) {
        ends(mutate::apply(AIRSTORE, &changes));
    }

    #[test]
    fn every_construct_with_other_nodes(changes in mutate::changes(6)) {
        ends(mutate::apply(MAXIMAL, &changes));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_small_description_with_other_nodes(changes in mutate::changes(4)) {
        ends(mutate::apply(SMALL, &changes));
    }
}

//! Deep and circular input neither overflows the stack nor takes for ever.

use std::{sync::mpsc, thread, time::Duration};

use generator::{
    diagnostic::Diagnostics,
    dialect, resolve,
    source::{self, Input},
};

use crate::check;

/// Resolves on a thread with next to no stack and gives the number of fallbacks: the stage has room of its own.
fn fallbacks(schemas: String) -> usize {
    let lowered = on_stack(64 << 20, move || {
        let mut said = Diagnostics::new();
        let bytes = check::document(&schemas).into_bytes();
        let loaded = source::load(Input { name: "openapi.yaml".to_owned(), bytes }, &mut said)?;
        dialect::lower(&loaded, &mut said)
    });
    let lowered = lowered.flatten().unwrap_or_else(|| panic!("it is no document"));
    let count = on_stack(64 << 10, move || {
        resolve::resolve(&lowered, &check::config(), &mut Diagnostics::new()).map(|api| api.fallbacks.len())
    });
    count.flatten().unwrap_or_else(|| panic!("it did not end"))
}

fn on_stack<T: Send + 'static>(bytes: usize, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (done, result) = mpsc::channel();
    let spawned = thread::Builder::new().stack_size(bytes).spawn(move || {
        let _ = done.send(work());
    });
    assert!(spawned.is_ok());
    result.recv_timeout(Duration::from_secs(20)).ok()
}

#[test]
fn deep_lists_and_objects() {
    let lists = format!("Deep: {}{{type: string}}{}", "{type: array, items: ".repeat(100), "}".repeat(100));
    assert_eq!(fallbacks(lists), 0);
    let objects = format!("Deep: {}{{type: string}}{}", "{properties: {a: ".repeat(50), "}}".repeat(50));
    assert_eq!(fallbacks(objects), 0);
}

#[test]
fn deep_all_of_and_choices() {
    for keyword in ["allOf", "oneOf", "anyOf"] {
        let text = format!("Deep: {}{{type: string}}{}", format!("{{{keyword}: [").repeat(50), "]}".repeat(50));
        assert_eq!(fallbacks(text), 0, "{keyword}");
    }
}

#[test]
fn long_chains_end() {
    let chain = |link: fn(usize) -> String| (0..2000).map(link).collect::<Vec<_>>().join("\n");
    let aliases = chain(|n| format!("A{n}: {{$ref: '#/components/schemas/A{}'}}", n + 1));
    assert!(fallbacks(format!("{aliases}\nA2000: {{type: string}}")) < usize::MAX);
    let bases = chain(|n| format!("A{n}: {{allOf: [{{$ref: '#/components/schemas/A{}'}}, {{required: [a]}}]}}", n + 1));
    assert!(fallbacks(format!("{bases}\nA2000: {{type: object}}")) < usize::MAX);
    let inner =
        chain(|n| format!("A{n}: {{properties: {{a: {{$ref: '#/components/schemas/A{}/properties/a'}}}}}}", n + 1));
    assert!(fallbacks(format!("{inner}\nA2000: {{properties: {{a: {{type: string}}}}}}")) < usize::MAX);
}

#[test]
fn parts_that_double_do_not_multiply() {
    let double = |n: usize| {
        let next = n + 1;
        format!("A{n}: {{allOf: [{{$ref: '#/components/schemas/A{next}'}}, {{$ref: '#/components/schemas/A{next}'}}]}}")
    };
    let all: Vec<_> = (0..40).map(double).collect();
    let text = format!("{}\nA40: {{type: object, properties: {{a: {{type: string}}}}}}", all.join("\n"));
    assert_eq!(fallbacks(text), 0);
}

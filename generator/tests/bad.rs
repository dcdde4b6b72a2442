//! Broken specs and what is said of them: each file of `bad/` next to its report.

#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::{fmt::Write as _, fs, path::Path};

use generator::{
    diagnostic::{Diagnostic, Diagnostics},
    dialect,
    source::{self, Loaded, locate},
};

/// `file:line:column severity[code] message (help)`, as the short format prints it.
fn line(name: &str, loaded: Option<&Loaded>, said: &Diagnostic) -> String {
    let placed = loaded.and_then(|loaded| locate(loaded, &said.origin)).map(|place| (place.line, place.column));
    let (line, column) = said.position.or(placed).unwrap_or((1, 1));
    let severity = format!("{:?}", said.severity).to_lowercase();
    format!("{name}:{line}:{column} {severity}[{}] {}\n    help: {}\n", said.code.as_str(), said.message, said.help)
}

fn report(path: &Path) -> String {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let mut input = source::read::file(path).unwrap();
    let shown = String::from_utf8_lossy(&input.bytes).into_owned();
    input.name.clone_from(&name);
    let mut diagnostics = Diagnostics::new();
    let loaded = source::load(input, &mut diagnostics);
    let lowered = loaded.as_ref().and_then(|loaded| dialect::lower(loaded, &mut diagnostics));
    let usable = lowered.is_some() && !diagnostics.has_errors();
    let said = diagnostics.into_sorted();
    assert!(!said.is_empty(), "{name}: nothing is said");
    let mut out = String::new();
    for (number, line) in shown.lines().enumerate() {
        let _ = writeln!(out, "{:>3} | {line}", number + 1);
    }
    out.push_str("---\n");
    for said in &said {
        out.push_str(&line(&name, loaded.as_ref(), said));
    }
    let _ = writeln!(out, "{}", if usable { "usable" } else { "refused" });
    out
}

#[test]
fn broken_specs_are_reported_at_their_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    assert!(paths.len() > 10);
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().replace('.', "_");
        insta::with_settings!({ snapshot_path => "bad/reports", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, report(&path));
        });
    }
}

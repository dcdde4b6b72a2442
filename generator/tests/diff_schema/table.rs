//! The table of rules as a whole: what each says, and that each is found by a row.

use std::{collections::BTreeSet, fs, path::Path};

use generator::diff::wire::schema::rules;

use crate::{
    bounds, choices,
    harness::{AREAS, id},
    members, values,
};

fn found() -> BTreeSet<String> {
    let rows = [bounds::ROWS, values::ROWS, choices::ROWS].into_iter().flatten();
    let ends = rows.flat_map(|row| [row.forth, row.back]).chain(choices::TAGGED.iter().flatten().copied());
    let ends = ends.chain(["discriminator-mapping-changed"]);
    let mut ids: BTreeSet<_> = ends.flat_map(|end| AREAS.map(|area| id(area, end))).collect();
    let members = members::MEMBERS.iter().flat_map(|row| row.forth.into_iter().chain(row.back));
    ids.extend(members.map(str::to_owned));
    ids.insert("unhandled".to_owned());
    ids
}

#[test]
fn every_rule_is_found_by_a_row() {
    let found = found();
    let known: BTreeSet<_> = rules::all().map(|rule| rule.id.to_owned()).collect();
    let missing: Vec<_> = known.symmetric_difference(&found).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// One line for each rule; `UPDATE_GOLDEN=1` writes it anew.
#[test]
fn what_every_rule_says_is_written_down() {
    let line = |rule: &generator::diff::wire::Rule| {
        let rollout = if rule.rollout { " rollout" } else { "" };
        format!("{} {:?} {:?}{rollout}: {}", rule.id, rule.level, rule.wire, rule.help)
    };
    let lines: BTreeSet<_> = rules::all().map(line).collect();
    let text = lines.into_iter().collect::<Vec<_>>().join("\n") + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff_schema/rules.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &text).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), text);
}

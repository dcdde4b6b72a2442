//! The operations' half of the wire verdict: each rule fires alone, in both directions, and refactors are silent.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

#[path = "diff_operations/support.rs"]
mod support;

#[path = "diff_operations/content.rs"]
mod content;
#[path = "diff_operations/document.rs"]
mod document;
#[path = "diff_operations/lifecycle.rs"]
mod lifecycle;
#[path = "diff_operations/links.rs"]
mod links;
#[path = "diff_operations/parameters.rs"]
mod parameters;
#[path = "diff_operations/paths.rs"]
mod paths;
#[path = "diff_operations/received.rs"]
mod received;
#[path = "diff_operations/responses.rs"]
mod responses;
#[path = "diff_operations/security.rs"]
mod security;
#[path = "diff_operations/servers.rs"]
mod servers;
#[path = "diff_operations/silence.rs"]
mod silence;
#[path = "diff_operations/unhandled.rs"]
mod unhandled;

use std::collections::BTreeSet;

use generator::diff::wire;

#[test]
fn every_rule_has_a_row_and_an_id_of_its_own() {
    let tables = [
        content::IDS,
        document::IDS,
        lifecycle::IDS,
        links::IDS,
        parameters::IDS,
        parameters::IDS_ON_A_DAY,
        paths::IDS,
        paths::IDS_ON_A_DAY,
        received::IDS,
        responses::IDS,
        security::IDS,
        servers::IDS,
        unhandled::IDS,
    ];
    let tested: BTreeSet<_> = tables.into_iter().flatten().flat_map(|ids| ids.split(' ')).collect();
    let mut known = BTreeSet::new();
    for rule in wire::operation_rules() {
        assert!(known.insert(rule.id), "{} stands twice", rule.id);
        assert!(rule.help.ends_with('.'), "{}: {}", rule.id, rule.help);
    }
    let missing: Vec<_> = known.difference(&tested).collect();
    assert!(missing.is_empty(), "no row fires {missing:#?}");
}

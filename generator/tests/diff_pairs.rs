//! A table of single edits: what the diff predicts of each is what the table says, and what the table says of the crate is
//! what rustdoc says of the two crates (ignored: it compiles all of them; `.ci/run` runs it).
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

#[path = "diff_pairs/pair.rs"]
mod pair;
#[path = "diff_pairs/verified.rs"]
mod verified;

use pair::{Pair, compare, pairs};

/// Every difference between the table and the prediction.
fn wrong(pair: &Pair) -> Vec<String> {
    let report = compare(pair);
    let found: Vec<_> = report.findings.iter().map(|found| format!("{} ({:?})", found.id, found.rust.level)).collect();
    let said = |what: &str, is: String, should: &str| {
        (is != should).then(|| format!("{}: {what} is {is}, the table says {should}; {}", pair.name, found.join(", ")))
    };
    let [wire, rust] = [serde_json::to_value(report.wire).unwrap(), serde_json::to_value(report.rust).unwrap()];
    let text = |value: serde_json::Value| value.as_str().unwrap().to_owned();
    [said("wire", text(wire), &pair.wire), said("rust", text(rust), &pair.rust)].into_iter().flatten().collect()
}

#[test]
fn predictions_are_what_the_table_says() {
    let ours: Vec<_> = pairs().into_iter().filter(Pair::is_at_hand).collect();
    assert!(ours.len() >= 60, "{} pairs", ours.len());
    let wrong: Vec<_> = ours.iter().flat_map(wrong).collect();
    assert!(wrong.is_empty(), "{}\n{} of {} pairs", wrong.join("\n"), wrong.len(), ours.len());
}

//! What came of the examples.

use std::{collections::BTreeMap, fmt::Write as _};

use serde::Serialize;

use crate::{documents::At, table::aligned};

/// Of one description.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// The description.
    pub name: String,
    /// Examples in its files.
    pub found: usize,
    /// Those of them that no Rust type stands for: of items, headers, what is not reached, raw calls.
    pub without_type: usize,
    /// The others, once for each Rust type that holds them; what follows are counts of these.
    pub pairs: usize,
    /// Those that are not valid against their own schema, and why.
    pub rejected: Vec<(String, String)>,
    /// Valid ones that were not tried: bytes outside a field, or a struct whose other fields could not be filled.
    pub unchecked: usize,
    /// Valid ones that came out as they went in.
    pub passed: usize,
    /// Those of them that came out in another spelling.
    pub by_value: usize,
    /// Valid ones that did not.
    pub failed: Vec<(String, String)>,
    /// Valid ones of which a catch-all took a part.
    pub unknown: Vec<String>,
    /// Why nothing could be said.
    pub broken: Option<String>,
}

/// How many are named for each description.
const NAMED: usize = 12;

impl Report {
    /// Of a description of this name, with nothing in it.
    pub fn of(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Notes one that is not valid.
    pub fn reject(&mut self, at: &At, reason: String) {
        self.rejected.push((at.pointer.clone(), reason));
    }

    /// Notes one that came out well.
    pub fn pass(&mut self, by_value: bool) {
        self.passed += 1;
        self.by_value += usize::from(by_value);
    }

    /// Notes one that did not.
    pub fn fail(&mut self, at: &At, reason: String) {
        self.failed.push((at.pointer.clone(), reason));
    }

    fn valid(&self) -> usize {
        self.passed + self.failed.len() + self.unchecked
    }
}

/// The table, the names, and whether the goal is met: of the valid ones 99.5 % pass.
pub fn show(reports: &[Report]) -> (String, bool) {
    let head = [
        "name",
        "found",
        "no type",
        "with types",
        "valid",
        "rejected",
        "passed",
        "by value",
        "catch-all",
        "not tried",
        "failed",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for r in reports {
        let numbers = [
            r.found,
            r.without_type,
            r.pairs,
            r.valid(),
            r.rejected.len(),
            r.passed,
            r.by_value,
            r.unknown.len(),
            r.unchecked,
            r.failed.len(),
        ];
        rows.push(std::iter::once(r.name.clone()).chain(numbers.iter().map(ToString::to_string)).collect());
    }
    let mut text = aligned(&rows);
    reports.iter().for_each(|report| details(report, &mut text));
    let passed: usize = reports.iter().map(|report| report.passed).sum();
    let tried: usize = reports.iter().map(|report| report.passed + report.failed.len()).sum();
    let met = passed * 1000 >= tried * 995 && reports.iter().all(|report| report.broken.is_none());
    let _ = write!(
        text,
        "\n{} {passed} of {tried} valid examples pass (at least 99.5 %)",
        if met { "met:   " } else { "missed:" }
    );
    (text, met)
}

fn details(report: &Report, text: &mut String) {
    if let Some(broken) = &report.broken {
        let _ = writeln!(text, "\n{}: {broken}", report.name);
        return;
    }
    if report.rejected.len() * 10 > report.valid() + report.rejected.len() {
        let _ =
            writeln!(text, "\n{}: more than one in ten is rejected: is the conversion of schemas right?", report.name);
    }
    let mut reasons: BTreeMap<&str, (usize, &str, &str)> = BTreeMap::new();
    for (at, reason) in &report.rejected {
        // The keyword that is not met.
        let kind = reason.split_once(": ").map_or(reason.as_str(), |(keyword, _)| keyword);
        reasons.entry(kind).or_insert((0, at, reason)).0 += 1;
    }
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, (count, ..))| std::cmp::Reverse(*count));
    if !reasons.is_empty() {
        let _ = writeln!(text, "\n{}: rejected by the judge", report.name);
    }
    for (keyword, (count, at, reason)) in reasons.iter().take(NAMED) {
        let _ = writeln!(text, "    {count:>4} by `{keyword}`, as {at}: {reason}");
    }
    if !report.failed.is_empty() {
        let _ = writeln!(text, "\n{}: failed", report.name);
    }
    for (at, reason) in report.failed.iter().take(NAMED) {
        let _ = writeln!(text, "    {at}: {reason}");
    }
    if !report.unknown.is_empty() {
        let some: Vec<_> = report.unknown.iter().take(4).map(String::as_str).collect();
        let _ = writeln!(text, "\n{}: a catch-all took a part, as at {}", report.name, some.join(", "));
    }
}

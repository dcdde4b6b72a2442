//! The report as SARIF 2.1.0 (OASIS), for code scanning: places in the new files, the old ones as related.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Ground, Loudness, Report, place, sentence};
use crate::diff::finding::{Finding, OperationKey};

/// How many results are written: more are not shown by GitHub. The worst come first.
const RESULTS: usize = 5_000;

/// The document, with a line break at its end.
#[must_use]
pub fn sarif(report: &Report, ground: &Ground) -> String {
    let shown = report.findings.iter().take(RESULTS);
    let rules = rules(shown.clone());
    let results: Vec<_> = shown.map(|finding| result(finding, report, ground, &rules)).collect();
    let rules: Vec<_> = rules.into_values().map(|(_, rule)| rule).collect();
    let document = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "generator diff",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "automationDetails": { "id": "generator-diff/" },
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {
                "SRCROOT": { "description": { "text": "The folder that the program was run in." } },
            },
            "results": results,
            "properties": {
                "old": report.old,
                "new": report.new,
                "wire": report.wire,
                "rust": report.rust,
                "verified": report.verified,
                "suggestedVersion": report.suggested_version,
                "resultsLeftOut": report.findings.len().saturating_sub(RESULTS),
            },
        }],
    });
    format!("{document:#}\n")
}

/// The rules that were met, by their ids, each with its index.
fn rules<'f>(findings: impl Iterator<Item = &'f Finding>) -> BTreeMap<&'f str, (usize, Value)> {
    let mut rules = BTreeMap::new();
    for finding in findings {
        rules.entry(finding.id.as_str()).or_insert_with(|| {
            let help = message(&finding.help);
            let short = finding.id.replace('-', " ");
            let level = level(finding);
            let rule = json!({
                "id": finding.id,
                "shortDescription": { "text": message(&short) },
                "help": { "text": help },
                "defaultConfiguration": { "level": level },
            });
            (0, rule)
        });
    }
    rules.values_mut().enumerate().for_each(|(index, (at, _))| *at = index);
    rules
}

fn result(finding: &Finding, report: &Report, ground: &Ground, rules: &BTreeMap<&str, (usize, Value)>) -> Value {
    let (file, line, column) = place(finding, report, ground);
    let mut result = Map::new();
    let mut put = |key: &str, value: Value| result.insert(key.to_owned(), value);
    put("ruleId", json!(finding.id));
    if let Some((index, _)) = rules.get(finding.id.as_str()) {
        put("ruleIndex", json!(index));
    }
    put("level", json!(level(finding)));
    put("message", json!({ "text": message(&sentence(finding)) }));
    let mut location = physical(&file, line, column);
    if !finding.operations.is_empty() {
        let logical = |key: &OperationKey| json!({ "name": key.to_string(), "kind": "function" });
        location.insert("logicalLocations".to_owned(), finding.operations.iter().map(logical).collect());
    }
    put("locations", json!([location]));
    if let Some(spot) = finding.old.as_ref().and_then(|side| side.spot.as_ref()) {
        let mut old = physical(&ground.file(&spot.file, &report.old), spot.line, spot.column);
        old.insert("id".to_owned(), json!(1));
        old.insert("message".to_owned(), json!({ "text": message(&format!("before, in {}", report.old)) }));
        put("relatedLocations", json!([old]));
    }
    put("partialFingerprints", json!({ "generatorDiff/v1": finding.fingerprint }));
    if let Some(reason) = &finding.accepted {
        put("suppressions", json!([{ "kind": "external", "status": "accepted", "justification": reason }]));
    }
    put(
        "properties",
        json!({
            "wire": finding.wire, "rollout": finding.rollout, "rust": finding.rust, "behaviour": finding.behaviour,
            "direction": finding.direction, "madeBy": finding.made_by, "verified": finding.verified,
        }),
    );
    Value::Object(result)
}

fn level(finding: &Finding) -> &'static str {
    match Loudness::of(finding) {
        Loudness::Error => "error",
        Loudness::Warning => "warning",
        Loudness::Note => "note",
    }
}

fn physical(file: &str, line: usize, column: usize) -> Map<String, Value> {
    let place = json!({
        "artifactLocation": { "uri": uri(file), "uriBaseId": "SRCROOT" },
        "region": { "startLine": line.max(1), "startColumn": column.max(1) },
    });
    Map::from_iter([("physicalLocation".to_owned(), place)])
}

/// A relative reference (RFC 3986): every byte that is not unreserved or `/` is percent-encoded.
fn uri(file: &str) -> String {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(&file.replace('\\', "/"), KEPT).to_string()
}

/// A plain text message: brackets would be links (3.11.6) and braces places for arguments (3.11.5).
fn message(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '[' | ']' => out.extend(['\\', c]),
            '{' | '}' => out.extend([c, c]),
            c if crate::finding::is_unsafe(c) => out.extend(c.escape_unicode().flat_map(|c| match c {
                '\\' => vec!['\\', '\\'],
                '{' | '}' => vec![c, c],
                c => vec![c],
            })),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;

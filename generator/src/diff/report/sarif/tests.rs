//! The document against what the standard's text demands of the parts that are used; `.ci/run` has the whole schema.

use std::collections::BTreeSet;

use super::{super::fixture, *};

fn document(report: &Report) -> Value {
    serde_json::from_str(&sarif(report, &Ground::default())).unwrap()
}

#[test]
fn it_is_as_it_was() {
    insta::assert_snapshot!(sarif(&fixture::report(), &Ground::default()));
}

/// 3.14, 3.19.23, 3.27.5, 3.27.6, 3.27.17, 3.28, 3.29, 3.30, 3.49.
#[test]
fn every_part_is_as_the_standard_demands() {
    for report in [fixture::report(), fixture::nothing()] {
        let document = document(&report);
        assert_eq!(document["version"], "2.1.0");
        let run = &document["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
        let ids: BTreeSet<_> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), rules.len());
        let results = run["results"].as_array().unwrap();
        assert_eq!(results.len(), report.findings.len());
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
            assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
            let related = result["relatedLocations"].as_array().cloned().unwrap_or_default();
            for location in result["locations"].as_array().unwrap().iter().chain(&related) {
                let physical = &location["physicalLocation"];
                let uri = physical["artifactLocation"]["uri"].as_str().unwrap();
                assert!(uri.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-._~%".contains(&b)), "{uri}");
                assert!(physical["region"]["startLine"].as_u64().unwrap() >= 1);
                assert!(physical["region"]["startColumn"].as_u64().unwrap() >= 1);
            }
            assert!(result["partialFingerprints"]["generatorDiff/v1"].is_string());
        }
    }
}

/// What a viewer makes of a message text: escapes undone, links and places found (3.11.5, 3.11.6).
fn shown(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        match c {
            '\\' => out.extend(letters.next()),
            '{' | '}' => {
                assert_eq!(letters.next(), Some(c), "a place for an argument in {text}");
                out.push(c);
            }
            '[' | ']' => panic!("a link in {text}"),
            c => out.push(c),
        }
    }
    out
}

#[test]
fn a_description_makes_no_links_and_no_placeholders() {
    let report = fixture::report();
    let document = document(&report);
    for (finding, result) in report.findings.iter().zip(document["runs"][0]["results"].as_array().unwrap()) {
        let text = shown(result["message"]["text"].as_str().unwrap());
        assert_eq!(text, crate::finding::escape(&sentence(finding)));
    }
}

#[test]
fn what_was_accepted_is_suppressed() {
    let mut report = fixture::report();
    report.findings[0].accepted = Some("known".to_owned());
    let result = &document(&report)["runs"][0]["results"][0];
    assert_eq!((&result["level"], &result["suppressions"][0]["justification"]), (&json!("note"), &json!("known")));
}

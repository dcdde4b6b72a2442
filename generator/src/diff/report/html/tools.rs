//! What stands beside the findings: search, filters, the groups, and the keys.

use super::{
    super::super::finding::{Direction, Finding, MadeBy},
    groups::{self, Group},
    writer::Html,
};

/// A filter: its name, the words that a finding can have, and the one that it has.
struct Filter {
    key: &'static str,
    name: &'static str,
    words: &'static [&'static str],
    of: fn(&Finding) -> &'static str,
}

const FILTERS: [Filter; 5] = [
    Filter { key: "wire", name: "Wire", words: &["breaking", "risky", "compatible", "none"], of: |f| f.wire.as_str() },
    Filter { key: "rust", name: "Rust", words: &["major", "minor", "patch", "none"], of: |f| f.rust.level.as_str() },
    Filter { key: "direction", name: "Direction", words: &["request", "response", "both", "neither"], of: direction },
    Filter { key: "made", name: "Made by", words: &["description", "generator"], of: made_by },
    Filter { key: "accepted", name: "Accepted", words: &["no", "yes"], of: accepted },
];

/// The word for a direction.
pub fn direction(finding: &Finding) -> &'static str {
    match finding.direction {
        Some(Direction::Request) => "request",
        Some(Direction::Response) => "response",
        Some(Direction::Both) => "both",
        None => "neither",
    }
}

/// The word for who made it.
pub fn made_by(finding: &Finding) -> &'static str {
    match finding.made_by {
        MadeBy::Spec => "description",
        MadeBy::Generator => "generator",
    }
}

/// Whether it was accepted.
pub fn accepted(finding: &Finding) -> &'static str {
    if finding.accepted.is_some() { "yes" } else { "no" }
}

/// Writes search, filters and the list of groups.
pub fn write(page: &mut Html, findings: &[Finding], groups: &[Group<'_>]) {
    if findings.is_empty() {
        return;
    }
    page.raw(
        "<search class=\"tools\" aria-label=\"Findings\">\
         <div class=\"find\"><label class=\"off\" for=\"query\">Search the findings</label>\
         <input id=\"query\" type=\"search\" placeholder=\"Search\" autocomplete=\"off\" spellcheck=\"false\" \
         aria-keyshortcuts=\"/\" aria-describedby=\"shown\"><kbd aria-hidden=\"true\">/</kbd></div>",
    );
    page.tag("p", &[("class", "shown")], |page| {
        let all = findings.len();
        let text = format!("{all} {}", groups::plural(all, "finding"));
        page.element("span", &[("id", "shown"), ("role", "status")], &text);
        page.raw(
            "<button type=\"button\" class=\"reset\" hidden>Show all</button>\
             <button type=\"button\" id=\"help\" aria-haspopup=\"dialog\">Keys <kbd>?</kbd></button>",
        );
    });
    page.tag("details", &[("class", "filters"), ("open", "")], |page| {
        page.raw("<summary>Filters</summary>");
        for filter in &FILTERS {
            write_filter(page, filter, findings);
        }
    });
    page.raw("</search>");
    navigation(page, groups);
}

/// A filter with the words that occur; one word alone filters nothing.
fn write_filter(page: &mut Html, filter: &Filter, findings: &[Finding]) {
    let count = |word: &str| findings.iter().filter(|finding| (filter.of)(finding) == word).count();
    let words: Vec<_> = filter.words.iter().map(|word| (*word, count(word))).filter(|(_, count)| *count > 0).collect();
    if words.len() < 2 {
        return;
    }
    page.tag("fieldset", &[("data-filter", filter.key)], |page| {
        page.element("legend", &[], filter.name);
        for (word, count) in words {
            page.tag("label", &[("data-level", word)], |page| {
                page.empty("input", &[("type", "checkbox"), ("value", word)]);
                page.element("span", &[("class", "what")], word);
                page.element("span", &[("class", "many")], &count.to_string());
            });
        }
    });
}

fn navigation(page: &mut Html, groups: &[Group<'_>]) {
    page.tag("nav", &[("aria-label", "Operations")], |page| {
        page.tag("details", &[("class", "groups"), ("open", "")], |page| {
            page.raw(
                "<summary>Operations <span class=\"key\" aria-hidden=\"true\"><i class=\"dot\"></i> wire \
                 <i class=\"dot square\"></i> Rust</span></summary>",
            );
            page.tag("ol", &[], |page| {
                for group in groups {
                    page.tag("li", &[], |page| link(page, group));
                }
            });
        });
    });
}

fn link(page: &mut Html, group: &Group<'_>) {
    let target = format!("#{}", group.id());
    page.tag("a", &[("href", &target)], |page| {
        let wire = group.findings.iter().map(|f| f.wire).max().unwrap_or_default().as_str();
        let rust = group.findings.iter().map(|f| f.rust.level).max().unwrap_or_default().as_str();
        page.tag("span", &[("class", "dots")], |page| {
            for (class, level, of) in [("dot", wire, "wire"), ("dot square", rust, "Rust")] {
                let title = format!("{of}: {level}");
                page.tag("span", &[("class", class), ("data-level", level), ("title", &title)], |page| {
                    page.element("span", &[("class", "off")], &title);
                });
            }
        });
        page.tag("span", &[("class", "name")], |page| groups::name(page, group));
        page.element("span", &[("class", "many")], &group.findings.len().to_string());
    });
}

/// The keys, in a dialog that `?` opens.
pub fn keys(page: &mut Html) {
    page.raw("<dialog id=\"keys\" aria-labelledby=\"keys-title\"><h2 id=\"keys-title\">Keys</h2><dl>");
    for (key, what) in [
        ("/", "search"),
        ("j", "next finding"),
        ("k", "previous finding"),
        ("Enter", "open or close the finding"),
        ("x", "open or close all that are shown"),
        ("c", "copy the finding's fingerprint"),
        ("Esc", "leave the search; once more: show all"),
        ("?", "this list"),
    ] {
        page.tag("div", &[], |page| {
            page.tag("dt", &[], |page| page.element("kbd", &[], key));
            page.element("dd", &[], what);
        });
    }
    page.raw("</dl><form method=\"dialog\"><button>Close</button></form></dialog>");
    page.raw("<p class=\"off\" id=\"said\" role=\"status\"></p>");
}

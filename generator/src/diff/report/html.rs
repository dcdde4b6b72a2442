//! The report as one page for a browser: two verdicts, and findings that are looked at rather than read.
//!
//! The page needs nothing but itself: its policy forbids every request, and its style and script are allowed by their
//! hashes alone. Every text of a description passes through `Html`, which no tag, quote or invisible character leaves.
//! Without JavaScript all can be read; the script adds search, filters and keys.

mod excerpt;
mod finding;
mod groups;
mod policy;
mod sides;
mod signature;
mod summary;
mod tools;
mod writer;

use super::super::finding::{Finding, Report};
use groups::Group;
use writer::Html;

const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

/// How many findings are open from the start.
const OPEN: usize = 6;

/// The whole page.
#[must_use]
pub fn html(report: &Report) -> String {
    let groups = groups::of(&report.findings);
    let mut page = Html::default();
    page.raw("<!DOCTYPE html>\n");
    page.tag("html", &[("lang", "en")], |page| {
        page.tag("head", &[], |page| head(page, report));
        page.tag("body", &[], |page| body(page, report, &groups));
    });
    page.raw("\n");
    page.into_string()
}

fn head(page: &mut Html, report: &Report) {
    page.empty("meta", &[("charset", "utf-8")]);
    page.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", &policy::of(STYLE, SCRIPT))]);
    page.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    page.empty("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    page.empty("meta", &[("name", "referrer"), ("content", "no-referrer")]);
    let (wire, rust) = (report.wire.as_str(), report.rust.as_str());
    let title = format!("Wire {wire}, Rust {rust}: {} → {}", report.old, report.new);
    page.element("title", &[], &title);
    page.raw("<style>");
    page.raw(STYLE);
    page.raw("</style>");
}

fn body(page: &mut Html, report: &Report, groups: &[Group<'_>]) {
    page.raw("<a class=\"skip\" href=\"#findings\">To the findings</a>");
    page.tag("header", &[("class", "top")], |page| summary::write(page, report));
    page.tag("div", &[("class", "page")], |page| {
        page.tag("div", &[("class", "side")], |page| tools::write(page, &report.findings, groups));
        page.tag("main", &[("id", "findings"), ("tabindex", "-1")], |page| findings(page, groups));
    });
    tools::keys(page);
    page.raw("<script>");
    page.raw(SCRIPT);
    page.raw("</script>");
}

fn findings(page: &mut Html, groups: &[Group<'_>]) {
    page.raw("<h2 class=\"off\">Findings</h2>");
    if groups.is_empty() {
        page.raw("<p class=\"none\">Nothing differs that a program or a crate's user could notice.</p>");
        return;
    }
    let mut ids = finding::Ids::default();
    let mut open = OPEN;
    for group in groups {
        let id = group.id();
        page.tag("section", &[("class", "group"), ("id", &id), ("tabindex", "-1")], |page| {
            groups::heading(page, group);
            for finding in &group.findings {
                let opened = open > 0 && is_urgent(finding);
                open -= usize::from(opened);
                finding::write(page, finding, ids.of(finding), opened);
            }
        });
    }
    page.raw(
        "<p class=\"none\" id=\"nothing\" hidden>No finding matches. \
         <button type=\"button\" class=\"reset\">Show all findings</button></p>",
    );
}

/// What a reviewer has to see without opening anything.
fn is_urgent(finding: &Finding) -> bool {
    finding.accepted.is_none() && groups::severity(finding).1 == groups::WORST
}

//! The page of a report, from hand-made reports: its structure, and that no text of a description leaves its place.
//! `tests/html/page.mjs` opens the same pages in a browser; `pages` writes them for it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "diff_html/airstore.rs"]
mod airstore;
#[path = "diff_html/make.rs"]
mod make;
#[path = "diff_html/pages.rs"]
mod pages;

use std::{fs, path::PathBuf, time::Instant};

use generator::diff::{Bump, Report, Wire, report::html::html};

/// The pages of the browser's test: `DIFF_HTML=FOLDER cargo test --test diff_html -- --ignored`.
#[test]
#[ignore = "writes files for a browser: .ci/run has one"]
fn pages() {
    let folder = PathBuf::from(std::env::var_os("DIFF_HTML").expect("DIFF_HTML names a folder"));
    fs::create_dir_all(&folder).unwrap();
    for (name, report) in [
        ("airstore", airstore::report()),
        ("hostile", pages::hostile()),
        ("large", pages::large(5_000)),
        ("empty", pages::empty()),
    ] {
        fs::write(folder.join(name).with_extension("html"), html(&report)).unwrap();
    }
}

#[test]
fn both_verdicts_stand_apart_with_version_and_basis() {
    let page = html(&airstore::report());
    let wire = between(&page, "<h2 id=\"wire\">", "</section>");
    assert!(wire.contains("<p class=\"word\"><span>breaking</span></p>"), "{wire}");
    assert!(!wire.contains("major"), "{wire}");
    let rust = between(&page, "<h2 id=\"rust\">", "</section>");
    assert!(
        rust.contains("<span>major</span> ") && rust.contains("<b>0.2.0</b>") && rust.contains("Verified"),
        "{rust}"
    );
    assert!(!rust.contains("breaking"), "{rust}");
    assert!(page.contains("<title>Wire breaking, Rust major: main:openapi.yaml → openapi.yaml</title>"));
}

#[test]
fn findings_stand_once_by_operation_the_worst_first() {
    let report = airstore::report();
    let page = html(&report);
    for finding in &report.findings {
        assert_eq!(page.matches(&format!(" id=\"{}\"", finding.fingerprint)).count(), 1, "{}", finding.id);
    }
    let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is on the page"));
    // Of the findings that reach no operation none is breaking or major.
    assert!(place("id=\"91c2e07b5d3a\"") < place("id=\"7be0452fd916\""), "breaking comes before risky");
    let generator = place("Made by the generator or its configuration");
    assert!(page.rfind("class=\"group\"").unwrap() < page.rfind("id=\"c4419be03f77\"").unwrap(), "{generator}");
}

#[test]
fn what_differs_in_a_signature_is_marked() {
    let page = html(&airstore::report());
    assert!(page.contains("pub updated_at: jiff::Timestamp</code>"), "nothing of the old side goes");
    assert!(page.contains("pub updated_at: <ins>Option&lt;</ins>jiff::Timestamp<ins>&gt;</ins></code>"));
}

#[test]
fn excerpts_have_the_lines_of_their_side() {
    let page = html(&airstore::report());
    let finding = between(&page, "id=\"91c2e07b5d3a\"", "</details>");
    let (old, new) =
        (between(finding, "data-side=\"Old\"", "</figure>"), between(finding, "data-side=\"New\"", "</figure>"));
    assert!(old.contains("main:openapi.yaml:"), "{old}");
    assert!(old.contains("<mark class=\"line\"") && old.contains("created_at<del>, updated_at</del>]"), "{old}");
    assert!(new.contains("<mark class=\"line\"") && !new.contains("updated_at"), "{new}");
}

#[test]
fn the_policy_allows_what_is_on_the_page_alone() {
    let page = html(&airstore::report());
    let policy = between(&page, "Content-Security-Policy", ">");
    assert!(policy.contains("default-src &#39;none&#39;"), "{policy}");
    assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"), "{policy}");
    for fetched in ["src=", "url(", "@import", "<link", "<img", "<iframe", " style=", " onclick=", "javascript:"] {
        assert!(!page.contains(fetched), "{fetched}");
    }
    let external = page.matches("href=\"").count() - page.matches("href=\"#").count();
    assert_eq!(external, 0, "every link stays on the page");
}

/// Every tag of the page is one that the page is made of, whatever the description says.
#[test]
fn no_text_of_a_description_leaves_its_place() {
    let page = html(&pages::hostile());
    assert!(page.is_char_boundary(page.len()));
    for forbidden in
        ["<script>alert", "<img", "<svg/", "onerror=\"", "\u{202e}", "\u{7}", "\u{0}", "\u{200b}", "\u{2028}"]
    {
        assert!(!page.contains(forbidden), "{forbidden:?}");
    }
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("</script").count(), 1);
    assert_eq!(page.matches("<style").count(), 1);
    assert_eq!(page.matches("</style").count(), 1);
    assert_eq!(page.matches("</html").count(), 1);
    assert!(page.contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(page.contains("\\u{202e}"), "what turns the direction of text is shown as a code");
    // The markup of the same report with harmless texts is the same.
    assert_eq!(skeleton(&page), skeleton(&html(&pages::harmless())));
}

/// The names of all tags in order, with the names of their attributes.
fn skeleton(page: &str) -> Vec<String> {
    let body = page.split_once("<body>").unwrap().1.split_once("<script>").unwrap().0;
    let tags = body.split('<').skip(1).map(|rest| rest.split_once('>').unwrap().0);
    // Where a path may break depends on its text.
    tags.filter(|tag| !tag.starts_with("wbr")).map(|tag| tag.split('"').step_by(2).collect::<String>()).collect()
}

#[test]
fn an_empty_report_says_so() {
    let page = html(&pages::empty());
    assert!(page.contains("Nothing differs"));
    assert!(!page.contains("id=\"query\""), "there is nothing to search");
}

#[test]
fn equal_fingerprints_make_no_second_id() {
    let mut report = airstore::report();
    let mut again = report.findings.first().unwrap().clone();
    again.message = "The same once more.".into();
    let fingerprint = again.fingerprint.clone();
    report.findings.push(again);
    let page = html(&report);
    assert!(page.contains("The same once more."));
    assert_eq!(page.matches(&format!(" id=\"{fingerprint}\"")).count(), 1);
}

#[test]
fn the_page_is_the_same_every_time() {
    assert_eq!(html(&pages::large(50)), html(&pages::large(50)));
}

/// Thousands of findings cost what they are long: eight times as many take no more than some twenty times as long.
#[test]
fn thousands_of_findings_are_written_in_linear_time() {
    let took = |count: usize| {
        let report = pages::large(count);
        let since = Instant::now();
        let page = html(&report);
        (since.elapsed(), page.len())
    };
    took(500);
    let ((small, _), (large, bytes)) = (took(500), took(4_000));
    assert!(large < small * 30 + std::time::Duration::from_millis(50), "{small:?}, then {large:?}");
    assert!(bytes < 4_000 * 8_000, "{bytes} bytes");
}

#[test]
fn the_verdicts_of_a_report_are_its_own() {
    let report = Report { wire: Wire::None, rust: Bump::Patch, suggested_version: None, ..pages::empty() };
    let page = html(&report);
    assert!(page.contains("<span>none</span></p>") && page.contains("<span>patch</span></p>"));
    assert!(!page.contains("next version"));
}

fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let start = page.find(from).unwrap_or_else(|| panic!("{from} is on the page"));
    let rest = page.get(start..).unwrap();
    rest.get(..rest.find(to).unwrap()).unwrap()
}

//! changelog: what a new version of the SDK brings, in the words of its users: Rust items, not schemas.

use std::collections::BTreeMap;

use super::finding::{ItemChange, Report};

/// What a changelog begins with when there is none.
const HEAD: &str = "# Changelog\n\nWhat each version of this crate adds, changes and removes.\n";

/// The changelog with an entry for a version before all others; as it was when it has one already.
#[must_use]
pub fn with_entry(changelog: Option<&str>, version: &str, report: &Report) -> String {
    let text = changelog.filter(|text| !text.trim().is_empty()).unwrap_or(HEAD);
    if text.lines().any(|line| is_of_version(line, version)) {
        return text.to_owned();
    }
    let entry = entry(version, report);
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let unreleased = line.to_ascii_lowercase().contains("unreleased");
        if line.starts_with("## ") && !unreleased {
            let (before, after) = text.split_at(offset);
            return format!("{}\n\n{entry}\n{after}", before.trim_end());
        }
        offset += line.len();
    }
    format!("{}\n\n{entry}", text.trim_end())
}

/// Whether a line is the heading of a version: `## 1.2.0`, `## [1.2.0] - 2026-01-01`.
fn is_of_version(line: &str, version: &str) -> bool {
    let name = line.strip_prefix("## ").map(|rest| rest.trim_start().trim_start_matches('['));
    let name = name.and_then(|rest| rest.split([']', ' ']).next());
    name.is_some_and(|name| name.trim_start_matches('v') == version)
}

fn entry(version: &str, report: &Report) -> String {
    // Several findings may name one item.
    let items: BTreeMap<(&str, Option<&str>), &ItemChange> = report
        .findings
        .iter()
        .flat_map(|finding| &finding.rust.items)
        .map(|item| ((item.path.as_str(), item.new.as_deref()), item))
        .collect();
    let lines = |wanted: fn(&ItemChange) -> bool| items.values().filter(|i| wanted(i)).map(|i| line(i)).collect();
    let behaviour = report.findings.iter().filter_map(|finding| finding.behaviour.as_ref());
    let mut behaviour: Vec<String> = behaviour.map(|text| format!("- {}\n", plain(text))).collect();
    behaviour.dedup();
    let parts: [(&str, Vec<String>); 4] = [
        ("Added", lines(|item| item.old.is_none())),
        ("Changed", lines(|item| item.old.is_some() && item.new.is_some())),
        ("Removed", lines(|item| item.old.is_some() && item.new.is_none())),
        ("Compiles, but means something else", behaviour),
    ];
    let mut text = format!("## {version}\n");
    for (title, lines) in parts.iter().filter(|(_, lines)| !lines.is_empty()) {
        text += &format!("\n### {title}\n\n{}", lines.concat());
    }
    if parts.iter().all(|(_, lines)| lines.is_empty()) {
        text += "\nNo change of the public items.\n";
    }
    text
}

fn line(item: &ItemChange) -> String {
    let path = code(&item.path);
    match (&item.old, &item.new) {
        (Some(old), Some(new)) => format!("- {path}: {} is now {}\n", code(old), code(new)),
        (None, Some(one)) | (Some(one), None) => format!("- {path}: {}\n", code(one)),
        (None, None) => format!("- {path}\n"),
    }
}

/// A code span, whatever the text holds (CommonMark 6.1).
fn code(text: &str) -> String {
    let text = crate::finding::escape(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let ticks = "`".repeat(longest + 1);
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{ticks}{pad}{text}{pad}{ticks}")
}

/// A sentence in which nothing is markup.
fn plain(text: &str) -> String {
    let escape = |c: char| if c.is_ascii_punctuation() { format!("\\{c}") } else { c.to_string() };
    crate::finding::escape(text).chars().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::report::fixture;

    #[test]
    fn the_first_entry_begins_a_file() {
        insta::assert_snapshot!(with_entry(None, "2.0.0", &fixture::report()));
        assert!(with_entry(Some(" \n"), "1.0.1", &fixture::nothing()).ends_with("No change of the public items.\n"));
    }

    #[test]
    fn an_entry_stands_before_the_older_ones_and_once() {
        let old = "# Log\n\n## Unreleased\n\n- x\n\n## [1.0.0] - 2026-01-01\n\n- first\n";
        let new = with_entry(Some(old), "2.0.0", &fixture::nothing());
        assert_eq!(
            new,
            "# Log\n\n## Unreleased\n\n- x\n\n## 2.0.0\n\nNo change of the public items.\n\n\
             ## [1.0.0] - 2026-01-01\n\n- first\n"
        );
        assert_eq!(with_entry(Some(&new), "2.0.0", &fixture::report()), new);
        assert_eq!(with_entry(Some(&new), "1.0.0", &fixture::report()), new);
    }
}

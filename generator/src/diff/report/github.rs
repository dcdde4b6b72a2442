//! The report as annotations of a GitHub workflow: what the runner finds in the log and shows at the lines of a pull
//! request. It shows the first ten of a kind and step, so the worst come first.

use super::{Ground, Loudness, Report, place, sentence};
use crate::finding::escape;

/// The lines, one for each finding that was not accepted.
#[must_use]
pub fn github(report: &Report, ground: &Ground) -> String {
    let mut shown: Vec<_> = report.findings.iter().filter(|finding| finding.accepted.is_none()).collect();
    // The report is sorted by the wire first; here what stops anybody comes first.
    shown.sort_by_key(|finding| std::cmp::Reverse(Loudness::of(finding)));
    let line = |finding: &&super::Finding| {
        let (file, line, column) = place(finding, report, ground);
        let command = match Loudness::of(finding) {
            Loudness::Error => "error",
            Loudness::Warning => "warning",
            Loudness::Note => "notice",
        };
        let (wire, rust) = (finding.wire.as_str(), finding.rust.level.as_str());
        let message = format!("{} (wire: {wire}, Rust: {rust})", sentence(finding));
        let (file, title, message) = (property(&file), property(&finding.id), data(&message));
        format!("::{command} file={file},line={line},col={column},title={title}::{message}\n")
    };
    shown.iter().map(line).collect()
}

/// The text of a command (actions/toolkit, `escapeData`); what acts on a terminal is made visible first, line breaks
/// with it.
fn data(text: &str) -> String {
    escape(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value of a command (actions/toolkit, `escapeProperty`).
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{super::fixture, *};

    #[test]
    fn it_is_as_it_was() {
        insta::assert_snapshot!(github(&fixture::report(), &Ground::default()));
        assert_eq!(github(&fixture::nothing(), &Ground::default()), "");
    }

    #[test]
    fn a_description_gives_no_command() {
        let report = fixture::report();
        let text = github(&report, &Ground::default());
        assert_eq!(text.lines().count(), report.findings.len());
        for line in text.lines() {
            let (head, _) = line[2..].split_once("::").unwrap();
            assert!(!line.contains('\u{1b}') && head.matches(['=', ',']).count() >= 7, "{line}");
            assert!(["error ", "warning ", "notice "].iter().any(|command| head.starts_with(command)), "{line}");
        }
    }
}

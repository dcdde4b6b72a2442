//! report: a report in the forms that people and programs read. Each form escapes the description's text for itself.

mod github;
pub mod html;
mod json;
mod markdown;
mod sarif;
mod terminal;

#[cfg(test)]
pub(super) mod fixture;

use std::{collections::BTreeMap, path::Path};

pub use github::github;
pub use html::html;
pub use json::json;
pub use markdown::{MARKER, markdown};
pub use sarif::sarif;
pub use terminal::terminal;

use super::finding::{Bump, Finding, Report, Verified, Wire};
use crate::finding::Spot;

/// What programs that show a report at the lines of files need to know beside it.
#[derive(Clone, Debug, Default)]
pub struct Ground {
    /// For what has no place in the new description any more: where what held it stands now, by fingerprint.
    pub nearest: BTreeMap<String, Spot>,
    /// Where the names of files of a side are relative to, from the top of the repository: empty, or `api/`.
    pub from_top: String,
}

/// How loud a finding is for programs that know three levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Loudness {
    /// Nobody has to do anything.
    Note,
    /// Somebody may have to.
    Warning,
    /// Clients fail, or code does not compile.
    Error,
}

impl Loudness {
    /// Of a finding. What was accepted, and what the description did not make, is a note.
    pub(crate) fn of(finding: &Finding) -> Self {
        if finding.accepted.is_some() || !finding.is_of_spec() {
            Self::Note
        } else if finding.wire == Wire::Breaking || finding.rust.level == Bump::Major {
            Self::Error
        } else if finding.wire == Wire::Risky || finding.behaviour.is_some() {
            Self::Warning
        } else {
            Self::Note
        }
    }
}

/// What the Rust verdict rests on, in words.
pub(crate) const fn rests_on(verified: Verified) -> &'static str {
    match verified {
        Verified::Rustdoc => "verified on the compiled crates",
        Verified::Predicted => "predicted from the descriptions, not compiled",
        Verified::NotVerified => "could not be verified",
    }
}

/// What the suggested version rests on.
pub(crate) const SUGGESTED: &str = "from what the description changes alone";

/// How many findings of the description there are of each wire verdict, the worst first.
pub(crate) fn by_wire(report: &Report) -> Vec<(&'static str, usize)> {
    let words = [Wire::Breaking, Wire::Risky, Wire::Compatible];
    counted(words.map(|word| (word.as_str(), count(report, |finding| finding.wire == word))))
}

/// How many findings of the description there are of each Rust level, the worst first.
pub(crate) fn by_rust(report: &Report) -> Vec<(&'static str, usize)> {
    let words = [Bump::Major, Bump::Minor, Bump::Patch];
    counted(words.map(|word| (word.as_str(), count(report, |finding| finding.rust.level == word))))
}

fn count(report: &Report, is: impl Fn(&Finding) -> bool) -> usize {
    report.findings.iter().filter(|finding| finding.is_of_spec() && is(finding)).count()
}

fn counted(counts: [(&'static str, usize); 3]) -> Vec<(&'static str, usize)> {
    counts.into_iter().filter(|(_, count)| *count > 0).collect()
}

/// `2 breaking, 1 risky`.
pub(crate) fn in_words(counts: &[(&str, usize)]) -> String {
    let words: Vec<_> = counts.iter().map(|(word, count)| format!("{count} {word}")).collect();
    words.join(", ")
}

/// What the generator or its configuration changes in the crate by itself: the worst of it.
pub(crate) fn of_generator(report: &Report) -> Bump {
    let made = report.findings.iter().filter(|finding| !finding.is_of_spec());
    made.map(|finding| finding.rust.level).max().unwrap_or_default()
}

/// The name of a file as the repository has it: without the ref that its side was read from (`main:openapi.yaml`).
pub(crate) fn in_tree<'a>(file: &'a str, side: &str) -> &'a str {
    let prefix = side.split_once(':').and_then(|(before, _)| side.get(..=before.len()));
    prefix.and_then(|prefix| file.strip_prefix(prefix)).unwrap_or(file)
}

/// Where a finding is shown in the new description: its own place, else that of what held it, else the top.
pub(crate) fn place(finding: &Finding, report: &Report, ground: &Ground) -> (String, usize, usize) {
    let own = finding.new.as_ref().and_then(|side| side.spot.as_ref());
    match own.or_else(|| ground.nearest.get(&finding.fingerprint)) {
        Some(spot) => (ground.file(&spot.file, &report.new), spot.line, spot.column),
        None => (ground.file(&report.new, &report.new), 1, 1),
    }
}

impl Ground {
    /// The name of a side's file from the top of the repository.
    pub(crate) fn file(&self, file: &str, side: &str) -> String {
        let plain = in_tree(file, side);
        // What a ref has is named from the top; a whole path is no part of the tree.
        if plain != file || self.from_top.is_empty() || Path::new(plain).is_absolute() {
            return plain.to_owned();
        }
        let mut parts: Vec<&str> = Vec::new();
        for part in self.from_top.split('/').chain(plain.split('/')) {
            match part {
                "" | "." => {}
                ".." if parts.last().is_some_and(|last| *last != "..") => {
                    parts.pop();
                }
                part => parts.push(part),
            }
        }
        parts.join("/")
    }
}

/// What changed, where, and what to do, for forms that have one text for it.
pub(crate) fn sentence(finding: &Finding) -> String {
    let mut whose: Vec<_> = finding.operations.iter().take(1).map(ToString::to_string).collect();
    if finding.operations.len() > 1 {
        whose.push(format!("and {} more", finding.operations.len() - 1));
    }
    let whose = if whose.is_empty() { String::new() } else { format!("{}: ", whose.join(" ")) };
    let at = pointer(finding).map(|pointer| format!(" at {pointer}")).unwrap_or_default();
    let (what, help) = (finding.message.trim_end_matches('.'), finding.help.trim_end_matches('.'));
    format!("{whose}{what}{at}. {help}.")
}

/// Where it is in the description: in the new one, where it is there.
pub(crate) fn pointer(finding: &Finding) -> Option<String> {
    let side = finding.new.as_ref().or(finding.old.as_ref())?;
    Some(side.pointer.to_string()).filter(|pointer| !pointer.is_empty())
}

/// The first characters of a text, and whether there were more.
pub(crate) fn cut(text: &str, limit: usize) -> String {
    let more = text.chars().nth(limit).is_some();
    text.chars().take(limit).chain(more.then_some('…')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verdicts_are_counted_without_what_the_generator_made() {
        let report = fixture::report();
        assert_eq!(in_words(&by_wire(&report)), "1 breaking, 1 risky, 1 compatible");
        assert_eq!(in_words(&by_rust(&report)), "1 major, 1 minor, 1 patch");
        assert_eq!(of_generator(&report), Bump::Major);
    }

    #[test]
    fn a_ref_is_no_part_of_a_files_name() {
        assert_eq!(in_tree("main:api/openapi.yaml", "main:openapi.yaml"), "api/openapi.yaml");
        assert_eq!(in_tree("openapi.yaml", "openapi.yaml"), "openapi.yaml");
        assert_eq!(in_tree("other.yaml", "main:openapi.yaml"), "other.yaml");
    }

    #[test]
    fn what_is_gone_is_shown_at_what_held_it() {
        let report = fixture::report();
        let gone = report.findings.iter().find(|finding| finding.new.is_none()).unwrap();
        let found = |ground: &Ground| place(gone, &report, ground);
        assert_eq!(found(&Ground::default()), ("openapi.yaml".to_owned(), 1, 1));
        let spot = Spot { file: "openapi.yaml".to_owned(), line: 7, column: 3, quote: None };
        let nearest = BTreeMap::from([(gone.fingerprint.clone(), spot)]);
        let ground = Ground { nearest, from_top: "api/".to_owned() };
        assert_eq!(found(&ground), ("api/openapi.yaml".to_owned(), 7, 3));
    }

    #[test]
    fn files_are_named_from_the_top() {
        let ground = Ground { from_top: "a/b/".to_owned(), ..Ground::default() };
        assert_eq!(ground.file("../openapi.yaml", "../openapi.yaml"), "a/openapi.yaml");
        assert_eq!(ground.file("main:x.yaml", "main:openapi.yaml"), "x.yaml");
        assert_eq!(ground.file("/w/x.yaml", "/w/x.yaml"), "/w/x.yaml");
    }
}

//! The report for a terminal: both verdicts first, then the findings, the worst first.

use std::fmt::Write as _;

use super::{Bump, Finding, Report, SUGGESTED, Wire, by_rust, by_wire, in_words, of_generator, rests_on};
use crate::{
    diff::finding::{Direction, ItemChange, Side},
    finding::escape,
};

/// How many operations of a finding are named.
const OPERATIONS: usize = 4;

/// The text, with a line break at its end.
#[must_use]
pub fn terminal(report: &Report, colour: bool) -> String {
    let paint = Paint(colour);
    let mut text = head(report, paint);
    let (ours, theirs): (Vec<&Finding>, Vec<&Finding>) = report.findings.iter().partition(|f| f.is_of_spec());
    ours.iter().for_each(|finding| text += &told(finding, paint));
    if !theirs.is_empty() {
        let title = "made by the generator or its configuration, not by the description:";
        text += &format!("\n{}\n", paint.bold(title));
        theirs.iter().for_each(|finding| text += &told(finding, paint));
    }
    text
}

fn head(report: &Report, paint: Paint) -> String {
    let (old, new) = (escape(&report.old), escape(&report.new));
    let mut text = format!("{old} -> {new}\n");
    let mut line = |name: &str, verdict: String, more: String| {
        let more = if more.is_empty() { more } else { format!("  ({more})") };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  {name:<5} {verdict}{more}");
    };
    line("wire", paint.wire(report.wire), in_words(&by_wire(report)));
    let counts = in_words(&by_rust(report));
    let rests = rests_on(report.verified);
    line(
        "Rust",
        paint.bump(report.rust),
        if counts.is_empty() { rests.to_owned() } else { format!("{counts}; {rests}") },
    );
    if let Some(version) = &report.suggested_version {
        line("next", paint.bold(&escape(version)), SUGGESTED.to_owned());
    }
    if of_generator(report) > Bump::None {
        let more = "what the generator or its configuration changes by itself".to_owned();
        line("", paint.bump(of_generator(report)), more);
    }
    if report.findings.is_empty() {
        text += "\nThe two descriptions say the same.\n";
    }
    text
}

fn told(finding: &Finding, paint: Paint) -> String {
    let (wire, rust) = (paint.wire(finding.wire), paint.bump(finding.rust.level));
    let (id, fingerprint) = (paint.bold(&escape(&finding.id)), escape(&finding.fingerprint));
    let mut lines = vec![
        String::new(),
        format!("{wire} / {rust}  {id}  {}", paint.dim(&fingerprint)),
        format!("  {}", escape(&finding.message)),
    ];
    lines.extend(reached(finding).map(|reached| format!("  {reached}")));
    let sides = [("old", &finding.old), ("new", &finding.new)];
    lines.extend(sides.into_iter().filter_map(|(name, side)| Some(place(name, side.as_ref()?, paint))));
    finding.rust.items.iter().for_each(|item| lines.extend(signature(item, paint)));
    if let Some(behaviour) = &finding.behaviour {
        lines.push(format!("  {} {}", paint.yellow("compiles, but means something else:"), escape(behaviour)));
    }
    if finding.rollout {
        lines.push("  a client of the new description fails with a server of the old one".to_owned());
    }
    lines.push(format!("  {} {}", paint.dim("help:"), escape(&finding.help)));
    lines.extend(finding.accepted.as_ref().map(|why| format!("  {} {}", paint.green("accepted:"), escape(why))));
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn reached(finding: &Finding) -> Option<String> {
    let named: Vec<_> = finding.operations.iter().take(OPERATIONS).map(|key| escape(&key.to_string())).collect();
    let rest = finding.operations.len().saturating_sub(OPERATIONS);
    let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    let way = match finding.direction {
        Some(Direction::Request) => " (request)",
        Some(Direction::Response) => " (response)",
        Some(Direction::Both) => " (request and response)",
        None => "",
    };
    (!named.is_empty()).then(|| format!("{}{more}{way}", named.join(", ")))
}

fn place(name: &str, side: &Side, paint: Paint) -> String {
    let spot = side.spot.as_ref().map(|spot| format!("{} ", spot.label())).unwrap_or_default();
    let place = format!("{spot}{}", paint.dim(&escape(&side.pointer.to_string())));
    let value = side.value.as_ref().map(|value| format!("  {}", escape(value))).unwrap_or_default();
    format!("  {} {place}{value}", paint.dim(name))
}

fn signature(item: &ItemChange, paint: Paint) -> Vec<String> {
    let mut lines = vec![format!("  {}", paint.dim(&escape(&item.path)))];
    lines.extend(item.old.as_ref().map(|old| format!("    {}", paint.red(&format!("- {}", escape(old))))));
    lines.extend(item.new.as_ref().map(|new| format!("    {}", paint.green(&format!("+ {}", escape(new))))));
    lines
}

/// Colours (ECMA-48), or none.
#[derive(Clone, Copy, Debug)]
struct Paint(bool);

impl Paint {
    fn with(self, code: &str, text: &str) -> String {
        if self.0 { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    fn dim(self, text: &str) -> String {
        self.with("2", text)
    }

    fn red(self, text: &str) -> String {
        self.with("31", text)
    }

    fn green(self, text: &str) -> String {
        self.with("32", text)
    }

    fn yellow(self, text: &str) -> String {
        self.with("33", text)
    }

    fn wire(self, wire: Wire) -> String {
        self.with(
            match wire {
                Wire::Breaking => "1;31",
                Wire::Risky => "33",
                Wire::Compatible => "32",
                Wire::None => "2",
            },
            wire.as_str(),
        )
    }

    fn bump(self, bump: Bump) -> String {
        self.with(
            match bump {
                Bump::Major => "1;31",
                Bump::Minor => "33",
                Bump::Patch => "32",
                Bump::None => "2",
            },
            bump.as_str(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{super::fixture, *};

    #[test]
    fn it_is_as_it_was() {
        insta::assert_snapshot!(terminal(&fixture::report(), false));
        insta::assert_snapshot!("nothing", terminal(&fixture::nothing(), false));
    }

    #[test]
    fn colours_are_ours_alone() {
        let plain = terminal(&fixture::report(), false);
        assert!(!plain.contains('\u{1b}') && plain.contains("\\u{1b}[31m"), "{plain}");
        let coloured = terminal(&fixture::report(), true);
        let mut bare = coloured.clone();
        for code in ["1", "2", "31", "32", "33", "1;31", "0"] {
            bare = bare.replace(&format!("\u{1b}[{code}m"), "");
        }
        assert_eq!(bare, plain);
    }

    #[test]
    fn accepted_findings_say_why() {
        let mut report = fixture::report();
        report.findings[0].accepted = Some("nobody sent it (mia)".to_owned());
        assert!(terminal(&report, false).contains("  accepted: nobody sent it (mia)\n"));
    }
}

//! The report as a comment of a pull request: both verdicts first, then a table of what breaks somebody, the rest folded.

mod writer;

use self::writer::{code, prose};
use super::{
    Bump, Finding, Loudness, Report, SUGGESTED, by_rust, by_wire, cut, in_words, of_generator, pointer, rests_on,
};
use crate::diff::finding::ItemChange;

/// The hidden first line, by which the comment is found again and replaced.
pub const MARKER: &str = "<!-- generator-diff -->";

/// How long a comment may be. GitHub takes 65,536 characters; bytes are never fewer.
const LIMIT: usize = 65_536;
/// What is kept for the last line and the ends of foldings.
const RESERVE: usize = 512;
/// The lengths of what one row shows.
const TEXT: usize = 400;
const SIGNATURE: usize = 200;
/// How many of them.
const OPERATIONS: usize = 3;
const ITEMS: usize = 4;

/// The text, with a line break at its end.
#[must_use]
pub fn markdown(report: &Report) -> String {
    let mut page = Page { text: head(report), left_out: 0 };
    let accepted = |finding: &&Finding| finding.accepted.is_some();
    let (known, open): (Vec<&Finding>, Vec<&Finding>) = report.findings.iter().partition(accepted);
    let (ours, theirs): (Vec<&Finding>, Vec<&Finding>) = open.into_iter().partition(|f| f.is_of_spec());
    let (loud, quiet): (Vec<&Finding>, Vec<&Finding>) =
        ours.into_iter().partition(|finding| Loudness::of(finding) == Loudness::Error);
    page.table(None, &loud);
    page.table(Some("Everything else"), &quiet);
    page.table(Some("Made by the generator or its configuration, not by the description"), &theirs);
    page.table(Some("Accepted"), &known);
    page.end()
}

fn head(report: &Report) -> String {
    let (wire, rust) = (report.wire.as_str(), report.rust.as_str());
    let next = report.suggested_version.as_ref().map(|version| format!(" · next version {}", code(version)));
    let mut lines = vec![
        MARKER.to_owned(),
        format!("### wire: **{wire}** · Rust: **{rust}**{}", next.unwrap_or_default()),
        String::new(),
        format!("{} → {}", code(&report.old), code(&report.new)),
    ];
    let counts =
        |name: &str, counts: &[(&str, usize)]| (!counts.is_empty()).then(|| format!("{name}: {}", in_words(counts)));
    let mut facts: Vec<_> =
        [counts("wire", &by_wire(report)), counts("Rust", &by_rust(report))].into_iter().flatten().collect();
    facts.push(format!("Rust verdict: {}", rests_on(report.verified)));
    if report.suggested_version.is_some() {
        facts.push(format!("next version: {SUGGESTED}"));
    }
    if of_generator(report) > Bump::None {
        let bump = of_generator(report).as_str();
        facts.push(format!("the generator or its configuration changes the crate by itself: {bump}"));
    }
    lines.push(String::new());
    lines.extend(facts.into_iter().map(|fact| format!("- {fact}")));
    if report.findings.is_empty() {
        lines.extend([String::new(), "The two descriptions say the same.".to_owned()]);
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

struct Page {
    text: String,
    left_out: usize,
}

impl Page {
    /// A table, folded when it has a title; what has no room is counted.
    fn table(&mut self, title: Option<&str>, findings: &[&Finding]) {
        if findings.is_empty() {
            return;
        }
        let (begin, end) = match title {
            Some(title) => {
                (format!("\n<details><summary>{title}: {}</summary>\n\n", findings.len()), "\n</details>\n".to_owned())
            }
            None => ("\n".to_owned(), String::new()),
        };
        let columns = "| Operation | What changed | Wire | Rust | What to do |\n|---|---|---|---|---|\n";
        let mut shown = false;
        for finding in findings {
            let row = row(finding);
            let opening = if shown { 0 } else { begin.len() + columns.len() };
            if self.text.len() + opening + row.len() + end.len() + RESERVE > LIMIT {
                self.left_out += 1;
                continue;
            }
            if !shown {
                self.text += &begin;
                self.text += columns;
                shown = true;
            }
            self.text += &row;
        }
        if shown {
            self.text += &end;
        }
    }

    fn end(mut self) -> String {
        if self.left_out > 0 {
            self.text += &format!(
                "\n**{} more** have no room in a comment; `generator diff --format json` has all.\n",
                self.left_out
            );
        }
        self.text
    }
}

fn row(finding: &Finding) -> String {
    let what = [
        Some(prose(&cut(&finding.message, TEXT))),
        finding
            .behaviour
            .as_ref()
            .map(|text| format!("compiles, but means something else: {}", prose(&cut(text, TEXT)))),
        finding.rollout.then(|| "new clients fail with an old server".to_owned()),
        pointer(finding).map(|pointer| code(&cut(&pointer, SIGNATURE))),
        place(finding),
        Some(format!("{} {}", code(&finding.id), code(&finding.fingerprint))),
        finding.accepted.as_ref().map(|why| format!("accepted: {}", prose(&cut(why, TEXT)))),
    ];
    let what: Vec<_> = what.into_iter().flatten().collect();
    let rust: Vec<_> = std::iter::once(finding.rust.level.as_str().to_owned())
        .chain(finding.rust.items.iter().take(ITEMS).map(signature))
        .chain(more(finding.rust.items.len(), ITEMS))
        .collect();
    format!(
        "| {} | {} | {} | {} | {} |\n",
        operations(finding),
        what.join("<br>"),
        finding.wire.as_str(),
        rust.join("<br>"),
        prose(&cut(&finding.help, TEXT)),
    )
}

fn operations(finding: &Finding) -> String {
    let named = finding.operations.iter().take(OPERATIONS).map(|key| code(&cut(&key.to_string(), SIGNATURE)));
    let all: Vec<_> = named.chain(more(finding.operations.len(), OPERATIONS)).collect();
    all.join("<br>")
}

fn more(all: usize, shown: usize) -> Option<String> {
    (all > shown).then(|| format!("and {} more", all - shown))
}

fn place(finding: &Finding) -> Option<String> {
    let label = |side: &Option<crate::diff::finding::Side>| {
        side.as_ref().and_then(|side| side.spot.as_ref()).map(|spot| code(&cut(&spot.label(), SIGNATURE)))
    };
    match (label(&finding.old), label(&finding.new)) {
        (Some(old), Some(new)) => Some(format!("{old} → {new}")),
        (Some(one), None) | (None, Some(one)) => Some(one),
        (None, None) => None,
    }
}

fn signature(item: &ItemChange) -> String {
    let text = |signature: &str| code(&cut(signature, SIGNATURE));
    let path = text(&item.path);
    match (&item.old, &item.new) {
        (Some(old), Some(new)) => format!("{path}: {} → {}", text(old), text(new)),
        (Some(old), None) => format!("{path}: {} is gone", text(old)),
        (None, Some(new)) => format!("{path}: new {}", text(new)),
        (None, None) => path,
    }
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::{super::fixture, *};

    #[test]
    fn it_is_as_it_was() {
        insta::assert_snapshot!(markdown(&fixture::report()));
        insta::assert_snapshot!("nothing", markdown(&fixture::nothing()));
    }

    /// As GitHub reads it: no markup, link or HTML but ours, and each row has its five cells.
    #[test]
    fn a_description_is_no_markup() {
        let text = markdown(&fixture::report());
        let mut cells = Vec::new();
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis | Tag::CodeBlock(_)) => {
                    panic!("{text}")
                }
                Event::InlineHtml(html) => assert!(["<br>", "<code>", "</code>"].contains(&&*html), "{html}"),
                Event::Html(html) => {
                    let ours = ["<!--", "<details>", "</details>"].iter().any(|start| html.trim().starts_with(start));
                    assert!(ours && !html.contains("<script"), "{html}");
                }
                Event::Start(Tag::TableRow) => cells.push(0),
                Event::Start(Tag::TableCell) => {
                    if let Some(last) = cells.last_mut() {
                        *last += 1;
                    }
                }
                _ => {}
            }
        }
        assert_eq!(text.matches("-->").count(), 1, "{text}");
        assert!(text.lines().filter(|line| line.starts_with("| ")).all(|line| line.ends_with(" |")));
        assert_eq!(cells.len(), 4, "{cells:?}");
        assert!(cells.iter().all(|count| *count % 5 == 0), "{cells:?}");
    }

    #[test]
    fn a_comment_is_never_too_long_and_counts_the_rest() {
        let mut report = fixture::report();
        let many = report.findings[1].clone();
        report.findings.extend(std::iter::repeat_n(many, 500));
        let text = markdown(&report);
        assert!(text.len() <= LIMIT, "{}", text.len());
        let rows = text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| Operation")).count();
        assert!(text.contains(&format!("**{} more**", 504 - rows)), "{rows} {}", text.lines().last().unwrap());
        assert!(text.contains("</details>"));
    }

    #[test]
    fn what_was_accepted_is_folded_with_its_reason() {
        let mut report = fixture::report();
        report.findings[0].accepted = Some("nobody @sent it".to_owned());
        let text = markdown(&report);
        let accepted = text.split("<summary>Accepted: 1</summary>").nth(1).unwrap();
        assert!(accepted.contains("accepted: nobody"), "{accepted}");
    }
}

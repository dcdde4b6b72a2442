//! Findings as text: with an excerpt (miette), on one line each, or as JSON.

use std::fmt;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan,
    SpanContents,
};

use crate::{
    diagnostic::Severity,
    failure::SHOWN,
    finding::{Finding, Quote, Spot, escape, is_unsafe, severity_name},
};

/// The width of a report, in columns: the same on every terminal, so that it can be compared.
const WIDTH: usize = 100;

/// How much of one line is quoted, in characters.
const QUOTED: usize = 120;

/// With an excerpt of the source.
pub(super) fn human(findings: &[&Finding], colour: bool) -> String {
    let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(WIDTH)
        .with_links(false)
        .with_context_lines(1)
        .without_primary_span_start();
    let mut text = String::new();
    for finding in findings.iter().take(SHOWN) {
        if handler.render_report(&mut text, &Shown::of(finding)).is_err() {
            text.push_str(&finding.short());
        }
        text.push('\n');
    }
    text + &rest(findings)
}

/// `file:line:column: severity[code]: message; help`.
pub(super) fn short(findings: &[&Finding]) -> String {
    let lines: String = findings.iter().take(SHOWN).map(|f| f.short() + "\n").collect();
    lines + &rest(findings)
}

/// What is not shown, counted.
fn rest(findings: &[&Finding]) -> String {
    let rest = findings.get(SHOWN..).unwrap_or_default();
    let count = |severity| {
        let count = rest.iter().filter(|f| f.severity == severity).count();
        (count > 0).then(|| format!("{count} {}{}", severity_name(severity), if count == 1 { "" } else { "s" }))
    };
    let counts: Vec<_> = [Severity::Error, Severity::Warning, Severity::Note].into_iter().filter_map(count).collect();
    if counts.is_empty() {
        return String::new();
    }
    format!("and {} more; --format json shows all\n", counts.join(", "))
}

/// A finding as miette wants it: every text escaped, the excerpt cut out.
#[derive(Debug)]
struct Shown<'f> {
    finding: &'f Finding,
    message: String,
    excerpt: Option<Excerpt>,
}

impl<'f> Shown<'f> {
    fn of(finding: &'f Finding) -> Self {
        let text = |spot: &'f Spot| spot.quote.as_ref().filter(|quote| !quote.text.trim().is_empty());
        let quoted = |spot: &'f Spot| Some(Excerpt::of(spot, text(spot)?));
        let excerpt = finding.spot.as_ref().and_then(quoted);
        let mut message = escape(&finding.message);
        match (&finding.spot, &finding.pointer) {
            (Some(spot), _) if excerpt.is_none() => message = format!("{}: {message}", spot.label()),
            (None, Some(pointer)) => message = format!("{}: {message}", escape(&pointer.to_string())),
            _ => {}
        }
        Self { finding, message, excerpt }
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn code(&self) -> Option<Box<dyn fmt::Display + '_>> {
        Some(Box::new(format!("{}[{}]", severity_name(self.finding.severity), self.finding.code.as_str())))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.finding.severity {
            Severity::Note => miette::Severity::Advice,
            Severity::Warning => miette::Severity::Warning,
            Severity::Error => miette::Severity::Error,
        })
    }

    fn help(&self) -> Option<Box<dyn fmt::Display + '_>> {
        let related = self.finding.related.as_ref().map(|spot| format!(" (see also {})", spot.label()));
        Some(Box::new(escape(&self.finding.help) + &related.unwrap_or_default()))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.excerpt.as_ref().map(|e| e as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let excerpt = self.excerpt.as_ref()?;
        let span = LabeledSpan::new_primary_with_span(None, (excerpt.offset, excerpt.len));
        Some(Box::new(std::iter::once(span)))
    }
}

/// The line of a place with a line before and after it, escaped and cut to a width: a whole specification may stand on
/// one line.
#[derive(Debug)]
struct Excerpt {
    name: String,
    text: String,
    /// The first line's number, from 0.
    first_line: usize,
    /// Of the marked part, in `text`.
    offset: usize,
    len: usize,
}

impl Excerpt {
    fn of(spot: &Spot, quote: &Quote) -> Self {
        let text: &str = &quote.text;
        let offset = quote.offset.min(text.len());
        let start = text.get(..offset).and_then(|t| t.rfind('\n')).map_or(0, |i| i + 1);
        let end = text.get(offset..).and_then(|t| t.find('\n')).map_or(text.len(), |i| offset + i);
        let marked_end = (offset + quote.len).clamp(offset, end);
        let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
        let before = part(start..offset);
        let skipped = before.chars().count().saturating_sub(QUOTED / 2);
        let lead = if skipped > 0 { "…" } else { "" };
        let mark = clip(part(offset..marked_end), QUOTED / 2);
        let line_head = lead.to_owned() + &quotable(before.chars().skip(skipped));
        let above = text.get(..start.saturating_sub(1)).filter(|_| start > 0);
        let above = above.map(|t| clip(t.rsplit('\n').next().unwrap_or_default(), QUOTED) + "\n");
        let below = text.get(end + 1..).and_then(|t| t.lines().next()).map(|l| format!("\n{}", clip(l, QUOTED)));
        let head = above.clone().unwrap_or_default() + &line_head;
        Self {
            name: spot.label(),
            first_line: spot.line.saturating_sub(1 + usize::from(above.is_some())),
            offset: head.len(),
            len: mark.len(),
            text: head + &mark + &clip(part(marked_end..end), QUOTED / 2) + &below.unwrap_or_default(),
        }
    }
}

/// At most so many characters of a line, escaped.
fn clip(line: &str, limit: usize) -> String {
    let line = line.trim_end_matches('\r');
    let more = if line.chars().nth(limit).is_some() { "…" } else { "" };
    quotable(line.chars().take(limit)) + more
}

fn quotable(text: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    for c in text {
        match c {
            '\t' => out.push_str("    "),
            c if is_unsafe(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let inner = self.text.read_span(span, before, after)?;
        let line = inner.line() + self.first_line;
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            inner.data(),
            *inner.span(),
            line,
            inner.column(),
            inner.line_count(),
        )))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::Code;

    fn at(text: &str, needle: &str) -> Finding {
        let text: Arc<str> = text.into();
        let start = text.find(needle).unwrap();
        let spot = Spot::of_range("api.yaml", &text, start..start + needle.len());
        Finding::new(Code::SourceSyntax, "this is no YAML").at(Some(spot))
    }

    #[test]
    fn a_finding_shows_its_place_its_line_and_what_to_do() {
        insta::assert_snapshot!(human(&[&at("openapi: 3.0.3\ninfo:\n  titel: x\npaths: {}\n", "titel")], false));
    }

    #[test]
    fn what_acts_on_a_terminal_is_escaped_and_long_lines_are_cut() {
        let long = format!("{{{}\u{1b}[31m\u{202e}\"bad\": 1{}}}", "\"a\": 1, ".repeat(99), ", \"b\": 2".repeat(99));
        let text = human(&[&at(&long, "\"bad\"")], false);
        assert!(text.contains("\\u{1b}[31m\\u{202e}\"bad\""), "{text}");
        assert!(text.lines().all(|l| l.chars().count() < 300), "{text}");
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'));
    }

    #[test]
    fn colour_is_a_choice() {
        assert!(human(&[&at("a: b", "a")], true).contains("\u{1b}["));
        assert!(!human(&[&at("a: b", "a")], false).contains('\u{1b}'));
    }

    #[test]
    fn fifty_are_shown_and_the_rest_is_counted() {
        let finding = at("a: b", "a");
        let many = vec![&finding; 53];
        assert_eq!(short(&many).lines().count(), 51);
        assert!(short(&many).ends_with("and 3 errors more; --format json shows all\n"));
    }
}

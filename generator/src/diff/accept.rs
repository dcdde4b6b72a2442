//! accept: differences that somebody looked at and took responsibility for, in a file that is kept with the description.
//!
//! ```toml
//! [[accept]]
//! fingerprint = "9f3c0a71b2d4"
//! reason = "no client of ours ever sent it"
//! author = "mia"          # optional
//! expires = 2027-03-31    # optional: the first day on which it counts no more
//! ```
//!
//! They are found by fingerprint, never by the words of a message. What was accepted is still reported.

use std::{collections::BTreeMap, sync::Arc};

use serde::Deserialize;
use toml::Spanned;

use super::finding::Report;
use crate::{
    diagnostic::Code,
    finding::{Finding, Spot},
};

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Accepted {
    entries: Vec<Entry>,
    name: String,
    text: Arc<str>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    #[serde(default)]
    accept: Vec<Entry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    fingerprint: Spanned<String>,
    reason: Spanned<String>,
    author: Option<String>,
    expires: Option<Spanned<toml::value::Datetime>>,
}

/// A day: year, month, day.
pub type Day = (u16, u8, u8);

impl Accepted {
    /// Reads the text of a file.
    ///
    /// # Errors
    /// All that is wrong with it, each with its place.
    pub fn parse(text: &str, name: &str) -> Result<Self, Vec<Finding>> {
        let text: Arc<str> = text.into();
        let raw: Raw = toml::from_str(&text).map_err(|error| {
            let message: Vec<_> = error.message().lines().collect();
            let spot = error.span().map(|range| Spot::of_range(name, &text, range));
            let help = "an entry is `[[accept]]` with `fingerprint`, `reason` and, if wanted, `author` and `expires`";
            vec![Finding::new(Code::ConfigSyntax, message.join(", ")).help(help).at(spot)]
        })?;
        let accepted = Self { entries: raw.accept, name: name.to_owned(), text };
        let wrong = accepted.wrong();
        if wrong.is_empty() { Ok(accepted) } else { Err(wrong) }
    }

    fn wrong(&self) -> Vec<Finding> {
        let mut wrong = Vec::new();
        let mut seen = BTreeMap::new();
        for Entry { fingerprint, reason, expires, .. } in &self.entries {
            let mut say = |message: String, help: &str, range| {
                wrong.push(Finding::new(Code::ConfigValue, message).help(help).at(Some(self.spot(range))));
            };
            let text = fingerprint.get_ref();
            if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                let help = "copy it from the report: `--format json` has it at every finding";
                say(format!("`{}` is no fingerprint", text.escape_debug()), help, fingerprint.span());
            } else if seen.insert(text.clone(), ()).is_some() {
                say(format!("`{text}` is accepted twice"), "remove one of the two", fingerprint.span());
            }
            if reason.get_ref().trim().is_empty() {
                say(format!("`{text}` is accepted without a reason"), "say in `reason` why it may pass", reason.span());
            }
            if let Some(date) = expires.as_ref().filter(|date| day(date.get_ref()).is_none()) {
                let help = "write a date: expires = 2027-03-31";
                say(format!("`{}` is no day", date.get_ref()), help, date.span());
            }
        }
        wrong
    }

    /// Marks what is accepted, and says which entries are of no use any more.
    #[must_use]
    pub fn apply(&self, report: &mut Report, today: Day) -> Vec<Finding> {
        let mut said = Vec::new();
        for Entry { fingerprint, reason, author, expires } in &self.entries {
            let text = fingerprint.get_ref();
            let mut met = report.findings.iter_mut().filter(|finding| finding.fingerprint == *text).peekable();
            let stale = met.peek().is_none();
            let expired = expires.as_ref().and_then(|date| day(date.get_ref())).filter(|end| *end <= today);
            let what = match (stale, expired) {
                (_, Some((year, month, day))) => {
                    format!("what accepts `{text}` expired on {year:04}-{month:02}-{day:02}")
                }
                (true, None) => format!("`{text}` is accepted and was not found"),
                (false, None) => {
                    let by = author.as_ref().map(|author| format!(" ({author})")).unwrap_or_default();
                    let reason = format!("{}{by}", reason.get_ref().trim());
                    met.for_each(|finding| finding.accepted = Some(reason.clone()));
                    continue;
                }
            };
            said.push(Finding::new(Code::AcceptStale, what).at(Some(self.spot(fingerprint.span()))));
        }
        said
    }

    fn spot(&self, range: std::ops::Range<usize>) -> Spot {
        Spot::of_range(&self.name, &self.text, range)
    }
}

fn day(date: &toml::value::Datetime) -> Option<Day> {
    date.date.map(|date| (date.year, date.month, date.day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::report::fixture;

    const TODAY: Day = (2027, 3, 31);

    fn applied(entries: &str) -> (Report, Vec<String>) {
        let mut report = fixture::report();
        let said = Accepted::parse(entries, "accept.toml").unwrap().apply(&mut report, TODAY);
        (report, said.iter().map(Finding::short).collect())
    }

    #[test]
    fn what_is_accepted_says_why_and_by_whom() {
        let first = fixture::report().findings[0].fingerprint.clone();
        let (report, said) =
            applied(&format!("[[accept]]\nfingerprint = '{first}'\nreason = 'nobody sent it'\nauthor = 'mia'"));
        assert_eq!(report.findings[0].accepted.as_deref(), Some("nobody sent it (mia)"));
        assert!(report.findings[1..].iter().all(|finding| finding.accepted.is_none()));
        assert!(said.is_empty(), "{said:?}");
    }

    #[test]
    fn stale_and_expired_entries_warn_and_accept_nothing() {
        let first = fixture::report().findings[0].fingerprint.clone();
        let (report, said) = applied(&format!(
            "[[accept]]\nfingerprint = '{first}'\nreason = 'x'\nexpires = 2027-03-31\n\
             [[accept]]\nfingerprint = 'abcd'\nreason = 'x'\nexpires = 2027-04-01\n"
        ));
        assert!(report.findings.iter().all(|finding| finding.accepted.is_none()));
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].starts_with("accept.toml:2:15: warning[accept-stale]: what accepts"), "{said:?}");
        assert!(said[1].contains("`abcd` is accepted and was not found"), "{said:?}");
    }

    #[test]
    fn all_that_is_wrong_with_the_file_is_said() {
        let parsed = |text| Accepted::parse(text, "a.toml").unwrap_err().iter().map(Finding::short).collect::<Vec<_>>();
        let found = parsed(
            "[[accept]]\nfingerprint = 'no such'\nreason = ' '\nexpires = 10:00:00\n\
             [[accept]]\nfingerprint = 'ab'\nreason = 'x'\n[[accept]]\nfingerprint = 'ab'\nreason = 'x'\n",
        );
        assert_eq!(found.len(), 4, "{found:#?}");
        assert!(parsed("[[accept]]\nfingerprint = 'ab'\nraeson = 'x'\n")[0].contains("raeson"));
        assert!(parsed("[accept]\n")[0].contains("[[accept]]"));
    }
}

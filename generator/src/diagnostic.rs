//! Diagnostics: what is said about the input, and the table of all codes. Prints nothing.

use serde::Serialize;

use crate::pointer::Origin;

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing; nothing is lost.
    Note,
    /// One construct lost its typed form, or something is likely to surprise.
    Warning,
    /// The spec cannot be used (exit code 3).
    Error,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $variant:ident = $code:literal, $severity:ident, $meaning:literal, $example:literal, $remedy:literal;)*) => {
        /// What a diagnostic is about. The text form is stable: `allow`, `--deny` and `explain` take it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])* #[doc = $meaning] $variant,)* }

        impl Code {
            /// All codes, in the table's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its row of the table.
            #[must_use]
            pub const fn row(self) -> &'static Row {
                match self { $(Self::$variant => &Row {
                    code: $code, severity: Severity::$severity, meaning: $meaning, example: $example, remedy: $remedy,
                },)* }
            }
        }
    };
}

/// One row of the table of codes: what `generator explain CODE` prints.
#[derive(Debug)]
pub struct Row {
    /// The stable text of the code.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it means and why it matters.
    pub meaning: &'static str,
    /// A piece of a spec that causes it.
    pub example: &'static str,
    /// What to do.
    pub remedy: &'static str,
}

mod table;
pub use table::Code;

impl Code {
    /// The stable text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.row().code
    }

    /// The code with this text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.as_str() == text)
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// One thing said about the input.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diagnostic {
    /// What it is about.
    pub code: Code,
    /// How much it matters: the code's own severity.
    pub severity: Severity,
    /// Where.
    pub origin: Origin,
    /// A second place that matters: the first of two duplicates, the target of a reference.
    pub related: Option<Origin>,
    /// One sentence: what is wrong.
    pub message: String,
    /// One sentence: what to do.
    pub help: String,
    /// The override in `generator.toml` that it is about, by its place in the list: it stands there and not at `origin`.
    pub knob: Option<usize>,
    /// A line and column (1-based, in characters) that a parser gave, where there is no pointer to map.
    pub position: Option<(usize, usize)>,
}

/// Collects diagnostics; a stage reports all it finds and stops only at its end.
#[derive(Debug, Default)]
pub struct Diagnostics {
    items: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Nothing said yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Says something. The returned value may be completed (`related`, `position`, another `help`).
    #[expect(clippy::indexing_slicing, reason = "the last of what was just pushed to")]
    pub fn report(&mut self, code: Code, origin: Origin, message: impl Into<String>) -> &mut Diagnostic {
        let row = code.row();
        self.items.push(Diagnostic {
            code,
            severity: row.severity,
            origin,
            related: None,
            message: message.into(),
            help: row.remedy.to_owned(),
            knob: None,
            position: None,
        });
        let last = self.items.len() - 1;
        &mut self.items[last]
    }

    /// Takes over all that others said.
    pub fn extend(&mut self, others: Self) {
        self.items.extend(others.items);
    }

    /// Changes every place.
    pub fn move_places(&mut self, to: impl Fn(&Origin) -> Origin) {
        for said in &mut self.items {
            said.origin = to(&said.origin);
            said.related = said.related.as_ref().map(&to);
        }
    }

    /// Whether something makes the spec unusable.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.items.iter().any(|d| d.severity == Severity::Error)
    }

    /// All, in the order of their report.
    #[must_use]
    pub fn items(&self) -> &[Diagnostic] {
        &self.items
    }

    /// All, errors first, then by place, doubles removed.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let mut items = self.items;
        items.sort_by(|a, b| {
            let key = |d: &Diagnostic| (std::cmp::Reverse(d.severity), d.origin.clone(), d.position, d.code);
            key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
        });
        items.dedup();
        items
    }
}

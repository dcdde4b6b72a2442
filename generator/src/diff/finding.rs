//! What a difference is: the two verdicts, where it stands on both sides, and which operations it reaches.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::{finding::Spot, pointer::Pointer};

/// The version of the JSON form; it grows when a key changes its meaning or goes away.
pub const VERSION: u32 = 1;

/// All that two descriptions differ in. The worst first: by wire, then by Rust, then by place.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// [`VERSION`].
    pub version: u32,
    /// How the two sides are called: `main:openapi.yaml`.
    pub old: String,
    /// See `old`.
    pub new: String,
    /// The worst of all findings.
    pub wire: Wire,
    /// The worst of all findings that the description made; what the generator made is apart.
    pub rust: Bump,
    /// Whether the Rust verdict comes from the compiled crates.
    pub verified: Verified,
    /// The SDK's version that fits, when the old one is known (SemVer 2.0.0; Cargo's rules below 1.0).
    pub suggested_version: Option<String>,
    /// In the order of the reader's interest.
    pub findings: Vec<Finding>,
}

/// One difference.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// The rule: oasdiff's id where a rule means the same, ours where it has none.
    pub id: String,
    /// oasdiff's level of the rule.
    pub level: Level,
    /// What it does to a client of the old description that talks to a server of the new one.
    pub wire: Wire,
    /// Whether a client of the new description fails with a server of the old one.
    pub rollout: bool,
    /// What it does to the users of the emitted crate.
    pub rust: Rust,
    /// What means something else although code still compiles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub behaviour: Option<String>,
    /// Which way what changed travels; none: neither.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Where it stood.
    pub old: Option<Side>,
    /// Where it stands.
    pub new: Option<Side>,
    /// The operations that it reaches.
    pub operations: Vec<OperationKey>,
    /// One sentence: what changed.
    pub message: String,
    /// One sentence: what to do, or why it matters.
    pub help: String,
    /// Who made it.
    pub made_by: MadeBy,
    /// Stable over rewordings: of the rule, the place by its wire identity and the normalised values (hexadecimal).
    pub fingerprint: String,
    /// What the Rust verdict rests on.
    pub verified: Verified,
    /// Why it was accepted, when it was; it trips no gate then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<String>,
}

/// One side of a finding.
#[derive(Clone, Debug, Serialize)]
pub struct Side {
    /// Where in the description.
    pub pointer: Pointer,
    /// Where in its text.
    #[serde(flatten)]
    pub spot: Option<Spot>,
    /// What stands there, normalised and short: `string`, `["a","b"]`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// The Rust verdict of one finding.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Rust {
    /// The worst of the items.
    pub level: Bump,
    /// What changes in the crate's public face.
    pub items: Vec<ItemChange>,
}

/// A change of one public item of the crate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ItemChange {
    /// Where: `types::Connection::scope`, `resources::connections::Connections::list`.
    pub path: String,
    /// What it is.
    pub kind: ItemKind,
    /// Its signature before; none: it is new.
    pub old: Option<String>,
    /// Its signature after; none: it is gone.
    pub new: Option<String>,
    /// What that asks of the next version.
    pub level: Bump,
}

/// The kinds of public items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are Rust's own")]
pub enum ItemKind {
    Module,
    Struct,
    Enum,
    Alias,
    Field,
    Variant,
    Method,
    Function,
    Constant,
    Trait,
    Macro,
    /// An `impl` of a trait, derives included.
    Impl,
    /// A Cargo feature.
    Feature,
    /// A name of another crate that this one gives on.
    Import,
}

/// oasdiff's levels of its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the names are oasdiff's")]
pub enum Level {
    Info,
    Warn,
    Err,
}

/// The wire verdict: a client of the old description, a server of the new one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Wire {
    /// Nothing that travels differs.
    #[default]
    None,
    /// Old clients go on as before.
    Compatible,
    /// Old clients may fail, depending on what they send or on what arrives.
    Risky,
    /// Old clients that did right fail.
    Breaking,
}

/// What the next version of the crate must be, at 1.0 or above (Cargo, SemVer Compatibility).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bump {
    /// The crate is the same.
    #[default]
    None,
    /// Its public face is the same.
    Patch,
    /// Its public face grew.
    Minor,
    /// Code that used it need not compile.
    Major,
}

/// Which way something travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From the client.
    Request,
    /// To the client.
    Response,
    /// Both.
    Both,
}

impl Finding {
    /// Whether the description made it, not the generator or its configuration.
    #[must_use]
    pub fn is_of_spec(&self) -> bool {
        self.made_by == MadeBy::Spec
    }
}

impl Wire {
    /// Its word: `breaking`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Compatible => "compatible",
            Self::Risky => "risky",
            Self::Breaking => "breaking",
        }
    }
}

impl Verified {
    /// In a word or two: `verified`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rustdoc => "verified",
            Self::Predicted => "predicted",
            Self::NotVerified => "not verified",
        }
    }
}

impl Bump {
    /// Its word: `major`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl Direction {
    /// Both, when the two differ.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Both }
    }
}

/// Who made a change of the crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MadeBy {
    /// The description: it stands between the old and the new one under the same generator.
    Spec,
    /// The generator or its configuration: the old description gives another crate by itself.
    Generator,
}

/// What a Rust verdict rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verified {
    /// The rustdoc JSON of both crates says so.
    Rustdoc,
    /// The two `Api`s say so; nothing was compiled.
    Predicted,
    /// It was asked for and could not be done.
    NotVerified,
}

/// An operation as it is on the wire.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct OperationKey {
    /// `GET`; for webhooks `WEBHOOK`.
    pub method: String,
    /// `/pets/{id}`, as the newer side that has it spells it.
    pub path: String,
}

impl OperationKey {
    /// The path with the names of its variables erased, by which operations of two sides are matched.
    #[must_use]
    pub fn erased(&self) -> String {
        let mut erased = String::with_capacity(self.path.len());
        let mut inside = false;
        for letter in self.path.chars() {
            match letter {
                '{' => inside = true,
                '}' => inside = false,
                _ if inside => continue,
                _ => {}
            }
            erased.push(letter);
        }
        erased
    }
}

impl std::fmt::Display for OperationKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

/// A set of operations.
pub type Operations = BTreeSet<OperationKey>;

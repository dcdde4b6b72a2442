//! Collisions in one scope: who gets the name, and what the others are called.

use std::collections::{BTreeMap, BTreeSet};

use super::{Scope, words};
use crate::{
    diagnostic::{Code, Diagnostics},
    model::name::is_identifier,
    pointer::Origin,
};

/// One item's claim to a name.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The words it is named by.
    words: String,
    /// Its own text, unlike that of any other item of the scope: the key, the value, the place.
    text: String,
    /// Where it stands.
    origin: Origin,
    /// The spec, or the configuration, decided it.
    pinned: bool,
    /// Goes before a higher one when two claim one name and neither is spelled exactly so.
    rank: u8,
    /// Longer names of its own, tried first when it loses.
    longer: Vec<String>,
}

impl Claim {
    /// An item that is named by `words`.
    #[must_use]
    pub fn new(words: impl Into<String>, text: impl Into<String>, origin: Origin) -> Self {
        Self { words: words.into(), text: text.into(), origin, pinned: false, rank: 0, longer: Vec::new() }
    }

    /// An item whose name is pinned.
    #[must_use]
    pub fn pinned(name: &str, text: impl Into<String>, origin: Origin) -> Self {
        Self { pinned: true, ..Self::new(name, text, origin) }
    }

    /// With this pinned state.
    #[must_use]
    pub fn pin(mut self, pinned: bool) -> Self {
        self.pinned = pinned;
        self
    }

    /// With this rank.
    #[must_use]
    pub fn rank(mut self, rank: u8) -> Self {
        self.rank = rank;
        self
    }

    /// With a longer name to fall back to.
    #[must_use]
    pub fn longer(mut self, words: impl Into<String>) -> Self {
        self.longer.push(words.into());
        self
    }

    /// A pinned name that is an identifier stands as it is; everything else is spelled by the scope.
    fn candidate(&self, scope: &Scope) -> String {
        if self.pinned && is_identifier(&self.words) {
            return scope.free(self.words.clone());
        }
        scope.candidate(&[&self.words])
    }

    fn key(&self, candidate: &str) -> impl Ord + use<> {
        (!self.pinned, self.words != candidate, self.rank, self.text.clone(), self.origin.clone())
    }
}

/// What is equal for a file system that ignores case, or for a reader.
fn fold(name: &str) -> String {
    name.to_ascii_lowercase()
}

/// One name for each claim, in their order; no two are equal, case folded.
pub fn settle(scope: &Scope, claims: &[Claim], diagnostics: &mut Diagnostics) -> Vec<String> {
    let candidates: Vec<String> = claims.iter().map(|claim| claim.candidate(scope)).collect();
    if are_distinct(&candidates) {
        report_all_neutral(scope, claims, &candidates, diagnostics);
        return candidates;
    }
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by_cached_key(|index| claims.get(*index).zip(candidates.get(*index)).map(|(c, name)| c.key(name)));

    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut losers = Vec::new();
    for index in order {
        let Some(candidate) = candidates.get(index) else { continue };
        if let Some(winner) = taken.get(&fold(candidate)) {
            losers.push((index, *winner));
        } else {
            taken.insert(fold(candidate), index);
        }
    }
    let mut names = candidates;
    let mut used: BTreeSet<String> = taken.into_keys().collect();
    for (index, winner) in losers {
        let (Some(claim), Some(first)) = (claims.get(index), claims.get(winner)) else { continue };
        let Some(name) = names.get_mut(index) else { continue };
        let lost = std::mem::take(name);
        *name = other(scope, claim, first, &lost, &used);
        used.insert(fold(name));
        report(scope, claim, first, &lost, name, diagnostics);
    }
    report_all_neutral(scope, claims, &names, diagnostics);
    names
}

/// Whether nobody claims what another does, as almost always.
fn are_distinct(candidates: &[String]) -> bool {
    let mut seen = BTreeSet::new();
    candidates.iter().all(|candidate| seen.insert(fold(candidate)))
}

fn report_all_neutral(scope: &Scope, claims: &[Claim], names: &[String], diagnostics: &mut Diagnostics) {
    for (claim, name) in claims.iter().zip(names) {
        report_neutral(scope, claim, name, diagnostics);
    }
}

/// The name of a loser: its longer names, its spelling, digits of its own text. The place comes in only where the text
/// does not tell it apart, since places in a list hang on its order.
fn other(scope: &Scope, claim: &Claim, winner: &Claim, lost: &str, used: &BTreeSet<String>) -> String {
    let longer = claim.longer.iter().map(|words| scope.candidate(&[words]));
    let spelled = words::spelling(&claim.text).filter(|word| words::spelling(&winner.text) != Some(*word));
    let spelled = spelled.map(|word| scope.candidate(&[lost, word]));
    let placed = format!("{}{}", claim.text, claim.origin.pointer);
    let digits = [&claim.text, &placed].into_iter().flat_map(|text| {
        [4, 8, 16].map(|count| format!("{}{}", lost.trim_end_matches('_'), scope.digits(text, count)))
    });
    let mut all = longer.chain(spelled).chain(digits);
    let free = |name: &String| !used.contains(&fold(name)) && is_identifier(name);
    all.find(free).unwrap_or_else(|| (2..).map(|n| format!("{lost}_{n}")).find(free).unwrap_or_default())
}

fn report(scope: &Scope, loser: &Claim, winner: &Claim, lost: &str, name: &str, diagnostics: &mut Diagnostics) {
    let what = scope.what;
    let message =
        format!("`{}` and `{}` both claim the {what} name `{lost}`; this one is `{name}`", winner.text, loser.text);
    let said = diagnostics.report(Code::NameCollision, loser.origin.clone(), message);
    said.related = Some(winner.origin.clone()).filter(|origin| *origin != Origin::default());
}

fn report_neutral(scope: &Scope, claim: &Claim, name: &str, diagnostics: &mut Diagnostics) {
    if !words::has_identifier(&claim.words, scope.case) {
        let message = format!("`{}` has no letter or digit for a {} name; it is `{name}`", claim.text, scope.what);
        diagnostics.report(Code::NameUnusable, claim.origin.clone(), message);
    }
}

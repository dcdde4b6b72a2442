//! Two descriptions in, one report out.

use std::{cmp::Reverse, collections::BTreeSet};

use indexmap::IndexMap;
use jiff::civil::Date;

use super::{
    Finding, ItemChange, MadeBy, OperationKey, Report, Rust, Side, Verified,
    finding::VERSION,
    fingerprint::{self, Mark},
    join, rules,
    rust::{self, predict_with},
    wire,
};
use crate::{dialect::Lowered, finding::Locator, model::Api, parallel, pointer::Origin, source::Loaded};

/// One side: what the stages made of a description.
#[derive(Clone, Copy, Debug)]
pub struct Described<'a> {
    /// As the user called it: `main:openapi.yaml`.
    pub name: &'a str,
    /// What `source` made.
    pub loaded: &'a Loaded,
    /// What `dialect` made.
    pub lowered: &'a Lowered,
    /// What `resolve` made.
    pub api: &'a Api,
    /// What the configuration says of a Cargo feature for each resource: [`crate::config::Config::parts`].
    pub parts: Option<bool>,
}

/// All that the two differ in; the Rust verdict is predicted. Whether the announced end of what was removed has passed is
/// not asked.
#[must_use]
pub fn compare(old: Described<'_>, new: Described<'_>) -> Report {
    compare_on(old, new, None)
}

/// As [`compare`], on a day: what is removed after its announced end breaks nobody on the wire.
#[must_use]
pub fn compare_on(old: Described<'_>, new: Described<'_>, today: Option<Date>) -> Report {
    let wire = || wire::compare_on(old.lowered, new.lowered, today);
    let (found, changes) = parallel::both(wire, || predict_with([old.api, new.api], [old.parts, new.parts]));
    report(old, new, found, changes)
}

/// The report on what was found on the wire and in the crate.
#[must_use]
pub fn report(old: Described<'_>, new: Described<'_>, found: Vec<wire::Change>, changes: Vec<rust::Change>) -> Report {
    let mut drafts = drafts(found, changes);
    let prints = fingerprints(&drafts);
    for (draft, print) in drafts.iter_mut().zip(prints) {
        draft.fingerprint = print;
    }
    let locators = [locator(old), locator(new)];
    let mut findings: Vec<_> = drafts.into_iter().map(|draft| draft.finding(&locators)).collect();
    findings.sort_by(|a, b| order(a).cmp(&order(b)));
    let of_spec = || findings.iter().filter(|finding| finding.made_by == MadeBy::Spec);
    Report {
        version: VERSION,
        old: old.name.to_owned(),
        new: new.name.to_owned(),
        wire: findings.iter().map(|finding| finding.wire).max().unwrap_or_default(),
        rust: of_spec().map(|finding| finding.rust.level).max().unwrap_or_default(),
        verified: Verified::Predicted,
        suggested_version: None,
        findings,
    }
}

fn locator<'a>(side: Described<'a>) -> Locator<'a> {
    Locator::new(Some(side.loaded), side.name, &[])
}

/// The worst first: by wire, then by Rust, then by place.
fn order(finding: &Finding) -> impl Ord + '_ {
    let place = |side: &Option<Side>| {
        side.as_ref().map(|side| {
            let spot = side.spot.as_ref().map(|spot| (spot.file.clone(), spot.line, spot.column));
            (spot, side.pointer.clone())
        })
    };
    let worst = (Reverse(finding.wire), Reverse(finding.rust.level));
    (
        worst,
        place(&finding.new),
        place(&finding.old),
        &finding.id,
        finding.direction,
        &finding.message,
        &finding.fingerprint,
    )
}

/// A finding before its places are looked up.
#[derive(Debug)]
struct Draft {
    found: wire::Change,
    items: Vec<ItemChange>,
    behaviour: Vec<String>,
    fingerprint: String,
}

fn drafts(found: Vec<wire::Change>, changes: Vec<rust::Change>) -> Vec<Draft> {
    let joined = join::join(&found, &changes);
    let mut drafts: Vec<_> = found.into_iter().map(Draft::of).collect();
    let mut own: IndexMap<Group, Vec<rust::Change>> = IndexMap::new();
    let mut docs: IndexMap<Option<Origin>, Vec<rust::Change>> = IndexMap::new();
    for (change, finding) in changes.into_iter().zip(joined) {
        match finding.and_then(|index| drafts.get_mut(index)) {
            Some(draft) => draft.add(change),
            None if change.docs_only => docs.entry(documented(&change)).or_default().push(change),
            None => own.entry(group(&change)).or_default().push(change),
        }
    }
    drafts.extend(own.into_values().filter_map(own_draft));
    drafts.extend(docs.into_values().filter_map(docs_draft));
    drafts
}

/// What is told together: of one place; what has none, alone.
type Group = (Option<Origin>, Option<Origin>, Option<String>);

fn group(change: &rust::Change) -> Group {
    let placed = change.old.is_some() || change.new.is_some();
    // What is new at a place and what was there before are two matters.
    (change.old.clone(), change.new.clone(), (!placed).then(|| change.item.path.clone()))
}

/// A finding for changes of the crate that nothing on the wire explains.
fn own_draft(mut changes: Vec<rust::Change>) -> Option<Draft> {
    changes.sort_by_key(|change| Reverse(change.item.level));
    let lead = changes.first()?;
    let more = changes.len() - 1;
    let found = wire::Change {
        rule: rules::of(lead),
        direction: None,
        old: lead.old.clone(),
        new: lead.new.clone(),
        before: lead.item.old.as_ref().map(|_| lead.item.path.clone()),
        after: lead.item.new.as_ref().map(|_| lead.new_path.clone().unwrap_or_else(|| lead.item.path.clone())),
        subject: vec![format!("{:?}", lead.item.kind).to_lowercase(), lead.item.path.clone()],
        message: message(lead, more),
        operations: changes.iter().flat_map(|change| change.operations.clone()).collect(),
    };
    let mut draft = Draft::of(found);
    changes.into_iter().for_each(|change| draft.add(change));
    Some(draft)
}

/// What documentation is told together: that of one operation, one component, or one other part of a description.
fn documented(change: &rust::Change) -> Option<Origin> {
    let origin = change.new.as_ref().or(change.old.as_ref())?;
    let tokens = origin.pointer.tokens();
    let length = match tokens.first().map(String::as_str) {
        Some("paths" | "webhooks" | "components") => 3,
        Some("definitions" | "parameters" | "responses") => 2,
        _ => 1,
    };
    Some(Origin { file: origin.file, pointer: tokens.iter().take(length).cloned().collect() })
}

/// One finding for the documentation of one thing. Which items it is of is what tells it from another one.
fn docs_draft(changes: Vec<rust::Change>) -> Option<Draft> {
    let first = changes.first()?;
    let paths: BTreeSet<&str> = changes.iter().map(|change| change.item.path.as_str()).collect();
    let (path, more) = (&first.item.path, changes.len() - 1);
    let message = match more {
        0 => format!("The documentation of `{path}` changes."),
        1 => format!("The documentation of `{path}` changes, and that of one more item."),
        more => format!("The documentation of `{path}` changes, and that of {more} more items."),
    };
    let found = wire::Change {
        rule: &rules::DOCS,
        direction: None,
        old: first.old.clone(),
        new: first.new.clone(),
        before: None,
        after: None,
        subject: std::iter::once("documentation").chain(paths).map(str::to_owned).collect(),
        message,
        operations: changes.iter().flat_map(|change| change.operations.clone()).collect(),
    };
    let mut draft = Draft::of(found);
    // Their signatures are what they were.
    draft.items = changes.into_iter().map(|change| change.item).collect();
    Some(draft)
}

fn message(change: &rust::Change, more: usize) -> String {
    let path = &change.item.path;
    let what = match (&change.item.old, &change.item.new, &change.new_path) {
        (None, Some(new), _) => format!("`{new}` is new at `{path}`"),
        (Some(old), None, _) => format!("`{old}` is gone from `{path}`"),
        (_, _, Some(moved)) => format!("`{path}` is now `{moved}`"),
        _ => format!("`{path}` changes"),
    };
    match more {
        0 => format!("{what}."),
        1 => format!("{what}, with one more item."),
        more => format!("{what}, with {more} more items."),
    }
}

impl Draft {
    fn of(found: wire::Change) -> Self {
        Self { found, items: Vec::new(), behaviour: Vec::new(), fingerprint: String::new() }
    }

    fn add(&mut self, change: rust::Change) {
        if let Some(note) = change.behaviour {
            let note = format!("`{}`: {note}", change.item.path);
            if !self.behaviour.contains(&note) {
                self.behaviour.push(note);
            }
        }
        self.items.push(change.item);
        // What the crate's users call is not always what the wire's walk reaches.
        if self.found.operations.is_empty() {
            self.found.operations = change.operations;
        }
    }

    fn finding(mut self, [old, new]: &[Locator<'_>; 2]) -> Finding {
        self.items.sort_by(|a, b| (Reverse(a.level), &a.path, a.kind).cmp(&(Reverse(b.level), &b.path, b.kind)));
        let Self { found, items, behaviour, fingerprint } = self;
        let side = |origin: &Option<Origin>, locator: &Locator<'_>, value: &Option<String>| {
            let origin = origin.as_ref()?;
            Some(Side { pointer: origin.pointer.clone(), spot: locator.spot(origin), value: value.clone() })
        };
        let level = items.iter().map(|item| item.level).max().unwrap_or_default();
        Finding {
            id: found.rule.id.to_owned(),
            level: found.rule.level,
            wire: found.rule.wire,
            rollout: found.rule.rollout,
            rust: Rust { level, items },
            behaviour: (!behaviour.is_empty()).then(|| behaviour.join("; ")),
            direction: found.direction,
            old: side(&found.old, old, &found.before),
            new: side(&found.new, new, &found.after),
            operations: found.operations.into_iter().collect(),
            message: found.message,
            help: found.rule.help.to_owned(),
            made_by: MadeBy::Spec,
            fingerprint,
            verified: Verified::Predicted,
            accepted: None,
        }
    }
}

fn fingerprints(drafts: &[Draft]) -> Vec<String> {
    let operations: Vec<Vec<OperationKey>> =
        drafts.iter().map(|draft| draft.found.operations.iter().cloned().collect()).collect();
    let marks: Vec<_> = drafts
        .iter()
        .zip(&operations)
        .map(|(draft, operations)| Mark {
            id: draft.found.rule.id,
            direction: draft.found.direction,
            subject: &draft.found.subject,
            before: draft.found.before.as_deref(),
            after: draft.found.after.as_deref(),
            operations,
        })
        .collect();
    fingerprint::fingerprints(&marks)
}

//! merge: what was predicted from the descriptions beside what the crates say. The result never claims less than the crates.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use sha2::{Digest, Sha256};

use super::{
    swaps::Swaps,
    verify::{SemverChecks, Verification},
};
use crate::diff::finding::{Bump, Finding, ItemChange, ItemKind, Level, MadeBy, Report, Rust, VERSION, Verified, Wire};

/// The rule of what the crates say and nothing predicted.
pub const ITEM: &str = "sdk-item-changed";
/// The rule of crates whose public faces are equal and whose code is not.
pub const CODE: &str = "sdk-code-changed";

/// Sets what each finding's Rust verdict rests on, raises levels to what the crates show, and adds findings for what nothing
/// explains. Predictions above the crates stay. The suggested version is the caller's to set anew.
pub fn merge(report: &mut Report, verification: &Verification) {
    let mut explained = vec![false; verification.items.len()];
    let spec = || |finding: &&mut Finding| finding.made_by == MadeBy::Spec;
    for finding in report.findings.iter_mut().filter(spec()) {
        agree(finding, &verification.items, &mut explained);
    }
    // A new name that a changed signature shows is what the old one became.
    for finding in report.findings.iter_mut().filter(spec()) {
        for (change, explained) in verification.items.iter().zip(&mut explained) {
            *explained |= change.old.is_none() && finding.rust.items.iter().any(|item| shows(item, change));
        }
    }
    let mut unexplained: Vec<ItemChange> = Vec::new();
    for (change, explained) in verification.items.iter().zip(&explained) {
        unexplained.extend((!explained).then(|| change.clone()));
    }
    unexplained.extend(broken(report, verification));
    report.findings.extend(groups(unexplained).into_iter().map(|(path, items)| of_items(&path, items)));
    for finding in report.findings.iter_mut().filter(spec()) {
        note(finding, &verification.swaps);
    }

    let told = report.findings.iter().filter(|finding| finding.made_by == MadeBy::Spec);
    let told = told.map(|finding| finding.rust.level).max().unwrap_or_default();
    if told < verification.level {
        report.findings.push(untold(verification));
    }
    report.rust = report.rust.max(told).max(verification.level);
    report.verified = Verified::Rustdoc;
    report.findings.sort_by_key(|finding| (Reverse(finding.wire), Reverse(finding.rust.level)));
}

/// A report of two crates alone.
#[must_use]
pub fn report(old: &str, new: &str, verification: &Verification) -> Report {
    let mut report = Report {
        version: VERSION,
        old: old.to_owned(),
        new: new.to_owned(),
        wire: Wire::None,
        rust: Bump::None,
        verified: Verified::Rustdoc,
        suggested_version: None,
        findings: Vec::new(),
    };
    merge(&mut report, verification);
    report
}

/// What a report says when verification was asked for and could not be done.
pub fn not_verified(report: &mut Report) {
    report.verified = Verified::NotVerified;
    for finding in &mut report.findings {
        finding.verified = Verified::NotVerified;
    }
}

fn agree(finding: &mut Finding, changes: &[ItemChange], explained: &mut [bool]) {
    let mut all = true;
    for item in &mut finding.rust.items {
        // What code cannot see (documentation, behaviour) is not in rustdoc's items.
        let mut found = item.level <= Bump::Patch;
        for (change, explained) in changes.iter().zip(explained.iter_mut()) {
            let same = is_same(item, change);
            if same || goes_with(item, change) {
                *explained = true;
                item.level = item.level.max(change.level);
            }
            found |= same;
        }
        all &= found;
    }
    let worst = finding.rust.items.iter().map(|item| item.level).max().unwrap_or_default();
    finding.rust.level = finding.rust.level.max(worst);
    finding.verified = if all { Verified::Rustdoc } else { Verified::Predicted };
}

/// Says which of its functions compile and mean something else, unless what was predicted says it already.
fn note(finding: &mut Finding, swaps: &Swaps) {
    let paths: BTreeSet<&str> = finding.rust.items.iter().map(|item| item.path.as_str()).collect();
    let notes = paths.into_iter().filter_map(|path| Some(format!("`{path}`: {}", swaps.get(path)?)));
    let notes: Vec<String> = notes.collect();
    if finding.behaviour.is_none() && !notes.is_empty() {
        finding.behaviour = Some(notes.join("; "));
    }
}

/// Whether both are of one item.
fn is_same(item: &ItemChange, change: &ItemChange) -> bool {
    let path = change.path.strip_prefix("features::").unwrap_or(&change.path);
    let kinds = item.kind == change.kind || (callable(item.kind) && callable(change.kind));
    let paths = item.path == change.path || item.path == path;
    kinds && paths && (item.kind != ItemKind::Impl || implemented(item) == implemented(change))
}

fn callable(kind: ItemKind) -> bool {
    matches!(kind, ItemKind::Method | ItemKind::Function)
}

/// The trait of `impl Clone for Pet`, without modules and arguments.
fn implemented(item: &ItemChange) -> Option<&str> {
    let text = item.old.as_deref().or(item.new.as_deref())?;
    let (head, _) = text.split_once(" for ")?;
    let name =
        head.split('<').find_map(|part| part.rsplit([' ', ':', '>']).find(|name| !name.is_empty() && *name != "impl"));
    name.or(Some(head))
}

/// Whether a change is of a part that comes and goes with the item, or was renamed with it.
fn goes_with(item: &ItemChange, change: &ItemChange) -> bool {
    let below = change.path.strip_prefix(&item.path).is_some_and(|rest| rest.starts_with("::"));
    let part = below || (change.kind == ItemKind::Impl && change.path == item.path);
    let whole =
        matches!(item.kind, ItemKind::Module | ItemKind::Struct | ItemKind::Enum | ItemKind::Trait | ItemKind::Variant);
    whole
        && part
        && match (&item.old, &item.new) {
            (None, Some(_)) => change.old.is_none(),
            (Some(_), _) => change.new.is_none(),
            (None, None) => false,
        }
}

/// Whether the item's new signature names what is new.
fn shows(item: &ItemChange, change: &ItemChange) -> bool {
    let (Some(new), true) = (&item.new, change.level <= item.level) else { return false };
    let words = || new.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| !word.is_empty());
    let is_name = |segment: &str| segment.contains('_') || segment.chars().next().is_some_and(char::is_uppercase);
    let last = change.path.rsplit("::").next();
    let named = |segment: &str| words().any(|word| word == segment);
    last.is_some_and(named)
        || change.path.split("::").any(|segment| is_name(segment) && is_new(item, segment) && named(segment))
}

/// Whether the item did not show that word before.
fn is_new(item: &ItemChange, word: &str) -> bool {
    !item.path.split("::").any(|segment| segment == word) && item.old.as_ref().is_none_or(|old| !old.contains(word))
}

/// What the canary says and rustdoc's items do not.
fn broken(report: &Report, verification: &Verification) -> Vec<ItemChange> {
    let told = |path: &str| {
        let findings = report.findings.iter().flat_map(|finding| &finding.rust.items);
        let mut all = findings.chain(&verification.items).filter(|item| item.level == Bump::Major);
        all.any(|item| item.path == path || path.starts_with(&format!("{}::", item.path)) || is_part(&item.path, path))
    };
    let broken = verification.canary.broken.iter().filter(|broken| !told(&broken.path));
    broken
        .map(|broken| ItemChange {
            path: broken.path.clone(),
            kind: broken.kind,
            old: Some("code that uses it compiles".to_owned()),
            new: Some(format!("it does not: {}", broken.said)),
            level: Bump::Major,
        })
        .collect()
}

/// A use of a type fails when one of its parts changed: a literal, a match.
fn is_part(changed: &str, used: &str) -> bool {
    changed.strip_prefix(used).is_some_and(|rest| rest.starts_with("::"))
}

/// What belongs to one type is told together.
fn groups(changes: Vec<ItemChange>) -> BTreeMap<String, Vec<ItemChange>> {
    let mut groups: BTreeMap<String, Vec<ItemChange>> = BTreeMap::new();
    for change in changes {
        let owner = match change.kind {
            ItemKind::Field | ItemKind::Variant | ItemKind::Method => {
                change.path.rsplit_once("::").map(|(owner, _)| owner)
            }
            _ => None,
        };
        groups.entry(owner.unwrap_or(&change.path).to_owned()).or_default().push(change);
    }
    groups
}

fn of_items(path: &str, mut items: Vec<ItemChange>) -> Finding {
    items.sort_by_key(|item| Reverse(item.level));
    let level = items.iter().map(|item| item.level).max().unwrap_or_default();
    let what = match (items.as_slice(), items.len()) {
        ([one], _) => match (&one.old, &one.new) {
            (None, _) => format!("`{}` is new.", one.path),
            (_, None) => format!("`{}` is gone.", one.path),
            _ => format!("`{}` changed.", one.path),
        },
        (_, count) => format!("{count} items of `{path}` changed."),
    };
    let marks = items.iter().flat_map(|item| [Some(&item.path), item.old.as_ref(), item.new.as_ref()]);
    let mark = fingerprint(ITEM, marks.map(|text| text.map_or("", String::as_str)));
    let help = match level {
        Bump::Major => "Code that uses it has to change.",
        _ => "Nothing in the description was seen to cause it; code that uses the crate goes on to compile.",
    };
    finding(ITEM, level, items, what, help, mark)
}

/// What is left when no item says it: the code, or the second opinion.
fn untold(verification: &Verification) -> Finding {
    let level = verification.level;
    if let (Bump::Major, SemverChecks::Found(rules)) = (level, &verification.semver_checks) {
        let message = format!("cargo-semver-checks finds what a minor version forbids: {}.", rules.join(", "));
        let mark = fingerprint(ITEM, rules.iter().map(String::as_str));
        return finding(ITEM, level, Vec::new(), message, "Code that uses the crate may have to change.", mark);
    }
    if level == Bump::Minor {
        let deprecated = &verification.canary.deprecated;
        let names: Vec<&str> = deprecated.iter().map(|broken| broken.path.as_str()).collect();
        let message = format!("Uses of {} warn of a deprecation.", names.join(", "));
        let mark = fingerprint(ITEM, names.iter().copied());
        return finding(ITEM, level, Vec::new(), message, "Code that denies warnings has to change.", mark);
    }
    let mark = fingerprint(CODE, []);
    let (message, help) =
        ("The crate's code or documentation changed, its public face did not.", "Nothing has to be done.");
    finding(CODE, level, Vec::new(), message.to_owned(), help, mark)
}

fn finding(id: &str, level: Bump, items: Vec<ItemChange>, message: String, help: &str, fingerprint: String) -> Finding {
    Finding {
        id: id.to_owned(),
        level: Level::Info,
        wire: Wire::None,
        rollout: false,
        rust: Rust { level, items },
        behaviour: None,
        direction: None,
        old: None,
        new: None,
        operations: Vec::new(),
        message,
        help: help.to_owned(),
        made_by: MadeBy::Spec,
        fingerprint,
        verified: Verified::Rustdoc,
        accepted: None,
    }
}

/// The first 16 digits of a hash over parts, each with its length before it.
fn fingerprint<'t>(id: &'t str, parts: impl IntoIterator<Item = &'t str>) -> String {
    let mut hasher = Sha256::new();
    for part in std::iter::once(id).chain(parts) {
        hasher.update(part.len().to_le_bytes());
        hasher.update(part);
    }
    let digest = hasher.finalize();
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

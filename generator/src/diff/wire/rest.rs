//! What is left of two objects after the rules have read theirs: nothing that differs is silent but by a table.

use serde_json::Value;

use super::{
    node::Node,
    rules::{extensions as rules, other},
    show::show,
    tell::{Here, Said, Tell},
};
use crate::resolve::extensions::{KEYS, PREFIX, SYNONYMS};

/// What is written for readers; no program behaves otherwise for it.
pub(super) const ANNOTATIONS: &[&str] = &[
    "description",
    "summary",
    "title",
    "example",
    "examples",
    "externalDocs",
    // Of `info`.
    "contact",
    "license",
    "termsOfService",
    "version",
    // Extensions that only documentation reads.
    "x-code-samples",
    "x-codeSamples",
    "x-displayName",
    "x-logo",
    "x-summary",
    "x-tagGroups",
];

/// Keys of ours that name something in the crate; no byte on the wire depends on them.
const NAMES: &[&str] =
    &["x-sdk-client", "x-sdk-name", "x-sdk-input-name", "x-sdk-resource", "x-sdk-method", "x-sdk-ignore", "x-sdk-enum"];

/// Whether a key is an annotation.
pub(super) fn is_annotation(key: &str) -> bool {
    ANNOTATIONS.contains(&key)
}

/// Says what differs in two objects outside of the keys that rules have read.
pub(super) fn rest(tell: &mut Tell<'_, '_>, here: &Here, old: &Node<'_>, new: &Node<'_>, read: &[&str]) {
    for (key, _) in KEYS {
        let (before, after) = (stated(old, key), stated(new, key));
        if before != after && !read.contains(key) {
            let rule = if NAMES.contains(key) { &rules::NAME_CHANGED } else { &rules::BEHAVIOUR_CHANGED };
            let message = format!("`{key}` of {} changed.", here.name);
            differs(tell, here, (old, new), (before, after), Said::of(rule, message), key);
        }
    }
    let ours = |key: &str| KEYS.iter().any(|(known, _)| *known == key) || is_synonym(key);
    for key in keys(old, new) {
        if read.contains(&key) || is_annotation(key) || ours(key) {
            continue;
        }
        let (before, after) = (old.value.get(key), new.value.get(key));
        if before == after {
            continue;
        }
        // A key with our prefix that we do not know is a slip; `x-sdkgen-` is ours too and always means something.
        let foreign = key.starts_with("x-") && !key.starts_with(PREFIX) && !key.starts_with("x-sdkgen-");
        let rule = if foreign { &rules::CHANGED } else { &other::UNHANDLED };
        let message = format!("`{}` of {} changed.", plain(key), here.name);
        differs(tell, here, (old, new), (before, after), Said::of(rule, message), key);
    }
}

/// An inner key as the description calls what it stands for.
fn plain(key: &str) -> &str {
    key.strip_prefix(crate::dialect::carry::PREFIX).unwrap_or(key)
}

fn differs(
    tell: &mut Tell<'_, '_>,
    here: &Here,
    (old, new): (&Node<'_>, &Node<'_>),
    (before, after): (Option<&Value>, Option<&Value>),
    said: Said,
    key: &str,
) {
    let mut said = said.was(old).is(new);
    if let Some(before) = before {
        said = said.before(show(before));
    }
    if let Some(after) = after {
        said = said.after(show(after));
    }
    tell.say(&here.part(plain(key), &here.name), said);
}

/// What an object says under a key of ours, or under another vendor's that means the same.
fn stated<'a>(node: &Node<'a>, key: &str) -> Option<&'a Value> {
    let synonyms = SYNONYMS.iter().filter(|(ours, _)| *ours == key).flat_map(|(_, others)| others.iter().copied());
    std::iter::once(key).chain(synonyms).find_map(|key| node.value.get(key))
}

fn is_synonym(key: &str) -> bool {
    SYNONYMS.iter().any(|(_, others)| others.contains(&key))
}

/// The keys of both, each once, in the order of the text.
fn keys<'a>(old: &Node<'a>, new: &Node<'a>) -> Vec<&'a str> {
    let mut keys: Vec<_> = old.value.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
    let more = new.value.as_object().into_iter().flatten().map(|(key, _)| key.as_str());
    keys.extend(more.filter(|key| !old.has(key)));
    keys
}

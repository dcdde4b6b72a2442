//! Components that no operation uses. What is used is compared at its uses, under whatever name.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    Rule,
    lifecycle::capital,
    node::Node,
    rules::components as rules,
    show::{plain, show},
    tell::{Here, Said, Tell},
};
use crate::pointer::Pointer;

/// The kinds of components, with what a sentence calls them. Examples are for readers, security schemes have rules.
const KINDS: &[(&str, &str)] = &[
    ("schemas", "schema"),
    ("parameters", "parameter"),
    ("requestBodies", "request body"),
    ("responses", "answer"),
    ("headers", "header"),
    ("links", "link"),
    ("callbacks", "callback"),
];

/// Compares the components that no operation of either side uses.
pub(super) fn compare(tell: &mut Tell<'_, '_>, old: &Node<'_>, new: &Node<'_>) {
    let (in_old, in_new) = (used(old), used(new));
    let is_unused = |node: &Node<'_>| !in_old.contains(&node.at) && !in_new.contains(&node.at);
    for (kind, word) in KINDS {
        let (before, after) = (old.below("components").below(kind), new.below("components").below(kind));
        let mut names: Vec<_> = [&before, &after].into_iter().flat_map(Node::fields).map(|(name, _)| name).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            let (was, is) = (before.written(name), after.written(name));
            if was.iter().chain(&is).all(is_unused) {
                let here = Here::document().part(format!("{word} {name}"), format!("the {word} `{name}`"));
                one(tell, &here, *kind == "schemas", (was, is));
            }
        }
    }
}

fn one(tell: &mut Tell<'_, '_>, here: &Here, is_schema: bool, (old, new): (Option<Node<'_>>, Option<Node<'_>>)) {
    let rule = |schema: &'static Rule, other: &'static Rule| if is_schema { schema } else { other };
    let (before, after) = (old.as_ref().map(|node| plain(node.value)), new.as_ref().map(|node| plain(node.value)));
    if before.as_ref().map(in_one_order) == after.as_ref().map(in_one_order) {
        return;
    }
    let (rule, what) = match (&before, &after) {
        (Some(_), Some(_)) => (rule(&rules::SCHEMA_CHANGED, &rules::CHANGED), "changed"),
        (None, _) => (rule(&rules::SCHEMA_ADDED, &rules::ADDED), "is new"),
        (_, None) => (rule(&rules::SCHEMA_REMOVED, &rules::REMOVED), "was removed"),
    };
    let mut said = Said::of(rule, format!("{}, which no operation uses, {what}.", capital(&here.name)));
    if let (Some(old), Some(before)) = (&old, &before) {
        said = said.was(old).before(show(before));
    }
    if let (Some(new), Some(after)) = (&new, &after) {
        said = said.is(new).after(show(after));
    }
    tell.say(here, said);
}

/// Lists whose order says nothing.
const UNORDERED: &[&str] = &["required", "enum", "x-sdkgen-enum", "allOf", "oneOf", "anyOf", "tags"];

/// The same, with the items of such lists by their text.
fn in_one_order(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let member = |(key, value): (&String, &Value)| {
                let mut value = in_one_order(value);
                if let Value::Array(items) = &mut value
                    && UNORDERED.contains(&key.as_str())
                {
                    items.sort_by_cached_key(Value::to_string);
                }
                (key.clone(), value)
            };
            Value::Object(members.iter().map(member).collect())
        }
        Value::Array(items) => items.iter().map(in_one_order).collect(),
        other => other.clone(),
    }
}

/// The places that operations lead to by references.
fn used(root: &Node<'_>) -> BTreeSet<Pointer> {
    let (mut found, mut open) = (BTreeSet::new(), vec![root.below("paths").value]);
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => open.extend(members.values()),
            Value::Array(items) => open.extend(items),
            // A mapping of a discriminator refers without `$ref`.
            Value::String(text) if text.starts_with("#/") => {
                let Some(target) = Pointer::of_reference(text) else { continue };
                if let Some(node) = root.document().node(&target).filter(|_| found.insert(target)) {
                    open.push(node);
                }
            }
            _ => {}
        }
    }
    found
}

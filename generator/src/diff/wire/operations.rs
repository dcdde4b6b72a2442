//! The operations of both sides, matched by what they are on the wire: method, and path with the names of its variables
//! erased.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde_json::Value;

use super::{
    Comparison, components, document,
    lifecycle::Removal,
    node::Node,
    operation,
    rules::{paths, webhooks},
    schemes,
    shared::Shared,
    tell::{Here, Said, Tell},
};
use crate::{dialect::carry, diff::finding::OperationKey};

/// The methods of a path item.
pub(super) const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// What the calls of webhooks are listed under.
const WEBHOOK: &str = "WEBHOOK";

/// An operation of one side.
#[derive(Clone, Debug)]
pub(super) struct Operation<'a> {
    pub(super) key: OperationKey,
    /// Its method on the wire; [`OperationKey::method`] is another word for webhooks.
    pub(super) method: String,
    pub(super) node: Node<'a>,
    pub(super) item: Node<'a>,
}

impl<'a> Operation<'a> {
    /// What it is matched by.
    fn identity(&self) -> (String, String, String) {
        (self.key.erased(), self.key.method.clone(), self.method.clone())
    }

    /// Whether the server makes the call.
    pub(super) fn is_received(&self) -> bool {
        self.key.method == WEBHOOK
    }

    fn id(&self) -> Option<&'a str> {
        self.node.text("operationId")
    }
}

/// All operations of a document by their keys, webhooks included.
pub(super) fn all<'a>(root: &Node<'a>) -> Vec<Operation<'a>> {
    let mut found = Vec::new();
    for (path, item) in root.below("paths").fields() {
        for method in METHODS {
            let Some(node) = item.get(method).filter(|node| node.value.is_object()) else { continue };
            let method = node.text(carry::METHOD).map_or_else(|| method.to_uppercase(), str::to_owned);
            let webhook = node.text(carry::WEBHOOK);
            let path = webhook.or_else(|| node.text(carry::PATH)).unwrap_or(path).to_owned();
            let method_of_key = if webhook.is_some() { WEBHOOK.to_owned() } else { method.clone() };
            found.push(Operation {
                key: OperationKey { method: method_of_key, path },
                method,
                node,
                item: item.clone(),
            });
        }
    }
    found.sort_by(|one, other| one.key.cmp(&other.key));
    found
}

/// What stands on both sides, and what on one only.
#[derive(Debug, Default)]
pub(super) struct Matched<'a> {
    pub(super) both: Vec<(Operation<'a>, Operation<'a>)>,
    gone: Vec<Operation<'a>>,
    came: Vec<Operation<'a>>,
}

/// Matches the operations of both sides.
///
/// Where several operations of one side have one identity (`/a/{id}` and `/a/{name}`), those whose paths are spelled
/// alike belong together, then those of one operationId, then the first that is left. What then stands on one side only
/// and has an operationId that stands on the other side only was moved.
pub(super) fn matched<'a>(old: Vec<Operation<'a>>, new: Vec<Operation<'a>>) -> Matched<'a> {
    let mut of_new: BTreeMap<_, Vec<Operation<'a>>> = BTreeMap::new();
    for operation in new {
        of_new.entry(operation.identity()).or_default().push(operation);
    }
    let mut matched = Matched::default();
    let mut rest = Vec::new();
    // The sure ones first, so that none is taken by another.
    let same: [fn(&Operation<'_>, &Operation<'_>) -> bool; 3] =
        [|old, new| old.key.path == new.key.path, |old, new| old.id().is_some() && old.id() == new.id(), |_, _| true];
    let mut open = old;
    for same in same {
        for operation in std::mem::take(&mut open) {
            let candidates = of_new.get_mut(&operation.identity());
            let found = candidates.and_then(|new| {
                let index = new.iter().position(|new| same(&operation, new))?;
                Some(new.remove(index))
            });
            match found {
                Some(new) => matched.both.push((operation, new)),
                None => rest.push(operation),
            }
        }
        open = std::mem::take(&mut rest);
    }
    matched.came = of_new.into_values().flatten().collect();
    matched.gone = open;
    matched.pair_moved();
    matched.both.sort_by(|(_, one), (_, other)| one.key.cmp(&other.key));
    matched
}

impl Matched<'_> {
    fn pair_moved(&mut self) {
        let once = |operations: &[Operation<'_>]| {
            let mut count: BTreeMap<String, usize> = BTreeMap::new();
            for id in operations.iter().filter_map(Operation::id) {
                *count.entry(id.to_owned()).or_default() += 1;
            }
            count.retain(|_, count| *count == 1);
            count
        };
        let (gone, came) = (once(&self.gone), once(&self.came));
        for operation in std::mem::take(&mut self.gone) {
            let id = operation.id().filter(|id| gone.contains_key(*id) && came.contains_key(*id));
            let new = id.and_then(|id| {
                let fits = |new: &Operation<'_>| new.id() == Some(id) && new.is_received() == operation.is_received();
                let index = self.came.iter().position(fits)?;
                Some(self.came.remove(index))
            });
            match new {
                Some(new) => self.both.push((operation, new)),
                None => self.gone.push(operation),
            }
        }
    }
}

/// Compares two documents outside of their schemas; which schemas are to be compared is noted.
pub(super) fn compare_all(comparison: &mut Comparison<'_>, today: Option<Date>) {
    let (old, new) = (Node::root(comparison.old), Node::root(comparison.new));
    let (of_old, of_new) = (all(&old), all(&new));
    let shared = Shared::new(&old, &new, (&of_old, &of_new));
    let mut tell = Tell::new(comparison, shared);
    document::compare(&mut tell, &old, &new);
    compare(&mut tell, &matched(of_old, of_new), Removal { today });
    schemes::compare(&mut tell, &old, &new);
    components::compare(&mut tell, &old, &new);
    tell.finish();
}

fn compare<'a>(tell: &mut Tell<'_, 'a>, matched: &Matched<'a>, removal: Removal) {
    let (gone, came) = (&matched.gone, &matched.came);
    let old_paths: BTreeSet<String> = matched.both.iter().map(|(old, _)| old.key.erased()).collect();
    let new_paths: BTreeSet<String> =
        matched.both.iter().map(|(_, new)| new).chain(came).map(|operation| operation.key.erased()).collect();
    for operation in gone {
        let here = Here::operation(&operation.key);
        if operation.is_received() {
            let message = format!("The webhook `{}` is no longer sent.", operation.key.path);
            tell.say(&here, Said::of(&webhooks::REMOVED, message).was(&operation.node));
            continue;
        }
        let whole = !new_paths.contains(&operation.key.erased());
        let (rule, message) = removal.of_operation(operation, whole);
        tell.say(&here, Said::of(rule, message).was(&operation.node));
    }
    for operation in came {
        let here = Here::operation(&operation.key);
        let (rule, message) = if operation.is_received() {
            (&webhooks::ADDED, format!("The webhook `{}` is new.", operation.key.path))
        } else if old_paths.contains(&operation.key.erased()) {
            (&paths::ADDED, format!("`{}` is a new method of its path.", operation.key))
        } else {
            (&paths::ADDED, format!("`{}` is new.", operation.key))
        };
        tell.say(&here, Said::of(rule, message).is(&operation.node));
    }
    for (old, new) in &matched.both {
        let here = Here::operation(&new.key);
        moved(tell, &here, old, new);
        operation::compare(tell, &here, old, new, removal);
    }
}

fn moved(tell: &mut Tell<'_, '_>, here: &Here, old: &Operation<'_>, new: &Operation<'_>) {
    let said = if old.key.erased() != new.key.erased() {
        let message = format!("`{}` moved to `{}`.", old.key, new.key);
        Said::of(if new.is_received() { &webhooks::RENAMED } else { &paths::MOVED }, message)
            .before(old.key.to_string())
            .after(new.key.to_string())
    } else if old.method != new.method {
        let message = format!("`{}` is called by {} instead of {}.", new.key.path, new.method, old.method);
        let rule = if new.is_received() { &webhooks::METHOD } else { &paths::METHOD_CHANGED };
        Said::of(rule, message).before(old.method.clone()).after(new.method.clone())
    } else {
        return;
    };
    tell.say(here, said.was(&old.node).is(&new.node));
}

/// Inner keys of an operation that say what it is matched by, or where its callbacks are.
pub(super) const IDENTITY: &[&str] = &[carry::METHOD, carry::PATH, carry::WEBHOOK, carry::CALLBACKS];

/// The text of a node's member, shown as it is.
pub(super) fn text_of(node: &Node<'_>, key: &str) -> Option<String> {
    node.value.get(key).map(|value| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    })
}

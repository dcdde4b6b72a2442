//! What a call must prove. Only what holds for an operation counts, wherever it is stated.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    Rule,
    node::Node,
    rules::security as rules,
    show::listed,
    tell::{Here, Said, Tell},
};
use crate::diff::finding::Direction;

/// One way to prove who calls: all of these schemes, each with its scopes.
type Requirement = BTreeMap<String, BTreeSet<String>>;

struct Rules {
    anonymous_removed: &'static Rule,
    anonymous_added: &'static Rule,
    added: &'static Rule,
    removed: &'static Rule,
    scheme_added: &'static Rule,
    scheme_removed: &'static Rule,
    scope_added: &'static Rule,
    scope_removed: &'static Rule,
}

/// Where an operation states it.
static OWN: Rules = Rules {
    anonymous_removed: &rules::ANONYMOUS_REMOVED,
    anonymous_added: &rules::ANONYMOUS_ADDED,
    added: &rules::ADDED,
    removed: &rules::REMOVED,
    scheme_added: &rules::SCHEME_ADDED,
    scheme_removed: &rules::SCHEME_REMOVED,
    scope_added: &rules::SCOPE_ADDED,
    scope_removed: &rules::SCOPE_REMOVED,
};

/// Where the root states it on both sides.
static GLOBAL: Rules = Rules {
    anonymous_removed: &rules::GLOBAL_ANONYMOUS_REMOVED,
    anonymous_added: &rules::GLOBAL_ANONYMOUS_ADDED,
    added: &rules::GLOBAL_ADDED,
    removed: &rules::GLOBAL_REMOVED,
    scheme_added: &rules::GLOBAL_SCHEME_ADDED,
    scheme_removed: &rules::GLOBAL_SCHEME_REMOVED,
    scope_added: &rules::GLOBAL_SCOPE_ADDED,
    scope_removed: &rules::GLOBAL_SCOPE_REMOVED,
};

/// What holds for one operation.
#[derive(Debug)]
struct Effective<'a> {
    /// Where it is stated, or would be.
    node: Node<'a>,
    own: bool,
    ways: Vec<Requirement>,
    /// Whether nothing needs to be proved.
    anonymous: bool,
}

impl<'a> Effective<'a> {
    fn of(operation: &Node<'a>, name: impl Fn(&str) -> String) -> Self {
        let root = Node::root(operation.document());
        let own = operation.get("security");
        let is_own = own.is_some();
        let node = own.or_else(|| root.get("security")).unwrap_or_else(|| root.nothing());
        let all: Vec<Requirement> = node.items().iter().map(|way| requirement(way, &name)).collect();
        let anonymous = all.is_empty() || all.iter().any(Requirement::is_empty);
        let ways = all.into_iter().filter(|way| !way.is_empty()).collect();
        Self { node, own: is_own, ways, anonymous }
    }
}

fn requirement(way: &Node<'_>, name: impl Fn(&str) -> String) -> Requirement {
    let schemes = way.value.as_object().into_iter().flatten();
    let scopes = |scopes: &Value| {
        let scopes = scopes.as_array().into_iter().flatten();
        scopes.filter_map(|scope| scope.as_str().map(str::to_owned)).collect()
    };
    schemes.map(|(scheme, asked)| (name(scheme), scopes(asked))).collect()
}

/// Compares what holds for an operation.
pub(super) fn compare(tell: &mut Tell<'_, '_>, here: &Here, old: &Node<'_>, new: &Node<'_>) {
    let old = Effective::of(old, |name| tell.shared.new_name(name).to_owned());
    let new = Effective::of(new, str::to_owned);
    for scheme in old.ways.iter().chain(&new.ways).flat_map(BTreeMap::keys) {
        tell.uses(here, scheme);
    }
    let rules = if old.own || new.own { &OWN } else { &GLOBAL };
    let here = here.going(Direction::Request).part("security", &here.name);
    Walk { tell, here: &here, rules, old: &old, new: &new }.all();
}

struct Walk<'w, 't, 'c, 'a> {
    tell: &'w mut Tell<'t, 'c>,
    here: &'w Here,
    rules: &'static Rules,
    old: &'w Effective<'a>,
    new: &'w Effective<'a>,
}

impl Walk<'_, '_, '_, '_> {
    fn all(&mut self) {
        let (old, new) = (self.old, self.new);
        match (old.anonymous, new.anonymous) {
            (true, false) => {
                let message = format!("A credential is needed: {}.", words_of_all(&new.ways));
                self.say(self.rules.anonymous_removed, message, (None, Some(words_of_all(&new.ways))));
            }
            (false, true) => {
                let message = "No credential is needed any more.".to_owned();
                self.say(self.rules.anonymous_added, message, (Some(words_of_all(&old.ways)), None));
            }
            _ => {}
        }
        if old.anonymous != new.anonymous && (old.ways.is_empty() || new.ways.is_empty()) {
            return;
        }
        self.ways();
    }

    fn ways(&mut self) {
        let (mut gone, mut came) = (self.old.ways.clone(), self.new.ways.clone());
        take(&mut gone, &mut came, |old, new| old == new);
        for (old, new) in take(&mut gone, &mut came, |old, new| old.keys().eq(new.keys())) {
            self.scopes(&old, &new);
        }
        for (old, new) in take(&mut gone, &mut came, |old, new| is_within(new, old)) {
            self.fewer(&old, &new);
        }
        for (old, new) in take(&mut gone, &mut came, is_within) {
            let more = new.keys().filter(|scheme| !old.contains_key(*scheme));
            let message = format!("With {} a call must also prove {}.", words(&old), listed(more));
            self.say(self.rules.scheme_added, message, (Some(words(&old)), Some(words(&new))));
        }
        for old in gone {
            if !self.new.anonymous {
                let message = format!("A call can no longer be proved by {}.", words(&old));
                self.say(self.rules.removed, message, (Some(words(&old)), None));
            } else if self.old.anonymous {
                self.fewer(&old, &Requirement::new());
            }
        }
        for new in came {
            let message = format!("A call can be proved by {}.", words(&new));
            self.say(self.rules.added, message, (None, Some(words(&new))));
        }
    }

    fn fewer(&mut self, old: &Requirement, new: &Requirement) {
        let fewer = old.keys().filter(|scheme| !new.contains_key(*scheme));
        let message = format!("A call need no longer prove {}.", listed(fewer));
        self.say(self.rules.scheme_removed, message, (Some(words(old)), Some(words(new))));
    }

    fn scopes(&mut self, old: &Requirement, new: &Requirement) {
        for (scheme, after) in new {
            let Some(before) = old.get(scheme) else { continue };
            for scope in after.difference(before) {
                let message = format!("The scope `{scope}` of `{scheme}` is needed.");
                self.say(self.rules.scope_added, message, (None, Some(scope.clone())));
            }
            for scope in before.difference(after) {
                let message = format!("The scope `{scope}` of `{scheme}` is no longer needed.");
                self.say(self.rules.scope_removed, message, (Some(scope.clone()), None));
            }
        }
    }

    fn say(&mut self, rule: &'static Rule, message: String, (before, after): (Option<String>, Option<String>)) {
        let mut said = Said::of(rule, message).was(&self.old.node).is(&self.new.node);
        if let Some(before) = before {
            said = said.before(before);
        }
        if let Some(after) = after {
            said = said.after(after);
        }
        self.tell.say(self.here, said);
    }
}

/// Whether all schemes of the first stand in the second.
fn is_within(some: &Requirement, more: &Requirement) -> bool {
    some.keys().all(|scheme| more.contains_key(scheme))
}

/// Takes out what belongs together.
fn take(
    gone: &mut Vec<Requirement>,
    came: &mut Vec<Requirement>,
    same: impl Fn(&Requirement, &Requirement) -> bool,
) -> Vec<(Requirement, Requirement)> {
    let mut found = Vec::new();
    for old in std::mem::take(gone) {
        match came.iter().position(|new| same(&old, new)) {
            Some(index) => found.push((old, came.remove(index))),
            None => gone.push(old),
        }
    }
    found
}

fn words(way: &Requirement) -> String {
    let scheme = |(name, scopes): (&String, &BTreeSet<String>)| {
        if scopes.is_empty() { format!("`{name}`") } else { format!("`{name}` ({})", listed(scopes)) }
    };
    way.iter().map(scheme).collect::<Vec<_>>().join(" with ")
}

fn words_of_all(ways: &[Requirement]) -> String {
    ways.iter().map(words).collect::<Vec<_>>().join(" or ")
}

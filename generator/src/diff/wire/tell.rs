//! What the walk of the operations has to say, each thing once: what several operations share is one difference.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::{Area, Comparison, Draft, Pair, Rule, Scope, node::Node, shared::Shared};
use crate::{
    diff::finding::{Direction, OperationKey, Operations},
    pointer::Pointer,
};

/// Where the walk is.
#[derive(Clone, Debug)]
pub(super) struct Here {
    /// The operation; none: the document itself.
    pub(super) operation: Option<OperationKey>,
    /// The place below it by its wire identity.
    place: Vec<String>,
    /// Which way travels what is here.
    pub(super) direction: Option<Direction>,
    /// How a sentence calls the place: `the query parameter limit`.
    pub(super) name: String,
}

impl Here {
    /// The document itself.
    pub(super) fn document() -> Self {
        Self { operation: None, place: Vec::new(), direction: None, name: "the description".to_owned() }
    }

    /// An operation.
    pub(super) fn operation(key: &OperationKey) -> Self {
        let place = vec![format!("{} {}", key.method, key.erased())];
        Self { operation: Some(key.clone()), place, direction: None, name: format!("`{key}`") }
    }

    /// A part of it.
    pub(super) fn part(&self, subject: impl Into<String>, name: impl Into<String>) -> Self {
        let mut part = self.clone();
        part.place.push(subject.into());
        part.name = name.into();
        part
    }

    /// The same place, of which is known which way it travels.
    pub(super) fn going(&self, direction: Direction) -> Self {
        Self { direction: Some(direction), ..self.clone() }
    }
}

/// A difference, to be said somewhere.
#[derive(Clone, Debug)]
pub(super) struct Said {
    rule: &'static Rule,
    message: String,
    old: Option<Pointer>,
    new: Option<Pointer>,
    before: Option<String>,
    after: Option<String>,
}

impl Said {
    /// By its rule and in one sentence.
    pub(super) fn of(rule: &'static Rule, message: String) -> Self {
        Self { rule, message, old: None, new: None, before: None, after: None }
    }

    /// Where it stood.
    pub(super) fn was(mut self, old: &Node<'_>) -> Self {
        self.old = Some(old.at());
        self
    }

    /// Where it stands.
    pub(super) fn is(mut self, new: &Node<'_>) -> Self {
        self.new = Some(new.at());
        self
    }

    /// What stood there.
    pub(super) fn before(mut self, text: impl Into<String>) -> Self {
        self.before = Some(text.into());
        self
    }

    /// What stands there.
    pub(super) fn after(mut self, text: impl Into<String>) -> Self {
        self.after = Some(text.into());
        self
    }
}

/// What makes two things said of two operations one: the same rule at the same places of the documents, for the same
/// part of the operation.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Same {
    id: &'static str,
    old: Option<Pointer>,
    new: Option<Pointer>,
    values: (Option<String>, Option<String>),
    below: Vec<String>,
}

/// Collects what is said.
#[derive(Debug)]
pub(super) struct Tell<'c, 'a> {
    /// What names stand for.
    pub(super) shared: Shared,
    comparison: &'c mut Comparison<'a>,
    said: IndexMap<Same, (Operations, Draft)>,
    /// The operations by the security schemes that they ask for, by their new names.
    users: BTreeMap<String, Operations>,
    /// The callbacks that were entered from an operation: they may hold themselves.
    entered: BTreeSet<(Option<OperationKey>, Pointer, Pointer)>,
}

impl<'c, 'a> Tell<'c, 'a> {
    pub(super) fn new(comparison: &'c mut Comparison<'a>, shared: Shared) -> Self {
        let (said, users, entered) = Default::default();
        Self { shared, comparison, said, users, entered }
    }

    /// Notes that the operation asks for a security scheme.
    pub(super) fn uses(&mut self, here: &Here, scheme: &str) {
        self.users.entry(scheme.to_owned()).or_default().extend(here.operation.clone());
    }

    /// The operations that ask for a security scheme.
    pub(super) fn users(&self, scheme: &str) -> Operations {
        self.users.get(scheme).cloned().unwrap_or_default()
    }

    /// Whether two callbacks are entered from this operation for the first time.
    pub(super) fn enter(&mut self, here: &Here, old: &Node<'_>, new: &Node<'_>) -> bool {
        self.entered.insert((here.operation.clone(), old.at(), new.at()))
    }

    /// Says a difference of what is here.
    pub(super) fn say(&mut self, here: &Here, said: Said) {
        let operations = here.operation.iter().cloned().collect();
        self.say_of(here, &operations, said);
    }

    /// Says a difference of what is here, which reaches these operations.
    pub(super) fn say_of(&mut self, here: &Here, operations: &Operations, said: Said) {
        let below = here.place.get(usize::from(here.operation.is_some())..).unwrap_or_default().to_vec();
        let values = (said.before.clone(), said.after.clone());
        let same = Same { id: said.rule.id, old: said.old.clone(), new: said.new.clone(), values, below };
        let Said { rule, message, old, new, before, after } = said;
        let (direction, subject) = (here.direction, here.place.clone());
        let draft = Draft { rule, direction, old, new, before, after, subject, message };
        let (reached, _) = self.said.entry(same).or_insert_with(|| (Operations::new(), draft));
        reached.extend(operations.iter().cloned());
    }

    /// Has two schemas compared.
    pub(super) fn reach(&mut self, here: &Here, old: &Node<'a>, new: &Node<'a>, area: Area) {
        if let Some(operation) = &here.operation {
            let id = self.comparison.reach(operation, Pair { old: vec![old.place()], new: vec![new.place()], area });
            self.comparison.name(id, here.place.clone());
        }
    }

    /// Passes all on.
    pub(super) fn finish(self) {
        for (operations, draft) in self.said.into_values() {
            let scope = if operations.is_empty() { Scope::Document } else { Scope::Operations(operations) };
            self.comparison.say(scope, draft);
        }
    }
}

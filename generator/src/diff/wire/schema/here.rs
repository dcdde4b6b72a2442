//! One pair that is being compared.

use super::{
    normal::Normal,
    rules,
    rules::Family,
    shape::{Shapes, are_one_leaf},
    value::short,
};
use crate::{
    diff::wire::{Area, Comparison, Draft, Pair, PairId, Place, Rule, Scope},
    pointer::Pointer,
};

/// The two schemas in normal form, and where what is found is said.
#[derive(Debug)]
pub struct Here<'c, 'a> {
    comparison: &'c mut Comparison<'a>,
    /// Shapes of schemas, by which branches are recognised.
    pub shapes: &'c mut Shapes<'a>,
    /// The pair itself.
    pub pair: &'c Pair<'a>,
    /// What it is used for.
    pub area: Area,
    /// The old one.
    pub old: &'c Normal<'a>,
    /// The new one.
    pub new: &'c Normal<'a>,
    id: PairId,
}

/// A difference: where, and from what to what.
#[derive(Clone, Debug, Default)]
pub struct Said<'k> {
    /// The keyword that says it.
    pub keyword: &'k str,
    /// The property that it is said of; none: the schema itself.
    pub member: Option<&'k str>,
    /// What stood there.
    pub before: Option<String>,
    /// What stands there.
    pub after: Option<String>,
    /// One sentence.
    pub message: String,
}

impl<'c, 'a> Here<'c, 'a> {
    /// The pair `id`.
    pub fn new(
        comparison: &'c mut Comparison<'a>,
        shapes: &'c mut Shapes<'a>,
        id: PairId,
        pair: &'c Pair<'a>,
        old: &'c Normal<'a>,
        new: &'c Normal<'a>,
    ) -> Self {
        Self { comparison, shapes, pair, area: pair.area, old, new, id }
    }

    /// Says a difference of the schema.
    pub fn say(&mut self, family: &'static Family, said: Said<'_>) {
        self.rule(family.rule(self.area), said);
    }

    /// Says a difference by its rule.
    pub fn rule(&mut self, rule: &'static Rule, said: Said<'_>) {
        let (old, new) = (self.old.place(said.keyword), self.new.place(said.keyword));
        self.at(rule, old, new, said);
    }

    /// Says a difference at places of its own.
    pub fn at(&mut self, rule: &'static Rule, old: Option<Pointer>, new: Option<Pointer>, said: Said<'_>) {
        let draft = Draft {
            rule,
            direction: Some(self.area.direction()),
            old,
            new,
            before: said.before.as_deref().map(short),
            after: said.after.as_deref().map(short),
            subject: said.member.into_iter().map(str::to_owned).collect(),
            message: said.message,
        };
        self.comparison.say(Scope::Pair(self.id), draft);
    }

    /// Says a difference of the schema at places of its own.
    pub fn said_at(&mut self, family: &'static Family, old: Option<Pointer>, new: Option<Pointer>, said: Said<'_>) {
        self.at(family.rule(self.area), old, new, said);
    }

    /// Says a difference that no rule explains.
    pub fn unhandled(&mut self, keyword: &str, before: Option<String>, after: Option<String>) {
        let message = format!("`{}` differs, and no rule says what that means", keyword.escape_debug());
        self.rule(&rules::UNHANDLED, Said { keyword, before, after, message, ..Said::default() });
    }

    /// Holds a pair of children.
    pub fn hold(&mut self, label: &str, old: Vec<Place<'a>>, new: Vec<Place<'a>>, area: Area) {
        if (old.len() > 1 || new.len() > 1) && !self.shapes.take_set() {
            return self.unhandled("allOf", Some(label.to_owned()), Some("too many schemas hold together".to_owned()));
        }
        if !are_one_leaf(&old, &new) {
            self.comparison.hold(self.id, label, Pair { old, new, area });
        }
    }
}

/// A change from one value to another, as a sentence.
#[must_use]
pub fn change<'k>(keyword: &'k str, before: Option<String>, after: Option<String>) -> Said<'k> {
    let message = match (&before, &after) {
        (Some(before), Some(after)) => format!("`{keyword}` changed from {} to {}", short(before), short(after)),
        (None, Some(after)) => format!("`{keyword}` was set to {}", short(after)),
        (Some(before), None) => format!("`{keyword}` {} was removed", short(before)),
        (None, None) => format!("`{keyword}` changed"),
    };
    Said { keyword, member: None, before, after, message }
}

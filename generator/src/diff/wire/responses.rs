//! Answers by their statuses.

use super::{
    Rule, content, headers, links,
    node::Node,
    rest::rest,
    rules::{responses as rules, webhooks},
    tell::{Here, Said, Tell},
};
use crate::diff::finding::Direction;

/// The answer for all other statuses.
const DEFAULT: &str = "default";

/// An answer of one side.
#[derive(Clone, Debug)]
struct Answer<'a> {
    /// In capitals: `2XX`, `DEFAULT`.
    status: String,
    node: Node<'a>,
    success: bool,
}

impl Answer<'_> {
    fn is_default(&self) -> bool {
        self.status.eq_ignore_ascii_case(DEFAULT)
    }

    /// Whether it is a class that holds the other's status.
    fn holds(&self, other: &Self) -> bool {
        let class = self.status.strip_suffix("XX");
        class.is_some_and(|class| self.status != other.status && other.status.starts_with(class))
    }

    /// How a sentence calls the status.
    fn words(&self) -> String {
        if self.is_default() { "for other statuses".to_owned() } else { format!("with the status {}", self.status) }
    }

    fn subject(&self) -> String {
        format!("response {}", self.status.to_lowercase())
    }
}

fn answers<'a>(operation: &Node<'a>) -> Vec<Answer<'a>> {
    let fields = operation.below("responses").fields();
    let is_success = |status: &str| status.starts_with('2');
    // Where no success has a status, the default is what a success gives.
    let without = !fields.iter().any(|(status, _)| is_success(status));
    let answer = |(status, node): (&str, Node<'a>)| Answer {
        success: is_success(status) || (without && status == DEFAULT),
        status: status.to_ascii_uppercase(),
        node,
    };
    fields.into_iter().map(answer).collect()
}

/// Compares what a client gets.
pub(super) fn compare<'a>(tell: &mut Tell<'_, 'a>, here: &Here, old: &Node<'a>, new: &Node<'a>) {
    let here = here.going(Direction::Response);
    let (mut gone, mut came) = of_one_status(tell, &here, old, new);
    for (rule, same) in [
        (&rules::GENERALIZED, (|old, new| new.holds(old)) as fn(&Answer<'_>, &Answer<'_>) -> bool),
        (&rules::SPECIALIZED, |old, new| old.holds(new)),
    ] {
        take(&mut gone, &mut came, same, |old, new| {
            let message = format!("The answer {} comes {} now.", old.words(), new.words());
            let said = Said::of(rule, message).was(&old.node).is(&new.node).before(&old.status).after(&new.status);
            tell.say(&here.part(old.subject(), "the answer"), said);
            one(tell, &here, old, new);
        });
    }
    for answer in gone {
        let rule = match answer.success {
            true => &rules::SUCCESS_REMOVED,
            false if answer.is_default() => &rules::DEFAULT_REMOVED,
            false => &rules::FAILURE_REMOVED,
        };
        let message = format!("The answer {} was removed.", answer.words());
        tell.say(&here.part(answer.subject(), "the answer"), Said::of(rule, message).was(&answer.node).is(new));
    }
    for answer in came {
        let rule = match answer.success {
            true => &rules::SUCCESS_ADDED,
            false if answer.is_default() => &rules::DEFAULT_ADDED,
            false => &rules::FAILURE_ADDED,
        };
        let message = format!("An answer {} is new.", answer.words());
        tell.say(&here.part(answer.subject(), "the answer"), Said::of(rule, message).was(old).is(&answer.node));
    }
    beside(tell, &here, old, new);
}

/// Compares what a client answers to a webhook or a callback.
pub(super) fn compare_received<'a>(tell: &mut Tell<'_, 'a>, here: &Here, old: &Node<'a>, new: &Node<'a>) {
    let here = here.going(Direction::Request);
    let (gone, came) = of_one_status(tell, &here, old, new);
    let mut say = |rule: &'static Rule, answer: &Answer<'_>, what: &str, (was, is): (&Node<'_>, &Node<'_>)| {
        let message = format!("An answer {} {what}.", answer.words());
        tell.say(&here.part(answer.subject(), "the answer"), Said::of(rule, message).was(was).is(is));
    };
    for answer in &gone {
        say(&webhooks::STATUS_REMOVED, answer, "is no longer expected", (&answer.node, new));
    }
    for answer in &came {
        say(&webhooks::STATUS_ADDED, answer, "is expected too", (old, &answer.node));
    }
    beside(tell, &here, old, new);
}

/// Compares the answers that both sides have; what is left of each.
fn of_one_status<'a>(
    tell: &mut Tell<'_, 'a>,
    here: &Here,
    old: &Node<'a>,
    new: &Node<'a>,
) -> (Vec<Answer<'a>>, Vec<Answer<'a>>) {
    let (mut gone, mut came) = (answers(old), answers(new));
    take(&mut gone, &mut came, |old, new| old.status == new.status, |old, new| one(tell, here, old, new));
    (gone, came)
}

/// Compares what is said beside the answers.
fn beside<'a>(tell: &mut Tell<'_, 'a>, here: &Here, old: &Node<'a>, new: &Node<'a>) {
    let (old, new) = (old.below("responses"), new.below("responses"));
    let fields = |node: &Node<'a>| node.fields().into_iter().map(|(status, _)| status);
    let statuses: Vec<_> = fields(&old).chain(fields(&new)).collect();
    rest(tell, &here.part("responses", "the answers"), &old, &new, &statuses);
}

/// Takes out what belongs together.
fn take<'a>(
    gone: &mut Vec<Answer<'a>>,
    came: &mut Vec<Answer<'a>>,
    same: impl Fn(&Answer<'a>, &Answer<'a>) -> bool,
    mut each: impl FnMut(&Answer<'a>, &Answer<'a>),
) {
    for old in std::mem::take(gone) {
        match came.iter().position(|new| same(&old, new)) {
            Some(index) => each(&old, &came.remove(index)),
            None => gone.push(old),
        }
    }
}

fn one<'a>(tell: &mut Tell<'_, 'a>, here: &Here, old: &Answer<'a>, new: &Answer<'a>) {
    let here = here.part(new.subject(), format!("the answer {}", new.words()));
    headers::compare(tell, &here, &old.node, &new.node);
    content::compare(tell, &here, &old.node, &new.node);
    links::compare(tell, &here, &old.node, &new.node);
    rest(tell, &here, &old.node, &new.node, &["headers", "content", "links"]);
}

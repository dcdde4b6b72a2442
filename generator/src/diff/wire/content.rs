//! What a body may be: its media types, and what each of them holds.

use super::{
    Area, Rule, encoding,
    lifecycle::capital,
    node::Node,
    rest::rest,
    rules::content as rules,
    tell::{Here, Said, Tell},
};
use crate::{dialect::carry, diff::finding::Direction};

/// The rules of one direction.
struct Rules {
    area: Area,
    added: &'static Rule,
    removed: &'static Rule,
    generalized: &'static Rule,
    specialized: &'static Rule,
    parameter_added: &'static Rule,
    parameter_removed: &'static Rule,
    parameter_changed: &'static Rule,
    schema_added: &'static Rule,
    schema_removed: &'static Rule,
    items_added: &'static Rule,
    items_removed: &'static Rule,
}

static REQUEST: Rules = Rules {
    area: Area::RequestBody,
    added: &rules::REQUEST_TYPE_ADDED,
    removed: &rules::REQUEST_TYPE_REMOVED,
    generalized: &rules::REQUEST_TYPE_GENERALIZED,
    specialized: &rules::REQUEST_TYPE_SPECIALIZED,
    parameter_added: &rules::REQUEST_TYPE_PARAMETERS,
    parameter_removed: &rules::REQUEST_TYPE_PARAMETERS,
    parameter_changed: &rules::REQUEST_TYPE_PARAMETERS,
    schema_added: &rules::REQUEST_SCHEMA_ADDED,
    schema_removed: &rules::REQUEST_SCHEMA_REMOVED,
    items_added: &rules::REQUEST_ITEMS_ADDED,
    items_removed: &rules::REQUEST_ITEMS_REMOVED,
};

static RESPONSE: Rules = Rules {
    area: Area::ResponseBody,
    added: &rules::RESPONSE_TYPE_ADDED,
    removed: &rules::RESPONSE_TYPE_REMOVED,
    generalized: &rules::RESPONSE_TYPE_GENERALIZED,
    specialized: &rules::RESPONSE_TYPE_SPECIALIZED,
    parameter_added: &rules::RESPONSE_TYPE_PARAMETER_ADDED,
    parameter_removed: &rules::RESPONSE_TYPE_PARAMETER_REMOVED,
    parameter_changed: &rules::RESPONSE_TYPE_PARAMETER_CHANGED,
    schema_added: &rules::RESPONSE_SCHEMA_ADDED,
    schema_removed: &rules::RESPONSE_SCHEMA_REMOVED,
    items_added: &rules::RESPONSE_ITEMS_ADDED,
    items_removed: &rules::RESPONSE_ITEMS_REMOVED,
};

/// A media type of a body.
#[derive(Clone, Debug)]
struct Media<'a> {
    name: &'a str,
    normal: String,
    node: Node<'a>,
}

impl Media<'_> {
    fn essence(&self) -> &str {
        essence(&self.normal)
    }

    /// Whether it is a range that holds another one.
    fn holds(&self, other: &Self) -> bool {
        let Some(prefix) = self.essence().strip_suffix('*') else { return false };
        self.essence() != other.essence() && (prefix == "*/" || other.essence().starts_with(prefix))
    }
}

/// A media type in one spelling: small letters, no blanks, parameters in order.
pub(super) fn normal(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    let mut parts: Vec<&str> = name.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
    if let Some(parameters) = parts.get_mut(1..) {
        parameters.sort_unstable();
    }
    parts.join(";")
}

fn essence(normal: &str) -> &str {
    normal.split(';').next().unwrap_or_default()
}

/// The first media type of what has a `content`.
pub(super) fn first<'a>(holder: &Node<'a>) -> Option<(&'a str, Node<'a>)> {
    holder.below("content").fields().into_iter().next()
}

fn media<'a>(holder: &Node<'a>) -> Vec<Media<'a>> {
    let fields = holder.below("content").fields().into_iter();
    fields.map(|(name, node)| Media { name, normal: normal(name), node }).collect()
}

/// Compares the contents of two bodies, of which is known which way they travel.
pub(super) fn compare<'a>(tell: &mut Tell<'_, 'a>, here: &Here, old: &Node<'a>, new: &Node<'a>) {
    let rules = if here.direction == Some(Direction::Request) { &REQUEST } else { &RESPONSE };
    let (mut gone, mut came) = (media(old), media(new));
    let all_new = came.clone();
    take(
        &mut gone,
        &mut came,
        |old, new| old.normal == new.normal,
        |old, new| {
            one(tell, here, rules, &old, &new);
        },
    );
    take(
        &mut gone,
        &mut came,
        |old, new| old.essence() == new.essence(),
        |old, new| {
            parameters(tell, here, rules, &old, &new);
            one(tell, here, rules, &old, &new);
        },
    );
    let narrowed: Vec<_> = gone.iter().filter(|old| came.iter().any(|new| old.holds(new))).cloned().collect();
    for old in &narrowed {
        for new in came.extract_if(.., |new| old.holds(new)) {
            ranged(tell, here, rules, rules.specialized, (old, &new));
        }
    }
    let mut ranges = Vec::new();
    for old in gone.iter().filter(|old| narrowed.iter().all(|other| other.normal != old.normal)) {
        if let Some(new) = all_new.iter().find(|new| new.holds(old)) {
            ranged(tell, here, rules, rules.generalized, (old, new));
            ranges.push(new.normal.clone());
            continue;
        }
        let message = format!("{} is no longer `{}`.", capital(&here.name), old.name);
        let part = here.part(&old.normal, &here.name);
        tell.say(&part, Said::of(rules.removed, message).was(&old.node).is(new).before(old.name));
    }
    for new in came.iter().filter(|new| !ranges.contains(&new.normal)) {
        let message = format!("{} may be `{}`.", capital(&here.name), new.name);
        let part = here.part(&new.normal, &here.name);
        tell.say(&part, Said::of(rules.added, message).was(old).is(&new.node).after(new.name));
    }
}

/// Takes out what belongs together.
fn take<'a>(
    gone: &mut Vec<Media<'a>>,
    came: &mut Vec<Media<'a>>,
    same: impl Fn(&Media<'a>, &Media<'a>) -> bool,
    mut each: impl FnMut(Media<'a>, Media<'a>),
) {
    for old in std::mem::take(gone) {
        match came.iter().position(|new| same(&old, new)) {
            Some(index) => each(old, came.remove(index)),
            None => gone.push(old),
        }
    }
}

/// One side is a range that holds the other.
fn ranged<'a>(
    tell: &mut Tell<'_, 'a>,
    here: &Here,
    rules: &Rules,
    rule: &'static Rule,
    (old, new): (&Media<'a>, &Media<'a>),
) {
    let message = format!("{} is `{}` instead of `{}`.", capital(&here.name), new.name, old.name);
    let part = here.part(&old.normal, &here.name);
    let said = Said::of(rule, message).was(&old.node).is(&new.node).before(old.name).after(new.name);
    tell.say(&part, said);
    one(tell, here, rules, old, new);
}

fn parameters(tell: &mut Tell<'_, '_>, here: &Here, rules: &Rules, old: &Media<'_>, new: &Media<'_>) {
    let parameters = |media: &Media<'_>| media.normal.split(';').skip(1).map(str::to_owned).collect::<Vec<String>>();
    let (before, after) = (parameters(old), parameters(new));
    let all = |these: &[String], those: &[String]| these.iter().all(|one| those.contains(one));
    let rule = match (all(&before, &after), all(&after, &before)) {
        (true, false) => rules.parameter_added,
        (false, true) => rules.parameter_removed,
        _ => rules.parameter_changed,
    };
    let message = format!("{} is `{}` instead of `{}`.", capital(&here.name), new.name, old.name);
    let said = Said::of(rule, message).was(&old.node).is(&new.node).before(old.name).after(new.name);
    tell.say(&here.part(old.essence(), &here.name), said);
}

/// What one media type holds.
fn one<'a>(tell: &mut Tell<'_, 'a>, here: &Here, rules: &Rules, old: &Media<'a>, new: &Media<'a>) {
    let here = here.part(&new.normal, format!("{} as `{}`", here.name, new.name));
    let (was, is) = (old.node.get("schema"), new.node.get("schema"));
    let (were, are) = (old.node.flag(carry::SEQUENCE), new.node.flag(carry::SEQUENCE));
    let name = capital(&here.name);
    let said = match (&was, &is) {
        _ if is.is_some() && are && !were => Some((rules.items_added, format!("{name} is a sequence of values."))),
        _ if was.is_some() && were && !are => {
            Some((rules.items_removed, format!("{name} is no longer a sequence of values.")))
        }
        (None, Some(_)) => Some((rules.schema_added, format!("{name} has a schema."))),
        (Some(_), None) => Some((rules.schema_removed, format!("{name} no longer has a schema."))),
        _ => None,
    };
    match (said, was, is) {
        (Some((rule, message)), ..) => tell.say(&here, Said::of(rule, message).was(&old.node).is(&new.node)),
        (None, Some(was), Some(is)) => tell.reach(&here, &was, &is, rules.area),
        (None, ..) => {}
    }
    let mut read = vec!["schema", carry::SEQUENCE];
    if rules.area == Area::RequestBody {
        encoding::compare(tell, &here, &old.node, &new.node, essence(&new.normal));
        read.push("encoding");
    }
    rest(tell, &here, &old.node, &new.node, &read);
}

/// What a media type that stands for a parameter or a header holds beside its schema.
pub(super) fn only(tell: &mut Tell<'_, '_>, here: &Here, old: &Node<'_>, new: &Node<'_>) {
    let read: &[&str] = if old.has("schema") && new.has("schema") { &["schema"] } else { &[] };
    rest(tell, here, old, new, read);
}

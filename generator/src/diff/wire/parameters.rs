//! The parameters of an operation, matched by location and name; those of the path by their place in it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    Area,
    lifecycle::{Removal, capital},
    node::Node,
    operations::Operation,
    parameter,
    rest::rest,
    rules::{parameters as rules, webhooks},
    tell::{Here, Said, Tell},
};
use crate::{dialect, diff::finding::Direction};

/// Where a parameter stands on the wire.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Identity {
    /// `path`, `query`, `header` or `cookie`.
    pub(super) location: String,
    /// Its name; that of a path parameter is its place among the variables of the path.
    name: String,
}

/// A parameter of an operation.
#[derive(Clone, Debug)]
pub(super) struct Parameter<'a> {
    pub(super) identity: Identity,
    pub(super) name: String,
    pub(super) node: Node<'a>,
}

impl Parameter<'_> {
    /// How a sentence calls it.
    fn words(&self) -> String {
        format!("the {} parameter `{}`", self.identity.location, self.name)
    }

    fn subject(&self) -> String {
        format!("{} {}", self.identity.location, self.identity.name)
    }

    fn is_path(&self) -> bool {
        self.identity.location == "path"
    }

    pub(super) fn is_required(&self) -> bool {
        self.is_path() || self.node.flag("required")
    }
}

type Parameters<'a> = BTreeMap<Identity, Parameter<'a>>;

/// All parameters that an operation has: its own, and those of its path item that it does not replace.
fn effective<'a>(node: &Node<'a>, item: &Node<'a>, path: &str) -> Parameters<'a> {
    let mut found = Parameters::new();
    let variables = variables(path);
    for node in item.below("parameters").items().into_iter().chain(node.below("parameters").items()) {
        let (Some(name), Some(location)) = (node.text("name"), node.text("in")) else {
            // A reference that leads nowhere; it is the same as long as it reads the same.
            let name = node.value.to_string();
            let identity = Identity { location: "unresolved".to_owned(), name: name.clone() };
            found.insert(identity.clone(), Parameter { identity, name, node });
            continue;
        };
        let key = match location {
            "header" if dialect::is_ignored_header(name) => continue,
            "header" => name.to_ascii_lowercase(),
            "path" => match variables.iter().position(|variable| *variable == name) {
                Some(place) => format!("{{{place}}}"),
                // It stands nowhere in the path, so it is not sent.
                None => continue,
            },
            _ => name.to_owned(),
        };
        let identity = Identity { location: location.to_owned(), name: key };
        found.insert(identity.clone(), Parameter { identity, name: name.to_owned(), node });
    }
    found
}

/// The names of the variables of a path, in order.
fn variables(path: &str) -> Vec<&str> {
    path.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

/// What stands on both sides, on the old one only, and on the new one only.
struct Matched<'a> {
    both: Vec<(Parameter<'a>, Parameter<'a>)>,
    gone: Vec<Parameter<'a>>,
    came: Vec<Parameter<'a>>,
}

fn matched<'a>(mut old: Parameters<'a>, new: Parameters<'a>) -> Matched<'a> {
    let mut matched = Matched { both: Vec::new(), gone: Vec::new(), came: Vec::new() };
    for (identity, parameter) in new {
        match old.remove(&identity) {
            Some(old) => matched.both.push((old, parameter)),
            None => matched.came.push(parameter),
        }
    }
    // One of the same name that stands elsewhere was moved there.
    for parameter in old.into_values() {
        let same = |new: &Parameter<'_>| new.name.eq_ignore_ascii_case(&parameter.name);
        match matched.came.iter().position(same) {
            Some(index) => matched.both.push((parameter, matched.came.remove(index))),
            None => matched.gone.push(parameter),
        }
    }
    matched
}

/// Compares what the client sends beside the body.
pub(super) fn compare<'a>(
    tell: &mut Tell<'_, 'a>,
    here: &Here,
    (old, new): (&Operation<'a>, &Operation<'a>),
    removal: Removal,
) {
    let here = here.going(Direction::Request);
    renamed(tell, &here, old, new);
    let of = |operation: &Operation<'_>| operation.key.path.clone();
    let (old_path, new_path) = (of(old), of(new));
    let found = matched(effective(&old.node, &old.item, &old_path), effective(&new.node, &new.item, &new_path));
    for parameter in &found.gone {
        gone(tell, &here, parameter, &new.node, removal);
    }
    for parameter in &found.came {
        came(tell, &here, parameter, &old.node);
    }
    for (old, new) in &found.both {
        let here = here.part(new.subject(), new.words());
        parameter::compare(tell, &here, old, new);
    }
}

/// Tells of variables of the path that have other names now.
fn renamed(tell: &mut Tell<'_, '_>, here: &Here, old: &Operation<'_>, new: &Operation<'_>) {
    if old.key.erased() != new.key.erased() {
        return;
    }
    let names = variables(&old.key.path).into_iter().zip(variables(&new.key.path)).enumerate();
    for (place, (before, after)) in names.filter(|(_, (before, after))| before != after) {
        let message = format!("The path parameter `{before}` is called `{after}`.");
        let said = Said::of(&rules::PATH_RENAMED, message).was(&old.item).is(&new.item).before(before).after(after);
        tell.say(&here.part(format!("path {{{place}}}"), &here.name), said);
    }
}

fn gone(tell: &mut Tell<'_, '_>, here: &Here, parameter: &Parameter<'_>, holder: &Node<'_>, removal: Removal) {
    let here = here.part(parameter.subject(), parameter.words());
    let rule = if parameter.is_path() { &rules::PATH_REMOVED } else { removal.of_parameter(&parameter.node) };
    let message = format!("{} was removed.", capital(&parameter.words()));
    tell.say(&here, Said::of(rule, message).was(&parameter.node).is(holder));
}

fn came(tell: &mut Tell<'_, '_>, here: &Here, parameter: &Parameter<'_>, holder: &Node<'_>) {
    let here = here.part(parameter.subject(), parameter.words());
    let (rule, required) = match (parameter.is_path(), parameter.is_required()) {
        (true, _) => (&rules::NEW_PATH, "required"),
        (false, true) => (&rules::NEW_REQUIRED, "required"),
        (false, false) => (&rules::NEW_OPTIONAL, "optional"),
    };
    let message = format!("{} is new and {required}.", capital(&parameter.words()));
    tell.say(&here, Said::of(rule, message).was(holder).is(&parameter.node));
}

/// Compares what the server sends beside the body of a webhook or callback. Each side is an operation and its path item.
pub(super) fn compare_received<'a>(
    tell: &mut Tell<'_, 'a>,
    here: &Here,
    old: (&Node<'a>, &Node<'a>),
    new: (&Node<'a>, &Node<'a>),
) {
    let here = here.going(Direction::Response);
    // Its path is the receiver's; variables of it have no places.
    let found = matched(effective(old.0, old.1, ""), effective(new.0, new.1, ""));
    for parameter in &found.gone {
        let here = here.part(parameter.subject(), parameter.words());
        let message = format!("{} is no longer sent.", capital(&parameter.words()));
        tell.say(&here, Said::of(&webhooks::PARAMETER_REMOVED, message).was(&parameter.node).is(new.0));
    }
    for parameter in &found.came {
        let here = here.part(parameter.subject(), parameter.words());
        let message = format!("{} is sent too.", capital(&parameter.words()));
        tell.say(&here, Said::of(&webhooks::PARAMETER_ADDED, message).was(old.0).is(&parameter.node));
    }
    for (old, new) in &found.both {
        let here = here.part(new.subject(), new.words());
        received(tell, &here, old, new);
    }
}

fn received<'a>(tell: &mut Tell<'_, 'a>, here: &Here, old: &Parameter<'a>, new: &Parameter<'a>) {
    let name = capital(&here.name);
    match (old.is_required(), new.is_required()) {
        (true, false) => {
            let said = Said::of(&webhooks::PARAMETER_OPTIONAL, format!("{name} no longer always comes."));
            tell.say(here, said.was(&old.node).is(&new.node));
        }
        (false, true) => {
            let said = Said::of(&webhooks::PARAMETER_REQUIRED, format!("{name} always comes."));
            tell.say(here, said.was(&old.node).is(&new.node));
        }
        _ => {}
    }
    let mut read = vec!["required", "schema"];
    if let (Some(old), Some(new)) = (old.node.get("schema"), new.node.get("schema")) {
        tell.reach(here, &old, &new, Area::ResponseHeader);
    } else {
        read.pop();
    }
    let same_name = old.identity == new.identity;
    read.extend(if same_name { &["name"][..] } else { &[] });
    rest(tell, here, &old.node, &new.node, &read);
}

/// The text of a member, or what holds where none is stated.
pub(super) fn text_or<'a>(node: &Node<'a>, key: &str, default: &'a str) -> &'a str {
    node.value.get(key).and_then(Value::as_str).unwrap_or(default)
}

//! Where the API is. Only what holds for an operation counts, wherever it is stated.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    Rule,
    node::Node,
    rest::rest,
    rules::servers as rules,
    tell::{Here, Said, Tell},
};
use crate::diff::finding::OperationKey;

/// A server of one side.
#[derive(Clone, Debug)]
struct Server<'a> {
    place: usize,
    /// Without the slash at its end.
    url: String,
    node: Node<'a>,
}

impl Server<'_> {
    /// The URL with the names of its variables erased.
    fn erased(&self) -> String {
        OperationKey { method: String::new(), path: self.url.clone() }.erased()
    }

    /// How a sentence calls it.
    fn words(&self) -> &str {
        if self.url.is_empty() { "/" } else { &self.url }
    }
}

/// The servers of an operation: its own, or its path item's, or the document's, or where the description was found
/// (OpenAPI 3.0.3, OpenAPI Object, `servers`). And where they are stated.
fn effective<'a>(operation: &Node<'a>, item: &Node<'a>) -> (Vec<Server<'a>>, Node<'a>) {
    let root = Node::root(operation.document());
    let stated = [operation, item, &root].map(|holder| holder.get("servers").filter(|list| !list.items().is_empty()));
    let Some(list) = stated.into_iter().flatten().next() else {
        return (vec![Server { place: 0, url: String::new(), node: root.nothing() }], root);
    };
    let server = |(place, node): (usize, Node<'a>)| Server {
        place,
        url: node.text("url").unwrap_or_default().trim_end_matches('/').to_owned(),
        node,
    };
    (list.items().into_iter().enumerate().map(server).collect(), list)
}

/// Compares the servers of an operation. Each side is the operation and its path item.
pub(super) fn compare(tell: &mut Tell<'_, '_>, here: &Here, old: (&Node<'_>, &Node<'_>), new: (&Node<'_>, &Node<'_>)) {
    let ((mut gone, before), (mut came, after)) = (effective(old.0, old.1), effective(new.0, new.1));
    let here = here.part("servers", &here.name);
    let mut first = None;
    let same: [fn(&Server<'_>, &Server<'_>) -> bool; 2] =
        [|old, new| old.url == new.url, |old, new| old.erased() == new.erased()];
    for same in same {
        for old in std::mem::take(&mut gone) {
            match came.iter().position(|new| same(&old, new)) {
                Some(index) => {
                    let new = came.remove(index);
                    variables(tell, &here, &old, &new);
                    first = first.or((old.place == 0).then_some(new));
                }
                None => gone.push(old),
            }
        }
    }
    if let Some(first) = first.filter(|first| first.place != 0) {
        let message = format!("`{}` is no longer the first server.", first.words());
        tell.say(&here, Said::of(&rules::DEFAULT, message).was(&before).is(&after));
    }
    let both = gone.len().min(came.len());
    for (old, new) in gone.drain(..both).zip(came.drain(..both)) {
        let message = format!("The server `{}` became `{}`.", old.words(), new.words());
        let said = Said::of(&rules::URL, message).was(&old.node).is(&new.node).before(old.words()).after(new.words());
        tell.say(&here, said);
        variables(tell, &here, &old, &new);
    }
    for server in &gone {
        let message = format!("The server `{}` was removed.", server.words());
        tell.say(&here, Said::of(&rules::REMOVED, message).was(&server.node).is(&after).before(server.words()));
    }
    for server in &came {
        let message = format!("The server `{}` is new.", server.words());
        tell.say(&here, Said::of(&rules::ADDED, message).was(&before).is(&server.node).after(server.words()));
    }
}

/// Compares the variables of two servers whose URLs have the same form, by their places in it.
fn variables(tell: &mut Tell<'_, '_>, here: &Here, old: &Server<'_>, new: &Server<'_>) {
    let names = |url: &'_ str| -> Vec<String> {
        url.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
    };
    let (was, is) = (old.node.below("variables"), new.node.below("variables"));
    if old.erased() == new.erased() {
        for (before, after) in names(&old.url).iter().zip(&names(&new.url)) {
            let here = here.part(format!("variable {after}"), format!("the server variable `{after}`"));
            if before != after {
                let message = format!("The server variable `{before}` is called `{after}`.");
                let said = Said::of(&rules::VARIABLE_RENAMED, message).was(&old.node).is(&new.node);
                tell.say(&here, said.before(before).after(after));
            }
            variable(tell, &here, after, (&was.below(before), &is.below(after)));
        }
    }
    rest(tell, here, &old.node, &new.node, &["url", "variables"]);
}

fn variable(tell: &mut Tell<'_, '_>, here: &Here, name: &str, (old, new): (&Node<'_>, &Node<'_>)) {
    let mut say = |rule: &'static Rule, what: String, before: Option<&str>, after: Option<&str>| {
        let mut said = Said::of(rule, format!("The server variable `{name}` {what}.")).was(old).is(new);
        if let Some(before) = before {
            said = said.before(before);
        }
        if let Some(after) = after {
            said = said.after(after);
        }
        tell.say(here, said);
    };
    let (before, after) = (old.text("default").unwrap_or_default(), new.text("default").unwrap_or_default());
    if before != after {
        say(&rules::VARIABLE_DEFAULT, format!("is `{after}` by default"), Some(before), Some(after));
    }
    match (values(old), values(new)) {
        (Some(_), None) => say(&rules::VARIABLE_BECAME_FREE, "may have any value".to_owned(), None, None),
        (None, Some(_)) => say(&rules::VARIABLE_BECAME_ENUM, "may have listed values only".to_owned(), None, None),
        (Some(before), Some(after)) => {
            for value in after.difference(&before) {
                say(&rules::VARIABLE_VALUE_ADDED, format!("may be `{value}`"), None, Some(value));
            }
            for value in before.difference(&after) {
                say(&rules::VARIABLE_VALUE_REMOVED, format!("may no longer be `{value}`"), Some(value), None);
            }
        }
        (None, None) => {}
    }
    rest(tell, here, old, new, &["default", "enum"]);
}

/// The listed values; none: no list.
fn values<'a>(variable: &Node<'a>) -> Option<BTreeSet<&'a str>> {
    let listed = variable.value.get("enum")?.as_array()?;
    Some(listed.iter().filter_map(Value::as_str).collect())
}

//! Callbacks: requests that the server makes, to an address that the client gave.

use std::collections::BTreeMap;

use super::{
    node::Node,
    operation,
    operations::METHODS,
    rest::rest,
    rules::webhooks as rules,
    tell::{Here, Said, Tell},
};
use crate::dialect::carry;

/// One call of a callback.
#[derive(Clone, Debug)]
struct Call<'a> {
    /// Where the address is taken from: `{$request.body#/url}`.
    expression: &'a str,
    method: String,
    node: Node<'a>,
    item: Node<'a>,
}

fn calls<'a>(callback: &Node<'a>) -> Vec<Call<'a>> {
    let mut calls = Vec::new();
    for (expression, item) in callback.fields() {
        for method in METHODS {
            let Some(node) = item.get(method) else { continue };
            let method = node.text(carry::METHOD).map_or_else(|| method.to_uppercase(), str::to_owned);
            let expression = node.text(carry::PATH).unwrap_or(expression);
            calls.push(Call { expression, method, node, item: item.clone() });
        }
    }
    calls
}

/// Compares the callbacks of two operations.
pub(super) fn compare<'a>(tell: &mut Tell<'_, 'a>, here: &Here, old: &Node<'a>, new: &Node<'a>) {
    let (before, after) = (of_operation(old), of_operation(new));
    for (name, callback) in &before {
        let here = here.part(format!("callback {name}"), format!("the callback `{name}`"));
        match after.get(name) {
            Some(new) if tell.enter(&here, callback, new) => one(tell, &here, name, (callback, new)),
            Some(_) => {}
            None => {
                let message = format!("The callback `{name}` is no longer made.");
                tell.say(&here, Said::of(&rules::CALLBACK_REMOVED, message).was(callback).is(new));
            }
        }
    }
    for (name, callback) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
        let here = here.part(format!("callback {name}"), format!("the callback `{name}`"));
        let message = format!("The callback `{name}` is new.");
        tell.say(&here, Said::of(&rules::CALLBACK_ADDED, message).was(old).is(callback));
    }
}

/// The callbacks of an operation by their names, behind references.
fn of_operation<'a>(operation: &Node<'a>) -> BTreeMap<&'a str, Node<'a>> {
    let references = operation.below(carry::CALLBACKS);
    let callbacks = operation.below("callbacks").fields().into_iter();
    callbacks.map(|(name, callback)| (name, references.get(name).unwrap_or(callback))).collect()
}

/// Matches the calls of one callback: by address and method, then by method, then by address.
fn one<'a>(tell: &mut Tell<'_, 'a>, here: &Here, name: &str, (old, new): (&Node<'a>, &Node<'a>)) {
    let (mut open, mut came) = (calls(old), calls(new));
    let same: [fn(&Call<'_>, &Call<'_>) -> bool; 3] = [
        |old, new| old.expression == new.expression && old.method == new.method,
        |old, new| old.method == new.method,
        |old, new| old.expression == new.expression,
    ];
    for same in same {
        for call in std::mem::take(&mut open) {
            match came.iter().position(|new| same(&call, new)) {
                Some(index) => pair(tell, here, name, (&call, &came.remove(index))),
                None => open.push(call),
            }
        }
    }
    for call in &open {
        let message = format!("The callback `{name}` is no longer made by {}.", call.method);
        tell.say(
            &here.part(&call.method, &here.name),
            Said::of(&rules::CALLBACK_REMOVED, message).was(&call.node).is(new),
        );
    }
    for call in &came {
        let message = format!("The callback `{name}` is made by {} too.", call.method);
        tell.say(
            &here.part(&call.method, &here.name),
            Said::of(&rules::CALLBACK_ADDED, message).was(old).is(&call.node),
        );
    }
    let known: Vec<_> = old.fields().into_iter().chain(new.fields()).map(|(expression, _)| expression).collect();
    rest(tell, here, old, new, &known);
}

fn pair<'a>(tell: &mut Tell<'_, 'a>, here: &Here, name: &str, (old, new): (&Call<'a>, &Call<'a>)) {
    let here = here.part(&new.method, &here.name);
    if old.expression != new.expression {
        let message = format!("The callback `{name}` is made to `{}` instead of `{}`.", new.expression, old.expression);
        let said = Said::of(&rules::CALLBACK_EXPRESSION, message).was(&old.item).is(&new.item);
        tell.say(&here, said.before(old.expression).after(new.expression));
    }
    if old.method != new.method {
        let message = format!("The callback `{name}` is made by {} instead of {}.", new.method, old.method);
        let said = Said::of(&rules::CALLBACK_METHOD, message).was(&old.node).is(&new.node);
        tell.say(&here, said.before(&old.method).after(&new.method));
    }
    operation::of_callback(tell, &here, (&old.node, &old.item), (&new.node, &new.item));
}

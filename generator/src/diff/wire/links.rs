//! Links: how values of an answer go into another request.

use serde_json::Value;

use super::{
    Rule,
    lifecycle::capital,
    node::Node,
    rest::rest,
    rules::links as rules,
    show::{plain, show},
    tell::{Here, Said, Tell},
};

/// Compares the links of two answers.
pub(super) fn compare(tell: &mut Tell<'_, '_>, here: &Here, old: &Node<'_>, new: &Node<'_>) {
    let (before, after) = (old.below("links"), new.below("links"));
    for (name, link) in before.members() {
        let here = here.part(format!("link {name}"), format!("the link `{name}` of {}", here.name));
        match after.get(name) {
            Some(new) => one(tell, &here, &link, &new),
            None => {
                let message = format!("{} was removed.", capital(&here.name));
                tell.say(&here, Said::of(&rules::REMOVED, message).was(&link).is(new));
            }
        }
    }
    for (name, link) in after.members().into_iter().filter(|(name, _)| !before.has(name)) {
        let here = here.part(format!("link {name}"), format!("the link `{name}` of {}", here.name));
        let message = format!("{} is new.", capital(&here.name));
        tell.say(&here, Said::of(&rules::ADDED, message).was(old).is(&link));
    }
}

fn one(tell: &mut Tell<'_, '_>, here: &Here, old: &Node<'_>, new: &Node<'_>) {
    let (before, after) = (tell.shared.old_targets.of_link(old), tell.shared.new_targets.of_link(new));
    if before != after {
        let message = format!("{} leads to `{after}` instead of `{before}`.", capital(&here.name));
        tell.say(here, Said::of(&rules::TARGET, message).was(old).is(new).before(before).after(after));
    }
    let mut value = |key: &str, rule: &'static Rule, what: &str, read: fn(&Value) -> Value| {
        let (before, after) = (read(old.below(key).value), read(new.below(key).value));
        if before != after {
            let message = format!("{} gives {what}.", capital(&here.name));
            tell.say(here, Said::of(rule, message).was(old).is(new).before(show(&before)).after(show(&after)));
        }
    };
    // The first two are data, in which nothing is for readers.
    value("parameters", &rules::PARAMETERS, "other parameters", Value::clone);
    value("requestBody", &rules::BODY, "another body", Value::clone);
    value("server", &rules::SERVER, "another server", plain);
    rest(tell, here, old, new, &["operationId", "operationRef", "parameters", "requestBody", "server"]);
}

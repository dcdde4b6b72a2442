//! What one operation sends and receives, against what it sent and received.

use super::{
    body, callbacks,
    lifecycle::{self, Removal},
    node::Node,
    operations::{IDENTITY, METHODS, Operation},
    parameters, responses,
    rest::rest,
    rules::paths as rules,
    security, servers,
    tell::{Here, Said, Tell},
};

/// Keys of an operation that a rule reads.
const READ: &[&str] = &[
    "operationId",
    "tags",
    "deprecated",
    lifecycle::SUNSET,
    "parameters",
    "requestBody",
    "responses",
    "callbacks",
    "security",
];

/// Compares an operation.
pub(super) fn compare<'a>(
    tell: &mut Tell<'_, 'a>,
    here: &Here,
    old: &Operation<'a>,
    new: &Operation<'a>,
    removal: Removal,
) {
    operation_id(tell, here, &old.node, &new.node);
    tags(tell, here, &old.node, &new.node);
    lifecycle::compare(tell, here, &old.node, &new.node, &lifecycle::OPERATION);
    let mut read = [READ, IDENTITY].concat();
    if old.is_received() {
        received(tell, here, (&old.node, &old.item), (&new.node, &new.item));
    } else {
        read.push("servers");
        parameters::compare(tell, here, (old, new), removal);
        body::compare(tell, here, &old.node, &new.node);
        responses::compare(tell, here, &old.node, &new.node);
        security::compare(tell, here, &old.node, &new.node);
        servers::compare(tell, here, (&old.node, &old.item), (&new.node, &new.item));
    }
    callbacks::compare(tell, here, &old.node, &new.node);
    rest(tell, here, &old.node, &new.node, &read);
    rest(tell, here, &old.item, &new.item, &[METHODS, &["parameters", "servers"]].concat());
}

/// Compares what the server sends and the client answers: in a webhook, or in an operation of a callback. Each side is
/// an operation and its path item.
pub(super) fn received<'a>(
    tell: &mut Tell<'_, 'a>,
    here: &Here,
    old: (&Node<'a>, &Node<'a>),
    new: (&Node<'a>, &Node<'a>),
) {
    parameters::compare_received(tell, here, old, new);
    body::compare_received(tell, here, old.0, new.0);
    responses::compare_received(tell, here, old.0, new.0);
    security::compare_received(tell, here, old.0, new.0);
}

/// Compares an operation of a callback, which is found by its name and not by its path.
pub(super) fn of_callback<'a>(
    tell: &mut Tell<'_, 'a>,
    here: &Here,
    old: (&Node<'a>, &Node<'a>),
    new: (&Node<'a>, &Node<'a>),
) {
    received(tell, here, old, new);
    callbacks::compare(tell, here, old.0, new.0);
    lifecycle::compare(tell, here, old.0, new.0, &lifecycle::OPERATION);
    tags(tell, here, old.0, new.0);
    operation_id(tell, here, old.0, new.0);
    rest(tell, here, old.0, new.0, &[READ, IDENTITY].concat());
    rest(tell, here, old.1, new.1, &[METHODS, &["parameters"]].concat());
}

fn operation_id(tell: &mut Tell<'_, '_>, here: &Here, old: &Node<'_>, new: &Node<'_>) {
    let said = match (old.text("operationId"), new.text("operationId")) {
        (before, after) if before == after => return,
        (Some(before), Some(after)) => {
            let message = format!("The operationId `{before}` became `{after}`.");
            Said::of(&rules::ID_REMOVED, message).before(before).after(after)
        }
        (Some(before), None) => {
            Said::of(&rules::ID_REMOVED, format!("The operationId `{before}` was removed.")).before(before)
        }
        (None, Some(after)) => {
            Said::of(&rules::ID_ADDED, format!("{} has the operationId `{after}`.", here.name)).after(after)
        }
        (None, None) => return,
    };
    tell.say(&here.part("operationId", &here.name), said.was(old).is(new));
}

fn tags(tell: &mut Tell<'_, '_>, here: &Here, old: &Node<'_>, new: &Node<'_>) {
    let tags = |node: &Node<'_>| {
        let tags = node.value.get("tags").and_then(serde_json::Value::as_array);
        let texts = tags.into_iter().flatten().filter_map(|tag| tag.as_str().map(str::to_owned));
        texts.collect::<Vec<String>>()
    };
    let (before, after) = (tags(old), tags(new));
    for tag in before.iter().filter(|tag| !after.contains(tag)) {
        let message = format!("{} no longer has the tag `{tag}`.", here.name);
        let said = Said::of(&rules::TAG_REMOVED, message).was(old).is(new).before(tag);
        tell.say(&here.part(format!("tag {tag}"), &here.name), said);
    }
    for tag in after.iter().filter(|tag| !before.contains(tag)) {
        let message = format!("{} has the tag `{tag}`.", here.name);
        let said = Said::of(&rules::TAG_ADDED, message).was(old).is(new).after(tag);
        tell.say(&here.part(format!("tag {tag}"), &here.name), said);
    }
}

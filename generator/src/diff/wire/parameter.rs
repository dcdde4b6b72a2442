//! One parameter against what it was.

use serde_json::Value;

use super::{
    Area, Rule, content,
    lifecycle::{self, capital},
    node::Node,
    parameters::{Parameter, text_or},
    rest::rest,
    rules::parameters as rules,
    tell::{Here, Said, Tell},
};
use crate::dialect::carry;

/// Keys that a rule reads.
const READ: &[&str] = &[
    "name",
    "in",
    "required",
    "deprecated",
    lifecycle::SUNSET,
    "allowEmptyValue",
    "style",
    carry::STYLE,
    "explode",
    "allowReserved",
    carry::QUERYSTRING,
];

/// Compares a parameter that the client sends.
pub(super) fn compare<'a>(tell: &mut Tell<'_, 'a>, here: &Here, old: &Parameter<'a>, new: &Parameter<'a>) {
    let say = |tell: &mut Tell<'_, '_>, rule: &'static Rule, what: String, values: Option<(&str, &str)>| {
        let said = Said::of(rule, format!("{} {what}.", capital(&here.name))).was(&old.node).is(&new.node);
        tell.say(
            here,
            match values {
                Some((before, after)) => said.before(before).after(after),
                None => said,
            },
        );
    };
    let (from, to) = (old.identity.location.as_str(), new.identity.location.as_str());
    let moved = from != to;
    if moved {
        say(tell, &rules::LOCATION, format!("was in the {from} before"), Some((from, to)));
    }
    match (old.is_required(), new.is_required()) {
        (false, true) => say(tell, &rules::REQUIRED, "became required".to_owned(), None),
        (true, false) => say(tell, &rules::OPTIONAL, "became optional".to_owned(), None),
        _ => {}
    }
    for (key, set, unset) in [
        ("allowReserved", &rules::ALLOW_RESERVED, &rules::NOT_ALLOW_RESERVED),
        ("allowEmptyValue", &rules::ALLOW_EMPTY, &rules::NOT_ALLOW_EMPTY),
    ] {
        match (old.node.flag(key), new.node.flag(key)) {
            // Both concern the query only (OpenAPI 3.0.3, Parameter Object).
            _ if from != "query" || to != "query" => {}
            (false, true) => say(tell, set, format!("has `{key}`"), None),
            (true, false) => say(tell, unset, format!("no longer has `{key}`"), None),
            _ => {}
        }
    }
    if old.node.flag(carry::QUERYSTRING) != new.node.flag(carry::QUERYSTRING) {
        let what = if new.node.flag(carry::QUERYSTRING) { "is the whole query" } else { "is one pair of the query" };
        say(tell, &rules::QUERYSTRING, what.to_owned(), None);
    }
    if !moved && let Some((rule, before, after)) = written(&old.node, &new.node, from) {
        say(tell, rule, format!("is written as `{after}` instead of `{before}`"), Some((&before, &after)));
    }
    let read: &[&str] = if value(tell, here, &old.node, &new.node) { &["schema", "content"] } else { &[] };
    lifecycle::compare(tell, here, &old.node, &new.node, &lifecycle::PARAMETER);
    rest(tell, here, &old.node, &new.node, &[READ, read].concat());
}

/// The rule and the values of a value that is written in another way.
fn written(old: &Node<'_>, new: &Node<'_>, location: &str) -> Option<(&'static Rule, String, String)> {
    let (was, is) = (old.get("schema")?, new.get("schema")?);
    let (before, after) = (Style::of(old, location), Style::of(new, location));
    if before.style != after.style {
        return Some((&rules::STYLE, before.style.to_owned(), after.style.to_owned()));
    }
    let words = |style: &Style<'_>| format!("explode: {}", style.explode);
    let differs = before.explode != after.explode && !(is_scalar(&was) && is_scalar(&is));
    differs.then(|| (&rules::EXPLODE, words(&before), words(&after)))
}

/// How a value with a schema is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Style<'a> {
    pub(super) style: &'a str,
    pub(super) explode: bool,
}

impl<'a> Style<'a> {
    /// With what holds where nothing is stated (OpenAPI 3.0.3, Parameter Object, `style` and `explode`).
    pub(super) fn of(node: &Node<'a>, location: &str) -> Self {
        let default = if matches!(location, "query" | "cookie") { "form" } else { "simple" };
        let style = node.text(carry::STYLE).unwrap_or_else(|| text_or(node, "style", default));
        let explode = node.value.get("explode").and_then(Value::as_bool);
        // A deep object has one form only.
        let explode = style == "deepObject" || explode.unwrap_or(style == "form");
        Self { style, explode }
    }
}

/// Whether a schema allows single values only, which `explode` does not concern. One that does not say is not.
pub(super) fn is_scalar(schema: &Node<'_>) -> bool {
    matches!(schema.text("type"), Some("string" | "number" | "integer" | "boolean"))
        && ["allOf", "oneOf", "anyOf"].into_iter().all(|key| !schema.has(key))
}

/// Compares what may stand there. Whether it is known on both sides: the dialect sees to it.
fn value<'a>(tell: &mut Tell<'_, 'a>, here: &Here, old: &Node<'a>, new: &Node<'a>) -> bool {
    let say = |tell: &mut Tell<'_, '_>, rule: &'static Rule, what: String| {
        tell.say(here, Said::of(rule, format!("{} {what}.", capital(&here.name))).was(old).is(new));
    };
    let (was, is) = (content::first(old), content::first(new));
    match ((old.get("schema"), new.get("schema")), (was, is)) {
        ((Some(old), Some(new)), _) => tell.reach(here, &old, &new, Area::RequestParameter),
        (_, (Some((before, was)), Some((after, is)))) => {
            if content::normal(before) != content::normal(after) {
                let message = format!("{} is written as `{after}` instead of `{before}`.", capital(&here.name));
                let said = Said::of(&rules::MEDIA_TYPE, message).was(old).is(new).before(before).after(after);
                tell.say(here, said);
            } else if let (Some(old), Some(new)) = (was.get("schema"), is.get("schema")) {
                tell.reach(here, &old, &new, Area::RequestParameter);
            }
            content::only(tell, here, &was, &is);
        }
        ((Some(_), None), (_, Some((after, _)))) => {
            say(tell, &rules::SERIALIZATION, format!("is written as `{after}`"));
        }
        ((None, Some(_)), (Some((before, _)), _)) => {
            say(tell, &rules::SERIALIZATION, format!("is no longer written as `{before}`"));
        }
        _ => return false,
    }
    true
}

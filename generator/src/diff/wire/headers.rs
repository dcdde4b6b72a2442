//! The headers of an answer, by their names without regard to case.

use std::collections::BTreeMap;

use super::{
    Area, Rule, content,
    lifecycle::capital,
    node::Node,
    parameter::{Style, is_scalar},
    rest::rest,
    rules::{lifecycle, responses as rules},
    tell::{Here, Said, Tell},
};

/// Compares the headers of two answers.
pub(super) fn compare<'a>(tell: &mut Tell<'_, 'a>, here: &Here, old: &Node<'a>, new: &Node<'a>) {
    let (before, after) = (headers(old), headers(new));
    let part =
        |key: &str, name: &str| here.part(format!("header {key}"), format!("the header `{name}` of {}", here.name));
    for (key, (name, header)) in before.iter().filter(|(key, _)| !after.contains_key(*key)) {
        let rule = if header.flag("required") { &rules::HEADER_REMOVED } else { &rules::HEADER_REMOVED_OPTIONAL };
        let here = part(key, name);
        tell.say(&here, Said::of(rule, format!("{} was removed.", capital(&here.name))).was(header).is(new));
    }
    for (key, (name, header)) in &after {
        let here = part(key, name);
        match before.get(key) {
            Some((_, old)) => one(tell, &here, old, header),
            None => {
                let message = format!("{} is new.", capital(&here.name));
                tell.say(&here, Said::of(&rules::HEADER_ADDED, message).was(old).is(header));
            }
        }
    }
}

/// By name in small letters. `Content-Type` is not described here (OpenAPI 3.0.3, Response Object: "shall be ignored").
fn headers<'a>(answer: &Node<'a>) -> BTreeMap<String, (&'a str, Node<'a>)> {
    let headers = answer.below("headers").members().into_iter();
    let named = headers.map(|(name, header)| (name.to_ascii_lowercase(), (name, header)));
    named.filter(|(key, _)| key != "content-type").collect()
}

fn one<'a>(tell: &mut Tell<'_, 'a>, here: &Here, old: &Node<'a>, new: &Node<'a>) {
    let name = capital(&here.name);
    let mut say = |rule: &'static Rule, what: &str| {
        tell.say(here, Said::of(rule, format!("{name} {what}.")).was(old).is(new));
    };
    match (old.flag("required"), new.flag("required")) {
        (true, false) => say(&rules::HEADER_OPTIONAL, "became optional"),
        (false, true) => say(&rules::HEADER_REQUIRED, "always comes"),
        _ => {}
    }
    match (old.flag("deprecated"), new.flag("deprecated")) {
        (false, true) => say(&lifecycle::HEADER_DEPRECATED, "is deprecated"),
        (true, false) => say(&lifecycle::HEADER_REACTIVATED, "is no longer deprecated"),
        _ => {}
    }
    let (was, is) = (old.get("schema"), new.get("schema"));
    let (text, now) = (content::first(old), content::first(new));
    let mut known = true;
    match ((&was, &is), (&text, &now)) {
        ((Some(was), Some(is)), _) => {
            let (before, after) = (Style::of(old, "header"), Style::of(new, "header"));
            if before.explode != after.explode && !(is_scalar(was) && is_scalar(is)) {
                say(&rules::HEADER_EXPLODE, "is written in another form");
            }
            tell.reach(here, was, is, Area::ResponseHeader);
        }
        (_, (Some((before, was)), Some((after, is)))) => {
            if content::normal(before) != content::normal(after) {
                say(&rules::HEADER_SERIALIZATION, "is written in another format");
            } else if let (Some(was), Some(is)) = (was.get("schema"), is.get("schema")) {
                tell.reach(here, &was, &is, Area::ResponseHeader);
            }
            content::only(tell, here, was, is);
        }
        ((Some(_), None), (_, Some(_))) | ((None, Some(_)), (Some(_), _)) => {
            say(&rules::HEADER_SERIALIZATION, "is written in another format");
        }
        // The dialect gives every header one of the two.
        _ => known = false,
    }
    // A header has one style, and the last two concern the query only (OpenAPI 3.0.3, Header Object).
    let read = ["required", "deprecated", "style", "explode", "allowEmptyValue", "allowReserved"];
    let values: &[&str] = if known { &["schema", "content"] } else { &[] };
    rest(tell, here, old, new, &[&read, values].concat());
}

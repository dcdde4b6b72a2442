//! The body of a request: there or not, required or not.

use super::{
    Rule, content,
    node::Node,
    rest::rest,
    rules::{content as rules, webhooks},
    tell::{Here, Said, Tell},
};
use crate::diff::finding::Direction;

struct Rules {
    added_required: &'static Rule,
    added_optional: &'static Rule,
    removed: &'static Rule,
    required: &'static Rule,
    optional: &'static Rule,
    /// How it is called.
    name: &'static str,
}

static SENT: Rules = Rules {
    added_required: &rules::BODY_ADDED_REQUIRED,
    added_optional: &rules::BODY_ADDED_OPTIONAL,
    removed: &rules::BODY_REMOVED,
    required: &rules::BODY_REQUIRED,
    optional: &rules::BODY_OPTIONAL,
    name: "request body",
};

static RECEIVED: Rules = Rules {
    added_required: &webhooks::PAYLOAD_ADDED,
    added_optional: &webhooks::PAYLOAD_ADDED,
    removed: &webhooks::PAYLOAD_REMOVED,
    required: &webhooks::PAYLOAD_REQUIRED,
    optional: &webhooks::PAYLOAD_OPTIONAL,
    name: "payload",
};

/// Compares the body that a client sends.
pub(super) fn compare<'a>(tell: &mut Tell<'_, 'a>, here: &Here, old: &Node<'a>, new: &Node<'a>) {
    bodies(tell, &here.going(Direction::Request), (old, new), &SENT);
}

/// Compares the body that a webhook or a callback brings.
pub(super) fn compare_received<'a>(tell: &mut Tell<'_, 'a>, here: &Here, old: &Node<'a>, new: &Node<'a>) {
    bodies(tell, &here.going(Direction::Response), (old, new), &RECEIVED);
}

fn bodies<'a>(tell: &mut Tell<'_, 'a>, here: &Here, (old, new): (&Node<'a>, &Node<'a>), rules: &Rules) {
    let name = rules.name;
    let here = here.part(name, format!("the {name}"));
    match (old.get("requestBody"), new.get("requestBody")) {
        (None, None) => {}
        (None, Some(body)) => {
            let required = body.flag("required");
            let rule = if required { rules.added_required } else { rules.added_optional };
            let words = if required { "required" } else { "optional" };
            let message = format!("There is a {name}, which is {words}.");
            tell.say(&here, Said::of(rule, message).was(old).is(&body));
        }
        (Some(body), None) => {
            let message = format!("There is no {name} any more.");
            tell.say(&here, Said::of(rules.removed, message).was(&body).is(new));
        }
        (Some(was), Some(is)) => {
            match (was.flag("required"), is.flag("required")) {
                (false, true) => {
                    let message = format!("The {name} became required.");
                    tell.say(&here, Said::of(rules.required, message).was(&was).is(&is));
                }
                (true, false) => {
                    let message = format!("The {name} became optional.");
                    tell.say(&here, Said::of(rules.optional, message).was(&was).is(&is));
                }
                _ => {}
            }
            content::compare(tell, &here, &was, &is);
            rest(tell, &here, &was, &is, &["required", "content"]);
        }
    }
}

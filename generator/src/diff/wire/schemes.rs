//! Security schemes: what their credentials are and where they come from.

use std::collections::BTreeSet;

use super::{
    Rule,
    node::Node,
    rest::rest,
    rules::schemes as rules,
    tell::{Here, Said, Tell},
};
use crate::diff::finding::{Direction, Operations};

/// Keys of a scheme that a rule reads.
const READ: &[&str] = &["type", "name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl"];

/// Compares the schemes of two documents, after what the operations use is known.
pub(super) fn compare(tell: &mut Tell<'_, '_>, old: &Node<'_>, new: &Node<'_>) {
    let (old, new) = (schemes(old), schemes(new));
    let matched: Vec<(String, String)> =
        tell.shared.schemes().map(|(old, new)| (old.to_owned(), new.to_owned())).collect();
    for (before, after) in &matched {
        let (Some(was), Some(is)) = (old.get(before), new.get(after)) else { continue };
        let operations = tell.users(after);
        let here = Here::document()
            .going(Direction::Request)
            .part(format!("security scheme {after}"), format!("the security scheme `{after}`"));
        one(&mut Speaker { tell, here: &here, operations: &operations, name: after }, &was, &is);
    }
    for (name, scheme) in old.fields().into_iter().filter(|(name, _)| matched.iter().all(|(old, _)| old != name)) {
        let here = Here::document().part(format!("security scheme {name}"), "the scheme");
        let message = format!("The security scheme `{name}` was removed.");
        tell.say(&here, Said::of(&rules::REMOVED, message).was(&scheme));
    }
    for (name, scheme) in new.fields().into_iter().filter(|(name, _)| matched.iter().all(|(_, new)| new != name)) {
        let here = Here::document().part(format!("security scheme {name}"), "the scheme");
        let message = format!("The security scheme `{name}` is new.");
        tell.say(&here, Said::of(&rules::ADDED, message).is(&scheme));
    }
}

fn schemes<'a>(root: &Node<'a>) -> Node<'a> {
    root.below("components").below("securitySchemes")
}

/// Says things of one scheme.
struct Speaker<'s, 'c, 'a> {
    tell: &'s mut Tell<'c, 'a>,
    here: &'s Here,
    operations: &'s Operations,
    name: &'s str,
}

impl Speaker<'_, '_, '_> {
    /// Says that a text changed, when it did.
    fn text(&mut self, key: &str, rule: &'static Rule, (old, new): (&Node<'_>, &Node<'_>), what: &str) {
        let text = |node: &Node<'_>| {
            let text = node.text(key).unwrap_or_default();
            if key == "scheme" { text.to_ascii_lowercase() } else { text.to_owned() }
        };
        let (before, after) = (text(old), text(new));
        if before == after {
            return;
        }
        let message = format!("The {what} of the security scheme `{}` became `{after}`.", self.name);
        let said = Said::of(rule, message).was(old).is(new).before(before).after(after);
        self.tell.say_of(&self.here.part(key, &self.here.name), self.operations, said);
    }

    fn say(&mut self, subject: String, said: Said) {
        self.tell.say_of(&self.here.part(subject, &self.here.name), self.operations, said);
    }
}

fn one(speaker: &mut Speaker<'_, '_, '_>, old: &Node<'_>, new: &Node<'_>) {
    let both = (old, new);
    if old.text("type") != new.text("type") {
        // All else belongs to the type.
        return speaker.text("type", &rules::TYPE, both, "type");
    }
    speaker.text("name", &rules::NAME, both, "name");
    speaker.text("in", &rules::LOCATION, both, "location");
    speaker.text("scheme", &rules::SCHEME, both, "HTTP scheme");
    speaker.text("bearerFormat", &rules::BEARER_FORMAT, both, "bearer format");
    speaker.text("openIdConnectUrl", &rules::CONNECT_URL, both, "OpenID Connect URL");
    flows(speaker, &old.below("flows"), &new.below("flows"));
    let here = speaker.here.clone();
    rest(speaker.tell, &here, old, new, READ);
}

fn flows(speaker: &mut Speaker<'_, '_, '_>, old: &Node<'_>, new: &Node<'_>) {
    let name = speaker.name.to_owned();
    for (flow, was) in old.fields() {
        let Some(is) = new.get(flow) else {
            let message = format!("The security scheme `{name}` no longer has the flow `{flow}`.");
            speaker.say(format!("flow {flow}"), Said::of(&rules::FLOW_REMOVED, message).was(&was).is(new));
            continue;
        };
        let both = (&was, &is);
        speaker.text("authorizationUrl", &rules::AUTHORIZATION_URL, both, "authorization URL");
        speaker.text("tokenUrl", &rules::TOKEN_URL, both, "token URL");
        speaker.text("refreshUrl", &rules::REFRESH_URL, both, "refresh URL");
        scopes(speaker, &was, &is);
        let here = speaker.here.part(format!("flow {flow}"), &speaker.here.name);
        rest(speaker.tell, &here, &was, &is, &["authorizationUrl", "tokenUrl", "refreshUrl", "scopes"]);
    }
    for (flow, is) in new.fields().into_iter().filter(|(flow, _)| !old.has(flow)) {
        let message = format!("The security scheme `{name}` has the flow `{flow}`.");
        speaker.say(format!("flow {flow}"), Said::of(&rules::FLOW_ADDED, message).was(old).is(&is));
    }
}

fn scopes(speaker: &mut Speaker<'_, '_, '_>, old: &Node<'_>, new: &Node<'_>) {
    let name = speaker.name.to_owned();
    let scopes = |node: &Node<'_>| -> BTreeSet<String> {
        let scopes = node.value.get("scopes").and_then(serde_json::Value::as_object);
        scopes.into_iter().flatten().map(|(scope, _)| scope.clone()).collect()
    };
    let (before, after) = (scopes(old), scopes(new));
    for scope in after.difference(&before) {
        let message = format!("The security scheme `{name}` has the scope `{scope}`.");
        speaker.say(format!("scope {scope}"), Said::of(&rules::SCOPE_ADDED, message).was(old).is(new).after(scope));
    }
    for scope in before.difference(&after) {
        let message = format!("The security scheme `{name}` no longer has the scope `{scope}`.");
        speaker.say(format!("scope {scope}"), Said::of(&rules::SCOPE_REMOVED, message).was(old).is(new).before(scope));
    }
}

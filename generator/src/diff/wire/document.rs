//! What the document says of itself: tags, extensions, and what no rule knows.

use std::collections::BTreeMap;

use super::{
    node::Node,
    rest::rest,
    rules::paths as rules,
    tell::{Here, Said, Tell},
};
use crate::dialect::carry;

/// Keys of the document that are read elsewhere. `openapi` is that of the lowered document.
const READ: &[&str] = &["openapi", "info", "servers", "paths", "components", "security", "tags"];

/// Compares two documents outside of their operations.
pub(super) fn compare(tell: &mut Tell<'_, '_>, old: &Node<'_>, new: &Node<'_>) {
    let here = Here::document();
    rest(tell, &here, old, new, READ);
    rest(tell, &here.part("info", "the info object"), &old.below("info"), &new.below("info"), &[]);
    let (was, is) = (old.below("paths"), new.below("paths"));
    let items: Vec<_> = was.fields().into_iter().chain(is.fields()).map(|(path, _)| path).collect();
    rest(tell, &here.part("paths", "the paths object"), &was, &is, &items);
    tags(tell, &here, &old.below("tags"), &new.below("tags"));
}

fn tags(tell: &mut Tell<'_, '_>, here: &Here, old: &Node<'_>, new: &Node<'_>) {
    let part = |name: &str| here.part(format!("tag {name}"), format!("the tag `{name}`"));
    let (before, after) = (by_name(old), by_name(new));
    for (name, tag) in before.iter().filter(|(name, _)| !after.contains_key(*name)) {
        let message = format!("The tag `{name}` is no longer described.");
        tell.say(&part(name), Said::of(&rules::TAG_UNDEFINED, message).was(tag));
    }
    for (name, tag) in &after {
        let Some(old) = before.get(name) else {
            let message = format!("The tag `{name}` is described.");
            tell.say(&part(name), Said::of(&rules::TAG_DEFINED, message).is(tag));
            continue;
        };
        for (key, rule, what) in [
            (carry::PARENT, &rules::TAG_PARENT, "stands below another tag"),
            (carry::KIND, &rules::TAG_KIND, "is of another kind"),
        ] {
            let (before, after) = (old.text(key).unwrap_or_default(), tag.text(key).unwrap_or_default());
            if before != after {
                let said = Said::of(rule, format!("The tag `{name}` {what}.")).was(old).is(tag);
                tell.say(&part(name), said.before(before).after(after));
            }
        }
        rest(tell, &part(name), old, tag, &["name", carry::PARENT, carry::KIND]);
    }
}

fn by_name<'a>(list: &Node<'a>) -> BTreeMap<&'a str, Node<'a>> {
    list.items().into_iter().filter_map(|tag| Some((tag.text("name")?, tag))).collect()
}

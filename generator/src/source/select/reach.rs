//! Which components are reached from where, by the references in between.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::pointer::Pointer;

/// The components that these nodes reach.
pub(super) fn components<'p>(document: &Value, nodes: impl Iterator<Item = &'p Pointer>) -> BTreeSet<Pointer> {
    let nodes = nodes.filter_map(|pointer| document.pointer(&pointer.to_string())).collect();
    closure(document, nodes)
}

/// The components that are reached from all that is not one of `doubtful`.
pub(super) fn components_of_rest(document: &Value, doubtful: &BTreeSet<Pointer>) -> BTreeSet<Pointer> {
    let mut nodes = Vec::new();
    for (key, value) in document.as_object().into_iter().flatten() {
        let sections: Vec<(Pointer, &Value)> = match key.as_str() {
            "components" => {
                let sections = value.as_object().into_iter().flatten();
                sections.map(|(section, value)| (Pointer::root().join(key).join(section), value)).collect()
            }
            "definitions" | "parameters" | "responses" => vec![(Pointer::root().join(key), value)],
            _ => {
                nodes.push(value);
                continue;
            }
        };
        for (section, value) in sections {
            let components = value.as_object().into_iter().flatten();
            nodes.extend(components.filter(|(name, _)| !doubtful.contains(&section.join(name))).map(|(_, node)| node));
        }
    }
    closure(document, nodes)
}

fn closure<'d>(document: &'d Value, mut open: Vec<&'d Value>) -> BTreeSet<Pointer> {
    let mut reached = BTreeSet::new();
    while let Some(node) = open.pop() {
        match node {
            Value::Array(items) => open.extend(items),
            Value::Object(entries) => {
                open.extend(entries.values());
                let mapping = entries.get("mapping").and_then(Value::as_object);
                let texts = mapping.into_iter().flat_map(serde_json::Map::values).chain(entries.get("$ref"));
                for pointer in texts.filter_map(Value::as_str).filter_map(component) {
                    if let Some(node) = document.pointer(&pointer.to_string())
                        && reached.insert(pointer)
                    {
                        open.push(node);
                    }
                }
            }
            _ => {}
        }
    }
    reached
}

/// The component that a reference leads to or into. A discriminator may name a schema without its path.
fn component(text: &str) -> Option<Pointer> {
    let Some(fragment) = text.strip_prefix('#') else {
        return Some(["components", "schemas", text].into_iter().map(str::to_owned).collect());
    };
    let pointer = Pointer::parse(&percent_decode_str(fragment).decode_utf8().ok()?)?;
    let depth = match pointer.tokens().first()?.as_str() {
        "components" => 3,
        "definitions" | "parameters" | "responses" => 2,
        _ => return None,
    };
    (pointer.tokens().len() >= depth).then(|| pointer.tokens().iter().take(depth).cloned().collect())
}

//! A schema with a discriminator and no `oneOf` stands for its heirs: the schemas that name it in their `allOf` (3.0,
//! section Discriminator Object; the only way to say it in 2.0). Where it is referred to, one of them stands.
//!
//! So it becomes a `oneOf` of its heirs and of itself (its own name is a value too: 2.0, section Schema Object), and what
//! they have in common moves to a component of its own.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::rewriter::Entries;
use crate::{
    diagnostic::Diagnostics,
    pointer::{Origin, Places, Pointer},
};

/// The names of the components that name another one in their `allOf`, by that one.
type Heirs = BTreeMap<String, Vec<String>>;

/// Rewrites every schema that has heirs and is referred to by anything but them.
pub(super) fn rewrite(document: &mut Value, _: &mut Diagnostics) -> Places {
    let mut places = Places::default();
    let bases = bases(document);
    if bases.is_empty() {
        return places;
    }
    let heirs = heirs(document, &bases);
    let used = used(document, &heirs);
    let bases: Vec<_> = bases.into_iter().filter(|base| heirs.contains_key(base) && used.contains(base)).collect();
    let own = own_names(document, &bases);
    for base in &bases {
        lead_heirs_to(document, base, &heirs, &own);
    }
    for base in &bases {
        split(document, base, &heirs, &own, &mut places);
    }
    places
}

fn schemas(document: &Value) -> Option<&Entries> {
    document.get("components")?.get("schemas")?.as_object()
}

fn schemas_mut(document: &mut Value) -> Option<&mut Entries> {
    document.get_mut("components")?.get_mut("schemas")?.as_object_mut()
}

fn place(name: &str) -> Pointer {
    Pointer::root().join("components").join("schemas").join(name)
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#{}", place(name)) })
}

/// The component that a reference leads to.
fn component(reference: &str) -> Option<String> {
    match Pointer::of_reference(reference)?.tokens() {
        [components, schemas, name] if components == "components" && schemas == "schemas" => Some(name.clone()),
        _ => None,
    }
}

/// The components with a discriminator that says nothing of its alternatives.
fn bases(document: &Value) -> BTreeSet<String> {
    let is_base = |schema: &Value| {
        let named = schema.get("discriminator").and_then(|d| d.get("propertyName")).is_some_and(Value::is_string);
        named && schema.get("oneOf").is_none() && schema.get("anyOf").is_none()
    };
    let found = schemas(document).into_iter().flatten().filter(|(_, schema)| is_base(schema));
    found.map(|(name, _)| name.clone()).collect()
}

/// The components that a schema names in its `allOf`.
fn parents(schema: &Value) -> impl Iterator<Item = String> {
    let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
    parts.filter_map(|part| component(part.get("$ref")?.as_str()?))
}

/// The heirs of each base, those of its heirs among them, in the document's order.
fn heirs(document: &Value, bases: &BTreeSet<String>) -> Heirs {
    let mut direct = Heirs::new();
    for (name, schema) in schemas(document).into_iter().flatten() {
        for parent in parents(schema) {
            direct.entry(parent).or_default().push(name.clone());
        }
    }
    let mut all = Heirs::new();
    for base in bases {
        let mut found: BTreeSet<&str> = BTreeSet::from([base.as_str()]);
        let mut open = vec![base.as_str()];
        while let Some(name) = open.pop() {
            let next = direct.get(name).into_iter().flatten().map(String::as_str);
            open.extend(next.filter(|heir| found.insert(heir)));
        }
        let names = schemas(document).into_iter().flatten().map(|(name, _)| name);
        let heirs: Vec<_> = names.filter(|name| *name != base && found.contains(name.as_str())).cloned().collect();
        if !heirs.is_empty() {
            all.insert(base.clone(), heirs);
        }
    }
    all
}

/// The bases that anything but an heir's `allOf` refers to.
fn used(document: &Value, heirs: &Heirs) -> BTreeSet<String> {
    fn walk(value: &Value, heirs: &Heirs, used: &mut BTreeSet<String>) {
        match value {
            Value::Object(entries) => {
                let named = entries.get("$ref").and_then(Value::as_str).and_then(component);
                used.extend(named.filter(|name| heirs.contains_key(name)));
                entries.values().for_each(|value| walk(value, heirs, used));
            }
            Value::Array(items) => items.iter().for_each(|item| walk(item, heirs, used)),
            _ => {}
        }
    }
    let mut used = BTreeSet::new();
    let Some(entries) = document.as_object() else { return used };
    for (key, value) in entries {
        match (key.as_str(), value) {
            ("components", Value::Object(components)) => {
                let others = components.iter().filter(|(key, _)| *key != "schemas");
                others.for_each(|(_, value)| walk(value, heirs, &mut used));
            }
            _ => walk(value, heirs, &mut used),
        }
    }
    for schema in schemas(document).into_iter().flatten().map(|(_, schema)| schema) {
        for (key, value) in schema.as_object().into_iter().flatten() {
            let parts = value.as_array().filter(|_| key == "allOf");
            match parts {
                Some(parts) => {
                    let inline = parts.iter().filter(|part| part.get("$ref").is_none());
                    inline.for_each(|part| walk(part, heirs, &mut used));
                }
                None => walk(value, heirs, &mut used),
            }
        }
    }
    used
}

/// The names of the components that will hold what the heirs have in common.
fn own_names(document: &Value, bases: &[String]) -> BTreeMap<String, String> {
    let taken = |name: &str| schemas(document).is_some_and(|schemas| schemas.contains_key(name));
    let free = |base: &String| {
        let mut name = format!("{base}Base");
        while taken(&name) {
            name.push('_');
        }
        (base.clone(), name)
    };
    bases.iter().map(free).collect()
}

/// The `allOf` of the heirs, and nothing else, names what they have in common.
fn lead_heirs_to(document: &mut Value, base: &str, heirs: &Heirs, own: &BTreeMap<String, String>) {
    let Some(own) = own.get(base) else { return };
    let Some(schemas) = schemas_mut(document) else { return };
    for heir in heirs.get(base).into_iter().flatten() {
        let parts = schemas.get_mut(heir).and_then(|schema| schema.get_mut("allOf")).and_then(Value::as_array_mut);
        for part in parts.into_iter().flatten() {
            let named = part.get("$ref").and_then(Value::as_str).and_then(component);
            if named.as_deref() == Some(base) {
                *part = reference(own);
            }
        }
    }
}

fn split(
    document: &mut Value,
    base: &str,
    heirs: &Heirs,
    own: &BTreeMap<String, String>,
    places: &mut Places,
) -> Option<()> {
    let name = own.get(base)?;
    let schemas = schemas_mut(document)?;
    let schema = schemas.get_mut(base)?.as_object_mut()?;
    let mut common = std::mem::take(schema);
    let mut discriminator = common.shift_remove("discriminator")?;
    for key in ["title", "description", "deprecated", "externalDocs", "nullable"] {
        if let Some(value) = common.get(key) {
            schema.insert(key.to_owned(), value.clone());
        }
    }
    // A name pins one type, and that is the choice.
    common.retain(|key, value| {
        let extension = key.starts_with("x-");
        if extension {
            schema.insert(key.clone(), value.take());
        }
        !extension
    });
    let heirs = heirs.get(base)?;
    lead_mapping_to(&mut discriminator, base, heirs, own)?;
    // An heir that stands for heirs of its own stands here by what it says itself.
    let concrete = |heir: &String| reference(own.get(heir).unwrap_or(heir));
    let choices = heirs.iter().map(concrete).chain([reference(name)]).collect();
    schema.insert("oneOf".to_owned(), Value::Array(choices));
    schema.insert("discriminator".to_owned(), discriminator);
    schemas.insert(name.clone(), Value::Object(common));
    let before = Origin::root(place(base));
    places.note(place(name), before.clone());
    places.note(place(base).join("oneOf"), before.join("discriminator"));
    Some(())
}

/// Where the mapping names a schema that was split, it means what that schema says itself; where it does not name an heir
/// that was split, the heir's own name is the value still. Tells whether it names the base.
fn lead_mapping_to(
    discriminator: &mut Value,
    base: &str,
    heirs: &[String],
    own: &BTreeMap<String, String>,
) -> Option<()> {
    let discriminator = discriminator.as_object_mut()?;
    let mapping = discriminator.entry("mapping").or_insert_with(|| json!({})).as_object_mut()?;
    let mut named = BTreeSet::new();
    for target in mapping.values_mut() {
        let Some(name) = target.as_str().map(|text| component(text).unwrap_or_else(|| text.to_owned())) else {
            continue;
        };
        if let Some(own) = own.get(&name) {
            *target = Value::String(format!("#{}", place(own)));
        }
        named.insert(name);
    }
    for name in heirs.iter().map(String::as_str).chain([base]).filter(|name| !named.contains(*name)) {
        if let Some(own) = own.get(name) {
            mapping.insert(name.to_owned(), Value::String(format!("#{}", place(own))));
        }
    }
    Some(())
}

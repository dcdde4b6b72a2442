//! Single edits of a description, each of which somebody must notice.

use generator::dialect::is_ignored_header;
use serde_json::{Map, Value, json};

use super::{
    places::{Places, join},
    random::Random,
};

/// The name of what an edit adds.
const NEW: &str = "sdkEdit";
/// What says nothing about what travels.
const ANNOTATIONS: [&str; 6] = ["type", "description", "title", "example", "examples", "x-nullable"];

/// A kind of edit.
pub struct Kind {
    /// What it does.
    pub name: &'static str,
    /// Makes it somewhere in the node, when it can be made there; gives the place below the node that it is at.
    make: fn(&mut Map<String, Value>, &mut Random) -> Option<String>,
    /// Whether the node is an operation, else a schema.
    of_operation: bool,
}

/// An edit that was made.
#[derive(Clone, Debug)]
pub struct Edit {
    /// What it does.
    pub kind: &'static str,
    /// The JSON pointer of what it was done to.
    pub place: String,
    /// The document after it.
    pub document: Value,
}

/// All kinds.
pub const KINDS: &[Kind] = &[
    Kind { name: "property removed", make: property_removed, of_operation: false },
    Kind { name: "optional property added", make: property_added, of_operation: false },
    Kind { name: "required property added", make: required_added, of_operation: false },
    Kind { name: "property required or no longer", make: required_toggled, of_operation: false },
    Kind { name: "property of another type", make: type_changed, of_operation: false },
    Kind { name: "enum value added", make: value_added, of_operation: false },
    Kind { name: "enum value removed", make: value_removed, of_operation: false },
    Kind { name: "maxLength set", make: length_set, of_operation: false },
    Kind { name: "required parameter added", make: parameter_added, of_operation: true },
    Kind { name: "parameter removed", make: parameter_removed, of_operation: true },
    Kind { name: "answer removed", make: answer_removed, of_operation: true },
    Kind { name: "operationId changed", make: id_changed, of_operation: true },
    Kind { name: "operation deprecated", make: deprecated, of_operation: true },
];

/// So many tries to find a place where an edit of a kind can be made.
const TRIES: usize = 60;

/// An edit of this kind.
pub fn edit(kind: &Kind, document: &Value, places: &Places, random: &mut Random) -> Option<Edit> {
    let nodes = if kind.of_operation { &places.operations } else { &places.schemas };
    for _ in 0..TRIES {
        let node = random.pick(nodes)?;
        let mut edited = document.clone();
        let entries = edited.pointer_mut(node).and_then(Value::as_object_mut)?;
        if let Some(below) = (kind.make)(entries, random) {
            return Some(Edit { kind: kind.name, place: format!("{node}{below}"), document: edited });
        }
    }
    None
}

/// The names of the properties that travel in both directions.
fn names(schema: &Map<String, Value>) -> Vec<String> {
    let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
    let plain = |value: &Value| {
        let one_way = |key: &str| value.get(key) == Some(&json!(true));
        value.is_object() && value.get("$ref").is_none() && !one_way("readOnly") && !one_way("writeOnly")
    };
    properties.filter(|(_, value)| plain(value)).map(|(name, _)| name.clone()).collect()
}

fn properties(schema: &mut Map<String, Value>) -> Option<&mut Map<String, Value>> {
    schema.get_mut("properties")?.as_object_mut()
}

fn required(schema: &mut Map<String, Value>) -> Option<&mut Vec<Value>> {
    schema.entry("required").or_insert_with(|| json!([])).as_array_mut()
}

fn property_removed(schema: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let names = names(schema);
    let name = random.pick(&names).filter(|_| names.len() > 1)?;
    properties(schema)?.shift_remove(name);
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|other| other != name);
    }
    Some(join("/properties", name))
}

fn property_added(schema: &mut Map<String, Value>, _: &mut Random) -> Option<String> {
    properties(schema)?.insert(NEW.to_owned(), json!({ "type": "string" }));
    Some(join("/properties", NEW))
}

fn required_added(schema: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let place = property_added(schema, random)?;
    required(schema)?.push(json!(NEW));
    Some(place)
}

fn required_toggled(schema: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let name = random.pick(&names(schema))?.clone();
    // A required property with a default is filled by `new`: another edit.
    if properties(schema)?.get(&name)?.get("default").is_some() {
        return None;
    }
    let required = required(schema)?;
    match required.iter().position(|other| *other == name) {
        Some(index) => drop(required.remove(index)),
        None => required.push(json!(name)),
    }
    if required.is_empty() {
        schema.shift_remove("required");
    }
    // The place is the schema: `required` stands beside the property.
    Some(String::new())
}

fn type_changed(schema: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let plain =
        |value: &Value| value.as_object().is_some_and(|e| e.keys().all(|key| ANNOTATIONS.contains(&key.as_str())));
    let names: Vec<_> = names(schema);
    let properties = properties(schema)?;
    let names: Vec<_> = names.into_iter().filter(|name| properties.get(name).is_some_and(plain)).collect();
    let name = random.pick(&names)?;
    let property = properties.get_mut(name)?.as_object_mut()?;
    let other = match property.get("type")?.as_str()? {
        "string" => "integer",
        "integer" | "boolean" | "number" => "string",
        _ => return None,
    };
    *property = Map::from_iter([("type".to_owned(), json!(other))]);
    Some(join("/properties", name))
}

/// A list of texts.
fn values(schema: &mut Map<String, Value>) -> Option<&mut Vec<Value>> {
    let text = schema.get("type") == Some(&json!("string")) && schema.get("format").is_none();
    let values = schema.get_mut("enum")?.as_array_mut()?;
    (text && values.iter().all(Value::is_string)).then_some(values)
}

fn value_added(schema: &mut Map<String, Value>, _: &mut Random) -> Option<String> {
    values(schema)?.push(json!(NEW));
    schema.keys().all(|key| !key.starts_with("x-")).then(|| "/enum".to_owned())
}

fn value_removed(schema: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let values = values(schema)?;
    let index = Some(random.below(values.len())).filter(|_| values.len() > 1)?;
    values.remove(index);
    schema.shift_remove("default");
    schema.keys().all(|key| !key.starts_with("x-")).then(|| "/enum".to_owned())
}

fn length_set(schema: &mut Map<String, Value>, _: &mut Random) -> Option<String> {
    let free = ["maxLength", "enum", "format", "const"].iter().all(|key| !schema.contains_key(*key));
    let text = schema.get("type") == Some(&json!("string")) && free;
    text.then(|| {
        schema.insert("maxLength".to_owned(), json!(7));
        String::new()
    })
}

fn parameter_added(operation: &mut Map<String, Value>, _: &mut Random) -> Option<String> {
    let new = match operation.contains_key("consumes") || operation.contains_key("produces") {
        true => json!({ "name": NEW, "in": "query", "required": true, "type": "string" }),
        false => {
            json!({ "name": NEW, "in": "query", "required": true, "schema": { "type": "string" }, "type": "string" })
        }
    };
    operation.entry("parameters").or_insert_with(|| json!([])).as_array_mut()?.push(new);
    Some("/parameters".to_owned())
}

fn parameter_removed(operation: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let parameters = operation.get_mut("parameters")?.as_array_mut()?;
    let counts = |parameter: &Value| match parameter.get("in").and_then(Value::as_str) {
        Some("query") => true,
        Some("header") => !parameter.get("name").and_then(Value::as_str).is_some_and(is_ignored_header),
        _ => false,
    };
    let indexes: Vec<_> = (0..parameters.len()).filter(|index| parameters.get(*index).is_some_and(counts)).collect();
    let index = *random.pick(&indexes)?;
    parameters.remove(index);
    Some("/parameters".to_owned())
}

fn answer_removed(operation: &mut Map<String, Value>, random: &mut Random) -> Option<String> {
    let answers = operation.get_mut("responses")?.as_object_mut()?;
    let statuses: Vec<_> = answers.keys().cloned().collect();
    let status = random.pick(&statuses).filter(|_| statuses.len() > 1)?;
    answers.shift_remove(status);
    Some("/responses".to_owned())
}

fn id_changed(operation: &mut Map<String, Value>, _: &mut Random) -> Option<String> {
    let Value::String(id) = operation.get_mut("operationId")? else { return None };
    id.push_str(NEW);
    Some("/operationId".to_owned())
}

fn deprecated(operation: &mut Map<String, Value>, _: &mut Random) -> Option<String> {
    let now = operation.get("deprecated") != Some(&json!(true));
    operation.insert("deprecated".to_owned(), json!(now));
    Some("/deprecated".to_owned())
}

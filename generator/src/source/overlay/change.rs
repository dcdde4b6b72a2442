//! Changes of the joined document, with its places kept true.

use serde_json::{Map, Value};

use crate::pointer::{Origin, Places, Pointer};

/// A document that is being changed.
pub(super) struct Change<'c> {
    pub(super) document: &'c mut Value,
    pub(super) places: &'c mut Places,
}

impl Change<'_> {
    /// Removes a node that is not the root.
    pub(super) fn remove(&mut self, target: &Pointer) {
        let (Some(parent), Some(last)) = (target.parent(), target.last()) else { return };
        match self.document.pointer_mut(&parent.to_string()) {
            Some(Value::Object(entries)) => {
                entries.shift_remove(last);
                self.places.forget(target);
            }
            Some(Value::Array(items)) => {
                if let Some(index) = last.parse().ok().filter(|index| *index < items.len()) {
                    self.places.take_out(&parent, index, items.len());
                    items.remove(index);
                }
            }
            _ => {}
        }
    }

    /// Merges a value into a node: objects by their keys, lists one behind the other, anything else replaces. What is no
    /// list becomes the last item of one.
    pub(super) fn update(&mut self, target: &Pointer, value: &Value, from: &Origin) -> Result<(), String> {
        let places = &mut *self.places;
        match (self.document.pointer_mut(&target.to_string()), value) {
            (None, _) => Ok(()),
            (Some(Value::Object(own)), Value::Object(new)) => {
                merge(own, new, target, from, places);
                Ok(())
            }
            (Some(Value::Array(own)), Value::Array(new)) => {
                append(own, new, target, from, places);
                Ok(())
            }
            (Some(Value::Array(own)), new) => {
                places.note(target.join(own.len()), from.clone());
                own.push(new.clone());
                Ok(())
            }
            (Some(Value::Object(_)), _) => Err("what is no mapping cannot be merged into a mapping".to_owned()),
            (Some(_), Value::Object(_) | Value::Array(_)) => {
                Err("a mapping or a list cannot be merged into a single value".to_owned())
            }
            (Some(own), new) => {
                places.note(target.clone(), from.clone());
                *own = new.clone();
                Ok(())
            }
        }
    }
}

fn merge(own: &mut Map<String, Value>, new: &Map<String, Value>, at: &Pointer, from: &Origin, places: &mut Places) {
    for (key, value) in new {
        let (at, from) = (at.join(key), from.join(key));
        match (own.get_mut(key), value) {
            (Some(Value::Object(own)), Value::Object(new)) => merge(own, new, &at, &from, places),
            (Some(Value::Array(own)), Value::Array(new)) => append(own, new, &at, &from, places),
            _ => {
                places.forget(&at);
                places.note(at, from);
                own.insert(key.clone(), value.clone());
            }
        }
    }
}

fn append(own: &mut Vec<Value>, new: &[Value], at: &Pointer, from: &Origin, places: &mut Places) {
    for (index, value) in new.iter().enumerate() {
        places.note(at.join(own.len()), from.join(index));
        own.push(value.clone());
    }
}

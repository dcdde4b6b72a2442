//! Operations: parameters go three ways, into `parameters`, into the body or into a form.

use serde_json::Value;

use super::{Entries, Pointer, Rewrite, media::Media};
use crate::{diagnostic::Code, dialect::special};

const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// A parameter as it was given, after its reference was followed.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub(super) value: Value,
    /// Where it stood.
    pub(super) before: Pointer,
    /// Its name under `parameters`, when it was referred to there.
    pub(super) component: Option<String>,
}

/// The parameters of a list by what becomes of them.
#[derive(Debug, Default)]
struct Sorted {
    /// Those that stay, each with what identifies it.
    kept: Vec<Value>,
    bodies: Vec<Given>,
    form: Vec<Given>,
}

impl Rewrite<'_> {
    /// Rewrites a path item; one that is a reference is replaced by its target.
    pub(super) fn path_item(&mut self, item: &mut Value, before: &Pointer, now: &Pointer) {
        if item.get("$ref").is_some() {
            let Some((target, place)) = self.target(item).map(|(target, place)| (target.clone(), place)) else {
                return;
            };
            *item = target;
            self.moved.part(now.clone(), &place);
            return self.path_item_itself(item, &place, now);
        }
        self.path_item_itself(item, before, now);
    }

    fn path_item_itself(&mut self, item: &mut Value, before: &Pointer, now: &Pointer) {
        let Value::Object(item) = item else { return };
        let shared = self.sort(item, before, now);
        for method in METHODS {
            if let Some(Value::Object(operation)) = item.get_mut(*method) {
                self.operation(operation, &shared, &before.join(method), &now.join(method));
            }
        }
    }

    fn operation(&mut self, operation: &mut Entries, shared: &Sorted, before: &Pointer, now: &Pointer) {
        let stated = self.media_of(operation, before);
        let media = stated.clone().unwrap_or_else(|| self.media.clone());
        self.own_servers(operation, before, now);
        let mut own = self.sort(operation, before, now);
        if own.bodies.is_empty() && own.form.is_empty() {
            own.bodies.clone_from(&shared.bodies);
        }
        let name = |given: &Given| given.value.get("name").cloned();
        let inherited = shared.form.iter().filter(|given| own.form.iter().all(|own| name(own) != name(given)));
        let form: Vec<Given> = inherited.cloned().collect();
        if own.bodies.is_empty() {
            own.form.extend(form);
        }
        self.body(operation, own, &media, now);
        let Some(Value::Object(responses)) = operation.get_mut("responses") else { return };
        let (before, now) = (before.join("responses"), now.join("responses"));
        for (status, response) in responses.iter_mut().filter(|(status, _)| !status.starts_with("x-")) {
            let (before, now) = (before.join(status), now.join(status));
            self.response_of(response, &media, &before, &now);
        }
    }

    /// A response of an operation. A shared one is made of what the document produces; where the operation produces
    /// something else, it has the response for itself.
    fn response_of(&mut self, response: &mut Value, media: &Media, before: &Pointer, now: &Pointer) {
        if response.get("$ref").is_some() && media.produces != self.media.produces {
            let target = self.target(response).map(|(target, place)| (target.clone(), place));
            if let Some((target, place)) = target.filter(|(target, _)| target.get("schema").is_some()) {
                *response = target;
                self.moved.part(now.clone(), &place);
                return self.response(response, media, &place, now);
            }
        }
        self.response(response, media, before, now);
    }

    fn body(&mut self, operation: &mut Entries, sorted: Sorted, media: &Media, now: &Pointer) {
        let place = now.join("requestBody");
        let stated = operation.contains_key("requestBody");
        let mut bodies = sorted.bodies.into_iter();
        let body = bodies.next();
        let mut more: Vec<Given> = bodies.collect();
        let made = match body {
            Some(body) if stated => {
                more.push(body);
                None
            }
            Some(body) => {
                more.extend(sorted.form);
                match body.component.clone().filter(|_| media.consumes == self.media.consumes) {
                    Some(name) => {
                        let name = name.replace('~', "~0").replace('/', "~1");
                        self.moved.part(place, &body.before);
                        Some(serde_json::json!({"$ref": format!("#/components/requestBodies/{name}")}))
                    }
                    None => Some(self.request_body(body, media, &place)),
                }
            }
            None if sorted.form.is_empty() => None,
            None if stated => {
                more.extend(sorted.form);
                None
            }
            None => Some(self.form(sorted.form, media, &place)),
        };
        if let Some(made) = made {
            operation.insert("requestBody".to_owned(), made);
        }
        for second in more {
            let reason = "an operation has one body, or one form";
            self.say(Code::DialectShape, &second.before, reason.to_owned());
            special::quarantine(operation, reason);
        }
    }

    /// Takes the parameters of a path item or an operation; those that stay go back into it.
    fn sort(&mut self, owner: &mut Entries, before: &Pointer, now: &Pointer) -> Sorted {
        let mut sorted = Sorted::default();
        let Some(Value::Array(given)) = owner.get_mut("parameters") else { return sorted };
        let given = std::mem::take(given);
        let (before, now) = (before.join("parameters"), now.join("parameters"));
        for (index, value) in given.into_iter().enumerate() {
            let before = before.join(index);
            let place = now.join(sorted.kept.len());
            self.sort_one(value, before, &place, &mut sorted);
        }
        if sorted.kept.is_empty() {
            owner.shift_remove("parameters");
        } else {
            owner.insert("parameters".to_owned(), Value::Array(std::mem::take(&mut sorted.kept)));
        }
        sorted
    }

    fn sort_one(&mut self, value: Value, before: Pointer, now: &Pointer, sorted: &mut Sorted) {
        let target = self.target(&value).map(|(target, place)| (target.clone(), place));
        let (target, place) = match target {
            // A reference that leads to nothing is for resolve to report, at its place.
            None => (value.clone(), before.clone()),
            Some(found) => found,
        };
        let component = match place.tokens() {
            [section, name] if section == "parameters" => Some(name.clone()),
            _ => None,
        };
        let referred = value.get("$ref").is_some();
        match target.get("in").and_then(Value::as_str) {
            Some("body") => sorted.bodies.push(Given { value: target, before: place, component }),
            Some("formData") => sorted.form.push(Given { value: target, before: place, component: None }),
            // A shared parameter stays a reference; so does one that leads nowhere.
            _ if referred && (component.is_some() || target.get("$ref").is_some()) => {
                self.moved.part(now.clone(), &before);
                sorted.kept.push(value);
            }
            _ => {
                self.moved.part(now.clone(), &place);
                let parameter = self.parameter(target, &place, now);
                sorted.kept.push(parameter);
            }
        }
    }
}

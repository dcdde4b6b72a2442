//! Gives every object the form that OpenAPI states, so that it can be typed: what has another form is reported and
//! left out, as small a part as possible, and the operation or schema that lost it is marked.

use serde_json::{Map, Value};

use super::{
    carry,
    detect::Version,
    forms,
    moves::Moves,
    path::Path,
    schema,
    shape::{Field, Form, Kind, Loss, Missing},
    special, typed,
};
use crate::diagnostic::{Code, Diagnostics};

/// Why an object cannot be read; it was reported.
pub(super) type Broken = String;

/// One walk over the document.
#[derive(Debug)]
pub(super) struct Check<'d> {
    /// What the input is written in.
    pub(super) version: Version,
    pub(super) diagnostics: &'d mut Diagnostics,
    /// The second walk: the document was rewritten, and each object is typed alone.
    pub(super) alone: bool,
    /// Pointers of map entries that were left out.
    pub(super) lost: Vec<String>,
    /// The items of lists that are left out.
    pub(super) moves: Moves,
}

/// What becomes of an entry.
enum Fate {
    Keep,
    Drop,
    Break(Broken),
}

impl Check<'_> {
    /// Checks an object in place. When it cannot be read it may be left half checked.
    pub(super) fn object(&mut self, kind: Kind, value: &mut Value, path: &Path<'_>) -> Result<(), Broken> {
        if kind == Kind::Schema {
            self.schema(value, path);
            return Ok(());
        }
        let Value::Object(entries) = value else {
            return Err(self.shape(path, format!("{} must be a mapping, but is {}", kind.noun(), article(value))));
        };
        if kind.may_be_reference() && entries.contains_key("$ref") {
            return self.reference(entries, path);
        }
        let broken = self.entries(kind, entries, path);
        if self.alone && broken.is_none() {
            typed::alone(kind, value).map_err(|reason| self.shape(path, reason))?;
        }
        broken.map_or(Ok(()), Err)
    }

    /// A schema that cannot be read becomes an untyped one and breaks nothing.
    fn schema(&mut self, value: &mut Value, path: &Path<'_>) {
        let result = match value {
            Value::Object(entries) => {
                if !self.alone {
                    schema::split_reference(entries, path, self.diagnostics);
                }
                if entries.contains_key("$ref") {
                    self.reference(entries, path)
                } else {
                    let broken = self.entries(Kind::Schema, entries, path);
                    schema::carry(entries, path, self.diagnostics);
                    broken.map_or(Ok(()), Err)
                }
            }
            ref other => Err(self.shape(path, format!("a schema must be a mapping, but is {}", article(other)))),
        };
        let result = match result {
            Ok(()) if self.alone => typed::alone(Kind::Schema, value).map_err(|reason| self.shape(path, reason)),
            other => other,
        };
        if let Err(reason) = result {
            *value = Value::Object(Map::from_iter([(carry::UNTYPED.to_owned(), Value::String(reason))]));
        }
    }

    fn reference(&mut self, entries: &mut Map<String, Value>, path: &Path<'_>) -> Result<(), Broken> {
        match entries.get("$ref") {
            Some(Value::String(_)) => {
                schema::drop_siblings(entries, path, self.diagnostics);
                Ok(())
            }
            Some(other) => {
                let message = format!("a reference must be a text, but is {}", article(other));
                Err(self.shape(&path.key("$ref"), message))
            }
            None => Ok(()),
        }
    }

    /// Checks all entries of an object, then what they are together.
    fn entries(&mut self, kind: Kind, entries: &mut Map<String, Value>, path: &Path<'_>) -> Option<Broken> {
        let mut broken = None;
        entries.retain(|key, value| match self.entry(kind, key, value, &path.key(key)) {
            Fate::Keep => true,
            Fate::Drop => false,
            Fate::Break(reason) => {
                broken.get_or_insert(reason);
                false
            }
        });
        for field in kind.fields() {
            if field.missing != Missing::Fine && !entries.contains_key(field.name) {
                let reason = self.fill(kind, field, entries, path, broken.is_some());
                broken = broken.or(reason);
            }
        }
        let broken = broken.or_else(|| special::check(self, kind, entries, path).err());
        special::mark(kind, entries, broken)
    }

    fn entry(&mut self, kind: Kind, key: &str, value: &mut Value, path: &Path<'_>) -> Fate {
        if key.starts_with(carry::PREFIX) {
            // Ours: those of the input are gone.
            return Fate::Keep;
        }
        if let Some(field) = kind.field(key) {
            return self.field(kind, field, value, path);
        }
        if key.starts_with("x-") {
            // openapiv3 has no place for extensions in a callback.
            return if kind == Kind::Callback { Fate::Drop } else { Fate::Keep };
        }
        if let Some(kind) = kind.patterned(key) {
            self.read_null(value, path);
            return match self.object(kind, value, path) {
                Ok(()) => Fate::Keep,
                Err(_) if kind == Kind::PathItem => Fate::Drop,
                Err(reason) => Fate::Break(reason),
            };
        }
        if key == "$ref" {
            // What it leads to would be lost, so the object cannot be read.
            return Fate::Break(self.shape(path, format!("a reference cannot stand in the place of {}", kind.noun())));
        }
        match kind {
            Kind::Paths => {
                self.shape(path, format!("the path `{}` does not begin with `/`", key.escape_debug()));
            }
            Kind::Responses => {
                self.shape(path, format!("`{}` is neither a status code nor `default`", key.escape_debug()));
            }
            _ => {
                let message =
                    format!("`{}` is no keyword of {} in {}", key.escape_debug(), kind.noun(), self.version.name());
                self.diagnostics.report(Code::DialectKeyword, path.origin(), message);
            }
        }
        Fate::Drop
    }

    fn field(&mut self, kind: Kind, field: &Field, value: &mut Value, path: &Path<'_>) -> Fate {
        if value.is_null() && !matches!(field.form, Form::Any) {
            if matches!(field.form, Form::One(Kind::Schema)) {
                self.read_null(value, path);
            } else {
                self.diagnostics.report(Code::DialectFilled, path.origin(), format!("`{}` is null", field.name));
                return Fate::Drop;
            }
        }
        if kind == Kind::Schema && forms::is_newer_bound(field, value) {
            let message = format!("`{}` with a number is OpenAPI 3.1; in 3.0 it is a boolean", field.name);
            self.diagnostics.report(Code::DialectKeyword, path.origin(), message);
            return Fate::Drop;
        }
        match (forms::form(self, field.form, field.loss, value, path), field.loss) {
            (Ok(()), _) => Fate::Keep,
            (Err(_), Loss::Field) => Fate::Drop,
            (Err(reason), Loss::Owner) => Fate::Break(reason),
        }
    }

    /// An empty object where there is nothing but a key.
    pub(super) fn read_null(&mut self, value: &mut Value, path: &Path<'_>) {
        if value.is_null() {
            self.diagnostics.report(Code::DialectFilled, path.origin(), "there is nothing under this key");
            *value = Value::Object(Map::new());
        }
    }

    fn fill(
        &mut self,
        kind: Kind,
        field: &Field,
        entries: &mut Map<String, Value>,
        path: &Path<'_>,
        quiet: bool,
    ) -> Option<Broken> {
        let mut value = match field.missing {
            Missing::Fine => return None,
            Missing::Breaks if quiet => return None,
            Missing::Breaks => return Some(self.shape(path, format!("{} needs `{}`", kind.noun(), field.name))),
            Missing::EmptyText => Value::String(String::new()),
            Missing::EmptyObject => Value::Object(Map::new()),
        };
        if !quiet {
            let message = format!("{} has no `{}`", kind.noun(), field.name);
            self.diagnostics.report(Code::DialectFilled, path.origin(), message);
        }
        if let Form::One(inner) = field.form
            && inner != Kind::Paths
            && inner != Kind::Responses
        {
            let mut silent = Diagnostics::new();
            let mut check = Check {
                version: self.version,
                diagnostics: &mut silent,
                alone: self.alone,
                lost: Vec::new(),
                moves: Moves::default(),
            };
            // What is put in its place is itself in need of what it requires; saying so twice helps nobody.
            let _ = check.object(inner, &mut value, path);
        }
        entries.insert(field.name.to_owned(), value);
        None
    }

    /// Reports a wrong form; gives the reason back.
    pub(super) fn shape(&mut self, path: &Path<'_>, reason: String) -> Broken {
        self.diagnostics.report(Code::DialectShape, path.origin(), reason.clone());
        reason
    }
}

/// What a value is, in a sentence.
pub(super) const fn article(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "a mapping",
    }
}

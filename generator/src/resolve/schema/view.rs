//! A schema read into one flat form, whatever openapiv3 made of it.

use indexmap::IndexMap;
use openapiv3::{AdditionalProperties, AnySchema, Discriminator, ReferenceOr, Schema, SchemaData, SchemaKind, Type};
use serde_json::Value;

use crate::{
    dialect::carry,
    model::{Constraints, JsonType},
    pointer::{At, Origin},
    resolve::{Hint, SchemaRef, extensions, walk::SchemaAt},
};

use super::bounds;

/// A schema together with the words that name it should it become a type.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// The schema.
    pub schema: SchemaAt<'a>,
    /// Words from where it is written down.
    pub hint: Hint,
}

/// What `type` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Declared {
    /// Nothing.
    #[default]
    Nothing,
    /// A type of JSON.
    Json(JsonType),
    /// Something that is no type of OpenAPI 3.0, as JSON text.
    Unknown(String),
}

/// What `additionalProperties` says.
#[derive(Clone, Debug, Default)]
pub enum Rest<'a> {
    /// Nothing.
    #[default]
    Unsaid,
    /// `true` or an empty schema.
    Any,
    /// `false`.
    None,
    /// They have this schema.
    Schema(Part<'a>),
}

/// What is said of an array whose places have types of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    /// So many must be there; 0: nothing is said.
    pub least: usize,
    /// Whether the last schema is that of all further items.
    pub rest: bool,
}

/// What is said of one value of a list.
#[derive(Clone, Debug)]
pub struct ValueNote<'a> {
    /// The value.
    pub value: Value,
    /// The `title` beside it.
    pub title: Option<&'a str>,
    /// The `description` beside it.
    pub description: Option<&'a str>,
    /// Whether it is deprecated.
    pub deprecated: bool,
}

/// A `oneOf` or `anyOf`.
#[derive(Clone, Debug)]
pub struct Choice<'a> {
    /// Where the list stands.
    pub origin: Origin,
    /// The alternatives.
    pub options: Vec<Part<'a>>,
}

/// A schema after references and `allOf`: nothing in it needs to be followed any more, but the schemas of its members.
#[derive(Clone, Debug)]
pub struct View<'a> {
    /// Where the schema stands.
    pub origin: Origin,
    /// The words that name it.
    pub hint: Hint,
    /// `type`.
    pub declared: Declared,
    /// Why the schema could not be read, when it could not; it then says nothing else.
    pub unread: Option<&'a str>,
    /// `format`.
    pub format: Option<String>,
    /// Whether `null` is a value, by any of the ways to say it.
    pub nullable: bool,
    /// `properties`; several parts of one property come from `allOf` and hold at once.
    pub properties: IndexMap<&'a str, Vec<Part<'a>>>,
    /// `required`.
    pub required: Vec<&'a str>,
    /// `additionalProperties`.
    pub rest: Rest<'a>,
    /// The patterns of the keys that `rest` is for, when it comes from `patternProperties`.
    pub patterns: Vec<&'a str>,
    /// Properties that only conditional parts name (`then`, `else`, `dependentSchemas`): each has one of these schemas.
    pub conditional: IndexMap<&'a str, Vec<Part<'a>>>,
    /// Whether it is itself such a part.
    pub is_conditional: bool,
    /// `items`; several hold at once.
    pub items: Vec<Part<'a>>,
    /// Whether `items` lists the schemas of the places of a tuple.
    pub places: Option<Places>,
    /// Each `oneOf` and `anyOf`.
    pub choices: Vec<Choice<'a>>,
    /// `discriminator`.
    pub discriminator: Option<At<&'a Discriminator>>,
    /// `enum`, each value with its place.
    pub values: Option<Vec<At<Value>>>,
    /// What is said of single values, where each was an alternative of its own.
    pub notes: Vec<ValueNote<'a>>,
    /// Whether the list is a type even if it has one value.
    pub named_values: bool,
    /// `default`.
    pub default: Option<At<Value>>,
    /// Where `not` stands.
    pub not: Option<Origin>,
    /// Bounds, lengths, pattern.
    pub constraints: Constraints,
    /// `title`.
    pub title: Option<&'a str>,
    /// `description`.
    pub description: Option<&'a str>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
    /// Extensions, the schema's own first, then those of what it is made of.
    pub extensions: Vec<At<&'a IndexMap<String, Value>>>,
}

impl<'a> View<'a> {
    /// Says nothing.
    #[must_use]
    pub fn empty(origin: Origin, hint: Hint) -> Self {
        Self {
            origin,
            hint,
            declared: Declared::Nothing,
            unread: None,
            format: None,
            nullable: false,
            properties: IndexMap::new(),
            required: Vec::new(),
            rest: Rest::Unsaid,
            patterns: Vec::new(),
            conditional: IndexMap::new(),
            is_conditional: false,
            items: Vec::new(),
            places: None,
            choices: Vec::new(),
            discriminator: None,
            values: None,
            notes: Vec::new(),
            named_values: false,
            default: None,
            not: None,
            constraints: Constraints::default(),
            title: None,
            description: None,
            deprecated: false,
            read_only: false,
            write_only: false,
            extensions: Vec::new(),
        }
    }

    /// A `type` that is none of OpenAPI's or admits `null` alone, as JSON text.
    #[must_use]
    pub fn strange_type(&self) -> Option<&str> {
        match &self.declared {
            Declared::Unknown(text) => Some(text),
            Declared::Json(JsonType::Null) => Some("null"),
            Declared::Nothing | Declared::Json(_) => None,
        }
    }

    /// Reads one schema, `allOf` apart.
    #[must_use]
    pub fn read(at: &At<&'a Schema>, hint: &Hint) -> Self {
        let mut view = Self::empty(at.origin.clone(), hint.clone());
        view.read_data(&at.node.schema_data);
        match &at.node.schema_kind {
            SchemaKind::Type(ty) => view.read_type(ty),
            SchemaKind::OneOf { one_of } => view.read_choice("oneOf", one_of),
            SchemaKind::AnyOf { any_of } => view.read_choice("anyOf", any_of),
            SchemaKind::AllOf { .. } => {}
            SchemaKind::Not { .. } => view.not = Some(view.origin.join("not")),
            SchemaKind::Any(any) => view.read_any(any),
        }
        bounds::read_carried(&mut view.constraints, &at.node.schema_data.extensions);
        view
    }

    fn read_data(&mut self, data: &'a SchemaData) {
        self.nullable = extensions::nullable(data);
        self.discriminator = data.discriminator.as_ref().map(|d| At::new(d, self.origin.join("discriminator")));
        self.title = data.title.as_deref().filter(|t| !t.trim().is_empty());
        self.description = data.description.as_deref().filter(|d| !d.trim().is_empty());
        self.deprecated = data.deprecated;
        self.read_only = data.read_only;
        self.write_only = data.write_only;
        self.extensions.push(At::new(&data.extensions, self.origin.clone()));
        let inner = carry::Carried(&data.extensions);
        self.unread = inner.untyped();
        self.patterns = inner.patterns();
        self.is_conditional = inner.flag(carry::CONDITIONAL);
        self.places = inner.places().map(|(least, rest)| Places { least, rest });
        let carried = |key: &str| data.extensions.get(key);
        self.default = carried(carry::DEFAULT)
            .or(data.default.as_ref())
            .map(|value| At::new(value.clone(), self.origin.join("default")));
        if let Some(Value::Array(values)) = carried(carry::ENUM) {
            self.read_values(values.iter().cloned());
        }
        match carried(carry::TYPE) {
            None => {}
            Some(Value::String(name)) if name == "null" => {
                self.declared = Declared::Json(JsonType::Null);
                self.nullable = true;
            }
            Some(other) => self.declared = Declared::Unknown(other.to_string()),
        }
    }

    fn read_values(&mut self, values: impl Iterator<Item = Value>) {
        let at = self.origin.join("enum");
        let mut kept = Vec::new();
        for (index, value) in values.enumerate() {
            if value.is_null() {
                self.nullable = true;
            } else {
                kept.push(At::new(value, at.join(index)));
            }
        }
        if kept.is_empty() && self.nullable {
            self.declared = Declared::Json(JsonType::Null);
        } else {
            self.values = Some(kept);
        }
    }

    fn read_type(&mut self, ty: &'a Type) {
        match ty {
            Type::String(string) => {
                self.declare(JsonType::String);
                self.format = bounds::format_text(&string.format);
                bounds::read_string(&mut self.constraints, string);
                self.read_typed_values(&string.enumeration);
            }
            Type::Number(number) => {
                self.declare(JsonType::Number);
                self.format = bounds::format_text(&number.format);
                bounds::read_number(&mut self.constraints, number);
                self.read_typed_values(&number.enumeration);
            }
            Type::Integer(integer) => {
                self.declare(JsonType::Integer);
                self.format = bounds::format_text(&integer.format);
                bounds::read_integer(&mut self.constraints, integer);
                self.read_typed_values(&integer.enumeration);
            }
            Type::Boolean(boolean) => {
                self.declare(JsonType::Boolean);
                self.read_typed_values(&boolean.enumeration);
            }
            Type::Array(array) => {
                self.declare(JsonType::Array);
                self.read_items(array.items.as_ref());
                self.constraints.min_items = array.min_items.map(|n| n as u64);
                self.constraints.max_items = array.max_items.map(|n| n as u64);
                self.constraints.unique_items = array.unique_items;
            }
            Type::Object(object) => {
                self.declare(JsonType::Object);
                self.read_properties(&object.properties, &object.required);
                self.read_rest(object.additional_properties.as_ref());
                self.constraints.min_items = object.min_properties.map(|n| n as u64);
                self.constraints.max_items = object.max_properties.map(|n| n as u64);
            }
        }
    }

    fn declare(&mut self, ty: JsonType) {
        if self.declared == Declared::Nothing {
            self.declared = Declared::Json(ty);
        }
    }

    fn read_typed_values<T: Clone + Into<Value>>(&mut self, values: &[Option<T>]) {
        if !values.is_empty() && self.values.is_none() {
            self.read_values(values.iter().map(|v| v.clone().map_or(Value::Null, Into::into)));
        }
    }

    fn read_any(&mut self, any: &'a AnySchema) {
        match any.typ.as_deref() {
            None => {}
            Some("null") => {
                self.declared = Declared::Json(JsonType::Null);
                self.nullable = true;
            }
            Some(text) => match json_type(text) {
                Some(ty) => self.declare(ty),
                None => self.declared = Declared::Unknown(format!("\"{text}\"")),
            },
        }
        self.format.clone_from(&any.format);
        if !any.enumeration.is_empty() && self.values.is_none() {
            self.read_values(any.enumeration.iter().cloned());
        }
        self.read_properties(&any.properties, &any.required);
        self.read_rest(any.additional_properties.as_ref());
        self.read_items(any.items.as_ref());
        self.read_choice("oneOf", &any.one_of);
        self.read_choice("anyOf", &any.any_of);
        self.not = any.not.as_ref().map(|_| self.origin.join("not"));
        bounds::read_any(&mut self.constraints, any);
    }

    fn read_properties(&mut self, properties: &'a IndexMap<String, ReferenceOr<Box<Schema>>>, required: &'a [String]) {
        let at = self.origin.join("properties");
        for (key, schema) in properties {
            let schema = At::new(SchemaRef::from(schema), at.join(key));
            let hint = self.hint.join(key);
            self.properties.insert(key, vec![Part { schema, hint }]);
        }
        self.required.extend(required.iter().map(String::as_str));
    }

    fn read_rest(&mut self, additional: Option<&'a AdditionalProperties>) {
        self.rest = match additional {
            None => Rest::Unsaid,
            Some(AdditionalProperties::Any(true)) => Rest::Any,
            Some(AdditionalProperties::Any(false)) => Rest::None,
            Some(AdditionalProperties::Schema(schema)) => {
                let schema = At::new(SchemaRef::from(&**schema), self.origin.join("additionalProperties"));
                Rest::Schema(Part { schema, hint: self.hint.join("Value") })
            }
        };
    }

    fn read_items(&mut self, items: Option<&'a ReferenceOr<Box<Schema>>>) {
        self.items.extend(items.map(|schema| Part {
            schema: At::new(SchemaRef::from(schema), self.origin.join("items")),
            hint: self.hint.join("Item"),
        }));
    }

    fn read_choice(&mut self, keyword: &str, options: &'a [ReferenceOr<Schema>]) {
        if options.is_empty() {
            return;
        }
        let origin = self.origin.join(keyword);
        let option = |(index, schema): (usize, &'a ReferenceOr<Schema>)| Part {
            schema: At::new(SchemaRef::from(schema), origin.join(index)),
            hint: self.hint.clone(),
        };
        let options = options.iter().enumerate().map(option).collect();
        self.choices.push(Choice { origin: origin.clone(), options });
    }

    /// Whether it admits exactly what any schema admits, docs and extensions apart.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.declared == Declared::Nothing && self.unread.is_none() && !self.nullable && self.adds_nothing()
    }

    /// Whether it adds nothing to the type beside perhaps `null`: what may stand around a one-element `allOf`.
    #[must_use]
    pub fn adds_nothing(&self) -> bool {
        self.format.is_none()
            && self.properties.is_empty()
            && self.required.is_empty()
            && matches!(self.rest, Rest::Unsaid | Rest::Any)
            && self.items.is_empty()
            && self.choices.is_empty()
            && self.conditional.is_empty()
            && self.values.is_none()
            && self.not.is_none()
    }

    /// The JSON type, stated or evident from the keywords.
    #[must_use]
    pub fn json_type(&self) -> Option<JsonType> {
        match &self.declared {
            Declared::Json(ty) => Some(*ty),
            Declared::Unknown(_) => None,
            Declared::Nothing if !self.properties.is_empty() || !matches!(self.rest, Rest::Unsaid) => {
                Some(JsonType::Object)
            }
            Declared::Nothing if !self.required.is_empty() || !self.conditional.is_empty() => Some(JsonType::Object),
            Declared::Nothing if !self.items.is_empty() => Some(JsonType::Array),
            Declared::Nothing => None,
        }
    }
}

/// The texts of `type` in OpenAPI 3.0.
fn json_type(text: &str) -> Option<JsonType> {
    Some(match text {
        "boolean" => JsonType::Boolean,
        "integer" => JsonType::Integer,
        "number" => JsonType::Number,
        "string" => JsonType::String,
        "array" => JsonType::Array,
        "object" => JsonType::Object,
        _ => return None,
    })
}

/// The `allOf` of a schema.
#[must_use]
pub fn all_of(schema: &Schema) -> &[ReferenceOr<Schema>] {
    match &schema.schema_kind {
        SchemaKind::AllOf { all_of } => all_of,
        SchemaKind::Any(any) => &any.all_of,
        _ => &[],
    }
}

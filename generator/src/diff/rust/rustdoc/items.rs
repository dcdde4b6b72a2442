//! items: what modules hold, each with its parts.

use super::{
    face::{Argument, Entry, Facts, Maker, PRIVATE},
    json::{
        Attribute, Enum, Function, Generics, Id, Inner, Item, Struct, StructKind, Trait, Type, Variant, VariantKind,
        Visibility,
    },
    text::{Manner, Text, expression},
};
use crate::diff::finding::ItemKind;

/// The text of an item twice: for readers and exact.
pub struct Both {
    pub shown: String,
    pub exact: String,
}

impl Both {
    pub fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { shown: text.clone(), exact: text }
    }
}

/// The item at its path.
pub fn item(maker: &mut Maker<'_>, path: &str, id: Id) {
    let Some(item) = maker.get(id) else { return };
    let name = last(path);
    let facts = facts(item);
    match &item.inner {
        Inner::Module(_) => add(maker, path, ItemKind::Module, Both::same(format!("pub mod {name}")), facts, id),
        Inner::Struct(object) => structure(maker, path, id, item, object),
        Inner::Union(union) => {
            let text = both(maker, None, |text| of_generics(text, "union", name, &union.generics, ""));
            add(maker, path, ItemKind::Struct, text, facts, id);
            fields(maker, path, &union.fields);
        }
        Inner::Enum(list) => enumeration(maker, path, id, item, list),
        // One that is given on by itself; those of an enum stand below it.
        Inner::Variant(_) => add(maker, path, ItemKind::Variant, Both::same(name), facts, id),
        Inner::Trait(object) => interface(maker, path, id, item, object),
        Inner::TypeAlias(alias) => {
            let text = both(maker, None, |text| {
                format!("pub type {name}{} = {}", text.generics(&alias.generics), text.ty(&alias.ty))
            });
            add(maker, path, ItemKind::Alias, text, facts, id);
        }
        Inner::Function(function) => {
            let text = callable(maker, None, name, function);
            let facts = Facts { arguments: arguments(maker, None, function), ..facts };
            add(maker, path, ItemKind::Function, text, facts, id);
        }
        Inner::Constant(constant) => {
            let (value, of) = (expression(&constant.value), both(maker, None, |text| text.ty(&constant.ty)));
            let shown = format!("pub const {name}: {} = {value}", of.shown);
            add(maker, path, ItemKind::Constant, Both { shown, exact: format!("const {}", of.exact) }, facts, id);
        }
        Inner::Static(of) => {
            let word = if of.is_mutable { "static mut" } else { "static" };
            let text = both(maker, None, |text| format!("pub {word} {name}: {}", text.ty(&of.ty)));
            add(maker, path, ItemKind::Constant, text, facts, id);
        }
        Inner::Macro(text) => {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            add(maker, path, ItemKind::Macro, Both::same(text), facts, id);
        }
        Inner::ProcMacro(_) => add(maker, path, ItemKind::Macro, Both::same(format!("macro {name}")), facts, id),
        Inner::TraitAlias(_) => add(maker, path, ItemKind::Trait, Both::same(format!("pub trait {name}")), facts, id),
        Inner::ExternType => add(maker, path, ItemKind::Alias, Both::same(format!("pub type {name}")), facts, id),
        _ => {}
    }
}

/// The last segment of a path.
pub fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

/// What is said of any item.
pub fn facts(item: &Item) -> Facts {
    let must_use = item.attrs.iter().any(|attribute| matches!(attribute, Attribute::MustUse(_)));
    Facts { deprecated: item.deprecation.is_some(), must_use, ..Facts::default() }
}

fn add(maker: &mut Maker<'_>, path: &str, kind: ItemKind, text: Both, facts: Facts, id: Id) {
    maker.add(path, kind, Entry { signature: text.shown, exact: text.exact, facts, id, holder: None });
}

/// A text in both manners.
pub fn both(maker: &Maker<'_>, subject: Option<&str>, write: impl Fn(&dyn Writes) -> String) -> Both {
    Both { shown: write(&maker.readable()), exact: write(&maker.exact(subject)) }
}

/// What a text is written with, whatever its manner.
pub trait Writes {
    fn ty(&self, ty: &Type) -> String;
    fn generics(&self, generics: &Generics) -> String;
    fn wheres(&self, generics: &Generics) -> String;
    fn bounds(&self, bounds: &[super::json::Bound]) -> String;
    fn path(&self, path: &super::json::Path) -> String;
}

impl<M: Manner> Writes for Text<M> {
    fn ty(&self, ty: &Type) -> String {
        self.ty(ty)
    }

    fn generics(&self, generics: &Generics) -> String {
        self.generics(generics)
    }

    fn wheres(&self, generics: &Generics) -> String {
        self.wheres(generics)
    }

    fn bounds(&self, bounds: &[super::json::Bound]) -> String {
        self.bounds(bounds)
    }

    fn path(&self, path: &super::json::Path) -> String {
        self.path(path)
    }
}

/// A function with the names of its arguments for readers, without them for code.
pub fn callable(maker: &Maker<'_>, subject: Option<&str>, name: &str, function: &Function) -> Both {
    Both {
        shown: format!("pub {}", maker.readable().function(name, function, true)),
        exact: maker.exact(subject).function(name, function, false),
    }
}

/// What is given to a function, without the value that a method is called on.
pub fn arguments(maker: &Maker<'_>, subject: Option<&str>, function: &Function) -> Vec<Argument> {
    let given = function.sig.inputs.iter().filter(|(name, _)| name != "self");
    let argument = |(name, ty): &(String, Type)| {
        let of = both(maker, subject, |text| text.ty(ty));
        Argument { name: name.clone(), shown: of.shown, exact: of.exact }
    };
    given.map(argument).collect()
}

fn of_generics(text: &dyn Writes, word: &str, name: &str, generics: &Generics, rest: &str) -> String {
    format!("pub {word} {name}{}{rest}{}", text.generics(generics), text.wheres(generics))
}

fn is_open(item: &Item) -> bool {
    item.attrs.iter().any(|attribute| matches!(attribute, Attribute::NonExhaustive))
}

/// The attributes that users see: with and without the one that closed says already.
fn attributes(item: &Item) -> (String, String) {
    let mut repr = String::new();
    for attribute in &item.attrs {
        if let Attribute::Repr(of) = attribute {
            let kind = Some(of.kind.clone()).filter(|kind| kind != "rust");
            let align = of.align.map(|bytes| format!("align({bytes})"));
            let packed = of.packed.map(|bytes| format!("packed({bytes})"));
            let parts: Vec<String> = [kind, of.int.clone(), align, packed].into_iter().flatten().collect();
            repr = format!("#[repr({})] ", parts.join(", "));
        }
    }
    let open = if is_open(item) { "#[non_exhaustive] " } else { "" };
    (format!("{open}{repr}"), repr)
}

fn with_attributes(item: &Item, text: Both) -> Both {
    let (shown, exact) = attributes(item);
    Both { shown: shown + &text.shown, exact: exact + &text.exact }
}

fn structure(maker: &mut Maker<'_>, path: &str, id: Id, item: &Item, object: &Struct) {
    let (closed, named) = match &object.kind {
        StructKind::Unit => (true, &[] as &[Id]),
        StructKind::Tuple(fields) => (fields.iter().all(Option::is_some), &[] as &[Id]),
        StructKind::Plain { fields, has_stripped_fields } => (!has_stripped_fields, fields.as_slice()),
    };
    let text = both(maker, None, |text| {
        let rest = match &object.kind {
            StructKind::Unit => ";".to_owned(),
            StructKind::Tuple(fields) => places(maker, text, fields),
            StructKind::Plain { .. } => String::new(),
        };
        of_generics(text, "struct", last(path), &object.generics, &rest)
    });
    let mut text = with_attributes(item, text);
    // What can only be named is the same whether its hidden parts have names or places.
    if closed && matches!(object.kind, StructKind::Plain { .. }) {
        text.exact.push_str(" {}");
    }
    let facts = Facts { closed: closed && !is_open(item), ..facts(item) };
    add(maker, path, ItemKind::Struct, text, facts, id);
    fields(maker, path, named);
}

/// `(String, _)`; nothing when all places are hidden.
fn places(maker: &Maker<'_>, text: &dyn Writes, fields: &[Option<Id>]) -> String {
    let shown: Vec<String> = fields
        .iter()
        .map(|field| match field.and_then(|id| maker.get(id)).map(|field| &field.inner) {
            Some(Inner::StructField(ty)) => text.ty(ty),
            _ => "_".to_owned(),
        })
        .collect();
    if !shown.is_empty() && shown.iter().all(|place| place == "_") {
        String::new()
    } else {
        format!("({})", shown.join(", "))
    }
}

fn fields(maker: &mut Maker<'_>, path: &str, ids: &[Id]) {
    for id in ids {
        let Some(field) = maker.get(*id) else { continue };
        let (Inner::StructField(ty), Some(name)) = (&field.inner, &field.name) else { continue };
        // Those of a variant have its visibility.
        if !matches!(field.visibility, Visibility::Public | Visibility::Default) {
            continue;
        }
        let of = both(maker, None, |text| text.ty(ty));
        let text = Both { shown: format!("pub {name}: {}", of.shown), exact: of.exact };
        let facts = Facts { parent: Some(path.to_owned()), ..facts(field) };
        add(maker, &format!("{path}::{name}"), ItemKind::Field, text, facts, *id);
    }
}

fn enumeration(maker: &mut Maker<'_>, path: &str, id: Id, item: &Item, list: &Enum) {
    let text = both(maker, None, |text| of_generics(text, "enum", last(path), &list.generics, ""));
    let closed = !is_open(item) && !list.has_stripped_variants;
    add(maker, path, ItemKind::Enum, with_attributes(item, text), Facts { closed, ..facts(item) }, id);
    for id in &list.variants {
        let Some(item) = maker.get(*id) else { continue };
        if let (Inner::Variant(variant), Some(name)) = (&item.inner, &item.name) {
            one_variant(maker, path, name, *id, item, variant);
        }
    }
}

fn one_variant(maker: &mut Maker<'_>, parent: &str, name: &str, id: Id, item: &Item, variant: &Variant) {
    let value = variant.discriminant.as_ref().map(|value| format!(" = {}", value.value)).unwrap_or_default();
    let mut closed = !is_open(item);
    let text = both(maker, None, |text| match &variant.kind {
        VariantKind::Plain => format!("{name}{value}"),
        VariantKind::Tuple(fields) => format!("{name}{}{value}", places(maker, text, fields)),
        VariantKind::Struct { .. } => format!("{name} {{}}{value}"),
    });
    let path = format!("{parent}::{name}");
    let mut named = &[] as &[Id];
    if let VariantKind::Struct { fields, has_stripped_fields } = &variant.kind {
        closed &= !has_stripped_fields;
        named = fields;
    }
    let facts = Facts { closed, parent: Some(parent.to_owned()), ..facts(item) };
    add(maker, &path, ItemKind::Variant, with_attributes(item, text), facts, id);
    fields(maker, &path, named);
}

fn interface(maker: &mut Maker<'_>, path: &str, id: Id, item: &Item, object: &Trait) {
    let text = both(maker, None, |text| {
        let bounds = text.bounds(&object.bounds);
        let bounds = if bounds.is_empty() { bounds } else { format!(": {bounds}") };
        let word = if object.is_unsafe { "unsafe trait" } else { "trait" };
        of_generics(text, word, last(path), &object.generics, &bounds)
    });
    // Nobody else can implement what asks for a private trait.
    let closed = !text.exact.contains(PRIVATE);
    let exact = if object.is_dyn_compatible { text.exact } else { text.exact + " (no dyn)" };
    add(maker, path, ItemKind::Trait, Both { exact, ..text }, Facts { closed, ..facts(item) }, id);
    for id in &object.items {
        let Some(part) = maker.get(*id) else { continue };
        let Some(name) = &part.name else { continue };
        let mut given = Vec::new();
        let (kind, text, provided) = match &part.inner {
            Inner::Function(function) => {
                let text = callable(maker, None, name, function);
                given = arguments(maker, None, function);
                (ItemKind::Method, Both { shown: text.shown.replacen("pub ", "", 1), ..text }, function.has_body)
            }
            Inner::AssocConst(of) => {
                let text = both(maker, None, |text| format!("const {name}: {}", text.ty(&of.ty)));
                (ItemKind::Constant, text, of.value.is_some())
            }
            Inner::AssocType(of) => {
                let text = both(maker, None, |text| {
                    let bounds = text.bounds(&of.bounds);
                    let bounds = if bounds.is_empty() { bounds } else { format!(": {bounds}") };
                    format!("type {name}{}{bounds}{}", text.generics(&of.generics), text.wheres(&of.generics))
                });
                (ItemKind::Alias, text, of.ty.is_some())
            }
            _ => continue,
        };
        let facts = Facts { parent: Some(path.to_owned()), provided, arguments: given, ..facts(part) };
        add(maker, &format!("{path}::{name}"), kind, text, facts, *id);
    }
}

//! The rules for changes of the crate that nothing on the wire explains: names, documentation, what a type can do.

use super::{
    finding::{ItemKind, Level, Wire},
    rust::Change,
    wire::Rule,
};

/// What a rule is chosen by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Type,
    Field,
    Variant,
    Method,
    Impl,
    Resource,
    Export,
    Feature,
}

/// How an item changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Added,
    Removed,
    Renamed,
    Changed,
}

const fn rule(id: &'static str, help: &'static str) -> Rule {
    Rule { id, level: Level::Info, wire: Wire::None, rollout: false, help }
}

macro_rules! rules {
    ($($what:ident $how:ident $id:literal $help:literal;)*) => {
        const TABLE: &[(What, How, Rule)] = &[$((What::$what, How::$how, rule($id, $help)),)*];
    };
}

rules! {
    Type Added "sdk-type-added" "Code that used the crate goes on as before.";
    Type Removed "sdk-type-removed" "Code that names the type no longer compiles.";
    Type Renamed "sdk-type-renamed"
        "Only code that names it must change. `x-sdk-name` on the schema keeps the old name.";
    Type Changed "sdk-type-changed" "Code that makes or takes apart such a value may have to change.";
    Field Added "sdk-field-added" "Code goes on as before, unless it names all fields to make a value.";
    Field Removed "sdk-field-removed" "Code that reads or sets the field no longer compiles.";
    Field Renamed "sdk-field-renamed" "`x-sdk-name` on the property keeps the old name.";
    Field Changed "sdk-field-changed" "Code that reads or sets the field may have to change.";
    Variant Added "sdk-variant-added" "The enum is non_exhaustive: code goes on as before.";
    Variant Removed "sdk-variant-removed" "Code that names the variant no longer compiles.";
    Variant Renamed "sdk-variant-renamed" "`x-sdk-enum` on the schema keeps the old names.";
    Variant Changed "sdk-variant-changed" "Code that makes or matches the variant may have to change.";
    Method Added "sdk-method-added" "Code that used the crate goes on as before.";
    Method Removed "sdk-method-removed" "Code that calls it no longer compiles.";
    Method Renamed "sdk-method-renamed"
        "Nothing else changes. `x-sdk-method` on the operation, `x-sdk-name` elsewhere, keeps the old name.";
    Method Changed "sdk-method-changed" "Calls may have to change.";
    Impl Added "sdk-impl-gained" "Code that used the crate goes on as before.";
    Impl Removed "sdk-impl-lost" "Code that relies on the trait no longer compiles.";
    Impl Renamed "sdk-impl-changed" "Code that relies on the trait may have to change.";
    Impl Changed "sdk-impl-changed" "Code that relies on the trait may have to change.";
    Resource Added "sdk-resource-added" "Code that used the crate goes on as before.";
    Resource Removed "sdk-resource-removed" "Code that names it no longer compiles.";
    Resource Renamed "sdk-resource-renamed" "Its methods are reached by another name.";
    Resource Changed "sdk-resource-changed" "Its methods may be reached in another way.";
    Export Added "sdk-export-added" "Code that used the crate goes on as before.";
    Export Removed "sdk-export-removed" "Code that names it from this crate no longer compiles.";
    Export Renamed "sdk-export-changed" "Code that names it from this crate may have to change.";
    Export Changed "sdk-export-changed" "Code that names it from this crate may have to change.";
    Feature Added "sdk-feature-added" "Manifests that used the crate go on as before.";
    Feature Removed "sdk-feature-removed" "Manifests that turn the feature on no longer resolve.";
    Feature Renamed "sdk-feature-changed" "Manifests may have to change.";
    Feature Changed "sdk-feature-changed" "Manifests may have to change.";
}

/// Nothing but documentation.
pub static DOCS: Rule = rule("sdk-docs-changed", "Nothing to do: only the documentation of the crate changes.");

/// Code compiles and means something else.
static BEHAVIOUR: Rule = rule("sdk-behaviour-changed", "Code compiles as before; look at what it relies on.");

/// The same signatures and nothing that code could notice without a server.
static REQUEST: Rule = rule("sdk-request-changed", "Code compiles as before; what is sent or expected is another.");

/// The rule for a change that has no finding of its own on the wire.
#[must_use]
pub fn of(change: &Change) -> &'static Rule {
    if change.docs_only {
        return &DOCS;
    }
    let how = match (&change.item.old, &change.item.new) {
        (None, _) => How::Added,
        (_, None) => How::Removed,
        _ if change.new_path.is_some() => How::Renamed,
        _ => How::Changed,
    };
    // Nothing that the compiler sees.
    if how == How::Changed && change.item.level <= super::finding::Bump::Patch {
        return if change.behaviour.is_some() { &BEHAVIOUR } else { &REQUEST };
    }
    let what = what(change);
    TABLE.iter().find(|row| row.0 == what && row.1 == how).map_or(&BEHAVIOUR, |row| &row.2)
}

/// The rules that are not in the table of the wire.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    TABLE.iter().map(|row| &row.2).chain([&DOCS, &BEHAVIOUR, &REQUEST])
}

fn what(change: &Change) -> What {
    match change.item.kind {
        ItemKind::Module => What::Resource,
        ItemKind::Struct if is_resource(&change.item.path) => What::Resource,
        ItemKind::Struct | ItemKind::Enum | ItemKind::Alias | ItemKind::Trait => What::Type,
        ItemKind::Field => What::Field,
        ItemKind::Variant => What::Variant,
        ItemKind::Method | ItemKind::Function | ItemKind::Macro => What::Method,
        ItemKind::Impl => What::Impl,
        ItemKind::Import | ItemKind::Constant => What::Export,
        ItemKind::Feature => What::Feature,
    }
}

fn is_resource(path: &str) -> bool {
    path.starts_with("resources::") && !path.contains("::op::")
}

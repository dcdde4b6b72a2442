//! Looking up local references: iterative, with circles and dead ends diagnosed.

use std::collections::BTreeSet;

use openapiv3::{Components, Header, Parameter, ReferenceOr, RequestBody, Response};

use super::{
    Context, Hint, SchemaRef,
    walk::{self, SchemaAt},
};
use crate::{
    diagnostic::Code,
    pointer::{At, Origin, Pointer},
};

/// A kind of component that a reference can lead to.
pub trait Component: Sized {
    /// The section of `components`.
    const SECTION: &'static str;

    /// The component with this name.
    fn find<'a>(components: &'a Components, name: &str) -> Option<&'a ReferenceOr<Self>>;
}

macro_rules! components {
    ($($kind:ty = $section:literal, $field:ident;)*) => { $(
        impl Component for $kind {
            const SECTION: &'static str = $section;

            fn find<'a>(components: &'a Components, name: &str) -> Option<&'a ReferenceOr<Self>> {
                components.$field.get(name)
            }
        }
    )* };
}

components! {
    Parameter = "parameters", parameters;
    RequestBody = "requestBodies", request_bodies;
    Response = "responses", responses;
    Header = "headers", headers;
    openapiv3::Schema = "schemas", schemas;
    openapiv3::Example = "examples", examples;
    openapiv3::SecurityScheme = "securitySchemes", security_schemes;
}

/// The place of a component.
#[must_use]
pub fn component_origin(section: &str, name: &str) -> Origin {
    Origin::root(["components", section, name].into_iter().map(str::to_owned).collect())
}

/// Where a local reference leads, when its text can be read.
#[must_use]
pub fn target(reference: &str) -> Option<Pointer> {
    Pointer::of_reference(reference)
}

/// The component's name that a reference into this section means.
#[must_use]
pub fn component_name(reference: &str, section: &str) -> Option<String> {
    if let Some(plain) = plain_name(reference, section) {
        return plain.map(str::to_owned);
    }
    match target(reference)?.tokens() {
        [components, found, name] if components == "components" && found == section => Some(name.clone()),
        _ => None,
    }
}

/// The same where the text needs no decoding, which almost all do not; none: it has to be read as a pointer.
fn plain_name<'r>(reference: &'r str, section: &str) -> Option<Option<&'r str>> {
    let path = reference.strip_prefix("#/components/").filter(|path| !path.contains(['%', '~']))?;
    let name = path.strip_prefix(section).and_then(|rest| rest.strip_prefix('/'));
    Some(name.filter(|name| !name.contains('/')))
}

impl<'a> Context<'a> {
    /// The node itself, or what its references lead to; `None` when they lead nowhere, which is diagnosed.
    pub fn look_up<T: Component>(&mut self, node: At<&'a ReferenceOr<T>>) -> Option<At<&'a T>> {
        let mut seen = BTreeSet::new();
        let mut at = node;
        loop {
            let reference = match at.node {
                ReferenceOr::Item(item) => return Some(At::new(item, at.origin)),
                ReferenceOr::Reference { reference } => reference,
            };
            let name = self.component(reference, T::SECTION, &at.origin)?;
            if !seen.insert(name.clone()) {
                self.report_cycle(&at.origin, reference);
                return None;
            }
            let found = self.document.components.as_ref().and_then(|c| T::find(c, &name));
            let Some(found) = found else {
                self.report_dangling(&at.origin, reference);
                return None;
            };
            at = At::new(found, component_origin(T::SECTION, &name));
        }
    }

    /// As [`Context::look_up`], for a schema wherever it stands.
    pub fn look_up_schema(&mut self, schema: &SchemaAt<'a>) -> Option<At<&'a openapiv3::Schema>> {
        match schema.node {
            SchemaRef::Item(item) => Some(At::new(item, schema.origin.clone())),
            SchemaRef::Reference(reference) => {
                let name = self.component(reference, "schemas", &schema.origin)?;
                let found = self.document.components.as_ref().and_then(|c| c.schemas.get(&name));
                let Some(found) = found else {
                    self.report_dangling(&schema.origin, reference);
                    return None;
                };
                self.look_up(At::new(found, component_origin("schemas", &name)))
            }
        }
    }

    /// The schema inside a component that a reference names by its full path (`…/Pet/properties/id`), with the words
    /// that name it there. Legal, rare, and found in real specs.
    pub(super) fn inner_schema(&mut self, reference: &str) -> Option<(SchemaAt<'a>, Hint)> {
        if plain_name(reference, "schemas").flatten().is_some() {
            return None;
        }
        let pointer = target(reference)?;
        let [components, schemas, name, path @ ..] = pointer.tokens() else { return None };
        if components != "components" || schemas != "schemas" || path.is_empty() {
            return None;
        }
        let node = self.document.components.as_ref()?.schemas.get(name)?;
        let mut at = At::new(SchemaRef::from(node), component_origin("schemas", name));
        let mut hint = self.component_hint(name);
        let mut tokens = path.iter();
        while let Some(token) = tokens.next() {
            let SchemaRef::Item(item) = at.node else { return None };
            let (node, origin, word) = walk::step(item, &at.origin, token, &mut tokens)?;
            at = At::new(node, origin);
            hint = word.map_or(hint.clone(), |word| hint.join(word));
        }
        Some((at, hint))
    }

    /// The name behind a reference into a section, or a diagnostic.
    pub(super) fn component(&mut self, reference: &str, section: &str, origin: &Origin) -> Option<String> {
        if !reference.starts_with('#') {
            // Source has said so, unless it does not know such a place.
            if !self.unresolved.contains(reference) {
                let message = format!("`{reference}` leads into another file");
                self.diagnostics.report(Code::ReferenceExternal, origin.clone(), message);
            }
            return None;
        }
        let name = component_name(reference, section);
        if name.is_none() {
            let message = format!("`{reference}` does not lead to `#/components/{section}/…`");
            self.diagnostics.report(Code::ReferenceDangling, origin.clone(), message);
        }
        name
    }

    pub(super) fn report_dangling(&mut self, origin: &Origin, reference: &str) {
        let message = format!("`{reference}` leads to nothing");
        self.diagnostics.report(Code::ReferenceDangling, origin.clone(), message);
    }

    pub(super) fn report_cycle(&mut self, origin: &Origin, reference: &str) {
        let message = format!("`{reference}` leads back to where it began");
        self.diagnostics.report(Code::ReferenceCycle, origin.clone(), message);
    }
}

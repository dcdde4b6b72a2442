//! What `generator.toml` says of a schema's type: one's own in its place, or more to derive.

use indexmap::IndexMap;
use serde_json::Value;

use super::{Context, schema::View};
use crate::{
    diagnostic::Code,
    dialect::carry,
    model::{RustPath, TypeRef, capabilities},
    pointer::{At, Origin},
};

impl<'a> Context<'a> {
    /// The type that stands in this schema's place.
    pub(super) fn replaced(&mut self, view: &View<'a>) -> Option<TypeRef> {
        let (text, origin) = own_extensions(view).find_map(|at| Some((at.node.get(carry::REPLACE)?, &at.origin)))?;
        let path = self.own_path(text, origin, RustPath::of_type)?;
        Some(TypeRef::External(path))
    }

    /// The traits to derive for this schema's type.
    pub(super) fn derived(&mut self, view: &View<'a>) -> Vec<RustPath> {
        let mut derives: Vec<RustPath> = Vec::new();
        for at in own_extensions(view) {
            for text in at.node.get(carry::DERIVE).and_then(Value::as_array).into_iter().flatten() {
                let path = self.own_path(text, &at.origin, RustPath::of_derive);
                derives.extend(path.filter(|path| !derives.contains(path)));
            }
        }
        derives
    }

    /// A wrong path is an error: it is no mistake of the description.
    fn own_path(
        &mut self,
        value: &Value,
        origin: &Origin,
        check: fn(&str) -> Result<RustPath, String>,
    ) -> Option<RustPath> {
        let path = match check(value.as_str().unwrap_or_default()) {
            Ok(path) => path,
            Err(message) => {
                self.diagnostics.report(Code::ConfigValue, origin.clone(), message);
                return None;
            }
        };
        let known = |name: &str| {
            let own = self.config.dependencies.iter().any(|dependency| dependency.module() == name);
            own || capabilities::is_ours(name) || self.config.mount.is_some()
        };
        if let Some(name) = path.foreign().filter(|name| !known(name)) {
            let message =
                format!("`{}` is of the crate `{name}`, which [sdk.dependencies] does not name", path.as_str());
            self.diagnostics.report(Code::ConfigValue, origin.clone(), message);
        }
        Some(path)
    }
}

/// What stands at the schema itself, not at one that it is made of.
fn own_extensions<'v, 'a>(view: &'v View<'a>) -> impl Iterator<Item = &'v At<&'a IndexMap<String, Value>>> {
    view.extensions.iter().filter(|at| at.origin == view.origin)
}

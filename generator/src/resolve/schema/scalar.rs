//! Scalars: the row of the format table that a type and a format select.

use super::View;
use crate::{
    model::{JsonType, Scalar, TypeRef},
    resolve::{Context, extensions::Reader},
};

impl<'a> Context<'a> {
    /// The scalar of a schema with this JSON type.
    pub(super) fn scalar_type(&mut self, view: &View<'a>, ty: JsonType) -> TypeRef {
        let scalar = Scalar::select(ty, view.format.as_deref().unwrap_or_default());
        if scalar == Scalar::String && self.is_lenient(view) {
            return TypeRef::Scalar(Scalar::LenientString);
        }
        TypeRef::Scalar(scalar)
    }

    fn is_lenient(&mut self, view: &View<'a>) -> bool {
        let mut said = view.extensions.iter();
        said.find_map(|at| Reader::new(at.node, &at.origin).flag("x-sdk-lenient", self.diagnostics)).unwrap_or_default()
    }
}

/// The scalar of a schema that states a format and no type: the first row that names the format.
pub fn by_format(format: &str) -> Option<Scalar> {
    let named = |scalar: &&Scalar| scalar.row().selects.iter().any(|(_, known)| *known == format);
    Scalar::ALL.iter().find(named).copied()
}

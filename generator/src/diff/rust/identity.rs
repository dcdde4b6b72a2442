//! What an item is called while two sides are compared: by what it is on the wire, the same on both sides where it is the same.

use super::pairs::{Pairing, Pairs};
use crate::model::{Api, OperationId, ResourceId, TypeId, TypeRef};

/// The keys of one side.
#[derive(Clone, Debug)]
pub struct Identity {
    types: Vec<String>,
    operations: Vec<String>,
    resources: Vec<String>,
}

impl Identity {
    /// Of a side that is compared with nothing.
    #[must_use]
    pub fn alone(api: &Api) -> Self {
        let keys = |word: &str, count: usize| (0..count).map(|index| format!("{word}{index}")).collect();
        Self {
            types: keys("type ", api.types.len()),
            operations: keys("operation ", api.operations.len()),
            resources: keys("resource ", api.resources.len()),
        }
    }

    /// Of both sides: what is paired has the newer side's key, the rest one that the other side has not.
    #[must_use]
    pub fn of_both(old: &Api, new: &Api, pairs: &Pairs) -> (Self, Self) {
        let old = Self {
            types: old_keys("type", old.types.len(), &pairs.types),
            operations: old_keys("operation", old.operations.len(), &pairs.operations),
            resources: old_keys("resource", old.resources.len(), &pairs.resources),
        };
        (old, Self::alone(new))
    }

    /// The key of a type.
    #[must_use]
    pub fn ty(&self, id: TypeId) -> &str {
        self.types.get(id.0).map_or("", String::as_str)
    }

    /// The key of an operation.
    #[must_use]
    pub fn operation(&self, id: OperationId) -> &str {
        self.operations.get(id.0).map_or("", String::as_str)
    }

    /// The key of a resource.
    #[must_use]
    pub fn resource(&self, id: ResourceId) -> &str {
        self.resources.get(id.0).map_or("", String::as_str)
    }

    /// The keys of all types in some uses.
    #[must_use]
    pub fn all<'t>(&self, uses: impl IntoIterator<Item = &'t TypeRef>) -> Vec<String> {
        uses.into_iter().flat_map(TypeRef::named).map(|id| self.ty(id).to_owned()).collect()
    }

    /// A use of a type by keys.
    #[must_use]
    pub fn of_use(&self, ty: &TypeRef) -> String {
        match ty {
            TypeRef::Named(id) => self.ty(*id).to_owned(),
            TypeRef::List(inner) => format!("[{}]", self.of_use(inner)),
            TypeRef::Map(inner) => format!("{{{}}}", self.of_use(inner)),
            TypeRef::Nullable(inner) => format!("{}?", self.of_use(inner)),
            TypeRef::Tuple(places) => {
                format!("({})", places.iter().map(|place| self.of_use(place)).collect::<Vec<_>>().join(", "))
            }
            TypeRef::Scalar(scalar) => format!("{scalar:?}"),
            TypeRef::External(path) => path.as_str().to_owned(),
            TypeRef::Json => "any".to_owned(),
        }
    }
}

fn old_keys(word: &str, count: usize, pairing: &Pairing) -> Vec<String> {
    let key = |index| match pairing.new_of(index) {
        Some(new) => format!("{word} {new}"),
        None => format!("{word} gone {index}"),
    };
    (0..count).map(key).collect()
}

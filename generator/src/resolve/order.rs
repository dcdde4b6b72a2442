//! The order of types: by name, with every id following; and the removal of types.

use crate::model::{Api, Literal, RequiredArguments, TypeDef, TypeId, TypeKind, TypeRef};

/// Sorts the types by name.
pub fn by_name(api: &mut Api) {
    let mut defs: Vec<(usize, TypeDef)> = std::mem::take(&mut api.types).into_iter().enumerate().collect();
    defs.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
    let mut places = vec![0; defs.len()];
    for (new, (old, _)) in defs.iter().enumerate() {
        if let Some(place) = places.get_mut(*old) {
            *place = new;
        }
    }
    api.types = defs.into_iter().map(|(_, def)| def).collect();
    move_ids(api, &Moved(places));
}

/// Keeps the types that are marked; nothing that stays may name another.
pub fn keep(api: &mut Api, marks: &[bool]) {
    let mut next = 0;
    let mut places = Vec::with_capacity(marks.len());
    for mark in marks {
        places.push(next);
        next += usize::from(*mark);
    }
    let mut marks = marks.iter();
    api.types.retain(|_| marks.next().copied().unwrap_or(true));
    move_ids(api, &Moved(places));
}

fn move_ids(api: &mut Api, moved: &Moved) {
    for def in &mut api.types {
        moved.kind(&mut def.kind);
    }
    for operation in &mut api.operations {
        operation.for_each_type(&mut |ty| moved.ty(ty));
        let required = match &mut operation.required {
            RequiredArguments::Positional(arguments) | RequiredArguments::Struct { arguments, .. } => arguments,
        };
        for argument in operation.path_arguments.iter_mut().chain(required).chain(&mut operation.optional) {
            moved.literal(argument.default.as_mut());
        }
    }
    api.webhooks.iter_mut().filter_map(|webhook| webhook.body.as_mut()).for_each(|ty| moved.ty(ty));
}

/// The new index of each old one.
struct Moved(Vec<usize>);

impl Moved {
    fn id(&self, id: &mut TypeId) {
        if let Some(place) = self.0.get(id.0) {
            *id = TypeId(*place);
        }
    }

    fn ty(&self, ty: &mut TypeRef) {
        match ty {
            TypeRef::Named(id) => self.id(id),
            TypeRef::List(inner) | TypeRef::Map(inner) | TypeRef::Nullable(inner) => self.ty(inner),
            TypeRef::Tuple(places) => places.iter_mut().for_each(|place| self.ty(place)),
            TypeRef::Scalar(_) | TypeRef::External(_) | TypeRef::Json => {}
        }
    }

    fn literal(&self, literal: Option<&mut Literal>) {
        match literal {
            Some(Literal::Variant(id, _)) => self.id(id),
            Some(Literal::List(items)) => items.iter_mut().for_each(|item| self.literal(Some(item))),
            Some(Literal::Map(entries)) => entries.iter_mut().for_each(|(_, value)| self.literal(Some(value))),
            _ => {}
        }
    }

    fn kind(&self, kind: &mut TypeKind) {
        match kind {
            TypeKind::Struct(body) => {
                for field in &mut body.fields {
                    self.ty(&mut field.ty);
                    self.literal(field.default.as_mut());
                }
                body.additional.iter_mut().for_each(|additional| self.ty(&mut additional.value));
            }
            TypeKind::Union(body) => body.variants.iter_mut().for_each(|variant| self.ty(&mut variant.ty)),
            TypeKind::Alias(ty) => self.ty(ty),
            TypeKind::Enum(_) => {}
        }
    }
}

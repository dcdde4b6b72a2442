//! Places lead back to the input: the dialect may have left items of lists out, and those after them moved up.

use crate::{
    diagnostic::Diagnostics,
    dialect::Moves,
    model::{Api, RequiredArguments, Source, TypeKind},
};

/// Puts the places of all that reports name back to where they stand in the input.
pub fn restore(api: &mut Api, moves: &Moves) {
    let source = |source: &mut Source| source.origin = moves.origin(&source.origin);
    for def in &mut api.types {
        source(&mut def.source);
        if let TypeKind::Struct(body) = &mut def.kind {
            body.fields.iter_mut().for_each(|field| source(&mut field.source));
        }
    }
    for operation in &mut api.operations {
        source(&mut operation.source);
        let required = match &mut operation.required {
            RequiredArguments::Positional(arguments) | RequiredArguments::Struct { arguments, .. } => arguments,
        };
        let arguments = operation.path_arguments.iter_mut().chain(required).chain(&mut operation.optional);
        arguments.for_each(|argument| source(&mut argument.source));
    }
    api.webhooks.iter_mut().for_each(|webhook| source(&mut webhook.source));
    api.resources.iter_mut().for_each(|resource| source(&mut resource.source));
    api.auth.schemes.iter_mut().for_each(|scheme| source(&mut scheme.source));
    api.fallbacks.iter_mut().for_each(|fallback| fallback.origin = moves.origin(&fallback.origin));
    api.skipped.iter_mut().for_each(|skipped| skipped.origin = moves.origin(&skipped.origin));
}

/// The same for what was said.
pub fn restore_said(said: &mut Diagnostics, moves: &Moves) {
    said.move_places(|origin| moves.origin(origin));
}

//! The pass over the whole crate.

use super::*;
use crate::{
    diagnostic::Diagnostics,
    model::{Api, Operation, Output, RequiredArguments, TypeDef, TypeKind},
};

/// Fixes the names of all that spans more than one item: types, modules, resources, methods, calls, arguments, setters.
pub fn freeze(api: &mut Api, pins: &Pins, diagnostics: &mut Diagnostics) {
    freeze_types(&mut api.types, pins, diagnostics);
    freeze_resources(api, pins, diagnostics);
    freeze_methods(api, pins, diagnostics);
    for operation in &mut api.operations {
        freeze_arguments(operation, pins, diagnostics);
    }
    freeze_builder(api, pins, diagnostics);
}

fn freeze_types(types: &mut [TypeDef], pins: &Pins, diagnostics: &mut Diagnostics) {
    let own: Vec<_> = types.iter().map(|def| type_claim(def, pins)).collect();
    // `new` with more than three arguments takes a struct called `XRequired`, which no type of the spec may be called.
    // Which structs there are depends on the names, so names are given until they agree; a few rounds always do.
    let mut required: Vec<(String, Origin)> = Vec::new();
    let mut names = Vec::new();
    for _ in 0..ROUNDS {
        let fixed = required.iter().map(|(name, of)| Claim::pinned(name, format!("arguments of {name}"), of.clone()));
        let claims: Vec<_> = own.iter().cloned().chain(fixed).collect();
        let mut said = Diagnostics::new();
        names = settle(&TYPES, &claims, &mut said);
        names.truncate(types.len());
        let next = required_structs(types, &names);
        if next == required {
            diagnostics.extend(said);
            break;
        }
        required = next;
    }
    for (def, name) in types.iter_mut().zip(names) {
        def.name = ty(&name);
    }
    let claim = |def: &TypeDef| Claim::new(def.name.as_str(), def.name.as_str(), def.source.origin.clone());
    let claims: Vec<_> = types.iter().map(claim).collect();
    for (def, name) in types.iter_mut().zip(settle(&MODULES, &claims, diagnostics)) {
        def.module = module(&name);
    }
}

/// Rounds in which type names come to agree with the structs that they imply.
const ROUNDS: usize = 8;

fn type_claim(def: &TypeDef, pins: &Pins) -> Claim {
    let name = def.name.as_str();
    let component = def.source.name.as_deref();
    let place = def.source.origin.pointer.to_string();
    Claim::new(name, component.unwrap_or(&place), def.source.origin.clone())
        .pin(pins.contains(Kind::Type, &def.source.origin))
        .rank(u8::from(component.is_none_or(|component| component != name)) + u8::from(component.is_none()))
        .longer(format!("{name} {}", kind_word(&def.kind)))
}

/// The structs of required arguments that these types bring with them.
fn required_structs(types: &[TypeDef], names: &[String]) -> Vec<(String, Origin)> {
    let many = |def: &TypeDef| matches!(&def.kind, TypeKind::Struct(body) if body.new_arguments().len() > 3);
    let implied = types.iter().zip(names).filter(|(def, _)| many(def));
    let mut all: Vec<_> = implied.map(|(def, name)| (format!("{name}Required"), def.source.origin.clone())).collect();
    all.sort();
    all.dedup();
    all
}

const fn kind_word(kind: &TypeKind) -> &'static str {
    match kind {
        TypeKind::Struct(_) => "Object",
        TypeKind::Enum(_) => "Enum",
        TypeKind::Union(_) => "Union",
        TypeKind::Alias(_) => "Alias",
    }
}

/// Resources: their types, their modules, and their accessors among the methods of the client. An accessor of a nested
/// resource stands among its parent's methods.
fn freeze_resources(api: &mut Api, pins: &Pins, diagnostics: &mut Diagnostics) {
    let claims = |name: fn(&crate::model::Resource) -> &str| -> Vec<Claim> {
        let claim = |r: &crate::model::Resource| {
            let pinned = pins.contains(Kind::Resource, &r.source.origin);
            Claim::new(name(r), &r.label, r.source.origin.clone()).pin(pinned)
        };
        api.resources.iter().map(claim).collect()
    };
    let names = settle(&RESOURCES, &claims(|r| r.name.as_str()), diagnostics);
    let modules = settle(&MODULES, &claims(|r| r.module.as_str()), diagnostics);
    let roots: Vec<_> = api.resources.iter().map(|r| r.parent.is_none()).collect();
    let accessors = claims(|r| r.accessor.as_str());
    let accessors: Vec<_> = accessors.into_iter().zip(&roots).filter(|(_, root)| **root).map(|(c, _)| c).collect();
    let mut accessors = settle(&ACCESSORS, &accessors, diagnostics).into_iter();
    for ((resource, name), file) in api.resources.iter_mut().zip(names).zip(modules) {
        resource.name = ty(&name);
        resource.module = module(&file);
        if resource.parent.is_none()
            && let Some(name) = accessors.next()
        {
            resource.accessor = method(&name);
        }
    }
}

/// The methods of each resource together with the accessors of the resources below it, and its `op` module.
fn freeze_methods(api: &mut Api, pins: &Pins, diagnostics: &mut Diagnostics) {
    for resource in 0..api.resources.len() {
        let id = crate::model::ResourceId(resource);
        let mut claims: Vec<_> =
            api.operations.iter().filter(|o| o.resource == id).map(|o| method_claim(o, pins)).collect();
        let operations = claims.len();
        let below = api.resources.iter().filter(|r| r.parent == Some(id));
        claims.extend(below.map(|r| Claim::new(r.accessor.as_str(), &r.label, r.source.origin.clone()).rank(1)));
        let mut names = settle(&METHODS, &claims, diagnostics);
        let accessors = names.split_off(operations);
        for (operation, name) in api.operations.iter_mut().filter(|o| o.resource == id).zip(names) {
            if operation.name.as_str() != name {
                operation.name = method(&name);
                operation.call = ty(&TYPES.candidate(&[&name]));
            }
        }
        for (below, name) in api.resources.iter_mut().filter(|r| r.parent == Some(id)).zip(accessors) {
            below.accessor = method(&name);
        }
        freeze_calls(api, id, diagnostics);
    }
    for operation in &mut api.operations {
        if let Some(resource) = api.resources.get(operation.resource.0) {
            operation.label = format!("{}.{}", resource.label, operation.name);
        }
    }
}

fn method_claim(operation: &Operation, pins: &Pins) -> Claim {
    let origin = operation.source.origin.clone();
    let place = origin.pointer.to_string();
    let pinned = pins.contains(Kind::Method, &origin);
    let full = operation.source.name.clone();
    let text = full.clone().unwrap_or(place);
    let path = origin.pointer.tokens().iter().find(|token| token.starts_with('/')).cloned().unwrap_or_default();
    let claim = Claim::new(operation.name.as_str(), text, origin).pin(pinned);
    match full {
        Some(full) => claim.longer(without_request(&full, &operation.method, &path)).longer(full),
        None => claim,
    }
}

/// The types of one `op` module: a call for each operation, the structs of required arguments, the enums of answers.
fn freeze_calls(api: &mut Api, id: crate::model::ResourceId, diagnostics: &mut Diagnostics) {
    let own = api.resources.get(id.0).map(|r| r.name.as_str().to_owned()).unwrap_or_default();
    let mut claims = vec![Claim::pinned(&own, own.clone(), Origin::default())];
    for operation in api.operations.iter().filter(|o| o.resource == id) {
        let origin = &operation.source.origin;
        claims.push(
            Claim::new(operation.call.as_str(), &operation.label, origin.clone())
                .longer(format!("{} Call", operation.call)),
        );
        if let RequiredArguments::Struct { .. } = &operation.required {
            let name = format!("{} Required", operation.call);
            claims.push(Claim::new(name, format!("{} required", operation.label), origin.clone()).rank(1));
        }
        if let Output::ByStatus { .. } = &operation.answer.output {
            let name = format!("{} Output", operation.call);
            claims.push(Claim::new(name, format!("{} output", operation.label), origin.clone()).rank(1));
        }
    }
    let mut names = settle(&CALLS, &claims, diagnostics).into_iter().skip(1);
    let mut next = || names.next().map(|name| ty(&name));
    for operation in api.operations.iter_mut().filter(|o| o.resource == id) {
        if let Some(name) = next() {
            operation.call = name;
        }
        if let RequiredArguments::Struct { name, .. } = &mut operation.required {
            *name = next().unwrap_or_else(|| name.clone());
        }
        if let Output::ByStatus { name, variants } = &mut operation.answer.output {
            *name = next().unwrap_or_else(|| name.clone());
            let origin = operation.source.origin.join("responses");
            let claim = |v: &crate::model::OutputVariant| {
                let text = format!("{:?}", v.statuses);
                Claim::new(v.name.as_str(), text.clone(), origin.clone()).longer(format!("{} {text}", v.name))
            };
            let claims: Vec<_> = variants.iter().map(claim).collect();
            for (v, name) in variants.iter_mut().zip(settle(&VARIANTS, &claims, diagnostics)) {
                v.name = variant(&name);
            }
        }
    }
}

/// The arguments of the method (path, required, `body`), and apart from them the setters of the call.
fn freeze_arguments(operation: &mut Operation, pins: &Pins, diagnostics: &mut Diagnostics) {
    let claim = |a: &crate::model::Argument| {
        let place = format!("{:?}", a.location).to_lowercase();
        Claim::new(a.name.as_str(), format!("{} {}", place, a.wire.as_str()), a.source.origin.clone())
            .pin(pins.contains(Kind::Argument, &a.source.origin))
            .longer(format!("{} {place}", a.name))
    };
    let mut given: Vec<&mut crate::model::Argument> = operation.path_arguments.iter_mut().collect();
    let mut apart: Vec<&mut crate::model::Argument> = Vec::new();
    let mut taken = Vec::new();
    match &mut operation.required {
        RequiredArguments::Positional(arguments) => given.extend(arguments),
        RequiredArguments::Struct { arguments, .. } => {
            apart.extend(arguments);
            taken.push("required");
        }
    }
    taken.extend(operation.body.is_some().then_some("body"));
    taken.extend(operation.body.as_ref().filter(|body| body.kind.is_of_any_type()).map(|_| "media_type"));
    name_arguments(&ARGUMENTS, &taken, given, &claim, diagnostics);
    name_arguments(&FIELDS, &[], apart, &claim, diagnostics);
    name_arguments(&SETTERS, &[], operation.optional.iter_mut().collect(), &claim, diagnostics);
}

fn name_arguments(
    scope: &Scope,
    taken: &[&str],
    arguments: Vec<&mut crate::model::Argument>,
    claim: &dyn Fn(&crate::model::Argument) -> Claim,
    diagnostics: &mut Diagnostics,
) {
    let fixed = taken.iter().map(|name| Claim::pinned(name, *name, Origin::default()));
    let claims: Vec<_> = fixed.chain(arguments.iter().map(|a| claim(a))).collect();
    for (argument, name) in arguments.into_iter().zip(settle(scope, &claims, diagnostics).into_iter().skip(taken.len()))
    {
        argument.name = method(&name);
    }
}

/// The builder's setters: credentials and server variables. A variable that several servers have is one setter.
fn freeze_builder(api: &mut Api, pins: &Pins, diagnostics: &mut Diagnostics) {
    let schemes = api.auth.schemes.iter().map(|scheme| {
        let pinned = pins.contains(Kind::Setter, &scheme.source.origin);
        let text = scheme.source.name.clone().unwrap_or_default();
        Claim::new(scheme.setter.as_str(), text, scheme.source.origin.clone()).pin(pinned)
    });
    let mut variables: Vec<String> = Vec::new();
    let mut claims: Vec<_> = schemes.collect();
    for server in &api.servers {
        for variable in &server.variables {
            let wire = variable.wire.as_str();
            if !variables.iter().any(|known| known == wire) {
                variables.push(wire.to_owned());
                claims.push(
                    Claim::new(variable.setter.as_str(), format!("server variable {wire}"), Origin::default())
                        .rank(1)
                        .longer(format!("server {wire}")),
                );
            }
        }
    }
    let mut names = settle(&BUILDER, &claims, diagnostics);
    let of_variables = names.split_off(api.auth.schemes.len());
    for (scheme, name) in api.auth.schemes.iter_mut().zip(names) {
        scheme.setter = method(&name);
    }
    for variable in api.servers.iter_mut().flat_map(|server| &mut server.variables) {
        let index = variables.iter().position(|known| known == variable.wire.as_str());
        if let Some(name) = index.and_then(|index| of_variables.get(index)) {
            variable.setter = method(name);
        }
    }
}

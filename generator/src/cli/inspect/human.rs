//! The `Api` for people: resources with their operations, types, and what was left untyped.

use super::{View, json::status};
use crate::{
    cli::generate::{count, operations},
    finding::escape,
    generator::Counts,
    model::{Form, Operation, Resource, TypeDef, TypeKind, signature},
    pointer::Origin,
};

/// The whole text.
pub(super) fn api(view: &View<'_>) -> String {
    let api = view.api;
    let mut lines = vec![format!("{} ({})", view.rust(api.client.as_str()), escape(&api.title))];
    lines.extend(api.servers.iter().map(|server| format!("  {}", escape(&server.url))));
    for resource in &api.resources {
        lines.push(String::new());
        resource_lines(view, resource, &mut lines);
    }
    lines.push(String::new());
    for def in &api.types {
        type_lines(view, def, &mut lines);
    }
    lines.push(String::new());
    let reported = api.fallbacks.iter().map(|f| format!("untyped {}: {}", place(view, &f.origin), escape(&f.reason)));
    lines.extend(reported);
    lines.extend(api.skipped.iter().map(|s| format!("skipped {}: {}", place(view, &s.origin), escape(&s.what))));
    lines.extend(api.knobs.iter().map(|knob| {
        let by = knob.at.as_deref().map_or_else(|| "the description".to_owned(), |at| format!("`{}`", escape(at)));
        format!("override {}: {} (by {by})", place(view, &knob.origin), escape(&knob.set))
    }));
    let counts = Counts { left_out: view.left_out, ..Counts::of(api) };
    lines.push(format!(
        "{}, {}, {}, {} skipped",
        count(counts.types, "type"),
        operations(counts),
        count(api.fallbacks.len(), "untyped value"),
        api.skipped.len()
    ));
    lines.join("\n")
}

fn place(view: &View<'_>, origin: &Origin) -> String {
    let pointer = escape(&origin.pointer.to_string());
    view.locator.spot(origin).map_or_else(|| pointer.clone(), |spot| format!("{} {pointer}", spot.label()))
}

fn resource_lines(view: &View<'_>, resource: &Resource, lines: &mut Vec<String>) {
    lines.push(view.rust(&signature::resource_path(resource)));
    for id in &resource.operations {
        operation_lines(view, view.api.operation(*id), lines);
    }
}

fn operation_lines(view: &View<'_>, operation: &Operation, lines: &mut Vec<String>) {
    let api = view.api;
    let id = operation.source.name.as_deref().map(|id| format!("  {}", escape(id))).unwrap_or_default();
    lines.push(format!("  {} {}{id}", operation.method.as_str(), escape(&operation.template())));
    lines.push(format!("    {}", signature::method(api, operation)));
    lines.extend(operation.optional.iter().map(|a| format!("      .{}", without_pub(&signature::setter(api, a)))));
    match &operation.form {
        Form::Raw(why) => lines.push(format!("    raw: {}", escape(why))),
        Form::Typed => lines.push(format!("    gives {}", signature::output(api, operation))),
    }
    let errors = operation.errors.iter().filter_map(|e| Some((status(e.statuses), e.ty.as_ref()?)));
    lines.extend(errors.map(|(status, ty)| format!("    {status}: {}", signature::owned(api, ty))));
}

fn without_pub(signature: &str) -> &str {
    signature.strip_prefix("pub fn ").unwrap_or(signature)
}

fn type_lines(view: &View<'_>, def: &TypeDef, lines: &mut Vec<String>) {
    let path = view.rust(&signature::type_path(def));
    let kind = def.kind.word();
    match &def.kind {
        TypeKind::Struct(object) => {
            lines.push(format!("{kind} {path}"));
            for field in &object.fields {
                let wire = escape(field.wire.as_str());
                let wire = if wire == field.name.as_str() { String::new() } else { format!("  (wire: {wire})") };
                let secret = if field.secret { "  (secret)" } else { "" };
                lines.push(format!("  {}: {}{wire}{secret}", field.name, signature::field(view.api, field)));
            }
            if let Some(more) = &object.additional {
                lines.push(format!("  {}: BTreeMap<String, {}>", more.name, signature::owned(view.api, &more.value)));
            }
        }
        TypeKind::Enum(list) => {
            let names: Vec<_> = list.variants.iter().map(|v| v.name.to_string()).collect();
            lines.push(format!("{kind} {path} = {}{}", names.join(" | "), open(list.open)));
        }
        TypeKind::Union(union) => {
            let variant = |v: &crate::model::UnionVariant| format!("{}({})", v.name, signature::owned(view.api, &v.ty));
            let names: Vec<_> = union.variants.iter().map(variant).collect();
            lines.push(format!("{kind} {path} = {}{}", names.join(" | "), open(union.open)));
        }
        TypeKind::Alias(target) => lines.push(format!("{kind} {path} = {}", signature::owned(view.api, target))),
    }
}

const fn open(open: bool) -> &'static str {
    if open { " | Unknown" } else { "" }
}

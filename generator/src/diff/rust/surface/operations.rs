//! One operation: the method, the call with its setters, the struct of required arguments, the output by status.

use super::{
    About, Face, Input, Item, Need, Reach, Signature, docs,
    types::{codec, literal},
};
use crate::{
    diff::finding::ItemKind,
    model::{
        Argument, Body, BodyKind, Form, Location, Operation, OperationId, Output, OutputVariant, PathSegment,
        RequiredArguments, ResourceId, Statuses, TypeName, signature,
    },
};

/// An operation, its key, and the path of its resource's `op` module.
struct Call<'a> {
    id: OperationId,
    operation: &'a Operation,
    key: &'a str,
    module: String,
}

pub(super) fn items(face: &Face<'_>, id: OperationId, resource: ResourceId) -> Vec<Item> {
    let operation = face.api.operation(id);
    let module = format!("resources::{}::op", face.api.resource(resource).module);
    let call = Call { id, operation, key: face.identity.operation(id), module };
    let place = face.identity.resource(resource);
    let mut items = vec![method(face, &call).at(place)];
    if operation.form != Form::Typed {
        return items;
    }
    let key = call.part("call");
    let text = format!("pub struct {}", operation.call);
    let path = format!("{}::{}", call.module, operation.call);
    items.push(call.item("call", ItemKind::Struct, path.clone(), Signature::plain(text)).at(place));
    items.push(awaited(face, &call).under(&key));
    items.extend(operation.optional.iter().map(|argument| setter(face, &call, &path, argument).under(&key)));
    if let RequiredArguments::Struct { name, arguments } = &operation.required {
        items.extend(required(face, &call, name, arguments));
    }
    if let Output::ByStatus { name, variants } = &operation.answer.output {
        items.extend(output(face, &call, name, variants));
    }
    items
}

impl Call<'_> {
    fn part(&self, role: &str) -> String {
        format!("{} {role}", self.key)
    }

    /// An item that comes and goes with the operation.
    fn item(&self, role: &str, kind: ItemKind, path: String, signature: Signature) -> Item {
        let item = Item::new(self.part(role), kind, path, signature, Reach::Operation(self.id)).under(self.key);
        item.from(&self.operation.source.origin)
    }
}

fn method(face: &Face<'_>, call: &Call<'_>) -> Item {
    let operation = call.operation;
    let mut item = Item::new(
        call.key,
        ItemKind::Method,
        signature::method_path(face.api, operation),
        method_signature(face, operation),
        Reach::Operation(call.id),
    )
    .from(&operation.source.origin)
    .deprecated(operation.deprecated)
    .docs(docs(&operation.docs, None, ""))
    .holding(face.identity.all(operation.types()));
    for (about, value) in facts(face, operation) {
        item = item.fact(about, value);
    }
    item
}

fn method_signature(face: &Face<'_>, operation: &Operation) -> Signature {
    let (mut inputs, mut needs) = (Vec::new(), Vec::new());
    for (place, argument) in operation.path_arguments.iter().enumerate() {
        let wire = format!("{{{place}}}");
        needs.push(need(face, argument, &wire));
        inputs.push(input(face, argument, &wire));
    }
    let typed = operation.form == Form::Typed;
    if typed {
        needs.extend(operation.required.arguments().iter().map(|a| need(face, a, a.wire.as_str())));
        match &operation.required {
            RequiredArguments::Positional(all) => inputs.extend(all.iter().map(|a| input(face, a, a.wire.as_str()))),
            RequiredArguments::Struct { name, .. } => inputs.push(plain_input("required", &format!("op::{name}"))),
        }
        if let Some(body) = &operation.body {
            inputs.extend(body.kind.is_of_any_type().then(|| plain_input("media_type", "&str")));
            let ty = signature::body(face.api, body);
            let origin = Some(operation.source.origin.join("requestBody"));
            needs.push(Need { wire: "body".to_owned(), ty: ty.clone(), origin });
            inputs.push(plain_input("body", &ty));
        }
    }
    let text = signature::method(face.api, operation);
    let result = if typed { format!("-> op::{}", operation.call) } else { "-> RawCall".to_owned() };
    Signature { needs, ..Signature::function(text, inputs, result) }
}

fn plain_input(name: &str, ty: &str) -> Input {
    Input { name: name.to_owned(), wire: name.to_owned(), ty: ty.to_owned() }
}

fn input(face: &Face<'_>, argument: &Argument, wire: &str) -> Input {
    let ty = signature::argument_type(face.api, argument);
    Input { name: argument.name.to_string(), wire: wire.to_owned(), ty }
}

fn need(face: &Face<'_>, argument: &Argument, wire: &str) -> Need {
    let ty = signature::argument_type(face.api, argument);
    Need { wire: wire.to_owned(), ty, origin: Some(argument.source.origin.clone()) }
}

/// What awaiting the call, and each of its `send` methods, gives.
fn awaited(face: &Face<'_>, call: &Call<'_>) -> Item {
    let output = signature::output(face.api, call.operation);
    let text = format!("impl IntoFuture for op::{} -> Result<{output}, Error>", call.operation.call);
    let path = format!("{}::{}", call.module, call.operation.call);
    let mut item = call.item("awaited", ItemKind::Impl, path, Signature::plain(text)).named("IntoFuture");
    item.origin = Some(call.operation.source.origin.join("responses"));
    item.holding(face.identity.all(call.operation.received()))
}

fn setter(face: &Face<'_>, call: &Call<'_>, path: &str, argument: &Argument) -> Item {
    let input = input(face, argument, argument.wire.as_str());
    let signature = Signature::function(signature::setter(face.api, argument), vec![input], "-> Self");
    let role = format!("setter {}", role(call.operation, argument));
    let item = call.item(&role, ItemKind::Method, format!("{path}::{}", argument.name), signature);
    argument_facts(face, item, argument).deprecated(argument.deprecated)
}

/// An argument's name on the wire; with its location where the operation has two of one name.
fn role(operation: &Operation, argument: &Argument) -> String {
    let same = operation.arguments().filter(|other| other.wire == argument.wire && other.location != Location::Path);
    let wire = argument.wire.as_str();
    if same.count() > 1 { format!("{wire} in {:?}", argument.location) } else { wire.to_owned() }
}

fn argument_facts(face: &Face<'_>, item: Item, argument: &Argument) -> Item {
    item.from(&argument.source.origin)
        .holding(face.identity.all([&argument.ty]))
        .fact(About::WireName, argument.wire.as_str())
        .fact(About::Sent, sent(argument))
        .fact(About::Codec, codec(face, &argument.ty))
        .fact(About::Default, argument.default.as_ref().map(literal).unwrap_or_default())
        .docs(docs(&argument.docs, Some(&argument.constraints), ""))
}

fn sent(argument: &Argument) -> String {
    let how = if argument.fields { ", by its JSON" } else { "" };
    format!("{:?} {:?}{how}", argument.location, argument.style).to_lowercase()
}

/// The struct of more than three required arguments. It is exhaustive.
fn required(face: &Face<'_>, call: &Call<'_>, name: &TypeName, arguments: &[Argument]) -> Vec<Item> {
    let (key, path) = (call.part("required"), format!("{}::{name}", call.module));
    let secret = arguments.iter().any(|argument| argument.secret);
    let item = call.item("required", ItemKind::Struct, path.clone(), Signature::plain(format!("pub struct {name}")));
    let mut items = vec![item.named("Required")];
    items.extend(arguments.iter().map(|argument| {
        let ty = signature::owned(face.api, &argument.ty);
        let ty = if argument.nullable { format!("Option<{ty}>") } else { ty };
        let text = Signature::plain(format!("pub {}: {ty}", argument.name));
        let path = format!("{path}::{}", argument.name);
        let role = format!("required field {}", role(call.operation, argument));
        argument_facts(face, call.item(&role, ItemKind::Field, path, text).under(&key), argument)
    }));
    let traits = ["Clone", "PartialEq"].into_iter().chain((!secret).then_some("Debug"));
    items.extend(traits.map(|of| {
        let text = Signature::plain(format!("impl {of} for {name}"));
        call.item(&format!("required impl {of}"), ItemKind::Impl, path.clone(), text).under(&key).named(of)
    }));
    items
}

fn output(face: &Face<'_>, call: &Call<'_>, name: &TypeName, variants: &[OutputVariant]) -> Vec<Item> {
    let (key, path) = (call.part("output"), format!("{}::{name}", call.module));
    let item = call.item("output", ItemKind::Enum, path.clone(), Signature::plain(format!("pub enum {name}")));
    let variants = variants.iter().map(|variant| {
        let content = signature::content(face.api, &variant.content);
        let text = content.map_or_else(|| variant.name.to_string(), |ty| format!("{}({ty})", variant.name));
        let status = status(variant.statuses);
        let role = format!("output variant {status}");
        let path = format!("{path}::{}", variant.name);
        let mut item = call.item(&role, ItemKind::Variant, path, Signature::plain(text)).under(&key);
        item.origin = Some(call.operation.source.origin.join("responses").join(status));
        item.docs(docs(&variant.docs, None, ""))
    });
    [item.named("Output")].into_iter().chain(variants).collect()
}

fn status(statuses: Statuses) -> String {
    match statuses {
        Statuses::Code(code) => code.to_string(),
        Statuses::Class(class) => format!("{class}XX"),
        Statuses::Default => "default".to_owned(),
    }
}

/// What is sent and expected beside what the signatures say.
fn facts(face: &Face<'_>, operation: &Operation) -> Vec<(About, String)> {
    let security = operation.security.as_ref().map(|sets| super::client::alternatives(face.api, sets));
    let errors = operation.errors.iter().filter_map(|error| {
        let ty = signature::owned(face.api, error.ty.as_ref()?);
        Some(format!("{}: {ty}", status(error.statuses)))
    });
    let query: Vec<_> =
        operation.fixed_query.iter().map(|(name, value)| format!("{}={value}", name.as_str())).collect();
    let idempotent = operation.idempotent.map(|yes| if yes { "is sent again" } else { "is not sent again" });
    vec![
        (About::HttpMethod, operation.method.as_str().to_owned()),
        (About::Path, path(operation)),
        (About::Query, query.join("&")),
        (About::Sent, sent_by_position(operation)),
        (About::Body, operation.body.as_ref().map(body).unwrap_or_default()),
        (About::Accept, operation.answer.accept.join(", ")),
        (About::Answer, answer(face, operation)),
        (About::ErrorBody, errors.collect::<Vec<_>>().join(", ")),
        (About::Security, security.unwrap_or_default()),
        (About::Idempotence, idempotent.unwrap_or_default().to_owned()),
        (About::IdempotencyHeader, operation.idempotency_header.as_ref().map(|n| n.0.clone()).unwrap_or_default()),
        (About::RetryConflict, if operation.retry_conflict { "yes".to_owned() } else { String::new() }),
        (About::Server, operation.server.clone().unwrap_or_default()),
    ]
}

/// The path with the names of its variables erased.
fn path(operation: &Operation) -> String {
    let segment = |segment: &PathSegment| match segment {
        PathSegment::Literal(text) => text.clone(),
        PathSegment::Argument(_) => "{}".to_owned(),
    };
    operation.path.iter().map(segment).collect()
}

fn sent_by_position(operation: &Operation) -> String {
    let path = operation.path_arguments.iter().enumerate().map(|(place, a)| format!("{{{place}}} {}", sent(a)));
    let positional = match &operation.required {
        RequiredArguments::Positional(arguments) => arguments.as_slice(),
        RequiredArguments::Struct { .. } => &[],
    };
    let required = positional.iter().map(|argument| format!("{} {}", argument.wire.as_str(), sent(argument)));
    path.chain(required).collect::<Vec<_>>().join(", ")
}

fn body(body: &Body) -> String {
    let (kind, more) = match &body.kind {
        BodyKind::Json { .. } => ("json", String::new()),
        BodyKind::Form { styles, .. } => ("form", format!("{styles:?}")),
        BodyKind::Multipart { media_types, .. } => ("multipart", format!("{media_types:?}")),
        BodyKind::Text { .. } => ("text", String::new()),
        BodyKind::Bytes { .. } => ("bytes", String::new()),
    };
    let more = if more == "[]" { String::new() } else { more };
    let mut types = body.kind.media_types();
    types.sort_unstable();
    format!("{kind} {}{more}", types.join(", "))
}

fn answer(face: &Face<'_>, operation: &Operation) -> String {
    let output = match &operation.answer.output {
        Output::List(_) => "a list that may be missing",
        Output::Optional(_) => "a value that may be missing",
        _ => "",
    };
    let enveloped = if operation.answer.enveloped { " in the envelope" } else { "" };
    let codec = match &operation.answer.output {
        Output::Json(ty) | Output::Optional(ty) | Output::List(ty) => codec(face, ty),
        _ => String::new(),
    };
    format!("{output}{enveloped} {codec}").trim().to_owned()
}

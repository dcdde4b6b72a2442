//! Webhooks: what the API sends by itself. The crate does not receive requests; the types of their bodies are in it.

use openapiv3::{Operation, ReferenceOr};

use super::{Context, Hint, body::named_by_component, docs, media, response::skip, schema::split_nullable};
use crate::{
    dialect::carry::{self, Carried},
    model::{Source, TypeRef, Webhook},
    pointer::{At, Origin, Pointer},
};

/// All webhooks, in the document's order.
pub(super) fn resolve_webhooks(cx: &mut Context<'_>) -> Vec<Webhook> {
    let document = cx.document;
    let paths = Origin::root(Pointer::root()).join("paths");
    let mut webhooks = Vec::new();
    for (path, item) in &document.paths.paths {
        let (true, ReferenceOr::Item(item)) = (path.starts_with(carry::WEBHOOKS), item) else { continue };
        for (method, operation) in item.iter() {
            if let Some(name) = name(operation) {
                let operation = At::new(operation, paths.join(path).join(method));
                webhooks.push(resolve_webhook(cx, name, &operation));
            }
        }
    }
    webhooks
}

/// The name of the webhook that an operation is.
pub(super) fn name(operation: &Operation) -> Option<&str> {
    Carried(&operation.extensions).value(carry::WEBHOOK)?.as_str()
}

fn resolve_webhook<'a>(cx: &mut Context<'a>, name: &str, operation: &At<&'a Operation>) -> Webhook {
    let message = format!("the webhook `{name}` is not received by the crate; the type of its body is in it");
    skip(cx, &operation.origin, "webhook", message);
    let declared = operation.node;
    let text = declared.description.as_deref().or(declared.summary.as_deref());
    Webhook {
        name: name.to_owned(),
        docs: docs::canonical(text.unwrap_or_default()),
        body: resolve_body(cx, name, operation),
        source: Source { origin: operation.origin.clone(), name: declared.operation_id.clone() },
    }
}

fn resolve_body<'a>(cx: &mut Context<'a>, name: &str, operation: &At<&'a Operation>) -> Option<TypeRef> {
    let body = operation.node.request_body.as_ref()?;
    let body = cx.look_up(operation.below("requestBody", body))?;
    let (media_type, media) = media::json(&body.node.content)?;
    let schema = media.schema.as_ref()?;
    let at = At::new(schema.into(), body.origin.join("content").join(media_type).join("schema"));
    let hint = named_by_component(&body, &Hint::new(name).join("Payload"), "Payload");
    Some(split_nullable(cx.type_ref(&at, &hint)).0)
}

//! Webhooks and callbacks.

use crate::support::{changes, ids, lowered, of_document, rows};

rows! {
    webhook_added document "{}" "{webhooks: {made: {post: {responses: {'200': {description: d}}}}}}"
        "webhook-added" "webhook-removed";
    webhook_renamed document
        "{webhooks: {made: {post: {operationId: w, responses: {'200': {description: d}}}}}}"
        "{webhooks: {created: {post: {operationId: w, responses: {'200': {description: d}}}}}}"
        "webhook-renamed" "webhook-renamed";
    webhook_method document
        "{webhooks: {made: {post: {operationId: w, responses: {'200': {description: d}}}}}}"
        "{webhooks: {made: {put: {operationId: w, responses: {'200': {description: d}}}}}}"
        "webhook-method-changed" "webhook-method-changed";
    payload_added document
        "{webhooks: {made: {post: {responses: {'200': {description: d}}}}}}"
        "{webhooks: {made: {post: {requestBody: {content: {text/plain: {}}}, responses: {'200': {description: d}}}}}}"
        "webhook-payload-added" "webhook-payload-removed";
    payload_became_required document
        "{webhooks: {made: {post: {requestBody: {content: {text/plain: {}}}, responses: {'200': {description: d}}}}}}"
        "{webhooks: {made: {post: {requestBody: {required: true, content: {text/plain: {}}}, responses: {'200': {description: d}}}}}}"
        "webhook-payload-became-required" "webhook-payload-became-optional";
    payload_is_read_by_the_client document
        "{webhooks: {made: {post: {requestBody: {content: {text/plain: {}}}, responses: {'200': {description: d}}}}}}"
        "{webhooks: {made: {post: {requestBody: {content: {text/plain: {}, text/csv: {}}}, responses: {'200': {description: d}}}}}}"
        "response-media-type-added" "response-media-type-removed";
    received_parameter_added document
        "{webhooks: {made: {post: {responses: {'200': {description: d}}}}}}"
        "{webhooks: {made: {post: {parameters: [{name: S, in: header, schema: {type: string}}], responses: {'200': {description: d}}}}}}"
        "webhook-parameter-added" "webhook-parameter-removed";
    received_parameter_became_required document
        "{webhooks: {made: {post: {parameters: [{name: S, in: header, schema: {type: string}}], responses: {'200': {description: d}}}}}}"
        "{webhooks: {made: {post: {parameters: [{name: s, in: header, required: true, schema: {type: string}}], responses: {'200': {description: d}}}}}}"
        "webhook-parameter-became-required" "webhook-parameter-became-optional";
    status_added document
        "{webhooks: {made: {post: {responses: {'200': {description: d}}}}}}"
        "{webhooks: {made: {post: {responses: {'200': {description: d}, '204': {description: d}}}}}}"
        "webhook-response-status-added" "webhook-response-status-removed";
    answers_are_sent_by_the_client document
        "{webhooks: {made: {post: {responses: {'200': {description: d, content: {text/plain: {}}}}}}}}"
        "{webhooks: {made: {post: {responses: {'200': {description: d, content: {text/plain: {}, text/csv: {}}}}}}}}"
        "request-body-media-type-added" "request-body-media-type-removed";
    callback_added operation
        "{}" "{callbacks: {cb: {'{$request.body#/url}': {post: {responses: {'200': {description: d}}}}}}}"
        "callback-added" "callback-removed";
    callback_expression operation
        "{callbacks: {cb: {'{$request.body#/url}': {post: {responses: {'200': {description: d}}}}}}}"
        "{callbacks: {cb: {'{$request.query.url}': {post: {responses: {'200': {description: d}}}}}}}"
        "callback-expression-changed" "callback-expression-changed";
    callback_method operation
        "{callbacks: {cb: {'{$request.body#/url}': {post: {responses: {'200': {description: d}}}}}}}"
        "{callbacks: {cb: {'{$request.body#/url}': {put: {responses: {'200': {description: d}}}}}}}"
        "callback-method-changed" "callback-method-changed";
    callback_method_added operation
        "{callbacks: {cb: {'{$request.body#/url}': {post: {responses: {'200': {description: d}}}}}}}"
        "{callbacks: {cb: {'{$request.body#/url}': {post: {responses: {'200': {description: d}}}, put: {responses: {'200': {description: d}}}}}}}"
        "callback-added" "callback-removed";
    callback_payload operation
        "{callbacks: {cb: {'{$request.body#/url}': {post: {responses: {'200': {description: d}}}}}}}"
        "{callbacks: {cb: {'{$request.body#/url}': {post: {requestBody: {content: {text/plain: {}}}, responses: {'200': {description: d}}}}}}}"
        "webhook-payload-added" "webhook-payload-removed";
}

#[test]
fn a_callback_that_holds_itself_ends() {
    let document = |required: bool| {
        lowered(of_document(&format!(
            "{{paths: {{/b: {{get: {{callbacks: {{cb: {{$ref: '#/components/callbacks/C'}}}}, responses: {{'200': {{description: d}}}}}}}}}},
            components: {{callbacks: {{C: {{'{{$request.body#/url}}': {{post: {{
                requestBody: {{required: {required}, content: {{text/plain: {{}}}}}},
                callbacks: {{again: {{$ref: '#/components/callbacks/C'}}}},
                responses: {{'200': {{description: d}}}}}}}}}}}}}}}}"
        )))
    };
    assert_eq!(ids(&changes(&document(false), &document(true))), "webhook-payload-became-required");
}

//! Links.

use crate::support::{holds, of_document, rows};

rows! {
    link_added operation
        "{operationId: o}" "{operationId: o, responses: {'200': {links: {L: {operationId: o}}}}}"
        "response-link-added" "response-link-removed";
    link_parameters operation
        "{operationId: o, responses: {'200': {links: {L: {operationId: o}}}}}"
        "{operationId: o, responses: {'200': {links: {L: {operationId: o, parameters: {id: $response.body#/id}}}}}}"
        "response-link-parameters-changed" "response-link-parameters-changed";
    link_body operation
        "{operationId: o, responses: {'200': {links: {L: {operationId: o, requestBody: {title: a}}}}}}"
        "{operationId: o, responses: {'200': {links: {L: {operationId: o, requestBody: {title: b}}}}}}"
        "response-link-request-body-changed" "response-link-request-body-changed";
    link_server operation
        "{operationId: o, responses: {'200': {links: {L: {operationId: o}}}}}"
        "{operationId: o, responses: {'200': {links: {L: {operationId: o, server: {url: 'https://b.test'}}}}}}"
        "response-link-server-changed" "response-link-server-changed";
    link_target document
        "{paths: {/b: {get: {operationId: o, responses: {'200': {links: {L: {operationId: o}}}}}, put: {operationId: p, responses: {'200': {description: d}}}}}}"
        "{paths: {/b: {get: {operationId: o, responses: {'200': {links: {L: {operationId: p}}}}}, put: {operationId: p, responses: {'200': {description: d}}}}}}"
        "response-link-target-changed" "response-link-target-changed";
}

#[test]
fn a_link_by_another_name_of_its_operation_leads_to_the_same() {
    let document = |id: &str, link: &str| {
        of_document(&format!(
            "{{paths: {{/b: {{get: {{operationId: {id}, responses: {{'200': {{description: d, links: {{L: {link}}}}}}}}}}}}}}}"
        ))
    };
    let (by_id, by_place) = (document("o", "{operationId: o}"), document("o", "{operationRef: '#/paths/~1b/get'}"));
    holds(&by_id, &by_place, "", "");
    // The operation's name is told where it stands.
    holds(&by_id, &document("p", "{operationId: p}"), "api-operation-id-removed", "api-operation-id-removed");
}

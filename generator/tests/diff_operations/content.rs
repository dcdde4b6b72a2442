//! Bodies of requests and answers: there or not, and in which formats.

use crate::support::rows;

rows! {
    body_added_required operation "{}" "{requestBody: {required: true, content: {text/plain: {}}}}"
        "request-body-added-required" "request-body-removed";
    body_added_optional operation "{}" "{requestBody: {content: {text/plain: {}}}}"
        "request-body-added-optional" "request-body-removed";
    body_became_required operation
        "{requestBody: {content: {text/plain: {}}}}" "{requestBody: {required: true, content: {text/plain: {}}}}"
        "request-body-became-required" "request-body-became-optional";
    request_type_added operation
        "{requestBody: {content: {text/plain: {}}}}" "{requestBody: {content: {text/plain: {}, text/csv: {}}}}"
        "request-body-media-type-added" "request-body-media-type-removed";
    request_type_generalized operation
        "{requestBody: {content: {text/plain: {}}}}" "{requestBody: {content: {'text/*': {}}}}"
        "request-body-media-type-generalized" "request-body-media-type-specialized";
    request_types_in_a_range operation
        "{requestBody: {content: {text/plain: {}, text/csv: {}}}}" "{requestBody: {content: {'*/*': {}}}}"
        "request-body-media-type-generalized request-body-media-type-generalized"
        "request-body-media-type-specialized request-body-media-type-specialized";
    request_type_parameters operation
        "{requestBody: {content: {text/plain: {}}}}" "{requestBody: {content: {text/plain; charset=utf-8: {}}}}"
        "request-body-media-type-parameter-changed" "request-body-media-type-parameter-changed";
    request_schema operation
        "{requestBody: {content: {text/plain: {}}}}" "{requestBody: {content: {text/plain: {schema: {type: string}}}}}"
        "request-body-media-type-schema-added" "request-body-media-type-schema-removed";
    request_items operation
        "{requestBody: {content: {application/jsonl: {schema: {type: string}}}}}"
        "{requestBody: {content: {application/jsonl: {itemSchema: {type: string}}}}}"
        "request-body-media-type-item-schema-added" "request-body-media-type-item-schema-removed";
    encoding_type operation
        "{requestBody: {content: {multipart/form-data: {schema: {type: object}}}}}"
        "{requestBody: {content: {multipart/form-data: {schema: {type: object}, encoding: {f: {contentType: image/png}}}}}}"
        "request-body-encoding-content-type-changed" "request-body-encoding-content-type-changed";
    encoding_types_in_another_order operation
        "{requestBody: {content: {multipart/form-data: {schema: {type: object}, encoding: {f: {contentType: 'image/png, image/gif'}}}}}}"
        "{requestBody: {content: {multipart/form-data: {schema: {type: object}, encoding: {f: {contentType: 'image/gif,image/png'}}}}}}"
        "" "";
    encoding_style operation
        "{requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}}}}}"
        "{requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}, encoding: {f: {style: deepObject}}}}}}"
        "request-body-encoding-style-changed" "request-body-encoding-style-changed";
    encoding_explode operation
        "{requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}}}}}"
        "{requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}, encoding: {f: {explode: false}}}}}}"
        "request-body-encoding-explode-changed" "request-body-encoding-explode-changed";
    encoding_reserved operation
        "{requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}}}}}"
        "{requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}, encoding: {f: {allowReserved: true}}}}}}"
        "request-body-encoding-allow-reserved-changed" "request-body-encoding-allow-reserved-changed";
    encoding_headers operation
        "{requestBody: {content: {multipart/form-data: {schema: {type: object}}}}}"
        "{requestBody: {content: {multipart/form-data: {schema: {type: object}, encoding: {f: {headers: {X-A: {schema: {type: string}}}}}}}}}"
        "request-body-encoding-headers-changed" "request-body-encoding-headers-changed";
    encoding_of_what_is_no_form operation
        "{requestBody: {content: {application/json: {schema: {type: object}}}}}"
        "{requestBody: {content: {application/json: {schema: {type: object}, encoding: {f: {explode: false}}}}}}"
        "" "";
    response_type_added operation
        "{responses: {'200': {content: {text/plain: {}}}}}" "{responses: {'200': {content: {text/plain: {}, text/csv: {}}}}}"
        "response-media-type-added" "response-media-type-removed";
    response_type_generalized operation
        "{responses: {'200': {content: {text/plain: {}}}}}" "{responses: {'200': {content: {'text/*': {}}}}}"
        "response-media-type-name-generalized" "response-media-type-name-specialized";
    response_type_parameter_added operation
        "{responses: {'200': {content: {text/plain: {}}}}}" "{responses: {'200': {content: {text/plain;charset=utf-8: {}}}}}"
        "response-media-type-parameter-added" "response-media-type-parameter-removed";
    response_type_parameter_changed operation
        "{responses: {'200': {content: {text/plain;charset=ascii: {}}}}}" "{responses: {'200': {content: {text/plain;charset=utf-8: {}}}}}"
        "response-media-type-parameter-changed" "response-media-type-parameter-changed";
    response_schema operation
        "{responses: {'200': {content: {text/plain: {}}}}}" "{responses: {'200': {content: {text/plain: {schema: {type: string}}}}}}"
        "response-body-media-type-schema-added" "response-body-media-type-schema-removed";
    response_items operation
        "{responses: {'200': {content: {application/jsonl: {schema: {type: string}}}}}}"
        "{responses: {'200': {content: {application/jsonl: {itemSchema: {type: string}}}}}}"
        "response-body-media-type-item-schema-added" "response-body-media-type-item-schema-removed";
    media_types_in_another_spelling operation
        "{requestBody: {content: {'text/plain;a=b; c=d': {}}}}" "{requestBody: {content: {'Text/Plain; c=d;a=b': {}}}}"
        "" "";
}

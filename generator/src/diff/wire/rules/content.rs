//! Bodies of requests and answers: there or not, and in which formats.

table! {
    BODY_ADDED_REQUIRED "request-body-added-required" Err Breaking "Old clients send none: make it optional.";
    BODY_ADDED_OPTIONAL "request-body-added-optional" Info Compatible "Old clients send none.";
    BODY_REMOVED "request-body-removed" Err Breaking "Old clients go on to send it.";
    BODY_REQUIRED "request-body-became-required" Err Breaking "Clients that send none fail.";
    BODY_OPTIONAL "request-body-became-optional" Info Compatible "Clients that send one go on as before.";
    REQUEST_TYPE_ADDED "request-body-media-type-added" Info Compatible "Clients may go on to send what they send.";
    REQUEST_TYPE_REMOVED "request-body-media-type-removed" Err Breaking "Clients that send this format fail.";
    REQUEST_TYPE_GENERALIZED "request-body-media-type-generalized" Info Compatible "The range holds what clients send today.";
    REQUEST_TYPE_SPECIALIZED "request-body-media-type-specialized" Err Breaking "The range held more than what is read now.";
    REQUEST_TYPE_PARAMETERS "request-body-media-type-parameter-changed" Warn Risky "Servers differ in whether they compare the parameters of a media type.";
    REQUEST_SCHEMA_ADDED "request-body-media-type-schema-added" Err Breaking "Bodies that were free are now bound.";
    REQUEST_SCHEMA_REMOVED "request-body-media-type-schema-removed" Info Compatible "Bodies that were bound are now free.";
    REQUEST_ITEMS_ADDED "request-body-media-type-item-schema-added" Err Breaking "One value is now a sequence of values: old clients write another form." rollout;
    REQUEST_ITEMS_REMOVED "request-body-media-type-item-schema-removed" Err Breaking "A sequence of values is now one value: old clients write another form." rollout;
    ENCODING_TYPE "request-body-encoding-content-type-changed" Err Risky "Old clients send the part in another format.";
    ENCODING_STYLE "request-body-encoding-style-changed" Err Breaking "Old clients write the field in a form that is no longer read." rollout;
    ENCODING_EXPLODE "request-body-encoding-explode-changed" Err Breaking "Old clients write the field in a form that is no longer read." rollout;
    ENCODING_RESERVED "request-body-encoding-allow-reserved-changed" Warn Risky "Reserved letters of the field are written in another way.";
    ENCODING_HEADERS "request-body-encoding-headers-changed" Warn Risky "Old clients send the part with other headers.";
    RESPONSE_TYPE_ADDED "response-media-type-added" Info Compatible "Clients that ask for what they read go on as before.";
    RESPONSE_TYPE_REMOVED "response-media-type-removed" Err Breaking "Clients that read this format get another one." rollout;
    RESPONSE_TYPE_GENERALIZED "response-media-type-name-generalized" Err Breaking "Formats may come that clients do not read.";
    RESPONSE_TYPE_SPECIALIZED "response-media-type-name-specialized" Info Compatible "What comes is what the range held.";
    RESPONSE_TYPE_PARAMETER_ADDED "response-media-type-parameter-added" Info Compatible "Clients that do not know the parameter ignore it.";
    RESPONSE_TYPE_PARAMETER_REMOVED "response-media-type-parameter-removed" Err Risky "Clients that compare the parameter miss it.";
    RESPONSE_TYPE_PARAMETER_CHANGED "response-media-type-parameter-changed" Err Risky "Clients that compare the parameter find another value.";
    RESPONSE_SCHEMA_ADDED "response-body-media-type-schema-added" Info Compatible "What was free is now described." rollout;
    RESPONSE_SCHEMA_REMOVED "response-body-media-type-schema-removed" Err Breaking "What was described may now be anything.";
    RESPONSE_ITEMS_ADDED "response-body-media-type-item-schema-added" Err Breaking "One value is now a sequence of values: old clients cannot read it." rollout;
    RESPONSE_ITEMS_REMOVED "response-body-media-type-item-schema-removed" Err Breaking "A sequence of values is now one value: old clients cannot read it." rollout;
}

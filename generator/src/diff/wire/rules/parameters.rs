//! Parameters of requests.

table! {
    NEW_REQUIRED "new-required-request-parameter" Err Breaking "Old clients do not send it: make it optional, or give it a default.";
    NEW_OPTIONAL "new-optional-request-parameter" Info Compatible "Old clients do not send it.";
    NEW_PATH "new-request-path-parameter" Err Breaking "The path has another form: old clients call one that is gone.";
    PATH_REMOVED "request-path-parameter-removed" Err Breaking "The path has another form: old clients call one that is gone." rollout;
    PATH_RENAMED "request-path-parameter-renamed" Info None "The names of path variables do not travel.";
    REMOVED "request-parameter-removed" Warn Risky "Old clients go on to send it: the server must ignore it.";
    REMOVED_DEPRECATED "request-parameter-removed-with-deprecation" Info Risky "Old clients may go on to send it: the server must ignore it.";
    REMOVED_EARLY "request-parameter-removed-before-sunset" Err Risky "Old clients send it until the day that was announced.";
    REQUIRED "request-parameter-became-required" Err Breaking "Clients that leave it out fail.";
    OPTIONAL "request-parameter-became-optional" Info Compatible "Clients that send it go on as before.";
    LOCATION "request-parameter-location-changed" Err Breaking "Old clients send it where it is no longer read." rollout;
    STYLE "request-parameter-style-changed" Err Breaking "Old clients write the value in a form that is no longer read." rollout;
    EXPLODE "request-parameter-explode-changed" Err Breaking "Old clients write the value in a form that is no longer read." rollout;
    ALLOW_RESERVED "request-parameter-became-allow-reserved" Info Compatible "Reserved letters may stand in it as they are; escaped ones mean the same.";
    NOT_ALLOW_RESERVED "request-parameter-became-not-allow-reserved" Err Risky "Old clients send reserved letters as they are.";
    ALLOW_EMPTY "request-parameter-became-allow-empty-value" Info Compatible "It may be sent without a value.";
    NOT_ALLOW_EMPTY "request-parameter-became-not-allow-empty-value" Err Breaking "Clients that send it without a value fail.";
    QUERYSTRING "request-parameter-querystring-changed" Err Breaking "The whole query is read in another way." rollout;
    SERIALIZATION "request-parameter-serialization-changed" Err Breaking "A schema is written by style, a content by its media type: old clients write another text." rollout;
    MEDIA_TYPE "request-parameter-media-type-changed" Err Breaking "Old clients write the value in a format that is no longer read." rollout;
}

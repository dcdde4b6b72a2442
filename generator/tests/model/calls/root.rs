//! What the document says of the API as a whole.

use generator::config::Config;

use crate::{calls, check};

/// Client, environment and where errors speak.
fn text(api: &generator::model::Api) -> String {
    let env = |env: &Option<generator::model::EnvVar>| env.as_ref().map_or("-".to_owned(), |env| env.0.clone());
    let schemes: Vec<_> = api.auth.schemes.iter().map(|s| env(&s.env)).collect();
    format!(
        "{} {} [{}] {:?} {:?} {:?}",
        api.client,
        env(&api.base_url_env),
        schemes.join(" "),
        api.errors.message,
        api.errors.code,
        api.errors.request_id.as_ref().map(generator::model::WireName::as_str),
    )
}

#[test]
fn extensions_name_client_environment_and_errors() {
    let (api, said) = calls::resolve(
        r"
x-sdk-client: Pet Store
x-sdk-base-url-env: PETS_URL
x-sdk-errors: {message: [/error, /message], code: /code, request-id: X-Id}
paths: {}
",
    );
    assert_eq!(text(&api), r#"PetStore PETS_URL [] ["/error", "/message"] ["/code"] Some("X-Id")"#);
    assert!(said.items().is_empty(), "{:?}", said.items());
}

#[test]
fn without_extensions_the_usual_places_are_read() {
    let (api, _) = calls::resolve("\npaths: {}\n");
    assert_eq!(api.client.as_str(), "Client");
    assert!(api.errors.message.contains(&"/error/message".to_owned()));
    assert!(api.envelope.is_none());
}

#[test]
fn values_that_extensions_cannot_have_are_said() {
    let (api, said) = calls::resolve(
        r"
x-sdk-envelope: {success: ok}
x-sdk-errors: {message: error, colour: red, request-id: [a]}
paths: {}
",
    );
    assert!(api.envelope.is_none());
    let codes: Vec<_> = said.items().iter().map(|d| d.code.as_str()).collect();
    assert_eq!(codes, ["extension-value"; 2]);
}

#[test]
fn the_prefix_of_the_configuration_wins() {
    let document = r"
openapi: 3.0.3
info: {title: T, version: '1'}
servers: [{url: 'https://api.test'}]
x-sdk-client: Pets
x-sdk-base-url-env: PETS_URL
security: [{apiKey: []}]
paths: {/a: {get: {operationId: a, responses: {'200': {description: OK}}}}}
components: {securitySchemes: {apiKey: {type: apiKey, in: header, name: X-Key, x-sdk-env: PETS_KEY}}}
";
    let config = Config { client: Some("Zoo".to_owned()), env_prefix: Some("ZOO".to_owned()), ..check::config() };
    let (api, _) = check::resolve_with(document, &config);
    assert!(text(&api).starts_with("Zoo ZOO_BASE_URL [ZOO_API_KEY] "), "{}", text(&api));
}

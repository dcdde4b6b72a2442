//! One case through the emitted SDK.

use std::{collections::BTreeMap, time::Duration};

use airstore_sdk::{
    Airstore, CallOptions, ClientBuilder, Error, Response, RetryPolicy,
    types::{Connection, ConnectionCreateParams},
};
use sdk_tests::{
    Failure,
    cases::{Case, Options},
    record::Outcome,
};
use serde_json::Value;

/// The version that the record names: the emitted crate's first one.
pub const VERSION: &str = "airstore-sdk 0.1.0";

/// Makes the call and says what came out.
///
/// # Errors
/// The case asks for an operation or an argument that is not known here.
pub async fn outcome(case: &Case, recorder: &str, refused: &str) -> Result<Outcome, Failure> {
    if let Some(reason) = inexpressible(&case.client).or_else(|| inexpressible(&case.request)) {
        return Ok(Outcome::Inexpressible { reason });
    }
    let client = match client(&case.client, if case.client.refused { refused } else { recorder }) {
        Ok(client) => client,
        Err(error) => return Ok(failed(&error)),
    };
    let Some(cap) = case.cap_ms else { return call(case, &client).await };
    match tokio::time::timeout(Duration::from_millis(cap), call(case, &client)).await {
        Ok(outcome) => outcome,
        Err(_) => Ok(Outcome::StillWaiting { after_ms: cap }),
    }
}

fn inexpressible(options: &Options) -> Option<String> {
    let retries = options.max_retries?;
    u32::try_from(retries).is_err().then(|| format!("maxRetries {retries}"))
}

fn client(options: &Options, origin: &str) -> Result<Airstore, Error> {
    let suffix = options.base_suffix.as_deref().unwrap_or("/api/v1");
    let base = options.base_url.clone().unwrap_or_else(|| format!("{origin}{suffix}"));
    let key = options.api_key.as_deref().unwrap_or("org_test");
    let builder = Airstore::builder().ignore_env().no_proxy().api_key(key).base_url(&base);
    with_options(builder, options).build()
}

fn with_options(mut builder: ClientBuilder, options: &Options) -> ClientBuilder {
    if let Some(milliseconds) = options.timeout {
        builder = builder.attempt_timeout(Duration::from_millis(milliseconds));
    }
    if let Some(retries) = options.max_retries.and_then(|retries| u32::try_from(retries).ok()) {
        builder = builder.retry(RetryPolicy::default().max_retries(retries));
    }
    for (name, value) in &options.default_headers {
        builder = builder.default_header(name.as_str(), value.as_str());
    }
    builder
}

fn call_options(options: &Options) -> CallOptions {
    let mut call = CallOptions::new();
    if let Some(milliseconds) = options.timeout {
        call = call.attempt_timeout(Duration::from_millis(milliseconds));
    }
    if let Some(retries) = options.max_retries.and_then(|retries| u32::try_from(retries).ok()) {
        call = call.max_retries(retries);
    }
    for (name, value) in &options.headers {
        call = call.header(name.as_str(), value.as_str());
    }
    call
}

async fn call(case: &Case, client: &Airstore) -> Result<Outcome, Failure> {
    let connections = client.connections();
    let options = call_options(&case.request);
    let workspace = text(&case.args, "workspace_id")?;
    match case.op.as_str() {
        "create" => {
            let call = connections.create(workspace, &params(&case.args)?).with(options);
            ended(call.send_with_meta().await, connection)
        }
        "list" => {
            let call = connections.list(workspace).with(options);
            ended(call.send_with_meta().await, |list| list.iter().map(connection).collect())
        }
        "delete" => {
            let call = connections.del(workspace, text(&case.args, "connection_id")?).with(options);
            ended(call.send_with_meta().await, |()| Ok(Value::Null))
        }
        other => Err(format!("{}: unknown operation {other}", case.id).into()),
    }
}

fn text<'a>(arguments: &'a Value, name: &str) -> Result<&'a str, Failure> {
    arguments.get(name).and_then(Value::as_str).ok_or_else(|| format!("the argument {name} is missing").into())
}

fn params(arguments: &Value) -> Result<ConnectionCreateParams, Failure> {
    let given = arguments.get("params").and_then(Value::as_object).ok_or("the argument params is missing")?;
    let integration = given.get("integration_type").and_then(Value::as_str).ok_or("integration_type is missing")?;
    let mut params = ConnectionCreateParams::new(integration);
    for (name, value) in given {
        params = match (name.as_str(), value) {
            // JavaScript callers can say `null`; in Rust what is not given is absent.
            ("integration_type", _) | (_, Value::Null) => params,
            ("access_token", Value::String(text)) => params.access_token(text.as_str()),
            ("refresh_token", Value::String(text)) => params.refresh_token(text.as_str()),
            ("api_key", Value::String(text)) => params.api_key(text.as_str()),
            ("scope", Value::String(text)) => params.scope(text.as_str()),
            ("member_id", Value::String(text)) => params.member_id(text.as_str()),
            ("extra", extra) => params.extra(serde_json::from_value::<BTreeMap<String, String>>(extra.clone())?),
            (other, value) => return Err(format!("unknown parameter {other}: {value}").into()),
        };
    }
    Ok(params)
}

fn connection(connection: &Connection) -> Result<Value, serde_json::Error> {
    serde_json::to_value(connection)
}

fn ended<T>(
    result: Result<Response<T>, Error>,
    value: impl FnOnce(&T) -> Result<Value, serde_json::Error>,
) -> Result<Outcome, Failure> {
    Ok(match result {
        Ok(response) => Outcome::Value {
            value: value(response.value())?,
            request_id: response.request_id().map(str::to_owned),
            status: Some(response.status().as_u16()),
        },
        Err(error) => failed(&error),
    })
}

fn failed(error: &Error) -> Outcome {
    Outcome::Error {
        class: format!("{:?}", error.kind()),
        status: error.status().map(|status| status.as_u16()),
        message: error.api().map_or_else(|| error.to_string(), |api| api.message().to_owned()),
        request_id: error.request_id().map(str::to_owned),
    }
}

//! `prism PROGRAM SPEC`: makes the SDK's three calls against a Prism mock of the spec, valid ones and invalid ones.
//!
//! PROGRAM is Prism's command (`node_modules/.bin/prism`). Prism answers from the spec's examples and refuses what the
//! spec forbids, so a call that passes here is one that the spec describes.

use std::{
    path::Path,
    process::{Command, ExitCode, Stdio},
    time::Duration,
};

use airstore_sdk::{Airstore, Error, ErrorKind, types::ConnectionCreateParams};
use sdk_tests::{
    Failure,
    process::{Running, free_address},
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [prism, spec] = arguments.as_slice() else {
        eprintln!("usage: prism PROGRAM SPEC");
        return ExitCode::from(2);
    };
    match run(Path::new(prism), Path::new(spec)).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run(prism: &Path, spec: &Path) -> Result<(), Failure> {
    let address = free_address()?;
    let mut command = Command::new(prism);
    command.args(["mock", "-h", "127.0.0.1", "-p", &address.port().to_string(), "--errors"]).arg(spec);
    let mut mock = Running::start(command.stdout(Stdio::null()).stderr(Stdio::inherit()))?;
    mock.listening(address, Duration::from_secs(60))?;
    let client = client(&format!("http://{address}"), "org_test")?;
    valid(&client).await?;
    invalid(&client).await
}

fn client(base: &str, key: &str) -> Result<Airstore, Error> {
    Airstore::builder().ignore_env().no_proxy().base_url(base).api_key(key).build()
}

async fn valid(client: &Airstore) -> Result<(), Failure> {
    let connections = client.connections();
    let oauth =
        ConnectionCreateParams::new("gmail").access_token("ya29").refresh_token("1//0g").scope("gmail.readonly");
    let made = connections.create("ws_8f3a", &oauth).await?;
    said("create with OAuth credentials", made.external_id == "conn_5k2m")?;
    let extra = [("host".to_owned(), "https://eu.posthog.com".to_owned())].into();
    let key = ConnectionCreateParams::new("posthog").api_key("phx_9wT4mQ").extra(extra).member_id("mem_1");
    let made = connections.create("ws_8f3a", &key).await?;
    said("create with an API key", made.workspace_id == "ws_8f3a")?;
    let listed = connections.list("ws_8f3a").await?;
    said("list", listed.len() == 2)?;
    let deleted = connections.del("ws_8f3a", "conn_5k2m").send_with_meta().await?;
    said("del", deleted.status() == 200)
}

/// What a typed call cannot get wrong is said through a raw one.
async fn invalid(client: &Airstore) -> Result<(), Failure> {
    let unknown = client.connections().create("ws_8f3a", &ConnectionCreateParams::new("not-in-the-spec")).await;
    said("create with a provider that the spec does not name", kind(unknown.err()) == Some(ErrorKind::Unprocessable))?;
    let path = "/workspaces/ws_8f3a/connections";
    let empty = client.request(airstore_sdk::Method::POST, path).json(&serde_json::json!({})).await;
    said("create without a provider", kind(empty.err()) == Some(ErrorKind::Unprocessable))?;
    let text = client.request(airstore_sdk::Method::POST, path).body("text/plain", "gmail").await;
    let refused = text.err().and_then(|error| error.status()).is_some_and(|status| status.is_client_error());
    said("create with a body that is no JSON", refused)?;
    let gone = client.request(airstore_sdk::Method::GET, "/workspaces").await;
    said("a path that the spec does not have", kind(gone.err()) == Some(ErrorKind::NotFound))
}

fn kind(error: Option<Error>) -> Option<ErrorKind> {
    error.map(|error| error.kind())
}

fn said(what: &str, holds: bool) -> Result<(), Failure> {
    println!("{what}: {}", if holds { "ok" } else { "FAILED" });
    if holds { Ok(()) } else { Err(format!("Prism and the SDK disagree: {what}").into()) }
}

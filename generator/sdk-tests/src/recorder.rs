//! The recorder of the parity cases: a scripted HTTP server in a process of its own.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
};

use serde::Deserialize;
use serde_json::Value;

use crate::{Failure, process::Running, record};

/// A running recorder.
#[derive(Debug)]
pub struct Recorder {
    /// Where clients send their calls.
    pub url: String,
    control: String,
    http: reqwest::Client,
    _process: Running,
}

#[derive(Deserialize)]
struct Greeting {
    url: String,
    control: String,
}

/// A request as the recorder tells it.
#[derive(Debug, Deserialize)]
struct Recorded {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: Option<String>,
    json: Option<Value>,
    #[serde(rename = "atMs")]
    at_ms: i64,
}

impl Recorder {
    /// Starts `node script` and reads where it listens.
    ///
    /// # Errors
    /// There is no node, or the script does not say where it listens.
    pub fn start(script: &Path) -> Result<Self, Failure> {
        let mut process = Running::start(Command::new("node").arg(script).stdout(Stdio::piped()))?;
        let mut line = String::new();
        if let Some(stdout) = process.stdout() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        let greeting: Greeting = serde_json::from_str(&line)
            .map_err(|error| format!("{} did not say where it listens: {error}", script.display()))?;
        let http = reqwest::Client::builder().no_proxy().build()?;
        Ok(Self { url: greeting.url, control: greeting.control, http, _process: process })
    }

    /// Sets the answers and forgets what was recorded.
    ///
    /// # Errors
    /// The recorder does not take them.
    pub async fn script(&self, steps: &Value) -> Result<(), Failure> {
        let request = self.http.put(format!("{}/script", self.control)).body(serde_json::to_vec(steps)?);
        request.send().await?.error_for_status()?;
        Ok(())
    }

    /// What arrived since the last script, and the time between the requests.
    ///
    /// # Errors
    /// The recorder does not answer as it should.
    pub async fn take(&self) -> Result<(Vec<record::Request>, Vec<i64>), Failure> {
        let answer = self.http.get(format!("{}/requests", self.control)).send().await?.error_for_status()?;
        let recorded: Vec<Recorded> = serde_json::from_slice(&answer.bytes().await?)?;
        let gaps = recorded.iter().zip(recorded.iter().skip(1)).map(|(before, after)| after.at_ms - before.at_ms);
        let gaps = gaps.collect();
        Ok((recorded.into_iter().map(Recorded::into_request).collect(), gaps))
    }
}

impl Recorded {
    fn into_request(self) -> record::Request {
        let headers = self.headers.into_iter().filter(|(name, _)| !record::HOP.contains(&name.as_str())).collect();
        let body = self.json.or(self.body.map(Value::String)).unwrap_or(Value::Null);
        record::Request { method: self.method, target: self.target, headers, body }
    }
}

//! What a reference names on another machine: the only network access of the program, and only to origins that the user
//! allowed. No credentials are sent, no proxy of the environment is asked, and a redirect is followed only as far as
//! its origin is allowed, too.

use std::{sync::OnceLock, time::Duration};

use ureq::{Agent, http::header::LOCATION};
use url::Url;

use super::{
    Input,
    library::{Opened, Refusal},
};
use crate::diagnostic::Code;

/// For one file, from the name's look-up to its last byte.
const TIME: Duration = Duration::from_secs(30);

/// As many redirects are followed.
const REDIRECTS: usize = 5;

/// Whether a URL may be fetched: its origin is one of those that were allowed.
pub(super) fn check(url: &Url, allowed: &[String]) -> Opened<()> {
    let origin = url.origin().ascii_serialization();
    if allowed.contains(&origin) {
        return Ok(());
    }
    let message = format!("`{url}` is on another machine, which is not asked");
    Err(Some(Refusal::new(Code::ReferenceExternal, message).help(format!("allow it with --allow-remote {origin}"))))
}

/// Fetches a URL of at most `limit` bytes; it is called by the URL that was asked for.
pub(super) fn fetch(url: &Url, allowed: &[String], limit: u64) -> Result<Input, Refusal> {
    let failed = |why: String| Refusal::new(Code::ReferenceDangling, format!("`{url}` cannot be fetched: {why}"));
    let mut next = url.clone();
    for _ in 0..=REDIRECTS {
        if !allowed.contains(&next.origin().ascii_serialization()) {
            return Err(failed(format!("it leads on to `{next}`, whose origin is not allowed")));
        }
        // What a URL of the description carries in front of the host would be credentials.
        let plain = next.set_username("").and_then(|()| next.set_password(None));
        plain.map_err(|()| failed("it has no host".to_owned()))?;
        let mut answer = agent().get(next.as_str()).call().map_err(|error| failed(error.to_string()))?;
        let status = answer.status();
        if status.is_redirection() {
            let to = answer.headers().get(LOCATION).and_then(|to| to.to_str().ok());
            next = to.and_then(|to| next.join(to).ok()).ok_or_else(|| failed(format!("it answers {status}")))?;
            continue;
        }
        if !status.is_success() {
            return Err(failed(format!("it answers {status}")));
        }
        let bytes = answer.body_mut().with_config().limit(limit).read_to_vec();
        let bytes = bytes.map_err(|error| failed(error.to_string()))?;
        return Ok(Input { name: url.to_string(), bytes });
    }
    Err(failed(format!("it leads on more than {REDIRECTS} times")))
}

fn agent() -> &'static Agent {
    static AGENT: OnceLock<Agent> = OnceLock::new();
    AGENT.get_or_init(|| {
        let config = Agent::config_builder()
            .timeout_global(Some(TIME))
            .max_redirects(0)
            .http_status_as_error(false)
            .proxy(None)
            .user_agent("openapi-sdk-generator");
        config.build().into()
    })
}

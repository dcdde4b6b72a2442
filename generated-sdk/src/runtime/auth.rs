//! Which credential a call sends, and how.

use std::fmt;

use http::{HeaderName, HeaderValue, header};

use super::{
    base64,
    error::Error,
    error_kind::ErrorKind,
    info::{ApiInfo, CredentialKind, OperationInfo, SchemeInfo},
    secret::Secret,
    token::TokenSource,
};

/// The credentials of a client, by the index of their scheme.
pub(crate) struct Credentials {
    pub(crate) given: Vec<Option<Credential>>,
}

/// What a scheme sends.
pub(crate) enum Credential {
    /// A key, a token, or `user:password`.
    Fixed(Secret),
    /// A token that is asked for on each attempt.
    Source(Box<dyn TokenSource>),
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials(..)")
    }
}

impl Credentials {
    /// The credential of a scheme.
    pub(crate) fn get(&self, scheme: usize) -> Option<&Credential> {
        self.given.get(scheme)?.as_ref()
    }

    /// The schemes to use: the first alternative of which all are configured. An empty alternative says that a
    /// credential is optional: one that is there is sent all the same.
    fn choose(&self, alternatives: &'static [&'static [usize]]) -> Option<&'static [usize]> {
        let configured = |schemes: &&&[usize]| schemes.iter().all(|&scheme| self.get(scheme).is_some());
        let needs = alternatives.iter().filter(|schemes| !schemes.is_empty());
        let optional = alternatives.is_empty() || alternatives.iter().any(|schemes| schemes.is_empty());
        needs.clone().find(configured).copied().or_else(|| optional.then_some(&[]))
    }

    /// The schemes that an operation uses.
    pub(crate) fn of_operation(&self, api: &ApiInfo, operation: &OperationInfo) -> Result<&'static [usize], Error> {
        let alternatives = operation.auth.unwrap_or(api.auth);
        self.choose(alternatives).ok_or_else(|| missing(ErrorKind::Auth, api, alternatives))
    }

    /// Refuses a client that could call nothing.
    pub(crate) fn check(&self, api: &ApiInfo) -> Result<(), Error> {
        if api.auth_everywhere && self.given.iter().all(Option::is_none) {
            return Err(missing(ErrorKind::Config, api, api.auth));
        }
        for (scheme, credential) in api.schemes.iter().zip(&self.given) {
            if let Some(Credential::Fixed(secret)) = credential {
                check_secret(scheme, secret)?;
            }
        }
        Ok(())
    }
}

/// Refuses what cannot be sent, without showing it.
fn check_secret(scheme: &SchemeInfo, secret: &Secret) -> Result<(), Error> {
    let sendable = match scheme.credential {
        CredentialKind::Bearer | CredentialKind::Header(_) => HeaderValue::from_str(secret.expose()).is_ok(),
        _ => true,
    };
    match (secret.expose().is_empty(), sendable) {
        (true, _) => Err(Error::config(format!("`{}` is empty", scheme.name))),
        (_, false) => Err(Error::config(format!("`{}` has characters that no header can hold", scheme.name))),
        _ => Ok(()),
    }
}

fn missing(kind: ErrorKind, api: &ApiInfo, alternatives: &[&[usize]]) -> Error {
    let name = |&scheme: &usize| {
        let scheme = api.schemes.get(scheme)?;
        Some(match scheme.env {
            Some(env) => format!("`{}` (or the environment variable {env})", scheme.name),
            None => format!("`{}`", scheme.name),
        })
    };
    let ways: Vec<String> =
        alternatives.iter().map(|schemes| schemes.iter().filter_map(name).collect::<Vec<_>>().join(" and ")).collect();
    Error::new(kind, format!("no credential: set {}", ways.join(", or ")))
}

/// The header of a scheme that sends one.
pub(crate) fn header(kind: CredentialKind, secret: &Secret) -> Result<Option<(HeaderName, HeaderValue)>, Error> {
    let text = secret.expose();
    let (name, value) = match kind {
        CredentialKind::Bearer => (Ok(header::AUTHORIZATION), format!("Bearer {text}")),
        CredentialKind::Basic => (Ok(header::AUTHORIZATION), format!("Basic {}", base64::encode(text.as_bytes()))),
        CredentialKind::Header(name) => (HeaderName::from_bytes(name.as_bytes()), text.to_owned()),
        CredentialKind::Query(_) | CredentialKind::Cookie(_) => return Ok(None),
    };
    match (name, HeaderValue::try_from(value)) {
        (Ok(name), Ok(mut value)) => {
            value.set_sensitive(true);
            Ok(Some((name, value)))
        }
        _ => Err(Error::new(ErrorKind::Auth, "the credential has characters that no header can hold")),
    }
}

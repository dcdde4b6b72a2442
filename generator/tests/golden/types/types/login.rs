// Generated from openapi.yaml; edit that instead.

use crate::golden::runtime::{self, object};

/// Credentials.
#[non_exhaustive]
#[derive(Clone, PartialEq, PartialOrd)]
pub struct Login {
    /// Who.
    pub user: String,
    /// The password. Never shown by `Debug`.
    pub password: String,
    /// Where.
    pub tenant: String,
    /// One-time password.
    pub otp: Option<String>,
    /// What for.
    pub scopes: Vec<String>,
}

impl Login {
    /// Takes all of it: every field is required.
    pub fn new(required: LoginRequired) -> Self {
        Self {
            user: required.user,
            password: required.password,
            tenant: required.tenant,
            otp: required.otp,
            scopes: required.scopes,
        }
    }
}

object! { Login: Serialize + Debug {
    user     required "user";
    password required "password", secret;
    tenant   required "tenant";
    otp      nullable "otp";
    scopes   required "scopes";
} }

/// What [`Login::new`] needs.
pub struct LoginRequired {
    /// Who.
    pub user: String,
    /// The password. Never shown by `Debug`.
    pub password: String,
    /// Where.
    pub tenant: String,
    /// One-time password.
    pub otp: Option<String>,
    /// What for.
    pub scopes: Vec<String>,
}

//! Variables of base URLs.

use super::{builder::ClientBuilder, error::Error, info::ServerInfo};

impl ClientBuilder {
    /// Keeps the value of a variable of the base URL.
    pub(crate) fn server_variable(mut self, name: &'static str, value: &str) -> Self {
        self.variables.push((name, value.to_owned()));
        self
    }
}

/// The URL of a server with its variables filled in. A value may be one that the API lists; where it lists none, one
/// that cannot leave its place: unreserved characters alone, no `.` or `..`.
pub(crate) fn expand(server: &ServerInfo, given: &[(&'static str, String)]) -> Result<String, Error> {
    server.variables.iter().try_fold(server.url.to_owned(), |url, variable| {
        let value = given.iter().rev().find(|(name, _)| *name == variable.name).map(|(_, value)| value.as_str());
        let value = value.unwrap_or(variable.default);
        let allowed = value == variable.default
            || if variable.allowed.is_empty() { is_contained(value) } else { variable.allowed.contains(&value) };
        if !allowed {
            let listed = variable.allowed.join(", ");
            let hint = if listed.is_empty() { "letters, digits, `-`, `.`, `_`, `~`".to_owned() } else { listed };
            return Err(Error::config(format!("server variable `{}` is not one of: {hint}", variable.name)));
        }
        Ok(url.replace(&format!("{{{}}}", variable.name), value))
    })
}

fn is_contained(value: &str) -> bool {
    let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    !value.is_empty() && value != "." && value != ".." && value.bytes().all(unreserved)
}

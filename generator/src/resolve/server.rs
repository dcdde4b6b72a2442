//! Servers: base URLs and their variables.

use openapiv3::Server as Declared;

use super::{
    Context, docs, names,
    path::{self, Piece},
};
use crate::{
    diagnostic::Code,
    model::{Server, ServerVariable, WireName},
    pointer::{Origin, Pointer},
};

/// The base URLs, the default first. What cannot be one is diagnosed and left out; when none remains the client must be
/// given its base URL.
pub fn resolve_servers(cx: &mut Context<'_>) -> Vec<Server> {
    let document = cx.document;
    let origin = Origin::root(Pointer::root());
    if document.servers.is_empty() {
        let message = "the document names no server, so the client has to be given its base URL";
        cx.diagnostics.report(Code::ServerUnusable, origin, message);
        return Vec::new();
    }
    let origin = origin.join("servers");
    let declared = document.servers.iter().enumerate();
    declared.filter_map(|(index, server)| resolve_server(cx, server, &origin.join(index))).collect()
}

/// The base URL of an operation or a path item that is not where calls go anyway: the first that is usable. Its
/// variables have their defaults, since setters are the client's and the document's own.
pub(super) fn resolve_own(cx: &mut Context<'_>, own: &[Declared], origin: &Origin) -> Option<String> {
    let leads = |server: &Declared| (server.url.clone(), server.variables.clone());
    if own.is_empty() || own.first().map(leads) == cx.document.servers.first().map(leads) {
        return None;
    }
    let origin = origin.join("servers");
    let (index, server) = own
        .iter()
        .enumerate()
        .find_map(|(index, server)| Some(index).zip(resolve_server(cx, server, &origin.join(index))))?;
    let mut url = server.url;
    for variable in &server.variables {
        url = url.replace(&format!("{{{}}}", variable.wire.as_str()), &variable.default);
        let message = format!(
            "the variable `{0}` of an operation's own server has no setter; it is `{1}`",
            variable.wire.as_str(),
            variable.default
        );
        cx.diagnostics.report(Code::ServerVariable, origin.join(index).join("variables"), message);
    }
    let in_clear = |url: &str| !url.to_ascii_lowercase().starts_with("https:");
    if in_clear(&url) && cx.document.servers.first().is_some_and(|server| !in_clear(&server.url)) {
        let message = format!("`{url}` is not encrypted, the API's server is; calls go to that");
        return unusable(cx, &origin.join(index).join("url"), &message).map(|_| url);
    }
    Some(url)
}

fn resolve_server(cx: &mut Context<'_>, server: &Declared, origin: &Origin) -> Option<Server> {
    let origin_of_url = origin.join("url");
    let template = match template(&server.url) {
        Ok(template) => template,
        Err(message) => return unusable(cx, &origin_of_url, &message),
    };
    let mut variables: Vec<ServerVariable> = Vec::new();
    let mut plain = String::new();
    for piece in template {
        let name = match piece {
            Piece::Literal(text) => {
                plain.push_str(&text);
                continue;
            }
            Piece::Variable(name) => name,
        };
        let declared = server.variables.as_ref().and_then(|all| all.get(&name));
        let Some(declared) = declared else {
            return unusable(cx, &origin_of_url, &format!("the URL's variable `{name}` is not defined"));
        };
        plain.push_str(&declared.default);
        if variables.iter().all(|known| known.wire.as_str() != name) {
            variables.push(variable(cx, &name, declared, &origin.join("variables").join(&name)));
        }
    }
    let declared = server.variables.iter().flat_map(|all| all.keys());
    for unused in declared.filter(|name| variables.iter().all(|known| known.wire.as_str() != name.as_str())) {
        let message = format!("the URL `{}` does not use the variable `{unused}`; it has no setter", server.url);
        cx.diagnostics.report(Code::ServerVariable, origin.join("variables").join(unused), message);
    }
    if let Err(message) = check_url(&plain) {
        return unusable(cx, &origin_of_url, &message);
    }
    Some(Server {
        url: server.url.trim().to_owned(),
        docs: docs::canonical(server.description.as_deref().unwrap_or_default()),
        variables,
    })
}

fn unusable(cx: &mut Context<'_>, origin: &Origin, message: &str) -> Option<Server> {
    cx.diagnostics.report(Code::ServerUnusable, origin.clone(), message);
    None
}

/// The pieces of a server's URL; as of a path, but the text is no path yet and is not encoded.
fn template(url: &str) -> Result<Vec<Piece>, String> {
    path::split(url.trim()).ok_or_else(|| format!("`{url}` has a brace without its partner or without a name"))
}

/// Whether a URL, variables replaced by their defaults, can stand before every path.
fn check_url(url: &str) -> Result<(), String> {
    let rest = match url.split_once("://") {
        Some((scheme, rest)) if ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) => rest,
        Some((scheme, _)) if !scheme.contains('/') => {
            return Err(format!("`{scheme}` is no scheme that calls can go to; it must be http or https"));
        }
        _ if url.trim_matches('/').is_empty() => {
            return Err("the URL is relative to the place of the document, which calls do not know".to_owned());
        }
        _ => {
            return Err(format!(
                "`{url}` is relative to the place of the document, which calls do not know; the base URL given to the \
                 client must end in it"
            ));
        }
    };
    let host = rest.split('/').next().unwrap_or_default();
    if host.is_empty() || host.contains(char::is_whitespace) {
        return Err(format!("`{url}` has no host"));
    }
    if host.contains('@') {
        return Err("the URL holds a user name, which belongs to the credentials".to_owned());
    }
    if rest.contains(['?', '#']) {
        return Err(format!("`{url}` holds a query or a fragment, which no path can follow"));
    }
    Ok(())
}

fn variable(cx: &mut Context<'_>, name: &str, declared: &openapiv3::ServerVariable, origin: &Origin) -> ServerVariable {
    let mut allowed = declared.enumeration.clone();
    if !allowed.is_empty() && !allowed.contains(&declared.default) {
        let message =
            format!("the default `{}` is not among the values of the server variable `{name}`", declared.default);
        cx.diagnostics.report(Code::SchemaValue, origin.join("default"), message).help =
            "add it to `enum` or correct it; it is accepted as it stands".to_owned();
        allowed.insert(0, declared.default.clone());
    }
    ServerVariable {
        setter: names::method_name(&[name]),
        wire: WireName::from(name),
        default: declared.default.clone(),
        allowed,
        docs: docs::canonical(declared.description.as_deref().unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::check_url;

    #[test]
    fn only_absolute_http_urls_are_bases() {
        for url in ["https://api.example.com/v1", "HTTP://localhost:8080", "https://[::1]:8080/"] {
            assert_eq!(check_url(url), Ok(()), "{url}");
        }
        for url in [
            "",
            "/",
            "/api/v3",
            "api.example.com",
            "ftp://a",
            "https://",
            "https:///x",
            "https://a/?b=c",
            "https://u:p@a/",
        ] {
            assert!(check_url(url).is_err(), "{url}");
        }
    }
}

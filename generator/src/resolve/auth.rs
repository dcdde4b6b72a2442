//! Security: the schemes, what each operation needs of them, and what the client's constructor takes.

use std::collections::BTreeSet;

use openapiv3::{APIKeyLocation, ReferenceOr, SecurityRequirement, SecurityScheme};

use super::{Context, choices, docs, names, parameter, refs};
use crate::{
    diagnostic::Code,
    model::{Auth, Credential, EnvVar, Operation, Scheme, SchemeId, Source, WireName},
    pointer::{At, Origin, Pointer},
};

/// Alternatives, each a set of schemes needed at once.
pub(super) type Requirement = Vec<Vec<SchemeId>>;

/// All schemes that can be served, in the spec's order; `settle` drops those that no operation uses.
pub fn resolve_auth(cx: &mut Context<'_>) -> Auth {
    let declared = cx.document.components.as_ref().map(|components| &components.security_schemes);
    let mut schemes = Vec::new();
    for (name, scheme) in declared.into_iter().flatten() {
        let origin = refs::component_origin("securitySchemes", name);
        if let Some(scheme) = resolve_scheme(cx, name, At::new(scheme, origin)) {
            schemes.push(scheme);
        }
    }
    Auth { schemes, ..Auth::default() }
}

fn resolve_scheme<'a>(cx: &mut Context<'a>, name: &str, scheme: At<&'a ReferenceOr<SecurityScheme>>) -> Option<Scheme> {
    let origin = scheme.origin.clone();
    let scheme = cx.look_up(scheme)?.node;
    let credential = credential(scheme)?;
    let (description, extensions) = match scheme {
        SecurityScheme::APIKey { description, extensions, .. }
        | SecurityScheme::HTTP { description, extensions, .. }
        | SecurityScheme::OAuth2 { description, extensions, .. }
        | SecurityScheme::OpenIDConnect { description, extensions, .. } => (description, extensions),
    };
    let pinned = choices::text(cx, extensions, &origin, "x-sdk-name");
    if pinned.is_some() {
        cx.pins.insert(names::Kind::Setter, origin.clone());
    }
    let setter = names::method_name(&[pinned.as_deref().unwrap_or(name)]);
    let prefixed = cx.config.env_prefix.as_ref().map(|prefix| format!("{prefix}_{}", setter.as_str().to_uppercase()));
    let own = choices::text(cx, extensions, &origin, "x-sdk-env");
    let env = prefixed.or(own).map(EnvVar);
    let docs = docs::canonical(description.as_deref().unwrap_or_default());
    let source = Source { origin, name: Some(name.to_owned()) };
    Some(Scheme { setter, docs, credential, env, source })
}

/// What a scheme sends; `None` for a kind that is not covered.
fn credential(scheme: &SecurityScheme) -> Option<Credential> {
    match scheme {
        SecurityScheme::APIKey { name, location: APIKeyLocation::Query, .. } if name.is_empty() => None,
        SecurityScheme::APIKey { name, location: APIKeyLocation::Header | APIKeyLocation::Cookie, .. }
            if !parameter::is_token(name) =>
        {
            None
        }
        SecurityScheme::APIKey { location, name, .. } => {
            let name = WireName::from(name.as_str());
            Some(match location {
                APIKeyLocation::Query => Credential::Query(name),
                APIKeyLocation::Header => Credential::Header(name),
                APIKeyLocation::Cookie => Credential::Cookie(name),
            })
        }
        SecurityScheme::HTTP { scheme, .. } => match scheme.to_ascii_lowercase().as_str() {
            "bearer" => Some(Credential::Bearer),
            "basic" => Some(Credential::Basic),
            // Its answer depends on what the server asks for each time (RFC 7616).
            "digest" => None,
            // The whole value of the header is the caller's.
            _ => Some(Credential::Header(WireName::from("Authorization"))),
        },
        SecurityScheme::OAuth2 { .. } | SecurityScheme::OpenIDConnect { .. } => Some(Credential::Bearer),
    }
}

/// What calls need when their operation does not say.
pub(super) fn resolve_default(cx: &mut Context<'_>, auth: &Auth) -> Requirement {
    let document = cx.document;
    if let Some(security) = &document.security {
        let origin = Origin::root(Pointer::root()).join("security");
        return resolve_requirement(cx, auth, &At::new(security, origin));
    }
    if auth.schemes.is_empty() || any_stated(cx) {
        return Requirement::new();
    }
    let origin = Origin::root(["components", "securitySchemes"].into_iter().map(str::to_owned).collect());
    let message = "no operation says which scheme it needs, so every call sends a credential when the client has one";
    cx.diagnostics.report(Code::SecurityUnstated, origin, message);
    let each = (0..auth.schemes.len()).map(|index| vec![SchemeId(index)]);
    each.chain([Vec::new()]).collect()
}

/// Whether any operation states a requirement, an empty one included.
fn any_stated(cx: &Context<'_>) -> bool {
    cx.document.operations().any(|(_, _, operation)| operation.security.is_some())
}

/// The alternatives of a security requirement. A scheme that cannot be served is diagnosed and left out; so is an
/// alternative of which nothing remains.
pub(super) fn resolve_requirement(
    cx: &mut Context<'_>,
    auth: &Auth,
    requirement: &At<&Vec<SecurityRequirement>>,
) -> Requirement {
    let mut alternatives = Requirement::new();
    for (index, alternative) in requirement.node.iter().enumerate() {
        let mut set = BTreeSet::new();
        for name in alternative.keys() {
            match auth.schemes.iter().position(|scheme| scheme.source.name.as_ref() == Some(name)) {
                Some(id) => drop(set.insert(SchemeId(id))),
                None => report_unknown(cx, name, requirement.origin.join(index).join(name)),
            }
        }
        let set: Vec<_> = set.into_iter().collect();
        let lost = set.is_empty() && !alternative.is_empty();
        if !lost && !alternatives.contains(&set) {
            alternatives.push(set);
        }
    }
    alternatives
}

/// A scheme that is not defined is said where it is named, a kind that is not covered once, where it is defined.
fn report_unknown(cx: &mut Context<'_>, name: &str, origin: Origin) {
    let defined = cx.document.components.as_ref().is_some_and(|c| c.security_schemes.contains_key(name));
    if !defined {
        let message = format!("the security scheme `{name}` is not defined");
        cx.diagnostics.report(Code::SecurityUnknown, origin, message);
        return;
    }
    let origin = refs::component_origin("securitySchemes", name);
    if cx.diagnostics.items().iter().any(|d| d.code == Code::SecurityUnknown && d.origin == origin) {
        return;
    }
    let message = format!("the security scheme `{name}` is of a kind that is not covered yet; calls do not send it");
    cx.diagnostics.report(Code::SecurityUnknown, origin, message).help =
        "set the header that it needs with `default_header` or in an interceptor".to_owned();
}

/// Settles what depends on all operations: schemes that none uses go, what most need becomes the default, and an
/// operation keeps its own requirement only where it differs.
pub(super) fn settle(auth: &mut Auth, operations: &mut [Operation]) {
    drop_unused(auth, operations);
    let own: Vec<Requirement> = operations.iter().map(|o| o.security.clone().unwrap_or_default()).collect();
    auth.default = most_common(&own);
    auth.constructor = constructor(&own);
    for operation in operations {
        if operation.security.as_ref() == Some(&auth.default) {
            operation.security = None;
        }
    }
}

fn drop_unused(auth: &mut Auth, operations: &mut [Operation]) {
    let used: BTreeSet<SchemeId> =
        operations.iter().flat_map(|o| o.security.iter().flatten().flatten().copied()).collect();
    let renumbered = |id: SchemeId| SchemeId(used.iter().take_while(|other| **other < id).count());
    for operation in operations {
        for id in operation.security.iter_mut().flatten().flatten() {
            *id = renumbered(*id);
        }
    }
    let mut index = 0;
    auth.schemes.retain(|_| {
        index += 1;
        used.contains(&SchemeId(index - 1))
    });
}

/// The requirement of most operations; of equally common ones the first.
fn most_common(own: &[Requirement]) -> Requirement {
    let mut best: Option<(usize, &Requirement)> = None;
    for requirement in own {
        let count = own.iter().filter(|other| *other == requirement).count();
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, requirement));
        }
    }
    best.map(|(_, requirement)| requirement.clone()).unwrap_or_default()
}

/// The scheme that alone meets every secured operation: those that need a credential or, where none does, those that
/// take one.
fn constructor(own: &[Requirement]) -> Option<SchemeId> {
    let needs = |requirement: &&Requirement| !requirement.is_empty() && !requirement.iter().any(Vec::is_empty);
    let mut secured: Vec<&Requirement> = own.iter().filter(needs).collect();
    if secured.is_empty() {
        secured = own.iter().filter(|requirement| requirement.iter().any(|set| !set.is_empty())).collect();
    }
    let candidates = secured.first()?.iter();
    let meets_all = |id: &SchemeId| secured.iter().all(|requirement| requirement.contains(&vec![*id]));
    candidates.filter_map(|set| if let [id] = set.as_slice() { Some(*id) } else { None }).find(meets_all)
}

#[cfg(test)]
mod tests {
    use super::{Requirement, SchemeId, constructor, most_common};

    /// Requirements separated by blanks, alternatives by `|`, schemes needed at once by `+`; `-` needs nothing.
    fn own(text: &str) -> Vec<Requirement> {
        let set = |set: &str| set.split('+').filter_map(|id| id.parse().ok()).map(SchemeId).collect();
        let requirement = |text: &str| if text == "." { Vec::new() } else { text.split('|').map(set).collect() };
        text.split_whitespace().map(requirement).collect()
    }

    #[test]
    fn the_constructor_takes_what_alone_is_enough() {
        for (operations, expected) in [
            ("", None),
            (". .", None),
            ("0 . 0", Some(0)),
            ("0|1 1", Some(1)),
            ("0|1 0|1", Some(0)),
            ("0 1", None),
            ("0+1", None),
            ("0|- 0|-", Some(0)),
            ("1|- 0", Some(0)),
        ] {
            assert_eq!(constructor(&own(operations)), expected.map(SchemeId), "{operations}");
        }
    }

    #[test]
    fn the_default_is_what_most_need() {
        assert_eq!(most_common(&own("1 0 0")), vec![vec![SchemeId(0)]]);
        assert_eq!(most_common(&own("1 0")), vec![vec![SchemeId(1)]]);
        assert_eq!(most_common(&own("")), Requirement::new());
    }
}

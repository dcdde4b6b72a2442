//! "Did you mean": the candidate nearest to a name that is not known.

/// The candidate that a person who wrote `name` most likely meant; `None` when all are too far away.
///
/// Letter case, `-` and `_` do not count; beyond them a third of the letters may differ, or one name may begin the other.
#[must_use]
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = plain(name);
    let length = wanted.chars().count();
    if length == 0 {
        return None;
    }
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let other = plain(candidate);
            let distance = strsim::osa_distance(&wanted, &other);
            let near = distance <= length.max(other.chars().count()).div_ceil(3);
            let begins = length >= 3 && (other.starts_with(&wanted) || wanted.starts_with(&other)) && !other.is_empty();
            (near || begins).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// A help sentence that names the nearest candidate, else all of them when they are few, else `otherwise`.
#[must_use]
pub fn did_you_mean(name: &str, candidates: &[&str], otherwise: &str) -> String {
    match closest(name, candidates.iter().copied()) {
        Some(candidate) => format!("did you mean `{candidate}`?"),
        None if (1..=12).contains(&candidates.len()) => format!("known: {}", candidates.join(", ")),
        None => otherwise.to_owned(),
    }
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_neighbour() {
        assert_eq!(closest("pakcage", ["spec", "package", "out"]), Some("package"));
        assert_eq!(closest("envPrefix", ["env_prefix", "examples"]), Some("env_prefix"));
        assert_eq!(closest("list", ["listConnections", "delete"]), Some("listConnections"));
    }

    #[test]
    fn a_stranger_finds_nobody() {
        assert_eq!(closest("zebra", ["spec", "out"]), None);
        assert_eq!(closest("", ["spec"]), None);
        assert_eq!(did_you_mean("zebra", &["spec", "out"], "read the README"), "known: spec, out");
    }
}

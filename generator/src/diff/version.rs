//! version: which version of the SDK fits a change (SemVer 2.0.0; below 1.0 as cargo counts: the first number that is not
//! 0 is the major one).

use std::fmt;

use super::finding::Bump;

/// A version, without what stands behind `+`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    major: u64,
    minor: u64,
    patch: u64,
    pre: Option<String>,
}

impl Version {
    /// Reads one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.split('+').next()?;
        let (core, pre) = text.split_once('-').map_or((text, None), |(core, pre)| (core, Some(pre.to_owned())));
        let numbers: Vec<u64> = core.split('.').map(|number| number.parse().ok()).collect::<Option<_>>()?;
        let [major, minor, patch] = numbers.try_into().ok()?;
        (pre.as_deref() != Some("")).then_some(Self { major, minor, patch, pre })
    }

    /// The next version after a change. A pre-release promises nothing, so that only its last number grows.
    #[must_use]
    pub fn after(&self, bump: Bump) -> Self {
        let Self { major, minor, patch, .. } = *self;
        let of = |major, minor, patch| Self { major, minor, patch, pre: None };
        match (bump, &self.pre) {
            (Bump::None, _) => self.clone(),
            (_, Some(pre)) => Self { pre: Some(next(pre)), ..self.clone() },
            (Bump::Major, None) if major > 0 => of(major + 1, 0, 0),
            (Bump::Minor, None) if major > 0 => of(major, minor + 1, 0),
            (Bump::Major, None) if minor > 0 => of(0, minor + 1, 0),
            _ => of(major, minor, patch + 1),
        }
    }

    /// Whether this version is enough where `least` is asked for; its pre-releases are.
    #[must_use]
    pub fn is_at_least(&self, least: &Self) -> bool {
        let core = |version: &Self| (version.major, version.minor, version.patch);
        match core(self).cmp(&core(least)) {
            std::cmp::Ordering::Equal => match (&self.pre, &least.pre) {
                (Some(pre), Some(least)) => identifiers(pre) >= identifiers(least),
                _ => true,
            },
            other => other.is_gt(),
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { major, minor, patch, pre } = self;
        write!(f, "{major}.{minor}.{patch}")?;
        pre.as_ref().map_or(Ok(()), |pre| write!(f, "-{pre}"))
    }
}

/// `rc.1` becomes `rc.2`, `beta` becomes `beta.1`.
fn next(pre: &str) -> String {
    let (head, last) = pre.rsplit_once('.').unwrap_or(("", pre));
    match (last.parse::<u64>(), head) {
        (Ok(number), "") => (number + 1).to_string(),
        (Ok(number), head) => format!("{head}.{}", number + 1),
        (Err(_), _) => format!("{pre}.1"),
    }
}

/// In SemVer's order (section 11): numbers by value and before words.
fn identifiers(pre: &str) -> Vec<(bool, u64, &str)> {
    let identifier = |part: &'_ str| part.parse::<u64>().ok();
    pre.split('.').map(|part| identifier(part).map_or((true, 0, part), |number| (false, number, ""))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next_of(version: &str) -> [String; 4] {
        let version = Version::parse(version).unwrap();
        [Bump::None, Bump::Patch, Bump::Minor, Bump::Major].map(|bump| version.after(bump).to_string())
    }

    #[test]
    fn versions_grow_as_cargo_counts() {
        assert_eq!(next_of("1.2.3"), ["1.2.3", "1.2.4", "1.3.0", "2.0.0"]);
        assert_eq!(next_of("0.4.2"), ["0.4.2", "0.4.3", "0.4.3", "0.5.0"]);
        assert_eq!(next_of("0.0.2"), ["0.0.2", "0.0.3", "0.0.3", "0.0.3"]);
        assert_eq!(next_of("1.0.0-rc.1+5"), ["1.0.0-rc.1", "1.0.0-rc.2", "1.0.0-rc.2", "1.0.0-rc.2"]);
        assert_eq!(next_of("1.0.0-beta")[3], "1.0.0-beta.1");
    }

    #[test]
    fn enough_is_the_same_a_later_one_or_its_pre_release() {
        let enough = |new: &str, least: &str| Version::parse(new).unwrap().is_at_least(&Version::parse(least).unwrap());
        assert!(enough("1.3.0", "1.3.0") && enough("2.0.0", "1.3.0") && enough("1.3.0-rc.1", "1.3.0"));
        assert!(!enough("1.2.9", "1.3.0") && !enough("1.0.0-rc.9", "1.0.0-rc.10") && enough("1.0.0", "1.0.0-rc.2"));
    }

    #[test]
    fn what_is_no_version_is_none() {
        for text in ["", "1", "1.2", "v1.2.3", "1.2.3.4", "1.2.3-"] {
            assert_eq!(Version::parse(text), None, "{text}");
        }
    }
}

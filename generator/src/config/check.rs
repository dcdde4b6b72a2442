//! What a single choice may be. Each check gives the sentence that says what is wrong.

use crate::{
    diagnostic::{Code, Severity},
    model::name::{KEYWORDS, is_identifier},
};

type Checked = Result<(), String>;

/// The names that the compiler's own crates and cargo's folders have.
const RESERVED: &[&str] = &["alloc", "build", "core", "deps", "examples", "incremental", "proc_macro", "std", "test"];

/// A crate's name as cargo and crates.io take it.
pub(super) fn package(name: &str) -> Checked {
    let form = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    let identifier = name.replace('-', "_");
    if !form || name.len() > 64 {
        return Err(format!(
            "`{name}` cannot be a crate's name: it takes 1 to 64 letters, digits, `-` and `_`, a letter first"
        ));
    }
    if KEYWORDS.contains(&identifier.as_str()) || RESERVED.contains(&identifier.as_str()) {
        return Err(format!("`{name}` cannot be a crate's name: Rust or cargo uses it"));
    }
    Ok(())
}

/// A version as cargo takes it (semver.org, 2.0.0).
pub(super) fn version(text: &str) -> Checked {
    let (rest, build) = text.split_once('+').map_or((text, None), |(a, b)| (a, Some(b)));
    let (core, pre) = rest.split_once('-').map_or((rest, None), |(a, b)| (a, Some(b)));
    let number = |part: &str| part == "0" || (!part.starts_with('0') && part.parse::<u64>().is_ok());
    let numbers = core.split('.').count() == 3 && core.split('.').all(number);
    let word = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let numeric = |w: &str| w.bytes().all(|b| b.is_ascii_digit());
    let pre_ok = pre.is_none_or(|p| p.split('.').all(|w| word(w) && (!numeric(w) || number(w))));
    if numbers && pre_ok && build.is_none_or(|b| b.split('.').all(word)) {
        Ok(())
    } else {
        Err(format!("`{text}` is no version; it has three numbers, as `0.1.0`"))
    }
}

/// A requirement on a version as cargo takes it, by its letters; cargo checks the rest.
pub(super) fn requirement(text: &str) -> Checked {
    let part = |part: &str| {
        let number = part.trim().trim_start_matches(['^', '~', '=', '<', '>']).trim_start();
        number.starts_with(|c: char| c.is_ascii_digit() || c == '*')
            && number.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'+' | b'*'))
    };
    if text.split(',').all(part) { Ok(()) } else { Err(format!("`{text}` is no version of a dependency; `1` is")) }
}

/// A dependency's folder: any name on one line, since it stands in one line of the manifest.
pub(super) fn folder(text: &str) -> Checked {
    let plain = !text.is_empty() && !text.chars().any(char::is_control);
    if plain { Ok(()) } else { Err(format!("`{}` is no path of a folder; `../my-money` is one", text.escape_debug())) }
}

/// A feature's name.
pub(super) fn feature(text: &str) -> Checked {
    let form = !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'+' | b'.' | b'/' | b'?'));
    if form { Ok(()) } else { Err(format!("`{text}` is no name of a feature")) }
}

/// An SPDX licence expression (SPDX specification, annex D).
pub(super) fn license(text: &str) -> Checked {
    match spdx::Expression::parse(text) {
        Ok(_) => Ok(()),
        Err(error) => Err(format!("`{text}` is no SPDX expression: {}; `MIT OR Apache-2.0` is one", error.reason)),
    }
}

/// An http or https URL.
pub(super) fn repository(text: &str) -> Checked {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain = |t: &str| !t.is_empty() && !t.chars().any(|c| c.is_whitespace() || c.is_control());
    if rest.is_some_and(plain) { Ok(()) } else { Err(format!("`{text}` is no http or https URL")) }
}

/// The origin of http or https URLs, as browsers write it.
pub(super) fn origin(text: &str) -> Checked {
    let origin = url::Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
    match origin.map(|url| url.origin().ascii_serialization()) {
        Some(origin) if origin == text => Ok(()),
        Some(origin) => Err(format!("`{text}` is no origin; `{origin}` is one")),
        None => Err(format!("`{text}` is no http or https origin; `https://example.com` is one")),
    }
}

/// A type's name.
pub(super) fn client(name: &str) -> Checked {
    let form = name.starts_with(|c: char| c.is_ascii_uppercase()) && name.bytes().all(|b| b.is_ascii_alphanumeric());
    if form && !KEYWORDS.contains(&name) {
        Ok(())
    } else {
        Err(format!("`{name}` cannot be the client's type; upper camel case such as `Acme` can"))
    }
}

/// The beginning of an environment variable's name.
pub(super) fn env_prefix(text: &str) -> Checked {
    let form = text.starts_with(|c: char| c.is_ascii_uppercase())
        && !text.ends_with('_')
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
    if form { Ok(()) } else { Err(format!("`{text}` cannot begin a variable's name; `ACME` can")) }
}

/// The path of a Rust type or trait, without arguments: `my_crate::Email`, `crate::ext::Email`, `Eq`.
pub(super) fn rust_path(text: &str) -> Checked {
    let mut parts = text.strip_prefix("::").unwrap_or(text).split("::").peekable();
    parts.next_if(|first| !text.starts_with("::") && *first == "crate");
    let some = parts.peek().is_some();
    if some && parts.all(is_identifier) {
        Ok(())
    } else {
        Err(format!("`{}` is no path of a Rust item; `my_crate::Email` is one", text.escape_debug()))
    }
}

/// A code that may be quieted: errors cannot, or a broken spec would pass in silence.
pub(super) fn allowed(code: Code) -> Checked {
    match code.row().severity {
        Severity::Error => Err(format!("`{}` is an error and cannot be allowed", code.as_str())),
        Severity::Note | Severity::Warning => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(check: fn(&str) -> Checked, good: &[&str], bad: &[&str]) {
        for text in good {
            assert_eq!(check(text), Ok(()));
        }
        for text in bad {
            assert!(check(text).is_err(), "{text:?} passed");
        }
    }

    #[test]
    fn packages() {
        check(
            package,
            &["airstore-sdk", "a", "x_1"],
            &["", "1a", "a b", "a/b", "../x", "async", "std", &"a".repeat(65)],
        );
    }

    #[test]
    fn versions() {
        let good = ["0.1.0", "1.2.3-rc.1", "1.0.0-a-b+5", "10.0.0"];
        check(version, &good, &["1", "1.0", "v1.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "latest", "1.0.0 "]);
    }

    #[test]
    fn requirements() {
        check(
            requirement,
            &["1", "1.2.3", "^1.0", ">=1, <3", "=1.0.0-rc.1", "1.*"],
            &["", "latest", "1 2", "1\"", ","],
        );
        check(folder, &["../a b", "a"], &["", "a\nb", "a\tb", "a\r"]);
        check(feature, &["serde", "dep/feat", "a-b"], &["", "a b", "x\"]"]);
    }

    #[test]
    fn licenses() {
        let good = [
            "MIT",
            "(MIT OR Apache-2.0) AND BSD-3-Clause",
            "GPL-2.0-only WITH Classpath-exception-2.0",
            "LicenseRef-Acme",
        ];
        check(license, &good, &["", "MIT OR", "MIT Apache", "AND", "MIT\" x", "MTI", "MIT WITH x-exception"]);
    }

    #[test]
    fn clients_prefixes_and_urls() {
        check(origin, &["https://a.test", "http://a.test:81"], &["a.test", "https://a.test/", "ftp://a.test", ""]);
        check(client, &["Acme", "A1"], &["acme", "Self", "A b", ""]);
        check(
            rust_path,
            &["Eq", "a::B", "crate::ext::B", "::std::path::PathBuf"],
            &["", "crate", "a::", "a b", "Vec<A>", "A, B", "a::fn::B", "a::crate::B", "::", "A)]"],
        );
        check(env_prefix, &["ACME", "A_1"], &["acme", "1A", "A_", "", "A-B"]);
        check(repository, &["https://example.com/a"], &["example.com", "https://", "ftp://x", "https://a b"]);
    }
}

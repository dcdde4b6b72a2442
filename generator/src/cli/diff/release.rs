//! The SDK's version: which one fits, whether it grew enough, and writing it.

use std::path::Path;

use super::between::Subject;
use crate::{
    cli::{console::Console, targets::relative},
    diagnostic::Code,
    diff::{Bump, Report, changelog, inputs::choice::package, version::Version},
    failure::Failure,
    finding::{Finding, escape},
    output,
    source::read,
};

/// The version of a side's SDK: what its manifest says, else its `generator.toml`.
fn version(subject: &Subject) -> Option<Version> {
    let entry = subject.chosen.entry.as_ref()?;
    // A crate beside a foreign description is the other side's.
    let own = if subject.chosen.borrowed { None } else { of_crate(&subject.chosen.target.out) };
    own.or_else(|| Version::parse(entry.raw()?.version.as_deref().unwrap_or("0.1.0")))
}

/// The version in the manifest of a crate.
fn of_crate(folder: &Path) -> Option<Version> {
    let input = read::file(&folder.join("Cargo.toml")).ok()?;
    let table: toml::Table = toml::from_str(std::str::from_utf8(&input.bytes).ok()?).ok()?;
    Version::parse(table.get("package")?.get("version")?.as_str()?)
}

/// The version that fits after that of a crate.
pub(super) fn after_crate(old: &Path, report: &Report) -> Option<String> {
    of_crate(old).map(|version| version.after(report.rust).to_string())
}

/// The version that fits after the old one.
pub(super) fn suggested(old: &Subject, report: &Report) -> Option<Version> {
    version(old).map(|version| version.after(report.rust))
}

/// What is wrong with the new side's version; nothing when it grew enough.
///
/// # Errors
/// When a side has no version.
pub(super) fn check(old: &Subject, new: &Subject, report: &Report) -> Result<Option<Finding>, Failure> {
    let of = |subject: &Subject| {
        version(subject).ok_or_else(|| {
            let message = format!("the SDK of `{}` has no version", escape(&subject.side.name));
            let help = "--check-version compares crates that a generator.toml names: write one (generator init), or name \
                        it by --config";
            Failure::usage(message, help)
        })
    };
    let (before, after) = (of(old)?, of(new)?);
    let least = before.after(report.rust);
    let message = format!(
        "the SDK's version goes from {before} to {after}; the description asks for a {} change: {least} or above",
        report.rust.as_str()
    );
    Ok((!after.is_at_least(&least)).then(|| {
        let help = format!("set `version = \"{least}\"` in generator.toml, or run with --write-version");
        Finding::new(Code::DiffGate, message).help(help)
    }))
}

/// Sets the version in the working tree's `generator.toml`, and tells the changes in the SDK's changelog.
///
/// # Errors
/// When there is no such file, or one cannot be written.
pub(super) fn write(console: Console, here: &Path, new: &Subject, report: &Report) -> Result<(), Failure> {
    let own = new.chosen.entry.as_ref().filter(|_| new.side.export.is_none() && !new.chosen.borrowed);
    let (Some(entry), Some(next)) = (own, &report.suggested_version) else {
        let message = "--write-version needs a new side in the working tree that a generator.toml names";
        return Err(Failure::usage(message, "leave NEW out: generator diff main --write-version"));
    };
    let (Some(least), Some(raw)) = (Version::parse(next), entry.raw()) else {
        return Err(Failure::usage(format!("`{}` is no version", escape(next)), "correct it in generator.toml"));
    };
    let out = &new.chosen.target.out;
    if !out.is_dir() {
        let message = format!("the crate's folder `{}` is not there", escape(&relative(out, here)));
        return Err(Failure::usage(message, "make the crate first: generator generate"));
    }
    let now = Version::parse(raw.version.as_deref().unwrap_or("0.1.0"));
    let name = escape(&entry.file.name);
    let version = match now {
        Some(now) if report.rust == Bump::None || now.is_at_least(&least) => {
            console.note(&format!("the version {now} of {} in {name} is enough", package(raw)));
            now.to_string()
        }
        _ => {
            let path = entry.file.folder.join(crate::config::FILE_NAME);
            set_version(&path, entry.index, next)?;
            console.note(&format!("set the version {next} of {} in {name}", package(raw)));
            next.clone()
        }
    };
    if report.findings.is_empty() {
        return Ok(());
    }
    let path = out.join("CHANGELOG.md");
    let text = text_of(&path)?;
    let told = changelog::with_entry(text.as_deref(), &version, report);
    let shown = escape(&relative(&path, here));
    if text.as_deref() == Some(told.as_str()) {
        console.note(&format!("{shown} has an entry for {version}; it is left as it is"));
        return Ok(());
    }
    output::put(&path, &told).map_err(|error| Failure::unwritable(&path, &error))?;
    console.note(&format!("wrote {shown}"));
    console.note("next: generator generate, which brings the crate to that version");
    Ok(())
}

/// Sets `version` of one `[[sdk]]` table; everything else stays, comments too.
fn set_version(path: &Path, index: usize, version: &str) -> Result<(), Failure> {
    let text = text_of(path)?.unwrap_or_default();
    let changed = with_version(&text, index, version).ok_or_else(|| {
        let message = format!("the version cannot be set in `{}`", escape(&path.display().to_string()));
        Failure::usage(message, format!("set `version = \"{version}\"` in it by hand"))
    })?;
    output::put(path, &changed).map_err(|error| Failure::unwritable(path, &error))
}

fn with_version(text: &str, index: usize, version: &str) -> Option<String> {
    let mut document: toml_edit::DocumentMut = text.parse().ok()?;
    let sdk = document.get_mut("sdk")?;
    let value = match sdk {
        toml_edit::Item::ArrayOfTables(tables) => {
            tables.get_mut(index)?.entry("version").or_insert_with(Default::default)
        }
        // `sdk = [{ ... }]` says the same.
        toml_edit::Item::Value(toml_edit::Value::Array(items)) => {
            let table = items.get_mut(index)?.as_inline_table_mut()?;
            table.insert("version", version.into());
            return Some(document.to_string());
        }
        _ => return None,
    };
    let decor = value.as_value().map(|value| value.decor().clone());
    let mut new = toml_edit::Value::from(version);
    if let Some(decor) = decor {
        *new.decor_mut() = decor;
    }
    *value = toml_edit::Item::Value(new);
    Some(document.to_string())
}

/// The text of a file; none: there is none.
fn text_of(path: &Path) -> Result<Option<String>, Failure> {
    let name = path.display().to_string();
    match read::file(path) {
        Ok(input) => String::from_utf8(input.bytes)
            .map(Some)
            .map_err(|_| Failure::usage(format!("`{}` is not UTF-8", escape(&name)), "save it as UTF-8")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::unreadable(&name, &error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_order_stay() {
        let text =
            "# all\n[[sdk]]\nspec = 'a'\n\n[[sdk]] # two\nspec = 'b' # here\nversion = '1.0.0' # why\nout = 'x'\n";
        let changed = with_version(text, 1, "2.0.0").unwrap();
        assert_eq!(changed, text.replace("'1.0.0'", "\"2.0.0\""));
        let added = with_version(text, 0, "0.2.0").unwrap();
        assert_eq!(added, text.replacen("spec = 'a'\n", "spec = 'a'\nversion = \"0.2.0\"\n", 1));
    }

    #[test]
    fn inline_tables_are_tables() {
        let changed = with_version("sdk = [{ spec = 'a', version = '1.0.0' }]\n", 0, "1.1.0").unwrap();
        assert!(changed.contains("version = \"1.1.0\""), "{changed}");
        assert_eq!(with_version("sdk = 1", 0, "1.0.0"), None);
        assert_eq!(with_version("[[sdk]]\n", 4, "1.0.0"), None);
    }
}

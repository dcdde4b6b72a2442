//! `generator.toml`: found by walking up, read with the place of every key.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use toml::de::{DeTable, DeValue};

use super::raw::{RawAllow, RawFile, RawOverride, RawSdk, RawSelect, keys};
use crate::{
    diagnostic::Code,
    finding::{Finding, Spot},
    guess,
    source::read,
};

/// The file's name.
pub const FILE_NAME: &str = "generator.toml";

/// The name of its JSON schema, beside it.
pub const SCHEMA_NAME: &str = "generator.schema.json";

/// A file that was read.
#[derive(Clone, Debug)]
pub struct File {
    /// The folder that its paths are relative to.
    pub folder: PathBuf,
    /// Its name in reports.
    pub name: String,
    /// Its content.
    pub raw: RawFile,
    text: Arc<str>,
}

/// The nearest `generator.toml` in this folder or one above it.
#[must_use]
pub fn find(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|f| f.join(FILE_NAME)).find(|p| p.is_file())
}

/// Reads a file.
///
/// # Errors
/// All that is wrong with it, each with its place.
pub fn read(path: &Path, name: &str) -> Result<File, Vec<Finding>> {
    let input = read::file(path).map_err(|error| {
        vec![Finding::new(Code::InputUnreadable, format!("`{name}` cannot be read: {}", read::answer(&error)))]
    })?;
    let text = String::from_utf8(input.bytes)
        .map_err(|_| vec![Finding::new(Code::ConfigSyntax, format!("`{name}` is not UTF-8"))])?;
    let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
    parse(text.trim_start_matches('\u{feff}'), name, folder)
}

fn parse(text: &str, name: &str, folder: PathBuf) -> Result<File, Vec<Finding>> {
    let text: Arc<str> = text.into();
    let syntax = |error: &toml::de::Error, code| {
        let spot = error.span().map(|range| Spot::of_range(name, &text, range));
        vec![Finding::new(code, first_sentence(error.message())).at(spot)]
    };
    let table = DeTable::parse(&text).map_err(|error| syntax(&error, Code::ConfigSyntax))?;
    let unknown = unknown_keys(table.get_ref(), name, &text);
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let raw = toml::from_str(&text).map_err(|error| {
        let found = syntax(&error, Code::ConfigValue);
        found.into_iter().map(in_our_words).collect::<Vec<_>>()
    })?;
    Ok(File { folder, name: name.to_owned(), raw, text })
}

fn unknown_keys(root: &DeTable<'_>, name: &str, text: &Arc<str>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut check = |table: &DeTable<'_>, known: Vec<String>| {
        let known: Vec<_> = known.iter().map(String::as_str).collect();
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let help =
                guess::did_you_mean(key.get_ref(), &known, "its schema, which `generator init` writes, has all keys");
            found.push(
                Finding::new(Code::ConfigKey, format!("`{}` is no key of this table", key.get_ref()))
                    .help(help)
                    .at(Some(Spot::of_range(name, text, key.span()))),
            );
        }
    };
    check(root, keys::<RawFile>());
    for sdk in tables(root, "sdk") {
        check(sdk, keys::<RawSdk>());
        if let Some(select) = sdk.get("select").and_then(|value| value.get_ref().as_table()) {
            check(select, keys::<RawSelect>());
        }
        tables(sdk, "allow").for_each(|allow| check(allow, keys::<RawAllow>()));
        tables(sdk, "override").for_each(|knob| check(knob, keys::<RawOverride>()));
    }
    found
}

/// The tables of an array of tables.
fn tables<'t, 'i>(table: &'t DeTable<'i>, key: &str) -> impl Iterator<Item = &'t DeTable<'i>> {
    let array = table.get(key).and_then(|v| v.get_ref().as_array());
    array.into_iter().flat_map(|a| a.iter()).filter_map(|v| v.get_ref().as_table())
}

impl File {
    /// Where the value of `key` of the `sdk`th table stands (or its `index`th item, when it is a list).
    #[must_use]
    pub fn spot(&self, sdk: usize, key: &str, index: Option<usize>) -> Option<Spot> {
        let root = DeTable::parse(&self.text).ok()?;
        let value = tables(root.get_ref(), "sdk").nth(sdk)?.get(key)?;
        let span = match (index, value.get_ref()) {
            (Some(index), DeValue::Array(items)) => items.get(index)?.span(),
            _ => value.span(),
        };
        Some(Spot::of_range(&self.name, &self.text, span))
    }
}

/// Words of serde, and those of TOML for the same.
const SERDE: &[(&str, &str)] = &[
    ("invalid type: sequence", "invalid type: list"),
    ("invalid type: map", "invalid type: table"),
    ("expected a sequence", "expected a list"),
    ("expected a map", "expected a table"),
    ("unknown variant", "unknown value"),
];

/// What serde says of a value, as a person who writes the file would say it.
fn in_our_words(mut finding: Finding) -> Finding {
    if let Some(key) = finding.message.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`')) {
        finding.help = format!("add `{key} = \"...\"` to it");
        finding.message = format!("this table has no `{key}`");
    } else if finding.message == "invalid type: map, expected a sequence" {
        finding.help = "write [[sdk]] for [sdk]: one table for each crate; `allow` is a list as well".to_owned();
        finding.message = "this is a table, where a list belongs".to_owned();
    } else {
        for (theirs, ours) in SERDE {
            finding.message = finding.message.replace(theirs, ours);
        }
    }
    finding
}

fn first_sentence(message: &str) -> String {
    message.lines().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<File, Vec<String>> {
        parse(text, "generator.toml", PathBuf::new()).map_err(|found| found.iter().map(Finding::short).collect())
    }

    #[test]
    fn all_unknown_keys_are_named_with_their_places() {
        let errors = parsed("[[sdk]]\nspec = 'a'\nout = 'b'\npakcage = 'c'\nallow = [{ code = 'x', raeson = '' }]\n");
        insta::assert_snapshot!(errors.unwrap_err().join("\n"), @r"
        generator.toml:4:1: error[config-key]: `pakcage` is no key of this table; did you mean `package`?
        generator.toml:5:24: error[config-key]: `raeson` is no key of this table; did you mean `reason`?
        ");
    }

    #[test]
    fn a_wrong_value_and_broken_syntax_have_places() {
        let value = parsed("[[sdk]]\nspec = 'a'\nout = 'b'\ntests = 'yes'\n").unwrap_err();
        assert!(value[0].starts_with("generator.toml:4:9: error[config-value]: invalid type"), "{value:?}");
        let syntax = parsed("[[sdk]\n").unwrap_err();
        assert!(syntax[0].starts_with("generator.toml:1:"), "{syntax:?}");
        let missing = parsed("[[sdk]]\nspec = 'a'\n").unwrap_err();
        insta::assert_snapshot!(missing[0], @"generator.toml:1:1: error[config-value]: this table has no `out`; add `out = \"...\"` to it");
        let single = parsed("[sdk]\nspec = 'a'\nout = 'b'\n").unwrap_err();
        assert!(single[0].contains("write [[sdk]] for [sdk]"), "{single:?}");
    }

    #[test]
    fn no_message_speaks_of_the_program_inside() {
        let said = |key: &str| parsed(&format!("[[sdk]]\nspec = 'a'\nout = 'b'\n{key}\n")).unwrap_err().join("\n");
        let keys =
            ["allow = ['x']", "override = ['x']", "select = 'x'", "deny = 'x'", "time = 'x'", "dependencies = ['x']"];
        insta::assert_snapshot!(keys.map(said).join("\n"), @r#"
        generator.toml:4:10: error[config-value]: invalid type: string "x", expected a table with `code` and `reason`; give it the form that the message states
        generator.toml:4:13: error[config-value]: invalid type: string "x", expected a table with `at` and what holds there; give it the form that the message states
        generator.toml:4:10: error[config-value]: invalid type: string "x", expected a table with lists of patterns, such as `tags`; give it the form that the message states
        generator.toml:4:8: error[config-value]: invalid type: string "x", expected a list; give it the form that the message states
        generator.toml:4:8: error[config-value]: unknown value `x`, expected one of `jiff`, `chrono`, `string`; give it the form that the message states
        generator.toml:4:16: error[config-value]: invalid type: list, expected a table; give it the form that the message states
        "#);
        assert!(parsed("sdk = ['x']").unwrap_err()[0].contains("expected a table with `spec` and `out`"));
    }

    #[test]
    fn values_and_items_are_found() {
        let file = parsed("[[sdk]]\nspec = 'a'\nout = 'b'\ndeny = [\n  'x',\n  'y']\n").unwrap();
        assert_eq!(file.spot(0, "out", None).unwrap().label(), "generator.toml:3:7");
        assert_eq!(file.spot(0, "deny", Some(1)).unwrap().label(), "generator.toml:6:3");
        assert!(file.spot(1, "out", None).is_none());
    }
}

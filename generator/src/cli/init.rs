//! `init`: a first `generator.toml`, its schema, and the crate.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{
    JSON_VERSION,
    console::Console,
    generate::summary,
    targets::{here, relative},
};
use crate::{
    Stage,
    config::{self, Config, FILE_NAME, RawSdk, SCHEMA_NAME, SpecSource, Target},
    failure::{Exit, Failure},
    finding::escape,
    generator::{findings, input, make_of, unusable},
    output::{self, Options},
    run,
    source::Input,
};

/// The description that comes along: the Airstore connections API.
const EXAMPLE: &str = include_str!("../../../openapi.yaml");

/// Where a description is looked for when none is named; the first is where the example is written.
const USUAL: &[&str] = &["openapi.yaml", "openapi.yml", "openapi.json"];

/// What is wished for.
#[derive(Debug)]
pub(super) struct Wish {
    pub(super) spec: Option<String>,
    pub(super) example: bool,
    pub(super) out: Option<String>,
    pub(super) name: Option<String>,
    pub(super) license: Option<String>,
}

/// Makes the crate in memory first: a description that cannot be used leaves nothing behind.
pub(super) fn init(console: Console, wish: &Wish) -> Result<Exit, Failure> {
    let here = here()?;
    let file = here.join(FILE_NAME);
    if file.exists() {
        let help = "edit it and run `generator generate`, or remove it first";
        return Err(Failure::usage(format!("{FILE_NAME} exists already"), help));
    }
    let (spec, input) = description(wish, &here)?;
    let raw = choices(wish, &spec, &input)?;
    let target = config::ready(&raw, &here, &|_, _| None)?;
    let made = make_of(&target, input)?;
    let write = |dry_run| {
        let options = Options { dry_run, ..Options::default() };
        output::write(&target.out, &made.files, options).map_err(|r| Failure::refused(&r, &target.out_name))
    };
    write(true)?;
    let files = own_files(wish, &target, &here)?;
    let written = write(false)?;

    console.findings(&made.findings);
    files.iter().for_each(|name| console.line(&format!("wrote {name}")));
    summary(&target, made.counts, &written, false).iter().for_each(|line| console.line(line));
    let manifest = escape(&relative(&target.out.join("Cargo.toml"), &here));
    console.line(&format!("next: cargo doc --no-deps --open --manifest-path {manifest}"));
    console.json(&json!({
        "version": JSON_VERSION, "exit": 0, "files": files, "out": target.out_name, "written": written.written,
        "findings": made.findings,
    }));
    Ok(Exit::Done)
}

/// The description and what it is called in `generator.toml`.
fn description(wish: &Wish, here: &Path) -> Result<(String, Input), Failure> {
    let usual = || USUAL.iter().copied();
    if wish.example {
        let name = usual().next().unwrap_or_default().to_owned();
        return Ok((name.clone(), Input { name, bytes: EXAMPLE.as_bytes().to_vec() }));
    }
    let spec = match &wish.spec {
        Some(spec) if spec == "-" => {
            let help = "save the description to a file: the next run reads it again";
            return Err(Failure::usage("init cannot read standard input", help));
        }
        Some(spec) => spec.clone(),
        None => usual().find(|name| here.join(name).is_file()).map(str::to_owned).ok_or_else(|| {
            let message = format!("no description named, and none of {} here", USUAL.join(", "));
            Failure::usage(message, "name one: generator init api.yaml, or begin with generator init --example")
        })?,
    };
    let input = input(&SpecSource::of(&spec, here))?;
    Ok((spec, input))
}

/// What `generator.toml` will say.
fn choices(wish: &Wish, spec: &str, input: &Input) -> Result<RawSdk, Failure> {
    let (package, out) = match (&wish.name, &wish.out) {
        (Some(name), Some(out)) => (Some(name.clone()), out.clone()),
        (Some(name), None) => (Some(name.clone()), name.clone()),
        (None, Some(out)) => (None, out.clone()),
        (None, None) => {
            let name = crate_name(input)?;
            (Some(name.clone()), name)
        }
    };
    let license = wish.license.clone();
    Ok(RawSdk { spec: spec.to_owned(), out, package, license, ..RawSdk::default() })
}

/// A crate's name from the client's or the API's.
fn crate_name(input: &Input) -> Result<String, Failure> {
    let config = Config::new("sdk");
    let ran = run(input.clone(), &config, Stage::Source).map_err(|bug| Failure::bug(&bug))?;
    let (ran, found) = findings(ran, &input.name, &input.bytes, &config, &[]);
    let Some(value) = ran.loaded.as_ref().map(|l| &l.document) else {
        return Err(unusable(found, &input.name));
    };
    let text = |pointer| value.pointer(pointer).and_then(Value::as_str);
    let slug = slug(text("/x-sdk-client").or_else(|| text("/info/title")).unwrap_or_default());
    Ok(if slug.is_empty() { "api-sdk".to_owned() } else { format!("{slug}-sdk") })
}

/// Lower-case ASCII words joined by `-`, short enough for a crate's name, a letter first.
fn slug(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    let mut slug = String::new();
    for word in words.skip_while(|w| w.starts_with(|c: char| c.is_ascii_digit())) {
        if slug.len() + word.len() > 40 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word.to_ascii_lowercase());
    }
    slug
}

/// Writes the example, `generator.toml` and its schema; gives their names.
fn own_files(wish: &Wish, target: &Target, here: &Path) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    let failed = |path: PathBuf| move |error: std::io::Error| Failure::unwritable(&path, &error);
    if wish.example {
        let path = here.join(target.spec.name());
        output::create(&path, EXAMPLE).map_err(failed(path))?;
        names.push(target.spec.name().to_owned());
    }
    let path = here.join(SCHEMA_NAME);
    output::put(&path, &config::schema()).map_err(failed(path))?;
    let path = here.join(FILE_NAME);
    output::create(&path, &file_text(target)).map_err(failed(path))?;
    names.extend([SCHEMA_NAME.to_owned(), FILE_NAME.to_owned()]);
    Ok(names)
}

fn file_text(target: &Target) -> String {
    let quoted = |text: &str| toml_edit::Value::from(text).to_string().trim().to_owned();
    let (spec, out) = (quoted(target.spec.name()), quoted(&target.out_name));
    let Config { package, version, license, .. } = &target.config;
    let license = match license {
        Some(license) => format!("license = {}", quoted(license)),
        None => "# license = \"MIT OR Apache-2.0\"".to_owned(),
    };
    format!(
        r#"#:schema ./{SCHEMA_NAME}
# What is generated from what. `generator` brings every crate below up to date, `generator check` fails when one is not.

[[sdk]]
# The OpenAPI description and the crate's folder, relative to this file.
spec = {spec}
out = {out}
# The crate's own name and version.
package = "{package}"
version = "{version}"
# An SPDX expression; without it the crate's manifest has no licence.
{license}
# repository = "https://github.com/you/{package}"

# The name of the client's type, and the beginning of the environment variables that `from_env` reads.
# client = "Acme"
# env_prefix = "ACME"

# A test per operation from the description's examples, and an example program per resource.
# tests = true
# examples = false

# Diagnostics that need not be shown, and those that stop a run.
# allow = [{{ code = "construct-skipped", reason = "callbacks are served elsewhere" }}]
# deny = ["warnings"]
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_crates_name() {
        assert_eq!(slug("Airstore"), "airstore");
        assert_eq!(slug("The \u{202e}Pet — Store API v1.0"), "the-pet-store-api-v1-0");
        assert_eq!(slug("3D Things"), "things");
        assert_eq!(slug("日本"), "");
    }

    #[test]
    fn the_file_is_read_back_as_it_was_meant() {
        let raw = RawSdk { spec: "my \"api\".yaml".to_owned(), out: "acme-sdk".to_owned(), ..RawSdk::default() };
        let target = config::ready(&raw, Path::new("/w"), &|_, _| None).unwrap();
        let read: config::RawFile = toml::from_str(&file_text(&target)).unwrap();
        assert_eq!(read.sdk[0].spec, raw.spec);
        assert_eq!(read.sdk[0].package.as_deref(), Some("acme-sdk"));
    }
}

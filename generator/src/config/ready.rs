//! From raw choices to a ready [`Target`]: defaults filled in, paths made absolute, every value checked.

use std::path::{Component, Path, PathBuf};

use super::{Allow, Config, RawSdk, RawSelect, check, dependency, overrides};
use crate::{
    diagnostic::{Code, Severity},
    finding::{Finding, Spot},
    guess, source,
};

/// One crate to make: from what, to where, how.
#[derive(Clone, Debug)]
pub struct Target {
    /// The description.
    pub spec: SpecSource,
    /// The crate's folder, absolute.
    pub out: PathBuf,
    /// The folder as the user named it, for reports.
    pub out_name: String,
    /// How the crate is made.
    pub config: Config,
    /// What stops the run.
    pub deny: Vec<Deny>,
    /// Where `generator.toml` names the description; none: the command line did.
    pub spec_at: Option<Spot>,
}

/// Where a description comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpecSource {
    /// A file.
    Path {
        /// Absolute.
        path: PathBuf,
        /// As the user named it.
        name: String,
    },
    /// Standard input.
    Stdin,
}

impl SpecSource {
    /// What the command line or a configuration calls `text`, relative to `folder`.
    #[must_use]
    pub fn of(text: &str, folder: &Path) -> Self {
        match text {
            "-" => Self::Stdin,
            _ => Self::Path { path: absolute(folder, Path::new(text)), name: text.to_owned() },
        }
    }

    /// Its name in reports.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Path { name, .. } => name,
            Self::Stdin => "<stdin>",
        }
    }

    /// Its name in the first line of emitted files: never a path.
    #[must_use]
    pub fn file_name(&self) -> String {
        match self {
            Self::Path { path, .. } => path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default(),
            Self::Stdin => "standard input".to_owned(),
        }
    }
}

/// What `--deny` and `deny` name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deny {
    /// All warnings.
    Warnings,
    /// One code.
    Code(Code),
}

impl Deny {
    /// Reads `warnings` or a code.
    ///
    /// # Errors
    /// The message and the help when it is neither.
    pub fn parse(text: &str) -> Result<Self, (String, String)> {
        match text {
            "warnings" => Ok(Self::Warnings),
            _ => code(text, &["warnings"]).map(Self::Code),
        }
    }

    /// Whether it trips on a diagnostic.
    #[must_use]
    pub fn trips(self, code: Code, severity: Severity) -> bool {
        match self {
            Self::Warnings => severity >= Severity::Warning,
            Self::Code(denied) => denied == code,
        }
    }
}

/// What is said of a description that is named by its address.
pub(crate) fn address(spec: &str) -> Option<Finding> {
    let is_one = spec.starts_with("https://") || spec.starts_with("http://");
    is_one.then(|| {
        let spec = spec.escape_debug();
        let message = format!("`{spec}` is an address; a description is read from a file or standard input");
        Finding::new(Code::ConfigValue, message).help(format!("download it first: curl -fsSLo api.yaml {spec}"))
    })
}

fn code(text: &str, beside: &[&str]) -> Result<Code, (String, String)> {
    Code::parse(text).ok_or_else(|| {
        let known: Vec<_> = Code::ALL.iter().map(|c| c.as_str()).chain(beside.iter().copied()).collect();
        let help = guess::did_you_mean(text, &known, "`generator explain` lists all codes");
        (format!("`{text}` is no diagnostic's code"), help)
    })
}

/// Where a choice stands: its key, and the index when it is in a list. `None`: on the command line.
pub type At<'a> = &'a dyn Fn(&str, Option<usize>) -> Option<Spot>;

/// Makes the choices ready; relative paths are below `folder`.
///
/// # Errors
/// All choices that cannot be, each with its place.
pub fn ready(raw: &RawSdk, folder: &Path, at: At<'_>) -> Result<Target, Vec<Finding>> {
    let mut wrong = Vec::new();
    let out = absolute(folder, Path::new(&raw.out));
    let last = || out.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let package = raw.package.clone().unwrap_or_else(last);
    let key = if raw.package.is_some() { "package" } else { "out" };
    if !raw.out.is_empty()
        && let Err(message) = check::package(&package)
    {
        let help = "choose a name with `package = \"...\"` in generator.toml, or with --name";
        wrong.push(Finding::new(Code::ConfigValue, message).help(help).at(at(key, None)));
    }
    for (key, what, value) in [("spec", "description", &raw.spec), ("out", "folder", &raw.out)] {
        if value.is_empty() {
            let finding = Finding::new(Code::ConfigValue, format!("the {what}'s path is empty"));
            wrong.push(finding.help(format!("name the {what}")).at(at(key, None)));
        }
    }
    if let Some(finding) = address(&raw.spec) {
        wrong.push(finding.at(at("spec", None)));
    }
    check_texts(raw, at, &mut wrong);
    if let Some(root) = raw.ref_root.as_ref().filter(|root| !absolute(folder, Path::new(root)).is_dir()) {
        let finding =
            Finding::new(Code::ConfigValue, format!("the reference root `{}` is no folder", root.escape_debug()));
        let help = "name the folder that holds all files which the description refers to";
        wrong.push(finding.help(help).at(at("ref_root", None)));
    }
    for (index, text) in raw.allow_remote.iter().enumerate() {
        if let Err(message) = check::origin(text) {
            wrong.push(Finding::new(Code::ConfigValue, message).at(at("allow_remote", Some(index))));
        }
    }
    let dependencies = dependency::ready(raw, at, &mut wrong);
    let (allow, deny) = (allow(raw, at, &mut wrong), deny(raw, at, &mut wrong));
    let knobs = overrides::knobs(raw, at, &mut wrong);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let spec = SpecSource::of(&raw.spec, folder);
    let source = source(raw, &spec, folder);
    let defaults = Config::new(&package);
    let config = Config {
        license: raw.license.clone(),
        repository: raw.repository.clone(),
        spec_name: spec.file_name(),
        client: raw.client.clone(),
        env_prefix: raw.env_prefix.clone(),
        version: raw.version.clone().unwrap_or(defaults.version),
        member: true,
        resource_features: raw.resource_features,
        time: raw.time.map_or(defaults.time, Into::into),
        source,
        tests: raw.tests.unwrap_or(defaults.tests),
        examples: raw.examples.unwrap_or(defaults.examples),
        allow,
        dependencies,
        knobs,
        knob_spots: (0..raw.overrides.len()).map(|index| at("override", Some(index))).collect(),
        select_spot: at("select", None),
        ..defaults
    };
    Ok(Target { spec, out, out_name: raw.out.clone(), config, deny, spec_at: at("spec", None) })
}

/// What the description may refer to.
fn source(raw: &RawSdk, spec: &SpecSource, folder: &Path) -> source::Options {
    let path = match spec {
        SpecSource::Path { path, .. } => Some(path.clone()),
        SpecSource::Stdin => None,
    };
    let root = raw.ref_root.as_ref().map(|root| absolute(folder, Path::new(root)));
    let overlay = |name: &String| source::Overlay { path: absolute(folder, Path::new(name)), name: name.clone() };
    let overlays = raw.overlays.iter().map(overlay).collect();
    let choices = choices(&raw.select);
    source::Options { path, root, overlays, choices, remote: raw.allow_remote.clone() }
}

fn choices(select: &RawSelect) -> Vec<source::Choice> {
    use source::By;
    let lists = [
        (By::Tag, false, &select.tags),
        (By::Path, false, &select.paths),
        (By::Operation, false, &select.operations),
        (By::Tag, true, &select.exclude_tags),
        (By::Path, true, &select.exclude_paths),
        (By::Operation, true, &select.exclude_operations),
    ];
    let choice = |by, exclude, pattern: &String| source::Choice { by, exclude, pattern: pattern.clone() };
    lists.into_iter().flat_map(|(by, exclude, list)| list.iter().map(move |p| choice(by, exclude, p))).collect()
}

fn check_texts(raw: &RawSdk, at: At<'_>, wrong: &mut Vec<Finding>) {
    type Check = fn(&str) -> Result<(), String>;
    let texts: [(&str, &Option<String>, Check); 5] = [
        ("version", &raw.version, check::version),
        ("license", &raw.license, check::license),
        ("repository", &raw.repository, check::repository),
        ("client", &raw.client, check::client),
        ("env_prefix", &raw.env_prefix, check::env_prefix),
    ];
    for (key, text, check) in texts {
        if let Some(Err(message)) = text.as_deref().map(check) {
            wrong.push(Finding::new(Code::ConfigValue, message).at(at(key, None)));
        }
    }
}

fn allow(raw: &RawSdk, at: At<'_>, wrong: &mut Vec<Finding>) -> Vec<Allow> {
    let mut allowed = Vec::new();
    for (index, entry) in raw.allow.iter().enumerate() {
        let spot = || at("allow", Some(index));
        match code(&entry.code, &[]) {
            Err((message, help)) => wrong.push(Finding::new(Code::ConfigValue, message).help(help).at(spot())),
            Ok(_) if entry.reason.trim().is_empty() => {
                let message = format!("`{}` is allowed without a reason", entry.code);
                let help = "say in `reason` why it may be quiet";
                wrong.push(Finding::new(Code::ConfigValue, message).help(help).at(spot()));
            }
            Ok(code) => match check::allowed(code) {
                Err(message) => wrong.push(Finding::new(Code::ConfigValue, message).at(spot())),
                Ok(()) => allowed.push(Allow { code, reason: entry.reason.clone() }),
            },
        }
    }
    allowed
}

fn deny(raw: &RawSdk, at: At<'_>, wrong: &mut Vec<Finding>) -> Vec<Deny> {
    let mut denied = Vec::new();
    for (index, text) in raw.deny.iter().enumerate() {
        match Deny::parse(text) {
            Ok(deny) => denied.push(deny),
            Err((message, help)) => {
                wrong.push(Finding::new(Code::ConfigValue, message).help(help).at(at("deny", Some(index))));
            }
        }
    }
    denied
}

/// `path` below `folder` without `.` and `..`, by its text alone.
#[must_use]
pub fn absolute(folder: &Path, path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in folder.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                clean.pop();
            }
            other => clean.push(other),
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minimal() -> RawSdk {
        RawSdk { spec: "api.yaml".to_owned(), out: "../my-sdk".to_owned(), ..RawSdk::default() }
    }

    fn messages(raw: &RawSdk) -> Vec<String> {
        ready(raw, Path::new("/w/a"), &|_, _| None).unwrap_err().iter().map(Finding::short).collect()
    }

    #[test]
    fn defaults_come_from_the_paths() {
        let target = ready(&minimal(), Path::new("/w/a"), &|_, _| None).unwrap();
        assert_eq!(target.out, Path::new("/w/my-sdk"));
        assert_eq!(target.config.package, "my-sdk");
        assert_eq!(
            (target.config.version.as_str(), target.config.tests, target.config.examples),
            ("0.1.0", false, true)
        );
        assert_eq!(target.spec, SpecSource::Path { path: "/w/a/api.yaml".into(), name: "api.yaml".to_owned() });
        assert_eq!(target.config.spec_name, "api.yaml");
    }

    #[test]
    fn every_wrong_choice_is_said_at_once() {
        let raw = RawSdk {
            version: Some("v3".to_owned()),
            license: Some("".to_owned()),
            allow: vec![
                super::super::RawAllow { code: "schema-untypd".to_owned(), reason: "x".to_owned() },
                super::super::RawAllow { code: "schema-untyped".to_owned(), reason: " ".to_owned() },
                super::super::RawAllow { code: "source-syntax".to_owned(), reason: "x".to_owned() },
            ],
            deny: vec!["warnigns".to_owned()],
            ..minimal()
        };
        let found = messages(&raw);
        assert_eq!(found.len(), 6, "{found:#?}");
        assert!(found[2].contains("did you mean `schema-untyped`?"), "{found:#?}");
        assert!(found[4].contains("cannot be allowed"), "{found:#?}");
    }

    fn with_dependencies(toml: &str) -> RawSdk {
        RawSdk { dependencies: toml::from_str(toml).unwrap(), ..minimal() }
    }

    #[test]
    fn dependencies_are_checked_and_kept() {
        let raw = with_dependencies("a-b = '1.2'\nc = { path = '../c', features = ['x'], default-features = false }");
        let target = ready(&raw, Path::new("/w/a"), &|_, _| None).unwrap();
        let [first, second] = target.config.dependencies.as_slice() else { panic!("{:?}", target.config) };
        assert_eq!((first.module().as_str(), first.version.as_deref(), first.bare), ("a_b", Some("1.2"), false));
        assert_eq!((second.path.as_deref(), second.version.as_deref(), second.bare), (Some("../c"), None, true));

        let wrong = "serde_json = '1'\nx = {}\n'y z' = '1'\nv = 'latest'\nw = { version = '1', features = ['\"'] }\n\
            p = { path = \"../a\\nb\" }";
        let found = messages(&with_dependencies(wrong));
        assert_eq!(found.len(), 6, "{found:#?}");
        assert!(found.iter().any(|f| f.contains(r"`../a\nb` is no path of a folder")), "{found:#?}");
        assert!(toml::from_str::<std::collections::BTreeMap<String, super::super::RawDependency>>("x = 1").is_err());
    }

    #[test]
    fn deny_knows_severities_and_codes() {
        let warnings = Deny::parse("warnings").unwrap();
        assert!(warnings.trips(Code::SchemaUntyped, Severity::Warning));
        assert!(!warnings.trips(Code::NameCollision, Severity::Note));
        assert!(Deny::parse("name-collision").unwrap().trips(Code::NameCollision, Severity::Note));
    }
}

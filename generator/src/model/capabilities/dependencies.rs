//! The dependency table: versions and features as `sdk.md` section 4 chose them; only what the API needs.

use super::{Capabilities, Capability};

/// A crate that the emitted crate depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency {
    /// Its name.
    pub name: &'static str,
    /// The lowest version that serves.
    pub version: &'static str,
    /// Without its default features.
    pub bare: bool,
    /// Features that are always on.
    pub features: Vec<&'static str>,
    /// Only a feature pulls it.
    pub optional: bool,
    /// Where.
    pub target: Target,
}

/// Which targets a dependency is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// All.
    All,
    /// All but wasm32.
    Native,
    /// wasm32.
    Wasm,
}

impl Target {
    /// The `cfg` of the target's table in Cargo.toml; none for all.
    #[must_use]
    pub const fn cfg(self) -> Option<&'static str> {
        match self {
            Self::All => None,
            Self::Native => Some("cfg(not(target_arch = \"wasm32\"))"),
            Self::Wasm => Some("cfg(target_arch = \"wasm32\")"),
        }
    }
}

/// A feature of the emitted crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// Its name.
    pub name: &'static str,
    /// What it turns on.
    pub enables: Vec<String>,
    /// What it is for, for the README.
    pub purpose: &'static str,
}

/// When a row of the table applies.
enum When {
    /// Always, also for the types alone.
    Always,
    /// With the feature `client`.
    Client,
    /// With the feature of its own name.
    OwnFeature,
    /// With another feature.
    Feature,
    /// Always when the types need it.
    Types(Capability),
    /// When the types need the first, always; when the client needs the second, with it.
    TypesOrClient(&'static [Capability], Capability),
    /// When the client needs the second: with it, or always when the types need the first anyway.
    ClientBeside(Capability, Capability),
}

/// A feature of a dependency, and the capability that needs it.
type Needed = (&'static str, Capability);

struct Row {
    name: &'static str,
    version: &'static str,
    bare: bool,
    features: &'static [Needed],
    target: Target,
    when: When,
}

const fn row(name: &'static str, version: &'static str, when: When) -> Row {
    Row { name, version, bare: false, features: &[], target: Target::All, when }
}

impl Row {
    const fn bare(mut self, features: &'static [Needed]) -> Self {
        self.bare = true;
        self.features = features;
        self
    }

    const fn with(mut self, features: &'static [Needed]) -> Self {
        self.features = features;
        self
    }

    const fn on(mut self, target: Target) -> Self {
        self.target = target;
        self
    }
}

const CORE: Capability = Capability::Core;
const BASE64: Capability = Capability::Dependency("base64");
const CHRONO: Capability = Capability::Dependency("chrono");
const JIFF: Capability = Capability::Dependency("jiff");
const UUID: Capability = Capability::Dependency("uuid");

/// In name order within a target.
const TABLE: &[Row] = &[
    row("base64", "0.23", When::Types(BASE64)).bare(&[("std", CORE)]),
    row("bytes", "1.12", When::TypesOrClient(&[BASE64, Capability::File], Capability::Core)),
    row("chrono", "0.4.40", When::Types(CHRONO)).bare(&[("std", CORE), ("serde", CORE)]),
    row("fastrand", "2.5", When::Client),
    row("futures-core", "0.3", When::Client),
    row("http", "1.4", When::Client),
    row("httpdate", "1.0.3", When::Client),
    row("jiff", "1.0.1", When::Types(JIFF)).bare(&[("std", CORE), ("serde", CORE)]),
    row("percent-encoding", "2.3.2", When::Client),
    row("reqwest", "0.13.5", When::Client).bare(&[("http2", CORE)]),
    row("secrecy", "0.10.3", When::Client),
    row("serde_core", "1.0.229", When::Always).bare(&[("std", CORE)]),
    // Without the feature the last digit of a number may be another than the one that was sent.
    row("serde_json", "1.0.154", When::Always).with(&[("float_roundtrip", Capability::Number)]),
    row("tracing", "0.1.44", When::OwnFeature).bare(&[("std", CORE)]),
    row("url", "2.5.8", When::Client),
    row("uuid", "1", When::TypesOrClient(&[UUID], Capability::Idempotency))
        .with(&[("serde", UUID), ("v4", Capability::Idempotency)]),
    row("reqwest", "0.13.5", When::Client).bare(&[("http2", CORE), ("system-proxy", CORE)]).on(Target::Native),
    row("rustls", "0.23", When::Feature).bare(&[("std", CORE)]).on(Target::Native),
    row("tokio", "1", When::Client).bare(&[("rt", CORE), ("time", CORE)]).on(Target::Native),
    row("gloo-timers", "0.3", When::Client).with(&[("futures", CORE)]).on(Target::Wasm),
    row("uuid", "1", When::ClientBeside(UUID, Capability::Idempotency)).with(&[("js", CORE)]).on(Target::Wasm),
    row("web-time", "1.1", When::Client).on(Target::Wasm),
];

/// Whether some emitted crate depends on it; its name as it stands in paths does as well.
#[must_use]
pub fn is_ours(name: &str) -> bool {
    TABLE.iter().any(|row| row.name.replace('-', "_") == name.replace('-', "_"))
}

/// What the crate depends on.
pub(super) fn of(needed: &Capabilities) -> Vec<Dependency> {
    let rows = TABLE.iter().filter_map(|row| {
        let optional = match row.when {
            When::Always => Some(false),
            When::Client | When::OwnFeature | When::Feature => Some(true),
            When::Types(capability) => needed.has(capability).then_some(false),
            When::TypesOrClient(types, _) if types.iter().any(|types| needed.has(*types)) => Some(false),
            When::TypesOrClient(_, client) => needed.has(client).then_some(true),
            When::ClientBeside(types, client) => needed.has(client).then(|| !needed.has(types)),
        }?;
        let (name, version, bare) = (row.name, row.version, row.bare);
        let features = row.features.iter().filter(|(_, by)| needed.has(*by)).map(|(name, _)| *name).collect();
        Some(Dependency { name, version, bare, features, optional, target: row.target })
    });
    rows.collect()
}

/// The crate's features.
pub(super) fn features(needed: &Capabilities) -> Vec<Feature> {
    let mut client: Vec<_> = TABLE
        .iter()
        .filter(|row| match row.when {
            When::Client => true,
            When::TypesOrClient(types, client) => !types.iter().any(|types| needed.has(*types)) && needed.has(client),
            When::ClientBeside(types, client) => !needed.has(types) && needed.has(client),
            When::Always | When::OwnFeature | When::Feature | When::Types(_) => false,
        })
        .map(|row| format!("dep:{}", row.name))
        .collect();
    client.sort();
    client.dedup();
    let feature = |name, enables: &[&str], purpose| Feature {
        name,
        enables: enables.iter().map(|text| (*text).to_owned()).collect(),
        purpose,
    };
    vec![
        feature("default", &["client", "rustls"], ""),
        Feature { name: "client", enables: client, purpose: "the client; without it the types alone, no HTTP stack" },
        feature("rustls", &["client", "reqwest/rustls"], "TLS by rustls with the platform's roots"),
        feature("native-tls", &["client", "reqwest/native-tls"], "TLS by the system's library"),
        feature(
            "rustls-no-provider",
            &["client", "reqwest/rustls-no-provider", "dep:rustls"],
            "rustls with a provider that you install",
        ),
        feature("reqwest-client", &["client"], "`ClientBuilder::http_client`: a `reqwest::Client` of your own"),
        feature("blocking", &["client"], "`send_blocking` on every call"),
        feature("tracing", &["client", "dep:tracing"], "spans of calls and attempts"),
        feature("testing", &["client", "serde-all"], "a scripted transport for your tests"),
        feature("serde-all", &[], "`Serialize` and `Deserialize` on every type, whichever the API needs"),
    ]
}

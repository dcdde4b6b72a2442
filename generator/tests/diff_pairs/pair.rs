//! The pairs of the table, and the descriptions that they are made of.

use std::{collections::BTreeMap, env, fs, path::PathBuf, sync::LazyLock};

use generator::{
    Run, Stage,
    config::Config,
    diff::{self, Described, Report},
    source::Input,
};
use serde::Deserialize;
use serde_json::Value;

/// The folder with other people's descriptions: where this variable leads.
pub const CORPUS: &str = "SPECS";

#[derive(Deserialize)]
struct Table {
    places: BTreeMap<String, BTreeMap<String, String>>,
    pairs: Vec<Pair>,
}

/// One edit.
#[derive(Clone, Debug, Deserialize)]
pub struct Pair {
    pub name: String,
    /// `airstore`, `zoo`, or a folder below the corpus.
    pub base: String,
    pub wire: String,
    pub rust: String,
    /// Applied to both sides.
    #[serde(default)]
    before: Vec<Value>,
    edit: Vec<Value>,
}

static TABLE: LazyLock<Table> =
    LazyLock::new(|| serde_yaml::from_str(include_str!("pairs.yaml")).unwrap_or_else(|error| panic!("{error}")));

/// All of them.
pub fn pairs() -> Vec<Pair> {
    TABLE.pairs.clone()
}

impl Pair {
    /// Whether its description is there.
    pub fn is_at_hand(&self) -> bool {
        !self.base.starts_with("corpus/") || env::var_os(CORPUS).is_some()
    }

    /// The two descriptions.
    pub fn sides(&self) -> [Value; 2] {
        let mut old = self.document();
        self.patch(&mut old, &self.before);
        let mut new = old.clone();
        self.patch(&mut new, &self.edit);
        [old, new]
    }

    fn document(&self) -> Value {
        let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let path = match self.base.as_str() {
            "airstore" => here.join("../openapi.yaml"),
            "zoo" => here.join("tests/cli/rich.yaml"),
            other => entry(&PathBuf::from(env::var_os(CORPUS).unwrap()).join(other.trim_start_matches("corpus/"))),
        };
        serde_yaml::from_str(&fs::read_to_string(&path).unwrap()).unwrap()
    }

    fn patch(&self, document: &mut Value, operations: &[Value]) {
        let mut operations = Value::from(operations);
        for operation in operations.as_array_mut().unwrap() {
            for key in ["path", "from"] {
                if let Some(Value::String(place)) = operation.get_mut(key) {
                    *place = self.place(place);
                }
            }
        }
        let patch: json_patch::Patch = serde_json::from_value(operations).unwrap();
        json_patch::patch(document, &patch).unwrap_or_else(|error| panic!("{}: {error}", self.name));
    }

    fn place(&self, text: &str) -> String {
        let Some((name, rest)) = text.strip_prefix('$').map(|text| text.split_once('/').unwrap_or((text, ""))) else {
            return text.to_owned();
        };
        let place = &TABLE.places[&self.base][&format!("${name}")];
        if rest.is_empty() { place.clone() } else { format!("{place}/{rest}") }
    }
}

/// The one description of a folder.
fn entry(folder: &std::path::Path) -> PathBuf {
    let mut found: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|end| end == "yaml" || end == "json"));
    found.sort();
    found[0].clone()
}

fn run(document: &Value) -> Run {
    let input = Input { name: "openapi.json".to_owned(), bytes: serde_json::to_vec(document).unwrap() };
    generator::run(input, &Config::new("sdk"), Stage::Resolve).unwrap()
}

/// What the diff predicts.
pub fn compare(pair: &Pair) -> Report {
    let [old, new] = pair.sides().map(|document| run(&document));
    let side = |name, run: &'static Run| Described {
        name,
        loaded: run.loaded.as_ref().unwrap(),
        lowered: run.lowered.as_ref().unwrap(),
        api: run.api.as_ref().unwrap_or_else(|| panic!("{}: {:#?}", pair.name, run.diagnostics.items())),
        parts: None,
    };
    diff::compare(side("old", Box::leak(Box::new(old))), side("new", Box::leak(Box::new(new))))
}

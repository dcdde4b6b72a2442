//! What `generator inspect --format json` says, as far as it is read here (see generator/INSPECT.md).

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// The whole.
#[derive(Debug, Deserialize)]
pub struct Inspected {
    /// The envelope around answers.
    #[serde(default)]
    pub envelope: Option<Envelope>,
    /// The methods.
    pub operations: Vec<Operation>,
    /// The named types.
    pub types: Vec<Type>,
    /// What was said.
    pub findings: Vec<Finding>,
}

/// An envelope.
#[derive(Debug, Deserialize)]
pub struct Envelope {
    /// The member with the value.
    pub data: String,
}

/// A method.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "INSPECT.md says it")]
pub struct Operation {
    pub name: String,
    pub typed: bool,
    pub arguments: Vec<Argument>,
    pub body: Option<Body>,
    pub enveloped: bool,
    pub results: Vec<Answer>,
    #[serde(default)]
    pub errors: Vec<Answer>,
    pub place: Place,
}

/// An argument.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "INSPECT.md says it")]
pub struct Argument {
    pub name: String,
    #[serde(rename = "in")]
    pub location: String,
    pub value_type: String,
}

/// A request body.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "INSPECT.md says it")]
pub struct Body {
    pub value_type: String,
    pub media_type: Option<String>,
}

/// An answer of a status.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "INSPECT.md says it")]
pub struct Answer {
    pub status: String,
    #[serde(rename = "type")]
    pub ty: Option<String>,
}

/// A place.
#[derive(Clone, Debug, Default, Deserialize)]
#[allow(missing_docs, reason = "INSPECT.md says it")]
pub struct Place {
    #[serde(default)]
    pub file: Option<String>,
    pub pointer: String,
}

/// A named type.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "INSPECT.md says it")]
pub struct Type {
    pub rust: String,
    pub place: Place,
    #[serde(default)]
    pub fields: Vec<Field>,
    #[serde(default)]
    pub additional: Option<Additional>,
    #[serde(default)]
    pub target: Option<String>,
}

impl Type {
    /// Its name without a path.
    pub fn name(&self) -> &str {
        self.rust.rsplit("::").next().unwrap_or_default()
    }
}

/// A field.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "INSPECT.md says it")]
pub struct Field {
    pub wire: String,
    pub value_type: String,
    pub presence: String,
    pub place: Place,
}

/// The map of a struct.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "INSPECT.md says it")]
pub struct Additional {
    #[serde(rename = "type")]
    pub ty: String,
}

/// A diagnostic.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "INSPECT.md says it")]
pub struct Finding {
    pub code: String,
}

impl Inspected {
    /// Reads it.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The types that are names of others: by their names.
    pub fn aliases(&self) -> BTreeMap<&str, &str> {
        self.types.iter().filter_map(|ty| Some((ty.name(), ty.target.as_deref()?))).collect()
    }

    /// How often each code was said.
    pub fn codes(&self) -> BTreeMap<String, usize> {
        let mut codes = BTreeMap::new();
        self.findings.iter().for_each(|finding| *codes.entry(finding.code.clone()).or_default() += 1);
        codes
    }

    /// The fields of all structs.
    pub fn field_count(&self) -> usize {
        self.types.iter().map(|ty| ty.fields.len()).sum()
    }
}

/// What a JSON report says of errors, each with its place.
pub fn errors(report: &str) -> Vec<String> {
    let report: Value = serde_json::from_str(report).unwrap_or_default();
    let findings = report.get("findings").and_then(Value::as_array).into_iter().flatten();
    let errors = findings.filter(|finding| finding.get("severity") == Some(&Value::from("error")));
    let text = |finding: &Value, key: &str| finding.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let line = |finding: &Value| {
        format!("{} [{}] {}", text(finding, "pointer"), text(finding, "code"), text(finding, "message"))
    };
    errors.map(|finding| line(finding).trim().to_owned()).collect()
}

/// The codes of a failure's JSON report.
pub fn failure_codes(report: &str) -> BTreeMap<String, usize> {
    let report: Value = serde_json::from_str(report).unwrap_or_default();
    let mut codes = BTreeMap::new();
    for finding in report.get("findings").and_then(Value::as_array).into_iter().flatten() {
        if let Some(code) = finding.get("code").and_then(Value::as_str) {
            *codes.entry(code.to_owned()).or_default() += 1;
        }
    }
    codes
}

//! `--examples`: the description's own examples as a third party's judgement of the types.
//!
//! Every example of a media type, a parameter or a schema that is valid against its own schema (the `jsonschema` crate
//! says so, formats included) is read as the emitted type and written again, and must come out as it went in: unknown
//! fields aside, by value where a format has several spellings. A field is read in its struct, whose other required
//! fields are filled from their schemas.

mod compare;
mod convert;
mod find;
mod program;
mod report;
mod sample;

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::ExitCode,
};

use jsonschema::Validator;
use serde_json::{Map, Value};

use self::{
    compare::{Same, compare},
    convert::{Converted, Direction, convert},
    find::{Example, Holder},
    program::{Program, Reread},
    report::Report,
};
use crate::{
    Error,
    args::Arguments,
    documents::{At, Documents},
    generator_cli,
    inspected::{Inspected, errors},
    process::run,
    specs::Spec,
    survey::bar,
};

/// Judges them all.
pub fn judge(arguments: &Arguments, specs: &[Spec]) -> Result<ExitCode, Error> {
    let out = std::path::absolute(&arguments.out)?;
    let bar = bar(specs.len());
    let mut reports = Vec::new();
    for spec in specs {
        bar.set_message(spec.name.clone());
        let report = one(spec, &out);
        reports
            .push(report.unwrap_or_else(|error| Report { broken: Some(error.to_string()), ..Report::of(&spec.name) }));
        bar.inc(1);
    }
    bar.finish_and_clear();
    let (text, met) = report::show(&reports);
    println!("{text}");
    if let Some(path) = &arguments.json {
        fs::write(path, format!("{:#}\n", serde_json::json!({ "reports": reports, "met": met })))?;
    }
    Ok(if met { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn one(spec: &Spec, out: &Path) -> Result<Report, Error> {
    let sdk = out.join("crates").join(&spec.name);
    if sdk.is_dir() {
        fs::remove_dir_all(&sdk)?;
    }
    let ended = run(&mut generator_cli::generate(&spec.main, &sdk, &spec.name)?)?;
    if !ended.success {
        return Err(errors(&ended.stdout).into_iter().next().unwrap_or(ended.stderr).into());
    }
    let inspected = Inspected::parse(&run(&mut generator_cli::inspect(&spec.main)?)?.stdout)?;
    let documents = Documents::open(&spec.main)?;
    let mut report = Report::of(&spec.name);
    let placed = find::placed(&documents, &inspected);
    let places: BTreeSet<_> = placed.iter().map(|example| &example.at).collect();
    report.without_type = find::all(&documents).iter().filter(|at| !places.contains(at)).count();
    report.found = places.len() + report.without_type;
    report.pairs = placed.len();
    let mut cases = Cases { documents: &documents, inspected: &inspected, types: Vec::new(), cases: Vec::new() };
    let mut judge = Judge { documents: &documents, known: BTreeMap::new() };
    let mut judged = Vec::new();
    for example in &placed {
        match judge.says(example) {
            Ok(()) => judged.extend(cases.add(example, &mut report).map(|case| (example, case))),
            Err(reason) => report.reject(&example.at, reason),
        }
    }
    let program = Program {
        folder: out.join("examples").join(&spec.name),
        sdk: &sdk,
        name: &spec.name,
        target: &out.join("target-examples"),
    };
    let reread =
        if cases.cases.is_empty() { Vec::new() } else { program.run(&inspected, &cases.types, &cases.cases)? };
    for (example, case) in judged {
        judge.outcome(example, case, &reread, &mut report);
    }
    Ok(report)
}

/// Values for the program, with their types.
struct Cases<'d> {
    documents: &'d Documents,
    inspected: &'d Inspected,
    types: Vec<String>,
    cases: Vec<(usize, Value)>,
}

/// Which results belong to an example.
#[derive(Clone, Copy)]
struct Case<'i> {
    index: usize,
    /// The struct without the example, and the field.
    field: Option<(usize, &'i str)>,
}

impl<'d> Cases<'d> {
    fn add(&mut self, example: &Example, report: &mut Report) -> Option<Case<'d>> {
        let inspected = self.inspected;
        match &example.holder {
            // Bytes have no form of their own in JSON: only fields say how they are written.
            Holder::Whole(ty) if ty.contains("Bytes") => {
                report.unchecked += 1;
                None
            }
            Holder::Whole(ty) => Some(Case { index: self.push(ty, example.value.clone()), field: None }),
            Holder::Field(ty, field) => {
                let (ty, field) = (inspected.types.get(*ty)?, inspected.types.get(*ty)?.fields.get(*field)?);
                let mut around = Map::new();
                for one in ty.fields.iter().filter(|one| one.presence == "required" || one.presence == "nullable") {
                    let at = self.documents.place(one.place.file.as_deref(), &one.place.pointer);
                    around.insert(one.wire.clone(), sample::sample(self.documents, &at));
                }
                let empty = self.push(ty.name(), Value::Object(around.clone()));
                around.insert(field.wire.clone(), example.value.clone());
                Some(Case { index: self.push(ty.name(), Value::Object(around)), field: Some((empty, &field.wire)) })
            }
        }
    }

    fn push(&mut self, ty: &str, value: Value) -> usize {
        let known = self.types.iter().position(|known| known == ty);
        let index = known.unwrap_or_else(|| {
            self.types.push(ty.to_owned());
            self.types.len() - 1
        });
        self.cases.push((index, value));
        self.cases.len() - 1
    }
}

type Known = (Converted, Result<Validator, String>);

/// The third party.
struct Judge<'d> {
    documents: &'d Documents,
    known: BTreeMap<(At, Direction), Known>,
}

impl Judge<'_> {
    fn schema(&mut self, example: &Example) -> &Known {
        let documents = self.documents;
        self.known.entry((example.schema.clone(), example.direction)).or_insert_with(|| {
            let converted = convert(documents, &example.schema, example.direction);
            let options = jsonschema::draft202012::options().should_validate_formats(true);
            let validator = options.with_format("byte", is_base64).build(&converted.schema);
            let validator = validator.map_err(|error| format!("the schema is none: {error}"));
            (converted, validator)
        })
    }

    /// Why an example is not valid.
    fn says(&mut self, example: &Example) -> Result<(), String> {
        let (_, validator) = self.schema(example);
        let validator = validator.as_ref().map_err(Clone::clone)?;
        validator.validate(&example.value).map_err(|error| {
            let keyword = error.schema_path().to_string();
            let keyword = keyword.rsplit('/').find(|key| key.parse::<usize>().is_err()).unwrap_or_default().to_owned();
            let text: String = error.to_string().chars().take(160).collect();
            format!("{keyword}: {text} (at `{}`)", error.instance_path())
        })
    }

    fn outcome(&mut self, example: &Example, case: Case<'_>, reread: &[Reread], report: &mut Report) {
        let at = &example.at;
        let (value, unknown) = match (reread.get(case.index), case.field) {
            (Some(Reread::Value(value, unknown)), None) => (value.clone(), *unknown),
            (Some(Reread::Value(value, unknown)), Some((_, field))) => {
                (value.get(field).cloned().unwrap_or_default(), *unknown)
            }
            (_, Some((empty, _)))
                if !matches!(reread.get(empty), Some(Reread::Value(..))) && !example.value.is_null() =>
            {
                report.unchecked += 1;
                return;
            }
            (Some(Reread::Error(error)), _) => return report.fail(at, error.clone()),
            (None, _) => return report.fail(at, "the program said nothing of it".to_owned()),
        };
        report.unknown.extend(unknown.then(|| at.pointer.clone()));
        let converted = &self.schema(example).0;
        let hidden = Cell::new(false);
        let known = |at: &str| {
            let hides = converted.hides(at);
            hidden.set(hidden.get() || hides);
            !hides && converted.names(at)
        };
        let compared = compare(&example.value, &value, &known);
        if hidden.get() && compared.is_ok() {
            let reason = "readOnly or writeOnly: it has a member that does not travel this way";
            return report.reject(at, reason.to_owned());
        }
        match compared {
            Ok(same) => report.pass(same == Same::ByValue),
            Err(place) => report.fail(at, place),
        }
    }
}

/// RFC 4648, section 4; line breaks and missing padding are of older habits.
fn is_base64(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || "+/=-_\r\n".contains(c))
}

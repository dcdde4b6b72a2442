//! A large description's crate: whole, and one of its resources alone.

use std::{fs, path::Path};

use serde_json::{Value, json};

use super::{Measure, fresh, limits::Limit, sides::Side};
use crate::{
    Error, generator_cli,
    inspected::errors,
    process::{Cost, run},
};

/// What was measured.
#[derive(Debug)]
pub struct Large {
    name: String,
    resource: String,
    whole: Result<Cost, String>,
    alone: Result<Cost, String>,
    packed: Measure,
}

/// How often each is checked: the whole takes long enough to be no matter of chance.
const ROUNDS: usize = 2;

/// Megabytes that the registry takes.
const PACKED: f64 = 10.0;

/// Megabytes of memory for the compiler.
const MEMORY: f64 = 1200.0;

/// Of the whole's processor time, for one resource alone.
const ALONE: f64 = 0.1;

/// Measures it.
pub fn measure(file: &Path, resource: &str, out: &Path) -> Result<Large, Error> {
    let name = "large";
    let folder = fresh(out.join("ours").join(name))?;
    let ended = run(&mut generator_cli::generate(file, &folder, name)?)?;
    if !ended.success {
        return Err(errors(&ended.stdout).join("; ").into());
    }
    let others = others(&fs::read_to_string(folder.join("Cargo.toml"))?, resource)?;
    let side = Side { name: generator_cli::package(name), folder, target: out.join("target") };
    side.prepare()?;
    let best = |without: &[String]| {
        let costs = (0..ROUNDS).map(|_| side.check(without));
        costs.reduce(|a, b| Ok(less(a?, b?))).unwrap_or_else(|| Err("no round".to_owned()))
    };
    Ok(Large {
        name: file.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        resource: resource.to_owned(),
        whole: best(&[]),
        alone: best(&others),
        packed: side.packed(),
    })
}

fn less(a: Cost, b: Cost) -> Cost {
    if b.cpu_seconds < a.cpu_seconds { b } else { a }
}

/// The features of all other resources, and the one for them all.
fn others(manifest: &str, resource: &str) -> Result<Vec<String>, Error> {
    let manifest: toml::Table = manifest.parse()?;
    let full = manifest.get("features").and_then(|features| features.get("full")?.as_array());
    let full = full.ok_or("the crate has no feature for each resource")?;
    let names: Vec<_> = full.iter().filter_map(toml::Value::as_str).collect();
    if !names.contains(&resource) {
        return Err(format!("no resource has the feature `{resource}`; there are {}", names.join(", ")).into());
    }
    let others = names.into_iter().filter(|name| *name != resource).chain(["full", "default"]);
    Ok(others.map(str::to_owned).collect())
}

impl Large {
    /// What must hold.
    pub fn limits(&self) -> Vec<Limit> {
        let Self { name, resource, .. } = self;
        let ratio = || Ok(self.alone.clone()?.cpu_seconds / self.whole.clone()?.cpu_seconds);
        vec![
            Limit { what: format!("{name}: `{resource}` alone, s beside the whole"), value: ratio(), most: ALONE },
            Limit { what: format!("{name}: packed MB"), value: self.packed.clone(), most: PACKED },
            Limit {
                what: format!("{name}: memory of the check, MB"),
                value: self.whole.clone().map(|cost| cost.peak_mb),
                most: MEMORY,
            },
        ]
    }

    /// A line for a reader.
    pub fn show(&self) -> String {
        let cost = |cost: &Result<Cost, String>| match cost {
            Ok(cost) => format!("{:.2} s, {:.0} MB of memory", cost.cpu_seconds, cost.peak_mb),
            Err(why) => why.clone(),
        };
        format!("{}: check {}; `{}` alone {}\n", self.name, cost(&self.whole), self.resource, cost(&self.alone))
    }

    /// All of it.
    pub fn json(&self) -> Value {
        let Self { name, resource, whole, alone, packed } = self;
        json!({ "name": name, "resource": resource, "whole": whole, "alone": alone, "packed": packed })
    }
}

#[cfg(test)]
mod tests {
    use super::{Large, others};
    use crate::process::Cost;

    #[test]
    fn the_others_are_left_out() {
        let manifest =
            "[features]\ndefault = [\"client\", \"full\"]\nclient = []\nfull = [\"a\", \"b\", \"c\"]\na = []\n";
        assert_eq!(others(manifest, "b").unwrap(), ["a", "c", "full", "default"]);
        assert!(others(manifest, "d").unwrap_err().to_string().contains("a, b, c"));
        assert!(others("[features]\n", "a").is_err());
    }

    #[test]
    fn limits_of_a_large_one() {
        let cost = |cpu_seconds, peak_mb| Ok(Cost { seconds: 1.0, cpu_seconds, peak_mb });
        let mut large = Large {
            name: "api".to_owned(),
            resource: "issues".to_owned(),
            whole: cost(40.0, 1100.0),
            alone: cost(3.0, 200.0),
            packed: Ok(2.0),
        };
        assert!(large.limits().iter().all(super::Limit::is_met));
        assert!(large.show().starts_with("api: check 40.00 s, 1100 MB of memory; `issues` alone 3.00 s"));
        large.alone = cost(5.0, 200.0);
        assert_eq!(large.limits().iter().filter(|limit| !limit.is_met()).count(), 1);
        large.whole = Err("error[E0308]".to_owned());
        assert_eq!(large.limits().iter().filter(|limit| limit.is_met()).count(), 1);
    }
}

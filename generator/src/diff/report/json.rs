//! The report as one JSON document; `generator/diff.schema.json` of the repository states its form.

use super::Report;

/// The document, with a line break at its end.
#[must_use]
pub fn json(report: &Report) -> String {
    format!("{:#}\n", serde_json::json!(report))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{super::fixture, *};

    fn errors(text: &str) -> Vec<String> {
        let schema: Value = serde_json::from_str(include_str!("../../../diff.schema.json")).unwrap();
        let schema = jsonschema::draft202012::new(&schema).unwrap();
        let value: Value = serde_json::from_str(text).unwrap();
        schema.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }

    #[test]
    fn it_is_as_it_was_and_as_its_schema_says() {
        let text = json(&fixture::report());
        assert_eq!(errors(&text), Vec::<String>::new());
        assert_eq!(errors(&json(&fixture::nothing())), Vec::<String>::new());
        insta::assert_snapshot!(text);
    }

    #[test]
    fn the_schema_knows_every_key_and_every_word() {
        let good: Value = serde_json::from_str(&json(&fixture::report())).unwrap();
        let wrong = |change: fn(&mut Value)| {
            let mut value = good.clone();
            change(&mut value);
            !errors(&value.to_string()).is_empty()
        };
        assert!(wrong(|value| value["extra"] = true.into()));
        assert!(wrong(|value| value["findings"][0]["extra"] = true.into()));
        assert!(wrong(|value| value["findings"][0]["old"]["extra"] = true.into()));
        assert!(wrong(|value| value["findings"][0]["rust"]["items"][0]["kind"] = "widget".into()));
        assert!(wrong(|value| value["wire"] = "bad".into()));
        assert!(wrong(|value| value["version"] = 2.into()));
        assert!(wrong(|value| value["findings"][0]["fingerprint"] = "xyz".into()));
        assert!(wrong(|value| {
            value.as_object_mut().unwrap().remove("rust");
        }));
    }
}

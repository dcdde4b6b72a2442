//! In which forms a report is given, and where to.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::{
    cli::console::{self, Console},
    config::absolute,
    diff::{
        Report,
        report::{self, Ground},
    },
    failure::Failure,
    guess, output,
};

/// The forms of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Name {
    Terminal,
    Markdown,
    Json,
    Sarif,
    Github,
    Html,
}

/// A form, and the file that it goes to; none: standard output.
#[derive(Clone, Debug)]
pub(super) struct Form {
    name: Name,
    file: Option<PathBuf>,
}

impl Form {
    /// Reads `NAME` or `NAME=FILE`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let (name, file) = text.split_once('=').map_or((text, None), |(name, file)| (name, Some(file)));
        if file == Some("") {
            return Err(format!("no file is named; `{name}=FILE` or `{name}` alone"));
        }
        let name = Name::from_str(name, false).map_err(|_| {
            let all: Vec<_> = Name::value_variants().iter().filter_map(ValueEnum::to_possible_value).collect();
            let all: Vec<_> = all.iter().map(clap::builder::PossibleValue::get_name).collect();
            let help = guess::did_you_mean(name, &all, &format!("known: {}", all.join(", ")));
            format!("`{}` is no form; {help}", name.escape_debug())
        })?;
        Ok(Self { name, file: file.map(PathBuf::from) })
    }

    fn text(&self, report: &Report, ground: &Ground) -> String {
        match self.name {
            Name::Terminal => report::terminal(report, self.file.is_none() && console::colours_output()),
            Name::Markdown => report::markdown(report),
            Name::Json => report::json(report),
            Name::Sarif => report::sarif(report, ground),
            Name::Github => report::github(report, ground),
            Name::Html => report::html(report),
        }
    }
}

/// The forms that were asked for; without any the one for terminals, unless nothing is to be said.
///
/// # Errors
/// When two go to the same place.
pub(super) fn forms(asked: &[Form], quiet: bool) -> Result<Vec<Form>, Failure> {
    if asked.is_empty() {
        return Ok(if quiet { Vec::new() } else { vec![Form { name: Name::Terminal, file: None }] });
    }
    for (index, form) in asked.iter().enumerate() {
        if asked.iter().take(index).any(|other| other.file == form.file) {
            let place = form.file.as_ref().map_or("standard output".to_owned(), |file| file.display().to_string());
            let help = "name a file for one of them: --format markdown=comment.md";
            return Err(Failure::usage(format!("two reports go to {place}"), help));
        }
    }
    Ok(asked.to_vec())
}

/// Gives the report in all forms.
///
/// # Errors
/// When a file cannot be written.
pub(super) fn show(
    console: Console,
    forms: &[Form],
    report: &Report,
    ground: &Ground,
    here: &Path,
) -> Result<(), Failure> {
    for form in forms {
        let text = form.text(report, ground);
        match &form.file {
            None if text.is_empty() => {}
            None => console::print(text.trim_end_matches('\n')),
            Some(file) => {
                let path = absolute(here, file);
                output::put(&path, &text).map_err(|error| Failure::unwritable(file, &error))?;
                console.note(&format!("wrote {}", crate::finding::escape(&file.display().to_string())));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_have_names_and_files() {
        let form = Form::parse("markdown=a=b.md").unwrap();
        assert_eq!((form.name, form.file), (Name::Markdown, Some("a=b.md".into())));
        assert_eq!(Form::parse("json").unwrap().file, None);
        assert!(Form::parse("markdwon").unwrap_err().contains("did you mean `markdown`?"));
        assert!(Form::parse("json=").unwrap_err().contains("json=FILE"));
        assert!(Form::parse("JSON").is_err());
    }

    #[test]
    fn two_reports_do_not_go_to_one_place() {
        let all = |texts: &[&str]| texts.iter().map(|text| Form::parse(text).unwrap()).collect::<Vec<_>>();
        assert!(forms(&all(&["json", "sarif"]), false).is_err());
        assert!(forms(&all(&["json=a", "sarif=a"]), false).is_err());
        assert_eq!(forms(&all(&["json", "sarif=a"]), true).unwrap().len(), 2);
        assert_eq!((forms(&[], true).unwrap().len(), forms(&[], false).unwrap().len()), (0, 1));
    }
}

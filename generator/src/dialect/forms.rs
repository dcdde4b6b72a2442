//! The forms of fields: what a value must look like, entry by entry.

use serde_json::{Map, Value};

use super::{
    check::{Broken, Check, article},
    path::Path,
    shape::{Form, Kind, Loss},
};
use crate::diagnostic::Code;

/// Checks a field's value in place. `Err` when it cannot be kept; with [`Loss::Owner`] also when one of its entries
/// cannot, which is removed then.
pub(super) fn form(
    check: &mut Check<'_>,
    form: Form,
    loss: Loss,
    value: &mut Value,
    path: &Path<'_>,
) -> Result<(), Broken> {
    match (form, value) {
        (Form::Any, _)
        | (Form::Text, Value::String(_))
        | (Form::Flag, Value::Bool(_))
        | (Form::Number, Value::Number(_))
        | (Form::Values, Value::Array(_)) => Ok(()),
        (Form::Choice(choices), Value::String(text)) if choices.contains(&text.as_str()) => Ok(()),
        (Form::Choice(choices), Value::String(text)) => {
            let message = format!("`{}` is none of `{}`", text.escape_debug(), choices.join("`, `"));
            Err(check.shape(path, message))
        }
        (Form::Count, value) => count(check, value, path),
        (Form::Texts, Value::Array(values)) => list(check, loss, values, path, text),
        (Form::TextMap, Value::Object(entries)) => map(check, loss, entries, path, text),
        (Form::Requirements, Value::Array(values)) => list(check, loss, values, path, requirement),
        (Form::SchemaOrFlag, Value::Bool(_)) => Ok(()),
        (Form::SchemaOrFlag, value) => check.object(Kind::Schema, value, path),
        (Form::One(kind), value) => check.object(kind, value, path),
        (Form::List(kind), Value::Array(values)) => {
            list(check, loss, values, path, |check, value, path| object(check, kind, value, path))
        }
        (Form::Map(kind), Value::Object(entries)) => {
            map(check, loss, entries, path, |check, value, path| object(check, kind, value, path))
        }
        (form, value) => {
            Err(check.shape(path, format!("{} must be {}, but is {}", path.name(), wanted(form), article(value))))
        }
    }
}

const fn wanted(form: Form) -> &'static str {
    match form {
        Form::Text | Form::Choice(_) => "a text",
        Form::Flag => "`true` or `false`",
        Form::Count => "a whole number from 0",
        Form::Number => "a number",
        Form::Any => "a value",
        Form::Texts => "a list of texts",
        Form::Values | Form::List(_) => "a list",
        Form::TextMap | Form::Map(_) | Form::One(_) => "a mapping",
        Form::Requirements => "a list of security requirements",
        Form::SchemaOrFlag => "a schema or a boolean",
    }
}

fn list(
    check: &mut Check<'_>,
    loss: Loss,
    values: &mut Vec<Value>,
    path: &Path<'_>,
    mut visit: impl FnMut(&mut Check<'_>, &mut Value, &Path<'_>) -> Result<(), Broken>,
) -> Result<(), Broken> {
    let (mut broken, mut index) = (None, 0);
    values.retain_mut(|value| {
        let result = visit(check, value, &path.index(index));
        let keep = result.is_ok();
        if !keep {
            check.moves.leave_out(path.pointer(), index);
        }
        index += 1;
        broken = broken.take().or(result.err());
        keep
    });
    broken.filter(|_| loss == Loss::Owner).map_or(Ok(()), Err)
}

fn map(
    check: &mut Check<'_>,
    loss: Loss,
    entries: &mut Map<String, Value>,
    path: &Path<'_>,
    mut visit: impl FnMut(&mut Check<'_>, &mut Value, &Path<'_>) -> Result<(), Broken>,
) -> Result<(), Broken> {
    let mut broken = None;
    entries.retain(|key, value| {
        let path = path.key(key);
        let result = if key == "$ref" && value.is_string() {
            Err(check.shape(&path, "a reference cannot stand in the place of this mapping".to_owned()))
        } else {
            visit(check, value, &path)
        };
        let keep = result.is_ok();
        if !keep {
            check.lost.push(path.pointer().to_string());
        }
        broken = broken.take().or(result.err());
        keep
    });
    broken.filter(|_| loss == Loss::Owner).map_or(Ok(()), Err)
}

fn object(check: &mut Check<'_>, kind: Kind, value: &mut Value, path: &Path<'_>) -> Result<(), Broken> {
    // Where a schema or a media type may say nothing, a key alone says it too.
    if matches!(kind, Kind::Schema | Kind::MediaType | Kind::Callback) {
        check.read_null(value, path);
    }
    check.object(kind, value, path)
}

fn text(check: &mut Check<'_>, value: &mut Value, path: &Path<'_>) -> Result<(), Broken> {
    if value.is_string() {
        return Ok(());
    }
    Err(check.shape(path, format!("{} must be a text, but is {}", path.name(), article(value))))
}

fn requirement(check: &mut Check<'_>, value: &mut Value, path: &Path<'_>) -> Result<(), Broken> {
    let Value::Object(schemes) = value else {
        return Err(check.shape(path, format!("a security requirement must be a mapping, but is {}", article(value))));
    };
    map(check, Loss::Owner, schemes, path, |check, scopes, path| match scopes {
        Value::Array(scopes) => list(check, Loss::Owner, scopes, path, text),
        Value::Null => {
            check.diagnostics.report(Code::DialectFilled, path.origin(), "the list of scopes is null");
            *scopes = Value::Array(Vec::new());
            Ok(())
        }
        other => Err(check.shape(path, format!("scopes must be a list, but are {}", article(other)))),
    })
}

/// A count may be written `3.0`.
fn count(check: &mut Check<'_>, value: &mut Value, path: &Path<'_>) -> Result<(), Broken> {
    if value.as_u64().is_some_and(|count| usize::try_from(count).is_ok()) {
        return Ok(());
    }
    // Above 2^53 a float is no exact count any more, and no count of anything that a computer holds.
    if let Some(float) =
        value.as_f64().filter(|float| float.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(float))
    {
        *value = Value::from(float as u64);
        return Ok(());
    }
    Err(check.shape(path, format!("{} must be a whole number from 0, but is {}", path.name(), shown(value))))
}

fn shown(value: &Value) -> String {
    if let Value::Number(number) = value { format!("`{number}`") } else { article(value).to_owned() }
}

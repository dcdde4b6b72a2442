//! Candidates for methods of resources.

use super::{method_name, words};
use crate::{
    model::{HttpMethod, MethodName},
    resolve::resource::{is_prefix, is_version},
};

/// What a method's name is made of.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// Its operationId, where it has one of its own.
    pub id: Option<&'a str>,
    /// Its HTTP method.
    pub method: &'a HttpMethod,
    /// Its path template.
    pub path: &'a str,
    /// The label of its resource.
    pub resource: &'a str,
}

/// The method of an operation when no extension names it, decided from this operation alone: what its operationId says
/// beside the request's own method and path, without the words of the resource; where that is nothing, the HTTP method
/// and what the path says beside the resource.
#[must_use]
pub fn operation_name(named: &Named<'_>) -> MethodName {
    let label = split(named.resource);
    let words = match named.id.map(without_version).and_then(|id| said(id, named)) {
        Some(text) => without_label(split(text), &label, !text.contains(['.', '/', ':'])),
        None => path_words(named, &label),
    };
    method_name(&[&words.join(" ")])
}

/// An operationId without the version before it (`v1.users.list`): it tells no two methods apart but those of two
/// versions, and these keep their full names.
fn without_version(id: &str) -> &str {
    let (first, rest) = id.split_once(|c: char| !c.is_ascii_alphanumeric()).unwrap_or((id, ""));
    if is_version(first) && rest.chars().any(char::is_alphanumeric) { rest } else { id }
}

/// What the operationId says that is not the request's own method and path. Frameworks join those to a name, or make the
/// id of them alone: `list_users_api_users_get`, `put_files_id#lock`, `get_files_id`.
fn said<'a>(id: &'a str, named: &Named<'_>) -> Option<&'a str> {
    let own = without_request(id, named.method, named.path);
    let (request, rest) = own.split_once('#').unwrap_or((own, ""));
    if !spells(request, named) {
        return Some(own);
    }
    Some(rest).filter(|rest| rest.chars().any(char::is_alphanumeric) && !alike(&split(rest), &split(named.resource)))
}

/// An operationId without the path and the HTTP method behind it, as FastAPI joins them to a function's name.
#[must_use]
pub fn without_request<'a>(id: &'a str, method: &HttpMethod, path: &str) -> &'a str {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '_' };
    let path: String = path.chars().map(plain).collect();
    let request = format!("{path}_{}", method.as_str().to_ascii_lowercase());
    id.strip_suffix(&request).filter(|own| own.chars().any(char::is_alphanumeric)).unwrap_or(id)
}

/// Whether a text is the HTTP method and the words of the path, a variable being `id` or its name.
fn spells(text: &str, named: &Named<'_>) -> bool {
    let own = split(text);
    let spelled = |segments: &[Segment]| {
        let method = named.method.as_str().to_ascii_lowercase();
        let mut rest = own.strip_prefix(&[method][..])?;
        for segment in segments {
            let id = ["id".to_owned()];
            let short = rest.strip_prefix(&id[..]).filter(|_| segment.variable);
            rest = rest.strip_prefix(segment.words.as_slice()).or(short)?;
        }
        rest.is_empty().then_some(())
    };
    let all = segments(named.path, |_| true);
    let most = segments(named.path, |segment| !is_prefix(segment));
    !most.is_empty() && (spelled(&all).is_some() || spelled(&most).is_some())
}

/// A segment of a path template.
struct Segment {
    words: Vec<String>,
    /// Whether a variable stands in it.
    variable: bool,
}

fn segments(path: &str, wanted: impl Fn(&str) -> bool) -> Vec<Segment> {
    let all = path.split(['?', '#']).next().unwrap_or_default().split('/');
    let segment = |text: &str| Segment { words: split(&text.replace(['{', '}'], " ")), variable: text.contains('{') };
    all.filter(|text| !text.is_empty() && wanted(text)).map(segment).filter(|s| !s.words.is_empty()).collect()
}

/// The HTTP method and what the path says beside the resource; of variables that at its end only, for what it is the
/// variable of: `GET /users/{id}/keys` under `users` is `get_keys`, `GET /users/{id}` is `get_by_id`,
/// `GET /files/{file_id}` under `trash` is `get_by_file_id`.
fn path_words(named: &Named<'_>, label: &[String]) -> Vec<String> {
    let mut all = segments(named.path, |segment| !is_prefix(segment));
    if let Some((start, end)) = place_of(label, &all) {
        all.drain(start..end);
    }
    let end = all.pop();
    let mut name = vec![named.method.as_str().to_ascii_lowercase()];
    if let Some(Segment { words, variable: true }) = &end {
        let said = |before: &mut Segment| words.len() > before.words.len() && alike_start(words, &before.words);
        all.pop_if(said);
    }
    name.extend(all.into_iter().filter(|segment| !segment.variable).flat_map(|segment| segment.words));
    if let Some(Segment { words, variable }) = end {
        name.extend(variable.then(|| "by".to_owned()));
        name.extend(if variable { without_label(words, label, false) } else { words });
    }
    name
}

/// Whether words begin with others, singular or plural.
fn alike_start(own: &[String], start: &[String]) -> bool {
    own.get(..start.len()).is_some_and(|own| alike(own, start))
}

/// Which segments together are the resource.
fn place_of(label: &[String], segments: &[Segment]) -> Option<(usize, usize)> {
    let places = (0..segments.len()).flat_map(|start| (start + 1..=segments.len()).map(move |end| (start, end)));
    places.into_iter().find(|(start, end)| {
        let some = segments.get(*start..*end).unwrap_or_default();
        let words: Vec<String> = some.iter().flat_map(|segment| segment.words.clone()).collect();
        some.iter().all(|segment| !segment.variable) && alike(&words, label)
    })
}

/// Words that say how what follows belongs to what stands before, and nothing when the resource that followed is gone.
/// `on`, `in` and the like are not among them: `power_on`, `log_in`.
const DANGLING: &[&str] = &["a", "an", "the", "this", "for", "from", "of", "to"];

/// Words behind which no object of the verb stands, so that what stands before them is one.
const RELATIONS: &[&str] = &["and", "as", "at", "by", "for", "from", "in", "of", "on", "to", "with", "without"];

/// `own` without the resource's words, singular or plural, at its end or its beginning; in a sentence also behind its
/// verb, where they only say whose the object is (`create_guild_emoji`) or are all of it (`list_guilds_by_name`), and not
/// where they are the object (`remove_guilds_user`). Never empty.
fn without_label(own: Vec<String>, label: &[String], sentence: bool) -> Vec<String> {
    let count = label.len();
    if count == 0 || own.len() <= count {
        return own;
    }
    let (head, tail) = own.split_at(own.len() - count);
    if alike(tail, label) {
        let dangling = head.iter().skip(1).rev().take_while(|word| DANGLING.contains(&word.as_str())).count();
        return head.iter().take(head.len() - dangling).cloned().collect();
    }
    let (head, tail) = own.split_at(count);
    if alike(head, label) {
        return tail.to_vec();
    }
    let behind = |own: &[String]| {
        let (verb, rest) = own.split_first()?;
        let (middle, object) = rest.split_at_checked(count)?;
        let qualifies = middle.last().is_some_and(|word| singular(word) == *word);
        let relates = object.first().is_some_and(|word| RELATIONS.contains(&word.as_str()));
        let left = !object.is_empty() && alike(middle, label) && (qualifies || relates);
        left.then(|| [std::slice::from_ref(verb), object].concat())
    };
    Some(&own).filter(|_| sentence).and_then(|own| behind(own)).unwrap_or(own)
}

/// The words of a text; a number among them too.
fn split(text: &str) -> Vec<String> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let snake = words::identifier(&["x", text], words::Case::Snake).unwrap_or_default();
    snake.split('_').skip(1).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn alike(own: &[String], label: &[String]) -> bool {
    own.len() == label.len() && own.iter().zip(label).all(|(a, b)| singular(a) == singular(b))
}

/// A word without its English plural ending; only ever compared with another one treated alike.
fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for ending in ["sses", "shes", "ches", "xes"] {
        if word.ends_with(ending) {
            return word.trim_end_matches("es").to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if !stem.ends_with('s') && !stem.is_empty() => stem.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
#[path = "operation_tests.rs"]
mod tests;

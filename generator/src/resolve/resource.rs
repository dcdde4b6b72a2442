//! Resources: the tree under the client, made of what operations say they belong to.

use openapiv3::Tag;

use super::{Context, docs, names, path};
use crate::{
    dialect::carry::{self, Carried},
    model::{Docs, Operation, OperationId, Resource, ResourceId, Source},
    pointer::{Origin, Pointer},
};

/// The resource of operations that have neither a tag nor a path to be named after.
const NAMELESS: &str = "root";

/// The resources met so far.
#[derive(Debug, Default)]
pub struct Resources(Vec<Resource>);

impl Resources {
    /// All.
    #[must_use]
    pub fn into_vec(self) -> Vec<Resource> {
        self.0
    }

    /// The resource at the end of `segments`, made with its parents when it is new. Two spellings of one name are one
    /// resource. `origin` is the place that names it.
    pub(super) fn enter(&mut self, cx: &Context<'_>, segments: &[String], origin: &Origin) -> ResourceId {
        let mut parent = None;
        let mut label = String::new();
        for (depth, segment) in segments.iter().enumerate() {
            let accessor = names::method_name(&[segment]);
            if !label.is_empty() {
                label.push('.');
            }
            label.push_str(accessor.as_str());
            if let Some(index) = self.0.iter().position(|known| known.label == label) {
                parent = Some(ResourceId(index));
                continue;
            }
            let words: Vec<&str> = segments.iter().take(depth + 1).map(String::as_str).collect();
            let (docs, source) = describe(cx, segment, origin);
            self.0.push(Resource {
                name: names::type_name(&words),
                module: names::module_name(&words),
                accessor,
                label: label.clone(),
                parent,
                operations: Vec::new(),
                docs,
                source,
            });
            parent = Some(ResourceId(self.0.len() - 1));
        }
        parent.unwrap_or(ResourceId(0))
    }

    /// Its dotted name.
    pub(super) fn label(&self, id: ResourceId) -> &str {
        self.0.get(id.0).map_or("", |resource| &resource.label)
    }

    /// Gives each resource its operations and puts all in the order of their modules.
    pub(super) fn settle(&mut self, operations: &mut [Operation]) {
        let mut order: Vec<usize> = (0..self.0.len()).collect();
        order.sort_by_key(|index| self.0.get(*index).map(|resource| resource.module.clone()));
        let moved = |id: ResourceId| ResourceId(order.iter().position(|old| *old == id.0).unwrap_or(id.0));
        for resource in &mut self.0 {
            resource.parent = resource.parent.map(moved);
        }
        self.0.sort_by(|a, b| a.module.cmp(&b.module));
        for (index, operation) in operations.iter_mut().enumerate() {
            operation.resource = moved(operation.resource);
            if let Some(resource) = self.0.get_mut(operation.resource.0) {
                resource.operations.push(OperationId(index));
            }
        }
    }
}

/// What the tag of this name says, and where; else the place that named the resource.
fn describe(cx: &Context<'_>, name: &str, origin: &Origin) -> (Docs, Source) {
    let wanted = names::method_name(&[name]);
    let same = |tag: &&Tag| tag.name == name;
    let tags = &cx.document.tags;
    let tag = tags.iter().find(same).or_else(|| tags.iter().find(|tag| names::method_name(&[&tag.name]) == wanted));
    let Some(tag) = tag else {
        return (Docs::default(), Source { origin: origin.clone(), name: Some(name.to_owned()) });
    };
    let index = tags.iter().position(|other| other.name == tag.name).unwrap_or_default();
    let origin = Origin::root(Pointer::root()).join("tags").join(index);
    let docs = docs::canonical(tag.description.as_deref().unwrap_or_default());
    (docs, Source { origin, name: Some(tag.name.clone()) })
}

/// Where an operation belongs: what the extension says (dots nest), else its first tag, else the first literal segment
/// of its path that is neither a version nor `api`.
pub(super) fn segments(chosen: Option<&str>, tag: Option<&str>, path: &str, tags: &[Tag]) -> Vec<String> {
    if let Some(chosen) = chosen {
        let segments: Vec<String> = chosen.split('.').filter(|s| !s.trim().is_empty()).map(str::to_owned).collect();
        if !segments.is_empty() {
            return segments;
        }
    }
    if let Some(tag) = tag.filter(|tag| !tag.trim().is_empty()) {
        return with_parents(tag, tags);
    }
    let telling = path::literal_segments(path).find(|segment| !is_prefix(segment));
    let any = telling.or_else(|| path::literal_segments(path).next());
    vec![any.unwrap_or(NAMELESS).to_owned()]
}

/// A tag below those above it; a circle ends where it would begin again.
fn with_parents(tag: &str, tags: &[Tag]) -> Vec<String> {
    let mut segments = vec![tag.to_owned()];
    let parent = |of: &str| {
        let tag = tags.iter().find(|tag| tag.name == of)?;
        Carried(&tag.extensions).value(carry::PARENT)?.as_str().map(str::to_owned)
    };
    let mut next = parent(tag);
    while let Some(above) = next.filter(|above| !above.trim().is_empty() && !segments.contains(above)) {
        next = parent(&above);
        segments.insert(0, above);
    }
    segments
}

/// Whether a segment says nothing about what stands under it: `api`, `rest`, `v1`, `v2.1`, `v1beta1`.
pub(super) fn is_prefix(segment: &str) -> bool {
    is_version(segment) || segment.eq_ignore_ascii_case("api") || segment.eq_ignore_ascii_case("rest")
}

/// `v1`, `v2.1`, `V1beta1`.
pub(super) fn is_version(word: &str) -> bool {
    let rest = word.strip_prefix(['v', 'V']).unwrap_or_default();
    rest.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use openapiv3::Tag;
    use serde_json::json;

    use super::carry;

    fn segments(chosen: Option<&str>, tag: Option<&str>, path: &str) -> Vec<String> {
        super::segments(chosen, tag, path, &[])
    }

    #[test]
    fn a_tag_stands_below_its_parents() {
        let tag = |name: &str, parent: &str| Tag {
            name: name.to_owned(),
            extensions: [(carry::PARENT.to_owned(), json!(parent))].into_iter().collect(),
            ..Tag::default()
        };
        let tags = [tag("branches", "repos"), tag("repos", ""), tag("a", "b"), tag("b", "a")];
        assert_eq!(super::segments(None, Some("branches"), "/x", &tags), ["repos", "branches"]);
        assert_eq!(super::segments(None, Some("a"), "/x", &tags), ["b", "a"]);
    }

    #[test]
    fn extension_then_tag_then_path() {
        assert_eq!(segments(Some("accounts.keys"), Some("Keys"), "/x"), ["accounts", "keys"]);
        assert_eq!(segments(Some("."), Some("Keys"), "/x"), ["Keys"]);
        assert_eq!(segments(None, Some("v1.keys"), "/x"), ["v1.keys"]);
        assert_eq!(segments(None, None, "/api/v1/{org}/pets"), ["pets"]);
        assert_eq!(segments(None, None, "/v1beta1/{id}"), ["v1beta1"]);
        assert_eq!(segments(None, Some(" "), "/{id}"), ["root"]);
    }
}

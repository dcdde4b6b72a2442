//! The files of `templates/crate`: embedded when the program is built, and overlaid by `--templates DIR`.

use std::collections::BTreeMap;

macro_rules! embedded {
    ($($path:literal)*) => {
        &[$(($path, include_str!(concat!("../../../templates/crate/", $path)))),*]
    };
}

/// Every file, in name order. A test of the repository compares the list with the folder.
const EMBEDDED: &[(&str, &str)] = embedded! {
    "Cargo.toml.tera"
    "README.md.tera"
    "rustfmt.toml"
    "src/runtime/answer.rs"
    "src/runtime/api_error.rs"
    "src/runtime/auth.rs"
    "src/runtime/base64.rs"
    "src/runtime/base_url.rs"
    "src/runtime/basic.rs"
    "src/runtime/blocking.rs"
    "src/runtime/body.rs"
    "src/runtime/budget.rs"
    "src/runtime/builder.rs"
    "src/runtime/by_status.rs"
    "src/runtime/byte.rs"
    "src/runtime/byte_url.rs"
    "src/runtime/call.rs"
    "src/runtime/chrono_timestamp.rs"
    "src/runtime/chrono_unix_time.rs"
    "src/runtime/clock.rs"
    "src/runtime/closed_enum.rs"
    "src/runtime/closed_integer_enum.rs"
    "src/runtime/codec.rs"
    "src/runtime/cookie.rs"
    "src/runtime/core.rs"
    "src/runtime/decode.rs"
    "src/runtime/decode_error.rs"
    "src/runtime/duration.rs"
    "src/runtime/engine.rs"
    "src/runtime/envelope.rs"
    "src/runtime/error.rs"
    "src/runtime/error_kind.rs"
    "src/runtime/fields.rs"
    "src/runtime/file.rs"
    "src/runtime/form.rs"
    "src/runtime/future.rs"
    "src/runtime/header.rs"
    "src/runtime/http_client.rs"
    "src/runtime/idempotency.rs"
    "src/runtime/info.rs"
    "src/runtime/integer_enum.rs"
    "src/runtime/interceptor.rs"
    "src/runtime/invalid_value.rs"
    "src/runtime/json_path.rs"
    "src/runtime/message.rs"
    "src/runtime/mixed_enum.rs"
    "src/runtime/multipart.rs"
    "src/runtime/nullable.rs"
    "src/runtime/number_or_string.rs"
    "src/runtime/number_text.rs"
    "src/runtime/object.rs"
    "src/runtime/open_enum.rs"
    "src/runtime/open_integer_enum.rs"
    "src/runtime/operation.rs"
    "src/runtime/options.rs"
    "src/runtime/param.rs"
    "src/runtime/param_chrono.rs"
    "src/runtime/param_jiff.rs"
    "src/runtime/param_uuid.rs"
    "src/runtime/path.rs"
    "src/runtime/payload.rs"
    "src/runtime/plan.rs"
    "src/runtime/query.rs"
    "src/runtime/raw.rs"
    "src/runtime/raw_response.rs"
    "src/runtime/redacted.rs"
    "src/runtime/request.rs"
    "src/runtime/response.rs"
    "src/runtime/rest.rs"
    "src/runtime/retry.rs"
    "src/runtime/retry_after.rs"
    "src/runtime/secret.rs"
    "src/runtime/server.rs"
    "src/runtime/string_or_number.rs"
    "src/runtime/style.rs"
    "src/runtime/testing.rs"
    "src/runtime/text_enum.rs"
    "src/runtime/timestamp.rs"
    "src/runtime/token.rs"
    "src/runtime/trace.rs"
    "src/runtime/transport.rs"
    "src/runtime/transport_error.rs"
    "src/runtime/tuple.rs"
    "src/runtime/union.rs"
    "src/runtime/unix_time.rs"
    "src/runtime/unknown.rs"
    "src/runtime/unknown_integer.rs"
};

/// Texts by their path below `templates/crate`, LF only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Templates(BTreeMap<String, String>);

/// A file of `--templates DIR` that overlays nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownTemplate(pub String);

impl std::fmt::Display for UnknownTemplate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}` is the path of no template", self.0.escape_debug())
    }
}

impl std::error::Error for UnknownTemplate {}

impl Templates {
    /// What the program was built with.
    #[must_use]
    pub fn embedded() -> Self {
        Self(EMBEDDED.iter().map(|(path, text)| ((*path).to_owned(), text.replace("\r\n", "\n"))).collect())
    }

    /// Puts `text` in the place of the file of this path, which uses `/`.
    ///
    /// # Errors
    /// [`UnknownTemplate`] when there is no file of this path.
    pub fn overlay(&mut self, path: &str, text: &str) -> Result<(), UnknownTemplate> {
        let place = self.0.get_mut(path).ok_or_else(|| UnknownTemplate(path.to_owned()))?;
        *place = text.replace("\r\n", "\n");
        Ok(())
    }

    /// The text of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// All paths, in name order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl Default for Templates {
    fn default() -> Self {
        Self::embedded()
    }
}

#[cfg(test)]
mod tests {
    use super::Templates;
    use crate::model::capabilities::{Capability, FILES};

    #[test]
    fn every_runtime_file_has_its_row() {
        let rows: Vec<_> = FILES.iter().map(|file| format!("src/runtime/{}.rs", file.module)).collect();
        let templates = Templates::embedded();
        let files: Vec<_> = templates.paths().filter(|path| path.starts_with("src/runtime/")).collect();
        assert_eq!(rows, files);
    }

    /// The modules that `use super::…` of a file names.
    fn named(text: &str) -> Vec<String> {
        let file = syn::parse_file(text).unwrap();
        let uses = file.items.into_iter().filter_map(|item| match item {
            syn::Item::Use(item) => Some(item.tree),
            _ => None,
        });
        let below = uses.filter_map(|tree| match tree {
            syn::UseTree::Path(path) if path.ident == "super" => Some(*path.tree),
            _ => None,
        });
        below.flat_map(|tree| first_names(&tree)).collect()
    }

    fn first_names(tree: &syn::UseTree) -> Vec<String> {
        match tree {
            syn::UseTree::Path(path) => vec![path.ident.to_string()],
            syn::UseTree::Name(name) => vec![name.ident.to_string()],
            syn::UseTree::Group(group) => group.items.iter().flat_map(first_names).collect(),
            syn::UseTree::Rename(_) | syn::UseTree::Glob(_) => Vec::new(),
        }
    }

    #[test]
    fn a_file_comes_with_the_files_it_names() {
        let templates = Templates::embedded();
        for file in FILES {
            let text = templates.get(&format!("src/runtime/{}.rs", file.module)).unwrap();
            for name in named(text) {
                let Some(other) = FILES.iter().find(|other| other.module == name) else { continue };
                let there = |capability: &Capability| {
                    let implied =
                        matches!(capability, Capability::Codec(_) | Capability::Tuple).then_some(Capability::AnyCodec);
                    let mut given = [Capability::Core, *capability].into_iter().chain(implied);
                    given.any(|capability| other.needed_by.contains(&capability))
                };
                assert!(file.needed_by.iter().all(there), "{} names {name}, which may be missing", file.module);
            }
        }
    }

    #[test]
    fn an_overlay_replaces_and_an_unknown_path_is_refused() {
        let mut templates = Templates::embedded();
        templates.overlay("README.md.tera", "mine\r\n").unwrap();
        assert_eq!(templates.get("README.md.tera"), Some("mine\n"));
        assert_eq!(templates.overlay("../x", "").unwrap_err().to_string(), "`../x` is the path of no template");
    }
}

//! The inner language is not spoken by a description: `x-sdkgen-` keys are removed before anything else writes them.

use serde_json::Value;

use super::{carry, path::Path};
use crate::{
    diagnostic::{Code, Diagnostics},
    source::position::Position,
};

/// Keywords whose value is data: what looks like a key of ours in it is none.
const DATA: &[&str] = &["const", "dataValue", "default", "enum", "example", "value"];

/// Removes them from the document, wherever they would be read.
pub(super) fn strip(document: &mut Value, diagnostics: &mut Diagnostics) {
    Strip { diagnostics }.value(Position::Document, document, &Path::Root);
}

struct Strip<'d> {
    diagnostics: &'d mut Diagnostics,
}

impl Strip<'_> {
    fn value(&mut self, position: Position, value: &mut Value, path: &Path<'_>) {
        match value {
            Value::Object(entries) => {
                let named = matches!(position, Position::Map(_));
                if !named && entries.keys().any(|key| key.starts_with(carry::PREFIX)) {
                    entries.retain(|key, _| self.keep(key, path));
                }
                for (key, value) in entries {
                    if named || !is_data(position, key) {
                        self.value(position.child(key), value, &path.key(key));
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter_mut().enumerate() {
                    self.value(position, item, &path.index(index));
                }
            }
            _ => {}
        }
    }

    fn keep(&mut self, key: &str, path: &Path<'_>) -> bool {
        let keep = !key.starts_with(carry::PREFIX);
        if !keep {
            self.diagnostics.report(Code::DialectReserved, path.key(key).origin(), format!("`{key}` was removed"));
        }
        keep
    }
}

fn is_data(position: Position, key: &str) -> bool {
    key.starts_with("x-")
        || DATA.contains(&key) && position != Position::Responses
        || position == Position::Schema && key == "examples"
}

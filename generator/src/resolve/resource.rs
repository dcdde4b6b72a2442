//! Resources.

use crate::model::Resource;

/// The resources met so far.
#[derive(Debug, Default)]
pub struct Resources(Vec<Resource>);

impl Resources {
    /// All.
    #[must_use]
    pub fn into_vec(self) -> Vec<Resource> {
        self.0
    }
}

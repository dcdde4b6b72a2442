use crate::{Call, Error, types};

#[derive(Clone, Copy, Debug)]
pub struct Pets<'c> {
    pub(crate) token: &'c str,
}

impl Pets<'_> {
    pub async fn list(&self, limit: Option<u32>) -> Result<Vec<types::Pet>, Error> {
        let _ = (self.token, limit);
        Ok(Vec::new())
    }

    pub fn get(&self, id: i64, shelter: &str) -> Call {
        let _ = (id, shelter);
        Call
    }

    pub fn swap(&self, from: &str, to: &str) -> Call {
        let _ = (from, to);
        Call
    }

    pub fn each(&self, mut visit: impl FnMut(&types::Pet) -> bool) {
        let _ = visit(&types::Pet::new(1, "Tom"));
    }
}

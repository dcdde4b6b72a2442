use std::future::{IntoFuture, Ready, ready};

use crate::{Error, types::Pet};

#[must_use = "a call does nothing by itself"]
pub struct Call;

impl IntoFuture for Call {
    type Output = Result<Pet, Error>;
    type IntoFuture = Ready<Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        ready(Ok(Pet::new(1, "Tom")))
    }
}

pub trait Transport: Send + Sync {
    fn execute(&self, call: Call) -> Result<Pet, Error>;

    fn name(&self) -> String {
        String::new()
    }
}

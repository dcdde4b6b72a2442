//! Bounds: a number that values, lengths or counts keep to.

use super::{Effect, Family, Verdict, family::family};
use crate::diff::finding::{Level, Wire};

/// Fewer values are valid.
pub const TIGHTER: Effect = Effect {
    request: Verdict::new(Level::Err, Wire::Breaking, "Requests outside the new limits are refused."),
    response: Verdict::new(Level::Info, Wire::Compatible, "What may arrive became less."),
};

/// More values are valid.
pub const LOOSER: Effect = Effect {
    request: Verdict::new(Level::Info, Wire::Compatible, "What was valid is valid still."),
    response: Verdict::new(Level::Err, Wire::Risky, "What arrives may be outside the limits that clients count on."),
};

/// What can happen to one bound.
#[derive(Debug)]
pub struct Steps {
    /// There was none.
    pub set: Family,
    /// There is none.
    pub unset: Family,
    /// It went up.
    pub increased: Family,
    /// It went down.
    pub decreased: Family,
}

impl Steps {
    /// All of them.
    #[must_use]
    pub const fn families(&self) -> [&Family; 4] {
        [&self.set, &self.unset, &self.increased, &self.decreased]
    }
}

macro_rules! bounds {
    ($($keyword:literal $name:literal $up:ident $down:ident;)+) => {
        /// Every bound: the keyword, and what can happen to it.
        pub static ALL: &[(&str, Steps)] = &[$(($keyword, Steps {
            set: family!(TIGHTER, $name, "-set"),
            unset: family!(LOOSER, $name, "-unset"),
            increased: family!($up, $name, "-increased"),
            decreased: family!($down, $name, "-decreased"),
        })),+];
    };
}

bounds! {
    "maximum" "max" LOOSER TIGHTER;
    "minimum" "min" TIGHTER LOOSER;
    "exclusiveMaximum" "exclusive-max" LOOSER TIGHTER;
    "exclusiveMinimum" "exclusive-min" TIGHTER LOOSER;
    "maxLength" "max-length" LOOSER TIGHTER;
    "minLength" "min-length" TIGHTER LOOSER;
    "maxItems" "max-items" LOOSER TIGHTER;
    "minItems" "min-items" TIGHTER LOOSER;
    "maxProperties" "max-properties" LOOSER TIGHTER;
    "minProperties" "min-properties" TIGHTER LOOSER;
}

// Generated from openapi.yaml; edit that instead.

use super::{PaymentExtra, PaymentKind};
use crate::constructs::runtime::{self, object};

/// The schema `Payment`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Payment {
    /// `kind` on the wire.
    pub kind: PaymentKind,
    /// `number` on the wire.
    pub number: Option<String>,
    /// `extra` on the wire.
    pub extra: Option<PaymentExtra>,
    /// `iban` on the wire.
    pub iban: Option<String>,
}

impl Payment {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(kind: impl Into<PaymentKind>) -> Self {
        Self {
            kind: kind.into(),
            number: None,
            extra: None,
            iban: None,
        }
    }

    /// Sets `number`.
    #[must_use]
    pub fn number(mut self, number: impl Into<String>) -> Self {
        self.number = Some(number.into());
        self
    }

    /// Sets `extra`.
    #[must_use]
    pub fn extra(mut self, extra: impl Into<PaymentExtra>) -> Self {
        self.extra = Some(extra.into());
        self
    }

    /// Sets `iban`.
    #[must_use]
    pub fn iban(mut self, iban: impl Into<String>) -> Self {
        self.iban = Some(iban.into());
        self
    }
}

object! { Payment: Serialize + Deserialize {
    kind   required "kind";
    number optional "number";
    extra  optional "extra";
    iban   optional "iban";
} }

// Generated from openapi.yaml; edit that instead.

use std::collections::BTreeMap;

use crate::golden::runtime::{self, Nullable, object};

/// Holds a type of one's own.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Invoice {
    /// What is to be paid.
    pub total: crate::ext::Money,
    /// `tax` on the wire.
    pub tax: Option<crate::ext::Money>,
    /// `discount` on the wire.
    pub discount: Option<crate::ext::Money>,
    /// `tip` on the wire.
    pub tip: Nullable<crate::ext::Money>,
    /// `items` on the wire.
    pub items: Vec<Option<crate::ext::Money>>,
    /// Members beyond the named ones.
    pub more: BTreeMap<String, crate::ext::Money>,
}

impl Invoice {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(
        discount: Option<crate::ext::Money>,
        items: Vec<Option<crate::ext::Money>>,
        total: crate::ext::Money,
    ) -> Self {
        Self {
            total,
            tax: None,
            discount,
            tip: Nullable::Absent,
            items,
            more: BTreeMap::new(),
        }
    }

    /// Sets `tax`.
    #[must_use]
    pub fn tax(mut self, tax: crate::ext::Money) -> Self {
        self.tax = Some(tax);
        self
    }

    /// Sets `tip`.
    #[must_use]
    pub fn tip(mut self, tip: impl Into<Nullable<crate::ext::Money>>) -> Self {
        self.tip = tip.into();
        self
    }

    /// Members beyond the named ones.
    #[must_use]
    pub fn more(mut self, more: BTreeMap<String, crate::ext::Money>) -> Self {
        self.more = more;
        self
    }
}

object! { Invoice: Serialize + Deserialize {
    total    required "total";
    tax      optional "tax";
    discount nullable "discount";
    tip      maybe    "tip";
    items    required "items";
    ..more;
} }

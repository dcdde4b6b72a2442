// Generated from openapi.yaml; edit that instead.

use super::{Node, Point, Sample, TuplesShortItem};
use crate::constructs::runtime::{self, object};

/// The schema `Tuples`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Tuples {
    /// `at` on the wire.
    pub at: Point,
    /// `pair` on the wire.
    pub pair: (jiff::Timestamp, Node, Option<String>),
    /// `samples` on the wire.
    pub samples: Option<Vec<Sample>>,
    /// `stamps` on the wire.
    pub stamps: Option<Vec<(bytes::Bytes, Vec<jiff::Timestamp>)>>,
    /// `short` on the wire.
    pub short: Option<Vec<TuplesShortItem>>,
    /// `chain` on the wire.
    pub chain: Option<(String, Vec<Tuples>)>,
}

impl Tuples {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(at: Point, pair: (jiff::Timestamp, Node, Option<String>)) -> Self {
        Self {
            at,
            pair,
            samples: None,
            stamps: None,
            short: None,
            chain: None,
        }
    }

    /// Sets `samples`.
    #[must_use]
    pub fn samples(mut self, samples: Vec<Sample>) -> Self {
        self.samples = Some(samples);
        self
    }

    /// Sets `stamps`.
    #[must_use]
    pub fn stamps(mut self, stamps: Vec<(bytes::Bytes, Vec<jiff::Timestamp>)>) -> Self {
        self.stamps = Some(stamps);
        self
    }

    /// Sets `short`.
    #[must_use]
    pub fn short(mut self, short: Vec<TuplesShortItem>) -> Self {
        self.short = Some(short);
        self
    }

    /// Sets `chain`.
    #[must_use]
    pub fn chain(mut self, chain: (String, Vec<Tuples>)) -> Self {
        self.chain = Some(chain);
        self
    }
}

object! { Tuples: Serialize + Deserialize {
    at      required "at";
    pair    required "pair" as tuple(timestamp, plain, plain);
    samples optional "samples";
    stamps  optional "stamps" as list(tuple(byte, list(timestamp)));
    short   optional "short";
    chain   optional "chain";
} }
